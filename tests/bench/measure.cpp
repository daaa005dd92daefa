// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measure.h"

#include <QElapsedTimer>
#include <QTextStream>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace roster::bench {

namespace {

int unmetBars = 0;

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

}  // namespace

double Samples::quantile(double q) const
{
    if (m_values.isEmpty())
        return std::nan("");
    QList<double> sorted = m_values;
    std::sort(sorted.begin(), sorted.end());
    return sorted.at(qsizetype(std::lround(q * double(sorted.size() - 1))));
}

double timed(const std::function<void()> &work)
{
    QElapsedTimer clock;
    clock.start();
    work();
    return double(clock.nsecsElapsed()) / 1e6;
}

Pair interleaved(int rounds, const std::function<void(int)> &ours,
                 const std::function<void(int)> &floor)
{
    Pair pair;
    for (int round = -1; round < rounds; ++round) {  // round -1 warms up
        const double a = timed([&] { ours(std::max(round, 0)); });
        const double b = timed([&] { floor(std::max(round, 0)); });
        if (round < 0)
            continue;
        pair.ours.add(a);
        pair.floor.add(b);
    }
    return pair;
}

void report(const QString &what, double ratio, double bar)
{
    const bool met = ratio <= bar;  // false for NaN, too: what was not measured is not met
    unmetBars += met ? 0 : 1;
    out() << what.leftJustified(58, u'.') << u' '
          << QString::number(ratio, 'f', 3).rightJustified(8) << u"  bar "_s
          << QString::number(bar, 'f', 2).rightJustified(6) << (met ? u"  met"_s : u"  NOT MET"_s)
          << Qt::endl;
}

void note(const QString &text)
{
    out() << u"  "_s << text << Qt::endl;
}

int unmet()
{
    return unmetBars;
}

}  // namespace roster::bench
