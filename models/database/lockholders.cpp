// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/lockholders.h"

#include "models/database/session.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LockHolder)
};

struct LockMode
{
    QLatin1StringView name;
    int conflicts;  ///< a bit for each mode of the table, by its place
};

// PostgreSQL's documentation, 13.3.1: Conflicting Lock Modes.
constexpr std::array modes{LockMode{"AccessShareLock"_L1, 0b10000000},
                           LockMode{"RowShareLock"_L1, 0b11000000},
                           LockMode{"RowExclusiveLock"_L1, 0b11110000},
                           LockMode{"ShareUpdateExclusiveLock"_L1, 0b11111000},
                           LockMode{"ShareLock"_L1, 0b11101100},
                           LockMode{"ShareRowExclusiveLock"_L1, 0b11111100},
                           LockMode{"ExclusiveLock"_L1, 0b11111110},
                           LockMode{"AccessExclusiveLock"_L1, 0b11111111}};

int placeOf(const QString &mode)
{
    for (int place = 0; place < int(modes.size()); ++place) {
        if (modes.at(place).name == mode)
            return place;
    }
    return -1;
}

// The activity of others is hidden from plain roles: then the columns are empty. An index locks its
// table, too. A lock that is only asked for stands in the queue before us.
constexpr auto holdersSql = R"(
WITH needed AS (
    SELECT pg_catalog.to_regclass(value ->> 0) AS relation, value ->> 1 AS modes
    FROM pg_catalog.jsonb_array_elements($1::jsonb) AS value),
tables AS (
    SELECT relation::oid, modes FROM needed WHERE relation IS NOT NULL
    UNION
    SELECT i.indrelid, n.modes FROM needed n JOIN pg_catalog.pg_index i ON i.indexrelid = n.relation)
SELECT DISTINCT ON (c.oid, l.pid, l.virtualtransaction)
       coalesce(l.pid, 0), a.usename, a.application_name, coalesce(a.client_addr::text, ''),
       to_char(a.xact_start, 'YYYY-MM-DD HH24:MI:SSOF'),
       coalesce(extract(epoch FROM clock_timestamp() - a.xact_start)::bigint, -1),
       a.state, a.query, n.nspname || '.' || c.relname, l.mode
FROM tables t
     JOIN pg_catalog.pg_locks l ON l.relation = t.relation AND l.locktype = 'relation'
          AND l.mode = ANY (pg_catalog.string_to_array(t.modes, ','))
          AND l.database = (SELECT oid FROM pg_catalog.pg_database
                            WHERE datname = pg_catalog.current_database())
     JOIN pg_catalog.pg_class c ON c.oid = t.relation
     JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
WHERE l.pid IS DISTINCT FROM pg_catalog.pg_backend_pid()
ORDER BY c.oid, l.pid, l.virtualtransaction, l.mode
)";

constexpr auto blockersSql = R"(
SELECT blocker.pid, a.usename, a.application_name, coalesce(a.client_addr::text, ''),
       to_char(a.xact_start, 'YYYY-MM-DD HH24:MI:SSOF'),
       coalesce(extract(epoch FROM clock_timestamp() - a.xact_start)::bigint, -1),
       a.state, a.query,
       (SELECT n.nspname || '.' || c.relname FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = wanted.relation),
       (SELECT string_agg(l.mode, ', ' ORDER BY l.mode) FROM pg_catalog.pg_locks l
        WHERE l.relation = wanted.relation AND l.database = wanted.database
          AND l.locktype = 'relation' AND coalesce(l.pid, 0) = blocker.pid)
FROM (SELECT DISTINCT pid FROM unnest(pg_catalog.pg_blocking_pids($1::int)) AS pid) AS blocker
     LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = blocker.pid
     LEFT JOIN LATERAL (SELECT relation, database FROM pg_catalog.pg_locks
                        WHERE pid = $1::int AND NOT granted LIMIT 1) AS wanted ON true
ORDER BY a.xact_start, blocker.pid
)";

QList<LockHolder> holdersOf(const ResultSet &rows)
{
    QList<LockHolder> holders;
    for (int row = 0; row < rows.rows(); ++row) {
        LockHolder holder;
        holder.pid = int(rows.integer(row, 0));
        holder.user = rows.text(row, 1);
        holder.application = rows.text(row, 2);
        holder.address = rows.text(row, 3);
        holder.since = rows.text(row, 4);
        holder.seconds = rows.integer(row, 5);
        holder.state = rows.text(row, 6);
        holder.query = rows.text(row, 7);
        holder.relation = rows.text(row, 8);
        holder.mode = rows.text(row, 9);
        holders.append(holder);
    }
    return holders;
}

/// The modes that exclude this one, joined by commas.
QString conflictsOf(const QString &mode)
{
    QStringList names;
    for (const LockMode &other : modes) {
        if (isConflict(mode, other.name))
            names << other.name;
    }
    return names.join(u',');
}

}  // namespace

QString LockHolder::toText() const
{
    if (pid == 0)
        return Text::tr("a prepared transaction");
    const QString who = user.isEmpty() ? Text::tr("somebody") : user;
    QString text = application.isEmpty()
                     ? Text::tr("%1 (process %2)").arg(who).arg(pid)
                     : Text::tr("%1 (process %2, %3)").arg(who).arg(pid).arg(application);
    if (!since.isEmpty())
        text = Text::tr("%1 since %2").arg(text, since);
    if (!state.isEmpty())
        text += u", "_s + state;
    if (!query.isEmpty())
        text += u": "_s + query.simplified().left(100);
    return text;
}

bool isConflict(const QString &mode, const QString &other)
{
    const int one = placeOf(mode);
    const int two = placeOf(other);
    return one >= 0 && two >= 0 && (modes.at(one).conflicts >> two & 1) != 0;
}

Result<QList<LockHolder>> lockHolders(Session &session, const QList<NeededLock> &needed)
{
    QJsonArray list;
    for (const NeededLock &lock : needed)
        list << QJsonArray{lock.relation, conflictsOf(lock.mode)};
    const auto rows = session.query(QString::fromUtf8(holdersSql),
                                    {QJsonDocument(list).toJson(QJsonDocument::Compact)});
    if (!rows)
        return fail(rows.error());
    return holdersOf(*rows);
}

Result<QList<LockHolder>> blockersOf(Session &session, int pid)
{
    const auto rows = session.query(QString::fromUtf8(blockersSql), {QByteArray::number(pid)});
    if (!rows)
        return fail(rows.error());
    return holdersOf(*rows);
}

}  // namespace roster
