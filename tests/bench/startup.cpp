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
    const QStringList place{profile.value(u"host"_s), profile.value(u"dbname"_s),
                            profile.value(u"user"_s)};
    const auto own = [&](const QString &moment) {
        const QTemporaryDir settings;  // each start is a first one
        return run(QString::fromUtf8(ROSTER_BENCH_OWN_WINDOW),
                   QStringList{moment} + place + QStringList{settings.path()})
            .milliseconds;
    };
    // As people start it, not on the platform without a screen that the other sections run on.
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    if (qEnvironmentVariableIsSet("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "xcb");
    // Each pair by itself, each side first in every other round: what one program leaves its server
    // or the display to tidy is no part of the next one's start.
    const auto ratio = [](const auto &ours, const auto &floors) {
        Samples mine, floor;
        for (int round = 0; round < 31; ++round) {
            const bool oursFirst = round % 2 == 0;
            const double first = oursFirst ? ours() : floors();
            const double second = oursFirst ? floors() : ours();
            if (round == 0)
                continue;  // warms up
            mine.add(oursFirst ? first : second);
            floor.add(oursFirst ? second : first);
        }
        return mine.median() / floor.median();
    };
    const double window =
        ratio([&] { return own(u"first-paint"_s); },
              [] { return run(QString::fromUtf8(ROSTER_BENCH_WINDOW_EMPTY), {}).milliseconds; });
    const double rows =
        ratio([&] { return own(u"first-rows"_s); },
              [&] { return run(QString::fromUtf8(ROSTER_BENCH_WINDOW_ROWS), place).milliseconds; });
    qputenv("QT_QPA_PLATFORM", platform);
    report(u"window up: to an empty Widgets window"_s, window, 1.5);
    report(u"first rows painted: to QPSQL and twenty rows"_s, rows, 2);
}

}  // namespace roster::bench
