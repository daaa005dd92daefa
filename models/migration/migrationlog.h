// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_MIGRATIONLOG_H
#define ROSTER_MIGRATION_MIGRATIONLOG_H

#include "models/migration/revision.h"

#include <QHash>

#include <optional>

namespace roster {

class Session;

/// One row of `roster.migration_log`.
struct MigrationLogEntry
{
    qint64 id = 0;
    QString revision;
    QString downRevision;  ///< `none`, or ids joined by `, `
    QString message;
    QString direction;  ///< upgrade, downgrade, stamp
    QByteArray fileText;
    QString checksum;
    bool transactional = true;
    QString started;   ///< as PostgreSQL writes it, with the zone
    QString finished;  ///< empty: it did not end well, or runs now
    QString role;
    QString tool;
    int statementsDone = 0;
    int statementsTotal = 0;
    QString error;  ///< why it did not end well

    bool isFinished() const { return !finished.isEmpty(); }
    /// Some of its statements stand, and no row says so.
    bool isHalfDone() const { return !transactional && !isFinished() && statementsDone > 0; }
};

/// Evidence of what ran; what counts is alembic_version.
class MigrationLog
{
public:
    /// Oldest first; empty where there is no log or it may not be read.
    static Result<QList<MigrationLogEntry>> read(Session &session);
    /// Makes the log's table when needed. An obstacle is no error: see `obstacle`.
    static Result<MigrationLog> open(Session &session);

    /// Why nothing is kept, for people; empty: it is.
    const QString &obstacle() const { return m_obstacle; }
    bool isKept() const { return m_obstacle.isEmpty(); }

    /// Each is one statement, and nothing where the log is not kept. Returns the row's id.
    Result<qint64> begin(const Revision &revision, Direction direction, int statements);
    Result<void> setDone(qint64 id, int statements);
    Result<void> finish(qint64 id, int statements);
    Result<void> fail(qint64 id, const QString &error);
    /// Takes up again what stopped half way.
    Result<void> resume(qint64 id, int statements);
    /// Something that happened at once, or elsewhere; `direction` is a word of the column's.
    Result<void> note(const Revision &revision, const QString &direction, const QString &by);
    /// What nobody runs any more, since we hold the lock: it was interrupted.
    Result<void> closeInterrupted();

private:
    explicit MigrationLog(Session &session) : m_session(&session) {}

    Session *m_session;
    QString m_obstacle;
};

}  // namespace roster

#endif
