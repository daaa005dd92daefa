// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backupentries.h"

#include "models/backup/safefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QTimeZone>

#include <cerrno>
#include <memory>

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

constexpr qint64 nsPerSecond = 1'000'000'000;
constexpr qint64 nsPerMs = 1'000'000;

bool isBeside(const QString &name)
{
    return name.endsWith(".verified.json"_L1) || name.endsWith(".roles.sql"_L1);
}

/// The slot whose stamp says most comes first.
bool isMoreExact(const BackupFile::Place &a, const BackupFile::Place &b)
{
    if (a.stamp.has_value() != b.stamp.has_value())
        return a.stamp.has_value();
    if (a.stamp && a.stamp->text.size() != b.stamp->text.size())
        return a.stamp->text.size() > b.stamp->text.size();
    return a.slot < b.slot;
}

}  // namespace

Result<void> BackupEntries::readFolder(const QString &folder, BackupSlot slot)
{
    const std::unique_ptr<DIR, int (*)(DIR *)> handle(
        ::opendir(QFile::encodeName(folder).constData()), &::closedir);
    if (!handle)
        return fail(backupFileError(folder, errno));
    while (true) {
        if (m_progress.isCancelled())
            return fail(Error::Kind::Cancelled, Text::tr("Cancelled."));
        errno = 0;
        const dirent *entry = ::readdir(handle.get());
        if (!entry && errno != 0)
            return fail(backupFileError(folder, errno));
        if (!entry)
            return {};
        const QString name = QFile::decodeName(entry->d_name);
        if (name == "."_L1 || name == ".."_L1 || isBeside(name))
            continue;
        add(::dirfd(handle.get()), folder + u'/' + name, slot);
    }
}

Result<void> BackupEntries::readSingle(const QString &path)
{
    struct stat found{};
    if (::stat(QFile::encodeName(path).constData(), &found) != 0)
        return fail(backupFileError(path, errno));
    const QString manifest = BackupManifest::pathFor(path);
    if (QFile::exists(manifest))
        m_manifests << manifest;
    const QString folder = path.section(u'/', -2, -2);
    BackupSlot slot = BackupSlot::Flat;
    for (const BackupSlot one :
         {BackupSlot::Last, BackupSlot::Daily, BackupSlot::Weekly, BackupSlot::Monthly}) {
        if (folder == slotFolder(one) && BackupName::parse(path.section(u'/', -1), one))
            slot = one;
    }
    addFile(path, slot, BackupName::parse(path.section(u'/', -1), slot), found);
    return {};
}

bool BackupEntries::hasManifest(const BackupFile &file) const
{
    for (const BackupFile::Place &place : file.places) {
        if (m_manifests.contains(BackupManifest::pathFor(place.path)))
            return true;
    }
    return false;
}

void BackupEntries::add(int folder, const QString &path, BackupSlot slot)
{
    const QString name = path.section(u'/', -1);
    if (name.endsWith(".manifest.json"_L1)) {
        m_manifests << path;
        return;
    }
    if (isPartName(name)) {
        addLeftover(folder, path);
        return;
    }
    if (name.startsWith(u'.'))
        return;
    const auto parsed = BackupName::parse(name, slot);
    const bool isStamped = parsed.has_value();
    if (!isStamped && BackupName::isLatest(name))
        return;
    struct stat found{};
    if (::fstatat(folder, QFile::encodeName(name).constData(), &found, 0) != 0) {
        // A dangling or looping link, or a file that retention just removed.
        const int reason = errno;
        if (::fstatat(folder, QFile::encodeName(name).constData(), &found, AT_SYMLINK_NOFOLLOW)
            == 0) {
            notes << (S_ISLNK(found.st_mode)
                          ? Text::tr("%1 is a link that leads nowhere.").arg(path)
                          : backupFileError(path, reason).message);
        }
        return;
    }
    if (S_ISDIR(found.st_mode) && !isStamped && !QFile::exists(path + u"/toc.dat"_s))
        return;
    if (S_ISREG(found.st_mode) || S_ISDIR(found.st_mode))
        addFile(path, slot, parsed, found);
    else if (isStamped)
        notes << Text::tr("%1 is neither a file nor a folder.").arg(path);
}

void BackupEntries::addFile(const QString &path, BackupSlot slot,
                            const std::optional<BackupName> &name, const struct stat &found)
{
    BackupFile::Place place{slot, path, {}};
    if (name)
        place.stamp = name->stamp;
    const auto identity = std::pair(quint64(found.st_dev), quint64(found.st_ino));
    if (const auto known = m_byInode.constFind(identity); known != m_byInode.cend()) {
        BackupFile &file = files[*known];
        if (name && !file.places.first().stamp)
            file.database = name->database;
        file.places << place;
        std::stable_sort(file.places.begin(), file.places.end(), isMoreExact);
        return;
    }
    m_byInode.insert(identity, files.size());
    BackupFile file;
    file.places << place;
    file.database = name ? name->database : QString();
    file.size = found.st_size;
    file.modifiedNs = qint64(found.st_mtim.tv_sec) * nsPerSecond + found.st_mtim.tv_nsec;
    file.modified = QDateTime::fromMSecsSinceEpoch(file.modifiedNs / nsPerMs, Qt::UTC);
    file.device = identity.first;
    file.inode = identity.second;
    if (S_ISDIR(found.st_mode))
        file.head.format = DumpHead::Format::Directory;
    files << file;
}

void BackupEntries::addLeftover(int folder, const QString &path)
{
    const QByteArray name = QFile::encodeName(path.section(u'/', -1));
    const FileDescriptor file(
        ::openat(folder, name.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat found{};
    if (!file.isOpen() || ::fstat(file.get(), &found) != 0)
        return;
    BackupListing::Leftover leftover{path, found.st_size, {}, false};
    leftover.modified = QDateTime::fromSecsSinceEpoch(found.st_mtim.tv_sec, Qt::UTC);
    // Whoever writes it holds a lock, which the system lets go when that process dies.
    leftover.isBeingWritten = ::flock(file.get(), LOCK_SH | LOCK_NB) != 0;
    leftovers << leftover;
}

}  // namespace roster
