// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/context.h"
#include "tests/bench/measure.h"
#include "tests/bench/watchedapplication.h"
#include "ui/common/theme.h"

#include <QCommandLineParser>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace roster::bench;

int main(int argc, char *argv[])
{
    const WatchedApplication app(argc, argv);
    roster::Theme theme;  // ours and the floors' widgets are painted as in the program
    theme.setAppearance(roster::Theme::Appearance::Light);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Measures Roster against floors taken in the same run; prints ratios."_s);
    parser.addHelpOption();
    const QCommandLineOption url(u"url"_s, u"Maintenance database of a throw-away server."_s,
                                 u"url"_s);
    const QCommandLineOption rows(u"rows"_s, u"The large size (default 10000000)."_s, u"n"_s,
                                  u"10000000"_s);
    const QCommandLineOption only(u"only"_s, u"These sections, parted by commas."_s, u"list"_s);
    const QCommandLineOption memoryOf(u"memory-of"_s, u"Used by the memory section."_s, u"n"_s);
    const QCommandLineOption readOf(u"read-dump"_s, u"Used by the dump section."_s, u"file"_s);
    parser.addOptions({url, rows, only, memoryOf, readOf});
    parser.process(app);
    if (!parser.isSet(url))
        giveUp(u"--url is missing; packaging/bench starts a server and gives it."_s);

    if (parser.isSet(memoryOf)) {
        measureMemory({parser.value(url), parser.value(memoryOf).toLongLong(), {}});
        return 0;
    }
    if (parser.isSet(readOf)) {
        readDump(parser.value(readOf));
        return 0;
    }
    const Context context(parser.value(url), parser.value(rows).toLongLong(),
                          parser.value(only).split(u',', Qt::SkipEmptyParts));
    struct Section
    {
        const char *name;
        void (*run)(const Context &);
    };
    for (const Section section : {Section{"startup", benchStartUp}, Section{"pages", benchPages},
                                  Section{"window", benchWindow}, Section{"memory", benchMemory},
                                  Section{"writes", benchWrites}, Section{"seeding", benchSeeding},
                                  Section{"export", benchExport}, Section{"charts", benchCharts},
                                  Section{"comparison", benchComparison},
                                  Section{"backup", benchBackup}, Section{"restore", benchRestore},
                                  Section{"dump", benchDump}, Section{"peers", benchPeers}}) {
        const QString name = QString::fromLatin1(section.name);
        if (!context.wants(name))
            continue;
        QTextStream(stdout) << u"== %1, %2 rows"_s.arg(name).arg(context.rows()) << Qt::endl;
        section.run(context);
    }
    QTextStream(stdout) << (unmet() == 0 ? u"all bars met"_s : u"%1 bars NOT MET"_s.arg(unmet()))
                        << Qt::endl;
    return 0;
}
