// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/connectionurl.h"
#include "models/database/session.h"
#include "tests/support/silentserver.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <clocale>

using namespace Qt::StringLiterals;
using namespace roster;

/// Each way in which a connection fails has a message of its own, on a real server.
class ConnectionErrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        std::setlocale(LC_MESSAGES, "C");
        qputenv("PGSERVICEFILE", "/nosuch/pg_service.conf");
        qputenv("PGPASSFILE", "/nosuch/pgpass");
        QCOMPARE(QProcess::execute(script(), {u"start"_s, m_folder.path()}), 0);
        QFile file(m_folder.filePath(u"port"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString port = QString::fromLatin1(file.readAll().trimmed());
        m_server = u"127.0.0.1:"_s + port;
        QFile location(m_folder.filePath(u"location"_s));
        QVERIFY(location.open(QIODevice::ReadOnly));
        m_socket = QString::fromUtf8(location.readAll().trimmed()) + u"/run:"_s + port;
    }

    void cleanupTestCase()
    {
        QCOMPARE(QProcess::execute(script(), {u"stop"_s, m_folder.path()}), 0);
    }

    void errors_data()
    {
        QTest::addColumn<QString>("url");  // SERVER, SOCKET … are filled in, see below
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QString &url, Error::Kind kind,
                            const QString &message) {
            QTest::newRow(name) << url << int(kind) << message;
        };
        using Kind = Error::Kind;
        row("wrong password", u"postgresql://scram:wrong@SERVER/postgres"_s, Kind::Authentication,
            u"The password of scram is not right for SERVER."_s);
        row("no password", u"postgresql://scram@SERVER/postgres"_s, Kind::Authentication,
            u"SERVER asks for a password and none was given."_s);
        row("no such role", u"postgresql://ghost@SERVER/postgres"_s, Kind::Authentication,
            u"SERVER knows no role ghost."_s);
        row("another system account",
            u"postgresql:///postgres?user=peered&host=%1&port=%2"_s.arg(
                m_socket.section(u':', 0, 0), m_socket.section(u':', 1)),
            Kind::Authentication,
            u"SOCKET lets peered in only from the system account of the same name."_s);
        row("no login", u"postgresql://nologin@SERVER/postgres"_s, Kind::Authentication,
            u"The role nologin may not log in at SERVER."_s);
        row("no such database", u"postgresql://roster@SERVER/nosuch"_s, Kind::NotFound,
            u"There is no database nosuch on SERVER."_s);
        row("closed database", u"postgresql://roster@SERVER/closed"_s, Kind::Refused,
            u"The database closed on SERVER takes no connections."_s);
        row("no CONNECT", u"postgresql://stranger@SERVER/private"_s, Kind::Permission,
            u"stranger may not connect to the database private on SERVER."_s);
        row("unknown host", u"postgresql://roster@nosuch.invalid/postgres"_s, Kind::Connection,
            u"The host of nosuch.invalid is not known."_s);
        row("refused", u"postgresql://roster@127.0.0.1:1/postgres"_s, Kind::Connection,
            u"Nothing listens at 127.0.0.1:1."_s);
        row("no socket", u"postgresql:///postgres?host=/nosuch"_s, Kind::Connection,
            u"No server is running at /nosuch."_s);
        row("silent", u"postgresql://roster@SILENT/postgres?connect_timeout=2"_s, Kind::Connection,
            u"SILENT does not answer."_s);
        row("TLS required", u"postgresql://tlsonly@SERVER/postgres?sslmode=disable"_s,
            Kind::Connection, u"SERVER accepts tlsonly only over TLS, or not at all."_s);
        row("rejected", u"postgresql://rejected@SERVER/postgres"_s, Kind::Authentication,
            u"SERVER does not let rejected into postgres from here."_s);
        row("no entry", u"postgresql://nobody@SERVER/postgres"_s, Kind::Authentication,
            u"SERVER does not let nobody into postgres from here."_s);
        row("no root certificate",
            u"postgresql://roster@SERVER/postgres?sslmode=verify-full&sslrootcert=/nosuch"_s,
            Kind::NotFound, u"There is no root certificate to check SERVER against."_s);
        row("another host's certificate",
            u"postgresql://roster@SERVER/postgres?sslmode=verify-full&sslrootcert=CERTIFICATE"_s,
            Kind::Connection, u"The TLS certificate at SERVER belongs to another host."_s);
        row("role full", u"postgresql://limited@SERVER/postgres"_s, Kind::Connection,
            u"SERVER has no free connection for limited."_s);
        row("database full", u"postgresql://stranger@SERVER/full_up"_s, Kind::Connection,
            u"SERVER has no free connection for stranger."_s);
        row("no such service", u"postgresql://?service=nosuch"_s, Kind::NotFound,
            u"The connection service is not defined."_s);
        row("bad sslmode", u"postgresql://roster@SERVER/postgres?sslmode=maybe"_s, Kind::Usage,
            u"A connection parameter is not valid."_s);
        row("bad port", u"postgresql://roster@127.0.0.1:99999/postgres"_s, Kind::Usage,
            u"A connection parameter is not valid."_s);
        row("standby wanted", u"postgresql://roster@SERVER/postgres?target_session_attrs=standby"_s,
            Kind::Connection, u"No server of the asked kind answers at SERVER."_s);
    }

    void errors()
    {
        QFETCH(const QString, url);
        QFETCH(const QString, message);
        const auto session = Session::open(*parseConnectionUrl(filled(url)));
        QVERIFY(!session);
        const Error &error = session.error();
        QVERIFY2(error.message == filled(message),
                 qPrintable(error.message + u'\n' + error.detail));
        QTEST(int(error.kind), "kind");
        QVERIFY(!error.hint.isEmpty());
        QVERIFY(!error.detail.isEmpty());
        QVERIFY(!error.toText().contains("wrong@"_L1));
    }

    void opens_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("password") << u"postgresql://scram:right@SERVER/postgres"_s;
        QTest::newRow("TLS") << u"postgresql://tlsonly@SERVER/postgres?sslmode=require"_s;
        QTest::newRow("TLS, preferred") << u"postgresql://tlsonly@SERVER/postgres"_s;
        QTest::newRow("asyncpg") << u"postgresql+asyncpg://tlsonly@SERVER/postgres?ssl=require"_s;
        QTest::newRow("certificate")
            << u"postgresql://roster@SERVER/postgres?sslmode=verify-ca&sslrootcert=CERTIFICATE"_s;
        QTest::newRow("second host") << u"postgresql://roster@127.0.0.1:1,SERVER/postgres"_s;
    }

    void opens()
    {
        QFETCH(const QString, url);
        const auto session = Session::open(*parseConnectionUrl(filled(url)));
        QVERIFY2(session, qPrintable(session ? QString() : session.error().toText()));
        QVERIFY((*session)->query(u"SELECT 1"_s));
    }

    /// The same where the server speaks another language: by SQLSTATE.
    void errorsInAnotherLanguage_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("sqlState");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QString &url, Error::Kind kind,
                            const QString &sqlState, const QString &message) {
            QTest::newRow(name) << url << int(kind) << sqlState << message;
        };
        using Kind = Error::Kind;
        row("wrong password", u"postgresql://scram:wrong@SERVER/postgres"_s, Kind::Authentication,
            u"28P01"_s, u"The password of scram is not right for SERVER."_s);
        row("no such role", u"postgresql://ghost@SERVER/postgres"_s, Kind::Authentication,
            u"28000"_s, u"SERVER does not let ghost into postgres."_s);
        row("no entry", u"postgresql://nobody@SERVER/postgres"_s, Kind::Authentication, u"28000"_s,
            u"SERVER does not let nobody into postgres."_s);
        row("no such database", u"postgresql://roster@SERVER/nosuch"_s, Kind::NotFound, u"3D000"_s,
            u"There is no database nosuch on SERVER."_s);
        row("closed database", u"postgresql://roster@SERVER/closed"_s, Kind::Refused, u"55000"_s,
            u"The database closed on SERVER takes no connections."_s);
        row("no CONNECT", u"postgresql://stranger@SERVER/private"_s, Kind::Permission, u"42501"_s,
            u"stranger may not connect to the database private on SERVER."_s);
        row("role full", u"postgresql://limited@SERVER/postgres"_s, Kind::Connection, u"53300"_s,
            u"SERVER has no free connection for limited."_s);
    }

    void errorsInAnotherLanguage()
    {
        QFETCH(const QString, url);
        QFETCH(const QString, message);
        QFETCH(const QString, sqlState);
        setOnServer(u"lc_messages"_s, u"C.UTF-8"_s);
        QTRY_VERIFY(oneByOne(u"SHOW lc_messages"_s) == u"C.UTF-8"_s);
        const auto session = Session::open(*parseConnectionUrl(filled(url)));
        setOnServer(u"lc_messages"_s, u"C"_s);
        QVERIFY(!session);
        const Error &error = session.error();
        // Systems without PostgreSQL's translations have the English text, which is as good.
        if (QFile::exists(u"/usr/share/locale/de/LC_MESSAGES/postgres-15.mo"_s)) {
            QVERIFY2(!error.detail.contains("role"_L1) && !error.detail.contains(" not "_L1),
                     qPrintable(error.detail));
            QCOMPARE(error.sqlState, sqlState);
            QCOMPARE(error.message, filled(message));
        }
        QTEST(int(error.kind), "kind");
        QVERIFY(!error.hint.isEmpty());
    }

    /// Last: from here on the server offers no TLS.
    void tlsNotOffered()
    {
        setOnServer(u"ssl"_s, u"off"_s);
        const auto profile =
            *parseConnectionUrl(filled(u"postgresql://roster@SERVER/postgres?sslmode=require"_s));
        Error error;
        QTRY_VERIFY([&] {
            const auto session = Session::open(profile);
            error = session ? Error() : session.error();
            return !session;
        }());
        QCOMPARE(error.message,
                 filled(u"SERVER offers no TLS, and this connection requires it."_s));
        QCOMPARE(error.kind, Error::Kind::Connection);
    }

private:
    static QString script()
    {
        return QString::fromUtf8(ROSTER_SOURCE_DIR "/tests/support/guarded-server");
    }

    Result<std::unique_ptr<Session>> admin() const
    {
        return Session::open(*parseConnectionUrl(filled(u"postgresql://roster@SERVER/postgres"_s)));
    }

    void setOnServer(const QString &name, const QString &value) const
    {
        const auto session = admin();
        QVERIFY(session);
        QVERIFY((*session)->query(u"ALTER SYSTEM SET %1 = '%2'"_s.arg(name, value)));
        QVERIFY((*session)->query(u"SELECT pg_reload_conf()"_s));
    }

    QString oneByOne(const QString &sql) const
    {
        const auto session = admin();
        const auto result =
            session ? (*session)->query(sql) : Result<ResultSet>(fail(session.error()));
        return result ? result->text(0, 0) : result.error().toText();
    }

    QString filled(QString text) const
    {
        return text.replace("SOCKET"_L1, m_socket)
            .replace("SERVER"_L1, m_server)
            .replace("CERTIFICATE"_L1, m_folder.filePath(u"server.crt"_s))
            .replace("SILENT"_L1, m_silent.address());
    }

    QTemporaryDir m_folder;
    QString m_server;
    QString m_socket;
    test::SilentServer m_silent;
};

QTEST_GUILESS_MAIN(ConnectionErrorsTest)
#include "tst_connectionerrors.moc"
