// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/filterlanguage.h"
#include "models/browsing/searchcondition.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

ColumnSchema columnOf(TypeKind kind, const QString &type)
{
    ColumnSchema column;
    column.name = u"c"_s;
    column.kind = kind;
    column.type = type;
    return column;
}

const ColumnSchema text = columnOf(TypeKind::Text, u"character varying(100)"_s);
const ColumnSchema integer = columnOf(TypeKind::Integer, u"smallint"_s);
const ColumnSchema real = columnOf(TypeKind::Float, u"real"_s);
const ColumnSchema numeric = columnOf(TypeKind::Numeric, u"numeric(4,1)"_s);
const ColumnSchema boolean = columnOf(TypeKind::Boolean, u"boolean"_s);
const ColumnSchema timestamp = columnOf(TypeKind::Timestamp, u"timestamp(3) without time zone"_s);
const ColumnSchema zoned = columnOf(TypeKind::TimestampTz, u"timestamp with time zone"_s);
const ColumnSchema date = columnOf(TypeKind::Date, u"date"_s);
const ColumnSchema timeOfDay = columnOf(TypeKind::Time, u"time without time zone"_s);
const ColumnSchema uuid = columnOf(TypeKind::Uuid, u"uuid"_s);
const ColumnSchema array = columnOf(TypeKind::Array, u"integer[]"_s);

ColumnSchema mood()
{
    ColumnSchema column = columnOf(TypeKind::Enum, u"mood"_s);
    column.enumLabels = QStringList{u"happy"_s, u"so so"_s};
    return column;
}

/// As a person would read it: values filled in.
QString conditionOf(const ColumnSchema &column, const QString &filter)
{
    Bindings bindings(Bindings::Style::Literals);
    const auto condition = filterCondition(u"t"_s, column, filter, bindings);
    return condition ? *condition : u"error: "_s + condition.error().message;
}

}  // namespace

class FilterLanguageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conditions_data()
    {
        QTest::addColumn<ColumnSchema>("column");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("expected");
        const auto row = [](const ColumnSchema &column, const QString &filter,
                            const QString &expected) {
            QTest::addRow("%s: %s", qPrintable(column.type), qPrintable(filter))
                << column << filter << expected;
        };
        row(text, u""_s, u""_s);
        row(text, u"  "_s, u""_s);
        row(text, u"arne"_s, uR"("c" ILIKE '%arne%')"_s);
        row(text, u" 10% _\\ "_s, uR"("c" ILIKE E'%10\\% \\_\\\\%')"_s);
        row(text, u"arn*"_s, uR"("c" LIKE 'arn%')"_s);
        row(text, u"*n_e"_s, uR"("c" LIKE E'%n\\_e')"_s);
        row(text, u"=Arne"_s, uR"("c" = 'Arne'::character varying)"_s);
        row(text, u"= \"Arne \""_s, uR"("c" = 'Arne '::character varying)"_s);
        row(text, u"=\"\""_s, uR"("c" = ''::character varying)"_s);
        row(text, u"!=Arne"_s, uR"("c" IS DISTINCT FROM 'Arne'::character varying)"_s);
        row(text, u"<>Arne"_s, uR"("c" IS DISTINCT FROM 'Arne'::character varying)"_s);
        row(text, u">=M"_s, uR"("c" >= 'M'::character varying)"_s);
        row(text, u"a..b"_s, uR"("c" ILIKE '%a..b%')"_s);
        row(text, u"null"_s, uR"("c" IS NULL)"_s);
        row(text, u"!NULL"_s, uR"("c" IS NOT NULL)"_s);
        row(text, u"\"null\""_s, uR"("c" ILIKE '%null%')"_s);
        row(text, u"a|b"_s, uR"(("c" ILIKE '%a%' OR "c" ILIKE '%b%'))"_s);
        row(text, u"a||"_s, uR"("c" ILIKE '%a%')"_s);
        row(text, u"\"a|b\"|c"_s, uR"(("c" ILIKE '%a|b%' OR "c" ILIKE '%c%'))"_s);
        row(text, u"\"say \"\"a|b\"\"\""_s, uR"("c" ILIKE '%say "a|b"%')"_s);
        row(text, u"=\"a|b\""_s, uR"("c" = 'a|b'::character varying)"_s);
        row(text, u"5\"|6"_s, u"(\"c\" ILIKE '%5\"%' OR \"c\" ILIKE '%6%')"_s);
        row(text, u"\"arn*\""_s, uR"("c" ILIKE '%arn*%')"_s);
        row(text, u"O'Neil"_s, uR"("c" ILIKE '%O''Neil%')"_s);

        row(integer, u"10"_s, uR"("c" = 10)"_s);
        row(integer, u">10"_s, uR"("c" > 10)"_s);
        row(integer, u"<= -10"_s, uR"("c" <= -10)"_s);
        row(integer, u"!=10"_s, uR"("c" IS DISTINCT FROM 10)"_s);
        row(integer, u"10..20"_s, uR"(("c" >= 10 AND "c" <= 20))"_s);
        row(integer, u"10..<20"_s, uR"(("c" >= 10 AND "c" < 20))"_s);
        row(integer, u"10.."_s, uR"(("c" >= 10))"_s);
        row(integer, u"..20"_s, uR"(("c" <= 20))"_s);
        row(integer, u"1|5..6|null"_s, uR"(("c" = 1 OR ("c" >= 5 AND "c" <= 6) OR "c" IS NULL))"_s);
        row(integer, u">99999999999"_s, uR"("c" > 99999999999)"_s);
        row(integer, u">abc"_s, u"error: t.c: “>abc” is no filter for smallint."_s);
        row(integer, u"10.5"_s, u"error: t.c: “10.5” is no filter for smallint."_s);
        row(integer, u">"_s, u"error: t.c: “>” is no filter for smallint."_s);
        row(integer, u".."_s, u"error: t.c: “..” is no filter for smallint."_s);
        row(integer, u"9223372036854775808"_s,
            u"error: t.c: “9223372036854775808” is no filter for smallint."_s);
        row(integer, u"1..x"_s, u"error: t.c: “1..x” is no filter for smallint."_s);
        row(real, u"0.1"_s, uR"("c" = '0.1'::real)"_s);
        row(real, u"NaN"_s, uR"("c" = 'NaN'::real)"_s);
        row(real, u"<-1e-3"_s, uR"("c" < '-1e-3'::real)"_s);
        row(numeric, u">.55"_s, uR"("c" > '.55'::numeric)"_s);
        row(numeric, u"1,5"_s, u"error: t.c: “1,5” is no filter for numeric(4,1)."_s);

        row(boolean, u"yes"_s, uR"("c" = 'true'::boolean)"_s);
        row(boolean, u"False"_s, uR"("c" = 'false'::boolean)"_s);
        row(boolean, u"perhaps"_s, u"error: t.c: “perhaps” is no filter for boolean."_s);

        const QString type = u"::timestamp without time zone"_s;
        row(timestamp, u"2026-01"_s,
            uR"(("c" >= '2026-01-01'%1 AND "c" < '2026-02-01'%1))"_s.arg(type));
        row(timestamp, u">2026"_s, uR"("c" >= '2027-01-01'%1)"_s.arg(type));
        row(timestamp, u">=2026"_s, uR"("c" >= '2026-01-01'%1)"_s.arg(type));
        row(timestamp, u"<2026-02-03"_s, uR"("c" < '2026-02-03'%1)"_s.arg(type));
        row(timestamp, u"<=2026-02-28"_s, uR"("c" < '2026-03-01'%1)"_s.arg(type));
        row(timestamp, u"!=2026"_s,
            uR"(("c" >= '2026-01-01'%1 AND "c" < '2027-01-01'%1) IS NOT TRUE)"_s.arg(type));
        row(timestamp, u"2026-01..2026-03"_s,
            uR"(("c" >= '2026-01-01'%1 AND "c" < '2026-04-01'%1))"_s.arg(type));
        row(timestamp, u"2026-12-31T23:59"_s,
            uR"(("c" >= '2026-12-31 23:59:00'%1 AND "c" < '2027-01-01 00:00:00'%1))"_s.arg(type));
        row(timestamp, u"2026-01-02 03:04:05.000001"_s,
            uR"("c" = '2026-01-02 03:04:05.000001'%1)"_s.arg(type));
        row(timestamp, u"-Infinity"_s, uR"("c" = '-infinity'%1)"_s.arg(type));
        row(timestamp, u"10000"_s,
            uR"(("c" >= '10000-01-01'%1 AND "c" < '10001-01-01'%1))"_s.arg(type));
        row(timestamp, u"2026-02-30"_s,
            u"error: t.c: “2026-02-30” is no filter for timestamp(3) without time zone."_s);
        row(timestamp, u">yesterday"_s,
            u"error: t.c: “>yesterday” is no filter for timestamp(3) without time zone."_s);
        row(zoned, u"2026-01-02 03:04:05+02"_s,
            uR"(("c" >= '2026-01-02 03:04:05+02'%1 AND "c" < '2026-01-02 03:04:06+02'%1))"_s.arg(
                u"::timestamp with time zone"_s));
        row(date, u"2026-01-02"_s,
            uR"(("c" >= '2026-01-02'::date AND "c" < '2026-01-03'::date))"_s);
        row(date, u"2026-01-02 03"_s, u"error: t.c: “2026-01-02 03” is no filter for date."_s);
        row(timeOfDay, u"23:59"_s,
            uR"(("c" >= '23:59:00'%1 AND "c" < '24:00:00'%1))"_s.arg(
                u"::time without time zone"_s));

        row(uuid, u"0a1b"_s, uR"("c"::text ILIKE '%0a1b%')"_s);
        row(uuid, u"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"_s,
            uR"("c" = 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid)"_s);
        row(uuid, u">0a1b"_s, u"error: t.c: “>0a1b” is no filter for uuid."_s);
        row(array, u"{1,2}"_s, uR"("c"::text ILIKE '%{1,2}%')"_s);
        row(array, u"={1,2}"_s, uR"("c"::text = '{1,2}')"_s);
        row(mood(), u"happy"_s, uR"("c" = 'happy'::mood)"_s);
        row(mood(), u"app"_s, uR"("c"::text ILIKE '%app%')"_s);
        row(mood(), u">=so so"_s, uR"("c" >= 'so so'::mood)"_s);
        row(mood(), u"=sad"_s, u"error: t.c: “sad” is no filter for mood."_s);
    }

    void conditions()
    {
        QFETCH(ColumnSchema, column);
        QFETCH(QString, filter);
        QTEST(conditionOf(column, filter), "expected");
    }

    void errorsSayWhatIsAccepted()
    {
        Bindings bindings;
        const auto condition = filterCondition(u"t"_s, mood(), u">sad"_s, bindings);
        QVERIFY(!condition);
        QCOMPARE(condition.error().kind, Error::Kind::InvalidInput);
        QCOMPARE(condition.error().column, u"c"_s);
        QCOMPARE(condition.error().hint, u"Accepted are happy, so so, null."_s);
    }

    void valuesAreBound()
    {
        Bindings bindings;
        const auto condition = filterCondition(u"t"_s, text, u"='; DROP--|b"_s, bindings);
        QCOMPARE(*condition, uR"(("c" = $1::character varying OR "c" ILIKE $2::text))"_s);
        QCOMPARE(bindings.values(), (QList<SqlValue>{"'; DROP--", "%b%"}));
    }

    void otherCollationsAreLeftForLike()
    {
        ColumnSchema column = text;
        column.collation = u"nd"_s;
        QCOMPARE(conditionOf(column, u"a"_s), uR"("c" COLLATE pg_catalog."default" ILIKE '%a%')"_s);
        QCOMPARE(conditionOf(column, u"=a"_s), uR"("c" = 'a'::character varying)"_s);
    }

    void searchAsksOnlyColumnsThatCanHoldIt_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("expected");
        QTest::newRow("letters") << u"ab_12cd"_s << uR"(("c0" ILIKE E'%ab\\_12cd%'))"_s;
        QTest::newRow("number") << u"67"_s
                                << uR"(("c0" ILIKE '%67%' OR "c1" = 67 OR "c2" = '67'::numeric))"_s;
        QTest::newRow("label") << u"app"_s
                               << uR"(("c0" ILIKE '%app%' OR "c4" IN ('happy'::mood)))"_s;
        QTest::newRow("day")
            << u"2026-01-02"_s
            << uR"(("c0" ILIKE '%2026-01-02%' OR ("c3" >= '2026-01-02'%1 AND "c3" < '2026-01-03'%1)))"_s
                   .arg(u"::timestamp without time zone"_s);
    }

    void searchAsksOnlyColumnsThatCanHoldIt()
    {
        QFETCH(QString, search);
        TableSchema schema;
        schema.columns = {text, integer, numeric, timestamp, mood(), boolean};
        for (int i = 0; i < schema.columns.size(); ++i)
            schema.columns[i].name = u"c%1"_s.arg(i);
        Bindings bindings(Bindings::Style::Literals);
        QTEST(searchCondition(schema, search, bindings), "expected");
        schema.columns = {boolean};
        QCOMPARE(searchCondition(schema, search, bindings), u"false"_s);
    }

    void typesLoseTheirModifiers_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("expected");
        QTest::newRow("varchar") << u"character varying(100)"_s << u"character varying"_s;
        QTest::newRow("char") << u"character(5)"_s << u"bpchar"_s;
        QTest::newRow("char array") << u"character(5)[]"_s << u"bpchar[]"_s;
        QTest::newRow("numeric") << u"numeric(10,-2)"_s << u"numeric"_s;
        QTest::newRow("timestamp")
            << u"timestamp(3) with time zone"_s << u"timestamp with time zone"_s;
        QTest::newRow("bit") << u"bit(3)"_s << u"bit(3)"_s;
        QTest::newRow("varbit") << u"bit varying(3)"_s << u"bit varying"_s;
        QTest::newRow("quoted") << u"\"odd(1)\""_s << u"\"odd(1)\""_s;
        QTest::newRow("char type") << u"\"char\""_s << u"\"char\""_s;
        QTest::newRow("plain") << u"integer"_s << u"integer"_s;
    }

    void typesLoseTheirModifiers()
    {
        QFETCH(QString, type);
        QTEST(withoutModifier(type), "expected");
    }
};

QTEST_GUILESS_MAIN(FilterLanguageTest)
#include "tst_filterlanguage.moc"
