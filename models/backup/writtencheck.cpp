// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/writtencheck.h"

#include "models/backup/safefile.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr qint64 pieceBytes = qint64(8) << 20;

}  // namespace

/// The bytes that are there, waiting for those to come.
class WrittenCheck::Source : public ByteSource
{
public:
    Source(WrittenCheck &check, QCryptographicHash &hash) : m_check(check), m_hash(hash) {}

    Result<qsizetype> read(std::span<char> buffer) override
    {
        const auto got = m_check.readAt(m_at, buffer);
        if (!got || *got == 0)
            return got;
        m_hash.addData(QByteArrayView(buffer.data(), *got));
        m_at += *got;
        return got;
    }
    qint64 consumed() const override { return m_at; }
    QStringList warnings() const override { return {}; }

private:
    WrittenCheck &m_check;
    QCryptographicHash &m_hash;
    qint64 m_at = 0;
};

WrittenCheck::WrittenCheck(FileDescriptor file, const QList<DumpCompression> &compressions,
                           QString name)
    : m_file(std::move(file)),
      m_name(std::move(name)),
      m_thread(&WrittenCheck::run, this, compressions)
{
}

WrittenCheck::~WrittenCheck()
{
    m_progress.cancel();
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void WrittenCheck::setWritten(qint64 bytes)
{
    bool isPiece = false;
    {
        const std::scoped_lock lock(m_mutex);
        isPiece = bytes / pieceBytes != m_written / pieceBytes;
        m_written = bytes;
    }
    if (isPiece)
        m_changed.notify_all();
}

Result<PackedCheck> WrittenCheck::finish(Progress &progress)
{
    const Progress::CancelHook hook(progress, [this] {
        m_progress.cancel();
        m_changed.notify_all();
    });
    {
        const std::scoped_lock lock(m_mutex);
        m_isWhole = true;
    }
    m_changed.notify_all();
    m_thread.join();
    return *m_result;
}

void WrittenCheck::run(QList<DumpCompression> compressions)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    std::unique_ptr<ByteSource> source = std::make_unique<Source>(*this, hash);
    for (const DumpCompression compression : std::as_const(compressions))
        source = ByteSource::unpacked(compression, std::move(source), m_name);
    m_result = PackedCheck::read(*source, hash, m_progress);
}

/// Whole pieces only, but for the last. False: nothing more comes.
Result<bool> WrittenCheck::waitBeyond(qint64 offset)
{
    constexpr auto lookAgain = std::chrono::milliseconds(100);  // a cancel takes no lock
    std::unique_lock lock(m_mutex);
    while (!m_isWhole && !m_progress.isCancelled() && m_written / pieceBytes <= offset / pieceBytes)
        m_changed.wait_for(lock, lookAgain);
    const qint64 until = m_isWhole ? m_written : m_written / pieceBytes * pieceBytes;
    lock.unlock();
    if (m_progress.isCancelled())
        return fail(Error::Kind::Cancelled, QCoreApplication::translate("Backup", "Cancelled."));
    if (until > m_onDisk)
        pushToDisk(until);
    return offset < until;
}

/// So that what is read back is what the disk has.
void WrittenCheck::pushToDisk(qint64 until)
{
    ::sync_file_range(m_file.get(), m_onDisk, until - m_onDisk,
                      SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE
                          | SYNC_FILE_RANGE_WAIT_AFTER);
    ::posix_fadvise(m_file.get(), m_onDisk, until - m_onDisk, POSIX_FADV_DONTNEED);
    m_onDisk = until;
}

Result<qsizetype> WrittenCheck::readAt(qint64 offset, std::span<char> buffer)
{
    if (offset >= m_onDisk) {
        const auto more = waitBeyond(offset);
        if (!more)
            return fail(more.error());
        if (!*more)
            return 0;
    }
    const auto most = std::size_t(std::min(qint64(buffer.size()), m_onDisk - offset));
    ssize_t got = 0;
    do {
        got = ::pread(m_file.get(), buffer.data(), most, offset);
    } while (got < 0 && errno == EINTR);
    if (got < 0)
        return fail(backupFileError(m_name, errno));
    return qsizetype(got);
}

}  // namespace roster
