// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/rehearsal.h"

#include "models/database/session.h"
#include "models/database/transaction.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHash>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Rehearsal)
};

struct Relation
{
    QString name;
    QByteArray file;
    bool holdsRows = false;
};

constexpr auto relationsSql = R"(
SELECT c.oid, n.nspname || '.' || c.relname, coalesce(pg_catalog.pg_relation_filenode(c.oid), 0),
       c.relkind IN ('r', 'm')
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
)";

constexpr auto locksSql = R"(
SELECT l.relation, l.mode
FROM pg_catalog.pg_locks l
WHERE l.pid = pg_catalog.pg_backend_pid() AND l.locktype = 'relation' AND l.granted
  AND l.database = (SELECT oid FROM pg_catalog.pg_database
                    WHERE datname = pg_catalog.current_database())
ORDER BY l.relation, l.mode
)";

Result<QHash<QByteArray, Relation>> readRelations(Session &session)
{
    const auto rows = session.query(QString::fromUtf8(relationsSql));
    if (!rows)
        return fail(rows.error());
    QHash<QByteArray, Relation> relations;
    for (int row = 0; row < rows->rows(); ++row) {
        relations.insert(
            rows->bytes(row, 0).toByteArray(),
            {rows->text(row, 1), rows->bytes(row, 2).toByteArray(), rows->boolean(row, 3)});
    }
    return relations;
}

/// Watches what one statement after the other does to what was there before the run.
class Watch
{
public:
    explicit Watch(Session &session) : m_session(session) {}

    Result<void> begin()
    {
        auto relations = readRelations(m_session);
        if (!relations)
            return fail(relations.error());
        m_relations = std::move(*relations);
        return {};
    }

    Result<void> note(RehearsedStatement &statement)
    {
        const auto locks = m_session.query(QString::fromUtf8(locksSql));
        if (!locks)
            return fail(locks.error());
        for (int row = 0; row < locks->rows(); ++row) {
            const QByteArray oid = locks->bytes(row, 0).toByteArray();
            const QString mode = locks->text(row, 1);
            const auto relation = m_relations.constFind(oid);
            if (relation == m_relations.cend() || m_seen.contains({oid, mode}))
                continue;
            m_seen.insert({oid, mode});
            statement.locks.append({relation->name, mode});
        }
        const auto now = readRelations(m_session);
        if (!now)
            return fail(now.error());
        for (auto it = m_relations.begin(); it != m_relations.end(); ++it) {
            const auto found = now->constFind(it.key());
            if (found == now->cend() || found->file == it->file)
                continue;
            it->file = found->file;
            if (it->holdsRows)
                statement.rewritten << it->name;
        }
        statement.rewritten.sort();
        return {};
    }

private:
    Session &m_session;
    QHash<QByteArray, Relation> m_relations;
    QSet<std::pair<QByteArray, QString>> m_seen;
};

Error notTransactional(const Revision &revision)
{
    Error error;
    error.kind = Error::Kind::Refused;
    error.message = Text::tr("%1 runs statement by statement: it cannot be tried and taken back.")
                        .arg(revision.title());
    return error;
}

Result<RehearsedRevision> rehearseOne(Session &session, Watch &watch, const Revision &revision,
                                      Direction direction)
{
    RehearsedRevision result{.revision = revision.id, .title = revision.title()};
    if (!revision.transactional) {
        result.error = notTransactional(revision);
        return result;
    }
    const auto statements = statementsOf(revision, direction);
    if (!statements)
        return fail(statements.error());
    for (const RevisionStatement &statement : *statements) {
        RehearsedStatement rehearsed{.sql = QString::fromUtf8(statement.sql),
                                     .position = statement.position};
        QElapsedTimer time;
        time.start();
        if (const auto done = session.query(rehearsed.sql); !done) {
            if (done.error().kind == Error::Kind::Cancelled)
                return fail(done.error());
            result.error = statementError(revision.path, statement, done.error());
            break;
        }
        rehearsed.milliseconds = double(time.nsecsElapsed()) / 1e6;
        result.milliseconds += rehearsed.milliseconds;
        ROSTER_TRY(watch.note(rehearsed));
        result.statements.append(std::move(rehearsed));
    }
    return result;
}

}  // namespace

Result<QList<RehearsedRevision>> rehearse(Session &session, const RevisionGraph &graph,
                                          const QStringList &path, Direction direction,
                                          const MigrationTimes &times, Progress &progress)
{
    auto transaction = Transaction::begin(session);
    if (!transaction)
        return fail(transaction.error());
    ROSTER_TRY(setMigrationTimes(session, times, true));
    Watch watch(session);
    ROSTER_TRY(watch.begin());
    QList<RehearsedRevision> revisions;
    for (const QString &id : path) {
        const Revision &revision = *graph.find(id);
        progress.setText(revision.title());
        auto one = rehearseOne(session, watch, revision, direction);
        if (!one)
            return fail(one.error());
        revisions.append(std::move(*one));
        if (revisions.last().error)
            break;
        ROSTER_TRY(session.script(u"RESET SESSION AUTHORIZATION; RESET ROLE"_s));
    }
    return revisions;  // rolled back, with all it SET
}

}  // namespace roster
