// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/rawcondition.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

class RawConditionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void check_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("expected");  // what the message says of it; empty: it passes
        const auto passes = [](const char *where) {
            QTest::addRow("%s", where) << QString::fromUtf8(where) << QString();
        };
        const auto fails = [](const char *where, const QString &why) {
            QTest::addRow("%s", where) << QString::fromUtf8(where) << why;
        };
        const QString closes = u"a parenthesis that closes nothing"_s;
        const QString open = u"a parenthesis that is not closed"_s;
        const QString quote = u"a quote that does not end"_s;
        const QString comment = u"a comment that does not end"_s;
        const QString semicolon = u"a semicolon"_s;

        passes("");
        passes("level > 3");
        passes("name = ')' AND level IN (1, 2)");
        passes("name = 'a;b' OR \"odd;(name\" = 1");
        passes("level > 3 -- ) what ' was ( meant;");
        passes("level > 3 /* ; ) ' /* nested ( */ \" */ AND true");
        passes("name = $$);'$$ OR name = $x$ $$ ; $y$ $x$");
        passes("name = E'it\\'s;)' AND true");
        passes("name = E'a'\n  'b\\')' AND true");
        passes("name = 'back\\' AND (true)");
        passes("name = 'it''s )'");
        passes("tags[1] = 'a' AND (m).x > 1");
        passes("a$b$ = 1 AND name = '$b$'");
        passes("nameE'\\' = '('");  // the word nameE, then a plain string
        passes("name = E'a' -- on\n '\\') OR (true OR true'");
        passes("1E'\\' ) OR (true'");

        fails("level > $1", u"a parameter"_s);
        fails("true; DROP TABLE players", semicolon);
        fails(";", semicolon);
        fails("1=1) OR (1=1", closes);
        fails("true) UNION SELECT * FROM secrets --", closes);
        fails("true) --", closes);
        fails("(true", open);
        fails("a[1 = 1", open);
        fails("(a[1)]", closes);
        fails("name = 'x", quote);
        fails("\"level > 3", quote);
        fails("name = E'x\\'", quote);
        fails("name = 'a\\') OR (true", closes);
        fails("name = $x$ a $y$", quote);
        fails("true /* to be continued", comment);
        fails("true /* /* */", comment);
        fails("a$b$ = 1) OR (a$b$ = 1", closes);
        fails("true -- gone\n) OR (true", closes);
        fails("true -- gone\r) OR (true", closes);
        fails("U&'\\' ) OR (true OR '' = '", closes);
        fails("nameE'\\' ) OR (true'", closes);
        fails("name = 'a' -- on\n '\\') OR (true OR true'", closes);
    }

    void check()
    {
        QFETCH(QString, where);
        QFETCH(QString, expected);
        const auto checked = checkRawCondition(where);
        QCOMPARE(bool(checked), expected.isEmpty());
        if (!checked) {
            QCOMPARE(checked.error().kind, Error::Kind::InvalidInput);
            QVERIFY2(checked.error().message.contains(expected),
                     qPrintable(checked.error().message));
        }
    }

    void saysWhere()
    {
        QCOMPARE(checkRawCondition(u"'😀' = a; b"_s).error().message,
                 u"The condition is not complete: a semicolon, at character 8."_s);
    }
};

QTEST_GUILESS_MAIN(RawConditionTest)
#include "tst_rawcondition.moc"
