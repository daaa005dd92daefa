// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_DUMPPUMP_H
#define ROSTER_BACKUP_DUMPPUMP_H

#include "models/backup/dumpprogram.h"
#include "models/backup/safefile.h"
#include "models/core/progress.h"

#include <functional>
#include <thread>

namespace roster {

/// Runs pg_dump and hands on what it writes, as it comes, on a thread of its own, so that the
/// caller's can count rows meanwhile. Stops it when the work is cancelled, or when `sink` fails.
class DumpPump
{
public:
    /// Takes the next bytes: 0 or an errno.
    using Sink = std::function<int(QByteArrayView)>;

    DumpPump(Progress &progress, Sink sink) : m_progress(progress), m_sink(std::move(sink)) {}
    /// Kills it where it still runs.
    ~DumpPump();
    Q_DISABLE_COPY_MOVE(DumpPump)

    /// `tables`: how many it will name with --verbose, for the progress.
    Result<void> start(const QString &program, const QStringList &arguments,
                       const QList<QByteArray> &variables, qsizetype tables);
    /// Waits for its end. Errors: Cancelled, System (pg_dump's own words as detail).
    Result<void> finish();
    /// Ends it without waiting for all it has to say.
    void abandon() { m_isAbandoned = true; }

    qint64 bytes() const { return m_bytes; }
    /// errno of the sink, 0: none.
    int sinkReason() const { return m_sinkReason; }
    /// Warnings of pg_dump's.
    const QStringList &warnings() const { return m_warnings; }

private:
    void run();
    bool readOutput();
    void readErrors();
    void takeLine(const QByteArray &line);
    Error failed(int exitCode) const;

    Progress &m_progress;
    Sink m_sink;
    QString m_program;
    std::thread m_thread;
    FileDescriptor m_output;
    FileDescriptor m_errors;
    qint64 m_pid = 0;
    std::atomic<qint64> m_bytes = 0;
    std::atomic_bool m_isAbandoned = false;
    bool m_isAhead = false;  ///< of pg_dump: little was there to be read
    int m_sinkReason = 0;
    qsizetype m_tables = 0;
    qsizetype m_tablesBegun = 0;
    QByteArray m_line;
    QByteArray m_said;  ///< its errors, details and hints
    QStringList m_warnings;
};

}  // namespace roster

#endif
