// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backupdrill.h"

#include "models/backup/backupverifier.h"
#include "models/restore/dumpfill.h"
#include "models/restore/restorerun.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

constexpr int versionsAMajor = 10000;

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

Result<RestoreRequest> requestFor(const ConnectionProfile &server, const BackupFile &file,
                                  const QString &database, Progress &progress,
                                  const QStringList &binaries)
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
    const auto held = file.open(&progress);
    if (!held)
        return fail(held.error());
    auto dump = DumpFile::of(*held);
    if (!dump)
        return fail(dump.error());
    dump->setDatabase(database);
    request.fill = fillFromDump(*dump, binaries);
    if (file.manifest) {
        request.needs = needsOf(*file.manifest);
        return request;
    }
    const auto scan = scanDump(*dump, progress, binaries);
    if (!scan)
        return fail(scan.error());
    request.needs = scan->needs;
    request.fill = fillFromDump(*dump, binaries, scan->builds);
    return request;
}

}  // namespace

Result<BackupDrill::Report> BackupDrill::run(const ConnectionProfile &server,
                                             const BackupFile &file, Progress &progress,
                                             const QString &database, const QStringList &binaries)
{
    const auto verified =
        BackupVerifier::verify(file, BackupVerification::Level::Checksum, progress, binaries);
    if (!verified)
        return fail(verified.error());
    const auto request = requestFor(server, file, database, progress, binaries);
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
