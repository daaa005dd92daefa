// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/dumpxray.h"

#include "models/database/localpaths.h"
#include "models/views/dumprowsmodel.h"
#include "ui/common/errorbar.h"
#include "ui/common/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSet>
#include <QTableView>
#include <QTableWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int barSteps = 1000;

QString nameOf(const DumpRows::TableKey &table)
{
    return table.first.isEmpty() || table.first == "public"_L1 ? table.second
                                                               : table.first + u'.' + table.second;
}

}  // namespace

DumpXray::~DumpXray()
{
    // Reading goes on for nobody otherwise.
    if (m_opening)
        m_opening->cancel();
}

void DumpXray::open(const BackupFile &file)
{
    m_backup = file;
    m_database.clear();
    m_databases->hide();
    readContents();
}

void DumpXray::readContents()
{
    if (m_opening)
        m_opening->cancel();
    m_errorBar->clear();
    m_contents = {};
    m_tables->setRowCount(0);
    m_table = {};
    m_reading->close();
    m_model->reset({});
    auto running =
        runFileJob(*QThreadPool::globalInstance(), tr("Look into %1").arg(m_backup.name()),
                   [file = m_backup, database = m_database](Progress &progress) {
                       return contents(file, database, progress);
                   });
    m_opening = running.job;
    connect(m_opening.get(), &Job::changed, this, &DumpXray::showState);
    Q_EMIT jobStarted(m_opening);
    showState();
    running.future.then(this, [this, job = running.job](const Result<Contents> &found) {
        if (job != m_opening)
            return;
        m_opening.reset();
        onContents(found);
    });
}

/// A manifest knows the tables at once; any other file is read to its end.
Result<DumpXray::Contents> DumpXray::contents(const BackupFile &file, const QString &database,
                                              Progress &progress)
{
    const auto held = file.open(&progress);
    if (!held)
        return fail(held.error());
    auto dump = DumpFile::of(*held);
    if (!dump)
        return fail(dump.error());
    dump->setDatabase(database);
    Contents found;
    found.file = *dump;
    if (file.manifest && !file.manifest->rows.isEmpty()) {
        for (const BackupManifest::Rows &table : file.manifest->rows)
            found.tables.insert({table.schema, table.table}, table.rows);
        return found;
    }
    const auto summary = DumpSummary::read(*dump, LocalPaths::standard().binaries, progress);
    if (!summary)
        return fail(summary.error());
    found.tables = summary->tables;
    found.problem = summary->problem;
    if (dump->format() == DumpFile::Format::Cluster) {
        for (const DumpSummary::Database &one : summary->databases)
            found.databases << one.name;
    }
    return found;
}

void DumpXray::onContents(const Result<Contents> &found)
{
    if (!found) {
        m_errorBar->showError(found.error());
        showState();
        return;
    }
    m_contents = *found;
    if (m_contents.problem)
        m_errorBar->showError(*m_contents.problem);
    if (!m_contents.databases.isEmpty() && m_databases->isHidden()) {
        m_databases->clear();
        m_databases->addItems(m_contents.databases);
        m_databases->show();
        m_database = m_databases->currentText();
        readContents();
        return;
    }
    showTables();
}

void DumpXray::showTables()
{
    m_tables->setRowCount(int(m_contents.tables.size()));
    int row = 0;
    int first = -1;
    for (auto table = m_contents.tables.cbegin(); table != m_contents.tables.cend(); ++table) {
        auto *name = new QTableWidgetItem(nameOf(table.key()));
        name->setData(Qt::UserRole, table.key().first);
        name->setData(Qt::UserRole + 1, table.key().second);
        m_tables->setItem(row, 0, name);
        auto *rows = new QTableWidgetItem(table.value() < 0 ? tr("not whole")
                                                            : QLocale().toString(table.value()));
        rows->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_tables->setItem(row, 1, rows);
        if (table.value() != 0 && (first < 0 || table.key().second == "players"_L1))
            first = row;
        ++row;
    }
    m_tables->setCurrentCell(first, 0);
    showState();
}

void DumpXray::showRows()
{
    const QTableWidgetItem *chosen = m_tables->item(m_tables->currentRow(), 0);
    m_findSoon.stop();
    if (!chosen || !m_contents.file)
        return;
    m_table = {chosen->data(Qt::UserRole).toString(), chosen->data(Qt::UserRole + 1).toString()};
    if (!m_contents.problem)
        m_errorBar->clear();
    m_isFresh = true;
    m_model->reset({});
    m_searched = m_find->text();
    m_reading->open(*m_contents.file, m_table, m_searched);
    showState();
}

void DumpXray::onRows(const QStringList &columns, const QList<DumpRows::Row> &rows)
{
    if (m_isFresh) {
        m_isFresh = false;
        m_model->reset(columns);
        const int em = fontMetrics().horizontalAdvance(u'm');
        for (int column = 0; column < columns.size(); ++column)
            m_grid->setColumnWidth(column, em * 10);
    }
    m_model->append(rows);
    const bool hasMore = !m_reading->isOver();
    m_model->setHasMore(hasMore);
    if (hasMore && m_model->rowCount() < DumpReading::rowsAtOnce)
        m_reading->more();  // found here and there: the first screen fills by itself
    showState();
}

void DumpXray::onFailed(const Error &error)
{
    m_model->setHasMore(false);
    Error shown = error;
    if (m_model->rowCount() > 0 && error.kind != Error::Kind::Cancelled && shown.hint.isEmpty())
        shown.hint = tr("The rows below come before the fault.");
    if (error.kind == Error::Kind::Cancelled)
        m_errorBar->showMessage(Theme::Meaning::Info, error.message,
                                tr("What was read until then is shown. F5 begins anew."));
    else
        m_errorBar->showError(shown);
    showState();
}

void DumpXray::stop()
{
    if (m_opening)
        m_opening->cancel();
    m_reading->stop();
}

void DumpXray::showState()
{
    const bool isBusy = m_opening || m_reading->isReading();
    m_stop->setVisible(isBusy);
    m_progress->setVisible(isBusy);
    m_rescue->setEnabled(m_grid->selectionModel()->hasSelection());
    if (isBusy) {
        const Progress::State state = m_opening ? m_opening->state() : m_reading->state();
        const bool isKnown = state.total > 0;
        m_progress->setRange(0, isKnown ? barSteps : 0);
        m_progress->setValue(isKnown ? int(double(state.done) / double(state.total) * barSteps)
                                     : 0);
    }
    const int rows = m_model->rowCount();
    if (m_opening) {
        m_state->setText(tr("Reading %1…").arg(m_backup.name()));
    } else if (m_table.second.isEmpty()) {
        m_state->setText(m_tables->rowCount() > 0 ? tr("Choose a table.")
                                                  : tr("No table with rows."));
    } else if (m_model->isFull()) {
        m_state->setText(tr("The first %n row(s); search to see others.", nullptr, rows));
    } else if (m_reading->isOver()) {
        m_state->setText(m_searched.isEmpty() ? tr("%n row(s)", nullptr, rows)
                                              : tr("%n row(s) found", nullptr, rows));
    } else {
        m_state->setText(tr("%n row(s) read so far; scroll for more", nullptr, rows));
    }
}

void DumpXray::copy()
{
    const QModelIndexList cells = m_grid->selectionModel()->selectedIndexes();
    if (cells.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(QString::fromUtf8(m_model->text(cells)));
    Q_EMIT statusMessage(tr("%n cell(s) copied", nullptr, int(cells.size())));
}

void DumpXray::rescue()
{
    QSet<int> chosen;
    for (const QItemSelectionRange &range : m_grid->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            chosen << row;
    }
    QList<int> rows(chosen.cbegin(), chosen.cend());
    std::sort(rows.begin(), rows.end());
    DumpExcerpt excerpt{m_table, m_model->columns(), {}};
    for (const int row : std::as_const(rows))
        excerpt.rows << m_model->row(row);
    if (!excerpt.rows.isEmpty())
        Q_EMIT rescueRequested(excerpt);
}

}  // namespace roster
