// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/context.h"
#include "tests/bench/measure.h"
#include "tests/bench/processes.h"

using namespace Qt::StringLiterals;

namespace roster::bench {

void benchStartUp(const Context &context)
{
    const ConnectionProfile profile = context.players(context.rows());
    const QStringList place{profile.value(u"host"_s), profile.value(u"dbname"_s),
                            profile.value(u"user"_s)};
    const auto own = [&](const QString &moment) {
        return run(QString::fromUtf8(ROSTER_BENCH_OWN_WINDOW), QStringList{moment} + place)
            .milliseconds;
    };
    // As people start it, not on the platform without a screen that the other sections run on.
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    if (qEnvironmentVariableIsSet("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "xcb");
    Samples window, rows, empty, twenty;
    for (int round = 0; round < 16; ++round) {
        const double a = own(u"first-paint"_s);
        const double b = run(QString::fromUtf8(ROSTER_BENCH_WINDOW_EMPTY), {}).milliseconds;
        const double c = own(u"first-rows"_s);
        const double d = run(QString::fromUtf8(ROSTER_BENCH_WINDOW_ROWS), place).milliseconds;
        if (round == 0)
            continue;  // warms up
        window.add(a);
        empty.add(b);
        rows.add(c);
        twenty.add(d);
    }
    qputenv("QT_QPA_PLATFORM", platform);
    report(u"window up: to an empty Widgets window"_s, window.median() / empty.median(), 1.5);
    report(u"first rows painted: to QPSQL and twenty rows"_s, rows.median() / twenty.median(), 2);
}

}  // namespace roster::bench
