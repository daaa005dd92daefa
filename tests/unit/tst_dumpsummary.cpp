// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/dumpfile.h"
#include "models/dump/dumpsummary.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

constexpr quint32 seed = 20240607;

const QByteArray head("--\n-- PostgreSQL database dump\n--\n\n\\restrict aB9\n\n"
                      "-- Dumped from database version 15.20 (Debian 15.20-1)\n"
                      "-- Dumped by pg_dump version 16.4\n\nSET client_encoding = 'UTF8';\n");
const QByteArray body(
    "CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA public;\n"
    "CREATE TABLE public.players (id integer, name text);\n"
    "ALTER TABLE public.players OWNER TO coach;\n"
    "COPY public.players (id, name) FROM stdin;\n1\tA;\n2\t\\N\n\\.\n\n"
    "COPY public.alembic_version (version_num) FROM stdin;\nabc123\n\\.\n\n"
    "COPY public.empty (id) FROM stdin;\n\\.\n\n"
    "INSERT INTO public.teams (id, \"values (\") VALUES\n\t(1, 'a''),('),\n\t(2, E'\\'),(');\n"
    "INSERT INTO public.teams VALUES (3, lower('X'));\n"
    "SELECT pg_catalog.setval('public.players_id_seq', 42, true);\n"
    "GRANT SELECT ON TABLE public.players TO reader;\n");
const QByteArray tail("--\n-- PostgreSQL database dump complete\n--\n\n\\unrestrict aB9\n\n");

class TestDumpSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsInside();
    void saysThatItIsCutOff();
    void refusesCommands();
    void countsInsertedRows();
    void stopsWhenCancelled();
    void survivesAnything();

private:
    Result<DumpSummary> summary(const QByteArray &text, Progress &progress);
    Result<DumpSummary> summary(const QByteArray &text)
    {
        Progress progress;
        return summary(text, progress);
    }

    QTemporaryDir m_folder;
};

Result<DumpSummary> TestDumpSummary::summary(const QByteArray &text, Progress &progress)
{
    const QString path = m_folder.filePath(u"dump.sql"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("no temporary file");
    file.close();
    const auto dump = DumpFile::open(path);
    if (!dump)
        return fail(dump.error());
    return DumpSummary::read(*dump, {}, progress);
}

void TestDumpSummary::tellsWhatIsInside()
{
    const auto found = summary(head + body + tail);
    QVERIFY(found);
    QVERIFY2(!found->problem, qPrintable(found->problem ? found->problem->message : QString()));
    QCOMPARE(found->serverVersion, u"15.20"_s);
    QCOMPARE(found->toolVersion, u"16.4"_s);
    QCOMPARE(found->encoding, u"UTF8"_s);
    QCOMPARE(found->revisions, QStringList{u"abc123"_s});
    QCOMPARE(found->extensions, QStringList{u"citext"_s});
    QCOMPARE(found->roles, (QSet<QString>{u"coach"_s, u"reader"_s}));
    QCOMPARE(found->sequences.value(u"public.players_id_seq"_s), u"42"_s);
    QCOMPARE(found->tables.value({u"public"_s, u"players"_s}), 2);
    QCOMPARE(found->tables.value({u"public"_s, u"teams"_s}), 3);
    QVERIFY(found->tables.contains({u"public"_s, u"empty"_s}));
    QCOMPARE(found->rows(), 6);
}

/// Wherever it ends before the last line: never a whole dump.
void TestDumpSummary::saysThatItIsCutOff()
{
    const QByteArray whole = head + body;
    for (qsizetype size = head.size(); size <= whole.size(); size += 7) {
        const auto found = summary(whole.first(size));
        QVERIFY(found);
        QVERIFY2(found->problem, qPrintable(QString::number(size)));
    }
    const qsizetype within = whole.indexOf("2\t\\N");
    const auto found = summary(whole.first(within));
    QVERIFY(found);
    QCOMPARE(found->tables.value({u"public"_s, u"players"_s}), -1);
    QCOMPARE(found->rows(), 0);
}

void TestDumpSummary::refusesCommands()
{
    for (const QByteArray line :
         {"\\! touch /tmp/x\n", "\\connect other\n", "COPY t FROM PROGRAM 'id';\n",
          "COPY t FROM '/etc/passwd';\n", "ALTER SYSTEM SET a = 1;\n", "LOAD 'x';\n",
          "DROP DATABASE x;\n"}) {
        const auto found = summary(head + body + line + tail);
        QVERIFY(found);
        QVERIFY2(found->problem, line.constData());
        QCOMPARE(found->tables.value({u"public"_s, u"players"_s}), 2);
    }
}

void TestDumpSummary::countsInsertedRows()
{
    QCOMPARE(DumpSummary::insertedRows("INSERT INTO t DEFAULT VALUES;"), 1);
    QCOMPARE(DumpSummary::insertedRows("INSERT INTO t (a) VALUES (1), ((2)), (f(3, 4));"), 3);
    QCOMPARE(DumpSummary::insertedRows("INSERT INTO values_x (a) VALUES (1), (2);"), 2);
    QCOMPARE(DumpSummary::insertedRows("INSERT INTO \"values\" VALUES ('x''(', 'y');"), 1);
}

void TestDumpSummary::stopsWhenCancelled()
{
    Progress progress;
    progress.cancel();
    const auto found = summary(head + body + tail, progress);
    QVERIFY(!found);
    QCOMPARE(found.error().kind, Error::Kind::Cancelled);
}

void TestDumpSummary::survivesAnything()
{
    QRandomGenerator random(seed);
    const QByteArray whole = head + body + tail;
    const int rounds = qEnvironmentVariableIsSet("ROSTER_FULL") ? 20'000 : 500;
    for (int round = 0; round < rounds; ++round) {
        QByteArray text = whole;
        for (int change = random.bounded(1, 6); change > 0; --change)
            text[random.bounded(head.size(), text.size())] = char(random.bounded(256));
        const auto found = summary(text);
        QVERIFY(found || found.error().kind == Error::Kind::InvalidInput);
    }
}

}  // namespace

QTEST_GUILESS_MAIN(TestDumpSummary)
#include "tst_dumpsummary.moc"
