// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/players/setvaluesdialog.h"

#include "models/browsing/valuetext.h"
#include "ui/common/notelabel.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr std::chrono::milliseconds typingPause(250);
constexpr int triedRows = 8;
constexpr int widthInCharacters = 76;

}  // namespace

SetValuesDialog::SetValuesDialog(TableModel &model, GridSelection selection, int column,
                                 QWidget *parent)
    : QDialog(parent),
      m_model(model),
      m_selection(std::move(selection)),
      m_column(new QComboBox(this)),
      m_kind(new QComboBox(this)),
      m_text(new QLineEdit(this)),
      m_selected(new QRadioButton(this)),
      m_all(new QRadioButton(this)),
      m_trials(makeTrials()),
      m_note(new NoteLabel(u"setNote"_s, this))
{
    setObjectName(u"setValuesDialog"_s);
    setWindowTitle(tr("Set values in %1").arg(model.schema().name.name));
    layOut();
    fillColumns(column);
    const bool hasSelection = m_selection.rowCount() > 0;
    m_selected->setEnabled(hasSelection);
    (hasSelection ? m_selected : m_all)->setChecked(true);
    m_typing.setSingleShot(true);
    connect(&m_typing, &QTimer::timeout, this, &SetValuesDialog::tryOut);
    connect(m_column, &QComboBox::currentIndexChanged, this, &SetValuesDialog::onColumn);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &SetValuesDialog::update);
    connect(m_text, &QLineEdit::textChanged, this, &SetValuesDialog::update);
    connect(m_selected, &QRadioButton::toggled, this, &SetValuesDialog::update);
    connect(&m_model, &TableModel::totalChanged, this, &SetValuesDialog::updateTexts);
    onColumn();
    m_text->setFocus();
}

void SetValuesDialog::layOut()
{
    auto *form = new QFormLayout;
    m_column->setObjectName(u"setColumn"_s);
    form->addRow(tr("&Column"), m_column);
    form->addRow(tr("Gets"), valueRow());
    form->addRow(tr("In"), scopeRows());

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_apply = buttons->addButton(tr("&Stage"), QDialogButtonBox::AcceptRole);
    m_apply->setObjectName(u"setApply"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &SetValuesDialog::apply);
    connect(buttons, &QDialogButtonBox::rejected, this, &SetValuesDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_trials, 1);
    layout->addWidget(m_note);
    layout->addWidget(buttons);
    const QFontMetrics metrics = fontMetrics();
    resize(metrics.averageCharWidth() * widthInCharacters, metrics.lineSpacing() * 26);
}

QWidget *SetValuesDialog::valueRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_kind->setObjectName(u"setKind"_s);
    m_kind->setAccessibleName(tr("What it gets"));
    m_kind->addItem(tr("the value"), Value);
    m_kind->addItem(tr("the expression"), Expression);
    m_text->setObjectName(u"setText"_s);
    m_text->setAccessibleName(tr("Value or expression"));
    layout->addWidget(m_kind);
    layout->addWidget(m_text, 1);
    return row;
}

QWidget *SetValuesDialog::scopeRows()
{
    auto *rows = new QWidget(this);
    auto *layout = new QVBoxLayout(rows);
    layout->setContentsMargins(0, 0, 0, 0);
    m_selected->setObjectName(u"setSelected"_s);
    m_all->setObjectName(u"setAll"_s);
    layout->addWidget(m_selected);
    layout->addWidget(m_all);
    return rows;
}

QTableWidget *SetValuesDialog::makeTrials()
{
    auto *table = new QTableWidget(0, 3, this);
    table->setObjectName(u"setTrials"_s);
    table->setAccessibleName(tr("What it comes to in the first rows"));
    table->setHorizontalHeaderLabels({tr("Row"), tr("Now"), tr("Becomes")});
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() + 4);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setFocusPolicy(Qt::NoFocus);
    return table;
}

void SetValuesDialog::fillColumns(int column)
{
    const TableSchema &schema = m_model.schema();
    for (int i = 0; i < schema.columns.size(); ++i) {
        const ColumnSchema &each = schema.columns.at(i);
        if (each.updatable && each.generated.isEmpty())
            m_column->addItem(each.name, i);
    }
    m_column->setCurrentIndex(std::max(0, m_column->findData(column)));
}

int SetValuesDialog::column() const
{
    return m_column->count() > 0 ? m_column->currentData().toInt() : -1;
}

SetValuesDialog::Kind SetValuesDialog::kind() const
{
    return Kind(m_kind->currentData().toInt());
}

std::optional<ColumnChange> SetValuesDialog::change() const
{
    if (column() < 0)
        return std::nullopt;
    ColumnChange change;
    change.column = column();
    if (kind() == Null)
        return change;
    if (kind() == Expression) {
        change.expression = m_text->text();
        return change.expression.trimmed().isEmpty() ? std::nullopt : std::optional(change);
    }
    const bool isText = m_model.schema().columns.at(change.column).kind == TypeKind::Text;
    if (m_text->text().isEmpty() && !isText)
        return std::nullopt;
    change.value = m_text->text().toUtf8();
    return change;
}

bool SetValuesDialog::isEverywhere() const
{
    return m_all->isChecked();
}

TableModel::Runs SetValuesDialog::rows() const
{
    return isEverywhere() ? m_model.tableRows() : m_selection.rows();
}

std::optional<qint64> SetValuesDialog::count() const
{
    const qint64 all = m_model.totalRows() - m_model.tableRows().constFirst().first;
    if (isEverywhere())
        return m_model.totalIsExact() ? std::optional(all) : std::nullopt;
    return m_selection.rowCount();
}

bool SetValuesDialog::isForServer() const
{
    return isEverywhere() && count().value_or(0) > TableModel::mostRowsStaged;
}

/// NULL is offered where it can be.
void SetValuesDialog::onColumn()
{
    const int null = m_kind->findData(Null);
    const bool isNullable = column() >= 0 && m_model.schema().columns.at(column()).nullable;
    if (isNullable && null < 0)
        m_kind->addItem(tr("NULL"), Null);
    else if (!isNullable && null >= 0)
        m_kind->removeItem(null);
    update();
}

void SetValuesDialog::update()
{
    m_text->setVisible(kind() != Null);
    m_text->setFont(kind() == Expression ? QFontDatabase::systemFont(QFontDatabase::FixedFont)
                                         : font());
    m_text->setPlaceholderText(kind() == Expression && column() >= 0
                                   ? tr("SQL over the columns of a row: %1 + 1")
                                         .arg(m_model.schema().columns.at(column()).name)
                                   : QString());
    if (isEverywhere() && !m_model.totalIsExact())
        m_model.countExactly();
    m_isRefused = false;
    m_failure.clear();
    m_typing.start(typingPause);
    updateTexts();
}

void SetValuesDialog::updateTexts()
{
    const qint64 selected = std::min(m_selection.rowCount(), m_model.totalRows());
    m_selected->setText(tr("the &selected rows (%1)").arg(locale().toString(selected)));
    const qint64 all = m_model.totalRows() - m_model.tableRows().constFirst().first;
    const QString number = m_model.totalIsExact() ? locale().toString(all)
                         : isEverywhere()         ? tr("counting…")
                                                  : tr("about %1").arg(locale().toString(all));
    m_all->setText((m_model.query().isFiltered() ? tr("&all rows that match the filter (%1)")
                                                 : tr("&all rows of the table (%1)"))
                       .arg(number));
    const auto rows = count();
    m_apply->setText(isForServer() ? tr("&Change %1 rows now").arg(locale().toString(*rows))
                                   : tr("&Stage"));
    // What cannot be undone shall not be a stroke of the Enter key away.
    m_apply->setAutoDefault(!isForServer());
    m_apply->setDefault(!isForServer());
    m_apply->setEnabled(!m_isRunning && !m_isRefused && change() && rows && *rows > 0);
    if (!m_isRefused && !m_isRunning)
        explain();
}

/// What a click will do, or why the last one did not.
void SetValuesDialog::explain()
{
    if (!m_failure.isEmpty()) {
        m_note->note(m_failure, true);
    } else if (isForServer()) {
        m_note->note(
            tr("These are too many rows to stage: one statement changes all of them at once, in "
               "one transaction. It cannot be undone."),
            false);
    } else {
        m_note->note(tr("Nothing is sent before you commit."), false);
    }
}

void SetValuesDialog::fail(const Error &error)
{
    m_failure = error.toText();
    explain();
}

void SetValuesDialog::tryOut()
{
    const auto wanted = change();
    const quint64 number = ++m_tries;
    if (!wanted) {
        m_trials->setRowCount(0);
        return;
    }
    m_model.tryChange(rows(), *wanted, triedRows, this,
                      [this, number](const Result<QList<TableModel::Trial>> &trials) {
                          if (number == m_tries && !m_isRunning)
                              showTrials(trials);
                      });
}

void SetValuesDialog::showTrials(const Result<QList<TableModel::Trial>> &trials)
{
    m_isRefused = !trials;
    m_trials->setRowCount(trials ? int(trials->size()) : 0);
    for (int row = 0; row < m_trials->rowCount(); ++row) {
        const TableModel::Trial &one = trials->at(row);
        const QString key =
            one.primaryKey.isEmpty() ? tr("new row") : keyText(m_model.schema(), one.primaryKey);
        const QStringList texts{key, valueExcerpt(one.before), valueExcerpt(one.after)};
        for (int i = 0; i < texts.size(); ++i)
            m_trials->setItem(row, i, new QTableWidgetItem(texts.at(i)));
    }
    updateTexts();
    if (!trials) {
        const QString where = trials.error().detail;
        m_note->note(trials.error().message + (where.isEmpty() ? QString() : u'\n' + where), true);
    }
}

void SetValuesDialog::apply()
{
    const auto wanted = change();
    const auto rows = count();
    if (!wanted || !rows || m_isRunning)
        return;
    m_failure.clear();
    setRunning(true);
    if (isForServer()) {
        m_model.changeOnServer(*wanted, *rows, this, [this](const Result<qint64> &changed) {
            setRunning(false);
            if (changed) {
                accept();
                Q_EMIT this->changed(*changed);
                return;
            }
            if (changed.error().kind == Error::Kind::Conflict)
                m_model.countExactly();
            fail(changed.error());
        });
        return;
    }
    m_model.changeRows(this->rows(), *wanted, this, [this](const Result<int> &staged) {
        setRunning(false);
        if (staged) {
            accept();
            Q_EMIT this->staged(*staged);
            return;
        }
        fail(staged.error());
    });
}

void SetValuesDialog::setRunning(bool running)
{
    m_isRunning = running;
    for (QWidget *field : QList<QWidget *>{m_column, m_kind, m_text, m_all})
        field->setEnabled(!running);
    m_selected->setEnabled(!running && m_selection.rowCount() > 0);
    updateTexts();
    if (running)
        m_note->note(isForServer() ? tr("The server is changing the rows…")
                                   : tr("Reading the rows…"),
                     false);
}

void SetValuesDialog::reject()
{
    if (m_isRunning)
        m_model.cancel();
    else
        QDialog::reject();
}

}  // namespace roster
