// SPDX-License-Identifier: GPL-3.0-or-later
// Cells and rows as the roles show them.
#include "models/views/tablemodelprivate.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

bool TableModel::Private::has(const QModelIndex &index) const
{
    return index.isValid() && index.model() == q && index.row() < rowCount()
        && index.column() < schema.columns.size();
}

const StagedEdits::Row *TableModel::Private::staged(int row) const
{
    if (edits.isEmpty() || isAdded(row))
        return nullptr;
    return edits.find(loaded(row).identity);
}

const StagedEdits::Errors *TableModel::Private::errors(int row) const
{
    if (isAdded(row))
        return &edits.added(row).errors;
    const StagedEdits::Row *edit = staged(row);
    return edit ? &edit->errors : nullptr;
}

SqlValue TableModel::Private::original(int row, int column) const
{
    if (isAdded(row))
        return std::nullopt;
    if (const StagedEdits::Row *edit = staged(row)) {
        if (const auto at = edit->change.before.constFind(column);
            at != edit->change.before.cend()) {
            return *at;
        }
    }
    return loaded(row).value(column);
}

SqlValue TableModel::Private::value(int row, int column) const
{
    if (isAdded(row))
        return edits.added(row).row.values.value(column);
    if (const StagedEdits::Row *edit = staged(row)) {
        if (const auto at = edit->change.after.constFind(column); at != edit->change.after.cend())
            return *at;
    }
    return loaded(row).value(column);
}

bool TableModel::Private::isDefault(int row, int column) const
{
    if (!isAdded(row) || edits.added(row).row.values.contains(column))
        return false;
    const ColumnSchema &one = schema.columns.at(column);
    return one.autoIncrement || !one.identity.isEmpty() || !one.serverDefault.isEmpty()
        || !one.generated.isEmpty();
}

StagedEdits::Target TableModel::Private::target(int row) const
{
    const LoadedRow &one = loaded(row);
    return {one.identity, primaryKeyOf(*pager, one), one.xmin(*pager)};
}

TableModel::RowState TableModel::Private::rowState(int row) const
{
    if (isAdded(row))
        return New;
    const StagedEdits::Row *edit = staged(row);
    if (!edit)
        return Unchanged;
    return edit->change.kind == RowChange::Kind::Delete ? Deleted : Edited;
}

TableModel::CellState TableModel::Private::cellState(int row, int column) const
{
    if (const StagedEdits::Errors *wrong = errors(row); wrong && wrong->cells.contains(column))
        return Failed;
    if (isAdded(row))
        return edits.added(row).row.values.contains(column) ? Changed : Clean;
    const StagedEdits::Row *edit = staged(row);
    return edit && edit->change.after.contains(column) ? Changed : Clean;
}

QString TableModel::Private::errorText(int row, int column) const
{
    const StagedEdits::Errors *wrong = errors(row);
    if (!wrong)
        return {};
    const QString cell = wrong->cells.value(column);
    return cell.isEmpty() ? wrong->row : cell;
}

QString TableModel::Private::rowLabel(int row) const
{
    switch (rowState(row)) {
    case New:
        return u"+"_s;
    case Edited:
        return u"●"_s;
    case Deleted:
        return u"−"_s;
    case Unchanged:
        break;
    }
    const QString number = QLocale().toString(q->firstPosition() + row + 1);
    return window.isExact ? number : u'~' + number;
}

bool TableModel::Private::isEditable(int row, int column) const
{
    if (committing || !q->readOnlyReason().isEmpty())
        return false;
    const ColumnSchema &one = schema.columns.at(column);
    if (!one.updatable || !one.generated.isEmpty() || one.identity == "ALWAYS"_L1)
        return false;
    if (isAdded(row))
        return schema.privileges.insert;
    if (!schema.privileges.update || rowState(row) == Deleted)
        return false;
    return !isCut(row, column);
}

bool TableModel::Private::isCut(int row, int column) const
{
    return !isAdded(row) && cellState(row, column) == Clean && loaded(row).isCut(*pager, column);
}

namespace {

QString textOf(const SqlValue &value)
{
    return value ? QString::fromUtf8(*value) : QString();
}

/// For painting: of a long value that is here in full no more than a page would have brought.
QString shownText(const SqlValue &value)
{
    constexpr qsizetype most = Pager::cutAt;
    if (!value || value->size() <= most)
        return textOf(value);
    return QString::fromUtf8(QByteArrayView(*value).first(std::min(value->size(), 4 * most)))
        .left(most);
}

QVariant alignmentOf(TypeKind kind)
{
    switch (kind) {
    case TypeKind::Integer:
    case TypeKind::Float:
    case TypeKind::Numeric:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    default:
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    }
}

}  // namespace

QVariant TableModel::Private::cell(int row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return shownText(value(row, column));
    case Qt::EditRole: {
        const SqlValue current = value(row, column);
        return current ? QVariant(QString::fromUtf8(*current)) : QVariant();
    }
    case Qt::TextAlignmentRole:
        return alignmentOf(schema.columns.at(column).kind);
    case IsNullRole:
        return !value(row, column) && !isDefault(row, column);
    case IsDefaultRole:
        return isDefault(row, column);
    case RowStateRole:
        return rowState(row);
    case CellStateRole:
        return cellState(row, column);
    case OriginalRole: {
        if (isAdded(row) || cellState(row, column) == Clean)
            return {};
        const SqlValue before = original(row, column);
        return before ? QString::fromUtf8(*before) : u"NULL"_s;
    }
    case IsCutRole:
        return isCut(row, column);
    case Qt::ToolTipRole:
    case ErrorRole: {
        const QString text = errorText(row, column);
        return text.isEmpty() ? QVariant() : text;
    }
    case TypeKindRole:
        return int(schema.columns.at(column).kind);
    default:
        return {};
    }
}

void TableModel::Private::rowChanged(int row) const
{
    Q_EMIT q->dataChanged(q->index(row, 0), q->index(row, q->columnCount() - 1));
    Q_EMIT q->headerDataChanged(Qt::Vertical, row, row);
}

void TableModel::Private::allChanged() const
{
    if (rowCount() == 0 || q->columnCount() == 0)
        return;
    Q_EMIT q->dataChanged(q->index(0, 0), q->index(rowCount() - 1, q->columnCount() - 1));
    Q_EMIT q->headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

}  // namespace roster
