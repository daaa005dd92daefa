// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DUMP_DUMPFILE_H
#define ROSTER_DUMP_DUMPFILE_H

#include "models/dump/archiveversion.h"
#include "models/dump/bytesource.h"
#include "models/dump/heldfile.h"

#include <QList>

#include <optional>

namespace roster {

/// A dump of PostgreSQL's, recognised by its bytes whatever its name. Opened once; all that is read
/// of it, any number of times, is of the file that was opened. A copy is the same file.
class DumpFile
{
public:
    enum class Format { Plain, Cluster, Custom, Directory, Tar };

    /// Reads its first bytes only. Errors: NotFound, Permission, System; InvalidInput where it is
    /// no dump (empty, unknown, encrypted, damaged at its start, packed more than twice).
    static Result<DumpFile> open(const QString &path);

    Format format() const { return m_format; }
    /// `plain`, `cluster`, `custom`, `directory`, `tar`: as people and JSON get it.
    QString formatName() const;
    bool isArchive() const { return m_format != Format::Plain && m_format != Format::Cluster; }
    /// Peeled by bytes, the outermost first; two at most.
    const QList<DumpCompression> &compressions() const { return m_compressions; }
    /// Of an archive.
    const ArchiveVersion &archiveVersion() const { return m_archiveVersion; }

    const QString &path() const { return m_held->path(); }
    QString fileName() const { return m_held->fileName(); }
    qint64 size() const { return m_held->size(); }  ///< bytes, packed; of a folder: no meaning
    const std::shared_ptr<const HeldFile> &held() const { return m_held; }

    /// The unpacked bytes from the start. Not for a directory.
    std::unique_ptr<ByteSource> bytes() const;

private:
    explicit DumpFile(std::shared_ptr<const HeldFile> held) : m_held(std::move(held)) {}
    Result<void> recogniseFolder();
    Result<void> recogniseFile();
    Result<QByteArray> head() const;
    bool recogniseContent(QByteArrayView head);
    Error unknown(QByteArrayView head) const;

    std::shared_ptr<const HeldFile> m_held;
    QList<DumpCompression> m_compressions;
    Format m_format = Format::Plain;
    ArchiveVersion m_archiveVersion;
};

}  // namespace roster

#endif
