// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/filesource.h"

#include "models/dump/dumperror.h"

namespace roster {

Result<qsizetype> FileSource::read(std::span<char> buffer)
{
    if (m_isAtEnd)
        return 0;
    // A file that grows would never end.
    const auto left = std::size_t(qMax<qint64>(0, m_file->size() - m_at));
    if (left == 0)
        return atEnd();
    auto got = m_file->readAt(m_at, buffer.first(qMin(buffer.size(), left)));
    if (!got)
        return got;
    if (*got == 0)
        return atEnd();
    m_at += *got;
    if (m_watcher)
        m_watcher(buffer.first(std::size_t(*got)));
    return got;
}

Result<qsizetype> FileSource::atEnd()
{
    ROSTER_TRY(m_file->checkUnchanged());
    if (m_file->isReplaced()) {
        m_warnings << DumpMessages::tr("%1 was replaced or removed while it was read; this is what "
                                       "was there before.")
                          .arg(m_file->path());
    }
    m_isAtEnd = true;
    return 0;
}

}  // namespace roster
