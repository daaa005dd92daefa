// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/context.h"
#include "tests/bench/measure.h"
#include "tests/bench/processes.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace roster::bench {

void benchStartUp(const Context &context)
{
    const ConnectionProfile profile = context.players(context.rows());
    const QString url = u"postgresql://%1@/%2?host=%3"_s.arg(
        profile.value(u"user"_s), profile.value(u"dbname"_s), profile.value(u"host"_s));
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    // Both set by tests/bench only: the program ends by itself at that moment.
    const auto roster = [&](const char *moment) {
        qputenv("ROSTER_END_AT", moment);
        const double time = run(QString::fromUtf8(ROSTER_BINARY), {u"--url"_s, url}).milliseconds;
        qunsetenv("ROSTER_END_AT");
        return time;
    };
    Samples window, rows, empty, twenty;
    for (int round = 0; round < 16; ++round) {
        const double a = roster("first-paint");
        const double b = run(QString::fromUtf8(ROSTER_BENCH_WINDOW_EMPTY), {}).milliseconds;
        const double c = roster("first-rows");
        const double d =
            run(QString::fromUtf8(ROSTER_BENCH_WINDOW_ROWS),
                {profile.value(u"host"_s), profile.value(u"dbname"_s), profile.value(u"user"_s)})
                .milliseconds;
        if (round == 0)
            continue;  // warms up
        window.add(a);
        empty.add(b);
        rows.add(c);
        twenty.add(d);
    }
    report(u"window up: to an empty Widgets window"_s, window.median() / empty.median(), 1.5);
    report(u"first rows painted: to QPSQL and twenty rows"_s, rows.median() / twenty.median(), 2);
}

}  // namespace roster::bench
