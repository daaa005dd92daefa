// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/dumpfile.h"
#include "models/dump/dumprows.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

const QByteArray head("--\n-- PostgreSQL database dump\n--\n\nSET client_encoding = 'UTF8';\n");
const QByteArray tail("--\n-- PostgreSQL database dump complete\n--\n\n");
const DumpRows::TableKey players{u"public"_s, u"players"_s};

QByteArray copied(const QByteArray &rows, const QByteArray &columns = "id, name")
{
    return "COPY public.other (id) FROM stdin;\n7\n\\.\n\nCOPY public.players (" + columns
         + ") FROM stdin;\n" + rows + "\\.\n\n";
}

/// As a failing test shows them: `|` between values, `;` behind a row, NULL is `~`.
QString shown(const QList<DumpRows::Row> &rows)
{
    QString text;
    for (const DumpRows::Row &row : rows) {
        QStringList values;
        for (const SqlValue &value : row.values)
            values << (value ? QString::fromUtf8(*value) : u"~"_s);
        text += values.join(u'|') + u';';
    }
    return text;
}

class TestDumpRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoesEscapes_data();
    void undoesEscapes();
    void findsText_data();
    void findsText();
    void readsOnePageAfterAnother();
    void gathersHugeRows();
    void cutsWhatIsTooLong();
    void readsItsEncoding();
    void refusesUnknownEncodings();
    void readsPartitionsOneAfterAnother();
    void givesRowsBeforeTheFault();
    void namesRowsThatDoNotFit();
    void refusesInserts();
    void missesTables();
    void stopsWhenCancelled();

private:
    Result<DumpRows> open(const QByteArray &text, const QString &find = {});
    QString all(DumpRows &rows, int most = 100);

    QTemporaryDir m_folder;
    std::unique_ptr<Progress> m_progress;
};

Result<DumpRows> TestDumpRows::open(const QByteArray &text, const QString &find)
{
    const QString path = m_folder.filePath(u"dump.sql"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("no temporary file");
    file.close();
    const auto dump = DumpFile::open(path);
    if (!dump)
        return fail(dump.error());
    m_progress = std::make_unique<Progress>();
    return DumpRows::open(*dump, {}, players, find, *m_progress);
}

QString TestDumpRows::all(DumpRows &rows, int most)
{
    QString text;
    for (;;) {
        const auto piece = rows.read(most);
        if (!piece)
            return text + u"! "_s + piece.error().message;
        if (piece->isEmpty())
            return text;
        text += shown(*piece);
    }
}

void TestDumpRows::undoesEscapes_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QList<SqlValue>>("values");
    const auto row = [](const char *name, const QByteArray &line, const QList<SqlValue> &values) {
        QTest::newRow(name) << line << values;
    };
    row("plain", "1\tArne", {"1", "Arne"});
    row("null", "\\N\t\\N", {{}, {}});
    row("empty is no null", "\t", {"", ""});
    row("letters", "\\b\\f\\n\\r\\t\\v\t\\\\N", {"\b\f\n\r\t\v", "\\N"});
    row("null within", "a\\Nb\t\\Nb", {"aNb", "Nb"});
    row("octal", "\\101\\60\\0601\t\\777", {"A001", "\xff"});
    row("hex", "\\x41\\x4\\xFF1\t\\xg",
        {"A\x04\xff"
         "1",
         "xg"});
    row("others stand for themselves", "\\q\\.\\\t1\t\\", {"q.\t1", ""});
    row("utf8", "\xc3\xa6\t\xe2\x82\xac", {"\xc3\xa6", "\xe2\x82\xac"});
    row("one", "x", {"x"});
}

void TestDumpRows::undoesEscapes()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QList<SqlValue>, values);
    const QList<SqlValue> found = DumpRows::decodedLine(line);
    QCOMPARE(shown({{.values = found}}), shown({{.values = values}}));
    QCOMPARE(found, values);
}

void TestDumpRows::findsText_data()
{
    QTest::addColumn<QString>("find");
    QTest::addColumn<QString>("rows");
    QTest::newRow("all") << QString() << u"1|Arne;12|ARNE BO;2|~;21|;"_s;
    QTest::newRow("either case") << u"arne"_s << u"1|Arne;12|ARNE BO;"_s;
    QTest::newRow("any column") << u"2"_s << u"12|ARNE BO;2|~;21|;"_s;
    QTest::newRow("exactly") << u"=2"_s << u"2|~;"_s;
    QTest::newRow("empty, exactly") << u"="_s << u"21|;"_s;
    QTest::newRow("none") << u"zz"_s << QString();
}

void TestDumpRows::findsText()
{
    QFETCH(const QString, find);
    auto rows = open(head + copied("1\tArne\n12\tARNE BO\n2\t\\N\n21\t\n") + tail, find);
    QVERIFY(rows);
    QCOMPARE(rows->columns(), (QStringList{u"id"_s, u"name"_s}));
    QTEST(all(*rows), "rows");
    QVERIFY(rows->isAtEnd());
    QCOMPARE(rows->rowsRead(), 4);
}

void TestDumpRows::readsOnePageAfterAnother()
{
    QByteArray lines;
    QString expected;
    for (int i = 1; i <= 1000; ++i) {
        lines += QByteArray::number(i) + "\tn\n";
        expected += QString::number(i) + u"|n;"_s;
    }
    auto rows = open(head + copied(lines) + tail);
    QVERIFY(rows);
    const auto first = rows->read(3);
    QVERIFY(first);
    QCOMPARE(shown(*first), u"1|n;2|n;3|n;"_s);
    QCOMPARE(first->last().number, 3);
    QCOMPARE(shown(*first) + all(*rows, 7), expected);
    QVERIFY(rows->read(7)->isEmpty());
}

/// Longer than the reader's pieces.
void TestDumpRows::gathersHugeRows()
{
    const QByteArray huge = QByteArray(3'000'000, 'x') + "\\n" + QByteArray(2'000'000, 'y');
    auto rows = open(head + copied("1\ta\n2\t" + huge + "\n3\tc\n") + tail);
    QVERIFY(rows);
    const auto found = rows->read(10);
    QVERIFY(found);
    QCOMPARE(found->size(), 3);
    QVERIFY(found->at(1).values.at(1)
            == QByteArray(3'000'000, 'x') + "\n" + QByteArray(2'000'000, 'y'));
    QVERIFY(!found->at(1).isCut);
    QCOMPARE(shown({found->at(2)}), u"3|c;"_s);
}

void TestDumpRows::cutsWhatIsTooLong()
{
    const QByteArray huge(DumpRows::longestRow + 1'000'000, 'x');
    auto rows = open(head + copied("1\t" + huge + "\tz\n2\tb\tc\n", "id, name, more") + tail);
    QVERIFY(rows);
    const auto found = rows->read(10);
    QVERIFY(found);
    QCOMPARE(found->size(), 2);
    QVERIFY(found->at(0).isCut);
    QVERIFY(found->at(0).bytes() <= DumpRows::longestRow);
    QCOMPARE(shown({found->at(1)}), u"2|b|c;"_s);
    QVERIFY(!found->at(1).isCut);
}

void TestDumpRows::readsItsEncoding()
{
    QByteArray text = head + copied("1\tBj\xf8rn \\345\n") + tail;
    text.replace("UTF8", "LATIN1");
    auto rows = open(text, u"BJØRN å"_s);
    QVERIFY(rows);
    QCOMPARE(all(*rows), u"1|Bjørn å;"_s);
    text.replace("LATIN1", "WIN1252").replace("\\345", "\\200");
    rows = open(text, u"€"_s);
    QVERIFY(rows);
    QCOMPARE(all(*rows), u"1|Bjørn €;"_s);
}

void TestDumpRows::refusesUnknownEncodings()
{
    QByteArray text = head + copied("1\ta\n") + tail;
    text.replace("UTF8", "MULE_INTERNAL");
    const auto rows = open(text);
    QVERIFY(!rows);
    QCOMPARE(rows.error().kind, Error::Kind::Refused);
    QVERIFY(rows.error().message.contains(u"MULE_INTERNAL"_s));
}

/// --load-via-partition-root writes several blocks for one table.
void TestDumpRows::readsPartitionsOneAfterAnother()
{
    auto rows = open(head + copied("1\ta\n") + copied("2\tb\n") + tail);
    QVERIFY(rows);
    QCOMPARE(all(*rows), u"1|a;2|b;"_s);
}

void TestDumpRows::givesRowsBeforeTheFault()
{
    const QByteArray whole = head + copied("1\ta\n2\tb\n");
    auto within = open(whole.first(whole.indexOf("2\tb") + 2));
    QVERIFY(within);
    const QString text = all(*within);
    QVERIFY2(text.startsWith(u"1|a;! The dump is cut off"_s), qPrintable(text));
    QVERIFY(!within->isAtEnd());
    auto behind = open(whole);
    QVERIFY(behind);
    QVERIFY(all(*behind).startsWith(u"1|a;2|b;! "_s));
}

void TestDumpRows::namesRowsThatDoNotFit()
{
    auto rows = open(head + copied("1\ta\n2\n") + tail);
    QVERIFY(rows);
    QCOMPARE(all(*rows),
             u"1|a;! Line 12 of the dump: a row of public.players with 1 values instead of 2."_s);
}

void TestDumpRows::refusesInserts()
{
    const auto rows = open(head + "INSERT INTO public.players VALUES (1, 'a');\n" + tail);
    QVERIFY(!rows);
    QCOMPARE(rows.error().kind, Error::Kind::Refused);
    QVERIFY(rows.error().message.contains(u"INSERT"_s));
}

void TestDumpRows::missesTables()
{
    const auto rows = open(head + "COPY public.other (id) FROM stdin;\n1\n\\.\n\n" + tail);
    QVERIFY(!rows);
    QCOMPARE(rows.error().kind, Error::Kind::NotFound);
}

void TestDumpRows::stopsWhenCancelled()
{
    auto rows = open(head + copied("1\ta\n2\tb\n") + tail);
    QVERIFY(rows);
    m_progress->cancel();
    const auto found = rows->read(10);
    QVERIFY(!found);
    QCOMPARE(found.error().kind, Error::Kind::Cancelled);
}

}  // namespace

QTEST_GUILESS_MAIN(TestDumpRows)
#include "tst_dumprows.moc"
