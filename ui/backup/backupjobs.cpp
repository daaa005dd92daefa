// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/backupjobs.h"

#include "models/backup/backupdrill.h"
#include "models/backup/backuprun.h"
#include "models/backup/backupschedule.h"
#include "models/backup/backupverifier.h"
#include "models/database/connections.h"
#include "models/database/connectionurl.h"
#include "models/restore/restorerun.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BackupJobs)
};

QThreadPool &pool()
{
    return *QThreadPool::globalInstance();
}

}  // namespace

Running<Result<BackupOverview>> BackupJobs::list(const QString &path,
                                                 const std::shared_ptr<BackupReading> &reading)
{
    return runFileJob(
        pool(), Text::tr("Read %1").arg(path),
        [path, reading](Progress &progress) -> Result<BackupOverview> {
            const auto listing =
                BackupFolder::list(path, progress, [&](const QList<BackupFile> &files) {
                    Q_EMIT reading->pieceRead(files);
                    return !progress.isCancelled();
                });
            if (!listing)
                return fail(listing.error());
            return BackupOverview{*listing,
                                  Staleness::of(*listing, QDateTime::currentDateTimeUtc(),
                                                BackupSchedule::promiseFor(listing->folder))};
        },
        Job::Visibility::Quiet);
}

Running<Result<BackupFile>> BackupJobs::verify(const BackupFile &file,
                                               BackupVerification::Level level)
{
    return runFileJob(pool(), Text::tr("Verify %1").arg(file.name()),
                      [file, level](Progress &progress) -> Result<BackupFile> {
                          const auto found = BackupVerifier::verify(file, level, progress);
                          if (!found)
                              return fail(found.error());
                          BackupFile seen = file;
                          seen.verification = *found;
                          if (const auto noted = BackupVerifier::note(file, *found); !noted) {
                              seen.notes << Text::tr("That it was verified could not be noted: %1")
                                                .arg(noted.error().message);
                          }
                          return seen;
                      });
}

Running<Result<BackupFile>> BackupJobs::drill(const ConnectionProfile &server,
                                              const BackupFile &file)
{
    return runFileJob(pool(), Text::tr("Restore %1 on trial").arg(file.name()),
                      [server, file](Progress &progress) -> Result<BackupFile> {
                          const auto report = BackupDrill::run(server, file, progress);
                          if (!report)
                              return fail(report.error());
                          BackupFile seen = file;
                          seen.verification = report->verification;
                          seen.notes += report->notes;
                          return seen;
                      });
}

Running<Result<PrunePlan>> BackupJobs::planPrune(const QString &folder, const Retention &retention)
{
    return runFileJob(
        pool(), Text::tr("Look what has served its time"),
        [folder, retention](Progress &progress) -> Result<PrunePlan> {
            const auto listing = BackupFolder::list(folder, progress);
            if (!listing)
                return fail(listing.error());
            return PrunePlan{*listing, retention.plan(*listing, QDateTime::currentDateTimeUtc())};
        },
        Job::Visibility::Quiet);
}

Running<Result<qint64>> BackupJobs::prune(const PrunePlan &plan)
{
    return runFileJob(pool(), Text::tr("Remove what has served its time"),
                      [plan](Progress &progress) -> Result<qint64> {
                          ROSTER_TRY(Retention::remove(plan.listing, plan.removals, progress));
                          return qint64(plan.removals.size());
                      });
}

BackupRequest BackupJobs::usual(const ConnectionProfile &server)
{
    BackupRequest request;
    request.folder = BackupFolder::standard();
    request.host = server.name.isEmpty() ? displayName(server) : server.name;
    request.rosterVersion = QCoreApplication::applicationVersion();
    return request;
}

Running<Result<BackupReceipt>> BackupJobs::create(Connections &connections,
                                                  const BackupRequest &request)
{
    return connections.jobs().run(
        Text::tr("Back up %1").arg(connections.profile().value(u"dbname"_s)),
        [request](Session &session, Progress &progress) {
            return BackupRun::run(session, progress, request);
        });
}

Running<Result<QList<RestoreLeftover>>> BackupJobs::leftovers(const ConnectionProfile &server)
{
    return runFileJob(
        pool(), Text::tr("Look what restores left"),
        [server](Progress &progress) -> Result<QList<RestoreLeftover>> {
            const auto opened = RestoreServer::connect(server, {}, &progress);
            if (!opened)
                return fail(opened.error());
            return RestoreLeftovers::list(**opened);
        },
        Job::Visibility::Quiet);
}

Running<Result<SwapOutcome>> BackupJobs::undo(const ConnectionProfile &server,
                                              const RestoreLeftover &before,
                                              const QString &typedName)
{
    return runFileJob(pool(), Text::tr("Bring back %1").arg(before.name),
                      [server, before, typedName](Progress &progress) {
                          return undoRestore(server, before.mark.of, before.name, typedName,
                                             progress);
                      });
}

Running<Result<QString>> BackupJobs::drop(const ConnectionProfile &server,
                                          const RestoreLeftover &leftover)
{
    return runFileJob(pool(), Text::tr("Drop %1").arg(leftover.name),
                      [server, leftover](Progress &progress) -> Result<QString> {
                          const auto opened = RestoreServer::connect(server, {}, &progress);
                          if (!opened)
                              return fail(opened.error());
                          ROSTER_TRY(RestoreLeftovers::drop(**opened, leftover));
                          return leftover.name;
                      });
}

}  // namespace roster
