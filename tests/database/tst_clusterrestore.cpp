// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dumptext.h"
#include "tests/support/program.h"
#include "tests/support/restorefiles.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

namespace {

const QString oddName = u"my 'd\\b' \"ü=1"_s;

/// A whole server of its own: what pg_dumpall writes is all of one.
class Cluster
{
public:
    Cluster()
    {
        if (run({u"start"_s, m_folder.path()}) != 0)
            qFatal("no server");
        QFile place(m_folder.filePath(u"location"_s));
        if (!place.open(QIODevice::ReadOnly))
            qFatal("no location");
        const QString host = QString::fromUtf8(place.readAll()).trimmed() + u"/run"_s;
        m_profile = LiveDatabase::profileOf(u"postgres"_s);
        m_profile.parameters[u"host"_s] = host;
        m_host = host;
    }
    ~Cluster() { run({u"stop"_s, m_folder.path()}); }
    Q_DISABLE_COPY_MOVE(Cluster)

    void sql(const QString &database, const QString &text) const
    {
        ConnectionProfile profile = m_profile;
        profile.parameters[u"dbname"_s] = database;
        const auto session = Session::open(profile);
        if (!session)
            qFatal("%s", qPrintable(session.error().toText()));
        for (const QString &one : text.split(u";\n"_s)) {
            if (const auto done = (*session)->query(one); !done)
                qFatal("%s", qPrintable(done.error().toText()));
        }
    }
    QByteArray dumpAll(const QStringList &options = {}) const
    {
        QProcess process;
        process.start(u"pg_dumpall"_s,
                      QStringList{u"-h"_s, m_host, u"-U"_s, u"roster"_s} + options);
        if (!process.waitForFinished(60000) || process.exitCode() != 0)
            qFatal("pg_dumpall: %s", process.readAllStandardError().constData());
        return process.readAllStandardOutput();
    }

private:
    static int run(const QStringList &words)
    {
        return QProcess::execute(
            QString::fromUtf8(ROSTER_SOURCE_DIR) + u"/tests/support/postgres-server"_s, words);
    }
    QTemporaryDir m_folder;
    QString m_host;
    ConnectionProfile m_profile;
};

class TestClusterRestore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void listsDatabases();
    void restoresOne_data();
    void restoresOne();
    void stopsForRoles();
    void refuses_data();
    void refuses();
    void readsCreateDumps();

private:
    const RestoreFiles m_files{u"clu"_s};
    QByteArray m_dump;
    QByteArray m_cleanDump;
};

void TestClusterRestore::initTestCase()
{
    const Cluster cluster;
    const QString odd = u'"' + QString(oddName).replace(u'"', u"\"\""_s) + u'"';
    cluster.sql(
        u"postgres"_s,
        u"CREATE ROLE clu_coach;\nCREATE ROLE clu_idle;\nCREATE DATABASE game;\nCREATE "
        "DATABASE other;\nCREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0 LOCALE "
        "'C';\nALTER DATABASE game SET work_mem = '8MB';\nCOMMENT ON DATABASE game IS 'x';\n"
        "ALTER ROLE clu_coach IN DATABASE game SET work_mem = '9MB';\nCREATE DATABASE "_s
            + odd);
    cluster.sql(
        u"game"_s,
        u"CREATE TABLE players (id int PRIMARY KEY, note text);\nINSERT INTO players "
        "SELECT n, E'\\\\connect other\\n\\\\connect other' FROM generate_series(1, 300) n;\n"
        "ALTER TABLE players OWNER TO clu_coach"_s);
    cluster.sql(u"other"_s, u"CREATE TABLE never (id int);\nINSERT INTO never VALUES (1)"_s);
    cluster.sql(u"latin"_s, u"CREATE TABLE words (w text);\nINSERT INTO words VALUES ('bøk')"_s);
    cluster.sql(oddName, u"CREATE TABLE \"o d\" (id int);\nINSERT INTO \"o d\" VALUES (7)"_s);
    m_dump = cluster.dumpAll();
    m_cleanDump = cluster.dumpAll({u"--clean"_s, u"--if-exists"_s});
}

void TestClusterRestore::listsDatabases()
{
    for (const QByteArray &dump : {m_dump, m_cleanDump}) {
        const QString file = m_files.packed(u"all.sql.gz"_s, dump);
        const ProgramRun run = runProgram({u"backup"_s, u"inspect"_s, file, u"--json"_s});
        QVERIFY2(run.exitCode == 0, run.error.constData());
        const QJsonArray found =
            QJsonDocument::fromJson(run.out).object().value("databases"_L1).toArray();
        QStringList names;
        for (const QJsonValue &one : found)
            names << one["name"_L1].toString() + u' ' + QString::number(one["rows"_L1].toInt());
        names.sort();
        QCOMPARE(names, (QStringList{u"game 300"_s, u"latin 1"_s, oddName + u" 1"_s, u"other 1"_s,
                                     u"postgres 0"_s, u"template1 0"_s}));
        QCOMPARE(found.last()["name"_L1].toString(), u"postgres"_s);
        const ProgramRun one =
            runProgram({u"backup"_s, u"inspect"_s, file, u"--json"_s, u"--database"_s, u"game"_s});
        const QJsonObject game = QJsonDocument::fromJson(one.out).object();
        QCOMPARE(game.value("rows"_L1).toInt(), 300);
        QVERIFY(game.value("complete"_L1).toBool());
    }
    QFile::remove(m_files.path(u"all.sql.gz"_s));
}

void TestClusterRestore::restoresOne_data()
{
    QTest::addColumn<QString>("database");
    QTest::addColumn<bool>("isClean");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("rows");
    const QString game = u"SELECT count(*), min(note) FROM players"_s;
    const QString gameRows = u"300|\\connect other\n\\connect other"_s;
    QTest::newRow("game") << u"game"_s << false << game << gameRows;
    QTest::newRow("game, --clean") << u"game"_s << true << game << gameRows;
    QTest::newRow("latin") << u"latin"_s << false << u"SELECT w FROM words"_s << u"bøk"_s;
    QTest::newRow("odd") << oddName << false << u"SELECT id FROM \"o d\""_s << u"7"_s;
    QTest::newRow("template1") << u"template1"_s << true << u"SELECT 1"_s << u"1"_s;
}

void TestClusterRestore::restoresOne()
{
    QFETCH(QString, database);
    QFETCH(bool, isClean);
    QFETCH(QString, query);
    const LiveDatabase live(u"clu_live"_s);
    const QString file = m_files.write(u"all.sql"_s, isClean ? m_cleanDump : m_dump);
    const QString roles = LiveDatabase::rowsIn(u"postgres"_s, u"SELECT count(*) FROM pg_roles"_s);
    const ProgramRun run = runProgram({u"restore"_s, file, u"--database"_s, database,
                                       u"--replace"_s, live.name(), u"--yes-replace"_s, live.name(),
                                       u"--roles"_s, u"leave-out"_s, u"--url"_s, live.url()});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    QTEST(live.rows(query), "rows");
    QCOMPARE(live.rows(u"SELECT to_regclass('public.never')"_s), u"∅"_s);
    QCOMPARE(live.rows(u"SELECT setdatabase FROM pg_db_role_setting s JOIN pg_database d ON "
                       "d.oid = s.setdatabase WHERE datname = current_database()"_s),
             QString());
    QCOMPARE(LiveDatabase::rowsIn(u"postgres"_s, u"SELECT count(*) FROM pg_roles"_s), roles);
    if (database == u"latin"_s)
        QVERIFY2(run.error.contains("LATIN1"), run.error.constData());
}

void TestClusterRestore::stopsForRoles()
{
    const LiveDatabase live(u"clu_live"_s);
    const QString file = m_files.write(u"all.sql"_s, m_dump);
    const QString before = live.fingerprint();
    const QStringList words{u"restore"_s,   file,        u"--database"_s,    u"game"_s,
                            u"--replace"_s, live.name(), u"--yes-replace"_s, live.name(),
                            u"--dry-run"_s, u"--url"_s,  live.url()};
    ProgramRun run = runProgram(words);
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.error.contains("not: clu_coach."), run.error.constData());
    run = runProgram(words + QStringList{u"--map-role"_s, u"clu_coach=roster"_s});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    QVERIFY2((run.out + run.error).contains("clu_idle"), run.error.constData());
    QCOMPARE(live.fingerprint(), before);
}

void TestClusterRestore::refuses_data()
{
    QTest::addColumn<QByteArray>("dump");
    QTest::addColumn<QString>("database");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("none picked") << m_dump << QString() << QByteArray("--database");
    QTest::newRow("not there") << m_dump << u"nope"_s << QByteArray("game");
    QTest::newRow("cut off") << m_dump.first(m_dump.size() - 60) << u"game"_s
                             << QByteArray("cut off");
    QByteArray hostile = m_dump;
    hostile.replace("CREATE TABLE public.never", "\\! touch /tmp/x\nCREATE TABLE public.never");
    QTest::newRow("shell elsewhere") << hostile << u"game"_s << QByteArray("command for psql");
    hostile = m_dump;
    hostile.replace("CREATE TABLE public.players", "\\connect other\nCREATE TABLE public.players");
    QTest::newRow("connect within") << hostile << u"game"_s << QByteArray("cut off");
}

void TestClusterRestore::refuses()
{
    QFETCH(QByteArray, dump);
    QFETCH(QString, database);
    QFETCH(QByteArray, says);
    const LiveDatabase live(u"clu_live"_s);
    const QString before = live.fingerprint();
    QStringList words{u"restore"_s,       m_files.write(u"all.sql"_s, dump),
                      u"--replace"_s,     live.name(),
                      u"--yes-replace"_s, live.name(),
                      u"--url"_s,         live.url(),
                      u"--roles"_s,       u"leave-out"_s};
    if (!database.isEmpty())
        words << u"--database"_s << database;
    const ProgramRun run = runProgram(words);
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.error.contains(says), run.error.constData());
    QCOMPARE(live.fingerprint(), before);
    QCOMPARE(live.leftovers(), QStringList());
}

void TestClusterRestore::readsCreateDumps()
{
    const LiveDatabase source(u"clu s'o \"ü"_s);
    source.run(u"CREATE TABLE players AS SELECT n AS id FROM generate_series(1, 5) n"_s);
    const LiveDatabase live(u"clu_live"_s);
    for (const QStringList &options :
         {QStringList{u"-C"_s}, QStringList{u"-C"_s, u"--clean"_s, u"--if-exists"_s}}) {
        // Its name is odd: pg_dump takes it as a connection string.
        QByteArray dump = dumpOf(source.name(), options);
        const QString file = m_files.packed(u"created.sql.gz"_s, dump);
        const QStringList words{u"restore"_s,       file,        u"--replace"_s, live.name(),
                                u"--yes-replace"_s, live.name(), u"--url"_s,     live.url()};
        const ProgramRun run = runProgram(words);
        QVERIFY2(run.exitCode == 0, run.error.constData());
        QCOMPARE(live.rows(u"SELECT count(*) FROM players"_s), u"5"_s);
        QVERIFY2(run.error.contains("passed over"), run.error.constData());
        const QString before = live.fingerprint();
        dump.replace("COPY public.players", "\\connect postgres\nCOPY public.players");
        m_files.packed(u"created.sql.gz"_s, dump);
        const ProgramRun refused = runProgram(words);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.error.contains("Line "), refused.error.constData());
        QCOMPARE(live.fingerprint(), before);
    }
    QCOMPARE(source.rows(u"SELECT count(*) FROM players"_s), u"5"_s);
}

}  // namespace

QTEST_GUILESS_MAIN(TestClusterRestore)
#include "tst_clusterrestore.moc"
