// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/connectionurl.h"
#include "models/database/profileresolver.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

class ProfileResolverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ConnectionProfile profile = *parseConnectionUrl(u"postgresql://u:hunter2@saved/d"_s);
        profile.name = u"work"_s;
        profile.environment = Environment::Staging;
        QVERIFY(store().save(profile));
    }

    void precedence_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("profile");
        QTest::addColumn<QStringList>("variables");
        QTest::addColumn<QString>("expected");
        const QStringList all{u"DATABASE_URL=postgresql+asyncpg://variable/d"_s, u"PGHOST=pg"_s};
        QTest::newRow("url first")
            << u"postgresql://url/d"_s << u"work"_s << all << u"postgresql://url/d"_s;
        QTest::newRow("then the profile")
            << u""_s << u"work"_s << all << u"postgresql://u@saved/d"_s;
        QTest::newRow("then DATABASE_URL") << u""_s << u""_s << all << u"postgresql://variable/d"_s;
        QTest::newRow("then PG variables")
            << u""_s << u""_s << QStringList{u"PGHOST=pg"_s, u"PGPORT=5433"_s, u"PGUSER=u"_s}
            << u"postgresql://u@pg:5433/"_s;
        QTest::newRow("a database alone says where")
            << u""_s << u""_s << QStringList{u"PGDATABASE=d"_s} << u"postgresql:///d"_s;
        QTest::newRow("a service beats the variables beside it")
            << u""_s << u""_s << QStringList{u"PGSERVICE=s"_s, u"PGHOST=pg"_s}
            << u"postgresql:///?service=s"_s;
        QTest::newRow("how alone says not where")
            << u""_s << u""_s << QStringList{u"PGSSLMODE=require"_s, u"PGPASSWORD=x"_s}
            << u"local"_s;
        QTest::newRow("nothing") << u""_s << u""_s << QStringList() << u"local"_s;
        QTest::newRow("empty variables")
            << u""_s << u""_s << QStringList{u"DATABASE_URL="_s, u"PGHOST="_s} << u"local"_s;
    }

    void precedence()
    {
        QFETCH(const QString, url);
        QFETCH(const QString, profile);
        QFETCH(const QStringList, variables);
        QProcessEnvironment environment;
        for (const QString &variable : variables)
            environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
        const auto resolved = ProfileResolver(store(), environment).resolve(url, profile);
        QVERIFY(resolved);
        QTEST(*resolved ? maskedUrl(**resolved) : u"local"_s, "expected");
    }

    void saysWhichVariableIsWrong()
    {
        QProcessEnvironment environment;
        environment.insert(u"DATABASE_URL"_s, u"mysql://u:hunter2@h/d"_s);
        const auto resolved = ProfileResolver(store(), environment).resolve({}, {});
        QCOMPARE(resolved.error().message, u"DATABASE_URL: mysql:// is not a PostgreSQL URL."_s);
    }

    void unknownProfileNamesTheKnown()
    {
        const auto resolved = ProfileResolver(store(), {}).resolve({}, u"wrok"_s);
        QCOMPARE(resolved.error().kind, Error::Kind::NotFound);
        QCOMPARE(resolved.error().hint, u"Known are: work."_s);
    }

    void storeKeepsNoPassword()
    {
        QFile file(store().file());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("saved"));
        QVERIFY(!text.contains("hunter2"));
        QCOMPARE(store().find(u"work"_s)->environment, Environment::Staging);
    }

    void storeReplacesAndRemoves()
    {
        ConnectionProfile profile = *parseConnectionUrl(u"postgresql://one/d"_s);
        profile.name = u"other"_s;
        QVERIFY(store().save(profile));
        profile.parameters.insert(u"host"_s, u"two"_s);
        QVERIFY(store().save(profile));
        QCOMPARE(store().profiles()->size(), 2);
        QCOMPARE(store().find(u"other"_s)->value(u"host"_s), u"two"_s);
        QVERIFY(store().remove(u"other"_s));
        QCOMPARE(store().remove(u"other"_s).error().kind, Error::Kind::NotFound);
    }

    void brokenFileIsSaidAndLeftAlone()
    {
        const ProfileStore broken(m_folder.filePath(u"broken.json"_s));
        QFile file(broken.file());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"profiles\": [");
        file.close();
        ConnectionProfile profile;
        profile.name = u"x"_s;
        QCOMPARE(broken.save(profile).error().kind, Error::Kind::System);
        QCOMPARE(file.size(), 14);
    }

private:
    ProfileStore store() const { return ProfileStore(m_folder.filePath(u"a/profiles.json"_s)); }
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(ProfileResolverTest)
#include "tst_profileresolver.moc"
