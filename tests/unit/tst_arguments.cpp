// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/commandline.h"
#include "app/commands/commands.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

class ArgumentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses()
    {
        const auto arguments = parse(u"a --limit 3 b --filter=x=>1 --filter y --json -- --c"_s);
        QVERIFY(arguments);
        QCOMPARE(arguments->words(), (QStringList{u"a"_s, u"b"_s, u"--c"_s}));
        QCOMPARE(arguments->value(u"limit"_s), u"3"_s);
        QCOMPARE(arguments->values(u"filter"_s), (QStringList{u"x=>1"_s, u"y"_s}));
        QVERIFY(arguments->has(u"json"_s));
        QVERIFY(!arguments->has(u"help"_s));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("text");
        QTest::newRow("unknown") << u"--limt 3"_s
                                 << u"There is no option --limt.\nDid you mean --limit?"_s;
        QTest::newRow("far off") << u"--zzzzzz"_s << u"There is no option --zzzzzz."_s;
        QTest::newRow("one dash") << u"-limit"_s
                                  << u"There is no option --limit.\nDid you mean --limit?"_s;
        QTest::newRow("no value") << u"--limit"_s << u"--limit needs a value: --limit N"_s;
        QTest::newRow("a value") << u"--json=1"_s << u"--json takes no value."_s;
        QTest::newRow("twice") << u"--limit 1 --limit 2"_s << u"--limit was given twice."_s;
    }

    void refuses()
    {
        QFETCH(const QString, line);
        const auto arguments = parse(line);
        QVERIFY(!arguments);
        QCOMPARE(arguments.error().kind, Error::Kind::Usage);
        QTEST(arguments.error().toText(), "text");
    }

    void findsTheNearest()
    {
        const QStringList names{u"players"_s, u"profile"_s, u"schema"_s, u"seed"_s};
        QCOMPARE(nearest(u"player"_s, names), u"players"_s);
        QCOMPARE(nearest(u"palyers"_s, names), u"players"_s);
        QCOMPARE(nearest(u"sede"_s, names), u"seed"_s);
        QCOMPARE(nearest(u"xylophone"_s, names), QString());
    }

    void wantsWindow_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("expected");
        QTest::newRow("nothing") << u""_s << true;
        QTest::newRow("url") << u"--url postgresql://h/d"_s << true;
        QTest::newRow("Qt's") << u"-platform offscreen -style fusion"_s << true;
        QTest::newRow("url before a command") << u"--url x players"_s << false;
        QTest::newRow("a command") << u"players --url x"_s << false;
        QTest::newRow("help") << u"--url x --help"_s << false;
        QTest::newRow("version") << u"--version"_s << false;
    }

    void wantsWindow()
    {
        QFETCH(const QString, line);
        QTEST(roster::wantsWindow(line.split(u' ', Qt::SkipEmptyParts)), "expected");
    }

    void everyCommandExplainsItself()
    {
        QSet<QString> names;
        for (const auto &command : makeCommands()) {
            QVERIFY2(!names.contains(command->name()), qPrintable(command->name()));
            names << command->name();
            QVERIFY2(!command->summary().isEmpty(), qPrintable(command->name()));
            for (const Option &option : command->options() + commonOptions())
                QVERIFY2(!option.description.isEmpty(), qPrintable(option.name));
        }
    }

private:
    static Result<Arguments> parse(const QString &line)
    {
        return Arguments::parse(line.split(u' ', Qt::SkipEmptyParts),
                                {{u"limit"_s, u"N"_s, u"rows"_s},
                                 {u"filter"_s, u"F"_s, u"filter"_s, true},
                                 {u"json"_s, {}, u"JSON"_s},
                                 {u"help"_s, {}, u"help"_s}});
    }
};

QTEST_GUILESS_MAIN(ArgumentsTest)
#include "tst_arguments.moc"
