// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/serverinfo.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

Q_DECLARE_METATYPE(roster::Environment)

class ServerInfoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStricterWins_data()
    {
        QTest::addColumn<Environment>("profile");
        QTest::addColumn<QString>("mark");
        QTest::addColumn<QString>("host");
        QTest::addColumn<Environment>("expected");
        using E = Environment;
        QTest::newRow("socket") << E::Unknown << QString() << u"/run/x"_s << E::Development;
        QTest::newRow("loopback") << E::Unknown << QString() << u"127.0.0.1"_s << E::Development;
        QTest::newRow("loopback 6") << E::Unknown << QString() << u"::1"_s << E::Development;
        QTest::newRow("localhost") << E::Unknown << QString() << u"localhost"_s << E::Development;
        QTest::newRow("a name that begins so")
            << E::Unknown << QString() << u"127.0.0.evil.example"_s << E::Production;
        QTest::newRow("elsewhere") << E::Unknown << QString() << u"db"_s << E::Production;
        QTest::newRow("profile") << E::Development << QString() << u"db"_s << E::Development;
        QTest::newRow("mark") << E::Unknown << u"staging"_s << u"db"_s << E::Staging;
        QTest::newRow("mark stricter")
            << E::Development << u" Production "_s << u"/run"_s << E::Production;
        QTest::newRow("profile stricter")
            << E::Production << u"development"_s << u"/run"_s << E::Production;
        QTest::newRow("misspelt") << E::Unknown << u"prodution"_s << u"/run"_s << E::Production;
    }
    void theStricterWins()
    {
        QFETCH(const Environment, profile);
        QFETCH(const QString, mark);
        QFETCH(const QString, host);
        QTEST(effectiveEnvironment(profile, mark, host), "expected");
    }

    void readsTheServer()
    {
        const auto info = readServerInfo(*m_database.open());
        QVERIFY(info);
        QVERIFY(info->version.toDouble() >= 15);
        QCOMPARE(info->database, m_database.profile().value(u"dbname"_s));
        QCOMPARE(info->displayName(), u"roster@this computer/"_s + info->database);
        QCOMPARE(info->environment, Environment::Development);
        QVERIFY(!info->readOnly);
    }

    void readsWhatTheDatabaseIsSetTo()
    {
        const QString name = quoted(m_database.profile().value(u"dbname"_s));
        m_database.run(u"ALTER DATABASE %1 SET roster.environment = 'production'"_s.arg(name));
        m_database.run(u"ALTER DATABASE %1 SET default_transaction_read_only = on"_s.arg(name));
        const auto info = readServerInfo(*m_database.open());
        QVERIFY(info);
        QCOMPARE(info->environment, Environment::Production);
        QVERIFY(info->readOnly);
        QVERIFY(info->isMarkKnown());
    }

    void knowsAMarkThatIsNoEnvironment()
    {
        const test::TestDatabase database;
        const QString name = quoted(database.profile().value(u"dbname"_s));
        database.run(u"ALTER DATABASE %1 SET roster.environment = 'quatsch'"_s.arg(name));
        const auto info = readServerInfo(*database.open());
        QVERIFY(info);
        QCOMPARE(info->mark, u"quatsch"_s);
        QVERIFY(!info->isMarkKnown());
        QCOMPARE(info->environment, Environment::Production);
    }

private:
    test::TestDatabase m_database;
};

QTEST_GUILESS_MAIN(ServerInfoTest)
#include "tst_serverinfo.moc"
