// SPDX-License-Identifier: GPL-3.0-or-later
// A worker whose session ends: under its work, and while nothing runs.
#include "models/database/databaseworker.h"
#include "models/database/localserver.h"
#include "tests/support/testserver.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace roster;

class DatabaseWorkerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lossUnderWorkIsSaid()
    {
        DatabaseWorker worker(m_database.profile());
        int lost = 0;
        connect(&worker, &DatabaseWorker::connectionLost, this, [&] { ++lost; });
        const auto end = run(worker, u"SELECT pg_terminate_backend(pg_backend_pid())"_s);
        QTRY_COMPARE(end.job->status(), Job::Status::Failed);
        const Error error = end.future.result().error();
        QCOMPARE(error.kind, Error::Kind::Connection);
        QVERIFY2(!error.message.contains("terminating"_L1), qPrintable(error.message));
        QVERIFY2(error.detail.contains("terminating"_L1), qPrintable(error.detail));
        QTRY_COMPARE(lost, 1);
        const auto again = run(worker, u"SELECT 1"_s);
        QTRY_COMPARE(again.job->status(), Job::Status::Done);
    }

    /// A server that ends idle sessions (idle_session_timeout, a pooler) is no loss.
    void idleSessionThatWasEndedIsReopened()
    {
        DatabaseWorker worker(m_database.profile());
        int lost = 0;
        connect(&worker, &DatabaseWorker::connectionLost, this, [&] { ++lost; });
        const auto first = run(worker, u"SELECT pg_backend_pid()"_s);
        QTRY_COMPARE(first.job->status(), Job::Status::Done);
        const QString pid = first.future.result()->text(0, 0);
        m_database.run(u"SELECT pg_terminate_backend(%1, 5000)"_s.arg(pid));
        int opened = 0;
        connect(&worker, &DatabaseWorker::connectionOpened, this, [&] { ++opened; });
        QTest::qWait(2500);  // longer than between two looks
        QCOMPARE(m_database.rows(u"SELECT count(*) FROM pg_stat_activity "
                                 "WHERE datname = current_database()"_s),
                 u"1"_s);  // this one only
        const auto again = run(worker, u"SELECT 1"_s);
        QTRY_COMPARE(again.job->status(), Job::Status::Done);
        QCOMPARE(lost, 0);
        QCOMPARE(opened, 1);
    }

    void serverThatDiesIsNoticedWhileIdle()
    {
        const QTemporaryDir folder(u"/tmp/roster-tst.XXXXXX"_s);
        // Where root runs the test, another account runs the server and has to pass.
        QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner
                                                 | QFile::ExeGroup | QFile::ExeOther);
        LocalPaths paths = LocalPaths::under(folder.path() + u"/server"_s);
        paths.sockets = folder.path() + u"/s"_s;
        LocalServer server(paths);
        Progress progress;
        const auto profile = server.acquire(progress);
        QVERIFY2(profile, profile ? "" : qPrintable(profile.error().toText()));
        DatabaseWorker worker(*profile);
        QList<Error> lost;
        connect(&worker, &DatabaseWorker::connectionLost, this,
                [&](const Error &error) { lost.append(error); });
        const auto first = run(worker, u"SELECT 1"_s);
        QTRY_COMPARE(first.job->status(), Job::Status::Done);
        QCOMPARE(::kill(pid_t(server.status()->pid), SIGKILL), 0);
        QTRY_COMPARE_WITH_TIMEOUT(lost.size(), 1, 20'000);
        QCOMPARE(lost.first().kind, Error::Kind::Connection);
        QVERIFY(!lost.first().message.isEmpty());
        QTest::qWait(2500);
        QCOMPARE(lost.size(), 1);  // said once
        server.release();
    }

private:
    static Running<Result<ResultSet>> run(DatabaseWorker &worker, const QString &sql)
    {
        return worker.run(u"query"_s,
                          [sql](Session &session, Progress &) { return session.query(sql); });
    }

    test::TestDatabase m_database;
};

QTEST_GUILESS_MAIN(DatabaseWorkerTest)
#include "tst_databaseworker.moc"
