// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/output.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace roster {

namespace {
constexpr qsizetype bufferSize = qsizetype(128) * 1024;
}

Output::Output(int descriptor) : m_descriptor(descriptor)
{
    m_buffer.reserve(bufferSize);
}

Output::~Output()
{
    flush();
}

void Output::write(QByteArrayView bytes)
{
    if (m_closed)
        return;
    if (m_buffer.size() + bytes.size() > bufferSize)
        flush();
    if (bytes.size() >= bufferSize)
        send(bytes.data(), bytes.size());
    else
        m_buffer.append(bytes.data(), bytes.size());
}

void Output::line(const QString &text)
{
    write(text.toUtf8());
    write("\n");
}

void Output::flush()
{
    send(m_buffer.constData(), m_buffer.size());
    m_buffer.resize(0);
}

void Output::send(const char *data, qsizetype size)
{
    m_writing = true;
    while (size > 0 && !m_closed) {
        const ssize_t written = ::write(m_descriptor, data, size_t(size));
        if (written >= 0) {
            data += written;
            size -= written;
        } else if (errno != EINTR) {
            m_closed = true;
            m_error = errno == EPIPE ? 0 : errno;
        }
    }
    m_writing = false;
}

Result<void> Output::finish()
{
    flush();
    if (m_error == 0)
        return {};
    return fail(Error::Kind::System,
                QCoreApplication::translate("Output", "The result could not be written: %1.")
                    .arg(QString::fromLocal8Bit(std::strerror(m_error))),
                QCoreApplication::translate("Output", "What was written so far is not complete."));
}

}  // namespace roster
