// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seeding/keypool.h"

#include "models/database/session.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

// Numbers in JSON are exact to 2^53 only, so they are kept as text.
QString numberText(qint64 number)
{
    return QString::number(number);
}

}  // namespace

KeyPool KeyPool::ofRange(qint64 first, qint64 count)
{
    KeyPool pool;
    if (count > 0)
        pool.appendRange(first, first + count - 1);
    return pool;
}

Result<KeyPool> KeyPool::read(Session &session, const TableName &table, const ColumnSchema &column)
{
    const QString from = quoted(table.schema, table.name);
    const QString key = quoted(column.name);
    KeyPool pool;
    if (column.kind == TypeKind::Integer) {
        const auto ends =
            session.query(u"SELECT min(%1), max(%1), count(%1) FROM %2"_s.arg(key, from));
        if (!ends)
            return fail(ends.error());
        const qint64 count = ends->integer(0, 2);
        if (count == 0)
            return pool;
        if (ends->integer(0, 1) - ends->integer(0, 0) + 1 == count) {
            pool.appendRange(ends->integer(0, 0), ends->integer(0, 1));
            return pool;
        }
        // Islands: in each run of neighbours, value less place is the same.
        const auto islands = session.query(
            u"SELECT min(k), max(k) FROM (SELECT k, k - row_number() OVER (ORDER BY k) AS island "
            "FROM (SELECT DISTINCT %1::bigint AS k FROM %2 WHERE %1 IS NOT NULL) AS d) AS i "
            "GROUP BY island ORDER BY 1 LIMIT %3"_s.arg(key, from)
                .arg(mostParts));
        if (!islands)
            return fail(islands.error());
        for (int row = 0; row < islands->rows(); ++row)
            pool.appendRange(islands->integer(row, 0), islands->integer(row, 1));
        return pool;
    }
    const auto values = session.query(
        u"SELECT v FROM (SELECT DISTINCT %1::text AS v FROM %2 WHERE %1 IS NOT NULL LIMIT %3) AS d "
        "ORDER BY v COLLATE \"C\""_s.arg(key, from)
            .arg(mostParts));
    if (!values)
        return fail(values.error());
    for (int row = 0; row < values->rows(); ++row)
        pool.append(values->bytes(row, 0).toByteArray());
    return pool;
}

Result<QList<KeyPool>> KeyPool::readTogether(Session &session, const TableName &table,
                                             const QStringList &columns)
{
    QStringList names;
    QStringList texts;
    QStringList present;
    QStringList order;
    for (const QString &column : columns) {
        const QString name = quoted(column);
        names << name;
        texts << name + u"::text"_s;
        present << name + u" IS NOT NULL"_s;
        order << name + u"::text COLLATE \"C\""_s;
    }
    const auto rows = session.query(
        u"SELECT %1 FROM (SELECT %2 FROM %3 WHERE %4 ORDER BY %2 LIMIT %5) AS d ORDER BY %6"_s.arg(
            texts.join(", "_L1), names.join(", "_L1), quoted(table.schema, table.name),
            present.join(" AND "_L1), QString::number(mostParts), order.join(", "_L1)));
    if (!rows)
        return fail(rows.error());
    QList<KeyPool> pools(columns.size());
    for (int row = 0; row < rows->rows(); ++row) {
        for (int column = 0; column < pools.size(); ++column)
            pools[column].append(rows->bytes(row, column).toByteArray());
    }
    return pools;
}

qint64 KeyPool::number(qint64 place) const
{
    const auto after = std::upper_bound(m_before.begin(), m_before.end(), place);
    const auto index = std::size_t(after - m_before.begin()) - 1;
    return m_ranges[index].first + place - m_before[index];
}

QByteArray KeyPool::text(qint64 place) const
{
    return holdsNumbers() ? QByteArray::number(number(place)) : m_values.at(place);
}

void KeyPool::append(qint64 number)
{
    if (!m_ranges.empty() && m_ranges.back().last + 1 == number) {
        ++m_ranges.back().last;
        ++m_size;
    } else {
        appendRange(number, number);
    }
}

void KeyPool::append(const QByteArray &value)
{
    m_values.append(value);
    ++m_size;
}

void KeyPool::appendRange(qint64 first, qint64 last)
{
    m_ranges.push_back({first, last});
    m_before.push_back(m_size);
    m_size += last - first + 1;
}

QJsonValue KeyPool::toJson() const
{
    QJsonArray parts;
    for (const Range &range : m_ranges)
        parts << QJsonArray{numberText(range.first), numberText(range.last)};
    if (holdsNumbers())
        return QJsonObject{{u"ranges"_s, parts}};
    for (const QByteArray &value : m_values)
        parts << QString::fromUtf8(value);
    return QJsonObject{{u"values"_s, parts}};
}

KeyPool KeyPool::fromJson(const QJsonValue &json)
{
    KeyPool pool;
    for (const QJsonValue part : json[u"ranges"_s].toArray())
        pool.appendRange(part[0].toString().toLongLong(), part[1].toString().toLongLong());
    for (const QJsonValue value : json[u"values"_s].toArray())
        pool.append(value.toString().toUtf8());
    return pool;
}

}  // namespace roster
