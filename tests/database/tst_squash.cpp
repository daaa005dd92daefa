// SPDX-License-Identifier: GPL-3.0-or-later
// One revision in the place of many, on databases that have none, some and all of these.
#include "models/migration/migrator.h"
#include "tests/support/alembicproject.h"
#include "tests/support/program.h"
#include "tests/support/revisionfolder.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

const QStringList embedded{u"5f2ab61c09d7"_s};
const QStringList replaced{u"a1"_s, u"b1"_s, u"c1"_s};

struct Place
{
    test::TestDatabase database;
    test::RevisionFolder folder;

    /// `base`: what the first one stands on; the program has a revision of its own.
    explicit Place(const QStringList &base = {})
    {
        folder.add(u"a1"_s, base, u"CREATE TABLE a (id int)"_s, u"DROP TABLE a"_s);
        folder.add(u"b1"_s, {u"a1"_s}, u"CREATE TABLE b (id int)"_s, u"DROP TABLE b"_s);
        folder.add(u"c1"_s, {u"b1"_s}, u"CREATE TABLE c (id int)"_s, u"DROP TABLE c"_s);
    }

    void addSquash(const QStringList &base = {})
    {
        folder.add(u"e1"_s, base,
                   u"CREATE TABLE a (id int); CREATE TABLE b (id int); CREATE TABLE c (id int)"_s,
                   u"DROP TABLE c; DROP TABLE b; DROP TABLE a"_s, true, replaced);
    }
    void addNext(const QString &parent = u"c1"_s)
    {
        folder.add(u"d1"_s, {parent}, u"CREATE TABLE d (id int)"_s, u"DROP TABLE d"_s);
    }
    void removeOld()
    {
        for (const QString &id : replaced)
            folder.remove(id);
    }

    QString upgrade(const QString &target = u"head"_s) { return run(&Migrator::upgrade, target); }
    QString downgrade(const QString &target) { return run(&Migrator::downgrade, target); }
    QString stamp(const QString &target) { return run(&Migrator::stamp, target); }
    QString run(Result<MigrationReport> (Migrator::*what)(const QString &, Progress &),
                const QString &target)
    {
        const auto session = database.open();
        Migrator migrator(*session, folder.files(), {});
        Progress progress;
        return test::told((migrator.*what)(target, progress));
    }
    MigrationState state() const { return *MigrationState::read(*database.open(), folder.files()); }
    SquashPlace::Kind kind() const { return state().squashes().value(0).kind; }

    QString rows() const
    {
        return database.rows(u"SELECT string_agg(left(version_num, 2), ' ' ORDER BY 1) FROM "
                             "alembic_version"_s);
    }
    QString tables() const
    {
        return database.rows(
            u"SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_class WHERE relkind = "
            "'r' AND relnamespace = 'public'::regnamespace AND relname <> 'alembic_version'"_s);
    }
    QString log() const
    {
        return database.rows(u"SELECT string_agg(direction || ' ' || left(revision, 2), ', ' "
                             "ORDER BY id) FROM roster.migration_log"_s);
    }
    /// As Alembic leaves a database: rows, and no log of ours.
    void madeByAlembic(const QString &id)
    {
        database.run(u"CREATE TABLE alembic_version (version_num varchar(32) NOT NULL, CONSTRAINT "
                     "alembic_version_pkc PRIMARY KEY (version_num)); INSERT INTO alembic_version "
                     "VALUES ('%1')"_s.arg(test::revisionId(id)));
    }

    test::ProgramRun program(const QStringList &words) const
    {
        return test::runProgram(
            QStringList{u"migrate"_s} + words
            + QStringList{u"--migrations"_s, folder.path(), u"--url"_s, database.url()});
    }
};

}  // namespace

class SquashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewDatabaseRunsOnlyTheSquash()
    {
        Place place;
        place.addSquash();
        place.addNext();
        QCOMPARE(place.state().pending(),
                 QStringList({test::revisionId(u"e1"_s), test::revisionId(u"d1"_s)}));
        QCOMPARE(place.upgrade(), u"up e1, up d1 -> d1"_s);
        QCOMPARE(place.tables(), u"a b c d"_s);
        QCOMPARE(place.downgrade(u"-1"_s), u"down d1 -> e1"_s);
        QCOMPARE(place.rows(), u"e1"_s);
        QCOMPARE(place.kind(), SquashPlace::Kind::Applied);
        QCOMPARE(place.downgrade(u"base"_s), u"down e1 -> "_s);
        QCOMPARE(place.tables(), u"∅"_s);
        // The end of what it replaces is the squash; what was within it is no place any more.
        QCOMPARE(place.upgrade(u"c1"_s), u"up e1 -> e1"_s);
        QCOMPARE(place.upgrade(u"b1"_s), u"b10000000000 is part of what e10000000000 replaces."_s);
    }

    void whoHasAllCountsAsHavingTheSquash()
    {
        Place place;
        QCOMPARE(place.upgrade(), u"up a1, up b1, up c1 -> c1"_s);
        place.addSquash();
        QCOMPARE(place.kind(), SquashPlace::Kind::Counted);
        QCOMPARE(place.state().rows(), QStringList{test::revisionId(u"e1"_s)});
        QVERIFY(place.state().pending().isEmpty());
        // While the old files are there the row may stay what it was.
        QCOMPARE(place.upgrade(), u" -> e1"_s);
        QCOMPARE(place.rows(), u"c1"_s);
        place.removeOld();
        QCOMPARE(place.upgrade(), u" -> e1"_s);
        QCOMPARE(place.rows(), u"e1"_s);
        QCOMPARE(place.log(), u"upgrade a1, upgrade b1, upgrade c1, stamp e1"_s);
        place.addNext();
        QCOMPARE(place.upgrade(), u"up d1 -> d1"_s);
        QCOMPARE(place.downgrade(u"base"_s), u"down d1, down e1 -> "_s);
        QCOMPARE(place.tables(), u"∅"_s);
    }

    void goesOnFromARowOfTheReplaced()
    {
        Place place;
        place.upgrade();
        place.addSquash();
        place.addNext(u"e1"_s);
        QCOMPARE(place.upgrade(), u"up d1 -> d1"_s);
        QCOMPARE(place.rows(), u"d1"_s);
        QCOMPARE(place.kind(), SquashPlace::Kind::Applied);
    }

    void undoesTheSquashOfARowOfTheReplaced()
    {
        Place place;
        place.upgrade();
        place.addSquash();
        QCOMPARE(place.downgrade(u"-1"_s), u"down e1 -> "_s);
        QCOMPARE(place.tables(), u"∅"_s);
        QCOMPARE(place.rows(), u"∅"_s);
    }

    void theMiddleGoesOnByTheOldFiles()
    {
        Place place;
        QCOMPARE(place.upgrade(u"b1"_s), u"up a1, up b1 -> b1"_s);
        place.addSquash();
        place.addNext(u"e1"_s);
        QCOMPARE(place.kind(), SquashPlace::Kind::Waiting);
        QCOMPARE(place.upgrade(), u"up c1, up d1 -> d1"_s);
        QCOMPARE(place.tables(), u"a b c d"_s);
        QCOMPARE(place.kind(), SquashPlace::Kind::Applied);
        QVERIFY(place.state().pending().isEmpty());
    }

    void theMiddleWithoutTheOldFilesIsRefused()
    {
        Place place;
        place.upgrade(u"b1"_s);
        place.addSquash();
        place.removeOld();
        QCOMPARE(place.upgrade(),
                 u"The database is in the middle of what e10000000000 (step e1) replaces, and the "
                 "files of what is left to run are gone: c10000000000."_s);
        QCOMPARE(place.rows(), u"b1"_s);
        QCOMPARE(place.tables(), u"a b"_s);
    }

    void rowsThatAlembicWroteCount()
    {
        Place place;
        place.database.run(u"CREATE TABLE a (id int); CREATE TABLE b (id int); "
                           "CREATE TABLE c (id int)"_s);
        place.madeByAlembic(u"c1"_s);
        place.addSquash();
        place.removeOld();
        place.addNext();
        QCOMPARE(place.kind(), SquashPlace::Kind::Counted);
        QVERIFY(!place.state().isForeign());
        QCOMPARE(place.upgrade(), u"up d1 -> d1"_s);
        QCOMPARE(place.log(), u"stamp e1, upgrade d1"_s);

        Place middle;
        middle.madeByAlembic(u"b1"_s);
        middle.addSquash();
        middle.removeOld();
        QVERIFY(middle.upgrade().startsWith(u"The database is in the middle of what "));
        middle.database.run(u"UPDATE alembic_version SET version_num = 'c10000000000'"_s);
        QCOMPARE(middle.stamp(u"current"_s), u" -> e1"_s);
        QCOMPARE(middle.rows(), u"e1"_s);
    }

    void aSquashOfASquash()
    {
        Place fresh;
        fresh.addSquash();
        fresh.addNext();
        fresh.folder.add(u"f1"_s, {}, u"CREATE TABLE a (id int); CREATE TABLE d (id int)"_s,
                         u"DROP TABLE d; DROP TABLE a"_s, true,
                         replaced + QStringList{u"e1"_s, u"d1"_s});
        QCOMPARE(fresh.upgrade(), u"up f1 -> f1"_s);

        for (const QString &at : {u"c1"_s, u"b1"_s}) {
            Place place;
            place.upgrade(at);
            place.addSquash();
            place.addNext();
            place.folder.add(u"f1"_s, {}, u"SELECT 1"_s, u"SELECT 1"_s, true,
                             replaced + QStringList{u"e1"_s, u"d1"_s});
            QCOMPARE(place.upgrade(), at == u"c1"_s ? u"up d1 -> d1"_s : u"up c1, up d1 -> d1"_s);
            QCOMPARE(place.state().rows(), QStringList{test::revisionId(u"f1"_s)});
            QVERIFY(place.state().pending().isEmpty());
        }
    }

    void whatStoppedHalfWayGoesOnFirst()
    {
        Place place;
        place.folder.remove(u"a1"_s);
        place.folder.add(u"a1"_s, {}, u"CREATE TABLE a (id int); SELECT 1 / count(*) FROM a"_s,
                         u"DROP TABLE a"_s, false);
        QVERIFY(place.upgrade().contains(u"division by zero"));
        place.addSquash();
        QCOMPARE(place.kind(), SquashPlace::Kind::Waiting);
        place.database.run(u"INSERT INTO a VALUES (1)"_s);
        QCOMPARE(place.upgrade(), u"up a1 again, up b1, up c1 -> c1"_s);
        QCOMPARE(place.kind(), SquashPlace::Kind::Counted);
    }

    void twoThatReplaceTheSameAreRefused()
    {
        Place place;
        place.addSquash();
        place.folder.add(u"f1"_s, {}, u"SELECT 1"_s, {}, true, {u"b1"_s, u"c1"_s});
        const QString said = place.upgrade();
        QVERIFY2(said.endsWith(u"b10000000000 is replaced by e10000000000 already."),
                 qPrintable(said));
        place.folder.remove(u"f1"_s);
        place.folder.remove(u"e1"_s);
        place.folder.add(u"e1"_s, {}, u"SELECT 1"_s, {}, true, {u"c1"_s, u"b1"_s, u"a1"_s});
        QVERIFY(place.upgrade().endsWith(u"has to be the one they lead to."));
    }

    void theProgramWritesIt()
    {
        Place place(embedded);
        place.folder.add(u"d1"_s, {u"c1"_s}, u"ALTER TABLE a ADD x int -- wide"_s,
                         u"ALTER TABLE a DROP x"_s);
        QCOMPARE(place.program({u"upgrade"_s, u"b1"_s}).exitCode, 0);
        const auto run = place.program({u"squash"_s, u"b1"_s, u"head"_s, u"--json"_s});
        QVERIFY2(run.exitCode == 0, run.error.constData());
        const QJsonObject answer = QJsonDocument::fromJson(run.out).object();
        QCOMPARE(answer.value(u"replaces"_s).toArray(),
                 QJsonArray({u"b10000000000"_s, u"c10000000000"_s, u"d10000000000"_s}));
        QCOMPARE(answer.value(u"down_revision"_s).toArray(), QJsonArray{u"a10000000000"_s});
        QFile file(answer.value(u"path"_s).toString());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QVERIFY2(text.contains(u"ADD x int -- wide\n;"), qPrintable(text));
        QCOMPARE(QDir(place.folder.path()).entryList(QDir::Files).size(), 5);
        QCOMPARE(QString::fromUtf8(place.program({u"status"_s}).error).section(u' ', 1, 1),
                 u"waits:"_s);
        QCOMPARE(place.program({u"upgrade"_s}).out,
                 QByteArray("upgrade c10000000000 (step c1)\nupgrade d10000000000 (step d1)\n"));

        const test::TestDatabase other;
        QVERIFY(test::runProgram({u"migrate"_s, u"upgrade"_s, u"--migrations"_s,
                                  place.folder.path(), u"--url"_s, other.url()})
                    .out.endsWith("(squash of 3 revisions up to d10000000000)\n"));
        const QStringList ours{u"--exclude-schema=roster"_s};
        QCOMPARE(test::dumpedSchema(other, ours), test::dumpedSchema(place.database, ours));
        QVERIFY(QString::fromUtf8(place.program({u"status"_s}).error)
                    .contains(u"may be taken away: b10000000000, c10000000000, d10000000000"));
        // Nothing of it is left on the server.
        QCOMPARE(other.rows(u"SELECT count(*) FROM pg_database WHERE datname LIKE '%scratch%'"_s),
                 u"0"_s);
    }

    void aLabelOfAnEnumNeedsItsOwnTransaction()
    {
        Place place;
        place.folder.add(u"d1"_s, {u"c1"_s}, u"CREATE TYPE mood AS ENUM ('a')"_s,
                         u"DROP TYPE mood"_s);
        place.folder.add(u"e1"_s, {u"d1"_s}, u"ALTER TYPE mood ADD VALUE 'b'"_s,
                         u"-- irreversible: labels stay"_s);
        place.folder.add(u"f1"_s, {u"e1"_s}, u"CREATE TABLE f (m mood DEFAULT 'b')"_s,
                         u"DROP TABLE f"_s);
        place.folder.add(u"ab"_s, {u"f1"_s}, u"-- only a note"_s, u"-- nothing"_s);
        const auto run = place.program({u"squash"_s, u"e1"_s, u"ab"_s, u"--dry-run"_s});
        QVERIFY2(run.exitCode == 0, run.error.constData());
        QVERIFY2(run.out.contains("-- transaction: no\n"), run.out.constData());
        QVERIFY(run.out.contains("-- irreversible: labels stay (e10000000000)\n"));
        QVERIFY2(run.out.contains("-- only a note\n\n-- == downgrade"), run.out.constData());
    }

    void whatWouldMakeSomethingElseIsNotWritten()
    {
        Place place;
        place.folder.add(u"d1"_s, {u"c1"_s}, u"CREATE SCHEMA o; SET search_path = o"_s,
                         u"DROP SCHEMA o"_s);
        place.folder.add(u"e1"_s, {u"d1"_s}, u"CREATE TABLE e (id int)"_s, u"DROP TABLE e"_s);
        const auto run = place.program({u"squash"_s, u"d1"_s, u"e1"_s});
        QCOMPARE(run.exitCode, 1);
        const QString said = QString::fromUtf8(run.error);
        QVERIFY2(said.contains(u"The squash makes something else than what it replaces."),
                 qPrintable(said));
        QVERIFY2(said.contains(u"added table o.e"), qPrintable(said));
        QCOMPARE(QDir(place.folder.path()).entryList(QDir::Files).size(), 5);
    }

    void whatOthersStandOnStays()
    {
        Place place;
        place.folder.add(u"d1"_s, {u"b1"_s}, u"SELECT 1"_s);
        const auto run = place.program({u"squash"_s, u"a1"_s, u"c1"_s});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.error.contains("d10000000000 (step d1) stands on b10000000000"),
                 run.error.constData());
        QCOMPARE(place.program({u"squash"_s, u"a1"_s, u"a1"_s}).exitCode, 2);
        QCOMPARE(place.program({u"squash"_s, u"c1"_s, u"a1"_s}).exitCode, 1);
    }

    /// The real Alembic knows no squashes: while its folder has the old files, these stand.
    void besideAlembic()
    {
        Place place(embedded);
        const test::AlembicProject project;
        const QStringList alembic{u"--alembic"_s, project.path()};
        QCOMPARE(place.program(QStringList{u"export"_s} + alembic).exitCode, 0);
        QCOMPARE(project.run({u"upgrade"_s, u"head"_s}, place.database), QString());
        QCOMPARE(place.rows(), u"c1"_s);
        place.addSquash(embedded);
        place.addNext();
        QCOMPARE(place.program(QStringList{u"upgrade"_s} + alembic).exitCode, 0);
        QCOMPARE(place.rows(), u"d1"_s);
        QCOMPARE(project.run({u"current"_s}, place.database), u"d10000000000 (head)"_s);
        QVERIFY(place.program(QStringList{u"status"_s} + alembic)
                    .error.contains("waits: Alembic's folder has files"));
        QCOMPARE(project.run({u"downgrade"_s, u"-1"_s}, place.database), QString());

        // Taken away there, the squash stands, also for Alembic.
        const QDir versions(project.path() + u"/db/versions"_s);
        for (const QString &id : replaced)
            QFile::remove(versions.filePath(versions.entryList({id + u'*'}).value(0)));
        place.removeOld();
        QVERIFY(!project.run({u"current"_s}, place.database).startsWith(u"d1"));
        const auto run = place.program(QStringList{u"upgrade"_s, u"e1"_s} + alembic);
        QVERIFY2(run.exitCode == 0, run.error.constData());
        QCOMPARE(place.rows(), u"e1"_s);
        QCOMPARE(place.program(QStringList{u"export"_s} + alembic).exitCode, 0);
        QCOMPARE(project.run({u"current"_s}, place.database), u"e10000000000"_s);
        QCOMPARE(project.run({u"upgrade"_s, u"head"_s}, place.database), QString());
        QCOMPARE(project.run({u"current"_s}, place.database), u"d10000000000 (head)"_s);
        QCOMPARE(place.program({u"upgrade"_s}).error, QByteArray("The database stands at "
                                                                 "d10000000000.\n"));

        const test::TestDatabase fresh;
        QCOMPARE(project.run({u"upgrade"_s, u"head"_s}, fresh), QString());
        QCOMPARE(test::dumpedSchema(fresh, {u"--schema=public"_s}),
                 test::dumpedSchema(place.database, {u"--schema=public"_s}));
    }
};

QTEST_GUILESS_MAIN(SquashTest)
#include "tst_squash.moc"
