// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seeders/seedcharts.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SeedCharts)
};

}  // namespace

ChartData chartOf(const SeedHistogram &histogram)
{
    ChartData chart;
    chart.title = histogram.column;
    chart.x.title = histogram.column;
    chart.y.title = Text::tr("rows");
    for (const SeedBar &bar : histogram.bars) {
        chart.bins << ChartBin{bar.label, {}, bar.rows};
        chart.x.ticks << bar.label;
        chart.total += bar.rows;
    }
    if (histogram.others > 0)
        chart.apart << ChartBin{Text::tr("others"), {}, histogram.others};
    if (histogram.nulls > 0)
        chart.apart << ChartBin{u"NULL"_s, {}, histogram.nulls};
    chart.total += histogram.others + histogram.nulls;
    return chart;
}

QString chartText(const SeedHistogram &histogram)
{
    QStringList parts;
    for (const SeedBar &bar : histogram.bars)
        parts << u"%1: %2"_s.arg(bar.label, QLocale().toString(bar.rows));
    if (histogram.others > 0)
        parts << u"%1: %2"_s.arg(Text::tr("others"), QLocale().toString(histogram.others));
    if (histogram.nulls > 0)
        parts << u"NULL: %1"_s.arg(QLocale().toString(histogram.nulls));
    return parts.join(u", "_s);
}

}  // namespace roster
