// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/dumpbuilds.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

class TestDumpBuild : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsBuilds_data();
    void knowsBuilds();
    void knowsWhatGoesBeside_data();
    void knowsWhatGoesBeside();
    void findsWhatCanGoAhead_data();
    void findsWhatCanGoAhead();
};

void TestDumpBuild::knowsBuilds_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArrayList>("tables");  // '.' for the byte between; empty: none
    QTest::addColumn<bool>("isAlone");
    const auto row = [](const char *sql, const QByteArrayList &tables, bool isAlone) {
        QTest::newRow(sql) << QByteArray(sql) << tables << isAlone;
    };
    row("CREATE INDEX a ON public.t USING btree (x);", {"public.t"}, false);
    row("CREATE UNIQUE INDEX \"on\" ON ONLY public.\"T\" USING btree (x);", {"public.T"}, false);
    row("CREATE INDEX a ON t USING gin (x);", {".t"}, false);
    row("CREATE INDEX CONCURRENTLY a ON public.t USING btree (x);", {}, false);
    row("CREATE INDEX IF NOT EXISTS a ON public.t USING btree (x);", {}, false);
    row("CREATE STATISTICS public.s ON a, b FROM public.t;", {}, false);
    row("ALTER TABLE ONLY public.t\n    ADD CONSTRAINT t_pkey PRIMARY KEY (id);", {"public.t"},
        true);
    row("ALTER TABLE ONLY public.t ADD CONSTRAINT u UNIQUE (a, b);", {"public.t"}, true);
    row("ALTER TABLE ONLY s.t ADD CONSTRAINT f FOREIGN KEY (a, b) REFERENCES o.u(c, d);",
        {"s.t", "o.u"}, true);
    row("ALTER TABLE s.t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES o.u(c);", {}, false);
    row("ALTER TABLE s.t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;", {}, false);
    row("ALTER TABLE ONLY s.t ADD COLUMN constraint_a int;", {}, false);
    row("ALTER TABLE ONLY s.t ATTACH PARTITION s.u FOR VALUES IN (1);", {}, false);
}

void TestDumpBuild::knowsBuilds()
{
    QFETCH(QByteArray, sql);
    QFETCH(QByteArrayList, tables);
    QFETCH(bool, isAlone);
    const auto build = DumpBuild::of(sql);
    QCOMPARE(build.has_value(), !tables.isEmpty());
    if (!build)
        return;
    for (QByteArray &table : tables)
        table.replace('.', '\0');
    QCOMPARE(build->tables, tables);
    QCOMPARE(build->isAlone, isAlone);
}

void TestDumpBuild::knowsWhatGoesBeside_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<bool>("goes");
    const auto row = [](const char *sql, bool goes) {
        QTest::newRow(sql) << QByteArray(sql) << goes;
    };
    row("SELECT pg_catalog.setval('public.t_id_seq', 5, true);", true);
    row("SELECT pg_catalog.set_config('search_path', 'x', false);", false);
    row("SELECT setval('public.t_id_seq', 5, true);", false);
    row("SET default_tablespace = '';", true);
    row("SET search_path = x;", false);
    row("ALTER TABLE public.t OWNER TO someone;", true);
    row("COMMENT ON INDEX public.i IS 'x';", false);
    row("CREATE TRIGGER t BEFORE INSERT ON t EXECUTE FUNCTION f();", false);
    row("REFRESH MATERIALIZED VIEW public.m;", false);
}

void TestDumpBuild::knowsWhatGoesBeside()
{
    QFETCH(QByteArray, sql);
    QFETCH(bool, goes);
    QCOMPARE(DumpBuild::goesBeside(sqlWords(sql, 12)), goes);
}

void TestDumpBuild::findsWhatCanGoAhead_data()
{
    QTest::addColumn<QByteArrayList>("before");  // statements between the rows and the index
    QTest::addColumn<int>("ahead");
    QTest::newRow("nothing") << QByteArrayList() << 1;
    QTest::newRow("sequences") << QByteArrayList{"SELECT pg_catalog.setval('s', 5, true);"} << 1;
    QTest::newRow("a key of another") << QByteArrayList{"ALTER TABLE ONLY public.u ADD CONSTRAINT "
                                                        "p PRIMARY KEY (id);",
                                                        "COMMENT ON CONSTRAINT p ON public.u IS "
                                                        "'x';"}
                                      << 1;
    QTest::newRow("something else")
        << QByteArrayList{"CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1';"}
        << 0;
    QTest::newRow("another tablespace") << QByteArrayList{"SET default_tablespace = fast;"} << 0;
    QTest::newRow("and back") << QByteArrayList{"SET default_tablespace = fast;",
                                                "SET default_tablespace = '';"}
                              << 1;
    QTest::newRow("rows again") << QByteArrayList{"COPY public.t (a) FROM stdin;"} << 0;
}

void TestDumpBuild::findsWhatCanGoAhead()
{
    QFETCH(QByteArrayList, before);
    QFETCH(int, ahead);
    DumpBuilds builds;
    const auto note = [&builds](const QByteArray &sql, qint64 line) {
        SqlDumpItem item;
        const bool isCopy = sql.startsWith("COPY");
        item.kind = isCopy ? SqlDumpItem::Kind::CopyStart : SqlDumpItem::Kind::Statement;
        item.sql = sql;
        item.line = line;
        builds.note(item);
        item.kind = SqlDumpItem::Kind::CopyEnd;
        if (isCopy)
            builds.note(item);
    };
    note("SET default_tablespace = '';", 1);
    note("COPY public.t (a) FROM stdin;", 2);
    for (const QByteArray &sql : std::as_const(before))
        note(sql, 3);
    note("CREATE INDEX i ON public.t USING btree (a);", 4);
    // What a foreign key refers to may not be there yet.
    note("ALTER TABLE ONLY public.t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES public.u(id);", 5);
    const auto found = builds.of(QByteArray("public\0t", 8));
    QCOMPARE(found.size(), ahead);
    if (ahead > 0)
        QCOMPARE(found.first().line, 4);
}

}  // namespace

QTEST_GUILESS_MAIN(TestDumpBuild)
#include "tst_dumpbuild.moc"
