// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backupverifier.h"

#include "models/backup/packedcheck.h"
#include "models/backup/programinput.h"
#include "models/database/childprogram.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

using Format = BackupHead::Format;
using Level = BackupVerification::Level;
constexpr qint64 nsPerSecond = 1'000'000'000;

Error refused(const BackupFile &file, const QString &why)
{
    Error error;
    error.kind = Error::Kind::InvalidInput;
    error.message = u"%1: %2."_s.arg(file.path(), why);
    error.hint = Text::tr("Use another backup; this one is not to be relied on.");
    return error;
}

bool isArchive(Format format)
{
    return format == Format::Custom || format == Format::Tar || format == Format::Directory;
}

/// The newest one: it reads what all older ones wrote.
QString newestRestore(const QStringList &folders)
{
    for (const QString &folder : folders) {
        if (const QString path = folder + u"/pg_restore"_s; QFileInfo(path).isExecutable())
            return path;
    }
    return {};
}

/// One file, looked into through one descriptor: what is verified is what was opened.
class Look
{
public:
    Look(const BackupFile &file, Progress &progress, const QStringList &binaries)
        : m_file(file), m_progress(progress), m_restore(newestRestore(binaries))
    {
    }

    Result<BackupVerification> run(Level wanted);

private:
    Result<void> open();
    Result<void> readFile(Level wanted);
    Result<void> readFolder();
    Result<void> judge(const PackedCheck &check);
    QString unreadable() const { return Text::tr("pg_restore cannot read it"); }

    const BackupFile &m_file;
    Progress &m_progress;
    QString m_restore;
    FileDescriptor m_opened;
    BackupVerification m_result;
};

Result<void> Look::open()
{
    m_opened =
        FileDescriptor(::open(QFile::encodeName(m_file.path()).constData(), O_RDONLY | O_CLOEXEC));
    struct stat found{};
    if (!m_opened.isOpen() || ::fstat(m_opened.get(), &found) != 0)
        return fail(backupFileError(m_file.path(), errno));
    const qint64 modified = qint64(found.st_mtim.tv_sec) * nsPerSecond + found.st_mtim.tv_nsec;
    if (found.st_ino != m_file.inode || modified != m_file.modifiedNs) {
        return fail(Error::Kind::Conflict,
                    Text::tr("%1 was replaced meanwhile.").arg(m_file.path()),
                    Text::tr("List the folder again."));
    }
    m_result.size = m_file.size;
    m_result.modified = modified;
    return {};
}

Result<BackupVerification> Look::run(Level wanted)
{
    ROSTER_TRY(open());
    if (!m_file.problems.isEmpty())
        return fail(refused(m_file, m_file.problems.join(u"; "_s)));
    m_result.level = Level::Bytes;
    m_result.at = QDateTime::currentDateTimeUtc();
    if (wanted == Level::Bytes)
        return m_result;
    m_progress.setText(m_file.name());
    m_progress.setTotal(m_file.size);
    if (m_file.head.format == Format::Directory)
        ROSTER_TRY(readFolder());
    else
        ROSTER_TRY(readFile(wanted));
    return m_result;
}

Result<void> Look::readFile(Level wanted)
{
    const bool encrypted = m_file.manifest && !m_file.manifest->encryption.isEmpty();
    const bool restores = wanted == Level::Full && !encrypted && isArchive(m_file.head.format);
    ProgramInput restore;
    const bool fed = restores && !m_restore.isEmpty();
    if (fed)
        ROSTER_TRY(restore.start(m_restore, {u"--file=/dev/null"_s}, {}, -1));
    int reason = 0;
    const auto check = PackedCheck::read(m_opened.get(), m_file.head.packing, m_file.path(),
                                         m_progress, [&](QByteArrayView bytes) {
                                             // What follows the end of an archive it does not read.
                                             if (fed && reason == 0)
                                                 reason = restore.write(bytes);
                                             return 0;
                                         });
    if (!check)
        return fail(check.error());
    ROSTER_TRY(judge(*check));
    if (restores && !fed) {
        m_result.note = Text::tr("pg_restore is not installed, so its content was not read");
    } else if (fed) {
        auto read = restore.finish(refused(m_file, unreadable()).message,
                                   Text::tr("A newer pg_restore may read it; else use another."));
        if (!read) {
            Error error = read.error();
            error.kind = Error::Kind::InvalidInput;
            return fail(error);
        }
        m_result.level = Level::Full;
    }
    return {};
}

Result<void> Look::judge(const PackedCheck &check)
{
    const Format format = m_file.head.format;
    const bool isText = format == Format::Plain || format == Format::Cluster;
    if (isText && !check.tail.contains("database dump complete")
        && !check.tail.contains("database cluster dump complete")) {
        return fail(refused(m_file, Text::tr("truncated: its end is missing")));
    }
    if (m_file.manifest && check.sha256 != m_file.manifest->sha256) {
        return fail(
            refused(m_file, Text::tr("changed since it was made: its checksum is not that of the "
                                     "manifest")));
    }
    if (m_file.manifest) {
        m_result.level = Level::Checksum;
    } else if (check.unpackedSize >= 0 && !m_file.head.packing.isEmpty()) {
        m_result.level = Level::Checksum;
        m_result.note = Text::tr("by what it is packed with; whoever made it left no checksum");
    } else {
        m_result.note = Text::tr("integrity unknown: whoever made it left no checksum");
    }
    return {};
}

Result<void> Look::readFolder()
{
    if (m_restore.isEmpty()) {
        m_result.note = Text::tr("pg_restore is not installed, so its content was not read");
        return {};
    }
    const auto read =
        ChildProgram(m_restore,
                     {u"--file=/dev/null"_s, u"--format=directory"_s, u"--"_s, m_file.path()}, {})
            .run(m_progress);
    if (!read)
        return fail(read.error());
    if (read->exitCode != 0) {
        Error error = refused(m_file, unreadable());
        error.detail = read->text.trimmed();
        return fail(error);
    }
    m_result.level = Level::Full;
    m_result.note = Text::tr("whoever made it left no checksum");
    return {};
}

}  // namespace

Result<BackupVerification> BackupVerifier::verify(const BackupFile &file, Level wanted,
                                                  Progress &progress, const QStringList &binaries)
{
    return Look(file, progress, binaries).run(wanted);
}

Result<void> BackupVerifier::note(const BackupFile &file, const BackupVerification &verification)
{
    // A verification that says more, and still holds, is not replaced by a lesser one.
    if (file.verification && file.verification->level > verification.level)
        return {};
    for (const BackupFile::Place &place : file.places)
        ROSTER_TRY(verification.writeBeside(place.path));
    return {};
}

}  // namespace roster
