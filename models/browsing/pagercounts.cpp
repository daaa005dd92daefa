// SPDX-License-Identifier: GPL-3.0-or-later
// How many rows there are, and where they stand.
#include "models/browsing/pager.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr qint64 pageBytes = 8192;
constexpr qint64 countedPages = 128;  ///< a table of so many pages is counted, not estimated
constexpr qint64 readPages = 400;     ///< and of so many read whole instead of sampled
constexpr qint64 sampledPages = 2000;
constexpr double sampledRows = 20000;

/// Where many rows pass, the first of them come soon whatever the plan.
constexpr double fewShare = 0.02;
constexpr qint64 smallPages = 1000;  ///< read whole in a moment

bool looksAtEachRow(const QJsonObject &node)
{
    const QJsonArray below = node["Plans"_L1].toArray();
    return node["Node Type"_L1] == "Seq Scan"_L1
        || std::ranges::any_of(below,
                               [](const auto &each) { return looksAtEachRow(each.toObject()); });
}

bool hasSample(RelationKind kind)
{
    return kind == RelationKind::Table || kind == RelationKind::MaterializedView
        || kind == RelationKind::PartitionedTable;
}

}  // namespace

Result<qint64> Pager::pages(Session &session) const
{
    const auto size = session.query(
        u"SELECT coalesce(sum(pg_relation_size(relid)), 0) FROM "
        "(SELECT $1::regclass AS relid UNION SELECT relid FROM pg_partition_tree($1::regclass)) s"_s,
        {from().toUtf8()});
    if (!size)
        return fail(size.error());
    return (size->integer(0, 0) + pageBytes - 1) / pageBytes;
}

Result<QJsonObject> Pager::plan(Session &session) const
{
    Bindings bindings;
    const QString asked = where(bindings);
    const auto plan = run(
        session, {u"EXPLAIN (FORMAT JSON) SELECT 1 FROM "_s + from() + asked, bindings.values()});
    if (!plan)
        return fail(plan.error());
    const auto document = QJsonDocument::fromJson(plan->bytes(0, 0).toByteArray());
    return document[0]["Plan"_L1].toObject();
}

Result<qint64> Pager::plannerRows(Session &session) const
{
    return plan(session).map(
        [](const QJsonObject &node) { return node["Plan Rows"_L1].toInteger(); });
}

Result<bool> Pager::isFilterIndexed(Session &session) const
{
    if (!m_query.isFiltered())
        return true;
    const auto size = pages(session);
    if (!size)
        return fail(size.error());
    if (*size <= smallPages)
        return true;
    return plan(session).map([this](const QJsonObject &node) {
        const auto few = double(m_schema.estimatedRows) * fewShare;
        return node["Plan Rows"_L1].toDouble() > few || !looksAtEachRow(node);
    });
}

Result<qint64> Pager::estimate(Session &session) const
{
    // The planner scales reltuples by the size the file has now. Not for small tables: it takes a
    // new one for ten pages at least.
    if (hasSample(m_schema.kind)) {
        const auto size = pages(session);
        if (!size)
            return fail(size.error());
        if (*size <= countedPages)
            return count(session);
    }
    return plannerRows(session);
}

Result<qint64> Pager::count(Session &session) const
{
    Bindings bindings;
    const QString asked = where(bindings);
    const auto result =
        run(session, {u"SELECT count(*) FROM "_s + from() + asked, bindings.values()});
    if (!result)
        return fail(result.error());
    return result->integer(0, 0);
}

Result<qint64> Pager::position(Session &session, const RowKey &key) const
{
    Bindings bindings;
    QStringList counts;
    const auto start = whole(session, key);
    if (!start)
        return fail(start.error());
    const QStringList before = ranges(*start, KeyDirection::Backward, false, bindings);
    const QString asked = where(bindings);
    for (const QString &range : before) {
        counts << u"(SELECT count(*) FROM "_s + from()
                      + (asked.isEmpty() ? u" WHERE "_s : asked + u" AND "_s) + range + u')';
    }
    if (counts.isEmpty())
        return 0;
    const auto result = run(session, {u"SELECT "_s + counts.join(" + "_L1), bindings.values()});
    if (!result)
        return fail(result.error());
    return result->integer(0, 0);
}

Result<qint64> Pager::guessPosition(Session &session, const RowKey &key) const
{
    constexpr qint64 unknown = -1;
    if (!hasSample(m_schema.kind))
        return unknown;
    const auto size = pages(session);
    if (!size)
        return fail(size.error());
    const auto start = whole(session, key);
    if (!start)
        return fail(start.error());
    Bindings bindings;
    const QString before = ranges(*start, KeyDirection::Backward, false, bindings).join(" OR "_L1);
    const double share = std::min(1.0, double(sampledPages) / std::max(1.0, double(*size)));
    const auto counted =
        run(session,
            {u"SELECT count(*) FILTER (WHERE %1), count(*) FROM %2 TABLESAMPLE SYSTEM (%3)"_s.arg(
                 before, from(), QString::number(share * 100.0, 'f', 6))
                 + where(bindings),
             bindings.values()});
    if (!counted)  // 42809: a partition that is a foreign table
        return counted.error().sqlState == "42809"_L1 ? Result<qint64>(unknown)
                                                      : fail(counted.error());
    const auto total = plannerRows(session);
    if (!total)
        return fail(total.error());
    const qint64 sampled = counted->integer(0, 1);
    if (sampled == 0)
        return unknown;
    return qint64(double(counted->integer(0, 0)) / double(sampled) * double(*total));
}

/// Some thousand keys, evenly spread over `rows` (FROM and WHERE); `total` -1: those are all rows.
Result<Milestones> Pager::milestones(Session &session, const QString &rows, Bindings &bindings,
                                     qint64 total) const
{
    const QString sql = uR"(SELECT "%1", "%2", %3 FROM (
  SELECT row_number() OVER (ORDER BY %4) - 1 AS "%1", count(*) OVER () AS "%2", %3 FROM %5
) r WHERE "%1" % greatest("%2" / 1000, 1) = 0 ORDER BY "%1")"_s;
    const auto result = run(session, {sql.arg(m_rowName, m_rowsName, keyColumns(),
                                              orderBy(m_parts, KeyDirection::Forward), rows),
                                      bindings.values()});
    if (!result)
        return fail(result.error());
    Milestones found;
    found.exact = total < 0;
    const qint64 read = result->isEmpty() ? 0 : result->integer(0, 1);
    found.total = total < 0 ? read : total;
    found.places.reserve(result->rows());
    for (int row = 0; row < result->rows(); ++row) {
        const qint64 place = result->integer(row, 0);
        found.places.append(
            {found.exact ? place : qint64(double(place) / double(read) * double(found.total)),
             keyFrom(*result, row, 2)});
    }
    return found;
}

Result<Milestones> Pager::sample(Session &session) const
{
    Milestones none;
    if (!isKeyed() || !hasSample(m_schema.kind))
        return none;
    const auto size = pages(session);
    if (!size)
        return fail(size.error());
    Bindings bindings;
    if (*size <= readPages)
        return milestones(session, from() + where(bindings), bindings, -1);

    const auto total = plannerRows(session);
    if (!total)
        return fail(total.error());
    // Whole pages hold rows that were written together, hence many pages and few rows of each.
    const double share = std::min(1.0, double(sampledPages) / double(*size));
    const double kept = m_query.isFiltered()
                          ? 1.0
                          : std::min(1.0, sampledRows / std::max(1.0, double(*total) * share));
    QStringList thinned;
    if (kept < 1.0)
        thinned << u"random() < "_s + QString::number(kept, 'f', 6);
    const QString rows = from() + u" TABLESAMPLE SYSTEM (%1)"_s.arg(share * 100.0, 0, 'f', 6)
                       + where(bindings, thinned);
    auto found = milestones(session, rows, bindings, *total);
    if (!found && found.error().sqlState == "42809"_L1)
        return none;  // a partition that is a foreign table
    return found;
}

}  // namespace roster
