// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DUMP_AHEADSOURCE_H
#define ROSTER_DUMP_AHEADSOURCE_H

#include "models/dump/bytesource.h"

#include <QByteArray>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

namespace roster {

/// Reads another source on a thread of its own, a few blocks ahead: unpacking costs no time while
/// the reader waits for a server. The other source is read on that thread and nowhere else.
class AheadSource : public ByteSource
{
public:
    explicit AheadSource(std::unique_ptr<ByteSource> source);
    ~AheadSource() override;
    Q_DISABLE_COPY_MOVE(AheadSource)

    Result<qsizetype> read(std::span<char> buffer) override;
    /// What was read of the file for the bytes handed out, and not for those ahead.
    qint64 consumed() const override { return m_consumed; }
    qint64 total() const override { return m_total; }
    QStringList warnings() const override { return m_warnings; }

private:
    struct Block
    {
        QByteArray bytes;
        qint64 consumed = 0;
        qint64 total = -1;
    };

    void run();
    Result<bool> nextBlock();  ///< false: at the end

    std::unique_ptr<ByteSource> m_source;
    std::thread m_thread;

    std::mutex m_mutex;  ///< of what the threads share:
    std::condition_variable m_changed;
    std::deque<Block> m_blocks;
    bool m_isOver = false;     ///< no more blocks will come
    bool m_isStopped = false;  ///< none are wanted
    std::optional<Error> m_error;

    Block m_current;
    qsizetype m_at = 0;
    qint64 m_consumed = 0;
    qint64 m_total;
    QStringList m_warnings;
};

}  // namespace roster

#endif
