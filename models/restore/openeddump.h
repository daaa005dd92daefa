// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_RESTORE_OPENEDDUMP_H
#define ROSTER_RESTORE_OPENEDDUMP_H

#include "models/core/result.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace roster {

class DumpBytes;

/// A dump on disk, recognised by its bytes and never by its name. It is opened once and that
/// descriptor held: a file replaced later is not what was looked at.
class OpenedDump
{
public:
    enum class Format { Plain, Cluster, Custom, Directory, Tar };

    /// Errors: NotFound, System (unreadable), InvalidInput: empty, cut off at its very head, or
    /// nothing that pg_dump writes.
    static Result<OpenedDump> open(const QString &path);

    const QString &path() const { return m_path; }
    qint64 size() const { return m_size; }
    Format format() const { return m_format; }
    /// Peeled by their bytes, outermost first: `gzip`.
    const QStringList &compressions() const { return m_compressions; }

    /// The decompressed bytes from the start; any number of times.
    Result<std::unique_ptr<DumpBytes>> bytes() const;

private:
    struct Descriptor;

    QString m_path;
    std::shared_ptr<Descriptor> m_descriptor;
    qint64 m_size = 0;
    Format m_format = Format::Plain;
    QStringList m_compressions;
};

}  // namespace roster

#endif
