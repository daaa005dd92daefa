// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backuppublication.h"

#include "models/backup/backupverification.h"
#include "models/database/privatefolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

constexpr mode_t privateMode = 0700;
const QStringList &besides()
{
    static const QStringList suffixes{u".manifest.json"_s, u".roles.sql"_s};
    return suffixes;
}

Result<void> makePath(const QString &path)
{
    if (QFileInfo(path).isDir())
        return {};
    if (const QString parent = QFileInfo(path).path(); parent != path)
        ROSTER_TRY(makePath(parent));
    if (::mkdir(QFile::encodeName(path).constData(), privateMode) != 0 && errno != EEXIST)
        return fail(backupFileError(path, errno));
    syncFolder(QFileInfo(path).path());
    return {};
}

/// Whether nobody writes it; then it is removed.
bool removeIfAbandoned(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const FileDescriptor file(::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    return file.isOpen() && ::flock(file.get(), LOCK_EX | LOCK_NB) == 0
        && ::unlink(name.constData()) == 0;
}

/// Puts a hard link to `from` at `to`, in the place of what is there. 0 or an errno.
int linkOver(const QString &from, const QString &to)
{
    const QFileInfo target(to);
    const QByteArray part = QFile::encodeName(target.path() + u'/' + partName(target.fileName()));
    if (::link(QFile::encodeName(from).constData(), part.constData()) != 0)
        return errno;
    if (::rename(part.constData(), QFile::encodeName(to).constData()) == 0)
        return 0;
    const int reason = errno;
    ::unlink(part.constData());
    return reason;
}

}  // namespace

Result<void> BackupPublication::makeFolders() const
{
    for (const BackupSlot slot :
         {BackupSlot::Last, BackupSlot::Daily, BackupSlot::Weekly, BackupSlot::Monthly})
        ROSTER_TRY(makePath(m_folder + u'/' + slotFolder(slot)));
    return {};
}

QStringList BackupPublication::removeLeftovers() const
{
    QStringList removed;
    for (const BackupSlot slot :
         {BackupSlot::Last, BackupSlot::Daily, BackupSlot::Weekly, BackupSlot::Monthly}) {
        const QDir folder(m_folder + u'/' + slotFolder(slot));
        const QStringList names = folder.entryList(QDir::Files | QDir::Hidden);
        for (const QString &name : names) {
            const QString path = folder.filePath(name);
            if (isPartName(name) && removeIfAbandoned(path))
                removed << path;
            const QString manifest = besides().first();
            if (!name.endsWith(manifest) || folder.exists(name.chopped(manifest.size())))
                continue;
            // Written just before its file got its name, which then never came.
            if (BackupManifest::readBeside(path.chopped(manifest.size())) && QFile::remove(path))
                removed << path;
        }
    }
    return removed;
}

QString BackupPublication::freeName(const BackupManifest &manifest) const
{
    // Two in one second, or a clock that was set back: the name moves on, the manifest tells.
    QDateTime moment = manifest.snapshot.toLocalTime();
    while (true) {
        const QString name = BackupName::encoded(manifest.database) + u'-'
                           + BackupName::stampFor(moment, BackupSlot::Last) + m_suffix;
        const QString path = lastFolder() + u'/' + name;
        if (!QFileInfo::exists(path) && !QFileInfo::exists(BackupManifest::pathFor(path)))
            return path;
        moment = moment.addSecs(1);
    }
}

Result<void> BackupPublication::publish(PartFile &file, std::optional<PartFile> &roles,
                                        BackupReceipt &receipt) const
{
    receipt.path = freeName(receipt.manifest);
    if (roles) {
        receipt.manifest.rolesFile = receipt.path.section(u'/', -1) + besides().last();
        ROSTER_TRY(roles->publish(receipt.path + besides().last()));
    }
    const QString manifest = BackupManifest::pathFor(receipt.path);
    auto named = [&]() -> Result<void> {
        ROSTER_TRY(writeDurably(manifest, QJsonDocument(receipt.manifest.toJson()).toJson()));
        return file.publish(receipt.path);
    }();
    if (!named) {
        QFile::remove(manifest);
        QFile::remove(receipt.path + besides().last());
        return named;
    }
    for (const BackupSlot slot : {BackupSlot::Daily, BackupSlot::Weekly, BackupSlot::Monthly}) {
        if (const auto linked = link(slot, receipt); !linked)
            receipt.warnings << linked.error().toText();
    }
    return {};
}

Result<void> BackupPublication::link(BackupSlot slot, BackupReceipt &receipt) const
{
    const QDateTime moment = receipt.manifest.snapshot.toLocalTime();
    const QString folder = m_folder + u'/' + slotFolder(slot);
    const QString target = folder + u'/' + BackupName::encoded(receipt.manifest.database) + u'-'
                         + BackupName::stampFor(moment, slot) + m_suffix;
    if (QFileInfo::exists(target)) {
        const auto there = BackupManifest::readBeside(target);
        if (!there || there->database != receipt.manifest.database) {
            return fail(Error::Kind::Conflict,
                        Text::tr("%1 is not Roster's and was left as it is.").arg(target),
                        Text::tr("This backup is in `last` only."));
        }
        if (there->snapshot > receipt.manifest.snapshot)
            return {};
    }
    if (const int reason = linkOver(receipt.path, target)) {
        return fail(Error::Kind::System,
                    Text::tr("%1 could not be linked: %2.")
                        .arg(target, QString::fromLocal8Bit(::strerror(reason))),
                    Text::tr("This backup is in `last` only; keep it elsewhere as well."));
    }
    for (const QString &beside : besides()) {
        if (QFileInfo::exists(receipt.path + beside))
            linkOver(receipt.path + beside, target + beside);
        else
            QFile::remove(target + beside);
    }
    QFile::remove(BackupVerification::pathFor(target));
    syncFolder(folder);
    receipt.links << target;
    return {};
}

}  // namespace roster
