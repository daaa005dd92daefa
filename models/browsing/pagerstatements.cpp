// SPDX-License-Identifier: GPL-3.0-or-later
// The statements that Pager sends.
#include "models/browsing/filterlanguage.h"
#include "models/browsing/pager.h"
#include "models/browsing/rawcondition.h"
#include "models/browsing/searchcondition.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// The condition and the columns of a person must mean this table, so nothing is renamed here.
QString selectBare(const QString &columns, const QString &from, const QString &where)
{
    return u"SELECT "_s + columns + u" FROM "_s + from + where;
}

}  // namespace

QString Pager::from() const
{
    return quoted(m_schema.name.schema, m_schema.name.name);
}

QString Pager::condition(Bindings &bindings) const
{
    QStringList parts;
    for (auto it = m_query.filters.cbegin(); it != m_query.filters.cend(); ++it) {
        const auto part =
            filterCondition(m_schema.name.name, *m_schema.column(it.key()), it.value(), bindings);
        if (part && !part->isEmpty())
            parts << *part;
    }
    if (!m_query.anyColumn.isEmpty())
        parts << searchCondition(m_schema, m_query.anyColumn, bindings);
    if (!m_query.where.trimmed().isEmpty())
        parts << enclosed(m_query.where);
    return parts.join(" AND "_L1);
}

QString Pager::where(Bindings &bindings, const QStringList &more) const
{
    QStringList parts = more;
    if (const QString asked = condition(bindings); !asked.isEmpty())
        parts << asked;
    return parts.isEmpty() ? QString() : u" WHERE "_s + parts.join(" AND "_L1);
}

/// All columns as they are, so that long values stay where they are until a row is really shown.
QString Pager::bareColumns() const
{
    QStringList columns;
    for (const ColumnSchema &column : m_schema.columns)
        columns << quoted(column.name);
    if (m_schema.hasXmin && !isXminLate())
        columns << u"xmin AS "_s + quoted(m_xmin);
    return columns.join(", "_L1);
}

/// A scan that also reads xmin has to copy every row out: half as slow again as the sort of a whole
/// table. Where all rows are read for one page, xmin is looked up for the page's rows only.
bool Pager::isXminLate() const
{
    return !m_schema.primaryKey.isEmpty() && !isOrderIndexed();
}

QString Pager::lateXmin() const
{
    QStringList same;
    for (const QString &column : m_schema.primaryKey)
        same << u"x.%1 = r.%1"_s.arg(quoted(column));
    return u"(SELECT x.xmin FROM %1 x WHERE %2) AS %3"_s.arg(from(), same.join(" AND "_L1),
                                                             quoted(m_xmin));
}

QString Pager::shownColumns() const
{
    QStringList columns;
    for (const ColumnSchema &column : m_schema.columns) {
        const QString name = u"r."_s + quoted(column.name);
        if (!isCuttable(column))
            columns << name;
        else if (column.kind == TypeKind::Bytes)
            columns << uR"('\x' || encode(substring(%1 FROM 1 FOR %2), 'hex') AS %3)"_s.arg(
                name, QString::number(cutAt / 2 + 1), quoted(column.name));
        else
            columns << u"left(%1::text, %2) AS %3"_s.arg(name, QString::number(cutAt + 1),
                                                         quoted(column.name));
    }
    if (m_schema.hasXmin)
        columns << (isXminLate() ? lateXmin() : u"r."_s + quoted(m_xmin));
    for (const int hidden : m_hidden) {
        const QString text = u"r."_s + quoted(m_schema.columns.at(hidden).name) + u"::text"_s;
        columns << (isFetchedLater(hidden) ? u"left("_s + text + u", %1)"_s.arg(wholeKeyAt + 1)
                                           : text);
    }
    return columns.join(", "_L1);
}

/// What keyFrom() reads.
QString Pager::keyColumns() const
{
    QStringList columns;
    for (const SortColumn &sort : m_order)
        columns << quoted(sort.column);
    return columns.join(", "_L1);
}

RowKey Pager::keyFrom(const ResultSet &rows, int row, int firstColumn) const
{
    RowKey key;
    for (int i = 0; i < m_order.size(); ++i) {
        key.append(rows.isNull(row, firstColumn + i)
                       ? SqlValue()
                       : SqlValue(rows.bytes(row, firstColumn + i).toByteArray()));
    }
    return key;
}

QString Pager::primaryKeyIs(const RowKey &primaryKey, Bindings &bindings) const
{
    QStringList parts;
    for (qsizetype i = 0; i < m_schema.primaryKey.size(); ++i) {
        const ColumnSchema &column = *m_schema.column(m_schema.primaryKey.at(i));
        parts << quoted(column.name) + u" = "_s
                     + bindings.add(primaryKey.value(i), withoutModifier(column.type));
    }
    return parts.join(" AND "_L1);
}

QString Pager::shown(const QString &rows) const
{
    return u"SELECT "_s + shownColumns() + u" FROM "_s + rows + u" r"_s;
}

/// Each range is limited by itself, so that it is one short walk along an index, whatever the
/// planner thinks of the whole.
QStringList Pager::limitedRanges(const QString &columns, const RowKey *key, KeyDirection direction,
                                 bool including, int rows, Bindings &bindings) const
{
    const QStringList parts =
        key ? ranges(*key, direction, including, bindings) : QStringList{QString()};
    const QString asked = where(bindings);
    const QString limit = u" LIMIT "_s + QString::number(rows);
    QStringList selects;
    for (const QString &range : parts) {
        const QString both = range.isEmpty() ? asked
                           : asked.isEmpty() ? u" WHERE "_s + range
                                             : asked + u" AND "_s + range;
        selects << u'(' + selectBare(columns, from(), both) + u" ORDER BY "_s
                       + orderBy(m_parts, direction) + limit + u')';
    }
    return selects;
}

/// The merge of ranges that are each in order ends as soon as it has enough: what is skipped is a
/// walk along the index.
Pager::Statement Pager::keyStatement(const RowKey &key, int behind) const
{
    Bindings bindings;
    const QStringList selects =
        limitedRanges(keyColumns(), &key, KeyDirection::Forward, true, behind + 1, bindings);
    return {u"SELECT * FROM (%1) r ORDER BY %2 LIMIT 1 OFFSET %3"_s.arg(
                selects.join("\nUNION ALL\n"_L1), orderBy(m_parts, KeyDirection::Forward, u"r."_s),
                QString::number(behind)),
            bindings.values()};
}

Pager::Statement Pager::pageStatement(const RowKey *key, KeyDirection direction, bool including,
                                      int rows) const
{
    Bindings bindings;
    const QString limit = u" LIMIT "_s + QString::number(rows);
    const QStringList selects =
        limitedRanges(bareColumns(), key, direction, including, rows, bindings);
    QString page =
        selects.size() == 1 ? selects.first() : u'(' + selects.join("\nUNION ALL\n"_L1) + u')';
    const QString ordered = u" ORDER BY "_s + orderBy(m_parts, KeyDirection::Forward, u"r."_s);
    if (direction == KeyDirection::Forward)
        return {shown(page) + ordered + limit, bindings.values()};
    if (selects.size() > 1) {
        page = u"(SELECT * FROM "_s + page + u" r ORDER BY "_s
             + orderBy(m_parts, direction, u"r."_s) + limit + u')';
    }
    return {shown(page) + ordered, bindings.values()};
}

std::pair<QString, QList<SqlValue>> Pager::selectAll() const
{
    Bindings bindings;
    const QString sql = selectAll(bindings);
    return {sql, bindings.values()};
}

QString Pager::selectAllAsText() const
{
    Bindings bindings(Bindings::Style::Literals);
    return selectAll(bindings);
}

QString Pager::selectAll(Bindings &bindings) const
{
    QStringList columns;
    for (const ColumnSchema &column : m_schema.columns)
        columns << quoted(column.name);
    QString sql = selectBare(columns.join(", "_L1), from(), where(bindings));
    if (!m_parts.isEmpty())
        sql += u" ORDER BY "_s + orderBy(m_parts, KeyDirection::Forward);
    return sql;
}

QString Pager::describePage(int rows) const
{
    Bindings bindings(Bindings::Style::Literals);
    QStringList columns;
    for (const ColumnSchema &column : m_schema.columns)
        columns << quoted(column.name);
    QString sql = u"SELECT "_s + columns.join(", "_L1) + u"\nFROM "_s + from();
    if (const QString asked = condition(bindings); !asked.isEmpty())
        sql += u"\nWHERE "_s + asked;
    if (!m_parts.isEmpty())
        sql += u"\nORDER BY "_s + orderBy(m_parts, KeyDirection::Forward);
    return sql + u"\nLIMIT "_s + QString::number(rows) + u';';
}

}  // namespace roster
