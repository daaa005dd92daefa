// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_CHARTS_CHARTDATA_H
#define ROSTER_CHARTS_CHARTDATA_H

#include <QList>
#include <QMetaType>
#include <QPointF>
#include <QString>
#include <QStringList>

namespace roster {

/// One bar of a chart, which is also one row of the table beside it. `filter`, `from` and `to` are
/// in the filter row's language; a range of bars is `from` of the first, `to` of the last.
struct ChartBin
{
    QString label;   ///< as people read it: `10–19`, `2026-01`, `A`
    QString filter;  ///< the same rows; empty: the language has no word for them
    qint64 count = 0;
    QString from;       ///< of a scale: where the bar begins; empty: it has no neighbours
    QString to;         ///< the last value in it, or `<` and the first one beyond
    QString condition;  ///< where `filter` is empty: the same rows as SQL; empty: no way to tell
    bool operator==(const ChartBin &) const = default;
};

/// One axis that is cut into bins of the same width. Position 0 is where the first bin begins.
struct ChartAxis
{
    QString title;
    QStringList ticks;  ///< one per bin, or one more when they name the edges
    bool ticksAtEdges = false;
    /// Number of the first tick in its scale: where labels are thinned out, those whose number is a
    /// multiple of the stride stay, so that 10, 20, 30 are left and not 7, 17, 27.
    qint64 origin = 0;
    QList<int> strides{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};
    bool operator==(const ChartAxis &) const = default;
};

/// What a chart shows, whoever draws it: no server, no widget.
struct ChartData
{
    enum class Kind {
        Bars,     ///< `bins` along x
        Density,  ///< `cells` over `bins` and `rows`
        Points,   ///< `points` over `bins` and `rows`
    };

    Kind kind = Kind::Bars;
    QString title;
    ChartAxis x;
    ChartAxis y;            ///< of Bars only the title is used
    QList<ChartBin> bins;   ///< along x, from the left
    QList<ChartBin> rows;   ///< Density and Points: along y, from below
    QList<qint64> cells;    ///< Density: bins.size() × rows.size(), row by row from below
    QList<QPointF> points;  ///< Points: in bins of both axes
    QList<ChartBin> apart;  ///< beside the scale: NULL, NaN, what lies further out
    QStringList notes;      ///< what a reader must know: what is cut off, that it is a sample
    qint64 total = 0;       ///< rows that were counted
    bool operator==(const ChartData &) const = default;

    bool isEmpty() const { return bins.isEmpty() && apart.isEmpty(); }
};

/// Bars that stand side by side, first and last included; -1, -1: none. Numbers from bins.size() on
/// mean those of ChartData::apart.
struct ChartRange
{
    int first = -1;
    int last = -1;
    bool isEmpty() const { return first < 0; }
    bool operator==(const ChartRange &) const = default;
};

}  // namespace roster

Q_DECLARE_METATYPE(roster::ChartData)

#endif
