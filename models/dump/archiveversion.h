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
    /// The first PostgreSQL whose pg_restore reads it; 0: one newer than all known here.
    int neededMajor() const
    {
        struct Known
        {
            int minor;
            int postgres;
        };
        // K_VERS_MAX of pg_backup_archiver.h. Releases below 12 are out of care; their archives
        // are read by all newer ones.
        for (const Known known : {Known{14, 12}, Known{15, 16}, Known{16, 17}}) {
            if (major < 1 || (major == 1 && minor <= known.minor))
                return known.postgres;
        }
        return 0;
    }
};

}  // namespace roster

#endif
