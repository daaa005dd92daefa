// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/pager.h"

#include "models/browsing/filterlanguage.h"
#include "models/browsing/rawcondition.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Pager)
};

/// For who mistyped one; of a wide table the first ones.
QString columnNames(const TableSchema &schema)
{
    constexpr qsizetype most = 12;
    QStringList names;
    for (const ColumnSchema &column : schema.columns.first(std::min(schema.columns.size(), most)))
        names << column.name;
    if (schema.columns.size() > most)
        names << u"…"_s;
    return names.join(u", "_s);
}

/// A name for a value of ours that no column of the table has.
QString unusedName(const TableSchema &schema, QString name)
{
    while (schema.indexOf(name) >= 0)
        name += u'_';
    return name;
}

/// Columns by which rows can be told apart: the primary key, else a unique index without NULLs.
QStringList keyOfTable(const TableSchema &schema)
{
    if (!schema.primaryKey.isEmpty())
        return schema.primaryKey;
    for (const IndexSchema &index : schema.indexes) {
        if (!index.unique || !index.valid || !index.predicate.isEmpty() || index.columns.isEmpty())
            continue;
        QStringList columns;
        for (const IndexColumn &part : index.columns) {
            const ColumnSchema *column = schema.column(part.column);
            if (!column || column->nullable || !part.operatorClass.isEmpty())
                break;
            columns << part.column;
        }
        if (columns.size() == index.columns.size())
            return columns;
    }
    return {};
}

QList<SortColumn> askedOrder(const TableSchema &schema, const TableQuery &query)
{
    if (!query.order.isEmpty())
        return query.order;
    QList<SortColumn> order;
    for (const IndexColumn &part : schema.defaultOrder) {
        if (!part.column.isEmpty()) {
            order.append({part.column, part.descending ? Qt::DescendingOrder : Qt::AscendingOrder});
        }
    }
    return order;
}

}  // namespace

Result<Pager> Pager::make(const TableSchema &schema, const TableQuery &query)
{
    Pager pager;
    pager.m_schema = schema;
    pager.m_query = query;
    pager.m_key = keyOfTable(schema);
    pager.m_xmin = unusedName(schema, u"roster xmin"_s);
    pager.m_rowName = unusedName(schema, u"roster row"_s);
    pager.m_rowsName = unusedName(schema, u"roster rows"_s);
    ROSTER_TRY(pager.makeOrder());
    ROSTER_TRY(pager.checkFilters());
    pager.makeHiddenColumns();
    return pager;
}

Result<void> Pager::makeOrder()
{
    for (const SortColumn &sort : askedOrder(m_schema, m_query)) {
        const ColumnSchema *column = m_schema.column(sort.column);
        if (!column) {
            return fail(
                Error::Kind::NotFound,
                Text::tr("%1 has no column %2 to sort by.").arg(m_schema.name.name, sort.column),
                Text::tr("Its columns: %1.").arg(columnNames(m_schema)));
        }
        if (const QString why = whyUnsortable(*column); !why.isEmpty()) {
            return fail(Error::Kind::InvalidInput,
                        u"%1.%2: %3"_s.arg(m_schema.name.name, sort.column, why),
                        Text::tr("Sort by another column."));
        }
        const auto same = [&](const SortColumn &other) { return other.column == sort.column; };
        if (std::none_of(m_order.cbegin(), m_order.cend(), same))
            m_order.append(sort);
    }
    QStringList missing = m_key;
    for (const SortColumn &sort : std::as_const(m_order))
        missing.removeOne(sort.column);
    for (const QString &column : std::as_const(missing))
        m_order.append({column, Qt::AscendingOrder});

    // Once the whole key has been compared, no further column decides.
    QStringList undecided = m_key;
    for (const SortColumn &sort : std::as_const(m_order)) {
        const ColumnSchema &column = *m_schema.column(sort.column);
        m_parts.append({column.name, column.type, sort.order == Qt::DescendingOrder,
                        column.nullable && !m_key.contains(column.name)});
        if (undecided.removeOne(sort.column) && undecided.isEmpty())
            break;
    }
    return {};
}

Result<void> Pager::checkFilters() const
{
    Bindings unused;
    for (auto it = m_query.filters.cbegin(); it != m_query.filters.cend(); ++it) {
        const ColumnSchema *column = m_schema.column(it.key());
        if (!column) {
            return fail(
                Error::Kind::NotFound,
                Text::tr("%1 has no column %2 to filter by.").arg(m_schema.name.name, it.key()),
                Text::tr("Its columns: %1.").arg(columnNames(m_schema)));
        }
        ROSTER_TRY(filterCondition(m_schema.name.name, *column, it.value(), unused));
    }
    return checkRawCondition(m_query.where);
}

bool Pager::isCuttable(const ColumnSchema &column) const
{
    switch (column.kind) {
    case TypeKind::Boolean:
    case TypeKind::Integer:
    case TypeKind::Float:
    case TypeKind::Timestamp:
    case TypeKind::TimestampTz:
    case TypeKind::Date:
    case TypeKind::Time:
    case TypeKind::Uuid:
    case TypeKind::Enum:
        return false;
    case TypeKind::Numeric:
        return column.precision < 0;
    case TypeKind::Text:
        return column.maxLength < 0 || column.maxLength > cutAt;
    default:
        return true;
    }
}

void Pager::makeHiddenColumns()
{
    const qsizetype first = m_schema.columns.size() + (m_schema.hasXmin ? 1 : 0);
    for (const SortColumn &sort : std::as_const(m_order)) {
        const int index = m_schema.indexOf(sort.column);
        if (isCuttable(m_schema.columns.at(index))) {
            m_keySources.append(int(first + m_hidden.size()));
            m_hidden.append(index);
        } else {
            m_keySources.append(index);
        }
    }
}

QString Pager::whyUnsortable(const ColumnSchema &column)
{
    static const QStringList unordered{
        u"json"_s,    u"xml"_s,    u"point"_s, u"line"_s, u"lseg"_s,    u"box"_s,      u"path"_s,
        u"polygon"_s, u"circle"_s, u"xid"_s,   u"cid"_s,  u"aclitem"_s, u"refcursor"_s};
    QString element = column.type;
    while (element.endsWith("[]"_L1))
        element.chop(2);
    return unordered.contains(element)
             ? Text::tr("values of type %1 have no order.").arg(column.type)
             : QString();
}

bool Pager::isKeyed() const
{
    return !m_key.isEmpty();
}

int Pager::xminColumn() const
{
    return m_schema.hasXmin ? int(m_schema.columns.size()) : -1;
}

namespace {

/// In a key: a value too long to bring with each row. No value of the server's holds a NUL.
const QByteArray fetchLater("\0", 1);

}  // namespace

/// Sorting by a column of huge values shall not bring them with each page; the row's own key tells
/// where to find them.
bool Pager::isFetchedLater(int column) const
{
    return !m_schema.primaryKey.isEmpty() && !m_key.contains(m_schema.columns.at(column).name);
}

RowKey Pager::keyOf(const ResultSet &rows, int row) const
{
    RowKey key;
    for (int i = 0; i < m_order.size(); ++i) {
        const int column = m_keySources.at(i);
        const QByteArrayView bytes = rows.bytes(row, column);
        if (rows.isNull(row, column))
            key.append(SqlValue());
        else if (bytes.size() > wholeKeyAt
                 && isFetchedLater(m_schema.indexOf(m_order.at(i).column)))
            key.append(fetchLater);
        else
            key.append(bytes.toByteArray());
    }
    return key;
}

Result<RowKey> Pager::whole(Session &session, RowKey key) const
{
    for (int i = 0; i < key.size(); ++i) {
        if (key.at(i) != fetchLater)
            continue;
        auto value = cell(session, primaryKeyOf(key), m_schema.indexOf(m_order.at(i).column));
        if (!value)
            return fail(value.error());
        key[i] = std::move(*value);
    }
    return key;
}

RowKey Pager::primaryKeyOf(const ResultSet &rows, int row) const
{
    return primaryKeyOf(keyOf(rows, row));
}

QList<int> Pager::primaryKeySources() const
{
    QList<int> columns;
    for (const QString &column : m_schema.primaryKey) {
        const auto same = [&](const SortColumn &sort) { return sort.column == column; };
        const auto it = std::find_if(m_order.cbegin(), m_order.cend(), same);
        columns << m_keySources.at(it - m_order.cbegin());
    }
    return columns;
}

RowKey Pager::primaryKeyOf(const RowKey &key) const
{
    RowKey result;
    for (const QString &column : m_schema.primaryKey) {
        const auto same = [&](const SortColumn &sort) { return sort.column == column; };
        const auto it = std::find_if(m_order.cbegin(), m_order.cend(), same);
        result.append(key.value(it - m_order.cbegin()));
    }
    return result;
}

bool Pager::isCut(const ResultSet &rows, int row, int column) const
{
    const ColumnSchema &schema = m_schema.columns.at(column);
    const QByteArrayView bytes = rows.bytes(row, column);
    if (bytes.size() <= cutAt || !isCuttable(schema))
        return false;
    if (schema.kind == TypeKind::Bytes)
        return bytes.size() > cutAt + 2;  // "\x", then two digits a byte
    const auto startsCharacter = [](char c) { return (uchar(c) & 0xC0) != 0x80; };
    return std::count_if(bytes.begin(), bytes.end(), startsCharacter) > cutAt;
}

}  // namespace roster
