// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/rowformat.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

Q_DECLARE_METATYPE(roster::RowFormat::Kind)

class RowFormatTest : public QObject
{
    Q_OBJECT

private:
    static TableSchema schema()
    {
        const auto column = [](const QString &name, TypeKind kind) {
            ColumnSchema made;
            made.name = name;
            made.kind = kind;
            return made;
        };
        TableSchema made;
        made.name = {u"public"_s, u"players"_s};
        made.columns = {column(u"id"_s, TypeKind::Integer), column(u"the name"_s, TypeKind::Text),
                        column(u"ok"_s, TypeKind::Boolean), column(u"at"_s, TypeKind::Timestamp),
                        column(u"doc"_s, TypeKind::Json),   column(u"part"_s, TypeKind::Float)};
        return made;
    }

    static QList<QList<SqlValue>> rows()
    {
        return {{"1", "O'Neil \"x\"\t,\n", "t", "2026-01-02 03:04:05", "{\"a\": 1}", "1.5"},
                {"2", "", "f", "2026-01-02 03:04:05.5", {}, "NaN"},
                {"3", {}, {}, "infinity", "[]", "-Infinity"}};
    }

private Q_SLOTS:
    // moc does not see the class behind raw strings that hold brackets, hence the backslashes.
    void formats_data()
    {
        QTest::addColumn<RowFormat::Kind>("kind");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("tsv")
            << RowFormat::Kind::Tsv
            << QByteArray(
                   "1\t\"O'Neil \"\"x\"\"\t,\n\"\tt\t2026-01-02 03:04:05\t\"{\"\"a\"\": 1}\"\t1.5\n"
                   "2\t\"\"\tf\t2026-01-02 03:04:05.5\t\tNaN\n"
                   "3\t\t\tinfinity\t[]\t-Infinity");
        QTest::newRow("csv")
            << RowFormat::Kind::Csv
            << QByteArray(
                   "id,the name,ok,at,doc,part\n"
                   "1,\"O'Neil \"\"x\"\"\t,\n\",t,2026-01-02 03:04:05,\"{\"\"a\"\": 1}\",1.5\n"
                   "2,\"\",f,2026-01-02 03:04:05.5,,NaN\n"
                   "3,,,infinity,[],-Infinity\n");
        QTest::newRow("json")
            << RowFormat::Kind::Json
            << QByteArray(
                   "[{\"id\":1,\"the name\":\"O'Neil \\\"x\\\"\\t,\\n\","
                   "\"ok\":true,\"at\":\"2026-01-02T03:04:05\","
                   "\"doc\":{\"a\": 1},\"part\":1.5},"
                   "\n"
                   "{\"id\":2,\"the name\":\"\",\"ok\":false,\"at\":\"2026-01-02T03:04:05.500000\","
                   "\"doc\":null,\"part\":\"NaN\"},"
                   "\n"
                   "{\"id\":3,\"the name\":null,\"ok\":null,\"at\":\"infinity\","
                   "\"doc\":[],\"part\":\"-Infinity\"}]"
                   "\n");
        const QByteArray insert =
            "INSERT INTO \"public\".\"players\" ("
            "\"id\", \"the name\", \"ok\", \"at\", \"doc\", \"part\") VALUES (";
        QTest::newRow("insert")
            << RowFormat::Kind::Insert
            << QByteArray(
                   insert
                   + "1, 'O''Neil \"x\"\t,\n', true, '2026-01-02 03:04:05', '{\"a\": 1}', 1.5);\n"
                   + insert + "2, '', false, '2026-01-02 03:04:05.5', NULL, 'NaN');\n" + insert
                   + "3, NULL, NULL, 'infinity', '[]', '-Infinity');\n");
    }

    void formats()
    {
        QFETCH(RowFormat::Kind, kind);
        QFETCH(QByteArray, text);
        QCOMPARE(QString::fromUtf8(RowFormat(kind, schema()).format(rows())),
                 QString::fromUtf8(text));
    }

    void singleCellIsVerbatim()
    {
        const RowFormat format(RowFormat::Kind::Tsv, schema(), {1});
        QCOMPARE(format.format({{SqlValue("a \"b\"\tc")}}), "a \"b\"\tc"_qba);
    }

    void columnsAsAsked()
    {
        const RowFormat format(RowFormat::Kind::TsvWithHeader, schema(), {5, 0});
        QCOMPARE(format.format({{SqlValue("1.5"), SqlValue("1")}}), "part\tid\n1.5\t1"_qba);
    }

    void leavesGeneratedColumnsOut()
    {
        TableSchema made = schema();
        made.columns = made.columns.first(3);
        made.columns[0].identity = u"ALWAYS"_s;
        made.columns[1].generated = u"lower(x)"_s;
        QCOMPARE(RowFormat(RowFormat::Kind::Insert, made).format({{"1", "x", "t"}}),
                 "INSERT INTO \"public\".\"players\" (\"id\", \"ok\") OVERRIDING SYSTEM VALUE "
                 "VALUES (1, true);\n");
    }

    void isoFormat_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("iso");
        const auto add = [](const char *value, const char *iso,
                            TypeKind kind = TypeKind::Timestamp) {
            QTest::newRow(value) << int(kind) << QByteArray(value) << QByteArray(iso);
        };
        add("2026-01-02 03:04:05", "2026-01-02T03:04:05");
        add("2026-01-02 03:04:05.000001", "2026-01-02T03:04:05.000001");
        add("2026-01-02 03:04:05.1", "2026-01-02T03:04:05.100000");
        add("10000-01-02 03:04:05", "10000-01-02 03:04:05");
        add("0044-03-15 12:00:00 BC", "0044-03-15 12:00:00 BC");
        add("infinity", "infinity");
        add("2026-01-02 03:04:05.5+00", "2026-01-02T03:04:05.500000+00:00", TypeKind::TimestampTz);
        add("2026-01-02 03:04:05-03:30", "2026-01-02T03:04:05-03:30", TypeKind::TimestampTz);
        add("03:04:05.25", "03:04:05.250000", TypeKind::Time);
        add("2026-01-02", "2026-01-02", TypeKind::Date);
    }

    void isoFormat()
    {
        QFETCH(int, kind);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, iso);
        QCOMPARE(RowFormat::isoFormat(TypeKind(kind), value), iso);
    }

    void jsonEscapesControlCharacters()
    {
        QCOMPARE(RowFormat::jsonString("\x01\\\"é"), "\"\\u0001\\\\\\\"é\"");
    }
};

QTEST_APPLESS_MAIN(RowFormatTest)
#include "tst_rowformat.moc"
