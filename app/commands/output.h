// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_APP_COMMANDS_OUTPUT_H
#define ROSTER_APP_COMMANDS_OUTPUT_H

#include "models/core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QtGlobal>

#include <atomic>

namespace roster {

/// Standard output, buffered. A reader that went away (`| head`) is no error: `isClosed()` says
/// that more is not wanted. Any other failure (disk full) is kept and given by `finish()`.
class Output
{
public:
    explicit Output(int descriptor = 1);
    ~Output();
    Q_DISABLE_COPY_MOVE(Output)

    void write(QByteArrayView bytes);
    void line(const QString &text);
    /// Nothing more will be read or can be written: stop producing.
    bool isClosed() const { return m_closed; }
    /// Writes what is buffered. Error: System, with the system's reason.
    Result<void> finish();
    /// A write to the system is under way; any thread.
    bool isWriting() const { return m_writing.load(); }

private:
    void flush();
    void send(const char *data, qsizetype size);

    int m_descriptor;
    QByteArray m_buffer;
    bool m_closed = false;
    int m_error = 0;  ///< errno of the write that failed
    std::atomic_bool m_writing = false;
};

}  // namespace roster

#endif
