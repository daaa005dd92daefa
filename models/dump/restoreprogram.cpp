// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/restoreprogram.h"

#include "models/database/childprogram.h"
#include "models/dump/dumperror.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

QString versionOf(const QString &program)
{
    static const QRegularExpression pattern(uR"(\(PostgreSQL\) (\d+(\.\d+)?))"_s);
    Progress nobody;
    const auto said = ChildProgram(program, {u"--version"_s}, {}).run(nobody);
    return said ? pattern.match(said->text).captured(1) : QString();
}

Error noneFits(const ArchiveVersion &archive, const QString &name, const QStringList &versions)
{
    const QString needed = QString::number(archive.neededMajor());
    Error error;
    error.kind = Error::Kind::NotFound;
    error.message =
        versions.isEmpty()
            ? DumpMessages::tr("%1 is an archive (version %2), and there is no pg_restore on this "
                               "computer to read it.")
                  .arg(name, archive.text())
            : DumpMessages::tr("%1 is an archive of version %2, which pg_restore reads from "
                               "PostgreSQL %3 on; here is %4.")
                  .arg(name, archive.text(), needed, versions.join(u", "_s));
    error.hint = DumpMessages::tr("Install PostgreSQL's client programs: sudo apt install "
                                  "postgresql-client-%1 or a newer one (where Debian does not have "
                                  "it, apt.postgresql.org does).")
                     .arg(needed);
    return error;
}

}  // namespace

Result<RestoreProgram> RestoreProgram::fitting(const ArchiveVersion &archive, const QString &name,
                                               const QStringList &folders)
{
    QStringList versions;
    std::optional<RestoreProgram> best;
    for (const QString &folder : folders) {
        const QFileInfo file(folder + u"/pg_restore"_s);
        if (!file.isExecutable())
            continue;
        const RestoreProgram program{file.absoluteFilePath(), versionOf(file.absoluteFilePath())};
        if (program.version.isEmpty())
            continue;
        if (!versions.contains(program.version))
            versions << program.version;
        if (program.major() >= archive.neededMajor()
            && (!best || program.major() < best->major())) {
            best = program;
        }
    }
    if (best)
        return *best;
    return fail(noneFits(archive, name, versions));
}

}  // namespace roster
