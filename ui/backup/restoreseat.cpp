// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/restoreseat.h"

#include "models/backup/freshbackup.h"
#include "models/restore/restoreinplace.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RestoreSeat)
};

/// Which databases a cluster's dump holds.
Result<ReadDump> readCluster(const DumpFile &file, Progress &progress)
{
    const auto summary = DumpSummary::read(file, LocalPaths::standard().binaries, progress);
    if (!summary)
        return fail(summary.error());
    if (summary->problem)
        return fail(*summary->problem);
    return ReadDump{file, {}, {}, summary->databases};
}

Result<ReadDump> readDump(const QString &path, const QString &database, Progress &progress)
{
    auto file = DumpFile::open(path, &progress);
    if (!file)
        return fail(file.error());
    file->setDatabase(database);
    if (database.isEmpty() && file->format() == DumpFile::Format::Cluster)
        return readCluster(*file, progress);
    const auto scan = scanDump(*file, progress);
    if (!scan)
        return fail(scan.error());
    ReadDump dump{*file, *scan, {}, {}};
    if (auto manifest = BackupManifest::readBeside(path))
        dump.manifest = *manifest;
    return dump;
}

}  // namespace

RestoreSeat::RestoreSeat() : m_pool(new QThreadPool(QCoreApplication::instance()))
{
    m_pool->setMaxThreadCount(1);
    m_pool->setExpiryTimeout(-1);
}

void RestoreSeat::discard()
{
    if (const auto job = m_last.lock())
        job->cancel();
    m_pool->start([state = m_state] { state->prepared.reset(); });
}

RestoreSeat::~RestoreSeat()
{
    if (const auto job = m_last.lock())
        job->cancel();
    // Behind what still runs; the pool goes when it is empty, at the latest with the application.
    auto last = runFileJob(
        *m_pool, QString(),
        [state = m_state](Progress &) -> Result<bool> {
            state->prepared.reset();
            return true;
        },
        Job::Visibility::Quiet);
    last.future.then(m_pool, [pool = m_pool](const Result<bool> &) { pool->deleteLater(); });
}

Running<Result<ReadDump>> RestoreSeat::read(const QString &path, const QString &database)
{
    auto running =
        runFileJob(*m_pool, Text::tr("Read %1").arg(path), [path, database](Progress &progress) {
            return readDump(path, database, progress);
        });
    m_last = running.job;
    return running;
}

Running<Result<RestorePreflight>> RestoreSeat::preflight(const RestoreRequest &request)
{
    auto running = runFileJob(
        *m_pool, Text::tr("Look at the server"),
        [request](Progress &progress) { return RestoreRun::preflight(request, progress); },
        Job::Visibility::Quiet);
    m_last = running.job;
    return running;
}

Result<RestoreRehearsal> RestoreSeat::keep(State &state,
                                           Result<std::unique_ptr<PreparedRestore>> prepared)
{
    if (!prepared)
        return fail(prepared.error());
    state.prepared = std::move(*prepared);
    return RestoreRehearsal{state.prepared->checks(), state.prepared->comparison(),
                            state.prepared->sideName()};
}

Running<Result<RestoreRehearsal>> RestoreSeat::prepare(const RestoreRequest &request)
{
    auto running =
        runFileJob(*m_pool, Text::tr("Restore %1 beside %2").arg(request.from, request.database),
                   [request, state = m_state](Progress &progress) {
                       state->prepared.reset();  // of an attempt before
                       return keep(*state, RestoreRun::prepare(request, progress));
                   });
    m_last = running.job;
    return running;
}

Running<Result<RestoreRehearsal>> RestoreSeat::prepareClean(CleanRequest request,
                                                            const RevisionSources &sources,
                                                            const QString &backups)
{
    auto running =
        runFileJob(*m_pool, Text::tr("Build an empty %1").arg(request.database),
                   [request, sources, backups, state = m_state](Progress &progress) mutable {
                       state->prepared.reset();
                       auto files = RevisionFiles::load(sources);
                       if (!files)
                           return Result<RestoreRehearsal>(fail(files.error()));
                       request.files = *files;
                       request.freshBackup = [&](const QString &database) {
                           return findFreshBackup(backups, database, progress);
                       };
                       return keep(*state, DatabaseClean::prepare(request, progress));
                   });
    m_last = running.job;
    return running;
}

Running<Result<RestoreReceipt>> RestoreSeat::finish(const QString &typedName)
{
    auto running =
        runFileJob(*m_pool, Text::tr("Put it in its place"),
                   [typedName, state = m_state](Progress &progress) -> Result<RestoreReceipt> {
                       if (!state->prepared) {
                           return fail(Error::Kind::NotFound, Text::tr("Nothing is prepared."),
                                       Text::tr("Begin the restore again."));
                       }
                       auto receipt = state->prepared->finish(typedName, progress);
                       if (receipt)
                           state->prepared.reset();
                       return receipt;
                   });
    m_last = running.job;
    return running;
}

Running<Result<RestoreReceipt>> RestoreSeat::restoreInPlace(const RestoreRequest &request,
                                                            const QStringList &schemas,
                                                            const QString &typedName,
                                                            const QString &backups)
{
    auto running = runFileJob(
        *m_pool, Text::tr("Restore %1 into %2").arg(request.from, request.database),
        [=](Progress &progress) -> Result<RestoreReceipt> {
            if (!backups.isEmpty()) {
                const auto backup = findFreshBackup(backups, request.database, progress);
                if (!backup)
                    return fail(backup.error());
                if (backup->isEmpty()) {
                    return fail(Error::Kind::Refused,
                                Text::tr("There is no verified backup of %1 in %2 that is younger "
                                         "than an hour, and in place there is no undo.")
                                    .arg(request.database, backups),
                                Text::tr("Back it up first, or say that you do without."));
                }
            }
            return RestoreInPlace::run(request, schemas, typedName, progress);
        });
    m_last = running.job;
    return running;
}

}  // namespace roster
