// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_VIEWS_ROWSREADER_H
#define ROSTER_VIEWS_ROWSREADER_H

#include "models/views/stagededits.h"
#include "models/views/tablewindow.h"

#include <QList>
#include <QPair>

#include <memory>

namespace roster {

/// Reads whole rows by their positions, loaded or not, as they look with their edits: for copying.
/// Immutable copies of what the window knows; runs on a worker.
class RowsReader
{
public:
    using Runs = QList<QPair<qint64, qint64>>;
    using Rows = QList<QList<SqlValue>>;

    std::shared_ptr<const Pager> pager;
    std::shared_ptr<const Milestones> milestones;  ///< exact ones, or null
    TableWindow window;
    StagedEdits edits;
    Runs runs;  ///< first and last position of each; new rows come first

    qint64 count() const;
    /// All of it is at hand: read() needs no session then.
    bool isLoaded() const;
    Rows loadedOnly() const;
    /// The server's errors, Cancelled.
    Result<Rows> read(Session &session, Progress &progress) const;

private:
    struct Place
    {
        RowKey key;
        qint64 row = 0;
        bool inclusive = true;
    };
    bool isLoaded(qint64 first, qint64 last) const;
    void appendAdded(Rows &rows, qint64 first, qint64 last) const;
    void append(Rows &rows, const LoadedRow &row) const;
    Result<void> appendWhole(Session &session, Rows &rows, const LoadedRow &row) const;
    Result<Place> placeBefore(Session &session, qint64 position) const;
    Result<void> walk(Session &session, Progress &progress, Rows &rows, qint64 first,
                      qint64 last) const;
    Result<void> walkForward(Session &session, Progress &progress, Rows &rows, qint64 first,
                             qint64 last) const;
};

}  // namespace roster

#endif
