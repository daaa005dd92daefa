// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMPARISON_SIDEBYSIDE_H
#define ROSTER_COMPARISON_SIDEBYSIDE_H

#include "models/comparison/schemadiff.h"

namespace roster {

/// One line of two texts beside each other.
struct DiffLine
{
    enum class Kind {
        Same,
        Changed,  ///< on both sides, in different words
        Left,     ///< only there; the other side is empty
        Right,
    };

    Kind kind = Kind::Same;
    QString left;
    QString right;
    bool operator==(const DiffLine &) const = default;
};

/// The DDL of all that differs between two schemas, object beside object: columns stand beside the
/// column of the same name, whatever their order. A line is marked only where compareSchemas()
/// finds a difference, so other spellings of the same are not. What has no difference is left out.
QList<DiffLine> sideBySide(const SchemaSnapshot &left, const SchemaSnapshot &right);

/// The lines of two texts, by their longest common subsequence where they are not too long.
QList<DiffLine> sideBySide(const QStringList &left, const QStringList &right);

}  // namespace roster

#endif
