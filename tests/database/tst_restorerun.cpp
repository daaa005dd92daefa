// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/dumpfill.h"
#include "models/restore/restoreleftovers.h"
#include "models/restore/restorerun.h"
#include "tests/support/dumptext.h"
#include "tests/support/restorefiles.h"
#include "tests/support/restoresource.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

namespace {

class TestRestoreRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replacesWhatWasLost();
    void dumpsEqualAgain();
    void makesANewDatabase();
    void refusesATakenName();
    void refusesWithoutTheName();
    void namesMissingRolesAndExtensions();
    void leavesOutOrMakesRoles();
    void saysWhatCannotFit();
    void withoutCreatedb();
    void anotherEncoding();
    void ownerNeedsNoSuperuser();

private:
    const RestoreSource m_source{u"run"_s};
    const QByteArray m_dump = m_source.dump();
};

void TestRestoreRun::replacesWhatWasLost()
{
    const LiveDatabase live(u"run_live"_s, u"OWNER run_owner"_s);
    live.run(u"CREATE TABLE players (id int, created_at timestamp); INSERT INTO players VALUES (1, "
             "'2026-05-05'); CREATE TABLE extra AS SELECT 1 AS x; "
             "ALTER DATABASE run_live SET roster.environment = 'production'"_s);
    const QString before = live.fingerprint();
    Progress progress;
    auto restore = RestoreRun::prepare(requestFor(live, m_dump), progress);
    QVERIFY2(restore, qPrintable(why(restore)));
    QCOMPARE(live.fingerprint(), before);
    QCOMPARE((*restore)->loaded().rows.value({u"public"_s, u"players"_s}), 500);
    QCOMPARE((*restore)->checks().allRows(), 601);
    QCOMPARE((*restore)->checks().revisions, QStringList{u"3f9c2a7b11d0"_s});
    const DatabaseComparison &comparison = (*restore)->comparison();
    QCOMPARE(comparison.rowsLost(), 1);
    QCOMPARE(comparison.tables.last().name, u"players"_s);
    QCOMPARE(comparison.tables.last().live, 1);
    QCOMPARE(comparison.tables.last().liveNewest, u"2026-05-05 00:00:00"_s);
    QCOMPARE(comparison.tables.last().restoredNewest, u"2026-01-01 00:08:20"_s);
    QVERIFY((*restore)->checks().warnings.isEmpty());
    const auto receipt = (*restore)->finish(live.name(), progress);
    QVERIFY2(receipt, qPrintable(why(receipt)));
    QCOMPARE(live.rows(u"SELECT count(*) FROM players"_s), u"500"_s);
    QCOMPARE(live.rows(u"SELECT relname, relowner::regrole FROM pg_class WHERE relname IN "
                       "('items', 'players', 'counted') ORDER BY 1"_s),
             u"counted|run_owner\nitems|run_other\nplayers|run_owner"_s);
    QCOMPARE(live.rows(u"SHOW roster.environment"_s), u"production"_s);
    const auto undone = undoRestore(live.profile(), live.name(), {}, live.name(), progress);
    QVERIFY2(undone, qPrintable(why(undone)));
    QCOMPARE(live.fingerprint(), before);
}

void TestRestoreRun::dumpsEqualAgain()
{
    const LiveDatabase live(u"run_equal"_s, u"OWNER run_owner"_s);
    Progress progress;
    auto restore = RestoreRun::prepare(requestFor(live, m_dump), progress);
    QVERIFY2(restore, qPrintable(why(restore)));
    QVERIFY((*restore)->finish(live.name(), progress));
    const auto essence = [](const QByteArray &dump) {
        QStringList lines;
        for (const QString &line : QString::fromUtf8(dump).split(u'\n')) {
            if (!line.startsWith("--"_L1) && !line.startsWith(u'\\'))
                lines << line;
        }
        return lines.join(u'\n');
    };
    QCOMPARE(essence(dumpOf(live.name())), essence(m_dump));
}

void TestRestoreRun::makesANewDatabase()
{
    const LiveDatabase source(u"run_other_live"_s);
    RestoreRequest request = requestFor(source, m_dump);
    request.target = RestoreRequest::Target::NewDatabase;
    request.database = u"run \"new\""_s;
    Progress progress;
    auto restore = RestoreRun::prepare(request, progress);
    QVERIFY2(restore, qPrintable(why(restore)));
    const auto receipt = (*restore)->finish(request.database, progress);
    QVERIFY2(receipt, qPrintable(why(receipt)));
    QCOMPARE(LiveDatabase::rowsIn(request.database, u"SELECT count(*) FROM players"_s), u"500"_s);
    QCOMPARE(LiveDatabase::rowsIn(request.database,
                                  u"SELECT datacl, datallowconn, shobj_description(oid, "
                                  "'pg_database') FROM pg_database WHERE datname = "
                                  "current_database()"_s),
             u"∅|t|∅"_s);
    restore->reset();
    LiveDatabase::runIn(u"postgres"_s, u"DROP DATABASE "_s + quoted(request.database));
}

void TestRestoreRun::refusesATakenName()
{
    const LiveDatabase live(u"run_taken"_s);
    RestoreRequest request = requestFor(live, m_dump);
    request.target = RestoreRequest::Target::NewDatabase;
    Progress progress;
    const auto restore = RestoreRun::prepare(request, progress);
    QVERIFY(!restore);
    QCOMPARE(restore.error().kind, Error::Kind::Refused);
    request.database = QString(64, u'x');
    QCOMPARE(RestoreRun::prepare(request, progress).error().kind, Error::Kind::InvalidInput);
}

void TestRestoreRun::refusesWithoutTheName()
{
    const LiveDatabase live(u"run_typed"_s, u"OWNER run_owner"_s);
    const QString before = live.fingerprint();
    Progress progress;
    auto restore = RestoreRun::prepare(requestFor(live, m_dump), progress);
    QVERIFY2(restore, qPrintable(why(restore)));
    for (const QString &typed : {QString(), u"run_type"_s, u"RUN_TYPED"_s})
        QCOMPARE((*restore)->finish(typed, progress).error().kind, Error::Kind::Refused);
    restore->reset();
    QCOMPARE(live.fingerprint(), before);
    QCOMPARE(live.leftovers(), QStringList());
}

void TestRestoreRun::namesMissingRolesAndExtensions()
{
    const LiveDatabase live(u"run_missing"_s);
    RestoreRequest request = requestFor(live, m_dump);
    request.needs.roles = {u"run_owner"_s, u"gone \"ü\""_s};
    request.needs.extensions = {u"plpgsql"_s, u"no_such_extension"_s};
    Progress progress;
    const auto preflight = RestoreRun::preflight(request, progress);
    QVERIFY2(preflight, qPrintable(why(preflight)));
    QCOMPARE(preflight->missingRoles, QStringList{u"gone \"ü\""_s});
    QCOMPARE(preflight->missingExtensions, QStringList{u"no_such_extension"_s});
    QCOMPARE(preflight->obstacles.size(), 2);
    const auto restore = RestoreRun::prepare(request, progress);
    QVERIFY(!restore && restore.error().message.contains(u"gone \"ü\""_s));
    QCOMPARE(live.leftovers(), QStringList());
}

void TestRestoreRun::leavesOutOrMakesRoles()
{
    const LiveDatabase live(u"run_roles"_s, u"OWNER run_owner"_s);
    QByteArray dump = m_dump;
    dump.replace("run_reader", "run_absent").replace("run_other", "\"run Absent\"");
    RestoreRequest request = requestFor(live, dump);
    request.needs.roles = {u"run_absent"_s, u"run Absent"_s, u"run_owner"_s};
    request.missingRoles = MissingRoles::LeaveOut;
    Progress progress;
    auto restore = RestoreRun::prepare(request, progress);
    QVERIFY2(restore, qPrintable(why(restore)));
    QVERIFY((*restore)->loaded().notes.join(u' ').contains("run_absent"_L1));
    QVERIFY((*restore)->session().query(u"SELECT 1 FROM public.items"_s));
    restore->reset();
    request.missingRoles = MissingRoles::Create;
    restore = RestoreRun::prepare(request, progress);
    QVERIFY2(restore, qPrintable(why(restore)));
    restore->reset();
    QCOMPARE(LiveDatabase::rowsIn(u"postgres"_s, u"SELECT rolname, rolcanlogin FROM pg_roles WHERE "
                                                 "rolname ILIKE 'run_absent' ORDER BY 1"_s),
             u"run Absent|f\nrun_absent|f"_s);
    LiveDatabase::runIn(u"postgres"_s, u"DROP ROLE run_absent, \"run Absent\""_s);
    request.missingRoles = MissingRoles::Stop;
    request.roleMap = {{u"run_absent"_s, u"run_reader"_s}, {u"run Absent"_s, u"run_owner"_s}};
    restore = RestoreRun::prepare(request, progress);
    QVERIFY2(restore, qPrintable(why(restore)));
}

/// A file that grows out of all measure is stopped before it fills the server's disk.
void TestRestoreRun::saysWhatCannotFit()
{
    const RestoreFiles files(u"run_fit"_s);
    QByteArray text = files.dump();
    text.replace("1000\tp1000\n", "1000\t" + QByteArray(2'000'000, 'x') + "\n");
    const auto file = DumpFile::open(files.packed(u"bomb.sql.gz"_s, text));
    QVERIFY(file && file->size() < text.size() / 20);
    Progress progress;
    const auto scan = scanDump(*file, progress);
    QVERIFY(scan && scan->needs.bytes > 2'000'000 && scan->needs.bytes <= text.size());
    const LiveDatabase live(u"run_fit"_s, u"OWNER run_owner"_s);
    RestoreRequest request = requestFor(live, m_dump);
    request.needs.bytes = qint64(1) << 60;
    const auto restore = RestoreRun::prepare(request, progress);
    QVERIFY(!restore && restore.error().message.contains("unpacks to"_L1));
    QCOMPARE(live.leftovers(), QStringList());
}

void TestRestoreRun::withoutCreatedb()
{
    const LiveDatabase live(u"run_poor"_s, u"OWNER run_poor"_s);
    const QString before = live.fingerprint();
    RestoreRequest request = requestFor(live, m_dump);
    request.server.parameters.insert(u"user"_s, u"run_poor"_s);
    Progress progress;
    const auto restore = RestoreRun::prepare(request, progress);
    QVERIFY(!restore);
    QCOMPARE(restore.error().kind, Error::Kind::Permission);
    QVERIFY(restore.error().hint.contains("--in-place"_L1));
    request.server.parameters.insert(u"user"_s, u"run_owner"_s);
    const auto stranger = RestoreRun::prepare(request, progress);
    QVERIFY(!stranger && stranger.error().message.contains("does not own"_L1));
    QCOMPARE(live.fingerprint(), before);
}

void TestRestoreRun::anotherEncoding()
{
    const QString creation = u"TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C' OWNER run_owner"_s;
    const LiveDatabase source(u"run_latin_source"_s, creation);
    source.run(u"CREATE TABLE \"blå\" (x text DEFAULT 'ø'); INSERT INTO \"blå\" VALUES ('æøå'); "
               "ALTER TABLE \"blå\" OWNER TO run_owner"_s);
    const QByteArray dump = dumpOf(source.name());
    QVERIFY(dump.contains("client_encoding = 'LATIN1'"));
    for (const QString &kind : {creation, u"OWNER run_owner"_s}) {
        const LiveDatabase live(u"run_latin"_s, kind);
        const QString before = live.fingerprint();
        Progress progress;
        auto restore = RestoreRun::prepare(requestFor(live, dump), progress);
        QVERIFY2(restore, qPrintable(why(restore)));
        QVERIFY((*restore)->finish(live.name(), progress));
        QCOMPARE(live.rows(u"SELECT x FROM \"blå\""_s), u"æøå"_s);
        QCOMPARE(live.rows(u"SELECT pg_encoding_to_char(encoding) FROM pg_database WHERE datname = "
                           "current_database()"_s),
                 kind == creation ? u"LATIN1"_s : u"UTF8"_s);
        QVERIFY(live.fingerprint() != before);
    }
}

void TestRestoreRun::ownerNeedsNoSuperuser()
{
    const LiveDatabase live(u"run_own"_s, u"OWNER run_owner"_s);
    RestoreRequest request = requestFor(live, m_dump);
    request.server.parameters.insert(u"user"_s, u"run_owner"_s);
    request.missingRoles = MissingRoles::LeaveOut;
    QByteArray dump = m_dump;
    dump.replace("OWNER TO run_other", "OWNER TO run_owner").replace("GRANT ALL ON SCHEMA", "--");
    request.fill = fillFrom(dump);
    Progress progress;
    auto restore = RestoreRun::prepare(request, progress);
    QVERIFY2(restore, qPrintable(why(restore)));
    const auto receipt = (*restore)->finish(live.name(), progress);
    QVERIFY2(receipt, qPrintable(why(receipt)));
    QCOMPARE(live.rows(u"SELECT count(*) FROM players"_s), u"500"_s);
}

}  // namespace

QTEST_GUILESS_MAIN(TestRestoreRun)
#include "tst_restorerun.moc"
