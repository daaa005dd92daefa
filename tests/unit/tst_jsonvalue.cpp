// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/arraytext.h"
#include "models/schema/jsonvalue.h"
#include "models/schema/rowjson.h"
#include "models/tables/player.h"
#include "tests/support/guild.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

QString compact(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1).chopped(1));
}

}  // namespace

class JsonValueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cells_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QString>("json");
        const auto row = [](const char *type, const char *cell, const char *json) {
            QTest::newRow((QByteArray(type) + ' ' + cell).constData())
                << QString::fromUtf8(type) << QByteArray(cell) << QString::fromUtf8(json);
        };
        row("boolean", "t", "true");
        row("boolean", "f", "false");
        row("integer", "-5", "-5");
        row("bigint", "9007199254740993", "9007199254740993");
        row("bigint", "-9223372036854775808", "-9223372036854775808");
        row("double precision", "0.5", "0.5");
        row("double precision", "NaN", "\"NaN\"");
        row("real", "-Infinity", "\"-Infinity\"");
        row("numeric(12,2)", "12345678901234567890.10", "\"12345678901234567890.10\"");
        row("numeric", "NaN", "\"NaN\"");
        row("text", "a\"b\\c\n\x01\xc3\xa5", "\"a\\\"b\\\\c\\n\\u0001\xc3\xa5\"");
        row("timestamp without time zone", "2026-01-02 03:04:05", "\"2026-01-02T03:04:05\"");
        row("timestamp(3) without time zone", "2026-01-02 03:04:05.12",
            "\"2026-01-02T03:04:05.120000\"");
        row("timestamp without time zone", "-infinity", "\"-infinity\"");
        row("timestamp with time zone", "2026-01-02 03:04:05+02", "\"2026-01-02T01:04:05+00:00\"");
        row("date", "2026-01-02", "\"2026-01-02\"");
        row("time without time zone", "03:04:05.5", "\"03:04:05.500000\"");
        row("jsonb", "{\"a\":[1,null]}", "{\"a\":[1,null]}");
        row("jsonb", "null", "null");
        row("integer[]", "{1,NULL,3}", "[1,null,3]");
        row("integer[]", "{}", "[]");
        row("integer[]", "[2:3]={1,2}", "[1,2]");
        row("integer[]", "{{1,2},{3,4}}", "[[1,2],[3,4]]");
        row("text[]", "{a,\"b,c\",\"d\\\"\\\\e\",\"NULL\",NULL}",
            "[\"a\",\"b,c\",\"d\\\"\\\\e\",\"NULL\",null]");
        row("bytea", "\\x00ff", "\"\\\\x00ff\"");
        row("interval", "1 day", "\"1 day\"");
    }

    void cells()
    {
        QFETCH(QString, type);
        QFETCH(QByteArray, cell);
        QFETCH(QString, json);
        ColumnSchema column;
        column.type = type;
        column.kind = kindOfType(type);
        column.elementType = type.endsWith(u"[]") ? type.chopped(2) : QString();
        QCOMPARE(compact(jsonValue(column, cell)), json);
        QCOMPARE(QString::fromUtf8(jsonText(column, cell)), json);
    }

    void nullIsNull()
    {
        QVERIFY(jsonValue(ColumnSchema(), {}).isNull());
        QCOMPARE(jsonText(ColumnSchema(), {}), "null");
    }

    void arraysGoBothWays()
    {
        const QList<SqlValue> elements = {"a", "", "NULL", {}, "b\"\\,{}", " x "};
        QCOMPARE(arrayElements(arrayText(elements)), elements);
        QCOMPARE(arrayText({}), "{}");
        for (const char *text : {"", "1", "{", "{1", "{1,", "{1}}", "{\"a}", "{{1}"})
            QVERIFY2(!arrayElements(text), text);
    }

    void rows()
    {
        const Player arne{.id = 1,
                          .name = u"Arne"_s,
                          .level = 67,
                          .totalExp = 243201,
                          .createdAt = *Timestamp::fromText("2026-01-02 03:04:05")};
        QCOMPARE(compact(toJson(arne)),
                 u"{\"created_at\":\"2026-01-02T03:04:05\",\"id\":1,\"level\":67,"
                 "\"name\":\"Arne\",\"total_exp\":243201}"_s);
        test::Guild guild;
        guild.tags = {u"a"_s, u"b"_s};
        guild.settings = Json{"{\"x\":1}"};
        const QJsonObject object = toJson(guild);
        QCOMPARE(compact(object.value(u"tags")), u"[\"a\",\"b\"]"_s);
        QCOMPARE(compact(object.value(u"settings")), u"{\"x\":1}"_s);
        QCOMPARE(compact(object.value(u"rank")), u"\"veteran\""_s);
        QVERIFY(object.value(u"motto").isNull());
    }
};

QTEST_GUILESS_MAIN(JsonValueTest)
#include "tst_jsonvalue.moc"
