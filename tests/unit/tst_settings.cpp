// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

void write(const QString &fileName, const QByteArray &content)
{
    QFile file(fileName);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QByteArray read(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class SettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void keepsWhatIsSaid()
    {
        const WindowState state{"geometry", "splitter", false};
        const OpenTabs tabs{{{PageId::Kind::Table, {u"a.b"_s, u"c\"d"_s}},
                             {PageId::Kind::Jobs, {}},
                             {PageId::Kind::Seeders, {}}},
                            1};
        const QVariantMap page{{u"widths"_s, QVariantList{1.0, 2.0}}, {u"order"_s, u"level"_s}};
        {
            Settings settings(path());
            settings.setWindowState(state);
            settings.setOpenTabs(u"local"_s, tabs);
            settings.setAppearance(Theme::Appearance::Dark);
            settings.setLanguage(u"nb"_s);
            settings.save(u"table/public.players"_s, page);
        }
        const Settings settings(path());
        QCOMPARE(settings.windowState(), state);
        QCOMPARE(settings.openTabs(u"local"_s), tabs);
        QCOMPARE(settings.openTabs(u"other"_s), OpenTabs());
        QCOMPARE(settings.appearance(), Theme::Appearance::Dark);
        QCOMPARE(settings.language(), u"nb"_s);
        QCOMPARE(settings.load(u"table/public.players"_s), page);
        QVERIFY(settings.load(u"table/public.others"_s).isEmpty());
    }

    void keepsNoPasswords()
    {
        ConnectionProfile profile;
        profile.name = u"game"_s;
        profile.environment = Environment::Staging;
        profile.parameters = {
            {u"host"_s, u"db"_s}, {u"password"_s, u"geheim"_s}, {u"sslpassword"_s, u"geheim"_s}};
        profile.password = u"geheim"_s;
        Settings settings(path());
        settings.addRecentConnection(profile);
        settings.addRecentConnection(profile);
        QVERIFY(!settings.lastConnection());
        settings.setLastConnection(profile);
        QVERIFY(settings.flush());
        QVERIFY(!read(settings.fileName()).contains("geheim"));
        QCOMPARE(settings.lastConnection()->name, u"game"_s);
        settings.setLastConnection(std::nullopt);
        QVERIFY(!settings.lastConnection());
        QCOMPARE(settings.recentConnections().size(), 1);
        QCOMPARE(settings.recentConnections().first().environment, Environment::Staging);
        QCOMPARE(settings.recentConnections().first().value(u"host"_s), u"db"_s);
        const auto others = QFile::ReadGroup | QFile::ReadOther;
        QVERIFY(!(QFile::permissions(settings.fileName()) & others));
    }

    void readsTheLastGoodCopy()
    {
        QString fileName;
        {
            Settings settings(path());
            fileName = settings.fileName();
            settings.setLanguage(u"nb"_s);
            QVERIFY(settings.flush());
            settings.setAppearance(Theme::Appearance::Dark);
            QVERIFY(settings.flush());
        }
        write(fileName, "{ \"preferences\": {");
        Settings settings(path());
        QCOMPARE(settings.language(), u"nb"_s);
        settings.setAppearance(Theme::Appearance::Light);
        QVERIFY(settings.flush());
        QCOMPARE(Settings(path()).language(), u"nb"_s);
    }

    void twoWindowsShareTheFile()
    {
        Settings one(path());
        Settings other(path());
        one.setLanguage(u"nb"_s);
        QVERIFY(one.flush());
        other.setAppearance(Theme::Appearance::Dark);
        QVERIFY(other.flush());
        const Settings third(path());
        QCOMPARE(third.language(), u"nb"_s);
        QCOMPARE(third.appearance(), Theme::Appearance::Dark);
    }

    void worksWhereNothingCanBeWritten()
    {
        write(path() + u"/file"_s, {});
        Settings settings(path() + u"/file/below"_s);
        settings.setLanguage(u"nb"_s);
        QVERIFY(!settings.flush());
        QCOMPARE(settings.language(), u"nb"_s);
    }

private:
    QString path() const { return m_folder->path(); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(SettingsTest)
#include "tst_settings.moc"
