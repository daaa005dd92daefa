// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DUMP_FILESOURCE_H
#define ROSTER_DUMP_FILESOURCE_H

#include "models/dump/bytesource.h"
#include "models/dump/heldfile.h"

namespace roster {

/// The bytes of a held file as they are.
class FileSource : public ByteSource
{
public:
    FileSource(std::shared_ptr<const HeldFile> file, Watcher watcher)
        : m_file(std::move(file)), m_watcher(std::move(watcher))
    {
    }

    Result<qsizetype> read(std::span<char> buffer) override;
    qint64 consumed() const override { return m_at; }
    qint64 total() const override { return m_file->size(); }
    QStringList warnings() const override { return m_warnings; }

private:
    Result<qsizetype> atEnd();

    std::shared_ptr<const HeldFile> m_file;
    Watcher m_watcher;
    qint64 m_at = 0;
    QStringList m_warnings;
    bool m_isAtEnd = false;
};

}  // namespace roster

#endif
