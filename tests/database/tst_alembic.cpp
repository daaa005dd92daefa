// SPDX-License-Identifier: GPL-3.0-or-later
// Against real SQLAlchemy and Alembic: what they make is what we make, and neither sees a
// difference in the other's database.
#include "models/schema/catalogue.h"
#include "models/schema/declaredtables.h"
#include "models/schema/insert.h"
#include "models/schema/rowjson.h"
#include "models/schema/schemacreation.h"
#include "models/schema/select.h"
#include "models/tables/player.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

/// stdout of a program; a failure ends the test.
QString output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit
        || process.exitCode() != 0) {
        qFatal("%s %s: %s %s", qPrintable(program), qPrintable(arguments.join(u' ')),
               qPrintable(process.errorString()), process.readAllStandardError().constData());
    }
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// Debian's own Python has the packages; another one earlier in PATH may not.
QString backend(const QString &action, const test::TestDatabase &database,
                const QStringList &rest = {})
{
    const QString script = QString::fromUtf8(ROSTER_SOURCE_DIR "/tests/support/backend_models.py");
    return output(u"/usr/bin/python3"_s, QStringList{script, action, database.url()} + rest)
        .trimmed();
}

QString pgDump()
{
    const QDir versions(u"/usr/lib/postgresql"_s);
    QStringList found = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    std::sort(found.begin(), found.end(),
              [](const QString &a, const QString &b) { return a.toInt() > b.toInt(); });
    return found.isEmpty() ? u"pg_dump"_s : versions.filePath(found.first() + u"/bin/pg_dump"_s);
}

/// The schema as `pg_dump -s` has it, without what differs from run to run.
QString dumped(const test::TestDatabase &database)
{
    QStringList lines;
    for (const QString &line :
         output(pgDump(), {u"--schema-only"_s, u"--dbname"_s, database.url()}).split(u'\n')) {
        // Newer releases fence the dump with a random key.
        if (!line.startsWith(u"\\restrict") && !line.startsWith(u"\\unrestrict"))
            lines << line;
    }
    return lines.join(u'\n');
}

}  // namespace

class AlembicTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ourTableIsTheirs()
    {
        test::TestDatabase ours;
        test::TestDatabase theirs;
        backend(u"create"_s, theirs);
        QVERIFY(createDeclaredTables(*ours.open(), declaredTables()));
        ours.run(u"DROP INDEX ix_players_level_name"_s);
        const QString expected = dumped(theirs);
        QVERIFY(expected.contains(u"CREATE TABLE public.players"));
        QCOMPARE(dumped(ours), expected);
    }

    void autogenerateSeesOurIndexOnly()
    {
        test::TestDatabase ours;
        QVERIFY(createDeclaredTables(*ours.open(), declaredTables()));
        QCOMPARE(backend(u"compare"_s, ours), u"remove_index ix_players_level_name"_s);
        QCOMPARE(backend(u"compare"_s, ours, {u"with index"_s}), QString());
    }

    /// Else the test before this one would prove nothing.
    void autogenerateCanSeeADifference()
    {
        test::TestDatabase ours;
        QVERIFY(createDeclaredTables(*ours.open(), declaredTables()));
        ours.run(u"ALTER TABLE players ADD extra int, ALTER name TYPE varchar(50)"_s);
        const QString differences = backend(u"compare"_s, ours, {u"with index"_s});
        QVERIFY2(differences.contains(u"remove_column None players extra"),
                 qPrintable(differences));
        QVERIFY2(differences.contains(u"modify_type None players name"), qPrintable(differences));
    }

    void theirDatabaseIsReadAndWritten()
    {
        test::TestDatabase theirs;
        backend(u"create"_s, theirs);
        const QString arne = backend(u"insert"_s, theirs, {u"Arne"_s, u"67"_s});
        const auto session = theirs.open();

        const auto table = readTable(*session, {u"public"_s, u"players"_s});
        QVERIFY(table);
        TableSchema declared = describe(players);
        TableSchema merged = mergeDeclared(*table);
        QCOMPARE(merged.columns, declared.columns);
        QCOMPARE(merged.primaryKey, declared.primaryKey);
        QCOMPARE(merged.defaultOrder, declared.defaultOrder);

        const auto rows = select(players).all(*session);
        QVERIFY(rows);
        const QJsonObject json = toJson(rows->first());
        QCOMPARE(
            QStringList({QString::number(json.value(u"id").toInt()), json.value(u"name").toString(),
                         QString::number(json.value(u"level").toInt()),
                         QString::number(json.value(u"total_exp").toInt()),
                         json.value(u"created_at").toString()})
                .join(u'|'),
            arne);

        const auto created = createDeclaredTables(*session, declaredTables());
        QVERIFY(created);
        QVERIFY(created->created.isEmpty());
        const Player auby{.name = u"Auby"_s,
                          .level = 69,
                          .totalExp = 270420,
                          .createdAt = *Timestamp::fromText("2026-01-02 03:04:05.000123")};
        QVERIFY(insert(*session, players, auby));
        QCOMPARE(backend(u"read"_s, theirs),
                 arne + u"\n2|Auby|69|270420|2026-01-02T03:04:05.000123"_s);
        QCOMPARE(backend(u"compare"_s, theirs), QString());
    }
};

QTEST_GUILESS_MAIN(AlembicTest)
#include "tst_alembic.moc"
