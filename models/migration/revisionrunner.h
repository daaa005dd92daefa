// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_REVISIONRUNNER_H
#define ROSTER_MIGRATION_REVISIONRUNNER_H

#include "models/migration/migrationlog.h"
#include "models/migration/revisiongraph.h"
#include "models/migration/versiontable.h"

#include <functional>
#include <optional>

namespace roster {

class Session;

/// How long a step waits, and for what.
struct MigrationTimes
{
    int lockTimeoutMs = 5000;
    int retries = 3;            ///< of a whole revision after a lock_timeout
    int statementMs = 0;        ///< statement_timeout; 0: none, whatever the role has
    int otherRunnerMs = 60000;  ///< for another Roster that migrates
};

/// Runs one half of one revision: a transaction of DDL, version row and log row, or statement by
/// statement where the header says so.
class RevisionRunner
{
public:
    RevisionRunner(Session &session, MigrationLog &log, const RevisionGraph &graph,
                   MigrationTimes times);

    /// The fingerprint of the managed tables, to hold against `to_schema`; none: not compared.
    std::function<Result<QString>(Session &)> fingerprint;

    /// `rows` must be what stands in alembic_version; returns what stands there afterwards.
    /// `halfDone`: what an earlier run left. Errors: InvalidInput for SQL that the grammar or the
    /// server refuses, with file, line and column; Conflict where the rows are others by now;
    /// Timeout for locks; all others of Session::query.
    Result<QStringList> run(const Revision &revision, Direction direction, const QStringList &rows,
                            const std::optional<MigrationLogEntry> &halfDone = {});

    /// What did not keep it from running.
    const QStringList &warnings() const { return m_warnings; }

private:
    struct Task;
    Result<QStringList> attempt(const Task &task);
    Result<QStringList> runInTransaction(const Task &task);
    Result<QStringList> runOneByOne(const Task &task);
    Result<void> runAlone(const Task &task, int index);
    Result<bool> settleIndex(const RevisionStatement &statement, bool isResumed);
    Result<QStringList> finish(const Task &task);
    void checkSchema(const Task &task);
    bool waitBeforeRetry(int attempt) const;
    void cleanUp(const Task &task);

    Session &m_session;
    MigrationLog &m_log;
    const RevisionGraph &m_graph;
    MigrationTimes m_times;
    QStringList m_warnings;
};

/// The grammar's word on every statement of that half, before anything runs. Where the server is
/// newer than the grammar, what it does not know is asked of the server.
Result<void> checkGrammar(Session &session, const Revision &revision, Direction direction);

/// Whether some of them may leave settings of the session behind.
bool changesSettings(const QList<RevisionStatement> &statements);

/// A failed statement's error at its place in the file.
Error statementError(const QString &file, const RevisionStatement &statement, Error error);

/// Runs one statement after the other. Errors: InvalidInput with the place in `file` for what the
/// server refuses, Cancelled, Connection.
Result<void> runScript(Session &session, const QList<RevisionStatement> &statements,
                       const QString &file);

/// The timeouts of a run, for the open transaction or the session.
Result<void> setMigrationTimes(Session &session, const MigrationTimes &times, bool isLocal);

/// Whether PostgreSQL refuses the statement in a transaction (CONCURRENTLY, VACUUM …).
bool needsNoTransaction(const RevisionStatement &statement);

}  // namespace roster

#endif
