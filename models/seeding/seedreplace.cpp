// SPDX-License-Identifier: GPL-3.0-or-later
// How a run makes room for its rows and gives them their ids.
#include "models/seeding/seedrun.h"

#include "models/database/lockholders.h"
#include "models/database/session.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SeedRunner)
};

QString qualified(const TableName &table)
{
    return quoted(table.schema, table.name);
}

/// As a statement names it to reach its own rows: those of tables that inherit from it are others'.
QString ownRows(const TableName &table, bool isPartitioned)
{
    return isPartitioned ? qualified(table) : u"ONLY "_s + qualified(table);
}

/// The table itself, then all that lose or change rows with it: foreign keys that cascade or set.
constexpr auto victimsSql = R"(
WITH RECURSIVE victim (oid, depth) AS (
    SELECT $1::regclass::oid, 0
    UNION
    SELECT k.conrelid, v.depth + 1 FROM victim v
    JOIN pg_catalog.pg_constraint k ON k.confrelid = v.oid AND k.contype = 'f'
     AND k.confdeltype IN ('c', 'n', 'd') AND k.conrelid <> v.oid
    WHERE v.depth < 20)
SELECT n.nspname, c.relname, coalesce(m.amname = 'heap', c.relkind = 'p'), c.relkind = 'p'
FROM (SELECT oid, min(depth) AS depth FROM victim GROUP BY oid) v
JOIN pg_catalog.pg_class c ON c.oid = v.oid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_am m ON m.oid = c.relam
WHERE NOT c.relispartition OR c.oid = $1::regclass
ORDER BY v.depth, n.nspname, c.relname
)";

/// Tables with foreign keys to one of these, but not among them: whether TRUNCATE may take the
/// table along. It may where the key cascades and is never NULL: then all its rows go anyway.
constexpr auto referrersSql = R"(
SELECT n.nspname, c.relname,
       bool_and(k.confdeltype = 'c' AND NOT EXISTS (
           SELECT FROM pg_catalog.pg_attribute a
           WHERE a.attrelid = c.oid AND a.attnum = ANY (k.conkey) AND NOT a.attnotnull)),
       c.relkind = 'p'
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_class c ON c.oid = k.conrelid AND NOT c.relispartition
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE k.contype = 'f' AND k.confrelid = $1::regclass AND k.conrelid <> k.confrelid
GROUP BY 1, 2, c.relkind ORDER BY 1, 2
)";

/// Columns of a table that a sequence of their own numbers upwards, and that sequence.
constexpr auto sequencesSql = R"(
SELECT a.attname, n.nspname, s.relname
FROM pg_depend AS d
JOIN pg_class AS s ON s.oid = d.objid AND s.relkind = 'S'
JOIN pg_namespace AS n ON n.oid = s.relnamespace
JOIN pg_sequence AS q ON q.seqrelid = s.oid AND q.seqincrement > 0
JOIN pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
  AND d.refobjid = $1::regclass AND d.deptype IN ('a', 'i')
)";

/// Runs a statement that may fail and leaves the transaction usable then.
Result<void> attempt(Session &session, const QString &sql)
{
    ROSTER_TRY(session.query(u"SAVEPOINT roster_attempt"_s));
    const auto done = session.query(sql);
    if (!done)
        ROSTER_TRY(session.query(u"ROLLBACK TO SAVEPOINT roster_attempt"_s));
    ROSTER_TRY(session.query(u"RELEASE SAVEPOINT roster_attempt"_s));
    if (!done)
        return fail(done.error());
    return {};
}

/// Names who is in the way, where the wait for a lock came to its end.
Error withHolders(Session &session, Error error, const QStringList &relations, const QString &mode)
{
    if (error.sqlState != "55P03"_L1)
        return error;
    QList<NeededLock> needed;
    for (const QString &relation : relations)
        needed << NeededLock{relation, mode};
    const auto holders = lockHolders(session, needed);
    if (!holders || holders->isEmpty())
        return error;
    const LockHolder &first = holders->constFirst();
    error.detail = error.detail.isEmpty() ? error.message : error.message + u'\n' + error.detail;
    error.message = Text::tr("%1 is locked by %2.").arg(first.relation, first.toText());
    error.hint = Text::tr("Nothing was changed. Run it again when that session has ended its "
                          "transaction.");
    return error;
}

/// Whose rows go along must be readable and deletable, too.
Error withRights(Error error, const TableName &table)
{
    if (error.kind == Error::Kind::Permission && error.hint.isEmpty()) {
        error.hint =
            Text::tr("Replacing the rows of %1 takes along those that refer to them. Your "
                     "role needs SELECT and DELETE on each such table (GRANT); adding rows "
                     "to those that are there does not.")
                .arg(table.name);
        error.command = u"--append"_s;
    }
    return error;
}

/// What TRUNCATE must name, so that it is allowed; nothing where it cannot be.
Result<std::optional<QStringList>> truncateList(Session &session, const TableSchema &live)
{
    QStringList tables{qualified(live.name)};
    QStringList reached{ownRows(live.name, live.kind == RelationKind::PartitionedTable)};
    for (qsizetype at = 0; at < tables.size(); ++at) {
        const auto referrers =
            session.query(QString::fromLatin1(referrersSql), {tables.at(at).toUtf8()});
        if (!referrers)
            return fail(referrers.error());
        for (int row = 0; row < referrers->rows(); ++row) {
            const TableName table{referrers->text(row, 0), referrers->text(row, 1)};
            if (tables.contains(qualified(table)))
                continue;
            bool allGo = referrers->boolean(row, 2);
            if (!allGo) {
                const auto empty =
                    session.query(u"SELECT NOT EXISTS (SELECT FROM "_s + qualified(table) + u')');
                if (!empty)
                    return fail(empty.error());
                allGo = empty->boolean(0, 0);
            }
            if (!allGo)
                return std::optional<QStringList>();
            tables << qualified(table);
            reached << ownRows(table, referrers->boolean(row, 3));
        }
    }
    return std::optional(reached);
}

}  // namespace

Result<QList<SeedVictim>> SeedRun::victims()
{
    const auto found =
        m_session.query(QString::fromLatin1(victimsSql), {qualified(m_live.name).toUtf8()});
    if (!found)
        return fail(found.error());
    QList<SeedVictim> all;
    for (int row = 0; row < found->rows(); ++row) {
        const auto victim = victimOf({found->text(row, 0), found->text(row, 1)},
                                     found->boolean(row, 2), found->boolean(row, 3));
        if (!victim)
            return fail(row == 0 ? victim.error() : withRights(victim.error(), m_live.name));
        if (row == 0 || victim->rows > 0)
            all << *victim;
    }
    return all;
}

Result<SeedVictim> SeedRun::victimOf(const TableName &table, bool hasXmin, bool isPartitioned)
{
    const auto writers = m_history->writers(table);
    if (!writers)
        return fail(writers.error());
    // A row version knows the transaction that made it: one that is no recorded run's was made or
    // edited by somebody else.
    const QString others = hasXmin ? u"count(*) FILTER (WHERE xmin <> ALL ($1::xid[]))"_s
                                   : u"count(*) FILTER (WHERE $1 IS NOT NULL)"_s;
    const auto counted = m_session.query(
        u"SELECT count(*), %1 FROM %2"_s.arg(others, ownRows(table, isPartitioned)), {*writers});
    if (!counted)
        return fail(counted.error());
    return SeedVictim{table, counted->integer(0, 0), counted->integer(0, 1) > 0};
}

Result<bool> SeedRun::replaceRows(const SeedCheck &check, Purpose purpose)
{
    ROSTER_TRY(m_session.query(u"SET LOCAL lock_timeout = '5s'"_s));
    const auto isTruncated = truncated();
    if (!isTruncated)
        return fail(withRights(isTruncated.error(), m_live.name));
    // A rehearsal does not delete millions of rows one by one to take them back.
    if (!*isTruncated && (purpose == Purpose::Write || check.rowsNow <= rehearsedRows * 100))
        ROSTER_TRY(deleteRows());
    ROSTER_TRY(m_session.query(u"SET LOCAL lock_timeout = DEFAULT"_s));
    return *isTruncated;
}

Result<void> SeedRun::awaitOtherRuns(Progress &progress)
{
    // Two runs that add at once would number the same rows, or both top up what is missing.
    const QByteArray table = qualified(m_live.name).toUtf8();
    const QString key = u"advisory_xact_lock(hashtext('roster.seed'), hashtext($1))"_s;
    const auto isFree = m_session.query(u"SELECT pg_try_"_s + key, {table});
    if (!isFree)
        return fail(isFree.error());
    if (isFree->boolean(0, 0))
        return {};
    progress.setText(Text::tr("%1: waiting for another run to end").arg(qualified(m_live.name)));
    ROSTER_TRY(m_session.query(u"SELECT pg_"_s + key, {table}));
    return {};
}

Result<void> SeedRun::lockRows()
{
    // Nobody may add a row between the look at whose rows they are and their removal. Readers go
    // on.
    ROSTER_TRY(m_session.query(u"SET LOCAL lock_timeout = '5s'"_s));
    const auto locked = attempt(m_session, u"LOCK TABLE "_s + qualified(m_live.name)
                                               + u" IN SHARE ROW EXCLUSIVE MODE"_s);
    if (!locked && locked.error().kind != Error::Kind::Permission) {
        return fail(withHolders(m_session, locked.error(), {qualified(m_live.name)},
                                u"ShareRowExclusiveLock"_s));
    }
    ROSTER_TRY(m_session.query(u"SET LOCAL lock_timeout = DEFAULT"_s));
    return {};
}

Result<void> SeedRun::deleteRows()
{
    const auto deleted = m_session.query(
        u"DELETE FROM "_s + ownRows(m_live.name, m_live.kind == RelationKind::PartitionedTable));
    if (deleted)
        return {};
    Error error = deleted.error();
    if (error.kind == Error::Kind::Constraint) {
        error.hint =
            Text::tr("Rows of %1 refer to these. Remove those first, or keep the rows that are "
                     "there.")
                .arg(error.table);
        error.command = u"--append"_s;
    }
    return fail(error);
}

Result<bool> SeedRun::truncated()
{
    const auto tables = truncateList(m_session, m_live);
    if (!tables)
        return fail(tables.error());
    if (!*tables)
        return false;
    const auto done =
        attempt(m_session, u"TRUNCATE "_s + (*tables)->join(", "_L1) + u" RESTART IDENTITY"_s);
    if (done)
        return true;
    // 0A000: a table refers to this one that we could not see. 42501: no right to TRUNCATE, or not
    // the owner of the sequence.
    if (done.error().sqlState == "0A000"_L1 || done.error().sqlState == "42501"_L1)
        return false;
    QStringList relations = **tables;
    relations.replaceInStrings(u"ONLY "_s, QString());
    return fail(withHolders(m_session, done.error(), relations, u"AccessExclusiveLock"_s));
}

Result<IdSource> SeedRun::idSource(Purpose purpose, bool emptied)
{
    const bool fromOne = replaces() && (emptied || purpose == Purpose::Write);
    qint64 start = 1;
    if (!fromOne) {
        ROSTER_TRY(readNow());
        start = m_highestId.isEmpty() ? 1 : std::max<qint64>(m_highestId.toLongLong(), 0) + 1;
    }
    QByteArray sequence;
    if (!replaces() && purpose == Purpose::Write && !m_rows->numbered().isEmpty()) {
        const auto found =
            m_session.query(u"SELECT pg_get_serial_sequence($1, $2)"_s,
                            {qualified(m_live.name).toUtf8(), m_rows->numbered().toUtf8()});
        if (!found)
            return fail(found.error());
        sequence = found->bytes(0, 0).toByteArray();
    }
    const bool records = !m_rows->numbered().isEmpty();
    return IdSource([this, start, sequence, records](qint64 first,
                                                     qint64 count) -> Result<std::vector<qint64>> {
        std::vector<qint64> ids(static_cast<std::size_t>(count));
        std::iota(ids.begin(), ids.end(), start + first);
        if (!sequence.isEmpty()) {
            const auto drawn = m_session.query(
                u"SELECT nextval($1::regclass) FROM generate_series(1, $2::bigint)"_s,
                {sequence, QByteArray::number(count)});
            if (!drawn)
                return fail(drawn.error());
            for (int row = 0; row < drawn->rows(); ++row)
                ids[std::size_t(row)] = drawn->integer(row, 0);
        }
        if (records) {
            for (const qint64 id : ids)
                m_keys.append(id);
        }
        return ids;
    });
}

Result<void> SeedRun::continueNumbering()
{
    const QString table = qualified(m_live.name);
    const auto sequences = m_session.query(QString::fromLatin1(sequencesSql), {table.toUtf8()});
    if (!sequences)
        return fail(sequences.error());
    for (int row = 0; row < sequences->rows(); ++row) {
        const QString sequence = quoted(sequences->text(row, 1), sequences->text(row, 2));
        const auto next =
            m_session.query(u"SELECT coalesce(max("_s + quoted(sequences->text(row, 0))
                            + u")::bigint, 0) + 1 FROM "_s + table);
        if (!next)
            return fail(next.error());
        const QString number = next->text(0, 0);
        // Undone by a rollback, which setval() is not; but only its owner may.
        const auto restarted =
            attempt(m_session, u"ALTER SEQUENCE "_s + sequence + u" RESTART WITH "_s + number);
        if (restarted)
            continue;
        if (restarted.error().kind != Error::Kind::Permission)
            return fail(restarted.error());
        ROSTER_TRY(m_session.query(u"SELECT setval($1::regclass, $2::bigint, false)"_s,
                                   {sequence.toUtf8(), number.toUtf8()}));
    }
    return {};
}

}  // namespace roster
