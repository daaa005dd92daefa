// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backupinspection.h"

#include "models/backup/safefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

using Format = BackupHead::Format;

constexpr qint64 emptyGzip = 20;  ///< a gzip of nothing
constexpr qint64 tailBytes = 512;
constexpr qint64 tarEndBytes = 1024;

QByteArray readAt(int descriptor, qint64 from, qint64 count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    const ssize_t got = ::pread(descriptor, bytes.data(), size_t(count), from);
    bytes.truncate(qMax<ssize_t>(got, 0));
    return bytes;
}

QByteArray tail(int descriptor, qint64 size, qint64 count)
{
    return readAt(descriptor, qMax<qint64>(0, size - count), count);
}

bool hasSuffix(const QString &name)
{
    static const QStringList suffixes{u".sql"_s, u".dump"_s, u".tar"_s, u".pgdump"_s};
    return std::any_of(suffixes.cbegin(), suffixes.cend(), [&name](const QString &suffix) {
        return name.endsWith(suffix) || name.contains(suffix + u'.');
    });
}

/// Only what the last bytes tell at once.
bool endsShort(const BackupFile &file, int descriptor)
{
    if (file.head.packing == "gzip"_L1)
        return file.size < emptyGzip;
    if (file.head.packing == "xz"_L1)
        return !tail(descriptor, file.size, 2).endsWith("YZ");
    if (!file.head.packing.isEmpty())
        return false;
    switch (file.head.format) {
    case Format::Plain:
        return !tail(descriptor, file.size, tailBytes)
                    .contains("-- PostgreSQL database dump complete");
    case Format::Cluster:
        return !tail(descriptor, file.size, tailBytes)
                    .contains("-- PostgreSQL database cluster dump complete");
    case Format::Tar: {
        const QByteArray end = tail(descriptor, file.size, tarEndBytes);
        return end.size() < tarEndBytes || end.count('\0') != end.size();
    }
    default:
        return false;
    }
}

void readBeside(BackupFile &file, bool hasManifest)
{
    for (const BackupFile::Place &place : std::as_const(file.places)) {
        const auto found = BackupVerification::readBeside(place.path, file.size, file.modifiedNs);
        if (found && (!file.verification || found->at > file.verification->at))
            file.verification = found;
    }
    if (!hasManifest)
        return;
    QString trouble;
    for (const BackupFile::Place &place : std::as_const(file.places)) {
        const auto manifest = BackupManifest::readBeside(place.path);
        if (manifest) {
            file.manifest = std::make_shared<const BackupManifest>(*manifest);
            break;
        }
        if (manifest.error().kind != Error::Kind::NotFound)
            trouble = manifest.error().message;
    }
    if (!file.manifest && !trouble.isEmpty())
        file.problems << trouble;
}

void judgeByManifest(BackupFile &file)
{
    const BackupManifest &manifest = *file.manifest;
    file.database = manifest.database;
    file.head.serverVersion = manifest.serverVersion.section(u' ', 0, 0);
    file.head.toolVersion = manifest.toolVersion;
    if (file.size != manifest.size) {
        file.problems << (file.size < manifest.size
                              ? Text::tr("truncated: %1 of %2 bytes are there")
                                    .arg(file.size)
                                    .arg(manifest.size)
                              : Text::tr("not the file that was written: %1 bytes instead of %2")
                                    .arg(file.size)
                                    .arg(manifest.size));
    }
}

void inspectFolder(BackupFile &file)
{
    file.size = 0;
    QDirIterator entries(file.path(), QDir::Files);
    while (entries.hasNext()) {
        entries.next();
        file.size += entries.fileInfo().size();
    }
    QFile toc(file.path() + u"/toc.dat"_s);
    if (!toc.open(QIODevice::ReadOnly)) {
        file.problems << Text::tr("its toc.dat is missing or cannot be read");
        return;
    }
    const BackupHead head = BackupHead::read(toc.read(BackupHead::headBytes));
    if (head.format != Format::Custom)
        file.problems << Text::tr("its toc.dat is damaged");
    file.head.serverVersion = head.serverVersion;
    file.head.toolVersion = head.toolVersion;
    file.head.database = head.database;
}

/// False: it is gone.
bool inspectBytes(BackupFile &file)
{
    const FileDescriptor opened(
        ::open(QFile::encodeName(file.path()).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!opened.isOpen()) {
        const int reason = errno;
        file.problems
            << Text::tr("cannot be read: %1").arg(QString::fromLocal8Bit(::strerror(reason)));
        return reason != ENOENT;
    }
    QByteArray head = readAt(opened.get(), 0, BackupHead::headBytes);
    file.head = BackupHead::read(head);
    if (file.head.packing == "zstd"_L1 && file.head.format == Format::Unknown)
        file.head = BackupHead::read(readAt(opened.get(), 0, BackupHead::zstdHeadBytes));
    if (file.size == 0)
        file.problems << Text::tr("empty");
    else if (head.isEmpty())
        file.problems
            << Text::tr("cannot be read: %1").arg(QString::fromLocal8Bit(::strerror(EIO)));
    else if (endsShort(file, opened.get()))
        file.problems << Text::tr("truncated: its end is missing");
    return true;
}

void judgeFormat(BackupFile &file)
{
    if (file.head.format != Format::Unknown || !file.problems.isEmpty())
        return;
    if (file.head.packing.isEmpty())
        file.problems << Text::tr("not recognised as a dump of PostgreSQL");
    else if (file.head.packing == "gzip"_L1 || file.head.packing == "zstd"_L1)
        file.problems << (file.head.isHollow ? Text::tr("empty or damaged inside")
                                             : Text::tr("what is packed in it is no dump"));
    else
        file.notes << Text::tr("what is in it shows when it is read");
}

}  // namespace

bool inspectBackup(BackupFile &file, bool hasManifest)
{
    const bool isFolder = file.head.format == Format::Directory;
    if (isFolder)
        inspectFolder(file);
    else if (!inspectBytes(file))
        return false;
    const bool isKnown =
        file.head.format != Format::Unknown || !file.head.packing.isEmpty() || hasManifest;
    if (!isKnown && !file.places.first().stamp && !hasSuffix(file.name()))
        return false;
    readBeside(file, hasManifest);
    if (file.manifest) {
        judgeByManifest(file);
    } else {
        judgeFormat(file);
        if (!file.head.database.isEmpty())
            file.database = file.head.database;
    }
    if (file.database.isEmpty())
        file.database = file.name().section(u'.', 0, 0);
    if (!file.isDated())
        file.notes << Text::tr("copied: its date is that of its name, in an unknown zone");
    return true;
}

}  // namespace roster
