// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/joblistmodel.h"
#include "tests/support/testserver.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

class JobListModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsJobsAndCancels()
    {
        Connections connections(m_database.profile());
        JobListModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.watch(connections);
        QSignalSpy finished(&model, &JobListModel::jobFinished);

        connections.page().run(
            u"quiet"_s, [](Session &session, Progress &) { return session.query(u"SELECT 1"_s); },
            Job::Visibility::Quiet);
        connections.jobs().run(u"sleep"_s, [](Session &session, Progress &progress) {
            progress.setTotal(4);
            progress.setDone(1);
            return session.query(u"SELECT pg_sleep(60)"_s);
        });
        connections.background().run(u"wrong"_s, [](Session &session, Progress &) {
            return session.query(u"SELECT nothing_like_that"_s);
        });
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(text(model, 0, JobListModel::TitleColumn), u"wrong"_s);
        QCOMPARE(text(model, 1, JobListModel::TitleColumn), u"sleep"_s);

        QTRY_COMPARE(text(model, 0, JobListModel::StatusColumn), u"Failed"_s);
        QVERIFY(text(model, 0, JobListModel::ErrorColumn).contains(u"nothing_like_that"_s));
        QTRY_COMPARE(text(model, 1, JobListModel::StatusColumn), u"Running"_s);
        QTRY_COMPARE(model.index(1, 0).data(JobListModel::PercentRole).toInt(), 25);
        QCOMPARE(model.unfinishedCount(), 1);
        QCOMPARE(model.runningJob()->title(), u"sleep"_s);

        model.cancel(1);
        QTRY_COMPARE(text(model, 1, JobListModel::StatusColumn), u"Cancelled"_s);
        QVERIFY(!model.index(1, 0).data(JobListModel::CanCancelRole).toBool());
        QTRY_COMPARE(finished.size(), 2);
        model.removeFinished();
        QCOMPARE(model.rowCount(), 0);
    }

private:
    static QString text(const JobListModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }

    test::TestDatabase m_database;
};

QTEST_GUILESS_MAIN(JobListModelTest)
#include "tst_joblistmodel.moc"
