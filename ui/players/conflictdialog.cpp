// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/players/conflictdialog.h"

#include "ui/common/errorbar.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int widthInEms = 60;
constexpr int heightInLines = 22;

/// NULL, and what is still open, dimmed; the outcome stands out.
class Delegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.data(TableModel::IsNullRole).toBool()) {
            option->font.setItalic(true);
            option->palette.setColor(QPalette::Text,
                                     option->palette.color(QPalette::PlaceholderText));
        } else if (index.column() == ConflictModel::Outcome) {
            option->font.setBold(true);
        }
    }
};

}  // namespace

ConflictDialog::ConflictDialog(const TableSchema &schema, const QList<RowConflict> &conflicts,
                               QWidget *parent)
    : QDialog(parent),
      m_model(schema, conflicts),
      m_view(new QTableView(this)),
      m_errors(new ErrorBar(this)),
      m_open(new QLabel(this))
{
    setObjectName(u"conflictDialog"_s);
    setWindowTitle(tr("Changed by somebody else: %1").arg(schema.name.name));
    m_view->setObjectName(u"conflicts"_s);
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new Delegate(m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setAccessibleName(tr("Values that somebody else changed, too"));
    m_view->verticalHeader()->hide();
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_open->setObjectName(u"openConflicts"_s);
    layOut();
    connect(&m_model, &ConflictModel::decided, this, &ConflictDialog::update);
    connect(&m_model, &ConflictModel::rejected, m_errors, &ErrorBar::showError);
    m_view->selectRow(0);
    m_view->setFocus();
    update();
}

void ConflictDialog::layOut()
{
    auto *said = new QLabel(tr("While you edited, somebody else saved other values in the same "
                               "fields. Nothing was written yet. Say for each line which value "
                               "shall stay."),
                            this);
    said->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(said);
    layout->addWidget(m_errors);
    layout->addWidget(choices());
    layout->addWidget(m_view, 1);
    layout->addWidget(m_open);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_apply = buttons->addButton(tr("&Stage these"), QDialogButtonBox::AcceptRole);
    m_apply->setObjectName(u"stageDecisions"_s);
    m_commit = buttons->addButton(tr("&Commit"), QDialogButtonBox::AcceptRole);
    m_commit->setObjectName(u"commitDecisions"_s);
    connect(m_apply, &QPushButton::clicked, this, [this] { finish(false); });
    connect(m_commit, &QPushButton::clicked, this, [this] { finish(true); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);

    const int em = fontMetrics().horizontalAdvance(u'm');
    resize(em * widthInEms, fontMetrics().lineSpacing() * heightInLines);
    QHeaderView *header = m_view->horizontalHeader();
    m_view->resizeColumnsToContents();
    for (int column = 0; column < ConflictModel::Columns; ++column)
        header->resizeSection(column, qBound(6 * em, header->sectionSize(column), 14 * em));
    header->setStretchLastSection(true);
}

QWidget *ConflictDialog::choices()
{
    using Choice = ConflictModel::Choice;
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto add = [this, layout, row](const QString &name, const QString &text, Choice choice,
                                         bool everywhere) {
        auto *button = new QPushButton(text, row);
        button->setObjectName(name);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this,
                [this, choice, everywhere] { choose(choice, everywhere); });
        layout->addWidget(button);
    };
    add(u"keepMine"_s, tr("Keep &mine"), Choice::Mine, false);
    add(u"takeTheirs"_s, tr("Take &theirs"), Choice::Theirs, false);
    auto *other = new QPushButton(tr("&Other value…"), row);
    other->setObjectName(u"otherValue"_s);
    other->setAutoDefault(false);
    connect(other, &QPushButton::clicked, this, [this] {
        m_view->setFocus();
        m_view->edit(m_view->currentIndex().siblingAtColumn(ConflictModel::Outcome));
    });
    layout->addWidget(other);
    layout->addStretch(1);
    add(u"keepAllMine"_s, tr("All mine"), Choice::Mine, true);
    add(u"takeAllTheirs"_s, tr("All theirs"), Choice::Theirs, true);
    return row;
}

void ConflictDialog::choose(ConflictModel::Choice choice, bool everywhere)
{
    QList<int> lines;
    for (int line = 0; line < m_model.rowCount(); ++line) {
        if (everywhere || m_view->selectionModel()->isRowSelected(line))
            lines << line;
    }
    m_model.choose(lines, choice);
    // On to the next one that is open.
    const int from = lines.isEmpty() ? 0 : lines.constLast();
    for (int line = from; !everywhere && line < m_model.rowCount(); ++line) {
        if (m_model.choice(line) != ConflictModel::Choice::Open)
            continue;
        m_view->selectRow(line);
        break;
    }
}

void ConflictDialog::update()
{
    const int open = m_model.openCount();
    m_open->setText(open > 0 ? tr("%n value(s) to be decided", nullptr, open)
                             : tr("All is decided."));
    m_apply->setEnabled(open == 0);
    m_commit->setEnabled(open == 0);
    if (open == 0)
        m_commit->setDefault(true);
}

void ConflictDialog::finish(bool commit)
{
    Q_EMIT decided(m_model.decisions(), commit);
    accept();
}

}  // namespace roster
