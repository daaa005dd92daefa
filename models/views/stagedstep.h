// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_VIEWS_STAGEDSTEP_H
#define ROSTER_VIEWS_STAGEDSTEP_H

#include "models/views/stagededits.h"

#include <memory>
#include <optional>

namespace roster {

/// What one act of a person changed in the staged edits, both ways.
struct StagedStep
{
    using Rows = QHash<QByteArray, StagedEdits::Row>;
    struct Pair
    {
        std::optional<StagedEdits::Row> before;  ///< nullopt: nothing was staged
        std::optional<StagedEdits::Row> after;
    };
    struct Whole
    {
        Rows before;
        Rows after;
    };
    struct Added
    {
        QList<StagedEdits::Added> before;
        QList<StagedEdits::Added> after;
    };

    QHash<QByteArray, Pair> rows;  ///< by identity; empty where `whole` has it
    std::optional<Whole> whole;    ///< all rows, where very many changed: shared, not copied
    std::optional<Added> added;    ///< all new rows, where any changed

    bool isEmpty() const { return rows.isEmpty() && !whole && !added; }
    /// The new rows of an act whose other part is here already.
    void join(StagedStep other);
    /// Rows that existed and came to another state, each with what it was and is; of `whole`, too.
    void forEachRow(
        const std::function<void(const QByteArray &identity, const Pair &pair)> &visit) const;
};

using StagedStepPointer = std::shared_ptr<const StagedStep>;

}  // namespace roster

#endif
