// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DUMP_DUMPFILE_H
#define ROSTER_DUMP_DUMPFILE_H

#include "models/dump/dumphead.h"

namespace roster {

/// A dump of PostgreSQL's, recognised by its bytes whatever its name. Opened once; all that is read
/// of it, any number of times, is of the file that was opened. A copy is the same file.
class DumpFile
{
public:
    using Format = DumpHead::Format;  ///< never Unknown

    /// Reads its first bytes only. Errors: NotFound, Permission, System; InvalidInput where it is
    /// no dump (empty, unknown, encrypted, damaged at its start, packed more than twice).
    /// `progress` as HeldFile::open has it.
    static Result<DumpFile> open(const QString &path, Progress *progress = nullptr);
    static Result<DumpFile> of(const std::shared_ptr<const HeldFile> &held);

    const DumpHead &head() const { return m_head; }
    Format format() const { return m_head.format; }
    QString formatName() const { return m_head.formatName(); }
    bool isArchive() const { return m_head.isArchive(); }
    const QList<DumpCompression> &compressions() const { return m_head.compressions; }
    const ArchiveVersion &archiveVersion() const { return m_head.archiveVersion; }

    /// Which of a cluster's databases is meant, as the X-ray names them; empty: none yet.
    const QString &database() const { return m_database; }
    void setDatabase(const QString &name) { m_database = name; }

    const QString &path() const { return m_held->path(); }
    QString fileName() const { return m_held->fileName(); }
    /// `game.sql.gz`, `all.sql.gz (game)`
    QString label() const;
    qint64 size() const { return m_held->size(); }  ///< bytes, packed; of a folder: no meaning
    const std::shared_ptr<const HeldFile> &held() const { return m_held; }

    /// The unpacked bytes from the start. Not for a directory.
    std::unique_ptr<ByteSource> bytes() const;
    /// Also gets what is read of the file from now on, packed, on the thread that reads it. Not for
    /// a directory.
    void watch(const ByteSource::Watcher &watcher) { m_watcher = watcher; }

private:
    explicit DumpFile(std::shared_ptr<const HeldFile> held)
        : m_held(std::move(held)), m_head(DumpHead::read(m_held))
    {
    }

    std::shared_ptr<const HeldFile> m_held;
    DumpHead m_head;
    ByteSource::Watcher m_watcher;
    QString m_database;
};

}  // namespace roster

#endif
