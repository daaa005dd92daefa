// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/databaseworker.h"
#include "models/database/profilestore.h"
#include "models/seeding/seedrunner.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

constexpr auto playersTable = R"(
CREATE TABLE players (id serial PRIMARY KEY, name varchar(100) NOT NULL, level int NOT NULL,
                      total_exp int NOT NULL, created_at timestamp NOT NULL);
CREATE INDEX ix_players_level_name ON players (level DESC, name, id);
INSERT INTO players (name, level, total_exp, created_at) VALUES ('old', 1, 0, '2020-01-01')
)";

constexpr auto fingerprint =
    "SELECT md5(string_agg(p::text, E'\\n' ORDER BY id)) FROM players AS p";

SeedRequest rows(qint64 count, quint64 randomSeed = 7)
{
    SeedRequest request;
    request.rows = count;
    request.randomSeed = randomSeed;
    return request;
}

}  // namespace

class SeedRunnerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database = std::make_unique<test::TestDatabase>();
        m_database->run(QString::fromLatin1(playersTable));
        m_session = m_database->open();
        m_seeder = findSeeder(u"players"_s);
        QVERIFY(m_seeder);
    }

    void cleanup()
    {
        m_session.reset();
        m_database.reset();
    }

    void seedersAreKnown()
    {
        QCOMPARE(findSeeder(u"player_seed"_s), m_seeder);
        QCOMPARE(findSeeder(u"Players"_s), m_seeder);
        QVERIFY(!findSeeder(u"none"_s));
        QVERIFY(seeders().contains(m_seeder));
    }

    void sameSeedSameBytes()
    {
        QVERIFY(run(rows(1000)));
        const QString first = m_database->rows(QString::fromLatin1(fingerprint));
        // Counts on every byte: a change of the generator or of a name list shows here.
        QCOMPARE(first, u"ef5eceeb0d9370a6db0e4e3734fcf821"_s);
        QVERIFY(run(rows(1000)));
        QCOMPARE(m_database->rows(QString::fromLatin1(fingerprint)), first);
        QVERIFY(run(rows(2000)));
        QCOMPARE(m_database->rows(u"SELECT md5(string_agg(p::text, E'\\n' ORDER BY id)) "
                                  "FROM players AS p WHERE id <= 1000"_s),
                 first);
        QVERIFY(run(rows(1000, 8)));
        QVERIFY(m_database->rows(QString::fromLatin1(fingerprint)) != first);
    }

    void rowsAreCoherent()
    {
        QVERIFY(run(rows(20'000)));
        QCOMPARE(
            m_database->rows(u"SELECT count(*) FROM players WHERE total_exp < 4 * level ^ 3 / 5 "
                             "- 1 OR total_exp >= 4 * (level + 1) ^ 3 / 5 "
                             "OR level NOT BETWEEN 1 AND 100 "
                             "OR created_at NOT BETWEEN '2020-01-01' AND '2026-01-01'"_s),
            u"0"_s);
        QCOMPARE(m_database->rows(u"SELECT min(level), max(level) > 80, count(*), max(id) "
                                  "FROM players"_s),
                 u"1|t|20000|20000"_s);
    }

    void replacesAndNumbersGoOn()
    {
        const auto report = run(rows(10));
        QVERIFY(report);
        QCOMPARE(report->rows, 10);
        QVERIFY(report->replaced);
        m_database->run(u"INSERT INTO players (name, level, total_exp, created_at) "
                        "VALUES ('next', 1, 0, now())"_s);
        QCOMPARE(m_database->rows(u"SELECT id FROM players WHERE name = 'next'"_s), u"11"_s);
        QCOMPARE(m_database->rows(u"SELECT count(*) FROM players WHERE name = 'old'"_s), u"0"_s);
        QVERIFY(run(rows(0)));
        QCOMPARE(m_database->rows(u"SELECT count(*) FROM players"_s), u"0"_s);
        m_database->run(u"INSERT INTO players (name, level, total_exp, created_at) "
                        "VALUES ('next', 1, 0, now())"_s);
        QCOMPARE(m_database->rows(u"SELECT id FROM players"_s), u"1"_s);
    }

    void appends()
    {
        SeedRequest request = rows(10);
        request.append = true;
        QVERIFY(run(request));
        QVERIFY(run(request));
        QCOMPARE(m_database->rows(u"SELECT count(*), max(id) FROM players"_s), u"21|21"_s);
        m_database->run(u"INSERT INTO players (name, level, total_exp, created_at) "
                        "VALUES ('next', 1, 0, now())"_s);
    }

    void fixture()
    {
        SeedRequest request = rows(2);
        request.fixture = true;
        QVERIFY(run(request));
        QCOMPARE(m_database->rows(u"SELECT id, name, level, total_exp FROM players ORDER BY id"_s),
                 u"1|Arne|67|243201\n2|Auby|69|270420"_s);
        request.rows = -1;
        QCOMPARE(run(request)->rows, 2);
        request.rows = 5;
        QCOMPARE(run(request)->rows, 5);
        request.rows = 1;
        QCOMPARE(run(request).error().kind, Error::Kind::InvalidInput);
    }

    void failureKeepsTheOldRows()
    {
        m_database->run(u"ALTER TABLE players ADD CHECK (id < 500) NOT VALID"_s);
        QVERIFY(!run(rows(1000)));
        QCOMPARE(m_database->rows(u"SELECT id, name FROM players"_s), u"1|old"_s);
        m_database->run(u"INSERT INTO players (name, level, total_exp, created_at) "
                        "VALUES ('next', 1, 0, now())"_s);
        QCOMPARE(m_database->rows(u"SELECT max(id) FROM players"_s), u"2"_s);
    }

    void cancelKeepsTheOldRows()
    {
        DatabaseWorker worker(m_database->profile());
        const auto running = worker.run(u"seed"_s, [this](Session &session, Progress &progress) {
            return SeedRunner(*m_seeder, rows(50'000'000)).run(session, progress);
        });
        QTRY_VERIFY(running.job->state().done >= 100'000);
        running.job->cancel();
        QTRY_COMPARE_WITH_TIMEOUT(running.job->status(), Job::Status::Cancelled, 2000);
        QCOMPARE(m_database->rows(u"SELECT id, name FROM players"_s), u"1|old"_s);
    }

    void aReferringTableMeansDelete()
    {
        m_database->run(u"CREATE TABLE notes (player_id int REFERENCES players)"_s);
        QVERIFY(run(rows(10)));
        m_database->run(u"INSERT INTO players (name, level, total_exp, created_at) "
                        "VALUES ('next', 1, 0, now())"_s);
        QCOMPARE(m_database->rows(u"SELECT count(*), max(id) FROM players"_s), u"11|11"_s);
        m_database->run(u"INSERT INTO notes VALUES (1)"_s);
        const auto report = run(rows(10));
        QVERIFY(!report);
        QCOMPARE(report.error().kind, Error::Kind::Constraint);
        QCOMPARE(m_database->rows(u"SELECT count(*) FROM players"_s), u"11"_s);
    }

    void aRoleThatMayOnlyDelete()
    {
        const QString role = u"seeder_"_s + m_database->profile().value(u"dbname"_s);
        m_database->run(u"CREATE ROLE %1; GRANT SELECT, INSERT, DELETE ON players TO %1;"
                        "GRANT USAGE, UPDATE ON players_id_seq TO %1"_s.arg(role));
        QVERIFY(m_session->query(u"SET ROLE "_s + role));
        const auto report = run(rows(10));
        QVERIFY2(report, report ? "" : qPrintable(report.error().toText()));
        QCOMPARE(m_database->rows(u"SELECT nextval('players_id_seq')"_s), u"11"_s);
        m_database->run(u"DROP OWNED BY %1; DROP ROLE %1"_s.arg(role));
    }

    void refusedOnProduction()
    {
        const QString database = quoted(m_database->profile().value(u"dbname"_s));
        m_database->run(u"ALTER DATABASE %1 SET roster.environment = 'production'"_s.arg(database));
        // This session began before the mark was set.
        const auto report = run(rows(10));
        QVERIFY(!report);
        QCOMPARE(report.error().kind, Error::Kind::Refused);
        QCOMPARE(m_database->rows(u"SELECT name FROM players"_s), u"old"_s);
        m_database->run(u"ALTER DATABASE %1 SET roster.environment = 'staging'"_s.arg(database));
        QVERIFY(run(rows(10)));

        ConnectionProfile profile = m_database->profile();
        profile.environment = Environment::Production;
        m_session = std::move(*Session::open(profile));
        QCOMPARE(run(rows(10)).error().kind, Error::Kind::Refused);
    }

    void missingTableAndTooManyRows()
    {
        QCOMPARE(run(rows(qint64(1) << 40)).error().kind, Error::Kind::InvalidInput);
        m_database->run(u"DROP TABLE players"_s);
        const auto report = run(rows(10));
        QCOMPARE(report.error().kind, Error::Kind::NotFound);
        QVERIFY(report.error().hint.contains(u"roster schema create"_s));
    }

private:
    Result<SeedReport> run(const SeedRequest &request)
    {
        return SeedRunner(*m_seeder, request).run(*m_session, m_progress);
    }

    std::unique_ptr<test::TestDatabase> m_database;
    std::unique_ptr<Session> m_session;
    Progress m_progress;
    const Seeder *m_seeder = nullptr;
};

QTEST_GUILESS_MAIN(SeedRunnerTest)
#include "tst_seedrunner.moc"
