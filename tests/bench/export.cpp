// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/context.h"
#include "tests/bench/measure.h"
#include "tests/bench/processes.h"

using namespace Qt::StringLiterals;

namespace roster::bench {

void benchExport(const Context &context)
{
    const QString url = urlOf(context.players(context.rows()));
    const QString small = urlOf(context.players(100000));
    const QString roster = QString::fromUtf8(ROSTER_BINARY);
    for (const QString &format : {u"json"_s, u"csv"_s}) {
        Samples ours;
        Samples floor;
        qint64 peak = 0;
        for (int round = 0; round < 3; ++round) {
            const Outcome mine =
                run(roster, {u"players"_s, u"--url"_s, url, u"--format"_s, format});
            ours.add(mine.milliseconds);
            peak = mine.peakKilobytes;
            floor.add(run(u"psql"_s, {u"-X"_s, u"-d"_s, url, u"-c"_s,
                                      u"COPY (SELECT id, name, level, total_exp, created_at FROM "
                                      "players ORDER BY level DESC, name, id) TO STDOUT"_s})
                          .milliseconds);
        }
        report(u"roster players --format %1: to COPY TO STDOUT by psql"_s.arg(format),
               ours.median() / floor.median(), 1.3);
        const Outcome few = run(roster, {u"players"_s, u"--url"_s, small, u"--format"_s, format});
        report(u"its memory: to that at 100,000 rows"_s, double(peak) / double(few.peakKilobytes),
               1.2);
    }
}

}  // namespace roster::bench
