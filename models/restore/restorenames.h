// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_RESTORE_RESTORENAMES_H
#define ROSTER_RESTORE_RESTORENAMES_H

#include <QDateTime>
#include <QString>

#include <optional>

namespace roster {

/// What a database beside a live one is for. In its COMMENT, as JSON in ASCII behind a fixed word,
/// so that it can be told from what people name so.
struct RestoreMark
{
    enum class Kind {
        Restoring,  ///< filled now, or left by a program that was killed
        Before,     ///< was the live one until a swap
    };

    Kind kind = Kind::Restoring;
    QString of;    ///< the live database's name
    QString made;  ///< `20261122T223000Z`, by the server's clock: of the start, or the swap
    QString from;  ///< file or action, for people
    std::optional<QString> comment;  ///< Before: what the comment was until then
    bool operator==(const RestoreMark &) const = default;

    QString toComment() const;
    /// nullopt: no mark of ours.
    static std::optional<RestoreMark> parse(const QString &comment);
};

namespace RestoreNames {

/// `X__restore_<stamp>`, `X__before_<stamp>`: at most 63 bytes of UTF-8. A longer X is cut between
/// characters and carries digits of its checksum, so that two long names stay two.
QString beside(const QString &database, RestoreMark::Kind kind, const QString &stamp);
/// The kind and stamp a name of that form says; nullopt for any other name. The mark knows better
/// which database it belongs to.
std::optional<RestoreMark> parse(const QString &name);
/// UTC; invalid for what is no stamp.
QDateTime timeOf(const QString &stamp);
/// Whether PostgreSQL keeps all of it: 1 to 63 bytes, no NUL.
bool isPossible(const QString &name);

}  // namespace RestoreNames

}  // namespace roster

#endif
