// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/postgresbinaries.h"

#include "models/database/childprogram.h"
#include "models/database/localtext.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// From `postgres (PostgreSQL) 15.9 (Debian 15.9-0+deb12u1)` or `… 17beta1`.
QString versionOf(const QString &postgres)
{
    static const QRegularExpression pattern(uR"(\(PostgreSQL\) (\d+(\.\d+)?))"_s);
    Progress nobody;
    // Asking for the version is allowed to root too: no other account is needed.
    const auto said = ChildProgram(postgres, {u"--version"_s}, {}).run(nobody);
    return said ? pattern.match(said->text).captured(1) : QString();
}

}  // namespace

QList<PostgresBinaries> PostgresBinaries::installed(const QStringList &folders)
{
    QList<PostgresBinaries> found;
    QStringList seen;  // the PATH often links to a folder that is listed as well
    for (const QString &folder : folders) {
        const QFileInfo postgres(folder + u"/postgres"_s);
        if (!postgres.isExecutable() || !QFileInfo(folder + u"/initdb"_s).isExecutable())
            continue;
        const QString home = QFileInfo(postgres.canonicalFilePath()).path();
        if (seen.contains(home))
            continue;
        seen << home;
        const QString version = versionOf(home + u"/postgres"_s);
        if (!version.isEmpty())
            found << PostgresBinaries(home, version);
    }
    return found;
}

Result<PostgresBinaries> PostgresBinaries::first(const QStringList &folders)
{
    const QList<PostgresBinaries> all = installed(folders);
    if (!all.isEmpty())
        return all.first();
    return fail(Error::Kind::NotFound,
                LocalText::tr("PostgreSQL is not installed on this computer, so there is no local "
                              "server."),
                LocalText::tr("Install it: sudo apt install postgresql\n"
                              "Or connect to another server."),
                u"--url postgresql://…"_s);
}

Result<PostgresBinaries> PostgresBinaries::forMajor(const QStringList &folders, int major,
                                                    const QString &cluster)
{
    const QList<PostgresBinaries> all = installed(folders);
    if (all.isEmpty())
        return first(folders);
    const auto fitting = std::find_if(all.cbegin(), all.cend(),
                                      [major](const auto &one) { return one.major() == major; });
    if (fitting != all.cend())
        return *fitting;
    if (major <= 0) {
        return fail(Error::Kind::Refused,
                    LocalText::tr("%1/PG_VERSION does not say which PostgreSQL made the local "
                                  "server's data. Nothing was touched.")
                        .arg(cluster),
                    LocalText::tr("Put the file back (it holds the major version, such as 15), or "
                                  "begin anew by deleting the data."),
                    u"roster local reset"_s);
    }
    QStringList versions;
    for (const PostgresBinaries &one : all)
        versions << one.version();
    return fail(Error::Kind::Refused,
                LocalText::tr("The local server's data in %1 were made by PostgreSQL %2; this "
                              "computer has PostgreSQL %3. Nothing was touched.")
                    .arg(cluster, QString::number(major), versions.join(u", "_s)),
                LocalText::tr("Install that version beside it (sudo apt install postgresql-%1), "
                              "move the data with pg_upgrade, or begin anew by deleting them.")
                    .arg(major),
                u"roster local reset"_s);
}

}  // namespace roster
