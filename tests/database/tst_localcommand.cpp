// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class LocalCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // Root's server runs as another account, which has to get through.
        QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::WriteOwner
                                                   | QFile::ExeOwner | QFile::ExeGroup
                                                   | QFile::ExeOther);
    }
    void cleanupTestCase() { run({u"stop"_s, u"--force"_s}); }

    void wantsAnAction_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("none") << QStringList{};
        QTest::newRow("unknown") << QStringList{u"restart"_s};
        QTest::newRow("two") << QStringList{u"stop"_s, u"start"_s};
    }

    void wantsAnAction()
    {
        QFETCH(QStringList, words);
        QCOMPARE(run(words), 2);
        QCOMPARE(m_out, QByteArray());
        QVERIFY(!m_error.isEmpty());
    }

    void goesThroughALife()
    {
        QVERIFY(!status().value(u"exists"_s).toBool());
        QCOMPARE(run({u"start"_s, u"--json"_s}), 0);
        const QJsonObject started = withoutSize(m_out);
        QVERIFY2(started.value(u"running"_s).toBool(), m_error.constData());
        QVERIFY(started.value(u"kept"_s).toBool());
        QCOMPARE(started.value(u"users"_s).toArray().size(), 0);
        QCOMPARE(status(), started);

        QCOMPARE(run({u"reset"_s}), 1);  // no terminal to ask on
        QVERIFY2(m_error.contains("--yes"), m_error.constData());
        QVERIFY(status().value(u"running"_s).toBool());

        QCOMPARE(run({u"stop"_s}), 0);
        QVERIFY(!status().value(u"running"_s).toBool());
        QVERIFY(status().value(u"pid"_s).isNull());
        QCOMPARE(run({u"stop"_s}), 0);  // nothing to do is no error
        QCOMPARE(run({u"reset"_s, u"--yes"_s}), 0);
        QVERIFY(!status().value(u"exists"_s).toBool());
    }

    void windowEndedByTheSystemStopsIt()
    {
        QProcess window;
        startWindow(window);
        window.terminate();
        QVERIFY(window.waitForFinished(30'000));
        QCOMPARE(window.exitStatus(), QProcess::NormalExit);
        QCOMPARE(window.exitCode(), 0);
        QVERIFY(!status().value(u"running"_s).toBool());
        // What was open is there again at the next start.
        QFile settings(m_folder.path() + u"/config/roster/settings.json"_s);
        QVERIFY(settings.open(QIODevice::ReadOnly));
        QVERIFY(settings.readAll().contains("geometry"));
    }

    /// Nobody is left to stop the server; `status` says so, and the next one does it.
    void killedWindowLeavesItToTheNext()
    {
        QProcess killed;
        startWindow(killed);
        killed.kill();
        QVERIFY(killed.waitForFinished());
        QVERIFY(status().value(u"running"_s).toBool());
        QCOMPARE(run({u"status"_s}), 0);
        QVERIFY2(m_out.contains("nobody uses it"), m_out.constData());

        QProcess next;
        startWindow(next);
        QCOMPARE(run({u"status"_s}), 0);
        QVERIFY2(m_out.contains("until its last user ends"), m_out.constData());
        next.terminate();
        QVERIFY(next.waitForFinished(30'000));
        QVERIFY(!status().value(u"running"_s).toBool());
    }

private:
    /// Until it uses the server.
    void startWindow(QProcess &window)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"ROSTER_LOCAL_FOLDER"_s, m_folder.path() + u"/server"_s);
        environment.insert(u"XDG_CONFIG_HOME"_s, m_folder.path() + u"/config"_s);
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        for (const QString &name : {u"DATABASE_URL"_s, u"PGHOST"_s, u"PGDATABASE"_s})
            environment.remove(name);
        window.setProcessEnvironment(environment);
        window.start(QStringLiteral(ROSTER_BINARY), {});
        QTRY_COMPARE_WITH_TIMEOUT(status().value(u"users"_s).toArray().size(), 1, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(status().value(u"running"_s).toBool(), 60'000);
    }

    int run(const QStringList &words)
    {
        QProcess roster;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"ROSTER_LOCAL_FOLDER"_s, m_folder.path() + u"/server"_s);
        roster.setProcessEnvironment(environment);
        roster.start(QStringLiteral(ROSTER_BINARY), QStringList{u"local"_s} + words);
        if (!roster.waitForFinished(60'000))
            return -1;
        m_out = roster.readAllStandardOutput();
        m_error = roster.readAllStandardError();
        return roster.exitCode();
    }

    static QJsonObject withoutSize(const QByteArray &json)  // it moves
    {
        QJsonObject object = QJsonDocument::fromJson(json).object();
        object.remove(u"bytes"_s);
        return object;
    }

    QJsonObject status()
    {
        run({u"status"_s, u"--json"_s});
        return withoutSize(m_out);
    }

    QTemporaryDir m_folder{u"/tmp/roster-tst.XXXXXX"_s};
    QByteArray m_out;
    QByteArray m_error;
};

QTEST_GUILESS_MAIN(LocalCommandTest)
#include "tst_localcommand.moc"
