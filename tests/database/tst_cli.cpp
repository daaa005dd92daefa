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

/// What the real program answers, and how it ends.
class CliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        makePlayers(m_database);
        makePlayers(m_other);
        m_other.run(u"DELETE FROM players WHERE id > 1"_s);
        m_database.run(u"CREATE TABLE \"Odd \"\"name\" (a int, \"b c\" text, j jsonb, f float8);"
                       "INSERT INTO \"Odd \"\"name\" VALUES (1, NULL, '{\"x\": [1]}', 'NaN'),"
                       "(NULL, '', NULL, 1.5);"
                       "CREATE TABLE nothing (); INSERT INTO nothing DEFAULT VALUES"_s);
    }

    void usage_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("out");    // a part of it
        QTest::addColumn<QString>("error");  // a part of it
        const auto row = [](const char *line, int exitCode, const QString &out,
                            const QString &error) {
            QTest::newRow(line) << QString::fromLatin1(line) << exitCode << out << error;
        };
        row("--help", 0, u"Commands:"_s, {});
        row("--version", 0, u"roster "_s, {});
        row("help", 0, u"Commands:"_s, {});
        row("help players", 0, u"--where SQL"_s, {});
        row("players --help", 0, u"--where SQL"_s, {});
        row("help plyers", 2, {}, u"Did you mean players?"_s);
        row("plyers", 2, {}, u"Did you mean players?"_s);
        row("players --fromat csv", 2, {}, u"Did you mean --format?"_s);
        row("players --format xml", 2, {}, u"table, csv or json"_s);
        row("players --order level:up", 2, {}, u"up is no direction"_s);
        row("players --limit x", 2, {}, u"x is no number of rows"_s);
        row("players --filter level", 2, {}, u"names no column"_s);
        row("players more", 2, {}, u"one word too many"_s);
        row("table", 2, {}, u"Something is missing"_s);
        row("profile", 2, {}, u"Something is missing"_s);
        row("profile get", 2, {}, u"list, add or remove"_s);
        row("players --url mysql://h/d", 2, {}, u"is not a PostgreSQL URL"_s);
        row("players --url=", 2, {}, u"--url is empty"_s);
        row("players --profile nosuch", 1, {}, u"There is no profile nosuch"_s);
        row("--url postgresql://h/d", 1, {}, u"There is no display"_s);
        row("--nosuch", 2, {}, u"There is no option --nosuch"_s);
    }

    void usage()
    {
        QFETCH(const QString, line);
        QFETCH(const QString, out);
        QFETCH(const QString, error);
        const ProgramRun run = test::runProgram(line.split(u' '));
        QTEST(run.exitCode, "exitCode");
        QVERIFY2(run.out.contains(out.toUtf8()), run.out.constData());
        QVERIFY2(run.error.contains(error.toUtf8()), run.error.constData());
        QCOMPARE(run.out.isEmpty(), out.isEmpty());
        QCOMPARE(run.error.isEmpty(), error.isEmpty());
    }

    void formats_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("json") << QStringList{u"--json"_s}
                              << QByteArray(
                                     "{\"players\": [\n"
                                     "{\"id\":2,\"name\":\"Auby "
                                     "\\\"x\\\"\\n\\\\\",\"level\":69,\"total_exp\":270420,"
                                     "\"created_at\":\"2026-01-02T03:04:05.500000\"},\n"
                                     "{\"id\":1,\"name\":\"Arne\",\"level\":67,\"total_exp\":"
                                     "243201,\"created_at\":\"2026-01-02T03:04:05\"},\n"
                                     "{\"id\":3,\"name\":\"\",\"level\":1,\"total_exp\":0,"
                                     "\"created_at\":\"infinity\"}\n"
                                     "], \"count\": 3}\n");
        QTest::newRow("json, none") << QStringList{u"--format"_s, u"json"_s, u"--limit"_s, u"0"_s}
                                    << QByteArray("{\"players\": [], \"count\": 0}\n");
        QTest::newRow("csv") << QStringList{u"--format"_s, u"csv"_s}
                             << QByteArray(
                                    "id,name,level,total_exp,created_at\n"
                                    "2,\"Auby \"\"x\"\"\n\\\",69,270420,2026-01-02 03:04:05.5\n"
                                    "1,Arne,67,243201,2026-01-02 03:04:05\n"
                                    "3,\"\",1,0,infinity\n");
        QTest::newRow("table")
            << QStringList{}
            << QByteArray("id  name         level  total_exp  created_at\n"
                          "--  -----------  -----  ---------  ---------------------\n"
                          " 2  Auby \"x\"\\n\\     69     270420  2026-01-02 03:04:05.5\n"
                          " 1  Arne            67     243201  2026-01-02 03:04:05\n"
                          " 3                   1          0  infinity\n");
        QTest::newRow("order, limit")
            << QStringList{u"--order"_s, u"name:desc,id"_s, u"--limit"_s, u"1"_s, u"--format=csv"_s}
            << QByteArray("id,name,level,total_exp,created_at\n"
                          "2,\"Auby \"\"x\"\"\n\\\",69,270420,2026-01-02 03:04:05.5\n");
        QTest::newRow("filters") << QStringList{u"--filter"_s, u"level=>10"_s, u"--filter"_s,
                                                u"name==Arne"_s, u"--format=csv"_s}
                                 << QByteArray("id,name,level,total_exp,created_at\n"
                                               "1,Arne,67,243201,2026-01-02 03:04:05\n");
    }

    void formats()
    {
        QFETCH(const QStringList, words);
        const ProgramRun run =
            test::runProgram(QStringList{u"players"_s, u"--url"_s, m_database.url()} + words);
        QCOMPARE(run.error, QByteArray());
        QTEST(run.out, "expected");
        QCOMPARE(run.exitCode, 0);
    }

    void anyTable()
    {
        const auto json = [&](const QString &name) {
            return test::runProgram({u"table"_s, name, u"--json"_s, u"--url"_s, m_database.url()});
        };
        QCOMPARE(json(u"Odd \"name"_s).out,
                 QByteArray("{\"Odd \\\"name\": [\n"
                            "{\"a\":1,\"b c\":null,\"j\":{\"x\": [1]},\"f\":\"NaN\"},\n"
                            "{\"a\":null,\"b c\":\"\",\"j\":null,\"f\":1.5}\n"
                            "], \"count\": 2}\n"));
        QCOMPARE(json(u"public.nothing"_s).out,
                 QByteArray("{\"nothing\": [\n{}\n], \"count\": 1}\n"));
        const ProgramRun missing = json(u"public.nosuch"_s);
        QCOMPARE(missing.exitCode, 1);
        QVERIFY(missing.error.contains("There is no table or view public.nosuch."));
    }

    void hostileWhere_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<bool>("passes");
        QTest::newRow("second statement") << u"1=1; DROP TABLE players"_s << false;
        QTest::newRow("closes the parenthesis") << u"1=1); DROP TABLE players; --"_s << false;
        QTest::newRow("into a program") << u"1=1) TO PROGRAM 'touch pwned' --"_s << false;
        QTest::newRow("syntax") << u"level >"_s << false;
        QTest::newRow("swallowing comment") << u"level > 1 --"_s << true;
        QTest::newRow("open comment") << u"level > 1 /*"_s << false;
        QTest::newRow("open quote") << u"name = 'x"_s << false;
        QTest::newRow("parameter") << u"level = $1"_s << false;
        QTest::newRow("semicolon in a string") << u"name <> ';'"_s << true;
        QTest::newRow("writing") << u"nextval('players_id_seq') > 0"_s << false;
        QTest::newRow("fails on the way") << u"1 / (level - 67) IS NOT NULL"_s << false;
    }

    void hostileWhere()
    {
        QFETCH(const QString, where);
        QFETCH(const bool, passes);
        const ProgramRun run = test::runProgram(
            {u"players"_s, u"--url"_s, m_database.url(), u"--where"_s, where, u"--json"_s});
        QCOMPARE(run.exitCode, passes ? 0 : 1);
        QCOMPARE(run.error.isEmpty(), passes);
        QCOMPARE(m_database.rows(u"SELECT count(*) FROM players"_s), u"3"_s);
        if (passes)
            QVERIFY(QJsonDocument::fromJson(run.out).object().value("count"_L1).toInt() > 0);
    }

    void precedence()
    {
        const auto count = [](const QStringList &words, const QMap<QString, QString> &variables) {
            const ProgramRun run =
                test::runProgram(QStringList{u"players"_s, u"--json"_s} + words, variables);
            return QJsonDocument::fromJson(run.out).object().value("count"_L1).toInt(-1);
        };
        const QString three = m_database.url();
        const QString one = m_other.url();
        const QString asyncpg = QString(one).replace("postgresql:"_L1, "postgresql+asyncpg:"_L1);
        const ProgramRun added =
            test::runProgram({u"profile"_s, u"add"_s, u"three"_s, u"--url"_s, three});
        QCOMPARE(added.exitCode, 0);
        const QMap<QString, QString> variables{
            {u"PGHOST"_s, test::serverHost()},
            {u"PGUSER"_s, u"roster"_s},
            {u"PGDATABASE"_s, m_database.profile().value(u"dbname"_s)}};

        QCOMPARE(count({}, variables), 3);
        QMap<QString, QString> both = variables;
        both.insert(u"DATABASE_URL"_s, asyncpg);
        QCOMPARE(count({}, both), 1);
        QCOMPARE(count({u"--profile"_s, u"three"_s}, both), 3);
        QCOMPARE(count({u"--profile"_s, u"three"_s, u"--url"_s, one}, both), 1);
        const auto profile = test::runProgram({u"profile"_s, u"add"_s, u"three"_s, u"--url"_s,
                                               three, u"--migrations"_s, u"/nowhere"_s});
        QCOMPARE(profile.exitCode, 0);
        const QStringList heads{u"migrate"_s, u"heads"_s, u"--profile"_s, u"three"_s};
        QVERIFY(test::runProgram(heads).error.contains("There is no folder /nowhere."));
        QCOMPARE(test::runProgram(heads + QStringList{u"--migrations"_s, u"/tmp"_s}).exitCode, 0);
        both.insert(u"DATABASE_URL"_s, u"postgresql:///nosuch?host=/nosuch"_s);
        QCOMPARE(count({}, both), -1);
    }

    void missingTableSaysWhatToDo()
    {
        const test::TestDatabase empty;
        const ProgramRun run = test::runProgram({u"--url"_s, empty.url(), u"players"_s});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.error.contains("roster schema create"), run.error.constData());
        QCOMPARE(run.out, QByteArray());
    }

    void schemaCreate()
    {
        const test::TestDatabase empty;
        const auto run = [&](const QStringList &words) {
            return test::runProgram(QStringList{u"schema"_s} + words
                                    + QStringList{u"--url"_s, empty.url()});
        };
        const ProgramRun shown = run({u"show"_s});
        QCOMPARE(shown.exitCode, 0);
        QVERIFY2(shown.out.contains("CREATE TABLE"), shown.out.constData());
        QCOMPARE(empty.rows(u"SELECT to_regclass('players')"_s), u"∅"_s);

        const ProgramRun first = run({u"create"_s});
        QCOMPARE(first.exitCode, 0);
        QVERIFY2(first.out.contains("created public.players\n"), first.out.constData());
        const ProgramRun second = run({u"create"_s, u"--json"_s});
        QCOMPARE(second.exitCode, 0);
        const QJsonObject object = QJsonDocument::fromJson(second.out).object();
        QVERIFY(object.value("created"_L1).toArray().isEmpty());
        QVERIFY(object.value("existing"_L1).toArray().contains(u"public.players"_s));
        QCOMPARE(test::runProgram({u"players"_s, u"--json"_s, u"--url"_s, empty.url()}).out,
                 QByteArray("{\"players\": [], \"count\": 0}\n"));
    }

private:
    static void makePlayers(const test::TestDatabase &database)
    {
        database.run(uR"(
            CREATE TABLE players (id serial PRIMARY KEY, name varchar(100) NOT NULL,
                level int NOT NULL, total_exp int NOT NULL, created_at timestamp NOT NULL);
            INSERT INTO players (name, level, total_exp, created_at) VALUES
                ('Arne', 67, 243201, '2026-01-02 03:04:05'),
                (E'Auby "x"\n\\', 69, 270420, '2026-01-02 03:04:05.5'),
                ('', 1, 0, 'infinity'))"_s);
    }

    test::TestDatabase m_database;
    test::TestDatabase m_other;
};

QTEST_GUILESS_MAIN(CliTest)
#include "tst_cli.moc"
