// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DUMP_ARCHIVEVERSION_H
#define ROSTER_DUMP_ARCHIVEVERSION_H

#include <QByteArrayView>
#include <QString>

#include <compare>
#include <optional>

namespace roster {

/// The version of pg_dump's archive format, which decides what pg_restore can read it.
struct ArchiveVersion
{
    int major = 0;
    int minor = 0;

    /// `head`: the first bytes of a custom archive or of `toc.dat`.
    static std::optional<ArchiveVersion> of(QByteArrayView head)
    {
        static constexpr QByteArrayView magic("PGDMP");
        if (!head.startsWith(magic) || head.size() < magic.size() + 2)
            return {};
        return ArchiveVersion{uchar(head[magic.size()]), uchar(head[magic.size() + 1])};
    }

    auto operator<=>(const ArchiveVersion &) const = default;
    QString text() const { return QStringLiteral("%1.%2").arg(major).arg(minor); }
    /// The first PostgreSQL whose pg_restore reads it and knows `-f -`.
    int neededMajor() const
    {
        // K_VERS_MAX of pg_backup_archiver.h
        if (major > 1 || minor > 16)
            return 19;  // 18 writes 1.16 yet
        if (minor == 16)
            return 17;
        return minor == 15 ? 16 : 12;
    }
};

}  // namespace roster

#endif
