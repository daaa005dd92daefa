// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_BACKUPHEAD_H
#define ROSTER_BACKUP_BACKUPHEAD_H

#include <QByteArray>
#include <QString>

namespace roster {

/// What the first bytes of a file say, whatever its name: which dump it is, packed by what.
struct BackupHead
{
    enum class Format { Unknown, Plain, Cluster, Custom, Directory, Tar };

    Format format = Format::Unknown;
    QString packing;        ///< `gzip`, `zstd`, `xz`, `bzip2`, `lz4`, `age`, `gpg`; empty: none
    bool isHollow = false;  ///< gzip or zstd that yields nothing: empty, or damaged at its start
    QString serverVersion;  ///< `15.20`, where the head holds it
    QString toolVersion;    ///< pg_dump's
    QString database;       ///< where the head holds it (custom, tar)

    /// `packed`: the first bytes, `headBytes` of them. Only gzip and zstd are unpacked for a look
    /// at what is in them; what is in the others is Unknown.
    static BackupHead read(const QByteArray &packed);
    static constexpr qsizetype headBytes = 4096;
    /// What zstd may need before it yields its first byte.
    static constexpr qsizetype zstdHeadBytes = qsizetype(160) * 1024;

    /// `zstd, custom`: as people and JSON get it.
    QString text() const;
    static QString formatName(Format format);
};

}  // namespace roster

#endif
