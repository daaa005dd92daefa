// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/connectionattempt.h"
#include "models/database/connections.h"
#include "models/database/databaseworker.h"
#include "models/database/pipeline.h"
#include "models/database/transaction.h"
#include "tests/support/silentserver.h"
#include "tests/support/testserver.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

class SessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bindsValues()
    {
        const auto session = m_database.open();
        const auto result =
            session->query(u"SELECT $1::text, $2::int + 1, $3::text"_s, {"O'Neil; --", "41", {}});
        QVERIFY(result);
        QCOMPARE(result->text(0, 0), u"O'Neil; --"_s);
        QCOMPARE(result->integer(0, 1), 42);
        QVERIFY(result->isNull(0, 2));
    }

    void asksSeveralAtOnce()
    {
        const auto session = m_database.open();
        const auto answers = queryAll(
            *session,
            {{u"SELECT $1::text"_s, {"a"}}, {u"SET work_mem = '1MB'"_s, {}}, {u"SELECT 3"_s, {}}});
        QVERIFY(answers);
        QCOMPARE(answers->size(), 3);
        QCOMPARE(answers->at(0).text(0, 0), u"a"_s);
        QCOMPARE(answers->at(1).rows(), 0);
        QCOMPARE(answers->at(2).integer(0, 0), 3);
    }

    void theFirstOfSeveralThatFailsIsTheError()
    {
        const auto session = m_database.open();
        const auto answers = queryAll(
            *session, {{u"SELECT 1"_s, {}}, {u"SELECT 1/0"_s, {}}, {u"SELECT nothing"_s, {}}});
        QVERIFY(!answers);
        QCOMPARE(answers.error().sqlState, u"22012"_s);
        QCOMPARE(answers.error().statement, u"SELECT 1/0"_s);
        QCOMPARE(session->query(u"SELECT 1"_s)->integer(0, 0), 1);
    }

    void severalAtOnceOnALostConnection()
    {
        const auto session = m_database.open();
        const auto answers =
            queryAll(*session, {{u"SELECT 1"_s, {}},
                                {u"SELECT pg_terminate_backend(pg_backend_pid())"_s, {}},
                                {u"SELECT 2"_s, {}}});
        QVERIFY(!answers);
        QCOMPARE(answers.error().kind, Error::Kind::Connection);
    }

    void runsOneStatementOnly()
    {
        const auto session = m_database.open();
        const auto result = session->query(u"SELECT 1; SELECT 2"_s);
        QVERIFY(!result);
        QCOMPARE(result.error().sqlState, u"42601"_s);
    }

    void refusesNul()
    {
        const auto session = m_database.open();
        const auto result = session->query(u"SELECT $1::text"_s, {QByteArray("a\0b", 3)});
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::InvalidInput);
    }

    void streamsAndStops()
    {
        const auto session = m_database.open();
        int seen = 0;
        const auto count = session->stream(u"SELECT generate_series(1, 1000000)"_s, {},
                                           [&](const ResultSet &) { return ++seen < 10; });
        QVERIFY(count);
        QCOMPARE(*count, 10);
        QCOMPARE(session->query(u"SELECT 1"_s)->integer(0, 0), 1);
    }

    void rollsBackWhatIsNotCommitted()
    {
        m_database.run(u"CREATE TABLE t (a int)"_s);
        const auto session = m_database.open();
        {
            const auto transaction = Transaction::begin(*session);
            QVERIFY(transaction);
            QVERIFY(session->query(u"INSERT INTO t VALUES (1)"_s));
        }
        QCOMPARE(m_database.rows(u"SELECT count(*) FROM t"_s), u"0"_s);
    }

    void cancelReachesTheServer()
    {
        DatabaseWorker worker(m_database.profile());
        const auto running = worker.run(u"sleep"_s, [](Session &session, Progress &) {
            return session.query(u"SELECT pg_sleep(60)"_s);
        });
        QTRY_COMPARE(running.job->status(), Job::Status::Running);
        running.job->cancel();
        QTRY_COMPARE_WITH_TIMEOUT(running.job->status(), Job::Status::Cancelled, 20'000);
        QCOMPARE(running.future.result().error().kind, Error::Kind::Cancelled);

        // The session is the same one and still good: no late cancel hits the next statement.
        const auto next = worker.run(u"next"_s, [](Session &session, Progress &) {
            return session.query(u"SELECT pg_sleep(0.3)"_s);
        });
        QTRY_COMPARE(next.job->status(), Job::Status::Done);
    }

    void statementTimeoutIsNotACancel()
    {
        const auto session = m_database.open();
        QVERIFY(session->query(u"SET statement_timeout = 50"_s));
        QCOMPARE(session->query(u"SELECT pg_sleep(5)"_s).error().kind, Error::Kind::Timeout);
    }

    void destroyedWhileWorking()
    {
        for (int round = 0; round < 20; ++round) {
            auto worker = std::make_unique<DatabaseWorker>(m_database.profile());
            const auto first = worker->run(u"a"_s, [](Session &session, Progress &) {
                return session.query(u"SELECT pg_sleep(60)"_s);
            });
            const auto second = worker->run(u"b"_s, [](Session &session, Progress &) {
                return session.query(u"SELECT pg_sleep(60)"_s);
            });
            if (round % 2)
                QTRY_COMPARE(first.job->status(), Job::Status::Running);
            worker.reset();
            QVERIFY(second.future.isFinished());
        }
    }

    void closesWithoutWaiting()
    {
        for (int round = 0; round < 10; ++round) {
            Connections connections(m_database.profile());
            const auto sleep = [](Session &session, Progress &) {
                return session.query(u"SELECT pg_sleep(60)"_s);
            };
            const auto first = connections.jobs().run(u"a"_s, sleep);
            const auto second = connections.page().run(u"b"_s, sleep);
            if (round % 2)
                QTRY_COMPARE(first.job->status(), Job::Status::Running);
            int closed = 0;
            connect(&connections, &Connections::closed, this, [&] { ++closed; });
            connections.close();
            connections.close();
            QCOMPARE(closed, 0);
            auto late = connections.jobs().run(u"late"_s, sleep);
            late.future.then(this, [](const Result<ResultSet> &result) {
                QCOMPARE(result.error().kind, Error::Kind::Cancelled);
            });
            QTRY_COMPARE(closed, 1);
            QTRY_COMPARE(first.job->status(), Job::Status::Cancelled);
            QTRY_COMPARE(second.job->status(), Job::Status::Cancelled);
            auto dropped = connections.jobs().run(u"dropped"_s, sleep);
            dropped.future.then(this, [](const Result<ResultSet> &) { QFAIL("no answer is due"); });
        }
    }

    void contextGoneBeforeTheAnswer()
    {
        DatabaseWorker worker(m_database.profile());
        for (int round = 0; round < 20; ++round) {
            int calls = 0;
            auto context = std::make_unique<QObject>();
            auto running = worker.run(
                u"a"_s, [](Session &session, Progress &) { return session.query(u"SELECT 1"_s); });
            running.future.then(context.get(), [&](const Result<ResultSet> &) { ++calls; });
            if (round % 2)
                running.future.waitForFinished();
            context.reset();
            QTRY_COMPARE(running.job->status(), Job::Status::Done);
            QCOMPARE(calls, 0);
        }
    }

    /// A host that never answers holds up nobody who does not want it any more.
    void endsWhileConnecting()
    {
        QElapsedTimer clock;
        {
            const test::SilentServer silent;
            ConnectionProfile profile;
            profile.parameters = {{u"host"_s, silent.address().section(u':', 0, 0)},
                                  {u"port"_s, silent.address().section(u':', 1)}};
            auto worker = std::make_unique<DatabaseWorker>(profile);
            const auto select = [](Session &session, Progress &) {
                return session.query(u"SELECT 1"_s);
            };
            const auto cancelled = worker->run(u"cancelled"_s, select);
            QTRY_VERIFY(silent.hasVisitor());
            clock.start();
            cancelled.job->cancel();
            QTRY_COMPARE(cancelled.job->status(), Job::Status::Cancelled);
            const auto waiting = worker->run(u"waiting"_s, select);
            worker.reset();
            QCOMPARE(waiting.future.result().error().kind, Error::Kind::Cancelled);
            QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
            QVERIFY(ConnectionAttempt::anyAbandoned());
        }
        QTRY_VERIFY(!ConnectionAttempt::anyAbandoned());  // now that the host has hung up
    }

private:
    test::TestDatabase m_database;
};

QTEST_GUILESS_MAIN(SessionTest)
#include "tst_session.moc"
