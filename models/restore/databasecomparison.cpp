// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/databasecomparison.h"

#include "models/database/batchedlocks.h"
#include "models/database/cancellable.h"
#include "models/database/transaction.h"
#include "models/migration/versiontable.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Restore)
};

using Key = LoadReport::TableKey;

constexpr qint64 countedAtMost = 20'000'000;  // some seconds; above that the estimate says enough

// The column that says when a row was made, by its usual names first.
constexpr auto tablesSql = R"(
SELECT n.nspname, c.relname, c.reltuples::bigint, t.attname
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN LATERAL (
    SELECT a.attname FROM pg_catalog.pg_attribute a
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      AND a.atttypid IN ('pg_catalog.timestamp'::pg_catalog.regtype,
                         'pg_catalog.timestamptz'::pg_catalog.regtype)
    ORDER BY a.attname <> 'created_at', a.attname <> 'updated_at', a.attnum LIMIT 1) t ON true
WHERE c.relkind = 'r' AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
ORDER BY 1, 2)";

struct Seen
{
    qint64 rows = -1;
    bool isEstimate = false;
    QString column;
    QString newest;
};

/// Within a transaction.
Result<QMap<Key, Seen>> readTables(Session &session, Progress &progress)
{
    const auto tables = session.query(QString::fromUtf8(tablesSql));
    if (!tables)
        return fail(tables.error());
    QMap<Key, Seen> seen;
    BatchedLocks locks(session);
    for (int row = 0; row < tables->rows(); ++row) {
        ROSTER_TRY(locks.next());
        const Key key{tables->text(row, 0), tables->text(row, 1)};
        Seen table;
        table.column = tables->text(row, 3);
        table.rows = tables->integer(row, 2);
        table.isEstimate = table.rows > countedAtMost;
        progress.setText(Text::tr("Comparing %1.%2").arg(key.first, key.second));
        if (!table.isEstimate) {
            const auto counted = session.query(u"SELECT count(*), %1 FROM ONLY %2"_s.arg(
                table.column.isEmpty() ? u"NULL"_s : u"max(%1)"_s.arg(quoted(table.column)),
                quoted(key.first, key.second)));
            if (!counted)
                return fail(counted.error());
            table.rows = counted->integer(0, 0);
            table.newest = counted->text(0, 1);
        }
        seen.insert(key, table);
    }
    ROSTER_TRY(locks.release());
    return seen;
}

Result<QStringList> readRevisions(Session &session)
{
    const auto rows = VersionTable::read(session);
    if (!rows)
        return fail(rows.error());
    return rows->value_or(QStringList());
}

}  // namespace

qint64 DatabaseComparison::rowsLost() const
{
    qint64 sum = 0;
    for (const ComparedTable &table : tables)
        sum += std::max<qint64>(0, std::max<qint64>(table.live, 0)
                                       - std::max<qint64>(table.restored, 0));
    return sum;
}

qint64 DatabaseComparison::rowsWon() const
{
    qint64 sum = 0;
    for (const ComparedTable &table : tables)
        sum += std::max<qint64>(0, std::max<qint64>(table.restored, 0)
                                       - std::max<qint64>(table.live, 0));
    return sum;
}

Result<DatabaseComparison> DatabaseComparison::read(Session &live, Session &side,
                                                    const RestoreCheckReport &restored,
                                                    Progress &progress)
{
    DatabaseComparison comparison;
    QMap<Key, Seen> liveTables;
    {
        const Cancellable cancellable(live, progress);
        auto snapshot = Transaction::begin(live, Transaction::Mode::ReadOnlySnapshot);
        if (!snapshot)
            return fail(snapshot.error());
        auto read = readTables(live, progress);
        if (!read)
            return fail(read.error());
        liveTables = std::move(*read);
        auto revisions = readRevisions(live);
        if (!revisions)
            return fail(revisions.error());
        comparison.liveRevisions = *revisions;
        snapshot->rollback();
    }
    const Cancellable cancellable(side, progress);
    auto reading = Transaction::begin(side, Transaction::Mode::ReadOnly);
    if (!reading)
        return fail(reading.error());
    auto sideTables = readTables(side, progress);
    if (!sideTables)
        return fail(sideTables.error());
    reading->rollback();
    for (const RestoreCheckReport::Table &table : restored.tables)
        (*sideTables)[{table.schema, table.name}].rows = table.rows;
    comparison.restoredRevisions = restored.revisions;
    QList<Key> keys = liveTables.keys() + sideTables->keys();
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    for (const Key &key : std::as_const(keys)) {
        const Seen before = liveTables.value(key);
        const Seen after = sideTables->value(key);
        comparison.tables << ComparedTable{
            key.first,         key.second,
            before.rows,       after.rows,
            before.isEstimate, before.column.isEmpty() ? after.column : before.column,
            before.newest,     after.newest};
    }
    return comparison;
}

}  // namespace roster
