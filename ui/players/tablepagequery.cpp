// SPDX-License-Identifier: GPL-3.0-or-later
// TablePage: which rows, in which order, and how the reading of them goes.
#include "ui/common/errorbar.h"
#include "ui/common/theme.h"
#include "ui/players/columnheader.h"
#include "ui/players/filterrow.h"
#include "ui/players/gotodialog.h"
#include "ui/players/tablepageprivate.h"

#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

void TablePage::Private::connectModel()
{
    connect(&model, &TableModel::failed, &page, [this](const Error &error) { onFailed(error); });
    connect(&model, &TableModel::loaded, &page, [this] { onLoaded(); });
    // Another session may add or drop columns while the page is open.
    connect(&model, &TableModel::modelReset, &page, [this] {
        if (model.schema().columns == m_laidOut)
            return;
        const auto filters = m_view->columnHeader().filterRow().filters();
        layOutColumns();
        m_view->columnHeader().filterRow().setFilters(filters);
        m_isFitted = false;
    });
    connect(&model, &TableModel::found, &page, [this](qint64 position) {
        withdraw(m_readComplaint);
        m_view->goTo(position, foundColumn(position));
        m_lookedFor.text.clear();
        if (!std::exchange(m_keepsFocus, false))
            m_view->setFocus();
    });
    connect(&model, &TableModel::totalChanged, &page, [this] {
        if (model.totalIsExact())
            m_isCounting = false;
        keepStop();
        showFooter();
        showEmptyState();
    });
    connect(&model, &TableModel::filterWeighed, &page, [this] { showIndexes(); });
    connect(&model, &TableModel::loadingChanged, &page, [this](bool loading) {
        if (loading)
            m_slow.start();
        else if (!isBusy())
            m_slow.stop();
        keepStop();
        showEmptyState();
    });
    connect(&model, &TableModel::workingChanged, &page, [this](bool working) {
        if (working)
            m_slow.start();
        else
            keepStop();
    });
    connect(&m_slow, &QTimer::timeout, &page, [this] { actions.stop->setVisible(isBusy()); });
    connect(&model, &TableModel::readOnlyChanged, &page, [this] { updateActions(); });
    connect(&model, &TableModel::windowChanged, &page, [this] {
        withdraw(m_readComplaint);
        fitToFirstRows();
        showEmptyState();
    });
    connect(m_view, &TableView::topChanged, &page, [this] { showFooter(); });
    connect(m_view, &TableView::selectionMoved, &page, [this] {
        showFooter();
        updateActions();
    });
    connect(m_empty, &NoRowsPanel::clearFiltersRequested, &page, [this] { clearFilters(); });
    connect(m_empty, &NoRowsPanel::retryRequested, &page, &TablePage::refresh);
    connect(m_empty, &NoRowsPanel::addRequested, actions.add, &QAction::trigger);
    connect(m_empty, &NoRowsPanel::seedRequested, &page, [this] {
        constexpr qint64 rows = 1000;
        Q_EMIT page.seedRequested(rows);
    });
}

void TablePage::Private::connectQuery()
{
    FilterRow &row = m_view->columnHeader().filterRow();
    connect(&m_view->columnHeader(), &ColumnHeader::sortRequested, &page,
            [this](int column, bool add) { sortBy(column, add); });
    connect(&row, &FilterRow::changed, &page, [this] { applyFilters(); });
    connect(&row, &FilterRow::clearRequested, &page, [this] { clearFilters(); });
    connect(m_filterBar, &FilterBar::changed, &page, [this] { applyFilters(); });
    connect(m_filterBar, &FilterBar::clearRequested, &page, [this] { clearFilters(); });
    connect(m_filterBar, &FilterBar::leaveRequested, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_filterBar, &FilterBar::removeRequested, &page,
            [this](const QString &what) { removeFilter(what); });
    connect(m_filterBar, &FilterBar::savedChosen, &page,
            [this](const TableQuery &saved) { showRows(saved); });
    connect(m_filterBar, &FilterBar::whereVisibleChanged, actions.where, &QAction::setChecked);
    connect(actions.where, &QAction::triggered, m_filterBar, &FilterBar::setWhereVisible);
    connect(actions.filter, &QAction::triggered, &page,
            [this] { m_view->columnHeader().filterRow().focusColumn(m_view->currentColumn()); });
    connect(actions.search, &QAction::triggered, m_filterBar, &FilterBar::focusSearch);
    connect(actions.clearFilters, &QAction::triggered, &page, [this] { clearFilters(); });
}

void TablePage::Private::showRows(const TableQuery &asked)
{
    TableQuery query = asked;
    query.order = m_asked.order;
    ask(query);
    m_filterBar->setTexts(query.anyColumn, query.where);
    m_view->columnHeader().filterRow().setFilters(query.filters);
}

void TablePage::Private::applyFilters()
{
    TableQuery query = m_asked;
    query.filters = m_view->columnHeader().filterRow().filters();
    query.anyColumn = m_filterBar->anyColumn();
    query.where = m_filterBar->where();
    if (query != m_asked)
        ask(query);
}

void TablePage::Private::ask(const TableQuery &query)
{
    m_asked = query;
    m_hasFailed = false;
    m_filterBar->setWhereError({});
    m_filterBar->setFilterError({});
    m_view->columnHeader().filterRow().setError({}, {});
    m_errors->clear();
    model.setQuery(query);
    remember();
}

void TablePage::Private::sortBy(int column, bool add)
{
    const QString name = model.schema().columns.at(column).name;
    TableQuery query = m_asked;
    QList<SortColumn> order = shownOrder();
    const auto at = std::find_if(order.begin(), order.end(),
                                 [&name](const SortColumn &sort) { return sort.column == name; });
    const auto flipped = [](Qt::SortOrder direction) {
        return direction == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    };
    if (add) {
        if (at == order.end())
            order << SortColumn{name, Qt::AscendingOrder};
        else
            at->order = flipped(at->order);
    } else {
        const bool isAlone = order.size() == 1 && at != order.end();
        order = {{name, isAlone ? flipped(at->order) : Qt::AscendingOrder}};
    }
    query.order = order;
    ask(query);
}

void TablePage::Private::clearFilters()
{
    TableQuery query;
    query.order = m_asked.order;
    m_view->columnHeader().filterRow().setFilters({});
    m_filterBar->setTexts({}, {});
    if (query != m_asked)
        ask(query);
}

void TablePage::Private::removeFilter(const QString &what)
{
    TableQuery query = m_asked;
    if (what == "#any"_L1)
        query.anyColumn.clear();
    else if (what == "#where"_L1)
        query.where.clear();
    else
        query.filters.remove(what);
    m_filterBar->setTexts(query.anyColumn, query.where);
    m_view->columnHeader().filterRow().setFilters(query.filters);
    ask(query);
}

/// As asked; else the default order without the key that only makes it total.
QList<SortColumn> TablePage::Private::shownOrder() const
{
    const TableQuery &query = m_hasRows ? model.query() : m_asked;
    if (!query.order.isEmpty())
        return query.order;
    QList<SortColumn> order = model.order();
    const QStringList &key = model.schema().primaryKey;
    while (order.size() > 1 && key.contains(order.last().column)
           && model.schema().defaultOrder.size() < order.size())
        order.removeLast();
    return order;
}

void TablePage::Private::showQuery()
{
    m_view->columnHeader().setOrder(shownOrder(), !m_hasRows || model.isOrderIndexed());
    showIndexes();
    m_filterBar->showApplied(m_hasRows ? model.query() : TableQuery());
    actions.clearFilters->setEnabled(m_asked.isFiltered());
}

/// Says where an index is missing.
void TablePage::Private::showIndexes()
{
    QStringList notes;
    QStringList explanations;
    if (m_hasRows && !model.isOrderIndexed()) {
        notes << TablePage::tr("no index gives this order: slower");
        explanations << TablePage::tr("The server sorts all rows for this order. An index on these "
                                      "columns would make it quick.");
    }
    if (!model.isFilterIndexed()) {
        notes << TablePage::tr("no index serves this filter: slower");
        explanations << TablePage::tr(
            "The server looks at row after row. An index on the columns of the condition would "
            "make it quick; for a text within values, a trigram index.");
    }
    m_footer->setNotes(notes, explanations.join(u'\n'));
}

void TablePage::Private::onLoaded()
{
    m_hasRows = true;
    m_hasFailed = false;
    m_isCounting = false;
    m_errors->clear();
    showLost();
    m_lost = {};
    m_view->restart();
    fitToFirstRows();
    if (model.rowCount() > 0)
        m_view->goTo(0, m_view->shownColumns().value(0));
    showQuery();
    updateActions();
    showFooter();
    showEmptyState();
}

void TablePage::Private::fitToFirstRows()
{
    // A row added by hand is no measure: only what the table held or was seeded with is.
    if (m_isFitted || model.rowCount() == 0 || model.stagedCount() > 0)
        return;
    m_isFitted = true;
    m_columns->fitToRows();
}

void TablePage::Private::onFailed(const Error &error)
{
    m_isCounting = false;
    m_hasFailed = true;
    showFooter();
    showEmptyState();
    if (error.kind == Error::Kind::Cancelled) {
        say(TablePage::tr("Stopped."));
        return;
    }
    if (error.kind == Error::Kind::InvalidInput && m_asked.filters.contains(error.column)) {
        m_view->columnHeader().filterRow().setError(error.column, error.message);
        m_filterBar->setFilterError(error.message + u' ' + error.hint);
        return;
    }
    // Syntax, unknown column or function, bad value, division by zero: what a condition can be.
    const bool ofCondition = error.kind == Error::Kind::InvalidInput
                          || error.sqlState.startsWith("42"_L1)
                          || error.sqlState.startsWith("22"_L1);
    if (!m_asked.where.isEmpty() && ofCondition && error.sqlState != "42P01"_L1
        && error.sqlState != "42501"_L1) {
        m_filterBar->setWhereError(error.message + u' ' + error.hint);
        return;
    }
    complain(error, m_readComplaint);
    if (error.kind == Error::Kind::Connection)
        m_lostSaid = m_errors->message();
    if (error.kind != Error::Kind::NotFound)
        m_errors->setAction(TablePage::tr("Try again"), [this] { page.refresh(); });
}

bool TablePage::Private::isBusy() const
{
    return model.isLoading() || model.isWorking() || model.isCommitting() || m_isCounting;
}

void TablePage::Private::keepStop()
{
    actions.stop->setVisible(actions.stop->isVisible() && isBusy());
}

void TablePage::Private::showFooter()
{
    PageFooter::Rows rows;
    rows.first = m_view->top();
    rows.total = model.totalRows();
    // None are there where they could not be read.
    rows.last = model.rowCount() == 0 && m_hasFailed
                  ? -1
                  : std::min(rows.first + m_view->visibleRows(), rows.total) - 1;
    rows.placeIsExact = model.positionIsExact();
    rows.totalIsExact = model.totalIsExact();
    rows.isCounting = m_isCounting;
    rows.selected = m_view->selectedRows();
    m_footer->showRows(rows);
}

void TablePage::Private::showEmptyState()
{
    using Kind = NoRowsPanel::Kind;
    Kind kind = Kind::Hidden;
    if (model.rowCount() == 0 && model.totalRows() == 0) {
        if (model.isLoading() || (!m_hasRows && !m_hasFailed))
            kind = Kind::Loading;
        else if (!m_hasRows)
            kind = Kind::Failed;
        else
            kind = model.query().isFiltered() ? Kind::NothingFound : Kind::NoRows;
    } else if (model.rowCount() == 0 && !m_hasRows) {
        kind = m_hasFailed ? Kind::Failed : Kind::Loading;
    }
    // Seeders are for declared tables; so far there is one.
    const bool canSeed = model.schema().name.name == "players"_L1;
    m_empty->showState(kind, model.schema().name.name, model.canInsert(), canSeed);
}

void TablePage::Private::askKey()
{
    if (!m_view->finishEditing())
        return;
    auto *dialog = new GoToDialog(model.schema(), &page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &GoToDialog::chosen, &page, [this](const RowKey &key) {
        m_view->expectMove();
        model.goToKey(key);
    });
    dialog->open();
}

}  // namespace roster
