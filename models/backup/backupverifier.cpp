// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backupverifier.h"

#include "models/backup/packedcheck.h"
#include "models/dump/compressionmagic.h"
#include "models/dump/dumpfile.h"
#include "models/dump/sqldumpreader.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <array>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

using Format = DumpHead::Format;
using Level = BackupVerification::Level;

Error refused(const BackupFile &file, const QString &why)
{
    Error error;
    error.kind = Error::Kind::InvalidInput;
    error.message = u"%1: %2."_s.arg(file.path(), why);
    error.hint = Text::tr("Use another backup; this one is not to be relied on.");
    return error;
}

/// What is wrong with a line of the text does not say of which file.
Error named(Error error, const BackupFile &file)
{
    const bool isOfText =
        error.kind == Error::Kind::InvalidInput || error.kind == Error::Kind::Refused;
    if (isOfText && !error.message.contains(file.name()))
        error.message = u"%1: %2"_s.arg(file.path(), error.message);
    return error;
}

QByteArray firstBytes(const HeldFile &held)
{
    std::array<char, 16> bytes{};
    const auto got = held.readAt(0, bytes);
    return {bytes.data(), got.value_or(0)};
}

/// One file, looked into through one descriptor: what is verified is what was opened.
class Look
{
public:
    Look(BackupFile file, Progress &progress, QStringList binaries)
        : m_file(std::move(file)), m_progress(progress), m_binaries(std::move(binaries))
    {
    }

    Result<BackupVerification> run(Level wanted);

private:
    Result<void> read(Level wanted);
    Result<bool> readDump();
    Result<void> readToEnd(SqlDumpReader &reader);
    Result<void> readBytes();
    Result<void> judge(const QByteArray &sha256);

    BackupFile m_file;
    Progress &m_progress;
    QStringList m_binaries;
    std::shared_ptr<const HeldFile> m_held;
    BackupVerification m_result;
    QStringList m_notes;
};

Result<BackupVerification> Look::run(Level wanted)
{
    const auto held = m_file.open(&m_progress);
    if (!held)
        return fail(held.error());
    m_held = *held;
    if (m_file.isInContainer())
        m_file.head = DumpHead::read(m_held);
    if (!m_file.problems.isEmpty())
        return fail(refused(m_file, m_file.problems.join(u"; "_s)));
    m_result.size = m_file.size;
    m_result.modified = m_file.modifiedNs;
    m_result.level = Level::Bytes;
    m_result.at = QDateTime::currentDateTimeUtc();
    if (wanted == Level::Bytes)
        return m_result;
    m_progress.setText(m_file.name());
    m_progress.setTotal(m_file.size);
    ROSTER_TRY(read(wanted));
    m_result.note = m_notes.join(u"; "_s);
    return m_result;
}

Result<void> Look::read(Level wanted)
{
    const Format format = m_file.head.format;
    const bool isFolder = format == Format::Directory;
    if (isFolder || (format != Format::Unknown && wanted == Level::Full)) {
        const auto done = readDump();
        if (!done)
            return fail(done.error());
        if (*done || isFolder)
            return {};
    }
    return readBytes();
}

/// As a restore does. False, noted why: it cannot be read so, which is not the file's fault.
Result<bool> Look::readDump()
{
    auto dump = DumpFile::of(m_held);
    if (!dump)
        return fail(dump.error());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    dump->watch([&hash](std::span<const char> bytes) {
        hash.addData(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
    });
    auto reader = SqlDumpReader::open(*dump, m_binaries, m_progress, SqlDumpReader::Databases::All);
    const auto read = reader ? readToEnd(*reader) : Result<void>(fail(reader.error()));
    if (!read) {
        const Error &error = read.error();
        if (error.kind != Error::Kind::NotFound)
            return fail(named(error, m_file));
        m_notes << error.message;
        return false;
    }
    if (m_file.head.format == Format::Directory)
        m_notes << Text::tr("whoever made it left no checksum");
    else
        ROSTER_TRY(judge(hash.result().toHex()));
    m_notes += reader->warnings();
    if (dump->format() == Format::Cluster)
        m_notes << Text::tr("several databases: a restore takes the one that --database names");
    m_result.level = Level::Full;
    return true;
}

Result<void> Look::readToEnd(SqlDumpReader &reader)
{
    while (true) {
        if (m_progress.isCancelled())
            return fail(Error::Kind::Cancelled, Text::tr("Cancelled."));
        const auto item = reader.next();
        if (!item)
            return fail(item.error());
        if (item->kind == SqlDumpItem::Kind::CopyRows)
            m_progress.setDone(reader.consumed());
        if (item->kind != SqlDumpItem::Kind::End)
            continue;
        return reader.isComplete()
                 ? Result<void>()
                 : fail(refused(m_file, Text::tr("truncated: its end is missing")));
    }
}

Result<void> Look::readBytes()
{
    const DumpHead &head = m_file.head;
    const bool isDump = head.format != Format::Unknown;
    const auto check = PackedCheck::read(
        m_held, isDump ? head.compressions : QList<DumpCompression>(), m_progress);
    if (!check)
        return fail(check.error());
    const bool isText = head.format == Format::Plain || head.format == Format::Cluster;
    if (isText && !check->tail.contains("database dump complete")
        && !check->tail.contains("database cluster dump complete")) {
        return fail(refused(m_file, Text::tr("truncated: its end is missing")));
    }
    ROSTER_TRY(judge(check->sha256));
    m_notes += check->warnings;
    return {};
}

Result<void> Look::judge(const QByteArray &sha256)
{
    if (m_file.manifest && sha256 != m_file.manifest->sha256) {
        return fail(
            refused(m_file, Text::tr("changed since it was made: its checksum is not that of the "
                                     "manifest")));
    }
    if (m_file.manifest) {
        m_result.level = Level::Checksum;
    } else if (!m_file.head.compressions.isEmpty() && hasContentChecksum(firstBytes(*m_held))) {
        m_result.level = Level::Checksum;
        m_notes << Text::tr("by what it is packed with; whoever made it left no checksum");
    } else {
        m_notes << Text::tr("integrity unknown: whoever made it left no checksum");
    }
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
