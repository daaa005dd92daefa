// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DUMP_DUMPHEAD_H
#define ROSTER_DUMP_DUMPHEAD_H

#include "models/dump/archiveversion.h"
#include "models/dump/bytesource.h"
#include "models/dump/heldfile.h"

#include <QList>

#include <optional>

namespace roster {

/// What the first bytes of a file or folder say, whatever its name: which dump it is, packed by
/// what. Cheap enough for a list of thousands.
struct DumpHead
{
    enum class Format { Unknown, Plain, Cluster, Custom, Directory, Tar };

    Format format = Format::Unknown;
    QList<DumpCompression> compressions;  ///< peeled by bytes, the outermost first; two at most
    QString encryption;                   ///< `age` or `gpg`: nothing more is known then
    bool isHollow = false;                ///< unpacked, it yields nothing
    /// Why that is all: cannot be read, damaged at its start, packed more than twice, no toc.dat.
    std::optional<Error> error;
    ArchiveVersion archiveVersion;  ///< of an archive
    QString serverVersion;          ///< `15.20`, where the head holds it
    QString toolVersion;            ///< pg_dump's
    QString database;               ///< where the head holds it (archives)

    static DumpHead read(const std::shared_ptr<const HeldFile> &file);

    bool isArchive() const;
    /// `plain`, `cluster`, `custom`, `directory`, `tar`, empty: as people and JSON get it.
    QString formatName() const;
    /// `zstd`, `gzip, zstd`, `age`; empty: not packed.
    QString packing() const;
    /// `custom, zstd`
    QString text() const;
};

}  // namespace roster

#endif
