// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"
#include "tests/support/testserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using test::ProgramRun;

/// `roster seed` and `roster schema` as a shell sees them.
class SeedCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database = std::make_unique<test::TestDatabase>();
        QCOMPARE(run(u"schema create --with guilds"_s).exitCode, 0);
    }
    void cleanup() { m_database.reset(); }

    void runsAndSaysSoAsJson()
    {
        const ProgramRun plain = run(u"seed run players --rows 20 --random-seed 7"_s);
        QCOMPARE(plain.exitCode, 0);
        QCOMPARE(plain.out, QByteArray());
        QVERIFY2(plain.error.startsWith("players: rows replaced by 20 new ones"),
                 plain.error.constData());
        const QJsonObject json =
            object(run(u"seed run players --rows 5 --append --option shape=bell --json"_s));
        QCOMPARE(json[u"rows"_s].toInt(), 5);
        QCOMPARE(json[u"mode"_s].toString(), u"append"_s);
        QCOMPARE(json[u"first_number"_s].toInt(), 20);
        QCOMPARE(json[u"random_seed"_s].toString(), u"1"_s);
        QCOMPARE(json[u"options"_s][u"shape"_s].toString(), u"bell"_s);
        QCOMPARE(json[u"batch"_s].toInt(), 2);
        QCOMPARE(rows(u"SELECT count(*) FROM players"_s), u"25"_s);
        QCOMPARE(object(run(u"seed run players --top-up-to 30 --json"_s))[u"rows"_s].toInt(), 5);
        QCOMPARE(rows(u"SELECT count(*) FROM players"_s), u"30"_s);
    }

    void fixture()
    {
        QCOMPARE(run(u"seed run players --fixture"_s).exitCode, 0);
        QCOMPARE(rows(u"SELECT name, level, total_exp FROM players ORDER BY id"_s),
                 u"Arne|67|243201\nAuby|69|270420"_s);
    }

    void historyAndRemove()
    {
        run(u"seed run players --rows 10"_s);
        run(u"seed run players --rows 4 --append --random-seed 3"_s);
        rows(u"UPDATE players SET name = 'mine' WHERE id = 12 RETURNING id"_s);
        QJsonArray batches = object(run(u"seed history --json"_s))[u"batches"_s].toArray();
        QCOMPARE(batches.size(), 2);
        QCOMPARE(batches[0][u"batch"_s].toInt(), 2);
        QCOMPARE(batches[0][u"state"_s].toString(), u"there"_s);
        const ProgramRun plain = run(u"seed history players"_s);
        QCOMPARE(plain.out.count('\n'), 2);
        QCOMPARE(object(run(u"seed remove 2 --dry-run --json"_s))[u"removed"_s].toInt(), 3);
        QCOMPARE(rows(u"SELECT count(*) FROM players"_s), u"14"_s);
        const ProgramRun removal = run(u"seed remove 2"_s);
        QCOMPARE(removal.exitCode, 0);
        QCOMPARE(removal.out, QByteArray());
        QCOMPARE(removal.error, QByteArray("players: 3 rows removed.\n"
                                           "Left: 1 row that was edited, or is another row with "
                                           "its key.\n"));
        QCOMPARE(run(u"seed remove 2"_s).exitCode, 1);
        QCOMPARE(rows(u"SELECT count(*) FROM players"_s), u"11"_s);
    }

    void historySumsUpKeysInManyPieces()
    {
        run(u"seed run players --rows 10"_s);
        rows(u"UPDATE roster.seed_batch SET keys = (SELECT jsonb_build_object('ranges', "
             "jsonb_agg(jsonb_build_array((2 * i)::text, (2 * i)::text))) "
             "FROM generate_series(1, 200) i) RETURNING number"_s);
        const QJsonObject batch = object(run(u"seed history --json"_s))[u"batches"_s][0].toObject();
        QCOMPARE(batch[u"keys"_s],
                 (QJsonObject{
                     {u"count"_s, 200}, {u"pieces"_s, 200}, {u"first"_s, 2}, {u"last"_s, 400}}));
        QCOMPARE(batch[u"written"_s], 10);
        rows(u"DELETE FROM players RETURNING id"_s);
        const auto gone = object(run(u"seed history --json"_s))[u"batches"_s][0][u"state"_s];
        QCOMPARE(gone.toString(), u"gone"_s);
    }

    void asksForTheNameWhereNobodyCanBeAsked()
    {
        rows(u"INSERT INTO players (name, level, total_exp, created_at) "
             "VALUES ('mine', 1, 0, now()) RETURNING 1"_s);
        const ProgramRun refused = run(u"seed run players --rows 5"_s);
        QCOMPARE(refused.exitCode, 1);
        const QString name = m_database->profile().value(u"dbname"_s);
        QVERIFY2(refused.error.contains("--yes " + name.toUtf8()), refused.error.constData());
        QCOMPARE(run(u"seed run players --rows 5 --yes wrong"_s).exitCode, 1);
        QCOMPARE(rows(u"SELECT name FROM players"_s), u"mine"_s);
        QCOMPARE(run(u"seed run players --rows 5 --dry-run"_s).exitCode, 0);
        QCOMPARE(rows(u"SELECT name FROM players"_s), u"mine"_s);
        QCOMPARE(run(u"seed run players --rows 5 --yes "_s + name).exitCode, 0);
        QCOMPARE(rows(u"SELECT count(*) FROM players"_s), u"5"_s);
    }

    void allAndAnyTable()
    {
        const QJsonArray runs = object(run(u"seed run --all --json"_s))[u"runs"_s].toArray();
        QCOMPARE(runs.size(), 3);
        QCOMPARE(runs[2][u"seeder"_s].toString(), u"guild_members"_s);
        m_database->run(u"CREATE TABLE items (id serial PRIMARY KEY, "
                        "owner int REFERENCES players, "
                        "kind text CHECK (kind IN ('axe', 'bow')))"_s);
        QCOMPARE(run(u"seed run --table items --rows 40 --column kind=const:bow"_s).exitCode, 0);
        QCOMPARE(rows(u"SELECT count(*), min(kind) FROM items"_s), u"40|bow"_s);
        const QJsonObject preview = object(run(u"seed preview --table items --rows 9 --json"_s));
        QCOMPARE(preview[u"rows"_s].toArray().size(), 9);
        QCOMPARE(rows(u"SELECT count(*) FROM items"_s), u"40"_s);
    }

    void preview()
    {
        const ProgramRun plain = run(u"seed preview players --rows 50"_s);
        QCOMPARE(plain.exitCode, 0);
        QVERIFY(plain.out.startsWith("id  name"));
        const QJsonObject json = object(run(u"seed preview players --rows 50 --json"_s));
        QCOMPARE(json[u"rows"_s].toArray().size(), 20);
        QCOMPARE(json[u"histograms"_s].toArray().size(), 4);
        QCOMPARE(rows(u"SELECT count(*) FROM players"_s), u"0"_s);
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("error");
        QTest::newRow("no seeder") << u"seed run"_s << u"Its name is missing"_s;
        QTest::newRow("typo") << u"seed run playrs"_s << u"Did you mean players?"_s;
        QTest::newRow("rows") << u"seed run players --rows x"_s << u"--rows takes a whole"_s;
        QTest::newRow("two") << u"seed run players --all"_s << u"Name one seeder"_s;
        QTest::newRow("top up") << u"seed run players --top-up-to 5 --append"_s
                                << u"--top-up-to goes with neither"_s;
        QTest::newRow("option") << u"seed run players --option shape"_s << u"NAME=VALUE"_s;
        QTest::newRow("batch") << u"seed remove x"_s << u"Which batch?"_s;
        QTest::newRow("verb") << u"seed grow"_s << u"There is no `seed grow`"_s;
        QTest::newRow("group") << u"schema create --with nothing"_s << u"There is: guilds"_s;
    }

    void wrongUsage()
    {
        QFETCH(const QString, line);
        QFETCH(const QString, error);
        const ProgramRun wrong = run(line);
        QCOMPARE(wrong.exitCode, 2);
        QCOMPARE(wrong.out, QByteArray());
        QVERIFY2(wrong.error.contains(error.toUtf8()), wrong.error.constData());
    }

    void anOptionThatCannotBe()
    {
        const ProgramRun wrong = run(u"seed run players --option shape=round"_s);
        QCOMPARE(wrong.exitCode, 1);
        QVERIFY2(wrong.error.contains("beginners, even, bell, veterans"), wrong.error.constData());
    }

    void wrongWordsAreWrongUsage()
    {
        QCOMPARE(run(u"seed run players --option foo=1"_s).exitCode, 2);
        QCOMPARE(run(u"seed run players --option shape=bell --option shape=even"_s).exitCode, 2);
        QCOMPARE(run(u"chart players level --by month"_s).exitCode, 2);
        QCOMPARE(run(u"chart players created_at --by letter"_s).exitCode, 2);
        const ProgramRun nothing = run(u"chart players level --where level>9999"_s);
        QCOMPARE(nothing.exitCode, 0);
        QVERIFY(nothing.out.isEmpty() && nothing.error.contains("No rows"));
    }

    void guildsAreMadeWhenAskedFor()
    {
        const test::TestDatabase bare;
        const auto there = [&](const QString &line) {
            test::runProgram(line.split(u' ') + QStringList{u"--url"_s, bare.url()});
            return bare.rows(u"SELECT count(*) FROM pg_tables WHERE tablename LIKE 'guild%'"_s);
        };
        QCOMPARE(there(u"schema create"_s), u"0"_s);
        QCOMPARE(there(u"seed run --all"_s), u"0"_s);
        const ProgramRun missing =
            test::runProgram({u"seed"_s, u"run"_s, u"guilds"_s, u"--url"_s, bare.url()});
        QVERIFY(missing.error.contains("roster schema create --with guilds"));
        QCOMPARE(there(u"schema create --with guilds"_s), u"2"_s);
    }

    void createLeavesNoRevisionPending()
    {
        const test::TestDatabase bare;
        const QStringList url{u"--url"_s, bare.url()};
        const ProgramRun made = test::runProgram(QStringList{u"schema"_s, u"create"_s} + url);
        QCOMPARE(made.out, QByteArray("created public.players\n"));
        QCOMPARE(bare.rows(u"SELECT count(*) FROM alembic_version"_s), u"1"_s);
        const ProgramRun again = test::runProgram(QStringList{u"schema"_s, u"create"_s} + url);
        QCOMPARE(again.out, QByteArray("exists  public.players\n"));
    }

    void whatAlembicWouldDropIsSaid()
    {
        const QByteArray notice = "proposes to drop";
        // Roster's own revisions stand in the same table.
        QVERIFY(!run(u"seed run players --rows 5"_s).error.contains(notice));
        QVERIFY(!run(u"seed run guilds --rows 5"_s).error.contains(notice));
        const test::TestDatabase theirs;
        theirs.run(u"CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)"_s);
        theirs.run(u"INSERT INTO alembic_version VALUES ('c10000000000')"_s);
        const auto said = [&](const QString &line) {
            return test::runProgram(line.split(u' ') + QStringList{u"--url"_s, theirs.url()}).error;
        };
        QVERIFY(!said(u"schema create"_s).contains(notice));
        QVERIFY(said(u"seed run guilds"_s).contains(notice));
        const QByteArray created = said(u"schema create --with guilds"_s);
        QVERIFY2(created.contains("to drop guild_members, guilds"), created.constData());
        QVERIFY(!said(u"seed run players --rows 5"_s).contains(notice));
        QVERIFY(said(u"seed run guilds --rows 5"_s).contains("to drop guilds,"));
    }

    void saysWhatGoesWithTheRows()
    {
        QCOMPARE(run(u"schema create --with guilds"_s).exitCode, 0);
        QCOMPARE(run(u"seed run --all"_s).exitCode, 0);
        const QByteArray dry = run(u"seed run guilds --rows 5 --dry-run"_s).error;
        QVERIFY2(dry.contains("guild_members ("), dry.constData());
        const QByteArray done = run(u"seed run guilds --rows 5"_s).error;
        QVERIFY2(done.contains("guild_members ("), done.constData());
        QCOMPARE(rows(u"SELECT count(*) FROM guild_members"_s), u"0"_s);
    }

    void initMakesTheHistory()
    {
        QCOMPARE(run(u"schema init"_s).exitCode, 0);
        QCOMPARE(run(u"schema init"_s).exitCode, 0);
        QCOMPARE(rows(u"SELECT count(*) FROM roster.seed_batch"_s), u"0"_s);
        // A table that somebody dropped is made again.
        m_database->run(u"DROP TABLE roster.seed_batch"_s);
        QCOMPARE(run(u"schema create"_s).exitCode, 0);
        QCOMPARE(run(u"seed run players --rows 5"_s).exitCode, 0);
        QCOMPARE(rows(u"SELECT count(*) FROM roster.seed_batch"_s), u"1"_s);
        // The tests' role has the schema's name, which PostgreSQL would then search first.
        m_database->run(u"CREATE TABLE here (a int)"_s);
        QCOMPARE(rows(u"SELECT to_regclass('public.here') IS NOT NULL"_s), u"t"_s);
        QCOMPARE(test::runShell(u"psql -Atc 'SHOW search_path' \"$URL\""_s,
                                {{u"URL"_s, m_database->url()}})
                     .out,
                 QByteArray("public\n"));
    }

private:
    ProgramRun run(const QString &line) const
    {
        return test::runProgram(line.split(u' ') + QStringList{u"--url"_s, m_database->url()});
    }
    static QJsonObject object(const ProgramRun &run)
    {
        if (run.exitCode != 0)
            qWarning("%s", run.error.constData());
        return QJsonDocument::fromJson(run.out).object();
    }
    QString rows(const QString &sql) const { return m_database->rows(sql); }

    std::unique_ptr<test::TestDatabase> m_database;
};

QTEST_GUILESS_MAIN(SeedCommandTest)
#include "tst_seedcommand.moc"
