// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backuprun.h"

#include "models/backup/backuppublication.h"
#include "models/backup/backupsnapshot.h"
#include "models/backup/backupverification.h"
#include "models/backup/dumpprogram.h"
#include "models/backup/dumppump.h"
#include "models/backup/encryption.h"
#include "models/backup/packedcheck.h"
#include "models/backup/packer.h"
#include "models/backup/writtencheck.h"
#include "models/database/session.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

#include <cerrno>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

/// One run's steps; see BackupRun.
class Run
{
public:
    Run(Session &session, Progress &progress, const BackupRequest &request)
        : m_session(session),
          m_progress(progress),
          m_request(request),
          m_publication(QDir::cleanPath(QDir().absoluteFilePath(request.folder)), request.suffix())
    {
    }

    Result<BackupReceipt> run()
    {
        QElapsedTimer clock;
        clock.start();
        ROSTER_TRY(prepare());
        auto file = PartFile::create(m_publication.lastFolder(), u"backup"_s + m_request.suffix());
        if (!file)
            return fail(file.error());
        ROSTER_TRY(dump(*file));
        std::optional<PartFile> roles;
        if (m_request.withRoles)
            ROSTER_TRY(dumpRoles(roles));
        ROSTER_TRY(check(*file));
        manifest().milliseconds = clock.elapsed();
        const auto lock = BackupFolderLock::wait(m_publication.lastFolder(), m_progress);
        if (!lock)
            return fail(lock.error());
        ROSTER_TRY(m_publication.publish(*file, roles, m_receipt));
        noteVerification();
        return m_receipt;
    }

private:
    BackupManifest &manifest() { return m_receipt.manifest; }
    Result<void> prepare();
    Result<void> dump(PartFile &file);
    Result<void> pump(PartFile &file, const QString &snapshot,
                      const std::function<Result<void>()> &meanwhile, qsizetype tables);
    Result<void> dumpRoles(std::optional<PartFile> &roles);
    Result<void> check(PartFile &file);
    void noteVerification() const;
    QStringList arguments(const QString &snapshot) const;

    Session &m_session;
    Progress &m_progress;
    const BackupRequest &m_request;
    BackupPublication m_publication;
    std::unique_ptr<WrittenCheck> m_check;  ///< where it is not encrypted
    std::optional<DumpProgram> m_program;
    DumpConnection m_connection;
    BackupReceipt m_receipt;
};

Result<void> Run::prepare()
{
    m_progress.setText(Text::tr("Preparing"));
    ROSTER_TRY(Encryption::check(m_request.recipients));
    const auto program =
        DumpProgram::fitting(m_session.serverVersion(), m_request.binaries, m_request.pgDump);
    if (!program)
        return fail(program.error());
    m_program = *program;
    const auto connection = DumpConnection::of(m_session);
    if (!connection)
        return fail(connection.error());
    m_connection = *connection;
    ROSTER_TRY(m_publication.makeFolders());
    const auto lock = BackupFolderLock::wait(m_publication.lastFolder(), m_progress);
    if (!lock)
        return fail(lock.error());
    m_receipt.removed = m_publication.removeLeftovers();
    manifest().rosterVersion = m_request.rosterVersion;
    manifest().host = m_request.host;
    manifest().toolVersion = m_program->version();
    manifest().encryption = m_request.encryption();
    const bool isCustom = m_request.format == BackupRequest::Format::DumpZst;
    manifest().format = isCustom ? u"custom"_s : u"plain"_s;
    manifest().packing = isCustom ? u"zstd"_s : u"gzip"_s;
    return {};
}

QStringList Run::arguments(const QString &snapshot) const
{
    QStringList words{u"--verbose"_s, u"--no-password"_s, u"--snapshot="_s + snapshot,
                      u"--dbname="_s + m_connection.connection};
    if (m_request.format == BackupRequest::Format::DumpZst)
        words << u"--format=custom"_s << u"--compress=0"_s;
    else
        words << u"--format=plain"_s;
    return words;
}

Result<void> Run::dump(PartFile &file)
{
    auto snapshot = BackupSnapshot::open(m_session);
    if (!snapshot)
        return fail(snapshot.error());
    auto tables = snapshot->tables();
    if (!tables)
        return fail(tables.error());
    const auto meanwhile = [&]() -> Result<void> {
        ROSTER_TRY(snapshot->describe(manifest()));
        ROSTER_TRY(snapshot->count(*tables));
        manifest().rows = *tables;
        return {};
    };
    return pump(file, snapshot->id(), meanwhile, tables->size());
}

Result<void> Run::pump(PartFile &file, const QString &snapshot,
                       const std::function<Result<void>()> &meanwhile, qsizetype tables)
{
    Encryption encryption;
    const bool encrypts = !m_request.recipients.isEmpty();
    if (encrypts)
        ROSTER_TRY(encryption.start(m_request.recipients, file.descriptor()));
    const auto kind = m_request.format == BackupRequest::Format::DumpZst ? Packer::Kind::Zstd
                                                                         : Packer::Kind::Gzip;
    if (!encrypts) {
        const bool isZstd = kind == Packer::Kind::Zstd;
        m_check = std::make_unique<WrittenCheck>(
            file.duplicate(), QList{isZstd ? DumpCompression::Zstd : DumpCompression::Gzip},
            file.path());
    }
    qint64 written = 0;
    const auto packer = Packer::make(kind, [&](QByteArrayView bytes) {
        if (encrypts)
            return encryption.write(bytes);
        const int reason = file.write(bytes);
        written += bytes.size();
        if (reason == 0)
            m_check->setWritten(written);
        return reason;
    });
    DumpPump pump(m_progress, [&](QByteArrayView bytes) { return packer->write(bytes); });
    ROSTER_TRY(pump.start(m_program->path(), arguments(snapshot), m_connection.variables, tables));
    Result<void> counted = meanwhile();
    if (!counted && counted.error().kind != Error::Kind::Connection)
        pump.abandon();
    const Result<void> dumped = pump.finish();
    int reason = pump.sinkReason();
    if (reason == 0 && dumped && counted)
        reason = packer->finish();
    if (reason == EPIPE && encrypts)
        return encryption.finish();
    if (reason != 0)
        return fail(backupFileError(m_publication.lastFolder(), reason));
    // A cancel shows in both; else what pg_dump says of a broken server is the cause.
    if (!counted && counted.error().kind != Error::Kind::Connection)
        return counted;
    ROSTER_TRY(dumped);
    ROSTER_TRY(counted);
    m_receipt.warnings << pump.warnings();
    manifest().unpackedSize = pump.bytes();
    return encrypts ? encryption.finish() : Result<void>();
}

Result<void> Run::dumpRoles(std::optional<PartFile> &roles)
{
    m_progress.setText(Text::tr("Roles"));
    auto file = PartFile::create(m_publication.lastFolder(), u"roles.sql"_s);
    if (!file)
        return fail(file.error());
    DumpPump pump(m_progress, [&](QByteArrayView bytes) { return file->write(bytes); });
    ROSTER_TRY(pump.start(m_program->pathOfAll(),
                          {u"--globals-only"_s, u"--no-role-passwords"_s, u"--no-password"_s,
                           u"--dbname="_s + m_connection.connection},
                          m_connection.variables, 0));
    const auto ended = pump.finish();
    if (pump.sinkReason() != 0)
        return fail(backupFileError(m_publication.lastFolder(), pump.sinkReason()));
    ROSTER_TRY(ended);
    ROSTER_TRY(file->flush());
    const auto held = file->held();
    if (!held)
        return fail(held.error());
    const auto read = PackedCheck::read(*held, {}, m_progress);
    if (!read)
        return fail(read.error());
    if (!read->tail.contains("-- PostgreSQL database cluster dump complete")) {
        return fail(Error::Kind::System, Text::tr("The roles were not written whole."),
                    Text::tr("Try again, or leave them out."));
    }
    manifest().rolesSha256 = read->sha256;
    roles.emplace(std::move(*file));
    return {};
}

Result<void> Run::check(PartFile &file)
{
    ROSTER_TRY(file.flush());
    m_progress.setText(Text::tr("Reading it again, bytes:"));
    const bool encrypted = !m_request.recipients.isEmpty();
    const auto held = file.held();
    if (!held)
        return fail(held.error());
    // Bytes that came out of a tool for encryption may begin as anything.
    const auto read =
        encrypted ? PackedCheck::read(*held, {}, m_progress) : m_check->finish(m_progress);
    if (!read)
        return fail(read.error());
    const bool isShort =
        !encrypted
        && (read->unpackedSize != manifest().unpackedSize || read->size != (*held)->size());
    const bool hasNoEnd = !encrypted && manifest().format == "plain"_L1
                       && !read->tail.contains("-- PostgreSQL database dump complete");
    if (isShort || hasNoEnd || read->size == 0) {
        return fail(Error::Kind::System,
                    Text::tr("What was written is not what pg_dump gave. No backup was made."),
                    Text::tr("Check the disk of %1.").arg(m_publication.lastFolder()));
    }
    manifest().size = read->size;
    manifest().sha256 = read->sha256;
    return {};
}

/// What was just read to its end need not be read again to be believed.
void Run::noteVerification() const
{
    struct stat found{};
    if (::stat(QFile::encodeName(m_receipt.path).constData(), &found) != 0)
        return;
    BackupVerification verification;
    verification.level = BackupVerification::Level::Checksum;
    verification.at = QDateTime::currentDateTimeUtc();
    verification.size = found.st_size;
    verification.modified = qint64(found.st_mtim.tv_sec) * 1'000'000'000 + found.st_mtim.tv_nsec;
    for (const QString &path : QStringList(m_receipt.path) + m_receipt.links)
        static_cast<void>(verification.writeBeside(path));
}

}  // namespace

QString BackupRequest::suffix() const
{
    const QString plain = format == Format::DumpZst ? u".dump.zst"_s : u".sql.gz"_s;
    return recipients.isEmpty() ? plain : plain + u'.' + encryption();
}

Result<BackupReceipt> BackupRun::run(Session &session, Progress &progress,
                                     const BackupRequest &request)
{
    return Run(session, progress, request).run();
}

}  // namespace roster
