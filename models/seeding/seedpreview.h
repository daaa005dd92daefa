// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDING_SEEDPREVIEW_H
#define ROSTER_SEEDING_SEEDPREVIEW_H

#include "models/schema/tableschema.h"
#include "models/seeding/seedrows.h"

#include <QList>
#include <QMetaType>
#include <QString>

namespace roster {

/// One bar: so many of the rows have a value in it.
struct SeedBar
{
    QString label;  ///< the value, or where the bar begins, as PostgreSQL writes it
    qint64 rows = 0;
    bool operator==(const SeedBar &) const = default;
};

/// How the values of one column spread.
struct SeedHistogram
{
    enum class Kind {
        Ranges,        ///< numbers and times: each bar begins at its label
        FirstLetters,  ///< text of many values: by its first character
        Values,        ///< few values: each is a bar
    };
    QString column;
    Kind kind = Kind::Values;
    QList<SeedBar> bars;  ///< most 20; of Values and FirstLetters the most frequent first
    qint64 nulls = 0;
    qint64 others = 0;    ///< rows whose value has no bar of its own
    qint64 distinct = 0;  ///< values among the rows looked at
};

/// What a run would write, made without writing.
struct SeedPreview
{
    QList<ColumnSchema> columns;
    QList<QList<SqlValue>> rows;  ///< the first ones, as PostgreSQL's text; ids as a run gives them
    QList<SeedHistogram> histograms;  ///< of each column, but the one that is numbered
    qint64 sampled = 0;               ///< rows that the histograms stand on, evenly out of all
    qint64 total = 0;                 ///< rows of the run
};

/// The first `firstRows` rows and the spread of up to 10,000. Any thread, no session.
SeedPreview previewOf(const SeedRows &rows, const TableSchema &table, qint64 total, qint64 firstId,
                      int firstRows = 20);

}  // namespace roster

Q_DECLARE_METATYPE(roster::SeedPreview)

#endif
