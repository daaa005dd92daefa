// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_VIEWS_ROWSREADER_H
#define ROSTER_VIEWS_ROWSREADER_H

#include "models/views/stagededits.h"
#include "models/views/tablewindow.h"

#include <QList>
#include <QPair>

#include <functional>
#include <memory>

namespace roster {

/// Reads rows by their positions, loaded or not, one after the other: for copying and for staging
/// what is done to all of them. Immutable copies of what the window knows; runs on a worker, or
/// without a session where all of it is at hand.
class RowsReader
{
public:
    using Runs = QList<QPair<qint64, qint64>>;
    /// Gets each row with its position; null: a new row, which stands at that position among the
    /// staged ones. An error ends the reading.
    using Visit = std::function<Result<void>(qint64 position, const LoadedRow *row)>;

    std::shared_ptr<const Pager> pager;
    std::shared_ptr<const Milestones> milestones;  ///< exact ones, or null
    TableWindow window;
    StagedEdits edits;
    /// First and last position of each, ascending; new rows come first. The last one may reach
    /// beyond the end, wherever that is.
    Runs runs;
    qint64 total = 0;  ///< rows in all, as far as known: for the progress

    qint64 count() const;
    /// All of it is at hand, the values of these columns whole: visit() needs no session then.
    bool isLoaded(const QList<int> &columns) const;
    /// Errors: those of `visit` and the server's, Cancelled.
    Result<void> visit(Session *session, Progress &progress, const Visit &visit) const;

    /// The values of these columns as they look with their edits; what a page cut is read whole.
    Result<QList<SqlValue>> shown(Session *session, qint64 position, const LoadedRow *row,
                                  const QList<int> &columns) const;
    /// The value as the table holds it, whole.
    Result<SqlValue> stored(Session *session, const LoadedRow &row, int column) const;

private:
    struct Place
    {
        RowKey key;
        qint64 row = 0;
        bool inclusive = true;
    };
    /// What a walk needs all the way.
    struct Walk
    {
        Session &session;
        Progress &progress;
        const Visit &visit;
        qint64 done = 0;
    };
    bool isInWindow(qint64 first, qint64 last) const;
    Result<Place> placeBefore(Session &session, qint64 position) const;
    Result<Place> startOf(Session &session, qint64 position) const;
    Result<void> walk(Walk &walk, qint64 first, qint64 last) const;
    Result<void> walkForward(Walk &walk, qint64 first, qint64 last) const;
    Result<void> step(Walk &walk, qint64 position, const LoadedRow &row) const;
};

}  // namespace roster

#endif
