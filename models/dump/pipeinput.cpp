// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/pipeinput.h"

#include "models/dump/dumperror.h"

#include <cerrno>

#include <unistd.h>

namespace roster {

namespace {

constexpr qsizetype blockBytes = qsizetype(256) * 1024;
constexpr qint64 tarBlock = 512;
constexpr qsizetype tarEndBytes = 2 * tarBlock;  // zeros

/// False once nobody reads any more.
bool writeAll(int pipe, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t put = ::write(pipe, bytes.data(), size_t(bytes.size()));
        if (put < 0 && errno != EINTR)
            return false;
        bytes = bytes.sliced(qMax<ssize_t>(0, put));
    }
    return true;
}

}  // namespace

Result<void> PipeInput::run(FileDescriptor pipe)
{
    const auto source = m_file.bytes();
    QByteArray block(blockBytes, Qt::Uninitialized);
    QByteArray tail;
    qint64 size = 0;
    while (!m_isAbandoned) {
        const auto got = source->read(std::span(block.data(), std::size_t(block.size())));
        m_consumed = source->consumed();
        if (!got)
            return fail(got.error());
        if (*got == 0)
            break;
        const auto bytes = QByteArrayView(block).first(*got);
        if (pipe.isOpen() && !writeAll(pipe.get(), bytes))
            pipe.close();
        tail.append(bytes.last(qMin(bytes.size(), tarEndBytes)));
        tail = tail.right(tarEndBytes);
        size += *got;
    }
    m_warnings = source->warnings();
    if (!m_isAbandoned && m_file.format() == DumpFile::Format::Tar
        && (size % tarBlock != 0 || tail != QByteArray(tarEndBytes, '\0'))) {
        return fail(truncatedDump(m_file.fileName(), {}));
    }
    return {};
}

}  // namespace roster
