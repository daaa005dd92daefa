// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/sidebyside.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

class SideBySideTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesUp_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::addColumn<QString>("lines");
        QTest::newRow("same") << u"a b"_s << u"a b"_s << u"a=a b=b"_s;
        QTest::newRow("one more") << u"a c"_s << u"a b c"_s << u"a=a +b c=c"_s;
        QTest::newRow("one less") << u"a b c"_s << u"a c"_s << u"a=a -b c=c"_s;
        QTest::newRow("another") << u"a b c"_s << u"a x c"_s << u"a=a b~x c=c"_s;
        QTest::newRow("two for one") << u"a b c"_s << u"a x y c"_s << u"a=a b~x +y c=c"_s;
        QTest::newRow("nothing") << QString() << u"a"_s << u"+a"_s;
        QTest::newRow("all others") << u"a"_s << u"b c"_s << u"a~b +c"_s;
    }

    void linesUp()
    {
        QFETCH(QString, left);
        QFETCH(QString, right);
        QFETCH(QString, lines);
        QStringList found;
        for (const DiffLine &line : sideBySide(left.split(u' ', Qt::SkipEmptyParts),
                                               right.split(u' ', Qt::SkipEmptyParts))) {
            found << (line.kind == DiffLine::Kind::Left    ? u'-' + line.left
                      : line.kind == DiffLine::Kind::Right ? u'+' + line.right
                      : line.kind == DiffLine::Kind::Same  ? line.left + u'=' + line.right
                                                           : line.left + u'~' + line.right);
        }
        QCOMPARE(found.join(u' '), lines);
    }

    /// Too long for a table of all pairs: line by line, and at once.
    void takesLongTexts()
    {
        QStringList left;
        for (int i = 0; i < 20000; ++i)
            left << QString::number(i);
        QStringList right = left;
        right[10000] = u"x"_s;
        const auto lines = sideBySide(left, right);
        QCOMPARE(lines.size(), 20000);
        QCOMPARE(lines.at(10000), (DiffLine{DiffLine::Kind::Changed, u"10000"_s, u"x"_s}));
        QCOMPARE(lines.at(10001).kind, DiffLine::Kind::Same);
    }
};

QTEST_GUILESS_MAIN(SideBySideTest)
#include "tst_sidebyside.moc"
