// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/dumploading.h"
#include "models/restore/restorerun.h"
#include "tests/support/dumptext.h"
#include "tests/support/restoresource.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

namespace {

constexpr qint64 promptMs = 30000;  // of the minute that the slow ones would take

constexpr auto slowFunction =
    "CREATE FUNCTION public.slow(int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$BEGIN PERFORM "
    "pg_sleep(60); RETURN 1; END$$;\n";

/// Indexes and keys that are made side by side: as safe as one after the other.
class TestRestoreBeside : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesAllThatTheDumpSays();
    void namesTheOneThatFails();
    void cancelsAllThatRun();
    void makesIndexesWhileRowsComeIn();
    void namesWhatFailsWhileRowsComeIn();
    void withoutMoreSessions();

private:
    static QByteArray tables();
    static QByteArray manyRows(const QByteArray &table);
    static QString asleep(const LiveDatabase &live);
    static RestoreRequest aheadRequest(const LiveDatabase &live, const QByteArray &dump);
    static void checkUntouched(const LiveDatabase &live, const QString &before);

    const RestoreSource m_source{u"beside"_s};
};

/// Two of them, filled, with nothing on them.
QByteArray TestRestoreBeside::tables()
{
    QByteArray dump = slowFunction;
    for (const QByteArray table : {"one", "two"}) {
        dump += "CREATE TABLE public." + table + " (id int, n int);\nCOPY public." + table
              + " (id, n) FROM stdin;\n1\t1\n2\t1\n\\.\n";
    }
    return dump;
}

/// More than what is worth a session of its own.
QByteArray TestRestoreBeside::manyRows(const QByteArray &table)
{
    QByteArray rows = "COPY public." + table + " (id, n) FROM stdin;\n";
    for (int n = 1; n <= 120000; ++n)
        rows += QByteArray::number(n) + "\t" + QByteArray::number(n % 1000) + "\n";
    return rows + "\\.\n";
}

QString TestRestoreBeside::asleep(const LiveDatabase &live)
{
    return u"SELECT count(*) FROM pg_stat_activity WHERE datname LIKE '%1\\_\\_%' AND wait_event "
           "= 'PgSleep'"_s.arg(live.name());
}

/// Read before, as a file is.
RestoreRequest TestRestoreBeside::aheadRequest(const LiveDatabase &live, const QByteArray &dump)
{
    const auto builds = std::make_shared<DumpBuilds>();
    SqlDumpReader reader = readerOf(dump);
    for (auto item = reader.next(); item && item->kind != SqlDumpItem::Kind::End;
         item = reader.next())
        builds->note(*item);
    RestoreRequest request = requestFor(live, dump);
    const DatabaseFill fill = request.fill;
    request.fill = [fill, builds](FillTarget &target, Progress &progress) {
        target.options.ahead = builds;
        return fill(target, progress);
    };
    return request;
}

void TestRestoreBeside::checkUntouched(const LiveDatabase &live, const QString &before)
{
    QCOMPARE(live.fingerprint(), before);
    QCOMPARE(live.leftovers(), QStringList());
}

void TestRestoreBeside::makesAllThatTheDumpSays()
{
    const LiveDatabase live(u"beside_all"_s, u"OWNER beside_owner"_s);
    const QByteArray dump =
        "SET search_path = '';\nCREATE TABLE public.one (id int, n int);\n"
        "CREATE TABLE public.two (id int, n int);\n"
        + manyRows("one") + manyRows("two")
        + "ALTER TABLE ONLY public.one ADD CONSTRAINT one_pkey PRIMARY KEY (id);\n"
          "COMMENT ON CONSTRAINT one_pkey ON public.one IS 'x';\n"
          "ALTER TABLE ONLY public.two ADD CONSTRAINT two_pkey PRIMARY KEY (id);\n"
          "SET default_tablespace = pg_default;\n"
          "CREATE INDEX one_n ON public.one USING btree (n);\n"
          "CREATE INDEX two_n ON public.two USING btree (n);\n"
          "ALTER TABLE public.two CLUSTER ON two_n;\n"
          "ALTER TABLE ONLY public.two ADD CONSTRAINT two_one FOREIGN KEY (id) REFERENCES "
          "public.one(id);\n"
          "ALTER TABLE ONLY public.one ADD CONSTRAINT one_two FOREIGN KEY (id) REFERENCES "
          "public.two(id);\n";
    Progress progress;
    const auto restore = RestoreRun::prepare(aheadRequest(live, dump), progress);
    QVERIFY2(restore, qPrintable(why(restore)));
    const auto names = (*restore)->session().query(
        u"SELECT string_agg(name, ' ' ORDER BY name) FROM (SELECT indexrelid::regclass::text AS "
        "name FROM pg_index WHERE indrelid IN ('public.one'::regclass, 'public.two'::regclass) "
        "UNION ALL SELECT conname || ':' || contype::text FROM pg_constraint WHERE connamespace = "
        "'public'::regnamespace) x"_s);
    QVERIFY2(names, qPrintable(why(names)));
    QCOMPARE(names->text(0, 0),
             u"one_pkey:p one_two:f public.one_n public.one_pkey public.two_n public.two_pkey "
             "two_one:f two_pkey:p"_s);
    QCOMPARE((*restore)->checks().tables.size(), 2);
    QCOMPARE((*restore)->checks().tables.first().rows, 120000);
    const auto analysed = (*restore)->session().query(
        u"SELECT count(*) FROM pg_statistic WHERE starelid IN ('public.one'::regclass, "
        "'public.two'::regclass)"_s);
    QCOMPARE(analysed->integer(0, 0), 4);
    QVERIFY((*restore)->discard());
}

void TestRestoreBeside::namesTheOneThatFails()
{
    const LiveDatabase live(u"beside_failing"_s, u"OWNER beside_owner"_s);
    const QString before = live.fingerprint();
    const QByteArray head =
        tables() + "CREATE INDEX one_slow ON public.one USING btree (public.slow(id));\n";
    Progress progress;
    QElapsedTimer since;
    since.start();
    const auto restore = RestoreRun::prepare(
        requestFor(live, head + "CREATE UNIQUE INDEX two_n ON public.two USING btree (n);\n"),
        progress);
    QVERIFY(since.elapsed() < promptMs);
    QVERIFY(!restore);
    const QString said =
        u"Line %1 of the dump, CREATE UNIQUE INDEX two_n"_s.arg(head.count('\n') + 1);
    QVERIFY2(restore.error().message.startsWith(said), qPrintable(why(restore)));
    QVERIFY(restore.error().statement.startsWith("CREATE UNIQUE INDEX two_n"_L1));
    checkUntouched(live, before);
}

void TestRestoreBeside::cancelsAllThatRun()
{
    const LiveDatabase live(u"beside_cancel"_s, u"OWNER beside_owner"_s);
    const QString before = live.fingerprint();
    const QByteArray dump = tables()
                          + "CREATE INDEX one_slow ON public.one USING btree (public.slow(id));\n"
                            "CREATE INDEX two_slow ON public.two USING btree (public.slow(id));\n";
    Progress progress;
    std::thread canceller([&] {
        while (LiveDatabase::rowsIn(u"postgres"_s, asleep(live)) != "2"_L1)
            std::this_thread::yield();
        progress.cancel();
    });
    QElapsedTimer since;
    since.start();
    const auto restore = RestoreRun::prepare(requestFor(live, dump), progress);
    canceller.join();
    QVERIFY(since.elapsed() < promptMs);
    QVERIFY(!restore);
    QCOMPARE(restore.error().kind, Error::Kind::Cancelled);
    checkUntouched(live, before);
}

void TestRestoreBeside::makesIndexesWhileRowsComeIn()
{
    const LiveDatabase live(u"beside_ahead"_s, u"OWNER beside_owner"_s);
    const QString before = live.fingerprint();
    const QByteArray dump = QByteArray(slowFunction)
                          + "CREATE TABLE public.one (id int, n int);\n"
                            "CREATE TABLE public.two (id int CHECK (public.slow(id) = 1));\n"
                          + manyRows("one")
                          + "COPY public.two (id) FROM stdin;\n1\n\\.\n"
                            "CREATE INDEX one_slow ON public.one USING btree (public.slow(id));\n";
    Progress progress;
    bool isBoth = false;
    std::thread canceller([&] {
        isBoth = QTest::qWaitFor(
            [&] { return LiveDatabase::rowsIn(u"postgres"_s, asleep(live)) == "2"_L1; }, 30000);
        progress.cancel();
    });
    const auto restore = RestoreRun::prepare(aheadRequest(live, dump), progress);
    canceller.join();
    QVERIFY(isBoth);
    QVERIFY(!restore);
    QCOMPARE(restore.error().kind, Error::Kind::Cancelled);
    checkUntouched(live, before);
}

void TestRestoreBeside::namesWhatFailsWhileRowsComeIn()
{
    const LiveDatabase live(u"beside_early"_s, u"OWNER beside_owner"_s);
    const QString before = live.fingerprint();
    const QByteArray head = "CREATE TABLE public.one (id int, n int);\n"
                            "CREATE TABLE public.two (id int, n int);\n"
                          + manyRows("one") + manyRows("two");
    Progress progress;
    const auto restore = RestoreRun::prepare(
        aheadRequest(live, head
                               + "ALTER TABLE ONLY public.one\n    ADD CONSTRAINT one_n UNIQUE "
                                 "(n);\n"),
        progress);
    QVERIFY(!restore);
    const QString said =
        u"Line %1 of the dump, ALTER TABLE ONLY public.one"_s.arg(head.count('\n') + 1);
    QVERIFY2(restore.error().message.startsWith(said), qPrintable(why(restore)));
    QVERIFY(restore.error().toText().contains("one_n"_L1));
    checkUntouched(live, before);
}

/// A role that may have one connection only: slower, and as right.
void TestRestoreBeside::withoutMoreSessions()
{
    const LiveDatabase live(u"beside_single"_s, u"OWNER beside_owner"_s);
    const QByteArray dump = "CREATE TABLE public.one (id int, n int);\n"
                            "CREATE TABLE public.two (id int, n int);\n"
                          + manyRows("one") + manyRows("two")
                          + "CREATE INDEX one_n ON public.one USING btree (n);\n"
                            "CREATE INDEX two_n ON public.two USING btree (n);\n";
    RestoreRequest request = aheadRequest(live, dump);
    const DatabaseFill fill = request.fill;
    request.fill = [fill](FillTarget &target, Progress &progress) {
        target.options.builders = [] { return QList<Session *>(); };
        return fill(target, progress);
    };
    Progress progress;
    const auto restore = RestoreRun::prepare(request, progress);
    QVERIFY2(restore, qPrintable(why(restore)));
    QCOMPARE((*restore)->checks().census.value(u"indexes"_s), 2);
    QVERIFY((*restore)->discard());
}

}  // namespace

QTEST_GUILESS_MAIN(TestRestoreBeside)
#include "tst_restorebeside.moc"
