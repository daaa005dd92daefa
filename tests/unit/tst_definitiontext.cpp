// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/definitiontext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

class DefinitionTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spellingsOfTheSameAreTheSame_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("same");
        const QString list = u"((n)::text = ANY ((ARRAY['a'::character varying, 'b, ]'::character "
                             "varying])::text[]))"_s;
        QTest::newRow("read again") << list
                                    << u"((n)::text = ANY (ARRAY[('a'::character varying)::text, "
                                       "('b, ]'::character varying)::text]))"_s
                                    << true;
        QTest::newRow("as text") << list << u"((n)::text = ANY (ARRAY['a'::text, 'b, ]'::text]))"_s
                                 << true;
        QTest::newRow("another value")
            << list << u"((n)::text = ANY (ARRAY['a'::text, 'c, ]'::text]))"_s << false;
        QTest::newRow("a default") << u"'it''s'::text"_s << u"'it''s'::character varying"_s << true;
        QTest::newRow("another default") << u"'1'::text"_s << u"'1'::integer"_s << false;
        QTest::newRow("within a string")
            << u"'(ARRAY[1])::int[]'::regclass"_s << u"'ARRAY[(1)::int]'::regclass"_s << false;
    }

    void spellingsOfTheSameAreTheSame()
    {
        QFETCH(const QString, one);
        QFETCH(const QString, other);
        QTEST(isSameDefinition(one, other), "same");
    }

    void listsAreWrittenAsTheyCame()
    {
        QCOMPARE(respelled(u"CHECK (((n)::text = ANY ((ARRAY['a'::character varying])::text[])))"_s,
                           {u"n"_s}),
                 u"CHECK ((n = ANY (ARRAY['a'::character varying])))"_s);
        QCOMPARE(
            respelled(u"((m)::text = ANY ((ARRAY['a'::character varying])::text[]))"_s, {u"n"_s}),
            u"((m)::text = ANY ((ARRAY['a'::character varying])::text[]))"_s);
    }
};

QTEST_GUILESS_MAIN(DefinitionTextTest)
#include "tst_definitiontext.moc"
