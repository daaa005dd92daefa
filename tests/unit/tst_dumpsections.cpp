// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/dumpsections.h"
#include "models/dump/psqlconnect.h"
#include "models/dump/sqldumpreader.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

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

/// What is given of a text, in one line; `error: …` at its end where it is refused.
QString given(const QByteArray &text, bool isCluster, const QString &wanted, qsizetype piece)
{
    SqlDumpReader reader(std::make_unique<Pieces>(text, piece), DumpSections(isCluster, wanted));
    QStringList found;
    for (;;) {
        const auto item = reader.next();
        if (!item)
            return found.join(u' ') + u" error: "_s + item.error().message;
        if (item->kind == SqlDumpItem::Kind::End)
            return found.join(u' ');
        if (item->kind == SqlDumpItem::Kind::CopyRows)
            found << QString::fromUtf8(item->bytes).trimmed().replace(u'\n', u' ');
        else if (item->kind != SqlDumpItem::Kind::CopyEnd)
            found << QString::fromUtf8(item->sql);
    }
}

const QByteArray dumpEnd("-- PostgreSQL database dump complete\n\\unrestrict k1\n");
const QByteArray clusterEnd("-- PostgreSQL database cluster dump complete\n");

/// A section as pg_dumpall writes it.
QByteArray section(const QByteArray &name, const QByteArray &connect, const QByteArray &body)
{
    return "-- PostgreSQL database dump\n\\restrict k1\nSET a = 1;\nCREATE DATABASE " + name
         + " WITH TEMPLATE = template0 ENCODING = 'LATIN1' LOCALE = 'C';\nALTER DATABASE " + name
         + " OWNER TO o;\n\\unrestrict k1\n" + connect + "\n\\restrict k1\nSET b = 2;\n" + body
         + dumpEnd;
}

QByteArray cluster(const QByteArray &sections)
{
    return "--\n-- PostgreSQL database cluster dump\n--\n\\restrict k1\nCREATE ROLE coach;\nALTER "
           "ROLE coach WITH SUPERUSER;\n\\unrestrict k1\n\\connect template1\n-- PostgreSQL "
           "database dump\nSET t = 0;\n"
         + dumpEnd + sections + clusterEnd;
}

const QByteArray odd("\"my 'd\\b' \"\"ü=1\"");
const QByteArray oddConnect("\\encoding SQL_ASCII\n\\connect -reuse-previous=on "
                            "\"dbname='my \\'d\\\\b\\' \"\"ü=1'\"");

}  // namespace

class TestDumpSections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsNames_data();
    void readsNames();
    void givesOneDatabase_data();
    void givesOneDatabase();
    void refuses_data();
    void refuses();
    void namesWhatItHolds();
};

void TestDumpSections::readsNames_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("name");  // null: none
    QTest::newRow("plain") << QByteArray("\\connect game") << QByteArray("game");
    QTest::newRow("end") << QByteArray("\\connect game \r") << QByteArray("game");
    QTest::newRow("quoted") << QByteArray("\\connect \"Ga\"\"me b\"") << QByteArray("Ga\"me b");
    QTest::newRow("odd") << oddConnect.mid(oddConnect.indexOf('\n') + 1)
                         << QByteArray("my 'd\\b' \"ü=1");
    QTest::newRow("plain name") << QByteArray("\\connect -reuse-previous=on \"dbname=a_b\"")
                                << QByteArray("a_b");
    for (const QByteArray line : {"\\connect",
                                  "\\connect ",
                                  "\\connect -",
                                  "\\connect a b",
                                  "\\connect a b host",
                                  "\\c a",
                                  "\\connect \"\"",
                                  "\\connect \"a\"b",
                                  "\\connect \"a\" b",
                                  "\\connect \"a",
                                  "\\connect `id`",
                                  "\\connect :x",
                                  "\\connect 'a'",
                                  "\\connect dbname=a",
                                  "\\connect \"dbname=a host=b\"",
                                  "\\connect \"postgresql://b/a\"",
                                  "\\connect postgres://b/a",
                                  "\\connect -reuse-previous=on \"dbname='a' host=b\"",
                                  "\\connect -reuse-previous=on \"dbname='a'' host=b'\"",
                                  "\\connect -reuse-previous=on \"dbname='a\\\"",
                                  "\\connect -reuse-previous=on \"host=b dbname=a\"",
                                  "\\connect -reuse-previous=on dbname=a",
                                  "\\connect -reuse-previous=off \"dbname=a\"",
                                  "\\connect -reuse-previous=on \"dbname=a\" \\! id",
                                  "\\connect a \\! id",
                                  "\\connect a;b"})
        QTest::newRow(line.constData()) << line << QByteArray();
}

void TestDumpSections::readsNames()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, name);
    const auto found = PsqlConnect::databaseOf(line);
    QCOMPARE(found.value_or(QByteArray()), name);
    QCOMPARE(found.has_value(), !name.isNull());
}

void TestDumpSections::givesOneDatabase_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isCluster");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("given");
    const QByteArray rows("COPY t FROM stdin;\n\\\\connect two\n\\connect two\nx\n\\.\n");
    const QByteArray all =
        cluster(section("one", "\\connect one",
                        "ALTER DATABASE one SET x = 1;\nALTER ROLE r IN DATABASE one SET x = 1;\n"
                        "\\connect one\nSET c = 3;\n"
                            + rows)
                + section("two", "\\connect two", "COPY t FROM stdin;\n1\n\\.\nSELECT 2;\n")
                + section(odd, oddConnect, "SELECT 'odd';\n")
                + section("\"A.b\"", "\\connect \"A.b\"", "SELECT 'A';\n"));
    const QString first = u"SET b = 2; SET c = 3; COPY t FROM stdin; \\\\connect two \\connect "
                          "two x"_s;
    QTest::newRow("first") << all << true << u"one"_s << first;
    QTest::newRow("second") << all << true << u"two"_s
                            << u"SET b = 2; COPY t FROM stdin; 1 SELECT 2;"_s;
    QTest::newRow("odd") << all << true << u"my 'd\\b' \"ü=1"_s << u"SET b = 2; SELECT 'odd';"_s;
    QTest::newRow("capital") << all << true << u"A.b"_s << u"SET b = 2; SELECT 'A';"_s;
    QTest::newRow("template1") << all << true << u"template1"_s << u"SET t = 0;"_s;
    const QByteArray one = section("one", "\\connect one", rows);
    const QString mine = u"SET a = 1; SET b = 2; COPY t FROM stdin; \\\\connect two \\connect "
                         "two x"_s;
    QTest::newRow("-C") << one << false << QString() << mine;
    QTest::newRow("-C, named") << one << false << u"one"_s << mine;
    QTest::newRow("-C --clean") << QByteArray("DROP DATABASE IF EXISTS one;\n") + one << false
                                << u"one"_s << mine;
    QTest::newRow("-C, odd") << section(odd, oddConnect, "SELECT 1;\n") << false << QString()
                             << u"SET a = 1; SET b = 2; SELECT 1;"_s;
}

void TestDumpSections::givesOneDatabase()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isCluster);
    QFETCH(QString, wanted);
    for (const qsizetype piece : {1, 3, 1000})
        QTEST(given(text, isCluster, wanted, piece), "given");
}

void TestDumpSections::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isCluster");
    QTest::addColumn<QString>("says");
    const auto one = [](const QByteArray &body) { return section("one", "\\connect one", body); };
    const QByteArray two = section("two", "\\connect two", "SELECT 2;\n");
    QTest::newRow("-C elsewhere") << section("one", "\\connect two", {}) << false << u"Line 7"_s;
    QTest::newRow("-C, then elsewhere")
        << one("SELECT 1;\n\\connect two\nSELECT 2;\n") << false << u"Line 11"_s;
    QTest::newRow("-C of two") << one("SELECT 1;\n") + two << false << u"CREATE DATABASE"_s;
    QTest::newRow("-C, other altered")
        << one("ALTER DATABASE two RENAME TO x;\n") << false << u"Line 10"_s;
    QTest::newRow("-C, dropped within") << one("DROP DATABASE one;\n") << false << u"Line 10"_s;
    QTest::newRow("-C, statement before")
        << QByteArray("CREATE DATABASE one;\nDELETE FROM t;\n\\connect one\n") << false
        << u"Line 1"_s;
    QTest::newRow("-C, never connected")
        << QByteArray("CREATE DATABASE one;\nSET a = 1;\n") << false << u"Line 1"_s;
    QTest::newRow("-C, dropped for nothing")
        << QByteArray("DROP DATABASE two;\nCREATE DATABASE one;\n\\connect one\n") << false
        << u"Line 1"_s;
    QTest::newRow("-C behind content")
        << QByteArray("CREATE TABLE t (a int);\nCREATE DATABASE one;\n\\connect one\n") << false
        << u"Line 2"_s;
    QTest::newRow("-C, encoding") << QByteArray("CREATE DATABASE one;\n\\encoding UTF8\n") << false
                                  << u"Line 2"_s;
    QTest::newRow("-C, encoding alone")
        << QByteArray("CREATE DATABASE one;\n\\encoding SQL_ASCII\nSELECT 1;\n") << false
        << u"Line 3"_s;
    QTest::newRow("-C, connection string")
        << section("one", "\\connect \"dbname=one host=evil\"", {}) << false << u"Line 7"_s;
    QTest::newRow("shell in another's section")
        << cluster(one("SELECT 1;\n") + section("two", "\\connect two", "\\! id\n")) << true
        << u"is a command"_s;
    QTest::newRow("program in another's section") << cluster(
        one("SELECT 1;\n") + section("two", "\\connect two", "COPY t FROM PROGRAM 'id';\n"))
                                                  << true << u"COPY"_s;
    QTest::newRow("twice") << cluster(one("SELECT 1;\n") + two + "\\connect one\nDELETE FROM t;\n")
                           << true << u"second \\connect to one"_s;
    QTest::newRow("away and back")
        << cluster(one("SELECT 1;\n\\connect two\nSELECT 2;\n")) << true << u"cut off"_s;
    QTest::newRow("behind its end")
        << cluster(one({}) + "DELETE FROM t;\n" + two) << true << u"behind the end"_s;
    QTest::newRow("rows behind its end")
        << cluster(one({}) + "COPY t FROM stdin;\n1\n\\.\n" + two) << true << u"behind the end"_s;
    QTest::newRow("behind the cluster's end") << cluster(one({})) + "SELECT 1;\n"
                                              << true << u"behind the dump's end"_s;
    QTest::newRow("connect behind the cluster's end") << cluster(one({})) + "\\connect two\n"
                                                      << true << u"behind the dump's end"_s;
    QTest::newRow("cut off in the last")
        << cluster(one({}) + two).chopped(clusterEnd.size() + 40) << true << u"cut off"_s;
    QTest::newRow("cut off between")
        << cluster(one({}) + two).chopped(clusterEnd.size()) << true << u"cut off"_s;
    QTest::newRow("not in it") << cluster(two) << true << u"no database one"_s;
    QTest::newRow("another dropped within")
        << cluster(one("DROP DATABASE two;\n")) << true << u"DROP DATABASE"_s;
}

void TestDumpSections::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isCluster);
    QFETCH(QString, says);
    for (const qsizetype piece : {1, 1000}) {
        const QString found = given(text, isCluster, isCluster ? u"one"_s : QString(), piece);
        QVERIFY2(found.contains(u"error: "_s) && found.contains(says), qPrintable(found));
        QVERIFY2(!found.contains(u"DELETE"_s), qPrintable(found));
    }
}

void TestDumpSections::namesWhatItHolds()
{
    SqlDumpReader reader(
        std::make_unique<Pieces>(
            cluster(section("one", "\\connect one", {}) + section(odd, oddConnect, {})), 1000),
        DumpSections(true, {}));
    for (auto item = reader.next(); item && item->kind != SqlDumpItem::Kind::End;)
        item = reader.next();
    QVERIFY(reader.isComplete());
    const QList<DumpedDatabase> found = reader.sections().databases();
    QCOMPARE(found.size(), 3);
    QCOMPARE(found[0].name, u"template1"_s);
    QCOMPARE(found[1].encoding, u"LATIN1"_s);
    QCOMPARE(found[2].name, u"my 'd\\b' \"ü=1"_s);
    QCOMPARE(found[2].locale, u"C"_s);
    QCOMPARE(reader.sections().roles(), QStringList{u"coach"_s});
}

QTEST_GUILESS_MAIN(TestDumpSections)
#include "tst_dumpsections.moc"
