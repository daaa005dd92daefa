// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/rescuedialog.h"

#include "models/database/connections.h"
#include "models/schema/catalogue.h"
#include "ui/common/errorbar.h"
#include "ui/common/theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

using Row = RowDifference::Row;

constexpr qsizetype shownCharacters = 300;

enum TreeColumn { RowColumn, LiveColumn, BackupColumn };

QString shown(const SqlValue &value)
{
    if (!value)
        return u"NULL"_s;
    QString text = QString::fromUtf8(*value).left(shownCharacters);
    return text.replace(u'\n', u'↵').replace(u'\t', u'→');
}

void dim(QTreeWidgetItem &item, int column)
{
    item.setForeground(column, Theme::dimmed());
    QFont font = item.font(column);
    font.setItalic(true);
    item.setFont(column, font);
}

}  // namespace

RescueDialog::~RescueDialog()
{
    if (m_job)
        m_job->cancel();
}

void RescueDialog::readSchema()
{
    const bool isCut = std::any_of(m_excerpt.rows.cbegin(), m_excerpt.rows.cend(),
                                   [](const DumpRows::Row &row) { return row.isCut; });
    if (isCut) {
        showError({.kind = Error::Kind::Refused,
                   .message = tr("One of the rows is too long to be compared: only its beginning "
                                 "was read."),
                   .hint = tr("Choose other rows, or restore the backup as a new database.")});
        return;
    }
    for (const DumpRows::Row &row : std::as_const(m_excerpt.rows))
        m_values << row.values;
    const auto &[schema, name] = m_excerpt.table;
    const TableName table{schema.isEmpty() ? u"public"_s : schema, name};
    auto running = m_connections.background().run(
        tr("Read the columns of %1").arg(name),
        [table](Session &session, Progress &) { return readTable(session, table); },
        Job::Visibility::Quiet);
    m_job = running.job;
    showState();
    running.future.then(this, [this](const Result<TableSchema> &found) {
        m_job.reset();
        onSchema(found);
    });
}

void RescueDialog::onSchema(const Result<TableSchema> &schema)
{
    if (!schema) {
        showError(schema.error());
        return;
    }
    m_schema = *schema;
    if (const auto why = RowDifference::obstacle(m_schema, m_excerpt.columns, m_values)) {
        showError(*why);
        return;
    }
    showFields();
    compare();
}

void RescueDialog::showFields()
{
    const QScopedValueRollback filling(m_isFilling, true);
    const QStringList gone = RowDifference::goneColumns(m_schema, m_excerpt.columns);
    const QStringList generated = RowDifference::generatedColumns(m_schema, m_excerpt.columns);
    for (const QString &name : std::as_const(m_excerpt.columns)) {
        const bool isKey = m_schema.primaryKey.contains(name);
        const bool isLeftOut = gone.contains(name) || generated.contains(name);
        auto *item = new QListWidgetItem(
            isKey                      ? tr("%1 (key)").arg(name)
            : gone.contains(name)      ? tr("%1 (no such column any more)").arg(name)
            : generated.contains(name) ? tr("%1 (the server fills it)").arg(name)
                                       : name,
            m_fields);
        item->setData(Qt::UserRole, name);
        item->setCheckState(isLeftOut ? Qt::Unchecked : Qt::Checked);
        item->setFlags(isKey || isLeftOut
                           ? Qt::ItemIsUserCheckable
                           : Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    }
}

QStringList RescueDialog::chosenFields() const
{
    QStringList names;
    for (int row = 0; row < m_fields->count(); ++row) {
        if (m_fields->item(row)->checkState() == Qt::Checked)
            names << m_fields->item(row)->data(Qt::UserRole).toString();
    }
    return names;
}

void RescueDialog::compare()
{
    m_compareSoon.stop();
    if (m_job)
        m_job->cancel();
    m_errorBar->clear();
    auto running = m_connections.background().run(
        tr("Compare rows of %1 with a backup").arg(m_schema.name.name),
        [schema = m_schema, columns = m_excerpt.columns, values = m_values,
         fields = chosenFields()](Session &session, Progress &) {
            return RowDifference::read(session, schema, columns, values, fields);
        });
    m_job = running.job;
    showState();
    running.future.then(this, [this, job = running.job](const Result<RowDifference> &difference) {
        if (job != m_job)
            return;
        m_job.reset();
        onCompared(difference);
    });
}

void RescueDialog::onCompared(const Result<RowDifference> &difference)
{
    m_difference = difference.value_or(RowDifference());
    showDifference();
    if (difference)
        return;
    Error error = difference.error();
    if (error.kind == Error::Kind::Sql && error.hint.isEmpty())
        error.hint = tr("A value may not fit its column's type any more: leave that field out.");
    showError(error);
}

void RescueDialog::showDifference()
{
    const QScopedValueRollback filling(m_isFilling, true);
    m_rows->clear();
    QList<QTreeWidgetItem *> items;
    for (const Row &row : std::as_const(m_difference.rows)) {
        QStringList key;
        for (const SqlValue &value : row.key)
            key << shown(value);
        auto *item = new QTreeWidgetItem({key.join(u", "_s)});
        items << item;
        item->setText(LiveColumn, row.kind == Row::Kind::Missing ? tr("missing: it will be added")
                                  : row.kind == Row::Kind::Same
                                      ? tr("the same")
                                      : tr("%n field(s) differ", nullptr, int(row.fields.size())));
        if (row.kind == Row::Kind::Same)
            dim(*item, LiveColumn);
        else
            item->setCheckState(RowColumn, Qt::Checked);
        for (const Row::Field &field : row.fields) {
            auto *line = new QTreeWidgetItem(
                item, {m_difference.columns.at(field.column),
                       row.kind == Row::Kind::Missing ? QString() : shown(field.live),
                       shown(field.wanted)});
            if (!field.live)
                dim(*line, LiveColumn);
            if (!field.wanted)
                dim(*line, BackupColumn);
        }
    }
    m_rows->addTopLevelItems(items);
    if (items.size() <= 50)
        m_rows->expandAll();
    filter();
}

/// A row stays where its key or one of its fields holds the text.
void RescueDialog::filter()
{
    const QString text = m_filter->text();
    for (int at = 0; at < m_rows->topLevelItemCount(); ++at) {
        QTreeWidgetItem *item = m_rows->topLevelItem(at);
        bool fits = text.isEmpty() || item->text(RowColumn).contains(text, Qt::CaseInsensitive);
        for (const SqlValue &value : m_values.value(at)) {
            if (fits)
                break;
            fits = value && QString::fromUtf8(*value).contains(text, Qt::CaseInsensitive);
        }
        const bool isSame = m_difference.rows.at(at).kind == Row::Kind::Same;
        item->setHidden(!fits || (isSame && m_onlyDifferent->isChecked()));
    }
    showState();
}

void RescueDialog::showState()
{
    qint64 missing = 0;
    qint64 differing = 0;
    int chosen = 0;
    for (int at = 0; at < m_rows->topLevelItemCount(); ++at) {
        const Row::Kind kind = m_difference.rows.at(at).kind;
        missing += kind == Row::Kind::Missing ? 1 : 0;
        differing += kind == Row::Kind::Differs ? 1 : 0;
        const QTreeWidgetItem *item = m_rows->topLevelItem(at);
        chosen += !item->isHidden() && kind != Row::Kind::Same
                       && item->checkState(RowColumn) == Qt::Checked
                    ? 1
                    : 0;
    }
    m_busy->setVisible(m_job != nullptr);
    const QLocale locale;
    m_state->setText(
        m_job ? tr("Comparing…")
              : tr("Missing: %1. Different: %2. The same: %3.")
                    .arg(locale.toString(missing), locale.toString(differing),
                         locale.toString(m_difference.rows.size() - missing - differing)));
    m_stage->setText(tr("&Stage on the table's page (%1)").arg(locale.toString(chosen)));
    m_stage->setEnabled(chosen > 0 && !m_job);
    m_fields->setEnabled(m_fields->count() > 0);
}

void RescueDialog::stage()
{
    RowDifference chosen = m_difference;
    chosen.rows.clear();
    for (int at = 0; at < m_rows->topLevelItemCount(); ++at) {
        const QTreeWidgetItem *item = m_rows->topLevelItem(at);
        const Row &row = m_difference.rows.at(at);
        if (!item->isHidden() && row.kind != Row::Kind::Same
            && item->checkState(RowColumn) == Qt::Checked)
            chosen.rows << row;
    }
    if (chosen.rows.isEmpty())
        return;
    Q_EMIT stageRequested(chosen);
    accept();
}

void RescueDialog::showError(const Error &error)
{
    m_errorBar->showError(error);
    showState();
}

}  // namespace roster
