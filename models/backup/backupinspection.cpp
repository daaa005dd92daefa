// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backupinspection.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>

#include <algorithm>
using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

using Format = DumpHead::Format;

constexpr qint64 emptyGzip = 20;  ///< a gzip of nothing
constexpr qint64 tailBytes = 512;
constexpr qint64 tarEndBytes = 1024;

QByteArray tail(const HeldFile &held, qint64 count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    const auto got = held.readAt(qMax<qint64>(0, held.size() - count),
                                 std::span(bytes.data(), std::size_t(count)));
    bytes.truncate(got.value_or(0));
    return bytes;
}

bool hasSuffix(const QString &name)
{
    static const QStringList suffixes{u".sql"_s, u".dump"_s, u".tar"_s, u".pgdump"_s};
    return std::any_of(suffixes.cbegin(), suffixes.cend(), [&name](const QString &suffix) {
        return name.endsWith(suffix) || name.contains(suffix + u'.');
    });
}

/// Only what the last bytes tell at once.
bool endsShort(const DumpHead &head, const HeldFile &held)
{
    if (!head.compressions.isEmpty()) {
        const DumpCompression outermost = head.compressions.first();
        if (outermost == DumpCompression::Gzip)
            return held.size() < emptyGzip;
        return outermost == DumpCompression::Xz && !tail(held, 2).endsWith("YZ");
    }
    switch (head.format) {
    case Format::Plain:
        return !tail(held, tailBytes).contains("-- PostgreSQL database dump complete");
    case Format::Cluster:
        return !tail(held, tailBytes).contains("-- PostgreSQL database cluster dump complete");
    case Format::Tar: {
        const QByteArray end = tail(held, tarEndBytes);
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

/// What an error says of the file, without its name and without a full stop.
QString problemOf(const Error &error, const QString &path)
{
    QString text = error.message;
    if (text.startsWith(path + u' '))
        text.remove(0, path.size() + 1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

void inspectFolder(BackupFile &file)
{
    file.size = 0;
    QDirIterator entries(file.path(), QDir::Files);
    while (entries.hasNext()) {
        entries.next();
        file.size += entries.fileInfo().size();
    }
    const auto held = HeldFile::open(file.path());
    if (held)
        file.head = DumpHead::read(*held);
    if (!held || file.head.error)
        file.problems << problemOf(held ? *file.head.error : held.error(), file.path());
}

/// False: it is gone.
bool inspectBytes(BackupFile &file)
{
    const auto held = HeldFile::open(file.path());
    if (!held) {
        file.problems << problemOf(held.error(), file.path());
        return held.error().kind != Error::Kind::NotFound;
    }
    file.head = DumpHead::read(*held);
    const std::optional<Error> &error = file.head.error;
    if (file.size == 0)
        file.problems << Text::tr("empty");
    else if (error && error->kind != Error::Kind::InvalidInput)
        file.problems << problemOf(*error, file.path());
    else if (endsShort(file.head, **held))
        file.problems << Text::tr("truncated: its end is missing");
    return true;
}

void judgeFormat(BackupFile &file)
{
    if (file.head.format != Format::Unknown || !file.problems.isEmpty())
        return;
    if (!file.head.encryption.isEmpty())
        file.notes << Text::tr("encrypted: what is in it shows when it is decrypted");
    else if (file.head.compressions.isEmpty())
        file.problems << Text::tr("not recognised as a dump of PostgreSQL");
    else
        file.problems << (file.head.isHollow ? Text::tr("empty or damaged inside")
                                             : Text::tr("what is packed in it is no dump"));
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
        file.head.format != Format::Unknown || !file.head.packing().isEmpty() || hasManifest;
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
