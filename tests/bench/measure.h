// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BENCH_MEASURE_H
#define ROSTER_BENCH_MEASURE_H

#include <QList>
#include <QString>

#include <functional>

namespace roster::bench {

/// Milliseconds of repeated runs.
class Samples
{
public:
    void add(double milliseconds) { m_values.append(milliseconds); }
    qsizetype size() const { return m_values.size(); }
    double median() const { return quantile(0.5); }
    double quantile(double q) const;
    double worst() const { return quantile(1.0); }

private:
    QList<double> m_values;
};

/// How long one call takes, in milliseconds.
double timed(const std::function<void()> &work);

/// Two kinds of work run in turn (A B A B …), so that both see the same machine.
struct Pair
{
    Samples ours;
    Samples floor;
};
Pair interleaved(int rounds, const std::function<void(int)> &ours,
                 const std::function<void(int)> &floor);

/// Prints one line of the report: what, ratio, bar, and whether the bar is met. Ratios only:
/// machines are noisy. A bar that is not met is printed as such and never widened.
void report(const QString &what, double ratio, double bar);
/// A line without a bar: for what a reader should know beside the ratios.
void note(const QString &text);
/// How many bars were not met so far.
int unmet();

}  // namespace roster::bench

#endif
