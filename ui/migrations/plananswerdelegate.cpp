// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/migrations/plananswerdelegate.h"

#include "models/views/revisionplanmodel.h"
#include "ui/common/theme.h"

#include <QComboBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace roster {

QWidget *PlanAnswerDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                          const QModelIndex &index) const
{
    const QString change = index.siblingAtColumn(RevisionPlanModel::ChangeColumn).data().toString();
    auto *self = const_cast<PlanAnswerDelegate *>(this);  // Qt makes editors by a const method
    if (index.column() == RevisionPlanModel::RenameColumn) {
        auto *choice = new QComboBox(parent);
        choice->setObjectName(u"renameAnswer"_s);
        choice->setAccessibleName(tr("Only a new name? %1").arg(change));
        choice->addItems(index.data(RevisionPlanModel::OptionsRole).toStringList());
        choice->setAutoFillBackground(true);
        connect(choice, &QComboBox::activated, self,
                [self, choice] { Q_EMIT self->commitData(choice); });
        return choice;
    }
    auto *line = new QLineEdit(parent);
    line->setObjectName(u"fillAnswer"_s);
    line->setAccessibleName(tr("Rows that exist get: %1").arg(change));
    line->setPlaceholderText(tr("a value"));
    line->setToolTip(index.data(Qt::ToolTipRole).toString());
    line->setAutoFillBackground(true);
    connect(line, &QLineEdit::textEdited, self, [self, line] { Q_EMIT self->commitData(line); });
    return line;
}

void PlanAnswerDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QVariant value = index.data(Qt::EditRole);
    if (auto *choice = qobject_cast<QComboBox *>(editor))
        choice->setCurrentIndex(value.toInt());
    else if (auto *line = qobject_cast<QLineEdit *>(editor);
             line && line->text() != value.toString())
        line->setText(value.toString());
    editor->setEnabled(
        index.siblingAtColumn(RevisionPlanModel::ChangeColumn).data(Qt::CheckStateRole).toInt()
        != Qt::Unchecked);
}

void PlanAnswerDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                      const QModelIndex &index) const
{
    if (const auto *choice = qobject_cast<QComboBox *>(editor))
        model->setData(index, choice->currentIndex());
    else if (const auto *line = qobject_cast<QLineEdit *>(editor))
        model->setData(index, line->text());
}

QSize PlanAnswerDelegate::sizeHint(const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    // As high as an editor, so that rows do not jump when one opens.
    constexpr int editorPadding = 8;
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(size.height(), option.fontMetrics.height() + editorPadding));
    return size;
}

void PlanAnswerDelegate::initStyleOption(QStyleOptionViewItem *option,
                                         const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (!index.data(RevisionPlanModel::LosesRole).toBool())
        return;
    const Tone tone = Theme::tone(Theme::Meaning::Deleted);
    option->backgroundBrush = tone.background;
    option->palette.setColor(QPalette::Text, tone.foreground);
}

}  // namespace roster
