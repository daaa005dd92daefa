// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/localpaths.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

#include <pwd.h>
#include <unistd.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr auto rootFolder = "/var/lib/roster/postgresql"_L1;
/// A socket's path has 107 bytes at most, and `/.s.PGSQL.5432.lock` stands behind the folder.
constexpr qsizetype longestSocketFolder = 107 - 20;

bool isRoot()
{
    return ::geteuid() == 0;
}

QString ownFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
         + u"/roster/postgresql"_s;
}

QString runningAccount()
{
    if (!isRoot())
        return {};
    return ::getpwnam("postgres") ? u"postgres"_s : u"nobody"_s;
}

/// libpq splits `host` at commas and the server splits its list too: plain names only.
bool fits(const QString &folder)
{
    static const QRegularExpression plain(u"^/[A-Za-z0-9_./-]+$"_s);
    return folder.toUtf8().size() <= longestSocketFolder && plain.match(folder).hasMatch();
}

/// Only a folder of our own is worth anything as a parent.
QString runtimeFolder()
{
    const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QFileInfo info(folder);
    return info.isDir() && info.ownerId() == ::geteuid() && info.isWritable() ? folder : QString();
}

QString socketFolder(const QString &suffix)
{
    if (isRoot()) {
        return QFileInfo(u"/run"_s).isWritable() ? u"/run/roster"_s + suffix
                                                 : u"/tmp/roster-0"_s + suffix;
    }
    QString runtime = runtimeFolder() + u"/roster"_s + suffix;
    if (!runtimeFolder().isEmpty() && fits(runtime))
        return runtime;
    return u"/tmp/roster-%1"_s.arg(::geteuid()) + suffix;
}

/// Debian keeps each major version apart; elsewhere the programs are on the PATH.
QStringList binaryFolders()
{
    QDir versions(u"/usr/lib/postgresql"_s);
    QStringList majors = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    std::sort(majors.begin(), majors.end(),
              [](const QString &a, const QString &b) { return a.toInt() > b.toInt(); });
    QStringList folders;
    for (const QString &major : std::as_const(majors))
        folders << versions.filePath(major) + u"/bin"_s;
    folders << qEnvironmentVariable("PATH").split(u':', Qt::SkipEmptyParts);
    folders.removeDuplicates();
    return folders;
}

}  // namespace

LocalPaths LocalPaths::standard()
{
    const QString chosen = qEnvironmentVariable("ROSTER_LOCAL_FOLDER");
    if (!chosen.isEmpty())
        return under(chosen);
    return under(isRoot() ? QString(rootFolder) : ownFolder());
}

LocalPaths LocalPaths::under(const QString &folder)
{
    LocalPaths paths;
    paths.folder = QDir::cleanPath(QDir().absoluteFilePath(folder));
    const QString usual =
        isRoot() ? QString(rootFolder) : QDir::homePath() + u"/.local/share/roster/postgresql"_s;
    QString suffix;  // two clusters cannot share a socket
    if (paths.folder != usual) {
        const QByteArray hash =
            QCryptographicHash::hash(paths.folder.toUtf8(), QCryptographicHash::Sha256);
        suffix = u'-' + QString::fromLatin1(hash.toHex().first(10));
    }
    paths.sockets = socketFolder(suffix);
    paths.account = runningAccount();
    paths.binaries = binaryFolders();
    return paths;
}

}  // namespace roster
