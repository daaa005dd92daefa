// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/tablemodel.h"

#include "models/views/tablemodelprivate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int mostWanted = TableWindow::capacity / 2;
}

// An invalid database: the base shall never query, least of all on the GUI thread.
TableModel::TableModel(Connections &connections, QObject *parent)
    : QSqlTableModel(parent, QSqlDatabase()), d(std::make_unique<Private>(*this, connections))
{
}

TableModel::~TableModel() = default;

void TableModel::open(const TableSchema &schema, const TableQuery &query)
{
    d->openTable(schema, query);
}

void TableModel::setQuery(const TableQuery &query)
{
    d->start(query);
}

const TableSchema &TableModel::schema() const
{
    return d->schema;
}

const TableQuery &TableModel::query() const
{
    static const TableQuery none;
    return d->pendingPager ? d->pendingPager->query() : d->pager ? d->pager->query() : none;
}

QList<SortColumn> TableModel::order() const
{
    return d->pager ? d->pager->order() : QList<SortColumn>();
}

bool TableModel::isFilterIndexed() const
{
    return d->filterIndexed;
}

bool TableModel::isOrderIndexed() const
{
    return d->pager && d->pager->isOrderIndexed();
}

QString TableModel::readOnlyReason() const
{
    const QString &name = d->schema.name.name;
    switch (d->schema.kind) {
    case RelationKind::View:
        return tr("%1 is a view: read-only.").arg(name);
    case RelationKind::MaterializedView:
        return tr("%1 is a materialized view: read-only.").arg(name);
    case RelationKind::ForeignTable:
        return tr("%1 is a foreign table: read-only.").arg(name);
    case RelationKind::Table:
    case RelationKind::PartitionedTable:
        break;
    }
    if (d->schema.primaryKey.isEmpty() && !d->schema.primaryKeyName.isEmpty()) {
        return tr("Your role may not read the primary key of %1, which tells its rows apart: "
                  "read-only.")
            .arg(name);
    }
    if (d->schema.primaryKey.isEmpty())
        return tr("%1 has no primary key to tell its rows apart: read-only.").arg(name);
    if (d->serverReadOnly)
        return tr("The server allows no changes (read-only).");
    const Privileges &may = d->schema.privileges;
    if (!may.update && !may.insert && !may.remove) {
        return tr("Your role may only read %1.").arg(name);
    }
    return {};
}

bool TableModel::canInsert() const
{
    return readOnlyReason().isEmpty() && d->schema.privileges.insert && !d->committing;
}

bool TableModel::canDelete() const
{
    return readOnlyReason().isEmpty() && d->schema.privileges.remove && !d->committing;
}

qint64 TableModel::totalRows() const
{
    return d->total + d->edits.addedCount();
}

bool TableModel::totalIsExact() const
{
    return d->totalExact;
}

qint64 TableModel::firstPosition() const
{
    return d->window.atStart ? 0 : d->window.first + d->edits.addedCount();
}

bool TableModel::positionIsExact() const
{
    return d->window.isExact;
}

bool TableModel::isLoading() const
{
    return d->loader.isBusy() || d->schemaJob;
}

bool TableModel::isWorking() const
{
    return d->workJob || d->searchJob;
}

void TableModel::require(qint64 position, int count)
{
    const qint64 from = std::max<qint64>(0, position - d->edits.addedCount());
    d->wanted = Private::View{from, std::clamp(count, 1, mostWanted)};
    d->step();
}

void TableModel::goToStart()
{
    require(0, TableWindow::pageRows);
}

void TableModel::goToEnd()
{
    if (!d->pager || d->pendingPager || d->window.atEnd)
        return;
    d->wanted.reset();
    const qint64 from = std::max<qint64>(0, d->total - TableWindow::pageRows);
    d->send(PageRequest{PageRequest::Kind::Last, {}, from, 2 * TableWindow::pageRows});
}

void TableModel::goToKey(const RowKey &primaryKey)
{
    if (!d->pager || d->pendingPager) {
        d->keyWanted = primaryKey;
        return;
    }
    if (const int at = d->window.indexOf(identityOf(primaryKey));
        at >= 0 && !primaryKey.isEmpty()) {
        const qint64 position = firstPosition() + d->addedShown() + at;
        QMetaObject::invokeMethod(
            this, [this, position] { Q_EMIT found(position); }, Qt::QueuedConnection);
        return;
    }
    d->wanted.reset();
    d->send(
        PageRequest{PageRequest::Kind::Find, primaryKey, d->total / 2, 2 * TableWindow::pageRows});
}

void TableModel::countExactly()
{
    d->loader.count();
}

void TableModel::refresh()
{
    d->checkSchema();
}

void TableModel::cancel()
{
    const bool wasBusy = isLoading();
    d->stopChecking();
    d->loader.cancel();
    if (d->commitJob)
        d->commitJob->cancel();
    if (d->workJob)
        d->workJob->cancel();
    d->stopSearching();
    if (!wasBusy)
        return;
    Error error;
    error.kind = Error::Kind::Cancelled;
    error.message = tr("Cancelled.");
    d->onPageFailed(error);
}

int TableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : d->rowCount();
}

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(d->schema.columns.size());
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!d->has(index))
        return {};
    return d->cell(index.row(), index.column(), role);
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal) {
        if (section < 0 || section >= d->schema.columns.size())
            return {};
        const ColumnSchema &column = d->schema.columns.at(section);
        switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole:
            return column.name;
        case Qt::ToolTipRole:
            return column.comment.isEmpty() ? column.type : column.type + u'\n' + column.comment;
        case TypeKindRole:
            return int(column.kind);
        default:
            return {};
        }
    }
    if (section < 0 || section >= d->rowCount())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return d->rowLabel(section);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return d->errorText(section, -1);
    case RowStateRole:
        return d->rowState(section);
    default:
        return {};
    }
}

Qt::ItemFlags TableModel::flags(const QModelIndex &index) const
{
    if (!d->has(index))
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (d->isEditable(index.row(), index.column()))
        flags |= Qt::ItemIsEditable;
    return flags;
}

void TableModel::sort(int column, Qt::SortOrder order)
{
    TableQuery sorted = query();
    sorted.order.clear();
    if (column >= 0 && column < d->schema.columns.size())
        sorted.order << SortColumn{d->schema.columns.at(column).name, order};
    setQuery(sorted);
}

void TableModel::setSort(int column, Qt::SortOrder order)
{
    sort(column, order);
}

void TableModel::setFilter(const QString &filter)
{
    TableQuery filtered = query();
    filtered.where = filter;
    setQuery(filtered);
}

void TableModel::clear()
{
    d->clear();
}

bool TableModel::select()
{
    refresh();
    return true;
}

bool TableModel::selectRow(int row)
{
    Q_UNUSED(row)
    return select();
}

bool TableModel::canFetchMore(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return false;
}

void TableModel::fetchMore(const QModelIndex &parent)
{
    Q_UNUSED(parent)
}

void TableModel::setTable(const QString &tableName)
{
    Q_UNUSED(tableName)
}

bool TableModel::insertColumns(int column, int count, const QModelIndex &parent)
{
    Q_UNUSED(column)
    Q_UNUSED(count)
    Q_UNUSED(parent)
    return false;
}

bool TableModel::removeColumns(int column, int count, const QModelIndex &parent)
{
    return insertColumns(column, count, parent);
}

bool TableModel::submit()
{
    return true;
}

void TableModel::revert() {}

}  // namespace roster
