// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/players/historydialog.h"

#include "models/browsing/valuetext.h"
#include "ui/common/notelabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int mostCommits = 1000;
constexpr int mostFields = 5000;  ///< lines shown of one commit
constexpr int widthInCharacters = 100;
constexpr int heightInLines = 32;

void fillRow(QTableWidget &table, int row, const QStringList &texts)
{
    for (int column = 0; column < texts.size(); ++column)
        table.setItem(row, column, new QTableWidgetItem(texts.at(column)));
}

}  // namespace

HistoryDialog::HistoryDialog(TableModel &model, RowKey row, int days, QWidget *parent)
    : QDialog(parent),
      m_model(model),
      m_row(std::move(row)),
      m_onlyRow(new QCheckBox(this)),
      m_commits(makeTable(u"commits"_s, {tr("When"), tr("Who"), tr("What")})),
      m_fields(makeTable(u"fields"_s, {tr("Row"), tr("Column"), tr("Before"), tr("After")})),
      m_note(new NoteLabel(u"historyNote"_s, this))
{
    setObjectName(u"historyDialog"_s);
    setWindowTitle(tr("History of %1").arg(model.schema().name.name));
    m_commits->setAccessibleName(tr("Commits"));
    for (const int column : {0, 1})  // what was done has the rest
        m_commits->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_fields->setAccessibleName(tr("What the commit changed"));
    m_onlyRow->setObjectName(u"onlyRow"_s);
    m_onlyRow->setText(tr("Only the row with %1").arg(keyText(model.schema(), m_row)));
    m_onlyRow->setChecked(!m_row.isEmpty());
    m_onlyRow->setVisible(!m_row.isEmpty());
    layOut(days);
    connect(m_onlyRow, &QCheckBox::toggled, this, &HistoryDialog::load);
    connect(m_commits, &QTableWidget::itemSelectionChanged, this, &HistoryDialog::choose);
    load();
}

void HistoryDialog::layOut(int days)
{
    auto *top = new QHBoxLayout;
    top->addWidget(m_onlyRow);
    top->addStretch(1);
    auto *keep = new QLabel(tr("&Kept on this computer for"), this);
    QComboBox *choice = makeDays(days);
    keep->setBuddy(choice);
    top->addWidget(keep);
    top->addWidget(choice);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_undo = buttons->addButton(tr("&Undo this commit"), QDialogButtonBox::ActionRole);
    m_undo->setObjectName(u"undoCommit"_s);
    m_undo->setAutoDefault(false);
    m_undo->setEnabled(false);
    connect(m_undo, &QPushButton::clicked, this, &HistoryDialog::undo);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_commits, 2);
    layout->addWidget(m_fields, 3);
    layout->addWidget(m_note);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * widthInCharacters,
           fontMetrics().lineSpacing() * heightInLines);
}

QComboBox *HistoryDialog::makeDays(int days)
{
    constexpr int month = 30;
    constexpr int quarter = 90;
    constexpr int year = 365;
    auto *choice = new QComboBox(this);
    choice->setObjectName(u"historyDays"_s);
    QList<int> all{month, quarter, year};
    if (days > 0 && !all.contains(days))
        all << days;
    for (const int each : std::as_const(all))
        choice->addItem(tr("%n day(s)", nullptr, each), each);
    choice->addItem(tr("ever"), 0);
    choice->setCurrentIndex(choice->findData(days));
    connect(choice, &QComboBox::activated, this,
            [this, choice] { Q_EMIT daysChosen(choice->currentData().toInt()); });
    return choice;
}

QTableWidget *HistoryDialog::makeTable(const QString &name, const QStringList &columns)
{
    auto *table = new QTableWidget(0, int(columns.size()), this);
    table->setObjectName(name);
    table->setHorizontalHeaderLabels(columns);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->horizontalHeader()->setHighlightSections(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() + 4);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    return table;
}

void HistoryDialog::load()
{
    m_note->note(tr("Reading…"));
    const quint64 number = ++m_asked;
    m_model.readHistory(m_onlyRow->isChecked() ? m_row : RowKey(), mostCommits, this,
                        [this, number](const Result<QList<ReceiptSummary>> &commits) {
                            if (number == m_asked)
                                showCommits(commits);
                        });
}

QString HistoryDialog::what(const ReceiptSummary &commit)
{
    QStringList parts;
    if (commit.updated > 0)
        parts << tr("%n row(s) changed", nullptr, int(commit.updated));
    if (commit.inserted > 0)
        parts << tr("%n row(s) added", nullptr, int(commit.inserted));
    if (commit.deleted > 0)
        parts << tr("%n row(s) deleted", nullptr, int(commit.deleted));
    return parts.join(u", "_s);
}

void HistoryDialog::showCommits(const Result<QList<ReceiptSummary>> &commits)
{
    const int current = m_commits->currentRow();
    const QString chosen = current >= 0 ? m_listed.value(current).id : QString();
    m_listed = commits.value_or(QList<ReceiptSummary>());
    m_commits->setRowCount(0);
    m_commits->setRowCount(int(m_listed.size()));
    const QLocale locale;
    for (int at = 0; at < m_commits->rowCount(); ++at) {
        const ReceiptSummary &one = m_listed.at(at);
        const bool hasPerson = !one.person.isEmpty() && one.person != one.role;
        fillRow(*m_commits, at,
                {locale.toString(one.when.toLocalTime(), QLocale::ShortFormat),
                 hasPerson ? tr("%1 (%2)").arg(one.role, one.person) : one.role, what(one)});
    }
    if (!commits) {
        choose();
        m_note->note(commits.error().toText(), true);
    } else if (m_listed.isEmpty()) {
        choose();
        m_note->note(
            m_onlyRow->isChecked()
                ? tr("No commit to this row was kept.")
                : tr("No commit to this table was kept yet. Each commit made here is kept from "
                     "now on; in the database itself, too, where it has the schema “roster”."));
    } else {
        const auto same = std::ranges::find(m_listed, chosen, &ReceiptSummary::id);
        m_commits->selectRow(same == m_listed.end() ? 0 : int(same - m_listed.begin()));
    }
}

void HistoryDialog::choose()
{
    m_receipt.reset();
    m_undo->setEnabled(false);
    m_fields->setRowCount(0);
    const int row = m_commits->currentRow();
    if (row < 0 || row >= m_listed.size())
        return;
    m_note->note(tr("Reading…"));
    const quint64 number = ++m_asked;
    m_model.readReceipt(m_listed.at(row).id, this,
                        [this, number](const Result<CommitReceipt> &receipt) {
                            if (number == m_asked)
                                showReceipt(receipt);
                        });
}

void HistoryDialog::showReceipt(const Result<CommitReceipt> &receipt)
{
    if (!receipt) {
        m_note->note(receipt.error().toText(), true);
        return;
    }
    m_receipt = *receipt;
    for (const ReceiptRow &row : receipt->rows) {
        const bool isWanted = !m_onlyRow->isChecked() || row.primaryKey == m_row
                           || row.keyNow(receipt->primaryKey) == m_row;
        if (isWanted && m_fields->rowCount() < mostFields)
            addFields(row);
    }
    m_undo->setEnabled(m_model.readOnlyReason().isEmpty());
    if (m_fields->rowCount() >= mostFields) {
        m_note->note(tr("Only the first %1 fields are shown; undoing takes all of them.")
                         .arg(QLocale().toString(mostFields)));
    } else {
        m_note->note(
            tr("Undoing stages the values from before, in all rows of the commit; nothing is "
               "written before you commit."));
    }
}

void HistoryDialog::addFields(const ReceiptRow &row)
{
    using Kind = ReceiptRow::Kind;
    const TableSchema &schema = m_model.schema();
    const QMap<QString, SqlValue> &named = row.kind == Kind::Delete ? row.before : row.after;
    // In the table's own order; what it no longer has comes last.
    QStringList columns;
    for (const ColumnSchema &column : schema.columns) {
        if (named.contains(column.name))
            columns << column.name;
    }
    for (auto it = named.keyBegin(); it != named.keyEnd(); ++it) {
        if (!columns.contains(*it))
            columns << *it;
    }
    QString key = keyText(schema, row.primaryKey);
    if (row.kind == Kind::Insert)
        key = tr("%1, added").arg(key);
    else if (row.kind == Kind::Delete)
        key = tr("%1, deleted").arg(key);
    for (const QString &column : std::as_const(columns)) {
        const int at = m_fields->rowCount();
        m_fields->insertRow(at);
        fillRow(*m_fields, at,
                {key, column,
                 row.kind == Kind::Insert ? QString() : valueExcerpt(row.before.value(column)),
                 row.kind == Kind::Delete ? QString() : valueExcerpt(row.after.value(column))});
    }
}

void HistoryDialog::undo()
{
    if (!m_receipt)
        return;
    m_undo->setEnabled(false);
    m_note->note(tr("Comparing with the rows as they are now…"));
    m_model.stageUndoOf(*m_receipt, this, [this](const Result<TableModel::TakenBack> &staged) {
        if (!staged) {
            m_undo->setEnabled(true);
            m_note->note(staged.error().toText(), true);
            return;
        }
        accept();
        Q_EMIT undone(*staged);
    });
}

}  // namespace roster
