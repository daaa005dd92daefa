// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/databaseswap.h"
#include "models/restore/restoreleftovers.h"
#include "models/restore/sidedatabase.h"
#include "tests/support/livedatabase.h"
#include "tests/support/testserver.h"

#include <QTest>

#include <atomic>
#include <sys/socket.h>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

namespace {

constexpr QStringView longName = u"a_name_of_sixty_three_bytes_åøå_which_is_all_that_fits_in_hereA";

/// Server, lock and traits of a live database, and a side database with one row in it.
struct Rehearsal
{
    explicit Rehearsal(const LiveDatabase &live, ConnectionProfile profile = {})
    {
        if (profile.parameters.isEmpty())
            profile = live.profile();
        auto connected = RestoreServer::connect(profile, live.name());
        if (!connected)
            qFatal("%s", qPrintable(connected.error().toText()));
        server = std::move(*connected);
        traits = DatabaseTraits::read(server->session(), live.name()).value();
        auto made = SideDatabase::create(*server, traits, u"test.sql"_s, progress);
        if (!made)
            qFatal("%s", qPrintable(made.error().toText()));
        side = std::move(*made);
        if (!side->session().script(u"CREATE TABLE t AS SELECT 'restored' AS what"_s))
            qFatal("no table");
    }

    Result<SwapOutcome> swap()
    {
        side->close();
        auto outcome =
            DatabaseSwap(*server).swapIn(traits, side->name(), side->oid(), u"test.sql"_s);
        if (outcome)
            side->release();
        return outcome;
    }

    Progress progress;
    std::unique_ptr<RestoreServer> server;
    DatabaseTraits traits;
    std::unique_ptr<SideDatabase> side;
};

QString dress(const LiveDatabase &live)
{
    return live.fingerprint().section(u'\n', 0, 0).section(u'|', 1);
}

class TestRestoreSwap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void swapsAndUndoes_data();
    void swapsAndUndoes();
    void keepsTheDefaultAcl();
    void letsNobodyIn();
    void dropsWhatIsNotSwapped();
    void sessionsThatReconnectAreEnded();
    void namesTheSuperuserInTheWay();
    void namesAPreparedTransaction();
    void refusesAnotherDatabase();
    void decidesByOidWhenTheConnectionBreaks_data();
    void decidesByOidWhenTheConnectionBreaks();
    void knowsThatACommitArrived();
    void secondRestoreSaysWhoIsAtIt();
    void listsAndDropsOrphans();
    void marksSurviveOddTexts();
};

void TestRestoreSwap::initTestCase()
{
    LiveDatabase::runIn(u"postgres"_s,
                        u"CREATE ROLE swap_owner CREATEDB LOGIN; CREATE ROLE \"swap Reader\"; "
                        "CREATE ROLE swap_granter"_s);
}

void TestRestoreSwap::cleanupTestCase()
{
    LiveDatabase::runIn(
        u"postgres"_s,
        u"DROP ROLE swap_owner; DROP ROLE \"swap Reader\"; DROP ROLE swap_granter"_s);
}

void TestRestoreSwap::swapsAndUndoes_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"swap_game"_s;
    QTest::newRow("odd") << u"a \"b\" 'c' = ü%1"_s;
    QTest::newRow("dash") << u"-swap"_s;
    QTest::newRow("long") << longName.left(58).toString();
}

void TestRestoreSwap::swapsAndUndoes()
{
    QFETCH(QString, name);
    const LiveDatabase live(name, u"OWNER swap_owner CONNECTION LIMIT 20"_s);
    const QString q = quoted(name);
    live.run(u"CREATE TABLE t AS SELECT 'live' AS what; "
             "REVOKE CONNECT ON DATABASE %1 FROM PUBLIC; GRANT CONNECT ON DATABASE %1 TO "
             "\"swap Reader\"; GRANT CREATE ON DATABASE %1 TO swap_granter WITH GRANT OPTION; "
             "SET ROLE swap_granter; GRANT CREATE ON DATABASE %1 TO \"swap Reader\"; RESET ROLE; "
             "ALTER DATABASE %1 SET roster.environment = 'production'; "
             "ALTER DATABASE %1 SET search_path = \"a, b\", \"$user\", public; "
             "ALTER DATABASE %1 SET datestyle = 'ISO, DMY'; "
             "ALTER ROLE \"swap Reader\" IN DATABASE %1 SET work_mem = '8MB'; "
             "COMMENT ON DATABASE %1 IS 'the game''s \\ own'"_s.arg(q));
    const QString before = live.fingerprint();
    Rehearsal rehearsal(live);
    QCOMPARE(live.fingerprint(), before);
    const auto outcome = rehearsal.swap();
    QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().toText()));
    QCOMPARE(live.rows(u"SELECT what FROM t"_s), u"restored"_s);
    QCOMPARE(dress(live), before.section(u'\n', 0, 0).section(u'|', 1));
    QVERIFY(outcome->before.toUtf8().size() <= 63);
    QCOMPARE(live.leftovers(), QStringList{outcome->before});
    QCOMPARE(LiveDatabase::rowsIn(outcome->before, u"SELECT what FROM t"_s), u"live"_s);

    const auto found = RestoreLeftovers::newestBefore(*rehearsal.server, name);
    QVERIFY(found);
    QVERIFY(found->isMarked && found->seconds >= 0 && found->seconds < 100 && found->bytes > 0);
    QCOMPARE(found->mark.from, u"test.sql"_s);
    const auto undone = DatabaseSwap(*rehearsal.server).undo(found->name);
    QVERIFY2(undone, qPrintable(undone ? QString() : undone.error().toText()));
    QCOMPARE(live.fingerprint(), before);
    QCOMPARE(live.leftovers(), QStringList{undone->before});
}

void TestRestoreSwap::keepsTheDefaultAcl()
{
    const LiveDatabase live(u"swap_default"_s);
    const QString before = dress(live);
    QVERIFY(before.contains(u"∅"_s));
    Rehearsal rehearsal(live);
    QVERIFY(rehearsal.swap());
    QCOMPARE(dress(live), before);
}

void TestRestoreSwap::letsNobodyIn()
{
    const LiveDatabase live(u"swap_closed"_s);
    const Rehearsal rehearsal(live);
    const auto intruder = Session::open(LiveDatabase::profileOf(rehearsal.side->name()));
    QVERIFY(!intruder);  // not even the superuser
    const auto second = rehearsal.side->openSession(nullptr);
    QVERIFY(second);
    QVERIFY(!Session::open(LiveDatabase::profileOf(rehearsal.side->name())));
}

void TestRestoreSwap::dropsWhatIsNotSwapped()
{
    const LiveDatabase live(u"swap_dropped"_s);
    {
        Rehearsal rehearsal(live);
        QCOMPARE(live.leftovers().size(), 1);
        rehearsal.progress.cancel();
    }
    QCOMPARE(live.leftovers(), QStringList());
}

void TestRestoreSwap::sessionsThatReconnectAreEnded()
{
    const LiveDatabase live(u"swap_storm"_s);
    Rehearsal rehearsal(live);
    std::atomic_bool over = false;
    std::atomic_int connected = 0;
    std::vector<std::thread> storm;
    for (int number = 0; number < 20; ++number) {
        storm.emplace_back([&] {
            while (!over) {
                const auto session = Session::open(live.profile());
                if (session) {
                    ++connected;
                    static_cast<void>((*session)->query(u"SELECT pg_sleep(60)"_s));
                }
            }
        });
    }
    while (connected < 20)
        std::this_thread::yield();
    const auto outcome = rehearsal.swap();
    const QString now = live.rows(u"SELECT what FROM t"_s);
    over = true;
    LiveDatabase::runIn(u"postgres"_s,
                        u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname "
                        "LIKE 'swap_storm%'"_s);
    while (!storm.empty()) {
        LiveDatabase::runIn(u"postgres"_s,
                            u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE "
                            "query LIKE 'SELECT pg_sleep%'"_s);
        storm.back().join();
        storm.pop_back();
    }
    QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().toText()));
    QVERIFY(outcome->endedSessions >= 20);
    QCOMPARE(now, u"restored"_s);
}

void TestRestoreSwap::namesTheSuperuserInTheWay()
{
    const LiveDatabase live(u"swap_super"_s, u"OWNER swap_owner"_s);
    ConnectionProfile owner = live.profile();
    owner.parameters.insert(u"user"_s, u"swap_owner"_s);
    Rehearsal rehearsal(live, owner);
    const QString before = live.fingerprint();
    const auto intruder = Session::open(live.profile());
    QVERIFY(intruder);
    const auto outcome = rehearsal.swap();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::Refused);
    QVERIFY2(outcome.error().message.contains("roster (process "_L1),
             qPrintable(outcome.error().message));
    QVERIFY((*intruder)->query(u"SELECT 1"_s));
    QCOMPARE(live.fingerprint(), before);
}

void TestRestoreSwap::namesAPreparedTransaction()
{
    const LiveDatabase live(u"swap_prepared"_s);
    if (live.rows(u"SHOW max_prepared_transactions"_s) == "0"_L1)
        QSKIP("the server has no prepared transactions");
    live.run(u"CREATE TABLE x(); BEGIN; DROP TABLE x; PREPARE TRANSACTION 'odd gid'"_s);
    Rehearsal rehearsal(live);
    const auto outcome = rehearsal.swap();
    live.run(u"ROLLBACK PREPARED 'odd gid'"_s);
    QVERIFY(!outcome);
    QVERIFY(outcome.error().message.contains("odd gid"_L1));
}

void TestRestoreSwap::refusesAnotherDatabase()
{
    const LiveDatabase live(u"swap_other"_s);
    Rehearsal rehearsal(live);
    LiveDatabase::runIn(u"postgres"_s, u"DROP DATABASE swap_other"_s);
    LiveDatabase::runIn(u"postgres"_s, u"CREATE DATABASE swap_other"_s);
    const auto outcome = rehearsal.swap();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::Conflict);
}

void TestRestoreSwap::decidesByOidWhenTheConnectionBreaks_data()
{
    QTest::addColumn<QByteArray>("at");
    if (qEnvironmentVariableIsSet("ROSTER_FULL")) {
        QTest::newRow("begun") << QByteArray("begun");
        QTest::newRow("dressed") << QByteArray("dressed");
    }
    QTest::newRow("renamed") << QByteArray("renamed");
    QTest::newRow("swapped") << QByteArray("swapped");
}

void TestRestoreSwap::decidesByOidWhenTheConnectionBreaks()
{
    QFETCH(QByteArray, at);
    const LiveDatabase live(u"swap_broken"_s);
    const QString before = live.fingerprint();
    {
        Rehearsal rehearsal(live);
        const QString kill = u"SELECT pg_terminate_backend(%1, 5000)"_s.arg(
            PQbackendPID(rehearsal.server->session().handle()));
        DatabaseSwap::onStep = [&](const char *step) {
            if (at == step)
                LiveDatabase::runIn(u"template1"_s, kill);
        };
        const auto outcome = rehearsal.swap();
        DatabaseSwap::onStep = {};
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, Error::Kind::Connection);
    }
    QCOMPARE(live.fingerprint(), before);
    QCOMPARE(live.leftovers(), QStringList());
}

/// The network goes right after COMMIT was sent: the answer never comes, and it counts.
void TestRestoreSwap::knowsThatACommitArrived()
{
    const LiveDatabase live(u"swap_unanswered"_s);
    Rehearsal rehearsal(live);
    const int socket = PQsocket(rehearsal.server->session().handle());
    DatabaseSwap::onStep = [&](const char *step) {
        if (QByteArrayView(step) == "swapped")
            ::shutdown(socket, SHUT_RD);
    };
    const auto outcome = rehearsal.swap();
    DatabaseSwap::onStep = {};
    QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().toText()));
    QCOMPARE(live.rows(u"SELECT what FROM t"_s), u"restored"_s);
    QCOMPARE(live.leftovers(), QStringList{outcome->before});
}

void TestRestoreSwap::secondRestoreSaysWhoIsAtIt()
{
    const LiveDatabase live(u"swap_twice"_s);
    const auto first = RestoreServer::connect(live.profile(), live.name());
    QVERIFY((*first)->lock());
    const auto second = RestoreServer::connect(live.profile(), live.name());
    const auto locked = (*second)->lock();
    QVERIFY(!locked);
    QCOMPARE(locked.error().kind, Error::Kind::Refused);
    const int pid = PQbackendPID((*first)->session().handle());
    QVERIFY2(locked.error().message.contains(u"process %1"_s.arg(pid)),
             qPrintable(locked.error().message));
}

void TestRestoreSwap::listsAndDropsOrphans()
{
    const LiveDatabase live(u"swap_orphans"_s);
    Rehearsal rehearsal(live);
    QVERIFY(rehearsal.server->lock());
    const auto busy = RestoreLeftovers::list(*rehearsal.server, live.name());
    QCOMPARE(busy->size(), 1);
    QVERIFY(!busy->first().isOrphan());
    QVERIFY(!RestoreLeftovers::drop(*rehearsal.server, busy->first()));
    rehearsal.side->release();
    rehearsal.side->close();
    const auto other = RestoreServer::connect(live.profile(), live.name());
    QVERIFY(!RestoreLeftovers::list(**other, live.name())->first().isOrphan());  // still locked
    QVERIFY(rehearsal.server->reconnect());
    QTRY_VERIFY(RestoreLeftovers::list(**other, live.name())->first().isOrphan());
    QVERIFY(RestoreLeftovers::drop(**other, busy->first()));
    QCOMPARE(live.leftovers(), QStringList());
}

void TestRestoreSwap::marksSurviveOddTexts()
{
    const RestoreMark mark{RestoreMark::Kind::Before, u"ü \"x\" '\\'"_s, u"20261122T223000Z"_s,
                           u"/a b/ø😀.sql"_s, u"it's\nmine"_s};
    const QString comment = mark.toComment();
    QVERIFY(std::all_of(comment.cbegin(), comment.cend(),
                        [](QChar character) { return character.unicode() < 0x80; }));
    QCOMPARE(RestoreMark::parse(comment), std::optional(mark));
    QVERIFY(!RestoreMark::parse(u"roster restore: nothing"_s));
    const QString one =
        RestoreNames::beside(longName.toString() + u'1', RestoreMark::Kind::Before, mark.made);
    const QString two =
        RestoreNames::beside(longName.toString() + u'2', RestoreMark::Kind::Before, mark.made);
    QVERIFY(one != two && one.toUtf8().size() <= 63 && RestoreNames::parse(one));
}

}  // namespace

QTEST_GUILESS_MAIN(TestRestoreSwap)
#include "tst_restoreswap.moc"
