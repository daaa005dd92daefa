// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/transaction.h"
#include "models/migration/migrator.h"
#include "models/migration/versiontable.h"
#include "tests/support/revisionfolder.h"
#include "tests/support/testserver.h"

#include <QFile>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

/// A database and a folder, and what is done with them.
struct Place
{
    test::TestDatabase database;
    test::RevisionFolder folder;
    Migrator::Options options;

    Place() { options.times.lockTimeoutMs = 300; }

    QString upgrade(const QString &target = u"head"_s) { return run(&Migrator::upgrade, target); }
    QString downgrade(const QString &target) { return run(&Migrator::downgrade, target); }
    QString stamp(const QString &target) { return run(&Migrator::stamp, target); }

    QString run(Result<MigrationReport> (Migrator::*what)(const QString &, Progress &),
                const QString &target)
    {
        const auto session = database.open();
        Migrator migrator(*session, folder.files(), options);
        Progress progress;
        return test::told((migrator.*what)(target, progress));
    }

    MigrationState state() const
    {
        const auto session = database.open();
        return *MigrationState::read(*session, folder.files());
    }

    /// Direction, revision, statements and how it ended, one a line.
    QString log() const
    {
        return database.rows(
            u"SELECT direction || ' ' || left(revision, 2) || ' ' || statements_done || '/' || "
            "statements_total || CASE WHEN finished IS NULL THEN ' failed' ELSE '' END || "
            "CASE WHEN tool LIKE '%elsewhere' THEN ' elsewhere' ELSE '' END "
            "FROM roster.migration_log ORDER BY id"_s);
    }

    QString tables() const
    {
        return database.rows(
            u"SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_class WHERE relkind = "
            "'r' AND relnamespace = 'public'::regnamespace AND relname <> 'alembic_version'"_s);
    }
};

void addThree(Place &place)
{
    place.folder.add(u"a1"_s, {}, u"CREATE TABLE a (id int); CREATE TABLE a2 (id int)"_s,
                     u"DROP TABLE a2; DROP TABLE a"_s);
    place.folder.add(u"b1"_s, {u"a1"_s}, u"CREATE TABLE b (id int)"_s, u"DROP TABLE b"_s);
    place.folder.add(u"c1"_s, {u"b1"_s}, u"CREATE TABLE c (id int)"_s, u"DROP TABLE c"_s);
}

}  // namespace

class MigratorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesUpAndDown()
    {
        Place place;
        addThree(place);
        QCOMPARE(place.upgrade(u"+1"_s), u"up a1 -> a1"_s);
        QCOMPARE(place.upgrade(u"+3"_s), u"+3 leads past the last revision."_s);
        QCOMPARE(place.downgrade(u"-2"_s), u"-2 leads back past the first revision."_s);
        QCOMPARE(place.upgrade(), u"up b1, up c1 -> c1"_s);
        QCOMPARE(place.upgrade(), u" -> c1"_s);
        QCOMPARE(place.tables(), u"a a2 b c"_s);
        QCOMPARE(place.downgrade(u"-1"_s), u"down c1 -> b1"_s);
        QCOMPARE(place.downgrade(u"a1"_s), u"down b1 -> a1"_s);
        QCOMPARE(place.upgrade(u"a1+1"_s), u"up b1 -> b1"_s);
        QCOMPARE(place.downgrade(u"base"_s), u"down b1, down a1 -> "_s);
        QCOMPARE(place.tables(), u"∅"_s);
        QCOMPARE(place.log(), u"upgrade a1 2/2\nupgrade b1 1/1\nupgrade c1 1/1\ndowngrade c1 1/1\n"
                              "downgrade b1 1/1\nupgrade b1 1/1\ndowngrade b1 1/1\n"
                              "downgrade a1 2/2"_s);
        QCOMPARE(place.downgrade(u"base"_s), u" -> "_s);
        QCOMPARE(place.downgrade(u"b"_s), u"The database is not past b10000000000."_s);
        QCOMPARE(place.upgrade(u"zz"_s), u"There is no revision zz."_s);
    }

    void theVersionTableIsAlembics()
    {
        Place place;
        addThree(place);
        place.upgrade();
        QCOMPARE(place.database.rows(
                     u"SELECT attname, format_type(atttypid, atttypmod), attnotnull FROM "
                     "pg_attribute WHERE attrelid = 'public.alembic_version'::regclass AND attnum "
                     "> 0"_s),
                 u"version_num|character varying(32)|t"_s);
        QCOMPARE(place.database.rows(u"SELECT conname FROM pg_constraint WHERE conrelid = "
                                     "'public.alembic_version'::regclass"_s),
                 u"alembic_version_pkc"_s);
    }

    void branchesAndMerges()
    {
        Place place;
        place.folder.add(u"a1"_s, {}, u"SELECT 1"_s);
        place.folder.add(u"b1"_s, {u"a1"_s}, u"SELECT 1"_s);
        place.folder.add(u"b2"_s, {u"a1"_s}, u"SELECT 1"_s);
        QCOMPARE(place.upgrade(), u"There are several heads: b10000000000, b20000000000."_s);
        QCOMPARE(place.upgrade(u"heads"_s), u"up a1, up b1, up b2 -> b1 b2"_s);
        place.folder.add(u"c1"_s, {u"b1"_s, u"b2"_s}, u"SELECT 1"_s);
        QCOMPARE(place.upgrade(), u"up c1 -> c1"_s);
        QCOMPARE(place.downgrade(u"-1"_s), u"down c1 -> b1 b2"_s);
        QCOMPARE(place.downgrade(u"-1"_s).left(38), u"The database stands on several revisio"_s);
        QCOMPARE(place.downgrade(u"a1"_s), u"down b2, down b1 -> a1"_s);
        place.database.run(u"INSERT INTO alembic_version VALUES ('b10000000000')"_s);
        QCOMPARE(place.state().redundantRows(), QStringList{u"a10000000000"_s});
        QCOMPARE(place.stamp(u"b1"_s), u" -> b1"_s);
    }

    void nothingIsLeftOfAFailure()
    {
        Place place;
        addThree(place);
        place.folder.add(u"d1"_s, {u"c1"_s},
                         u"CREATE TABLE d (id int);\nINSERT INTO d\n  SELECT id, 'æ', x FROM b;"_s);
        const QString said = place.upgrade();
        QVERIFY2(said.endsWith(u".sql:11:19: column \"x\" does not exist"), qPrintable(said));
        QCOMPARE(place.tables(), u"a a2 b c"_s);
        QCOMPARE(place.database.rows(u"SELECT * FROM alembic_version"_s), u"c10000000000"_s);
        QVERIFY(place.log().endsWith(u"upgrade d1 0/2 failed"));
        QVERIFY(place.database.rows(u"SELECT error FROM roster.migration_log WHERE error > ''"_s)
                    .contains(u"column \"x\" does not exist"));
    }

    void badSqlIsFoundBeforeAnythingRuns()
    {
        Place place;
        addThree(place);
        place.folder.add(u"d1"_s, {u"c1"_s}, u"SELECT 1;\n  CREAT TABLE d (id int);"_s);
        const QString said = place.upgrade();
        QVERIFY2(said.endsWith(u".sql:10:3: syntax error at or near \"CREAT\""), qPrintable(said));
        place.folder.remove(u"d1"_s);
        place.folder.add(u"d1"_s, {u"c1"_s}, u"CREATE INDEX CONCURRENTLY i ON a (id)"_s);
        QVERIFY(place.upgrade().endsWith(u"This cannot run in a transaction."));
        QCOMPARE(place.database.rows(u"SELECT to_regclass('alembic_version')"_s), u"∅"_s);
        QCOMPARE(place.database.rows(u"SELECT to_regnamespace('roster')"_s), u"∅"_s);
    }

    void unsoundHistoriesRunNothing()
    {
        Place place;
        place.folder.add(u"a1"_s, {u"99"_s}, u"SELECT 1"_s);
        QVERIFY(place.upgrade().contains(u"names 990000000000 as its parent, which is neither"));
        place.folder.add(u"b0"_s, {}, u"SELECT 1"_s);
        QVERIFY(place.upgrade().contains(u"names 990000000000 as its parent, which is neither"));
        place.folder.add(u"b1"_s, {u"b2"_s}, u"SELECT 1"_s);
        place.folder.add(u"b2"_s, {u"b1"_s}, u"SELECT 1"_s);
        QVERIFY(place.upgrade().startsWith(u"The revisions form a cycle: "));
        QCOMPARE(place.database.rows(u"SELECT to_regclass('alembic_version')"_s), u"∅"_s);
    }

    void aForeignHeadMayBeAParent()
    {
        Place place;
        place.database.run(VersionTable::createStatement());
        place.database.run(u"INSERT INTO alembic_version VALUES ('cafe')"_s);
        QVERIFY(place.state().isForeign());
        QCOMPARE(place.state().unknownRows(), QStringList{u"cafe"_s});
        QCOMPARE(place.upgrade(), u" -> ca"_s);
        QVERIFY(!place.database.rows(u"SELECT to_regnamespace('roster')"_s).contains(u"roster"));
        place.folder.add(u"a1"_s, {}, u"SELECT 1"_s);
        QFile file(place.folder.pathOf(u"a1"_s));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray text = file.readAll();
        text.replace("down_revision: none", "down_revision: cafe");
        file.resize(0);
        file.write(text);
        file.close();
        QCOMPARE(place.upgrade(), u"up a1 -> a1"_s);
        QVERIFY(place.state().isForeign());
        QCOMPARE(place.downgrade(u"-1"_s), u"down a1 -> ca"_s);
        QCOMPARE(place.downgrade(u"base"_s), u"Nothing here knows the revision cafe."_s);
    }

    void changedFilesAreShown()
    {
        Place place;
        addThree(place);
        place.upgrade();
        place.folder.remove(u"b1"_s);
        place.folder.add(u"b1"_s, {u"a1"_s}, u"CREATE TABLE b (id bigint)"_s, u"DROP TABLE b"_s);
        place.folder.add(u"d1"_s, {u"c1"_s}, u"SELECT 1"_s);
        QCOMPARE(place.state().changedFiles(), QStringList{u"b10000000000"_s});
        QVERIFY(place.upgrade().endsWith(u"was changed after it was applied."));
        QCOMPARE(textDifference("a\nb\nc", "a\nd\nc"), u"@@ 2 @@\n- b\n+ d"_s);
        QCOMPARE(place.stamp(u"current"_s), u" -> c1"_s);
        QCOMPARE(place.upgrade(), u"up d1 -> d1"_s);
    }

    void goesBackFromTheLogsText()
    {
        Place place;
        addThree(place);
        place.upgrade();
        place.folder.remove(u"c1"_s);
        place.folder.remove(u"b1"_s);
        QCOMPARE(place.upgrade(), u" -> c1"_s);
        QCOMPARE(place.downgrade(u"a1"_s), u"down c1, down b1 -> a1"_s);
        QCOMPARE(place.tables(), u"a a2"_s);
        QCOMPARE(place.upgrade(), u" -> a1"_s);
    }

    void whatRanElsewhereIsNoted()
    {
        Place place;
        addThree(place);
        place.upgrade(u"a1"_s);
        place.database.run(u"CREATE TABLE b (id int); UPDATE alembic_version SET version_num = "
                           "'b10000000000'"_s);
        QCOMPARE(place.upgrade(), u"up c1 -> c1"_s);
        QCOMPARE(place.log(), u"upgrade a1 2/2\nupgrade b1 0/0 elsewhere\nupgrade c1 1/1"_s);
        place.database.run(
            u"DROP TABLE c; UPDATE alembic_version SET version_num = 'b10000000000'"_s);
        QCOMPARE(place.upgrade(), u"up c1 -> c1"_s);
        QVERIFY(place.log().endsWith(u"downgrade c1 0/0 elsewhere\nupgrade c1 1/1"));
    }

    void statementByStatementIsTakenUpAgain()
    {
        Place place;
        place.database.run(u"CREATE TABLE t (id int); INSERT INTO t VALUES (1), (1)"_s);
        const QString upgrade = u"CREATE TABLE a (id int); CREATE INDEX CONCURRENTLY ON t (id);\n"
                                "CREATE UNIQUE INDEX CONCURRENTLY u ON t (id);"
                                "CREATE TABLE b (id int)"_s;
        place.folder.add(u"a1"_s, {}, upgrade,
                         u"DROP TABLE b; DROP INDEX CONCURRENTLY u; DROP INDEX t_id_idx; DROP "
                         "TABLE a"_s,
                         false);
        QVERIFY(place.upgrade().endsWith(u".sql:10:1: could not create unique index \"u\""));
        QCOMPARE(place.log(), u"upgrade a1 2/4 failed"_s);
        QCOMPARE(place.database.rows(u"SELECT count(*) FROM pg_index WHERE NOT indisvalid"_s),
                 u"0"_s);
        QCOMPARE(place.state().rows(), QStringList());
        QCOMPARE(place.state().halfDone()->statementsDone, 2);

        place.folder.add(u"b1"_s, {}, u"SELECT 1"_s);
        QVERIFY(place.upgrade(u"b1"_s).startsWith(u"a10000000000 stopped half way: 2 of 4"));
        place.folder.remove(u"b1"_s);

        place.database.run(u"DELETE FROM t WHERE ctid = '(0,1)'"_s);
        QCOMPARE(place.upgrade(), u"up a1 again -> a1"_s);
        QCOMPARE(place.log(), u"upgrade a1 4/4"_s);
        QCOMPARE(place.tables(), u"a b t"_s);
        QCOMPARE(place.downgrade(u"base"_s), u"down a1 -> "_s);
        QCOMPARE(place.tables(), u"t"_s);
    }

    void halfOfItCanBeUndoneOrCalledDone()
    {
        Place place;
        place.folder.add(u"a1"_s, {}, u"CREATE TABLE a (id int); SELECT 1/0; CREATE TABLE b ()"_s,
                         u"DROP TABLE b; DROP TABLE a"_s, false);
        QVERIFY(place.upgrade().endsWith(u"division by zero"));
        QCOMPARE(place.tables(), u"a"_s);
        QCOMPARE(place.downgrade(u"-1"_s), u"down a1 -> "_s);
        QCOMPARE(place.tables(), u"∅"_s);
        QVERIFY(!place.state().halfDone());
        QVERIFY(place.upgrade().endsWith(u"division by zero"));
        QCOMPARE(place.stamp(u"a1"_s), u" -> a1"_s);
        QVERIFY(!place.state().halfDone());
        QCOMPARE(place.upgrade(), u" -> a1"_s);
    }

    void whatARevisionSetsStaysInIt()
    {
        Place place;
        place.folder.add(u"a1"_s, {}, u"SET search_path = pg_catalog; SET ROLE pg_monitor"_s);
        place.folder.add(u"b1"_s, {u"a1"_s},
                         u"CREATE TABLE b AS SELECT current_user::text AS who, "
                         "current_setting('search_path') AS path, "
                         "current_setting('lock_timeout') AS lock"_s);
        QCOMPARE(place.upgrade(), u"up a1, up b1 -> b1"_s);
        QCOMPARE(place.database.rows(u"SELECT * FROM b"_s), u"roster|public|300ms"_s);
    }

    void aDryRunOnlySpeaks()
    {
        Place place;
        addThree(place);
        place.options.dryRun = true;
        const auto session = place.database.open();
        Progress progress;
        const auto report =
            Migrator(*session, place.folder.files(), place.options).upgrade(u"b1"_s, progress);
        QVERIFY(report);
        QCOMPARE(place.database.rows(u"SELECT to_regclass('alembic_version')"_s), u"∅"_s);
        // What it says makes the same.
        place.database.run(report->sql);
        QCOMPARE(place.tables(), u"a a2 b"_s);
        QCOMPARE(place.state().rows(), QStringList{u"b10000000000"_s});
    }

    void productionWantsItsName()
    {
        Place place;
        addThree(place);
        const QString name = place.database.rows(u"SELECT current_database()"_s);
        place.database.run(
            u"ALTER DATABASE \"%1\" SET roster.environment = 'production'"_s.arg(name));
        QCOMPARE(place.upgrade(), name + u" is a production database."_s);
        QCOMPARE(place.stamp(u"a1"_s), name + u" is a production database."_s);
        place.options.confirmedName = u"game"_s;
        QVERIFY(place.upgrade().contains(u"and not called game"));
        QCOMPARE(place.tables(), u"∅"_s);
        place.options.confirmedName = name;
        QCOMPARE(place.upgrade(u"a1"_s), u"up a1 -> a1"_s);
    }

    void missingRightsAreSaidFirst()
    {
        Place place;
        addThree(place);
        place.upgrade(u"a1"_s);
        place.database.run(
            u"DROP ROLE IF EXISTS migrate_reader; CREATE ROLE migrate_reader LOGIN"_s);
        const auto session = Session::open(place.database.profileAs(u"migrate_reader"_s));
        QVERIFY(session);
        Progress progress;
        const auto blind =
            Migrator(**session, place.folder.files(), {}).upgrade(u"head"_s, progress);
        QCOMPARE(blind.error().hint, u"What is missing: GRANT SELECT ON public.alembic_version"_s);
        place.database.run(u"GRANT SELECT ON alembic_version TO migrate_reader"_s);
        const auto report =
            Migrator(**session, place.folder.files(), {}).upgrade(u"head"_s, progress);
        QCOMPARE(report.error().kind, Error::Kind::Permission);
        QCOMPARE(report.error().hint, u"What is missing: GRANT SELECT, INSERT, UPDATE, DELETE ON "
                                      "public.alembic_version TO migrate_reader"_s);
        // The log's numbers come from a sequence: without a right to it the log is left out, aloud.
        place.database.run(u"GRANT ALL ON SCHEMA public TO migrate_reader; GRANT ALL ON "
                           "alembic_version TO migrate_reader; GRANT USAGE ON SCHEMA roster TO "
                           "migrate_reader; GRANT ALL ON ALL TABLES IN SCHEMA roster TO "
                           "migrate_reader"_s);
        const auto run = Migrator(**session, place.folder.files(), {}).upgrade(u"c1"_s, progress);
        QCOMPARE(test::told(run), u"up b1, up c1 -> c1"_s);
        QVERIFY2(run->warnings.join(u'\n').contains(u"GRANT USAGE ON ALL SEQUENCES IN SCHEMA "
                                                    "roster TO \"migrate_reader\""_s),
                 qPrintable(run->warnings.join(u'\n')));
        place.database.run(u"DROP OWNED BY migrate_reader; DROP ROLE migrate_reader"_s);
    }

    void tablesWithoutHistoryAreNotRunInto()
    {
        Place place;
        addThree(place);
        place.database.run(u"CREATE TABLE a (id int)"_s);
        QVERIFY(place.upgrade().startsWith(u"The table \"a\" is there already"));
        QCOMPARE(place.stamp(u"a1"_s), u" -> a1"_s);
        QCOMPARE(place.upgrade(), u"up b1, up c1 -> c1"_s);
    }

    void irreversibleOnesStay()
    {
        Place place;
        place.folder.add(u"a1"_s, {}, u"CREATE TABLE a (id int)"_s,
                         u"-- irreversible: the rows are gone"_s);
        place.upgrade();
        QCOMPARE(place.downgrade(u"base"_s),
                 u"a10000000000 (step a1) cannot be undone: the rows are gone."_s);
    }

    void aLockThatIsNotFreeIsTriedAgain()
    {
        Place place;
        addThree(place);
        place.upgrade(u"a1"_s);
        place.folder.remove(u"b1"_s);
        place.folder.add(u"b1"_s, {u"a1"_s}, u"ALTER TABLE a ADD x int"_s);
        const auto other = place.database.open();
        auto reading = Transaction::begin(*other);
        QVERIFY(other->query(u"SELECT * FROM a"_s));
        place.options.times.retries = 1;
        QVERIFY(place.upgrade(u"b1"_s).contains(u"canceling statement due to lock timeout"));
        QVERIFY(place.log().endsWith(u"upgrade b1 0/1 failed"));
        place.options.times.retries = 3;
        std::thread reader([&] {
            QThread::msleep(700);
            reading->rollback();
        });
        const QString said = place.upgrade();
        reader.join();
        QCOMPARE(said, u"up b1, up c1 -> c1"_s);
    }
};

QTEST_GUILESS_MAIN(MigratorTest)
#include "tst_migrator.moc"
