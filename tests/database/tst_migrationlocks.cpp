// SPDX-License-Identifier: GPL-3.0-or-later
// What a revision locks, who is in its way, and what a run says that waited in vain.
#include "models/migration/neededlocks.h"
#include "models/migration/revisionfile.h"
#include "tests/support/program.h"
#include "tests/support/revisionfolder.h"
#include "tests/support/testserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

Revision revisionOf(const QString &upgrade)
{
    NewRevision revision;
    revision.id = u"a10000000000"_s;
    revision.created = u"2026-11-22T10:34:38Z"_s;
    revision.upgrade = upgrade;
    return *RevisionFile::parse(RevisionFile::format(revision), u"a1"_s, Revision::Source::File);
}

/// A session that has read `table` and not ended its transaction.
std::unique_ptr<Session> reader(const test::TestDatabase &database, const QString &table)
{
    ConnectionProfile profile = database.profile();
    profile.parameters.insert(u"application_name"_s, u"report"_s);
    auto session = Session::open(profile);
    if (!session || !(*session)->script(u"BEGIN; SELECT * FROM %1"_s.arg(table)))
        qFatal("reader");
    return std::move(*session);
}

}  // namespace

class MigrationLocksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatStatementsLock_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("locks");
        const auto row = [](const char *name, const QString &sql, const QString &locks) {
            QTest::newRow(name) << sql << locks;
        };
        row("add column", u"ALTER TABLE public.t ADD x int"_s, u"public.t AccessExclusiveLock"_s);
        row("validate", u"ALTER TABLE t VALIDATE CONSTRAINT c"_s, u"t ShareUpdateExclusiveLock"_s);
        row("foreign key", u"ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u"_s,
            u"u ShareRowExclusiveLock, t ShareRowExclusiveLock"_s);
        row("two commands", u"ALTER TABLE t VALIDATE CONSTRAINT c, ADD x int"_s,
            u"t AccessExclusiveLock"_s);
        row("index", u"CREATE INDEX ON t (a)"_s, u"t ShareLock"_s);
        row("quietly", u"CREATE INDEX CONCURRENTLY i ON t (a)"_s, u"t ShareUpdateExclusiveLock"_s);
        row("drop", u"DROP TABLE t, s.u"_s, u"t AccessExclusiveLock, s.u AccessExclusiveLock"_s);
        row("drop index", u"DROP INDEX i"_s, u"i AccessExclusiveLock"_s);
        row("trigger", u"CREATE TRIGGER g BEFORE UPDATE ON t EXECUTE FUNCTION f()"_s,
            u"t ShareRowExclusiveLock"_s);
        row("drop trigger", u"DROP TRIGGER g ON s.t"_s, u"s.t AccessExclusiveLock"_s);
        row("comment", u"COMMENT ON COLUMN t.a IS 'x'"_s, u"t ShareUpdateExclusiveLock"_s);
        row("rows", u"UPDATE t SET a = (SELECT max(b) FROM u)"_s,
            u"t RowExclusiveLock, u AccessShareLock"_s);
        row("rename", u"ALTER TABLE t RENAME COLUMN a TO b"_s, u"t AccessExclusiveLock"_s);
        row("view", u"CREATE VIEW v AS SELECT * FROM t JOIN u USING (a)"_s,
            u"t AccessShareLock, u AccessShareLock"_s);
        row("policy", u"CREATE POLICY p ON t USING (true)"_s, u"t AccessExclusiveLock"_s);
        row("partition", u"CREATE TABLE p PARTITION OF t FOR VALUES IN (1)"_s,
            u"t AccessExclusiveLock"_s);
        row("made here", u"CREATE TABLE t (a int); CREATE INDEX i ON t (a); DROP INDEX i"_s, {});
        row("the strongest", u"CREATE INDEX ON t (a); ALTER TABLE t ADD x int; SELECT * FROM t"_s,
            u"t AccessExclusiveLock"_s);
        row("nothing", u"CREATE TYPE mood AS ENUM ('a')"_s, {});
    }

    void knowsWhatStatementsLock()
    {
        QFETCH(QString, sql);
        QFETCH(QString, locks);
        const auto needed = neededLocks(revisionOf(sql), Direction::Upgrade);
        QVERIFY(needed);
        QStringList lines;
        for (const NeededLock &lock : *needed)
            lines << QString(lock.relation).remove(u'"') + u' ' + lock.mode;
        QCOMPARE(lines.join(u", "), locks);
    }

    /// The server's own word on a statement, held against ours.
    void locksAsTheServerDoes_data()
    {
        QTest::addColumn<QString>("sql");
        for (const char *sql :
             {"ALTER TABLE t ADD x int", "ALTER TABLE t ALTER a SET STATISTICS 5",
              "ALTER TABLE t VALIDATE CONSTRAINT c", "CREATE INDEX ON t (a)",
              "ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u NOT VALID",
              "COMMENT ON TABLE t IS 'x'",
              "CREATE TRIGGER g BEFORE UPDATE ON t EXECUTE FUNCTION "
              "suppress_redundant_updates_trigger()",
              "DROP TABLE t", "TRUNCATE t", "ALTER TABLE t RENAME a TO z", "DELETE FROM t",
              "CREATE POLICY p ON t USING (true)", "ALTER TABLE t DISABLE TRIGGER ALL",
              "CREATE STATISTICS s ON a, b FROM t", "ALTER TABLE t SET (fillfactor = 50)",
              "ALTER TABLE t ENABLE ROW LEVEL SECURITY",
              "CREATE RULE r AS ON DELETE TO t DO ALSO "
              "NOTHING",
              "ALTER TABLE t SET SCHEMA s", "CREATE TABLE p () INHERITS (t)"})
            QTest::newRow(sql) << QString::fromUtf8(sql);
    }

    void locksAsTheServerDoes()
    {
        QFETCH(QString, sql);
        const test::TestDatabase database;
        database.run(
            u"CREATE SCHEMA s; CREATE TABLE u (id int PRIMARY KEY); CREATE TABLE t (a int, "
            "b int, CONSTRAINT c CHECK (a > 0) NOT VALID)"_s);
        const auto session = database.open();
        QVERIFY(session->script(u"BEGIN"_s));
        QVERIFY(session->query(sql));
        const auto real = session->query(
            u"SELECT mode FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'relation' AND "
            "relation = (SELECT oid FROM pg_class WHERE relname = 't' UNION ALL SELECT relation "
            "FROM pg_locks WHERE pid = pg_backend_pid() AND relation IS NOT NULL AND mode = "
            "'AccessExclusiveLock' AND NOT EXISTS (SELECT FROM pg_class WHERE relname = 't') "
            "ORDER BY 1 LIMIT 1)"_s);
        QVERIFY(real);
        const auto needed = neededLocks(revisionOf(sql), Direction::Upgrade);
        QVERIFY(needed);
        QString ours;
        for (const NeededLock &lock : *needed)
            ours = lock.relation == "\"t\""_L1 ? lock.mode : ours;
        QStringList modes;
        for (int row = 0; row < real->rows(); ++row)
            modes << real->text(row, 0);
        QVERIFY2(modes.contains(ours), qPrintable(ours + u" | "_s + modes.join(u' ')));
    }

    void namesWhoHoldsThem()
    {
        const test::TestDatabase database;
        database.run(u"CREATE TABLE t (a int); INSERT INTO t SELECT generate_series(1, 1000); "
                     "ANALYZE t; CREATE INDEX i ON t (a)"_s);
        const auto holder = reader(database, u"t"_s);
        const auto session = database.open();
        const auto locks = readRevisionLocks(
            *session, revisionOf(u"ALTER TABLE t ADD x int; DROP TABLE nowhere"_s),
            Direction::Upgrade);
        QVERIFY(locks);
        QCOMPARE(locks->tables.size(), 2);
        QCOMPARE(locks->tables.first().name, u"public.t"_s);
        QCOMPARE(locks->tables.first().rows, 1000);
        QVERIFY(locks->tables.first().bytes >= 40960);
        QVERIFY(!locks->tables.last().isThere);
        QCOMPARE(locks->holders.size(), 1);
        const LockHolder &found = locks->holders.first();
        QCOMPARE(found.application, u"report"_s);
        QCOMPARE(found.relation, u"public.t"_s);
        QCOMPARE(found.mode, u"AccessShareLock"_s);
        QCOMPARE(found.state, u"idle in transaction"_s);
        QVERIFY(found.query.contains(u"SELECT * FROM t"_s));
        QVERIFY(!found.since.isEmpty() && found.seconds >= 0);

        // Reading is in nobody's way who only builds an index, and none of an index's own.
        const auto index =
            readRevisionLocks(*session, revisionOf(u"CREATE INDEX ON t (a)"_s), Direction::Upgrade);
        QVERIFY(index && index->holders.isEmpty());
        const auto drop =
            readRevisionLocks(*session, revisionOf(u"DROP INDEX i"_s), Direction::Upgrade);
        QVERIFY(drop && !drop->holders.isEmpty());
    }

    void aRunSaysWhoHeldItUp()
    {
        const test::TestDatabase database;
        test::RevisionFolder folder;
        database.run(u"CREATE TABLE t (a int)"_s);
        folder.add(u"a1"_s, {}, u"ALTER TABLE t ADD x int"_s, u"ALTER TABLE t DROP x"_s);
        auto holder = reader(database, u"t"_s);
        const auto session = database.open();
        Migrator::Options options;
        options.times.lockTimeoutMs = 900;
        options.times.retries = 0;
        QMutex mutex;
        QList<LockHolder> seen;
        options.onWaiting = [&](const QList<LockHolder> &holders) {
            const QMutexLocker lock(&mutex);
            seen += holders;
        };
        Migrator migrator(*session, folder.files(), options);
        Progress progress;
        const auto report = migrator.upgrade(u"head"_s, progress);
        QVERIFY(!report);
        QCOMPARE(report.error().sqlState, u"55P03"_s);
        QVERIFY2(report.error().detail.contains(u"public.t (AccessShareLock): "_s)
                     && report.error().detail.contains(u", report) since "_s),
                 qPrintable(report.error().detail));
        QCOMPARE(migrator.lockHolders().size(), 1);
        const QMutexLocker lock(&mutex);
        QCOMPARE(seen.size(), 1);
        QCOMPARE(seen.first().pid, migrator.lockHolders().first().pid);
        holder.reset();
        QVERIFY(migrator.upgrade(u"head"_s, progress));
    }

    void theProgramSaysItAsJson()
    {
        const test::TestDatabase database;
        test::RevisionFolder folder;
        database.run(u"CREATE TABLE t (a int)"_s);
        folder.add(u"a1"_s, {}, u"ALTER TABLE t ADD x int"_s, u"ALTER TABLE t DROP x"_s);
        const auto holder = reader(database, u"t"_s);
        const auto run = test::runProgram({u"migrate"_s, u"upgrade"_s, u"a1"_s, u"--json"_s,
                                           u"--lock-timeout"_s, u"0.7"_s, u"--migrations"_s,
                                           folder.path(), u"--url"_s, database.url()});
        QCOMPARE(run.exitCode, 1);
        const QJsonObject answer = QJsonDocument::fromJson(run.out).object();
        QCOMPARE(answer.value(u"error"_s).toObject().value(u"sqlstate"_s).toString(), u"55P03"_s);
        const QJsonObject first = answer.value(u"blocked_by"_s).toArray().first().toObject();
        QCOMPARE(first.value(u"application"_s).toString(), u"report"_s);
        QCOMPARE(first.value(u"relation"_s).toString(), u"public.t"_s);
        QVERIFY2(run.error.contains("Waiting for a lock on public.t, held by "),
                 run.error.constData());
        QCOMPARE(test::runProgram({u"migrate"_s, u"upgrade"_s, u"--lock-timeout"_s, u"soon"_s,
                                   u"--url"_s, database.url()})
                     .exitCode,
                 2);
    }
};

QTEST_GUILESS_MAIN(MigrationLocksTest)
#include "tst_migrationlocks.moc"
