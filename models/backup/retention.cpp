// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/retention.h"

#include "models/backup/partfile.h"
#include "models/database/privatefolder.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <cerrno>
#include <ranges>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

constexpr int daysAWeek = 7;

QDateTime expiry(const Retention &ages, BackupSlot slot, const QDateTime &moment)
{
    switch (slot) {
    case BackupSlot::Last:
        return moment.addDays(ages.lastDays);
    case BackupSlot::Daily:
        return moment.addDays(ages.dailyDays);
    case BackupSlot::Weekly:
        return moment.addDays(qint64(ages.weeklyWeeks) * daysAWeek);
    case BackupSlot::Monthly:
        return moment.addMonths(ages.monthlyMonths);
    case BackupSlot::Flat:
        break;
    }
    return {};
}

bool isVerified(const BackupFile &file)
{
    return file.isGood() && file.verification
        && file.verification->level >= BackupVerification::Level::Checksum;
}

/// The files of one database that stay whatever their age, by what is known of them all.
class Kept
{
public:
    Kept(const BackupListing &listing, int least)
    {
        QHash<QString, int> counts;
        for (const BackupFile &file : listing.files) {  // newest first
            if (!file.manifest)
                continue;
            if (file.isGood() && counts[file.database]++ < least)
                m_inodes.insert(file.inode);
            if (isVerified(file) && !m_verified.contains(file.database))
                m_verified.insert(file.database, file.inode);
        }
        for (const quint64 inode : std::as_const(m_verified))
            m_inodes.insert(inode);
    }
    bool contains(const BackupFile &file) const { return m_inodes.contains(file.inode); }

private:
    QSet<quint64> m_inodes;
    QHash<QString, quint64> m_verified;
};

}  // namespace

QList<Retention::Removal> Retention::plan(const BackupListing &listing, const QDateTime &now) const
{
    const Kept kept(listing, least);
    QList<Removal> removals;
    for (const BackupFile &file : std::views::reverse(listing.files)) {
        if (!file.manifest)
            continue;
        QList<Removal> ofFile;
        for (const BackupFile::Place &place : file.places) {
            const QDateTime until = expiry(*this, place.slot, file.moment());
            if (until.isValid() && until < now)
                ofFile.append({place.path, file.database, place.slot, false, file.size});
        }
        const bool loses = ofFile.size() == file.places.size();
        // Of what is kept whatever its age the longest-lived name stays.
        if (loses && kept.contains(file))
            ofFile.removeLast();
        else if (loses)
            ofFile.last().isLastName = true;
        removals << ofFile;
    }
    return removals;
}

Result<void> Retention::remove(const BackupListing &listing, const QList<Removal> &plan,
                               Progress &progress)
{
    const QString last = listing.folder + u"/last"_s;
    const auto lock =
        BackupFolderLock::wait(QFileInfo(last).isDir() ? last : listing.folder, progress);
    if (!lock)
        return fail(lock.error());
    QSet<QString> folders;
    for (const Removal &one : plan) {
        if (progress.isCancelled())
            return fail(Error::Kind::Cancelled, Text::tr("Cancelled."));
        // The file first: a manifest without one is a leftover, a file without one no longer ours.
        if (::unlink(QFile::encodeName(one.path).constData()) != 0 && errno != ENOENT)
            return fail(backupFileError(one.path, errno));
        for (const QString &beside :
             {BackupManifest::pathFor(one.path), BackupVerification::pathFor(one.path),
              one.path + u".roles.sql"_s})
            QFile::remove(beside);
        folders << QFileInfo(one.path).path();
    }
    for (const QString &folder : std::as_const(folders))
        syncFolder(folder);
    return {};
}

}  // namespace roster
