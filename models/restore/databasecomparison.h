// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_RESTORE_DATABASECOMPARISON_H
#define ROSTER_RESTORE_DATABASECOMPARISON_H

#include "models/restore/restorechecks.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace roster {

/// One table on both sides.
struct ComparedTable
{
    QString schema;
    QString name;
    qint64 live = -1;         ///< rows; -1: there is no such table
    qint64 restored = -1;     ///< the same
    bool isEstimate = false;  ///< `live` is the planner's, since counting would take long
    QString newestColumn;     ///< a column of times; empty: none
    QString liveNewest;       ///< its largest value, as PostgreSQL writes it; empty: none
    QString restoredNewest;
};

/// What a swap would lose and win.
struct DatabaseComparison
{
    QList<ComparedTable> tables;  ///< of either side, by schema and name
    QStringList liveRevisions;
    QStringList restoredRevisions;

    /// Rows that are in live tables over what the restored ones have, and the reverse.
    qint64 rowsLost() const;
    qint64 rowsWon() const;

    /// Only reads the live database, as of one moment. `restored` gives the other side's counts.
    static Result<DatabaseComparison> read(Session &live, Session &side,
                                           const RestoreCheckReport &restored, Progress &progress);
};

}  // namespace roster

#endif
