// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/delegates/choicedelegate.h"

#include "models/views/tablemodel.h"

#include <QComboBox>

using namespace Qt::StringLiterals;

namespace roster {

QString ChoiceDelegate::displayText(const QVariant &value, const QLocale &locale) const
{
    if (column().kind != TypeKind::Boolean)
        return CellDelegate::displayText(value, locale);
    const QString text = value.toString();
    return text == "t"_L1 || text == "true"_L1 ? u"true"_s : u"false"_s;
}

QWidget *ChoiceDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                      const QModelIndex &) const
{
    auto *box = new QComboBox(parent);
    box->setObjectName(u"cellChoice"_s);
    box->setAccessibleName(column().name);
    box->setFrame(false);
    box->setAutoFillBackground(true);
    if (column().kind == TypeKind::Boolean) {
        box->addItem(u"true"_s, u"t"_s);
        box->addItem(u"false"_s, u"f"_s);
    }
    for (const QString &label : column().enumLabels)
        box->addItem(label, label);
    if (column().nullable)
        box->addItem(tr("NULL"), QVariant());
    connect(box, &QComboBox::activated, this, [this, box] {
        auto *self = const_cast<ChoiceDelegate *>(this);
        Q_EMIT self->commitData(box);
        Q_EMIT self->closeEditor(box);
    });
    return box;
}

void ChoiceDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *box = static_cast<QComboBox *>(editor);
    const bool isNull = index.data(TableModel::IsNullRole).toBool();
    box->setCurrentIndex(isNull ? box->findText(tr("NULL"))
                                : box->findText(displayText(index.data(Qt::EditRole), {})));
}

void ChoiceDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                  const QModelIndex &index) const
{
    const auto *box = static_cast<QComboBox *>(editor);
    const bool wasNull = index.data(TableModel::IsNullRole).toBool();
    if (box->currentIndex() < 0)
        return;
    const QVariant value = box->currentData();
    if (!value.isValid()) {
        if (auto *table = qobject_cast<TableModel *>(model); table && !wasNull)
            table->setNull(index);
    } else if (wasNull || displayText(index.data(Qt::EditRole), {}) != box->currentText()) {
        model->setData(index, value);
    }
}

}  // namespace roster
