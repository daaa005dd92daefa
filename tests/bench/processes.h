// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BENCH_PROCESSES_H
#define ROSTER_BENCH_PROCESSES_H

#include <QString>
#include <QStringList>

namespace roster::bench {

/// A whole program, its output thrown away: how long it took and how much memory it had at most.
struct Outcome
{
    double milliseconds = 0;
    qint64 peakKilobytes = 0;
};
Outcome run(const QString &program, const QStringList &arguments);

}  // namespace roster::bench

#endif
