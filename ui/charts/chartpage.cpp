// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartpage.h"

#include "models/charts/chartbuilder.h"
#include "models/database/connections.h"
#include "models/schema/catalogue.h"
#include "models/schema/declaredtables.h"
#include "models/views/charttablemodel.h"
#include "ui/charts/chartcanvas.h"
#include "ui/charts/chartcontrols.h"
#include "ui/common/emptystate.h"

#include <QLabel>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace roster {

ChartPage::~ChartPage()
{
    if (m_job)
        m_job->cancel();
}

void ChartPage::setTables(const QList<TableName> &tables, const QStringList &titles)
{
    m_controls->setTables(tables, titles);
    if (tables.isEmpty()) {
        showState(u"empty"_s, tr("No tables to chart"),
                  tr("Create the declared tables first; they are then listed here."));
    } else if (m_controls->table().name.isEmpty()) {
        open(tables.first());
    }
}

void ChartPage::open(const TableName &table)
{
    if (!m_controls->setTable(table))
        return;
    m_schema.reset();
    m_counts.reset();
    m_brushed.reset();
    if (isVisible())
        readSchema();
}

void ChartPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_controls->table().name.isEmpty())
        return;
    if (!m_schema) {
        readSchema();
        return;
    }
    // Our own brush narrowed the grid: the chart it came from stays to be brushed again.
    TableQuery grid = m_gridQuery(m_controls->table());
    grid.order.clear();
    if (m_brushed && *m_brushed == grid)
        return;
    m_brushed.reset();
    if (wanted().query != m_request.query)
        load();
}

void ChartPage::refresh()
{
    m_brushed.reset();
    readSchema();
}

void ChartPage::stop()
{
    if (m_job)
        m_job->cancel();
}

void ChartPage::readSchema()
{
    const TableName table = m_controls->table();
    const int asked = ++m_asked;
    if (m_job)
        m_job->cancel();
    auto reading = m_connections.page().run(
        tr("Read the columns of %1").arg(table.name),
        [table](Session &session, Progress &) { return readTable(session, table); },
        Job::Visibility::Quiet);
    reading.future.then(this, [this, asked](const Result<TableSchema> &schema) {
        if (asked != m_asked)
            return;
        if (!schema) {
            showError(schema.error());
            return;
        }
        m_schema = mergeDeclared(*schema).readablePart();
        m_controls->setSchema(*m_schema);
        load();
    });
}

/// Other bars of the same counts need no server.
void ChartPage::onControls()
{
    if (!m_schema)
        return;
    ChartRequest known = m_request;
    const ChartRequest now = wanted();
    known.bins = now.bins;
    known.wholeRange = now.wholeRange;
    const bool isCategory = m_counts && !m_counts->values.isEmpty();
    if (m_counts && known == now && !isCategory) {
        m_request = now;
        rebuild();
    } else if (!m_counts || now != m_request) {
        m_brushed.reset();
        load();
    }
}

ChartRequest ChartPage::wanted() const
{
    ChartRequest request = m_controls->request();
    if (m_controls->followsGrid())
        request.query = m_brushed ? m_request.query : m_gridQuery(m_controls->table());
    request.query.order.clear();
    return request;
}

void ChartPage::load()
{
    if (m_job)
        m_job->cancel();
    m_request = wanted();
    m_counts.reset();
    m_chart = {};
    const int asked = ++m_asked;
    if (m_request.column.isEmpty()) {
        showState(u"empty"_s, tr("Nothing to chart"),
                  tr("%1 has no column of numbers, times, texts or yes and no.")
                      .arg(m_schema->name.name));
        return;
    }
    auto counting = m_connections.background().run(
        tr("Chart %1 of %2").arg(m_request.column, m_schema->name.name),
        [schema = *m_schema, request = m_request](Session &session, Progress &progress) {
            return readChartCounts(session, progress, schema, request);
        });
    m_job = counting.job;
    m_slow.start();
    m_stop->setEnabled(true);
    counting.future.then(this, [this, asked](const Result<ChartCounts> &counts) {
        if (asked == m_asked)
            onCounts(counts);
    });
}

void ChartPage::onCounts(const Result<ChartCounts> &counts)
{
    m_slow.stop();
    m_stop->setEnabled(false);
    const qint64 took = m_job ? m_job->elapsedMs() : 0;
    m_job.reset();
    if (!counts) {
        showError(counts.error());
        return;
    }
    m_counts = *counts;
    rebuild();
    Q_EMIT statusMessage(
        tr("Counted in %1 s").arg(QLocale().toString(double(took) / 1000, 'f', 2)));
}

void ChartPage::rebuild()
{
    m_chart = buildChart(*m_schema, m_request, *m_counts);
    showChart();
}

void ChartPage::showChart()
{
    m_model->setChart(m_chart);
    fitTable();
    showNotes();
    m_save->setEnabled(!m_chart.isEmpty());
    if (m_chart.isEmpty() || m_chart.total == 0) {
        const bool isFiltered = m_request.query.isFiltered();
        showState(u"empty"_s, tr("No rows to count"),
                  isFiltered ? tr("No row of %1 passes the filter.").arg(m_schema->name.name)
                             : tr("%1 is empty.").arg(m_schema->name.name));
        return;
    }
    ensureCanvas();
    if (m_canvas) {
        m_canvas->setData(m_chart);
        m_canvas->setAccessibleName(m_chart.title);
        m_canvas->setAccessibleDescription(m_notes->text());
    }
    m_stack->setCurrentWidget(m_splitter);
}

/// What is counted is always said: which rows, how many, and what of them is not drawn.
void ChartPage::showNotes()
{
    QStringList applied;
    const TableQuery &query = m_request.query;
    for (auto it = query.filters.cbegin(); it != query.filters.cend(); ++it)
        applied << u"%1: %2"_s.arg(it.key(), it.value());
    if (!query.anyColumn.isEmpty())
        applied << tr("any column: %1").arg(query.anyColumn);
    if (!query.where.trimmed().isEmpty())
        applied << u"WHERE "_s + query.where.simplified();
    m_applied->setText(applied.isEmpty() ? tr("All rows are counted.")
                                         : tr("Only rows with %1").arg(applied.join(u" · "_s)));
    QStringList notes{tr("%n row(s)", nullptr,
                         int(std::min<qint64>(m_chart.total, std::numeric_limits<int>::max())))};
    notes += m_chart.notes;
    m_notes->setText(notes.join(u" · "_s));
}

void ChartPage::showError(const Error &error)
{
    m_slow.stop();
    m_stop->setEnabled(false);
    m_save->setEnabled(false);
    m_model->setChart({});
    if (error.kind == Error::Kind::Cancelled) {
        showState(u"stop"_s, tr("Stopped"), tr("Nothing was counted."));
    } else {
        const QString text =
            error.detail.isEmpty() ? error.hint : error.detail + u'\n' + error.hint;
        showState(u"warning"_s, error.message, text);
    }
    m_state->addButton(u"retryChart"_s, tr("Try &again"), [this] { refresh(); });
}

void ChartPage::showState(const QString &icon, const QString &title, const QString &text)
{
    m_notes->clear();
    m_state->present(icon, title, text);
    m_stack->setCurrentWidget(m_state);
}

void ChartPage::brush(ChartRange bins, ChartRange rows)
{
    if (!m_schema || m_chart.isEmpty())
        return;
    const auto query = brushedQuery(*m_schema, m_chart, m_request, bins, rows);
    if (!query) {
        Q_EMIT statusMessage(tr("No filter can tell these rows from others."));
        return;
    }
    if (m_canvas)
        m_canvas->select(bins, rows);
    m_brushed = *query;
    Q_EMIT rowsRequested(m_schema->name, *query);
}

}  // namespace roster
