// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_MIGRATOR_H
#define ROSTER_MIGRATION_MIGRATOR_H

#include "models/core/progress.h"
#include "models/database/lockholders.h"
#include "models/migration/migrationstate.h"
#include "models/migration/revisionrunner.h"

#include <functional>

namespace roster {

struct MigrationStep
{
    QString revision;
    QString title;
    Direction direction = Direction::Upgrade;
    int statements = 0;
    qint64 milliseconds = 0;
    bool resumed = false;
};

/// What a run did, or (dry) would do.
struct MigrationReport
{
    QList<MigrationStep> steps;
    QStringList rows;      ///< of alembic_version, now
    QStringList warnings;  ///< for people
    QString sql;           ///< of a dry run: what would be sent, log rows left out
};

/// Brings a database up or down the history, safely beside other runners, Alembic among them.
class Migrator
{
public:
    struct Options
    {
        MigrationTimes times;
        bool dryRun = false;
        /// On production: the database's name, as a person typed it.
        QString confirmedName;
        /// Held against `to_schema`; none: not compared.
        std::function<Result<QString>(Session &)> fingerprint;
        /// Called for what is about to be applied, before anything is (export of the .py twins).
        std::function<Result<void>(const RevisionGraph &, const QStringList &path)> beforeUpgrade;
        /// Called on another thread while a statement waits for a lock, whenever those who hold it
        /// up are others; empty: nobody any more.
        std::function<void(const QList<LockHolder> &)> onWaiting;
    };

    Migrator(Session &session, RevisionFiles files, Options options);

    /// Targets as MigrationState has them. Nothing runs unless all of it can be read and no guard
    /// speaks. Errors: those of the paths; Refused (production without its name, changed files,
    /// PgBouncer's transaction mode), Permission, Timeout, and those of RevisionRunner; what ran
    /// before the failing revision stays.
    Result<MigrationReport> upgrade(const QString &target, Progress &progress);
    Result<MigrationReport> downgrade(const QString &target, Progress &progress);
    /// Only the rows: `target` counts as applied, whatever the tables are. Closes what stopped
    /// half way, and takes the files as they are now for what was applied.
    Result<MigrationReport> stamp(const QString &target, Progress &progress);

    /// After a run that a lock stopped: who held it. The error's detail says it, too.
    const QList<LockHolder> &lockHolders() const { return m_holders; }

private:
    Result<MigrationReport> migrate(const QString &target, Direction direction, Progress &progress);
    Result<QStringList> pathTo(const MigrationState &state, const QString &target,
                               Direction direction) const;
    Result<void> checkGuards(const MigrationState &state) const;
    Result<void> checkBefore(const MigrationState &state, const QStringList &path,
                             Direction direction) const;
    Result<void> checkNothingInTheWay(const MigrationState &state, const QStringList &path) const;
    Result<MigrationReport> plan(const MigrationState &state, const QStringList &path,
                                 Direction direction) const;
    Result<void> reconcile(MigrationLog &log, const MigrationState &state) const;
    bool mustSettle(const MigrationState &state, const QStringList &path,
                    Direction direction) const;
    Result<void> settle(MigrationLog &log, const MigrationState &state) const;
    Result<MigrationReport> runPath(MigrationState state, QStringList path, Direction direction,
                                    MigrationLog &log, Progress &progress);
    Result<MigrationReport> watched(const std::function<Result<MigrationReport>()> &run);

    Session &m_session;
    RevisionFiles m_files;
    Options m_options;
    QList<LockHolder> m_holders;
};

/// What changed between the applied text and the file, for people: lines with - and +.
QString textDifference(const QByteArray &before, const QByteArray &after);

}  // namespace roster

#endif
