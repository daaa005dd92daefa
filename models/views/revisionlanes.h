// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_VIEWS_REVISIONLANES_H
#define ROSTER_VIEWS_REVISIONLANES_H

#include "models/migration/revisiongraph.h"

#include <QList>
#include <QMetaType>

namespace roster {

/// What the graph shows in one row: the revision's dot and the lines beside it. Lanes count from 0.
struct RevisionLanes
{
    struct Line
    {
        int from = 0;  ///< lane at the line's upper end
        int to = 0;    ///< lane at its lower end
        bool operator==(const Line &) const = default;
    };

    int lane = 0;       ///< of the dot
    QList<Line> above;  ///< from the row's upper edge to its middle
    QList<Line> below;  ///< from the middle to the lower edge
    /// The lanes that this row touches.
    int width() const;

    /// The widest graph that is drawn: lines further right are left out.
    static constexpr int most = 24;
};

/// One entry for each revision of the graph, the newest first: children above their parents. Time
/// grows with the revisions times the lanes drawn.
QList<RevisionLanes> revisionLanes(const RevisionGraph &graph);

}  // namespace roster

Q_DECLARE_METATYPE(roster::RevisionLanes)

#endif
