// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/sqldumpreader.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

/// Bytes in pieces of a given size, so that every boundary is met.
class Pieces : public ByteSource
{
public:
    Pieces(QByteArray text, qsizetype size) : m_text(std::move(text)), m_size(size) {}
    Result<qsizetype> read(std::span<char> buffer) override
    {
        const qsizetype count = std::min({m_size, qsizetype(buffer.size()), m_text.size() - m_at});
        std::copy_n(m_text.constData() + m_at, count, buffer.data());
        m_at += count;
        return count;
    }
    qint64 consumed() const override { return m_at; }
    QStringList warnings() const override { return {}; }

private:
    QByteArray m_text;
    qsizetype m_size;
    qsizetype m_at = 0;
};

/// What a text is taken apart to, one line each.
QString items(const QByteArray &text, qsizetype piece)
{
    SqlDumpReader reader(std::make_unique<Pieces>(text, piece));
    QString found;
    QByteArray rows;
    for (;;) {
        const auto item = reader.next();
        if (!item)
            return found + u"error: "_s + item.error().message + u'\n';
        switch (item->kind) {
        case SqlDumpItem::Kind::Statement:
            found += u"%1 %2\n"_s.arg(item->line).arg(QString::fromUtf8(item->sql).simplified());
            break;
        case SqlDumpItem::Kind::CopyStart:
            found += u"%1 copy %2.%3(%4)\n"_s.arg(item->line)
                         .arg(item->schema, item->table, item->columns.join(u','));
            break;
        case SqlDumpItem::Kind::CopyRows:
            rows += item->bytes.toByteArray();
            break;
        case SqlDumpItem::Kind::CopyEnd:
            found += u"%1 rows: %2\n"_s.arg(item->rows)
                         .arg(QString::fromUtf8(rows).replace(u'\n', u'|'));
            rows.clear();
            break;
        case SqlDumpItem::Kind::End:
            return found + u"end\n"_s;
        }
    }
}

class TestSqlDumpReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesApart_data();
    void takesApart();
    void refuses_data();
    void refuses();
    void refusesEndlessLines();
    void survivesAnything();
};

void TestSqlDumpReader::takesApart_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("found");
    QTest::newRow("quotes")
        << QByteArray("SELECT 'a;''b', \"x;\"\"y\", E'\\';''\\';';\nSELECT 2;")
        << u"1 SELECT 'a;''b', \"x;\"\"y\", E'\\';''\\';';\n2 SELECT 2;\nend\n"_s;
    QTest::newRow("dollars")
        << QByteArray("CREATE FUNCTION f() AS $a$ ; $$ ; $b$ ; $a$;\nSELECT $1$2, a$b$c;")
        << u"1 CREATE FUNCTION f() AS $a$ ; $$ ; $b$ ; $a$;\n2 SELECT $1$2, a$b$c;\nend\n"_s;
    QTest::newRow("comments") << QByteArray("-- a;\n/* ; /* ; */ ; */ SELECT 1 -- ;\n+ 1; -- end\n")
                              << u"2 /* ; /* ; */ ; */ SELECT 1 -- ; + 1;\nend\n"_s;
    QTest::newRow("atomic") << QByteArray("CREATE OR REPLACE FUNCTION f() BEGIN ATOMIC SELECT 1; "
                                          "SELECT CASE WHEN true THEN 1 END; END;\nSELECT (1;2);")
                            << u"1 CREATE OR REPLACE FUNCTION f() BEGIN ATOMIC SELECT 1; SELECT "
                               "CASE WHEN true THEN 1 END; END;\n2 SELECT (1;2);\nend\n"_s;
    QTest::newRow("copy")
        << QByteArray("COPY public.\"o d\"\"d\" (a, \"b,c\") FROM stdin;\n1\tx\n\\\\.\t\n\\.\n\n"
                      "COPY t FROM stdin;\n\\.\nSELECT 1;\n")
        << u"1 copy public.o d\"d(a,b,c)\n2 rows: 1\tx|\\\\.\t|\n6 copy .t()\n0 rows: \n8 SELECT "
           "1;\nend\n"_s;
    QTest::newRow("restrict") << QByteArray(
        "\xef\xbb\xbf\\restrict aB9\r\n\r\nSELECT 1;\r\n\\unrestrict aB9\r\n")
                              << u"3 SELECT 1;\nend\n"_s;
    QTest::newRow("procedure") << QByteArray("CREATE PROCEDURE p() BEGIN ATOMIC SELECT 1; END;\n"
                                             "SELECT 2;\n")
                               << u"1 CREATE PROCEDURE p() BEGIN ATOMIC SELECT 1; END;\n2 SELECT "
                                  "2;\nend\n"_s;
    QTest::newRow("string that goes on")
        << QByteArray("SELECT E'a' -- x\n '\\';', 'b' '\\';\nSELECT 2;\n")
        << u"1 SELECT E'a' -- x '\\';', 'b' '\\';\n3 SELECT 2;\nend\n"_s;
    QTest::newRow("latin names")
        << QByteArray("SET client_encoding = 'LATIN1';\nCOPY \"b\xf8k\" (\xe5r) FROM stdin;\n\\.\n")
        << u"1 SET client_encoding = 'LATIN1';\n2 copy .bøk(år)\n0 rows: \nend\n"_s;
    QTest::newRow("old strings, other words")
        << QByteArray("SET SESSION/**/\"standard_conforming_strings\" TO off;\nSELECT '\\';';\n")
        << u"1 SET SESSION/**/\"standard_conforming_strings\" TO off;\n2 SELECT "
           "'\\';';\nend\n"_s;
    const QByteArray part = "-- PostgreSQL database dump\nGRANT SELECT(a,b,c,d) ON t TO x;\n-- "
                            "PostgreSQL database dump complete\n";
    QTest::newRow("one dump behind another")
        << part + part
        << u"2 GRANT SELECT(a,b,c,d) ON t TO x;\n5 GRANT SELECT(a,b,c,d) ON t TO x;\nend\n"_s;
    QTest::newRow("old strings")
        << QByteArray("SET standard_conforming_strings = off;\nSELECT '\\';';\n")
        << u"1 SET standard_conforming_strings = off;\n2 SELECT '\\';';\nend\n"_s;
}

void TestSqlDumpReader::takesApart()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, found);
    for (const qsizetype piece : {1, 2, 3, 7, 1000})
        QCOMPARE(items(text, piece), found);
}

void TestSqlDumpReader::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("line");
    QTest::newRow("shell") << QByteArray("SELECT 1;\n\\! touch x\n") << u"Line 2"_s;
    QTest::newRow("restrict") << QByteArray("\\restrict `id`\n") << u"Line 1"_s;
    QTest::newRow("connect") << QByteArray("\n\n\\connect other\n") << u"Line 3"_s;
    QTest::newRow("within") << QByteArray("SELECT 1\n\\! id\n;") << u"Line 2"_s;
    QTest::newRow("program") << QByteArray("COPY t FROM PROGRAM 'id';\n") << u"Line 1"_s;
    QTest::newRow("file") << QByteArray("COPY t FROM '/etc/passwd';\n") << u"Line 1"_s;
    QTest::newRow("out") << QByteArray("COPY (SELECT 1) TO '/tmp/x';\n") << u"Line 1"_s;
    QTest::newRow("drop") << QByteArray("DROP  DATABASE x;\n") << u"Line 1"_s;
    QTest::newRow("system") << QByteArray("ALTER SYSTEM SET x = 1;\n") << u"Line 1"_s;
    QTest::newRow("load") << QByteArray("LOAD 'x';\n") << u"Line 1"_s;
    QTest::newRow("program behind a comment")
        << QByteArray("/* /* */ */COPY t FROM PROGRAM 'id';\n") << u"Line 1"_s;
    QTest::newRow("program, a comment for a blank")
        << QByteArray("COPY/**/t FROM PROGRAM 'id';\n") << u"Line 1"_s;
    QTest::newRow("program, no blank")
        << QByteArray("COPY(SELECT 1)TO PROGRAM 'id';\n") << u"Line 1"_s;
    QTest::newRow("load behind a comment") << QByteArray("--\n/**/LOAD 'x';\n") << u"Line 2"_s;
    QTest::newRow("drop behind a comment") << QByteArray("DROP/**/DATABASE x;\n") << u"Line 1"_s;
    QTest::newRow("role") << QByteArray("\nSET ROLE other;\n") << u"Line 2"_s;
    QTest::newRow("new role") << QByteArray("CREATE ROLE x SUPERUSER;\n") << u"CREATE ROLE x"_s;
    QTest::newRow("membership") << QByteArray("GRANT a, b, c, d, e, f TO g;\n") << u"Line 1"_s;
    QTest::newRow("zero byte") << QByteArray("SELECT 1;\nDELETE FROM t\0 WHERE x;\n", 35)
                               << u"Line 2"_s;
    const QByteArray whole = "-- PostgreSQL database dump\n-- PostgreSQL database dump complete\n";
    QTest::newRow("behind the end") << whole + "DELETE FROM t;\n" << u"Line 3"_s;
    QTest::newRow("rows behind the end") << whole + "COPY t (a) FROM stdin;\n1\n\\.\n"
                                         << u"Line 3"_s;
    QTest::newRow("text behind the end") << whole + "done\n" << u"behind the dump's end"_s;
    QTest::newRow("another behind it, cut") << whole + "-- PostgreSQL database dump\nSELECT 1;\n"
                                            << u"line 5"_s;
    QTest::newRow("hidden quotes") << QByteArray("SET client_encoding = 'SJIS';\n") << u"Line 1"_s;
    for (const QByteArray statement :
         {"SET client_encoding TO WIN932;\n", "set Client_Encoding = 'Shift-JIS';\n",
          "SET NAMES 's j i s';\n", "SET LOCAL NAMES 'mskanji';\n",
          "SET SESSION client_encoding = 'windows936';\n", "SET NAMES/**/gb18030;\n"})
        QTest::newRow(statement.trimmed().constData()) << statement << u"Line 1"_s;
    QTest::newRow("cut") << QByteArray("-- PostgreSQL database dump\nSELECT 1;\n") << u"line 3"_s;
    QTest::newRow("cut statement") << QByteArray("SELECT 1;\nSELECT") << u"line 2"_s;
    QTest::newRow("cut rows") << QByteArray("COPY a.t (b) FROM stdin;\n1\n2") << u"a.t"_s;
    QTest::newRow("cut at the mark") << QByteArray("COPY a.t (b) FROM stdin;\n1\n\\") << u"a.t"_s;
}

void TestSqlDumpReader::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, line);
    for (const qsizetype piece : {1, 5, 1000}) {
        const QString found = items(text, piece);
        QVERIFY2(found.contains(u"error: "_s) && found.contains(line), qPrintable(found));
    }
}

/// Nothing of a line is kept for ever.
void TestSqlDumpReader::refusesEndlessLines()
{
    for (const QByteArray &start : {"SELECT 1;\n--"_ba, "SELECT 1;\n\\restrict "_ba}) {
        const QString found = items(start + QByteArray(5 << 20, 'a') + "\nSELECT 2;\n", 100'000);
        QVERIFY2(found.contains("Line 2 of the dump: a comment of more than 1 MB"_L1),
                 qPrintable(found.left(300)));
    }
}

void TestSqlDumpReader::survivesAnything()
{
    const QByteArray text = "-- PostgreSQL database dump\nCREATE FUNCTION f() AS $a$;$a$; SELECT "
                            "'x''y', E'\\'' /* ; */;\nCOPY t (a) FROM stdin;\n1\n2\n\\.\n-- "
                            "PostgreSQL database dump complete\n";
    const QByteArray spice = "\\.;'\"$-/*()\n\r EeBb\0\xff";
    QRandomGenerator random(7);
    for (int round = 0; round < 20000; ++round) {
        QByteArray mutant = text;
        for (int change = 0; change < 3; ++change)
            mutant[random.bounded(int(mutant.size()))] =
                spice.at(random.bounded(int(spice.size())));
        const QString found = items(mutant, 1 + random.bounded(40));
        QVERIFY(found.endsWith(u"end\n"_s) || found.contains(u"error: "_s));
    }
}

}  // namespace

QTEST_GUILESS_MAIN(TestSqlDumpReader)
#include "tst_sqldumpreader.moc"
