// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/tablechanges.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

TableSchema schemaOf(const ColumnSchema &column)
{
    TableSchema schema;
    schema.name = {u"public"_s, u"players"_s};
    schema.columns = {column};
    return schema;
}

ColumnSchema columnOf(const QString &type, TypeKind kind)
{
    ColumnSchema column;
    column.name = u"name"_s;
    column.type = type;
    column.kind = kind;
    return column;
}

ColumnSchema name100()
{
    ColumnSchema column = columnOf(u"character varying(100)"_s, TypeKind::Text);
    column.maxLength = 100;
    return column;
}

}  // namespace

class ValidationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsCharactersAsTheServer_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fits");
        QTest::newRow("100 letters") << QString(100, u'a') << true;
        QTest::newRow("101 letters") << QString(101, u'a') << false;
        QTest::newRow("100 emoji, 200 UTF-16 units") << u"🐉"_s.repeated(100) << true;
        QTest::newRow("101 emoji") << u"🐉"_s.repeated(101) << false;
        QTest::newRow("100 three-byte letters") << u"龍"_s.repeated(100) << true;
        QTest::newRow("a letter and its accent are two") << u"e\u0301"_s.repeated(51) << false;
        QTest::newRow("blanks beyond the limit are cut") << QString(100, u'a') + u"   "_s << true;
    }

    void countsCharactersAsTheServer()
    {
        QFETCH(QString, text);
        QTEST(validate(schemaOf(name100()), 0, text.toUtf8()).has_value(), "fits");
    }

    void saysWhatIsTooLong()
    {
        const auto result = validate(schemaOf(name100()), 0, QByteArray(104, 'a'));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::InvalidInput);
        QCOMPARE(result.error().message, u"players.name: 104 character(s), at most 100 fit."_s);
        QCOMPARE(result.error().hint, u"Shorten it or press Esc."_s);
        QCOMPARE(result.error().column, u"name"_s);
        QVERIFY(!validate(schemaOf(name100()), 0, QByteArray(40 << 20, 'a')));
    }

    void judgesValues_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        const auto row = [](const char *type, TypeKind kind, const char *text, bool valid) {
            QTest::addRow("%s %s", type, text)
                << QString::fromUtf8(type) << int(kind) << QString::fromUtf8(text) << valid;
        };
        row("smallint", TypeKind::Integer, "32767", true);
        row("smallint", TypeKind::Integer, "32768", false);
        row("integer", TypeKind::Integer, " -2147483648 ", true);
        row("integer", TypeKind::Integer, "2147483648", false);
        row("bigint", TypeKind::Integer, "9223372036854775807", true);
        row("bigint", TypeKind::Integer, "9223372036854775808", false);
        row("integer", TypeKind::Integer, "", false);
        row("integer", TypeKind::Integer, "1.5", false);
        row("integer", TypeKind::Integer, "٣", false);
        row("integer", TypeKind::Integer, "0x1F", true);  // a newer server's spelling
        row("integer", TypeKind::Integer, "1_000", true);
        row("my_domain", TypeKind::Integer, "99999999999", true);
        row("numeric", TypeKind::Numeric, "1e400", true);
        row("numeric", TypeKind::Numeric, ".5", true);
        row("numeric", TypeKind::Numeric, "NaN", true);
        row("numeric", TypeKind::Numeric, "1,5", false);
        row("numeric", TypeKind::Numeric, "--1", false);
        row("double precision", TypeKind::Float, "-Infinity", true);
        row("double precision", TypeKind::Float, "abc", false);
        row("boolean", TypeKind::Boolean, "TR", true);
        row("boolean", TypeKind::Boolean, "off", true);
        row("boolean", TypeKind::Boolean, "o", false);
        row("boolean", TypeKind::Boolean, "2", false);
        row("uuid", TypeKind::Uuid, "{a0eebc99-9c0b4ef8-bb6d6bb9-bd380a11}", true);
        row("uuid", TypeKind::Uuid, "{a0eebc99-9c0b4ef8-bb6d6bb9-bd380a11", false);
        row("uuid", TypeKind::Uuid, "a0eebc99", false);
        row("jsonb", TypeKind::Json, "{\"a\": [1, 1e400]}", true);
        row("jsonb", TypeKind::Json, "\"text\"", true);
        row("jsonb", TypeKind::Json, "1, 2", false);
        row("jsonb", TypeKind::Json, "{a: 1}", false);
        row("jsonb", TypeKind::Json, "", false);
        row("timestamp", TypeKind::Timestamp, "infinity", true);
        row("timestamp", TypeKind::Timestamp, "10000-01-01 00:00:00", true);
        row("timestamp", TypeKind::Timestamp, "0044-02-29 12:00:00 BC", true);
        row("timestamp", TypeKind::Timestamp, "Nov 22 2026 10:34", true);
        row("timestamp", TypeKind::Timestamp, "2024-02-29", true);
        row("timestamp", TypeKind::Timestamp, "2023-02-29", false);
        row("timestamp", TypeKind::Timestamp, "2023-13-01", false);
        row("timestamp", TypeKind::Timestamp, "2023-01-01 25:00", false);
        row("timestamp", TypeKind::Timestamp, "soon", false);
        row("timestamp", TypeKind::Timestamp, "", false);
        row("date", TypeKind::Date, "J2451187", true);
        row("date", TypeKind::Date, "0000-01-01", false);
        row("bytea", TypeKind::Bytes, "\\x0aFF", true);
        row("bytea", TypeKind::Bytes, "\\x0g", false);
        row("integer[]", TypeKind::Array, "[0:1]={1,2}", true);
        row("integer[]", TypeKind::Array, "1,2", false);
        row("text", TypeKind::Text, "", true);
        row("inet", TypeKind::Other, "whatever", true);
    }

    void judgesValues()
    {
        QFETCH(QString, type);
        QFETCH(int, kind);
        QFETCH(QString, text);
        const auto result = validate(schemaOf(columnOf(type, TypeKind(kind))), 0, text.toUtf8());
        QTEST(result.has_value(), "valid");
    }

    void numericKeepsToItsPrecision()
    {
        ColumnSchema column = columnOf(u"numeric(5,2)"_s, TypeKind::Numeric);
        column.precision = 5;
        column.scale = 2;
        QVERIFY(validate(schemaOf(column), 0, "-00999.994"));
        QVERIFY(!validate(schemaOf(column), 0, "1000"));
    }

    void enumTakesItsLabels()
    {
        ColumnSchema column = columnOf(u"mood"_s, TypeKind::Enum);
        column.enumLabels = {u"sad"_s, u"very happy"_s};
        QVERIFY(validate(schemaOf(column), 0, "very happy"));
        const auto result = validate(schemaOf(column), 0, "Sad");
        QVERIFY(!result);
        QCOMPARE(result.error().hint, u"It takes: sad, very happy."_s);
    }

    void refusesNullNulAndGenerated()
    {
        ColumnSchema column = columnOf(u"text"_s, TypeKind::Text);
        QVERIFY(validate(schemaOf(column), 0, std::nullopt));
        QVERIFY(!validate(schemaOf(column), 0, QByteArray("a\0b", 3)));
        QVERIFY(!validate(schemaOf(column), 1, "a"));
        column.nullable = false;
        QVERIFY(!validate(schemaOf(column), 0, std::nullopt));
        column.generated = u"upper(x)"_s;
        QVERIFY(!validate(schemaOf(column), 0, "a"));
        column.generated.clear();
        column.identity = u"ALWAYS"_s;
        QVERIFY(!validate(schemaOf(column), 0, "1"));
    }

    void clientDefaults()
    {
        ColumnSchema column = columnOf(u"integer"_s, TypeKind::Integer);
        QVERIFY(!clientDefaultValue(column));
        column.clientDefault = {ClientDefault::Kind::Value, u"1"_s};
        QCOMPARE(**clientDefaultValue(column), "1"_ba);
        column.kind = TypeKind::Timestamp;
        column.clientDefault = {ClientDefault::Kind::UtcNow, {}};
        const QString now = QString::fromUtf8(**clientDefaultValue(column));
        static const QRegularExpression pattern(
            uR"(^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{0,5}[1-9])?$)"_s);
        QVERIFY2(pattern.match(now).hasMatch(), qPrintable(now));
        QDateTime moment = QDateTime::fromString(now.left(19), u"yyyy-MM-dd HH:mm:ss"_s);
        moment.setTimeSpec(Qt::UTC);
        QVERIFY(qAbs(moment.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    }
};

QTEST_GUILESS_MAIN(ValidationTest)
#include "tst_validation.moc"
