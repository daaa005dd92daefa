// SPDX-License-Identifier: GPL-3.0-or-later
// Revisions beside the real Alembic: what one applies the other goes on from.
#include "models/database/serverinfo.h"
#include "models/migration/alembicwriter.h"
#include "models/migration/migrator.h"
#include "models/schema/declaredtables.h"
#include "models/schema/schemacreation.h"
#include "tests/support/alembicproject.h"
#include "tests/support/program.h"
#include "tests/support/revisionfolder.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

/// The text of what the program said; its exit code before it unless it is 0.
QString ran(const QString &words, const test::TestDatabase &database, const QStringList &rest = {})
{
    const auto run =
        test::runProgram(words.split(u' ') + rest + QStringList{u"--url"_s, database.url()});
    const QString text = QString::fromUtf8(run.out + run.error).trimmed();
    return run.exitCode == 0 ? text : u"exit %1: %2"_s.arg(run.exitCode).arg(text);
}

QString schemas(const test::TestDatabase &database)
{
    return database.rows(u"SELECT string_agg(nspname, ' ' ORDER BY nspname) FROM pg_namespace "
                         "WHERE nspname !~ '^pg_|information_schema'"_s);
}

/// All that our log and its schema add left out.
QString publicSchema(const test::TestDatabase &database)
{
    return test::dumpedSchema(database, {u"--schema=public"_s});
}

Result<MigrationReport> upgraded(const test::TestDatabase &database, const RevisionFiles &files,
                                 const QString &target = u"head"_s)
{
    const auto session = database.open();
    Progress progress;
    return Migrator(*session, files, {}).upgrade(target, progress);
}

/// What breaks exports that are not exact.
QString awkward()
{
    QFile file(QString::fromUtf8(ROSTER_SOURCE_DIR "/tests/support/awkward.sql"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("awkward.sql");
    return QString::fromUtf8(file.readAll());
}

}  // namespace

class AlembicInteropTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstRevisionIsWhatCreateMade()
    {
        test::TestDatabase created;
        test::TestDatabase migrated;
        QVERIFY(createDeclaredTables(*created.open(), declaredTables()));
        QVERIFY(ran(u"migrate upgrade head"_s, migrated).contains(u"create players"));
        migrated.run(u"DROP TABLE alembic_version; DROP SCHEMA roster CASCADE"_s);
        QCOMPARE(test::dumpedSchema(migrated), test::dumpedSchema(created));
    }

    void alembicGoesOnFromOurs()
    {
        test::TestDatabase database;
        test::AlembicProject project;
        ran(u"migrate upgrade head"_s, database);
        QCOMPARE(test::alembicDifferences(database, true), QString());
        // Without our files it cannot know the row, and says so.
        QVERIFY(project.run({u"current"_s}, database).contains(u"Can't locate revision"));
        QVERIFY(ran(u"migrate export --alembic"_s, database, {project.path()})
                    .endsWith(u"/db/versions/5f2ab61c09d7_create_players.py"));
        QCOMPARE(ran(u"migrate export --alembic"_s, database, {project.path()}), QString());
        QCOMPARE(project.run({u"current"_s}, database), u"5f2ab61c09d7 (head)"_s);
        QCOMPARE(project.run({u"upgrade"_s, u"head"_s}, database), QString());
        const QString before = publicSchema(database);
        QCOMPARE(project.run({u"downgrade"_s, u"base"_s}, database), QString());
        QVERIFY(!publicSchema(database).contains(u"players"));
        QCOMPARE(project.run({u"upgrade"_s, u"head"_s}, database), QString());
        QCOMPARE(publicSchema(database), before);
        QCOMPARE(ran(u"migrate check"_s, database), QString());
    }

    void aDatabaseOfTheBackendIsAdopted()
    {
        test::TestDatabase database;
        test::AlembicProject project;
        QTemporaryDir folder;
        project.addFirst();
        QCOMPARE(project.run({u"upgrade"_s, u"head"_s}, database), QString());
        const QString before = test::dumpedSchema(database);

        // Nothing is pending, nothing is written.
        const QString checked = ran(u"migrate check"_s, database);
        QVERIFY2(checked.startsWith(u"Alembic made this database: "), qPrintable(checked));
        QVERIFY2(checked.endsWith(u"Only for speed, and up to you: added index "
                                  "public.ix_players_level_name"),
                 qPrintable(checked));
        database.run(u"ALTER TABLE players ALTER level DROP NOT NULL"_s);
        QVERIFY(ran(u"migrate check"_s, database)
                    .startsWith(u"exit 3: changed column public.players.level: "));
        database.run(u"ALTER TABLE players ALTER level SET NOT NULL"_s);
        QVERIFY(ran(u"migrate status"_s, database).contains(u"pending       none"));
        QVERIFY(ran(u"migrate upgrade head"_s, database).contains(u"stands at 43d6668d0b1f"));
        QVERIFY(ran(u"schema create"_s, database).contains(u"exists  public.players"));
        QCOMPARE(schemas(database), u"public"_s);
        QCOMPARE(test::dumpedSchema(database), before);

        // A new revision on top of the foreign head; its twin first.
        const QString path = ran(u"migrate new --quiet -m"_s, database,
                                 {u"add index"_s, u"--migrations"_s, folder.path()});
        QFile file(path);
        QVERIFY2(file.open(QIODevice::ReadWrite), qPrintable(path));
        QByteArray text = file.readAll();
        QVERIFY(text.contains("-- down_revision: 43d6668d0b1f\n"));
        text.replace("-- == upgrade ==\n",
                     "-- == upgrade ==\nCREATE INDEX ix_players_level_name ON players "
                     "(level DESC, name, id);\n");
        text.replace("-- == downgrade ==\n",
                     "-- == downgrade ==\nDROP INDEX ix_players_level_name;\n");
        file.resize(0);
        file.write(text);
        file.close();
        const QStringList both{u"--migrations"_s, folder.path(), u"--alembic"_s, project.path()};
        const QString said = ran(u"migrate upgrade"_s, database, both);
        QVERIFY2(said.contains(u"written for Alembic: ") && said.contains(u"(add index)"),
                 qPrintable(said));

        // The real backend is content.
        const QString id = database.rows(u"SELECT * FROM alembic_version"_s);
        QCOMPARE(project.run({u"current"_s}, database), id + u" (head)"_s);
        QCOMPARE(project.run({u"upgrade"_s, u"head"_s}, database), QString());
        QCOMPARE(test::alembicDifferences(database, true), QString());
        QVERIFY(project.run({u"revision"_s, u"--autogenerate"_s, u"-m"_s, u"next"_s}, database)
                    .contains(u"next.py"));
        QVERIFY(project.run({u"downgrade"_s, u"-1"_s}, database).isEmpty());
        QCOMPARE(test::dumpedSchema(database, {u"--exclude-schema=roster"_s}), before);
        QVERIFY(project.run({u"upgrade"_s, id}, database).isEmpty());
        QCOMPARE(ran(u"migrate current"_s, database, both), id + u" (add index)"_s);
        // What Alembic has on top is Alembic's to run.
        QVERIFY(ran(u"migrate upgrade"_s, database, both)
                    .contains(u"is a revision of Alembic's, which Roster does not run"));
    }

    void exportsAreExact()
    {
        test::TestDatabase ours;
        test::TestDatabase theirs;
        test::TestDatabase offline;
        test::AlembicProject project;
        test::RevisionFolder folder;
        folder.add(u"a1"_s, {}, awkward(), u"DROP TABLE awkward; DROP FUNCTION half, one"_s);
        folder.add(u"b1"_s, {u"a1"_s},
                   u"CREATE INDEX CONCURRENTLY i ON awkward (note); CREATE TABLE t (id int)"_s,
                   u"-- irreversible: it \"is\" 100% \\gone"_s, false);
        const RevisionFiles files = folder.files();
        const RevisionGraph graph(files.revisions);
        const auto written = AlembicWriter::exportTo(
            project.path(), graph, {test::revisionId(u"a1"_s), test::revisionId(u"b1"_s)});
        QVERIFY2(written, qPrintable(written ? QString() : written.error().message));
        QVERIFY(upgraded(ours, files));
        QCOMPARE(project.run({u"upgrade"_s, u"head"_s}, theirs), QString());
        QCOMPARE(publicSchema(theirs), publicSchema(ours));
        QVERIFY(project.run({u"downgrade"_s, u"-1"_s}, theirs)
                    .contains(u"NotImplementedError: it \"is\" 100% \\gone"));

        const QString sql =
            project.run({u"upgrade"_s, test::revisionId(u"a1"_s), u"--sql"_s}, offline);
        offline.run(sql);
        QVERIFY(upgraded(ours, files, u"a1"_s));
        QVERIFY(publicSchema(offline).contains(u"RETURN x % 2;  /* ; */"));
    }

    void aGapIsNotExported()
    {
        test::AlembicProject project;
        test::RevisionFolder folder;
        folder.add(u"a1"_s, {}, u"SELECT 1"_s);
        folder.add(u"b1"_s, {u"a1"_s}, u"SELECT 1"_s);
        const RevisionGraph graph(folder.files().revisions);
        const auto written =
            AlembicWriter::exportTo(project.path(), graph, {test::revisionId(u"b1"_s)});
        QVERIFY(!written);
        QVERIFY(written.error().message.contains(u"the parent of b10000000000 (step b1)"));
        QVERIFY(QDir(project.path() + u"/db/versions"_s).entryList(QDir::Files).isEmpty());
    }

    void twoPrograms_data()
    {
        QTest::addColumn<int>("run");
        const int runs = qEnvironmentVariableIsSet("ROSTER_FULL") ? 30 : 3;
        for (int i = 0; i < runs; ++i)
            QTest::addRow("%d", i) << i;
    }

    /// Both want the same revisions at the same time.
    void twoPrograms()
    {
        QFETCH(int, run);
        test::TestDatabase database;
        test::AlembicProject project;
        test::RevisionFolder folder;
        folder.add(u"a1"_s, {}, u"CREATE TABLE a (id int)"_s);
        folder.add(u"b1"_s, {u"a1"_s}, u"ALTER TABLE a ADD x int; CREATE TABLE b (id int)"_s);
        folder.add(u"c1"_s, {u"b1"_s}, u"ALTER TABLE b ADD x int"_s);
        const RevisionFiles files = folder.files();
        const RevisionGraph graph(files.revisions);
        QStringList ids;
        for (const Revision &revision : graph.revisions())
            ids << revision.id;
        QVERIFY(AlembicWriter::exportTo(project.path(), graph, ids));
        QVERIFY(upgraded(database, files, u"a1"_s));

        const auto alembic = project.start({u"upgrade"_s, u"head"_s}, database);
        QVERIFY(alembic->waitForStarted());
        // Python takes a while to begin; meet it at another moment each time.
        const auto waiter = database.open();
        static_cast<void>(waiter->query(u"SELECT pg_sleep(%1)"_s.arg(0.25 + 0.05 * (run % 10))));
        const auto report = upgraded(database, files);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().toText()));
        QVERIFY(alembic->waitForFinished(60000));
        QCOMPARE(database.rows(u"SELECT * FROM alembic_version"_s), u"c10000000000"_s);
        QCOMPARE(database
                     .rows(u"SELECT string_agg(attrelid::regclass || '.' || attname, ' ' ORDER "
                           "BY 1) FROM pg_attribute WHERE attname = 'x' AND NOT attisdropped "
                           "AND attrelid::regclass::text IN ('a', 'b')"_s)
                     .size(),
                 7);
        QVERIFY(upgraded(database, files));
    }
};

QTEST_GUILESS_MAIN(AlembicInteropTest)
#include "tst_alembicinterop.moc"
