// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/revisionlanes.h"

#include <QHash>

#include <algorithm>
#include <ranges>

namespace roster {

namespace {

/// The lanes between two rows: each waits for the revision that it leads down to.
class Lanes
{
public:
    RevisionLanes take(const Revision &revision)
    {
        RevisionLanes row;
        row.lane = laneOf(revision.id);
        const QList<QString> before = m_waiting;
        for (int lane = 0; lane < before.size(); ++lane) {
            if (before.at(lane).isEmpty())
                continue;
            // Where several children wait for it, their lines meet in its dot.
            add(row.above, lane, before.at(lane) == revision.id ? row.lane : lane);
            if (before.at(lane) == revision.id)
                m_waiting[lane].clear();
        }
        QList<int> parents;
        for (const QString &parent : revision.allParents())
            parents << laneTo(parent, row.lane);
        for (int lane = 0; lane < before.size(); ++lane) {
            if (lane != row.lane && !before.at(lane).isEmpty() && before.at(lane) != revision.id)
                add(row.below, lane, lane);
        }
        for (const int lane : std::as_const(parents))
            add(row.below, row.lane, lane);
        while (!m_waiting.isEmpty() && m_waiting.last().isEmpty())
            m_waiting.removeLast();
        return row;
    }

private:
    static void add(QList<RevisionLanes::Line> &lines, int from, int to)
    {
        if (std::max(from, to) < RevisionLanes::most && !lines.contains({from, to}))
            lines.append({from, to});
    }

    int laneOf(const QString &id)
    {
        const auto found = m_waiting.indexOf(id);
        return int(found >= 0 ? found : freeLane(0));
    }

    /// Where the line to a parent ends: where another child's line to it runs already, else in the
    /// child's own lane, else in a free one.
    int laneTo(const QString &parent, int own)
    {
        if (const auto found = m_waiting.indexOf(parent); found >= 0)
            return int(found);
        const int lane = freeLane(own);
        m_waiting[lane] = parent;
        return lane;
    }

    int freeLane(int wanted)
    {
        if (wanted < m_waiting.size() && m_waiting.at(wanted).isEmpty())
            return wanted;
        const auto found = m_waiting.indexOf(QString());
        if (found >= 0)
            return int(found);
        m_waiting.append(QString());
        return int(m_waiting.size()) - 1;
    }

    QList<QString> m_waiting;
};

}  // namespace

int RevisionLanes::width() const
{
    int widest = lane;
    for (const auto &lines : {above, below}) {
        for (const Line &line : lines)
            widest = std::max({widest, line.from, line.to});
    }
    return std::min(widest + 1, most);
}

QList<RevisionLanes> revisionLanes(const RevisionGraph &graph)
{
    QList<RevisionLanes> rows;
    rows.reserve(graph.revisions().size());
    Lanes lanes;
    for (const Revision &revision : std::views::reverse(graph.revisions()))
        rows << lanes.take(revision);
    return rows;
}

}  // namespace roster
