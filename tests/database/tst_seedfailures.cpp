// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seeding/seedrunner.h"
#include "tests/support/program.h"
#include "tests/support/testserver.h"

#include <QProcess>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

constexpr auto playersTable = R"(
CREATE TABLE players (id serial PRIMARY KEY, name varchar(100) NOT NULL, level int NOT NULL,
                      total_exp int NOT NULL, created_at timestamp NOT NULL);
INSERT INTO players (name, level, total_exp, created_at) VALUES ('old', 1, 0, '2020-01-01')
)";

}  // namespace

/// What keeps rows out says which column or constraint, and what to do; the old rows stay.
class SeedFailuresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database = std::make_unique<test::TestDatabase>();
        m_database->run(QString::fromLatin1(playersTable));
        m_session = m_database->open();
    }

    void cleanup()
    {
        m_session.reset();
        m_database.reset();
    }

    void says_data()
    {
        QTest::addColumn<QString>("obstacle");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("message");  // a part of it
        QTest::addColumn<QString>("hint");     // a part of it
        QTest::newRow("trigger")
            << u"CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS "
               "'BEGIN RAISE ''not on my watch''; END'; CREATE TRIGGER no BEFORE INSERT ON players "
               "FOR EACH ROW EXECUTE FUNCTION no()"_s
            << QString() << u"players: not on my watch"_s << u"trigger"_s;
        QTest::newRow("unique") << u"CREATE UNIQUE INDEX one_a_level ON players (level)"_s
                                << QString() << u"one_a_level"_s << u"collide"_s;
        QTest::newRow("check") << u"ALTER TABLE players ADD CONSTRAINT short_names "
                                  "CHECK (length(name) < 4) NOT VALID"_s
                               << u"name"_s << u"players.name: "_s << u"check"_s;
        QTest::newRow("length") << u"ALTER TABLE players ALTER name TYPE varchar(3)"_s << u"name"_s
                                << u"players.name: value too long"_s << u"widen it"_s;
        QTest::newRow("smaller type") << u"ALTER TABLE players ALTER total_exp TYPE smallint"_s
                                      << u"total_exp"_s << u"players.total_exp"_s << u"widen it"_s;
        QTest::newRow("another column") << u"ALTER TABLE players ADD tag text NOT NULL DEFAULT 'x';"
                                           "ALTER TABLE players ALTER tag DROP DEFAULT"_s
                                        << u"tag"_s << u"\"tag\""_s << u"give it a default"_s;
        QTest::newRow("generated")
            << u"ALTER TABLE players DROP total_exp, ADD total_exp int "
               "GENERATED ALWAYS AS (level * 2) STORED"_s
            << u"total_exp"_s << u"players.total_exp is generated"_s << u"--table public.players"_s;
        QTest::newRow("missing column") << u"ALTER TABLE players DROP total_exp"_s << u"total_exp"_s
                                        << u"no column total_exp"_s << u"--table public.players"_s;
    }

    void says()
    {
        QFETCH(const QString, obstacle);
        QFETCH(const QString, message);
        QFETCH(const QString, hint);
        m_database->run(obstacle);
        const auto report = seed(3000);
        QVERIFY(!report);
        const Error &error = report.error();
        QTEST(error.column, "column");
        QCOMPARE(error.table, u"players"_s);
        QVERIFY2(error.message.contains(message), qPrintable(error.message));
        const QString next = error.hint + u' ' + error.command;
        QVERIFY2(next.contains(hint), qPrintable(next));
        QCOMPARE(m_database->rows(u"SELECT id, name FROM players"_s), u"1|old"_s);
        QCOMPARE(m_database->rows(u"SELECT to_regnamespace('roster') IS NULL"_s), u"t"_s);
    }

    void namesWhoHoldsTheLock()
    {
        const auto other = m_database->open();
        QVERIFY(other->query(u"BEGIN"_s));
        QVERIFY(other->query(u"LOCK TABLE players IN SHARE MODE"_s));
        const QString pid = other->query(u"SELECT pg_backend_pid()"_s)->text(0, 0);
        const auto report = seed(10);
        QVERIFY(!report);
        QVERIFY2(report.error().message.contains(u"process "_s + pid),
                 qPrintable(report.error().message));
        QVERIFY(other->query(u"ROLLBACK"_s));
        QVERIFY(seed(10));
    }

    void saysWhichRightIsMissingForRowsThatGoAlong()
    {
        const QString role = u"lowly_%1"_s.arg(QCoreApplication::applicationPid());
        m_database->run(
            u"CREATE TABLE fans (id int PRIMARY KEY, player int REFERENCES players);"
            "CREATE ROLE %1; GRANT SELECT, INSERT, DELETE, TRUNCATE ON players TO %1"_s.arg(role));
        QVERIFY(m_session->query(u"SET ROLE "_s + role));
        const auto report = seed(10);
        QVERIFY(m_session->query(u"RESET ROLE"_s));
        m_database->run(u"DROP OWNED BY %1; DROP ROLE %1"_s.arg(role));
        QVERIFY(!report);
        QVERIFY2(report.error().message.contains(u"fans"_s), qPrintable(report.error().message));
        QVERIFY2(report.error().hint.contains(u"GRANT"_s), qPrintable(report.error().hint));
        QCOMPARE(report.error().command, u"--append"_s);
    }

    /// What can be converted is: only binary COPY would insist on the very type.
    void otherTypesThatFit()
    {
        m_database->run(u"ALTER TABLE players ALTER level TYPE bigint, ALTER name TYPE text, "
                        "ALTER created_at TYPE timestamptz"_s);
        QVERIFY(seed(500));
        QCOMPARE(m_database->rows(u"SELECT count(*) FROM players"_s), u"500"_s);
    }

    void rowsOfAnotherTableRefer()
    {
        m_database->run(u"CREATE TABLE notes (player_id int REFERENCES players);"
                        "INSERT INTO notes VALUES (1)"_s);
        const auto report = seed(10);
        QCOMPARE(report.error().constraint, u"notes_player_id_fkey"_s);
        QVERIFY(report.error().hint.contains(u"Rows of notes refer to these"_s));
        QCOMPARE(m_database->rows(u"SELECT name FROM players"_s), u"old"_s);
    }

    void noRightToInsert()
    {
        const QString role = u"reader_"_s + m_database->profile().value(u"dbname"_s);
        m_database->run(u"CREATE ROLE %1; GRANT SELECT ON players TO %1"_s.arg(role));
        QVERIFY(m_session->query(u"SET ROLE "_s + role));
        const auto report = seed(10);
        QCOMPARE(report.error().kind, Error::Kind::Permission);
        QVERIFY(report.error().hint.contains(u"GRANT SELECT, INSERT ON"_s));
        m_database->run(u"DROP OWNED BY %1; DROP ROLE %1"_s.arg(role));
    }

    void anotherSessionHoldsTheTable()
    {
        const auto other = m_database->open();
        QVERIFY(other->query(u"BEGIN"_s));
        QVERIFY(other->query(u"LOCK TABLE players IN ROW EXCLUSIVE MODE"_s));
        const auto report = seed(10);
        QCOMPARE(report.error().kind, Error::Kind::Timeout);
        QVERIFY(other->query(u"ROLLBACK"_s));
        QVERIFY(seed(10));
    }

    void aKilledProgramLeavesTheOldRows()
    {
        QProcess program;
        program.setProcessEnvironment(test::bareEnvironment());
        program.start(QString::fromUtf8(ROSTER_BINARY),
                      {u"seed"_s, u"run"_s, u"players"_s, u"--rows"_s, u"50000000"_s, u"--yes"_s,
                       u"players"_s, u"--url"_s, m_database->url()});
        // It writes already: the table's file grows.
        QTRY_VERIFY_WITH_TIMEOUT(writing(), 30'000);
        QCOMPARE(::kill(pid_t(program.processId()), SIGKILL), 0);
        QVERIFY(program.waitForFinished());
        // The server notices that nobody sends any more, and takes the rows back.
        QTRY_COMPARE_WITH_TIMEOUT(m_database->rows(u"SELECT id, name FROM players"_s), u"1|old"_s,
                                  30'000);
    }

private:
    bool writing() const
    {
        return m_database->rows(u"SELECT count(*) > 0 FROM pg_stat_progress_copy "
                                "WHERE datname = current_database() AND tuples_processed > 1000"_s)
            == u"t"_s;
    }
    Result<SeedReport> seed(qint64 count)
    {
        SeedRequest request;
        request.rows = count;
        request.confirmation = u"players"_s;
        Progress progress;
        return SeedRunner(*findSeeder(u"players"_s), request).run(*m_session, progress);
    }

    std::unique_ptr<test::TestDatabase> m_database;
    std::unique_ptr<Session> m_session;
};

QTEST_GUILESS_MAIN(SeedFailuresTest)
#include "tst_seedfailures.moc"
