// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/connectionurl.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

class ConnectionUrlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>(
            "expected");  // key=value of every parameter, sorted; then password
        const auto row = [](const char *name, const QString &url, const QString &expected) {
            QTest::newRow(name) << url << expected;
        };
        row("plain", u"postgresql://arne:secret@db.example.org:5433/game"_s,
            u"dbname=game host=db.example.org port=5433 user=arne | secret"_s);
        row("short scheme", u"postgres://db/game"_s, u"dbname=game host=db | "_s);
        row("percent", u"postgresql://a%40b:p%2Fw%3A%25%20x@h/d%20b"_s,
            u"dbname=d b host=h user=a@b | p/w:% x"_s);
        row("socket", u"postgresql://arne@/game?host=/run/postgresql"_s,
            u"dbname=game host=/run/postgresql user=arne | "_s);
        row("socket, encoded", u"postgresql:///game?host=%2Ftmp%2Fa%20b"_s,
            u"dbname=game host=/tmp/a b | "_s);
        row("hosts", u"postgresql://a:1,b:2/d?target_session_attrs=read-write"_s,
            u"dbname=d host=a,b port=1,2 target_session_attrs=read-write | "_s);
        row("IPv6", u"postgresql://[::1]:5432/d"_s, u"dbname=d host=::1 port=5432 | "_s);
        row("asyncpg",
            u"postgresql+asyncpg://u:p@h/d?ssl=require&prepared_statement_cache_size=0"_s,
            u"dbname=d host=h sslmode=require user=u | p"_s);
        row("asyncpg, bool", u"postgresql+asyncpg://h/d?ssl=True&timeout=5"_s,
            u"connect_timeout=5 dbname=d host=h sslmode=require | "_s);
        row("psycopg2", u"postgresql+psycopg2://u@h/d?sslmode=verify-full&sslrootcert=/a.pem"_s,
            u"dbname=d host=h sslmode=verify-full sslrootcert=/a.pem user=u | "_s);
        row("psycopg", u"postgresql+psycopg://u@h/d"_s, u"dbname=d host=h user=u | "_s);
        row("SQLAlchemy's hosts", u"postgresql+psycopg2://u@/d?host=a:1&host=b"_s,
            u"dbname=d host=a,b port=1,5432 user=u | "_s);
        row("password in the query", u"postgresql://h/d?password=geheim"_s,
            u"dbname=d host=h | geheim"_s);
        row("service", u"postgresql://?service=game"_s, u"service=game | "_s);
        row("keywords", u"host=h dbname='a b' password=x"_s, u"dbname=a b host=h | x"_s);
        row("upper case, blanks", u"  PostgreSQL://h/d \n"_s, u"dbname=d host=h | "_s);
    }

    void parses()
    {
        QFETCH(const QString, url);
        const auto profile = parseConnectionUrl(url);
        QVERIFY2(profile, qPrintable(profile ? QString() : profile.error().toText()));
        QStringList parameters;
        for (auto it = profile->parameters.cbegin(); it != profile->parameters.cend(); ++it)
            parameters << it.key() + u'=' + it.value();
        QTEST(QString(parameters.join(u' ') + u" | "_s + profile->password), "expected");
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("message");
        QTest::newRow("empty") << u""_s << u"The connection URL is empty."_s;
        QTest::newRow("word") << u"hunter2"_s << u"This is no connection URL."_s;
        QTest::newRow("scheme") << u"mysql://u:hunter2@h/d"_s
                                << u"mysql:// is not a PostgreSQL URL."_s;
        QTest::newRow("parameter") << u"postgresql://u:hunter2@h/d?colour=red"_s
                                   << u"The connection URL holds the unknown parameter colour."_s;
        QTest::newRow("keyword") << u"host=h colour=red password=hunter2"_s
                                 << u"The connection URL holds the unknown parameter colour."_s;
        QTest::newRow("encoding") << u"postgresql://u:hunter2%zz@h/d"_s
                                  << u"The connection URL cannot be read."_s;
        QTest::newRow("bracket") << u"postgresql://u:hunter2@[::1/d"_s
                                 << u"The connection URL cannot be read."_s;
    }

    void refuses()
    {
        QFETCH(const QString, url);
        const auto profile = parseConnectionUrl(url);
        QVERIFY(!profile);
        QCOMPARE(profile.error().kind, Error::Kind::Usage);
        QTEST(profile.error().message, "message");
        QVERIFY(!profile.error().toText().contains("hunter2"_L1));
        QVERIFY(!profile.error().hint.isEmpty());
    }

    void masks_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("masked");
        QTest::addColumn<QString>("display");
        QTest::newRow("plain") << u"postgresql://a%40b:x@h:5433/d%20b?sslmode=require"_s
                               << u"postgresql://a%40b@h:5433/d%20b?sslmode=require"_s
                               << u"a@b@h:5433/d b"_s;
        QTest::newRow("socket") << u"postgresql://a:x@/d?host=/run/pg"_s
                                << u"postgresql://a@/d?host=/run/pg"_s << u"a@this computer/d"_s;
        QTest::newRow("hosts") << u"postgresql://a:1,b:2/d"_s
                               << u"postgresql:///d?host=a,b&port=1,2"_s << u"a,b:1,2/d"_s;
        QTest::newRow("IPv6") << u"postgresql://[::1]/d"_s << u"postgresql://[::1]/d"_s
                              << u"::1/d"_s;
    }

    void masks()
    {
        QFETCH(const QString, url);
        const auto profile = parseConnectionUrl(url);
        QVERIFY(profile);
        QTEST(maskedUrl(*profile), "masked");
        QTEST(displayName(*profile), "display");
        // What is shown leads back to the same place.
        QCOMPARE(parseConnectionUrl(maskedUrl(*profile))->parameters, profile->parameters);
    }
};

QTEST_GUILESS_MAIN(ConnectionUrlTest)
#include "tst_connectionurl.moc"
