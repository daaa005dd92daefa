// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backupfolder.h"

#include "models/backup/backupentries.h"
#include "models/backup/backupinspection.h"
#include "models/backup/safefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <cerrno>
#include <vector>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

constexpr qsizetype pieceSize = 200;

BackupSlot slotOfFolder(const QString &path)
{
    for (const BackupSlot slot :
         {BackupSlot::Last, BackupSlot::Daily, BackupSlot::Weekly, BackupSlot::Monthly}) {
        if (path.section(u'/', -1) == slotFolder(slot))
            return slot;
    }
    return BackupSlot::Flat;
}

/// Reads the folder and its four.
Result<void> collect(BackupEntries &entries, BackupListing &listing)
{
    ROSTER_TRY(entries.readFolder(listing.folder, slotOfFolder(listing.folder)));
    for (const BackupSlot slot :
         {BackupSlot::Last, BackupSlot::Daily, BackupSlot::Weekly, BackupSlot::Monthly}) {
        const QString folder = listing.folder + u'/' + slotFolder(slot);
        if (!QFileInfo(folder).isDir())
            continue;
        listing.hasSlots = true;
        const auto read = entries.readFolder(folder, slot);
        if (!read && read.error().kind == Error::Kind::Cancelled)
            return read;
        if (!read)
            entries.notes << read.error().message;
    }
    return {};
}

/// Newest first. The moment of each is worked out once: comparing thousands would do it thousands
/// of times.
void sortByMoment(QList<BackupFile> &files)
{
    std::vector<std::pair<qint64, qsizetype>> order;
    order.reserve(size_t(files.size()));
    for (qsizetype i = 0; i < files.size(); ++i)
        order.emplace_back(-files.at(i).moment().toMSecsSinceEpoch(), i);
    std::sort(order.begin(), order.end(), [&files](const auto &a, const auto &b) {
        return a.first != b.first ? a.first < b.first
                                  : files.at(a.second).path() < files.at(b.second).path();
    });
    QList<BackupFile> sorted;
    sorted.reserve(files.size());
    for (const auto &[moment, index] : order)
        sorted << std::move(files[index]);
    files = std::move(sorted);
}

Result<BackupListing> listContainer(const DockerPath &path, Progress &progress,
                                    const BackupFolder::Piece &piece)
{
    BackupListing listing;
    listing.folder = path.text();
    BackupEntries entries(progress);
    ROSTER_TRY(entries.readContainer(path));
    sortByMoment(entries.files);
    listing.files = entries.files;
    if (piece && !listing.files.isEmpty())
        piece(listing.files);
    return listing;
}

}  // namespace

QString BackupFolder::standard()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
         + u"/roster/backups"_s;
}

Result<BackupListing> BackupFolder::list(const QString &path, Progress &progress,
                                         const Piece &piece)
{
    if (const auto inside = DockerPath::parse(path))
        return listContainer(*inside, progress, piece);
    BackupListing listing;
    listing.folder = QDir::cleanPath(QDir().absoluteFilePath(path));
    BackupEntries entries(progress);
    if (const QFileInfo info(listing.folder); info.exists() && !info.isDir()) {
        ROSTER_TRY(entries.readSingle(listing.folder));
        listing.folder = info.path();
    } else if (info.isDir() && QFileInfo::exists(listing.folder + u"/toc.dat"_s)) {
        ROSTER_TRY(entries.readSingle(listing.folder));
        listing.folder = info.path();
    } else {
        ROSTER_TRY(collect(entries, listing));
    }
    progress.setTotal(entries.files.size());
    QList<BackupFile> waiting;
    sortByMoment(entries.files);
    for (BackupFile &file : entries.files) {
        if (progress.isCancelled())
            return fail(Error::Kind::Cancelled, Text::tr("Cancelled."));
        if (!inspectBackup(file, entries.hasManifest(file)))
            continue;
        listing.files << file;
        waiting << file;
        if (waiting.size() < pieceSize)
            continue;
        progress.setDone(listing.files.size());
        if (piece && !piece(waiting))
            return fail(Error::Kind::Cancelled, Text::tr("Cancelled."));
        waiting.clear();
    }
    if (piece && !waiting.isEmpty())
        piece(waiting);
    if (!QFileInfo::exists(listing.folder))
        return fail(backupFileError(listing.folder, ENOENT));
    // A manifest knows better than the name that the first order went by.
    sortByMoment(listing.files);
    listing.leftovers = entries.leftovers;
    listing.notes = entries.notes;
    return listing;
}

}  // namespace roster
