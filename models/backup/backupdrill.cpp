// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backupdrill.h"

#include "models/backup/archivetext.h"
#include "models/backup/backupverifier.h"
#include "models/restore/dumpfill.h"
#include "models/restore/dumploading.h"
#include "models/restore/restorerun.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QRandomGenerator>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

constexpr int versionsAMajor = 10000;

/// Fills from an archive of ours, through the descriptor that was opened for it.
DatabaseFill fillFromArchive(const BackupFile &backup,
                             const std::shared_ptr<const FileDescriptor> &opened,
                             const QStringList &binaries)
{
    return [path = backup.path(), packing = backup.head.packing, size = backup.size, opened,
            binaries](FillTarget &target, Progress &progress) -> Result<LoadReport> {
        auto text = ArchiveText::open(opened, packing, path, binaries);
        if (!text)
            return fail(text.error());
        SqlDumpReader reader(std::move(*text));
        DumpLoader loader(target.session, target.elevated, target.options, progress);
        progress.setTotal(size);
        return loadAll(loader, reader, progress);
    };
}

DumpNeeds needsOf(const BackupManifest &manifest)
{
    DumpNeeds needs;
    needs.roles = manifest.roles;
    for (const QString &extension : manifest.extensions)
        needs.extensions << extension.section(u' ', 0, -2);
    needs.serverVersion = manifest.serverVersion.section(u'.', 0, 0).toInt() * versionsAMajor;
    needs.bytes = manifest.size;
    return needs;
}

/// Only of an archive that our manifest describes; plain text is read by itself.
Result<void> prepareArchive(RestoreRequest &request, const BackupFile &file,
                            const QStringList &binaries)
{
    const bool isOurs = file.manifest && file.manifest->encryption.isEmpty()
                     && file.head.format == BackupHead::Format::Custom;
    if (!isOurs) {
        return fail(Error::Kind::Refused,
                    Text::tr("%1 cannot be restored for trial: it is no plain text, and not one of "
                             "Roster's own archives.")
                        .arg(file.path()),
                    Text::tr("Write it as text first: pg_restore -f dump.sql FILE."));
    }
    auto opened = std::make_shared<const FileDescriptor>(
        ::open(QFile::encodeName(file.path()).constData(), O_RDONLY | O_CLOEXEC));
    struct stat found{};
    if (!opened->isOpen() || ::fstat(opened->get(), &found) != 0)
        return fail(backupFileError(file.path(), errno));
    if (found.st_ino != file.inode) {
        return fail(Error::Kind::Conflict, Text::tr("%1 was replaced meanwhile.").arg(file.path()),
                    Text::tr("List the folder again."));
    }
    request.needs = needsOf(*file.manifest);
    request.fill = fillFromArchive(file, opened, binaries);
    return {};
}

Result<RestoreRequest> requestFor(const ConnectionProfile &server, const BackupFile &file,
                                  Progress &progress, const QStringList &binaries)
{
    RestoreRequest request;
    request.server = server;
    request.target = RestoreRequest::Target::NewDatabase;
    request.database = u"roster_drill_%1"_s.arg(QRandomGenerator::system()->generate());
    request.from = file.path();
    request.missingRoles = MissingRoles::LeaveOut;
    if (file.manifest) {
        for (const BackupManifest::Rows &one : file.manifest->rows)
            request.checks.expectedRows.insert(one.schema + u'.' + one.table, one.rows);
    }
    if (file.head.format != BackupHead::Format::Plain) {
        ROSTER_TRY(prepareArchive(request, file, binaries));
        return request;
    }
    const auto dump = DumpFile::open(file.path());
    if (!dump)
        return fail(dump.error());
    const auto scan = scanDump(*dump, progress);
    if (!scan)
        return fail(scan.error());
    request.needs = scan->needs;
    request.fill = fillFromDump(*dump);
    return request;
}

}  // namespace

Result<BackupDrill::Report> BackupDrill::run(const ConnectionProfile &server,
                                             const BackupFile &file, Progress &progress,
                                             const QStringList &binaries)
{
    const auto verified =
        BackupVerifier::verify(file, BackupVerification::Level::Checksum, progress, binaries);
    if (!verified)
        return fail(verified.error());
    const auto request = requestFor(server, file, progress, binaries);
    if (!request)
        return fail(request.error());
    const auto prepared = RestoreRun::prepare(*request, progress);
    if (!prepared)
        return fail(prepared.error());
    Report report{(*prepared)->checks(), (*prepared)->loaded().notes, *verified};
    ROSTER_TRY((*prepared)->discard());
    if (!report.checks.isSound()) {
        return fail(Error::Kind::InvalidInput,
                    u"%1: %2"_s.arg(file.path(), report.checks.failures.join(u"; "_s)),
                    Text::tr("Use another backup; this one is not to be relied on."));
    }
    report.verification.level = BackupVerification::Level::Drill;
    report.verification.at = QDateTime::currentDateTimeUtc();
    report.verification.note = Text::tr("%1 rows in %2 tables")
                                   .arg(QLocale().toString(report.checks.allRows()),
                                        QLocale().toString(report.checks.tables.size()));
    ROSTER_TRY(BackupVerifier::note(file, report.verification));
    return report;
}

}  // namespace roster
