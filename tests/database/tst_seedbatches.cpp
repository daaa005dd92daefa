// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/declaredtables.h"
#include "models/schema/schemacreation.h"
#include "models/seeding/seedbatches.h"
#include "models/seeding/seedplan.h"
#include "models/seeding/seedrunner.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

/// Taking runs back, and runs over several tables.
class SeedBatchesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database = std::make_unique<test::TestDatabase>();
        m_session = m_database->open();
        QList<TableSchema> tables = declaredTables();
        for (const OptionalTable &optional : optionalTables())
            tables << optional.table;
        QVERIFY(createDeclaredTables(*m_session, tables));
    }

    void cleanup()
    {
        m_session.reset();
        m_database.reset();
    }

    void takesBackWhatIsUntouched()
    {
        seed(u"players"_s, 100);
        seed(u"players"_s, 50, SeedRequest::Mode::Append, 9);
        m_database->run(u"UPDATE players SET name = name || ' edited' WHERE id IN (101, 102);"
                        "DELETE FROM players WHERE id = 103;"
                        "INSERT INTO players (name, level, total_exp, created_at) "
                        "VALUES ('mine', 1, 0, now())"_s);
        const auto looked = remove(2, false);
        QVERIFY2(looked, looked ? "" : qPrintable(looked.error().toText()));
        QCOMPARE(summary(*looked), u"47 removed, 2 edited, 1 gone, 0 referenced"_s);
        QCOMPARE(rows(u"SELECT count(*) FROM players"_s), u"150"_s);
        const auto removal = remove(2);
        QVERIFY(removal);
        QCOMPARE(summary(*removal), u"47 removed, 2 edited, 1 gone, 0 referenced"_s);
        QCOMPARE(
            rows(u"SELECT count(*), count(*) FILTER (WHERE id <= 100), "
                 "string_agg(id::text, ',' ORDER BY id) FILTER (WHERE id > 100) FROM players"_s),
            u"103|100|101,102,151"_s);
        QCOMPARE(remove(2).error().kind, Error::Kind::Refused);
        QCOMPARE(SeedBatches::list(*m_session)->at(0).state, SeedBatch::State::Removed);
        QCOMPARE(SeedBatches::list(*m_session)->at(0).removedRows, 47);
        QVERIFY(remove(1));
        QCOMPARE(rows(u"SELECT count(*) FROM players"_s), u"3"_s);
        QCOMPARE(remove(77).error().kind, Error::Kind::NotFound);
    }

    /// The keys are the same, the rows are not: key ranges alone would delete them.
    void leavesOtherRowsThatGotTheIds()
    {
        seed(u"players"_s, 20);
        m_database->run(u"TRUNCATE players RESTART IDENTITY CASCADE;"
                        "INSERT INTO players (name, level, total_exp, created_at) "
                        "SELECT 'mine', 1, 0, now() FROM generate_series(1, 5)"_s);
        const auto removal = remove(1);
        QVERIFY(removal);
        QCOMPARE(summary(*removal), u"0 removed, 5 edited, 15 gone, 0 referenced"_s);
        QCOMPARE(rows(u"SELECT count(*) FROM players"_s), u"5"_s);
    }

    void countsWhatATriggerLeftOut()
    {
        m_database->run(u"CREATE FUNCTION skip() RETURNS trigger LANGUAGE plpgsql AS "
                        "'BEGIN IF NEW.id % 2 = 0 THEN RETURN NULL; END IF; RETURN NEW; END';"
                        "CREATE TRIGGER skip BEFORE INSERT ON players "
                        "FOR EACH ROW EXECUTE FUNCTION skip()"_s);
        const SeedReport report = seed(u"players"_s, 100);
        QCOMPARE(report.rows, 50);
        QCOMPARE(report.leftOut, 50);
        const SeedBatch batch = SeedBatches::list(*m_session)->at(0);
        QCOMPARE(batch.rows, 100);
        QCOMPARE(batch.written, 50);
        QCOMPARE(summary(*remove(1)), u"50 removed, 0 edited, 0 gone, 0 referenced"_s);
        QCOMPARE(rows(u"SELECT count(*) FROM players"_s), u"0"_s);
    }

    void saysWhatATriggerChanged()
    {
        m_database->run(u"CREATE FUNCTION change() RETURNS trigger LANGUAGE plpgsql AS "
                        "'BEGIN NEW.name = NEW.name || ''!''; RETURN NEW; END';"
                        "CREATE TRIGGER change BEFORE INSERT ON players "
                        "FOR EACH ROW EXECUTE FUNCTION change()"_s);
        seed(u"players"_s, 20);
        m_database->run(u"UPDATE players SET level = level + 1 WHERE id <= 3"_s);
        const auto removal = remove(1, false);
        QVERIFY(removal);
        QCOMPARE(removal->changed, 17);
        QCOMPARE(summary(*removal), u"0 removed, 3 edited, 0 gone, 0 referenced"_s);
    }

    void noticesRowsThatWentByHand()
    {
        seed(u"players"_s, 20);
        seed(u"players"_s, 20, SeedRequest::Mode::Append, 9);
        QVERIFY(!SeedBatches::list(*m_session)->at(1).gone);
        m_database->run(u"DELETE FROM players WHERE id <= 20"_s);
        QVERIFY(!SeedBatches::list(*m_session)->at(0).gone);
        QVERIFY(SeedBatches::list(*m_session)->at(1).gone);
        m_database->run(u"TRUNCATE players CASCADE"_s);
        QVERIFY(SeedBatches::list(*m_session)->at(0).gone);
        m_database->run(u"DROP TABLE players CASCADE"_s);
        QVERIFY(SeedBatches::list(*m_session)->at(0).gone);
    }

    void takesUpTheRecordOfAnOlderRoster()
    {
        seed(u"players"_s, 5);
        m_database->run(u"ALTER TABLE roster.seed_batch DROP COLUMN written;"
                        "UPDATE roster.version SET version = 1 WHERE part = 'seed_batch'"_s);
        QCOMPARE(SeedBatches::list(*m_session)->at(0).written, 5);
        seed(u"players"_s, 7, SeedRequest::Mode::Append);
        QCOMPARE(rows(u"SELECT rows, written FROM roster.seed_batch ORDER BY number"_s),
                 u"5|∅\n7|7"_s);
    }

    void refusesWhatWasReplaced()
    {
        seed(u"players"_s, 5);
        seed(u"players"_s, 5);
        const auto removal = remove(1);
        QCOMPARE(removal.error().kind, Error::Kind::Refused);
        QVERIFY(removal.error().message.contains(u"replaced"_s));
    }

    void aColumnAddedAndFilledSinceIsAnEdit()
    {
        seed(u"players"_s, 5);
        m_database->run(u"ALTER TABLE players ADD note text, ADD open bool DEFAULT true;"
                        "UPDATE players SET note = 'keep' WHERE id = 2;"
                        "UPDATE players SET open = false WHERE id = 3"_s);
        QCOMPARE(summary(*remove(1)), u"3 removed, 2 edited, 0 gone, 0 referenced"_s);
    }

    /// The database's own row identity says nothing of case: a collation may.
    void aChangeThatEqualsByCollationIsAnEdit()
    {
        m_database->run(u"CREATE COLLATION blind (provider = icu, locale = 'und-u-ks-level2', "
                        "deterministic = false);"
                        "ALTER TABLE players ALTER name TYPE varchar(100) COLLATE blind"_s);
        seed(u"players"_s, 30);
        // Not every script has two cases.
        m_database->run(u"UPDATE players SET name = upper(name) "
                        "WHERE upper(name) COLLATE \"C\" <> name COLLATE \"C\""_s);
        const QString changed = rows(u"SELECT count(*) FROM players WHERE xmin <> "
                                     "(SELECT min(xmin::text)::xid FROM players)"_s);
        QVERIFY(changed.toInt() > 5);
        const auto removal = remove(1);
        QVERIFY2(removal, removal ? "" : qPrintable(removal.error().toText()));
        QCOMPARE(removal->edited, changed.toLongLong());
    }

    void leavesWhatOthersReferTo()
    {
        seed(u"players"_s, 30);
        m_database->run(u"CREATE TABLE notes (player_id int REFERENCES players ON DELETE CASCADE);"
                        "INSERT INTO notes VALUES (3), (3), (4);"
                        "INSERT INTO guilds (name, created_at) VALUES ('mine', now());"
                        "INSERT INTO guild_members VALUES (1, 5, 'member', now())"_s);
        const auto removal = remove(1);
        QVERIFY(removal);
        QCOMPARE(summary(*removal), u"27 removed, 0 edited, 0 gone, 3 referenced"_s);
        QStringList referrers;
        for (const SeedRemoval::Referrer &referrer : removal->referrers)
            referrers << referrer.table.name + u' ' + QString::number(referrer.rows);
        QCOMPARE(referrers, (QStringList{u"guild_members 1"_s, u"notes 2"_s}));
        QCOMPARE(rows(u"SELECT count(*), (SELECT count(*) FROM notes) FROM players"_s), u"3|3"_s);
        // Once nobody refers to them, the rest can go.
        m_database->run(u"TRUNCATE notes, guild_members"_s);
        QCOMPARE(remove(1)->removed, 3);
    }

    void refusedOnProduction()
    {
        seed(u"players"_s, 5);
        m_database->run(u"ALTER DATABASE %1 SET roster.environment = 'production'"_s.arg(
            quoted(m_database->profile().value(u"dbname"_s))));
        QCOMPARE(remove(1).error().kind, Error::Kind::Refused);
        QCOMPARE(rows(u"SELECT count(*) FROM players"_s), u"5"_s);
    }

    void allInTheOrderOfForeignKeys()
    {
        SeedRequest request;
        const auto plan = SeedPlan::all(*m_session, request);
        QVERIFY(plan);
        QStringList order;
        for (const SeedPlan::Step &step : plan->steps())
            order << step.seeder->name();
        QCOMPARE(order, (QStringList{u"guilds"_s, u"players"_s, u"guild_members"_s}));
        QVERIFY(plan->rehearse(*m_session, m_progress));
        QCOMPARE(rows(u"SELECT count(*) FROM players"_s), u"0"_s);
        for (int round = 0; round < 2; ++round) {
            const auto reports = plan->run(*m_session, m_progress);
            QVERIFY2(reports, reports ? "" : qPrintable(reports.error().toText()));
            QCOMPARE(rows(u"SELECT (SELECT count(*) FROM players), (SELECT count(*) FROM guilds), "
                          "(SELECT count(*) FROM guild_members)"_s),
                     u"1000|100|700"_s);
        }
        QCOMPARE(rows(u"SELECT count(*) FROM (SELECT guild_id FROM guild_members "
                      "WHERE role = 'leader' GROUP BY 1 HAVING count(*) = 1) AS led"_s),
                 u"100"_s);
        // Each is in one guild, and a batch of members can be taken back.
        QCOMPARE(rows(u"SELECT count(DISTINCT player_id) FROM guild_members"_s), u"700"_s);
        const qint64 members = SeedBatches::list(*m_session)->constFirst().number;
        QCOMPARE(summary(*remove(members)), u"700 removed, 0 edited, 0 gone, 0 referenced"_s);
    }

    void oneFailureLeavesAll()
    {
        SeedRequest request;
        QVERIFY(SeedPlan::all(*m_session, request)->run(*m_session, m_progress));
        m_database->run(u"DELETE FROM guild_members WHERE player_id = 7;"
                        "ALTER TABLE guild_members ADD CHECK (player_id <> 7)"_s);
        request.randomSeed = 5;
        const auto failed = SeedPlan::all(*m_session, request)->run(*m_session, m_progress);
        QVERIFY(!failed);
        QCOMPARE(failed.error().constraint, u"guild_members_player_id_check"_s);
        QVERIFY(failed.error().hint.contains(u"Nothing was changed"_s));
        QCOMPARE(rows(u"SELECT (SELECT count(*) FROM players), (SELECT count(*) FROM guilds), "
                      "(SELECT count(*) FROM guild_members)"_s),
                 u"1000|100|699"_s);
    }

    void replacingParentsCountsTheirChildren()
    {
        QVERIFY(SeedPlan::all(*m_session, {})->run(*m_session, m_progress));
        m_database->run(u"UPDATE guild_members SET role = 'officer' WHERE player_id = 3"_s);
        SeedRequest request;
        request.rows = 10;
        const SeedRunner runner(*findSeeder(u"players"_s), request);
        const auto check = runner.check(*m_session);
        QVERIFY(check);
        QCOMPARE(check->victims.size(), 2);
        QCOMPARE(check->victims.at(1).table.name, u"guild_members"_s);
        QCOMPARE(check->victims.at(1).rows, 700);
        QVERIFY(check->victims.at(1).holdsOthers);
        QVERIFY(!check->victims.at(0).holdsOthers);
        QCOMPARE(runner.run(*m_session, m_progress).error().kind, Error::Kind::Refused);
        request.confirmation = u"players"_s;
        QVERIFY(SeedRunner(*findSeeder(u"players"_s), request).run(*m_session, m_progress));
        QCOMPARE(rows(u"SELECT count(*), (SELECT count(*) FROM guild_members) FROM players"_s),
                 u"10|0"_s);
        QCOMPARE(
            SeedBatches::list(*m_session, TableName{u"public"_s, u"guild_members"_s})->at(0).state,
            SeedBatch::State::Replaced);
    }

    void anEmptyTableToReferTo()
    {
        SeedRequest request;
        const auto run =
            SeedRunner(*findSeeder(u"guild_members"_s), request).run(*m_session, m_progress);
        QVERIFY(!run);
        QCOMPARE(run.error().kind, Error::Kind::NotFound);
        QCOMPARE(run.error().column, u"guild_id"_s);
        QVERIFY(run.error().command.contains(u"roster seed run guilds"_s));
        seed(u"players"_s, 10);
        seed(u"guilds"_s, 3);
        seed(u"guild_members"_s, -1);
        QCOMPARE(rows(u"SELECT count(*) FROM guild_members"_s), u"10"_s);
        request.rows = 11;
        QCOMPARE(SeedRunner(*findSeeder(u"guild_members"_s), request)
                     .run(*m_session, m_progress)
                     .error()
                     .kind,
                 Error::Kind::InvalidInput);
    }

    /// Rows refer to keys that were there then: a batch is told by those, not by today's.
    void membersAreTakenBackAfterPlayersCameAndWent()
    {
        seed(u"players"_s, 40);
        seed(u"guilds"_s, 4);
        seed(u"guild_members"_s, 30);
        seed(u"players"_s, 10, SeedRequest::Mode::Append);
        m_database->run(u"DELETE FROM players WHERE id IN (2, 35)"_s);
        QCOMPARE(summary(*remove(3)), u"29 removed, 0 edited, 1 gone, 0 referenced"_s);
    }

private:
    SeedReport seed(const QString &seeder, qint64 count,
                    SeedRequest::Mode mode = SeedRequest::Mode::Replace, quint64 randomSeed = 1)
    {
        SeedRequest request;
        request.rows = count;
        request.mode = mode;
        request.randomSeed = randomSeed;
        const auto report = SeedRunner(*findSeeder(seeder), request).run(*m_session, m_progress);
        if (!report)
            qFatal("%s", qPrintable(report.error().toText()));
        return *report;
    }
    Result<SeedRemoval> remove(qint64 batch, bool really = true)
    {
        return SeedBatches::remove(*m_session, m_progress, batch, really);
    }
    static QString summary(const SeedRemoval &removal)
    {
        return u"%1 removed, %2 edited, %3 gone, %4 referenced"_s.arg(removal.removed)
            .arg(removal.edited)
            .arg(removal.gone)
            .arg(removal.referenced);
    }
    QString rows(const QString &sql) const { return m_database->rows(sql); }

    std::unique_ptr<test::TestDatabase> m_database;
    std::unique_ptr<Session> m_session;
    Progress m_progress;
};

QTEST_GUILESS_MAIN(SeedBatchesTest)
#include "tst_seedbatches.moc"
