// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/databaseworker.h"
#include "models/database/profilestore.h"
#include "models/seeding/seedbatches.h"
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
    request.confirmation = u"players"_s;
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
        QCOMPARE(first, u"a4906c1836e756ff4a4d8bc935ab774b"_s);
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

    void signUpsFollowTheWeekAndTheDay()
    {
        QVERIFY(run(rows(20'000)));
        const auto share = [this](const QString &condition) {
            return m_database
                ->rows(u"SELECT round(100.0 * count(*) FILTER (WHERE %1) / count(*)) "
                       "FROM players"_s.arg(condition))
                .toInt();
        };
        const int weekend = share(u"extract(isodow FROM created_at) > 5"_s);
        QVERIFY2(weekend >= 33 && weekend <= 38, qPrintable(QString::number(weekend)));
        const int evening = share(u"extract(hour FROM created_at) BETWEEN 18 AND 22"_s);
        QVERIFY2(evening >= 38 && evening <= 46, qPrintable(QString::number(evening)));
        // More and more each year, and with the id.
        QCOMPARE(m_database->rows(u"SELECT count(*) FILTER (WHERE created_at < '2021-01-01') < "
                                  "count(*) FILTER (WHERE created_at >= '2021-01-01') / 4, "
                                  "corr(id, extract(epoch FROM created_at)) > 0.7 FROM players"_s),
                 u"t|t"_s);
        // Appended rows come later, but for minutes.
        SeedRequest more = rows(1000);
        more.mode = SeedRequest::Mode::Append;
        QVERIFY(run(more));
        QCOMPARE(m_database->rows(u"SELECT min(created_at) FILTER (WHERE id > 20000) > "
                                  "max(created_at) - interval '7 days' FROM players"_s),
                 u"t"_s);
    }

    void appendingGoesOnWhereReplacingEnded()
    {
        QVERIFY(run(rows(2000)));
        const QString whole = m_database->rows(QString::fromLatin1(fingerprint));
        QVERIFY(run(rows(1500)));
        SeedRequest more = rows(500);
        more.mode = SeedRequest::Mode::Append;
        const auto report = run(more);
        QVERIFY(report);
        QCOMPARE(report->firstNumber, 1500);
        QCOMPARE(m_database->rows(QString::fromLatin1(fingerprint)), whole);
    }

    void topsUp()
    {
        SeedRequest request = rows(10);
        request.mode = SeedRequest::Mode::TopUp;
        QCOMPARE(run(request)->rows, 9);
        QCOMPARE(m_database->rows(
                     u"SELECT count(*), count(*) FILTER (WHERE name = 'old') FROM players"_s),
                 u"10|1"_s);
        QCOMPARE(run(request)->rows, 0);
        QCOMPARE(m_database->rows(u"SELECT count(*) FROM players"_s), u"10"_s);
    }

    void asksBeforeRowsGoThatNoSeederMade()
    {
        SeedRequest request = rows(10);
        request.confirmation.clear();
        const SeedRunner runner(*m_seeder, request);
        const auto check = runner.check(*m_session);
        QVERIFY(check);
        QVERIFY(check->needsConfirmation());
        QCOMPARE(check->rowsNow, 1);
        const auto refused = runner.run(*m_session, m_progress);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Refused);
        QVERIFY(refused.error().hint.contains(m_database->profile().value(u"dbname"_s)));
        request.confirmation = m_database->profile().value(u"dbname"_s);
        QVERIFY(run(request));
        // What a seeder made may go; what somebody edited or added since may not.
        QVERIFY(!runner.check(*m_session)->needsConfirmation());
        QVERIFY(runner.run(*m_session, m_progress));
        m_database->run(u"UPDATE players SET name = 'mine' WHERE id = 7"_s);
        QVERIFY(runner.check(*m_session)->needsConfirmation());
        QCOMPARE(runner.run(*m_session, m_progress).error().kind, Error::Kind::Refused);
    }

    void aDryRunChangesNothing()
    {
        QVERIFY(run(rows(50)));
        const QString before = m_database->rows(QString::fromLatin1(fingerprint));
        for (const auto mode : {SeedRequest::Mode::Replace, SeedRequest::Mode::Append}) {
            SeedRequest request = rows(5000);
            request.mode = mode;
            const auto report = SeedRunner(*m_seeder, request).rehearse(*m_session, m_progress);
            QVERIFY2(report, report ? "" : qPrintable(report.error().toText()));
            QCOMPARE(report->rows, 5000);
            QVERIFY(report->rehearsed);
            QCOMPARE(m_database->rows(QString::fromLatin1(fingerprint)), before);
        }
        QCOMPARE(m_database->rows(u"SELECT nextval('players_id_seq')"_s), u"51"_s);
        QCOMPARE(m_database->rows(u"SELECT count(*) FROM roster.seed_batch"_s), u"1"_s);
        m_database->run(u"CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS "
                        "'BEGIN RAISE ''not here''; END'; CREATE TRIGGER no BEFORE INSERT ON "
                        "players FOR EACH ROW EXECUTE FUNCTION no()"_s);
        QVERIFY(!SeedRunner(*m_seeder, rows(10)).rehearse(*m_session, m_progress));
    }

    void runsAreRecorded()
    {
        QCOMPARE(SeedBatches::list(*m_session)->size(), 0);
        QCOMPARE(m_database->rows(u"SELECT to_regnamespace('roster') IS NULL"_s), u"t"_s);
        SeedRequest request = rows(30, quint64(-1));
        request.options.insert(u"shape"_s, u"bell"_s);
        QCOMPARE(run(request)->batch, 1);
        request.mode = SeedRequest::Mode::Append;
        QCOMPARE(run(request)->batch, 2);
        auto batches = SeedBatches::list(*m_session, TableName{u"public"_s, u"players"_s});
        QVERIFY(batches);
        QCOMPARE(batches->size(), 2);
        const SeedBatch &last = batches->constFirst();
        QCOMPARE(last.number, 2);
        QCOMPARE(last.randomSeed, quint64(-1));
        QCOMPARE(last.options.value(u"shape"_s), u"bell"_s);
        QCOMPARE(last.firstNumber, 30);
        QVERIFY(last.keys == KeyPool::ofRange(31, 30));
        QCOMPARE(last.state, SeedBatch::State::There);
        QVERIFY(run(rows(10)));
        batches = SeedBatches::list(*m_session);
        QCOMPARE(batches->at(1).state, SeedBatch::State::Replaced);
        QCOMPARE(batches->at(0).state, SeedBatch::State::There);
        QCOMPARE(m_database->rows(u"SELECT * FROM roster.version"_s), u"seed_batch|2"_s);
        QCOMPARE(SeedBatches::list(*m_session, TableName{u"public"_s, u"other"_s})->size(), 0);
    }

    void withoutRightsItGoesOnUnrecorded()
    {
        const QString role = u"plain_"_s + m_database->profile().value(u"dbname"_s);
        m_database->run(u"CREATE ROLE %1; GRANT SELECT, INSERT, DELETE ON players TO %1;"
                        "GRANT USAGE ON players_id_seq TO %1"_s.arg(role));
        QVERIFY(m_session->query(u"SET ROLE "_s + role));
        SeedRequest request = rows(10);
        request.mode = SeedRequest::Mode::Append;
        const auto report = run(request);
        QVERIFY2(report, report ? "" : qPrintable(report.error().toText()));
        QCOMPARE(report->batch, 0);
        QVERIFY(report->noHistory.contains(u"GRANT CREATE"_s));
        QVERIFY(SeedBatches::list(*m_session));
        QVERIFY(m_session->query(u"RESET ROLE"_s));
        QCOMPARE(run(request)->batch, 1);
        QVERIFY(m_session->query(u"SET ROLE "_s + role));
        QVERIFY(run(request)->noHistory.contains(u"ON roster.\"seed_batch\""_s));
        QCOMPARE(SeedBatches::list(*m_session).error().kind, Error::Kind::Permission);
        QVERIFY(m_session->query(u"RESET ROLE"_s));
        m_database->run(u"DROP OWNED BY %1; DROP ROLE %1"_s.arg(role));
    }

    void previews()
    {
        SeedRequest request = rows(100'000);
        const auto preview = SeedRunner(*m_seeder, request).preview(*m_session, 5);
        QVERIFY(preview);
        QCOMPARE(preview->rows.size(), 5);
        QCOMPARE(preview->total, 100'000);
        QCOMPARE(preview->sampled, 10'000);
        QCOMPARE(preview->histograms.size(), 4);
        QCOMPARE(preview->histograms.at(1).column, u"level"_s);
        qint64 sum = 0;
        for (const SeedBar &bar : preview->histograms.at(1).bars)
            sum += bar.rows;
        QCOMPARE(sum, 10'000);
        QCOMPARE(m_database->rows(u"SELECT name FROM players"_s), u"old"_s);
        QVERIFY(run(request));
        QStringList cells;
        for (const SqlValue &cell : preview->rows.at(4))
            cells << QString::fromUtf8(*cell);
        QCOMPARE(m_database->rows(u"SELECT * FROM players WHERE id = 5"_s), cells.join(u'|'));
    }

    void replacesAndNumbersGoOn()
    {
        const auto report = run(rows(10));
        QVERIFY(report);
        QCOMPARE(report->rows, 10);
        QCOMPARE(report->mode, SeedRequest::Mode::Replace);
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
        request.mode = SeedRequest::Mode::Append;
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
        QTRY_COMPARE_WITH_TIMEOUT(running.job->status(), Job::Status::Cancelled, 20'000);
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
        QVERIFY(report.error().command.contains(u"roster schema create"_s));
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
