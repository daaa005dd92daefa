// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"
#include "models/database/connections.h"
#include "models/views/migrationlistmodel.h"
#include "tests/support/openedmigrations.h"
#include "tests/support/revisionfolder.h"
#include "tests/support/screenshot.h"
#include "tests/support/testserver.h"
#include "ui/common/errorbar.h"
#include "ui/common/theme.h"
#include "ui/connection/localdatabase.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/pagetabs.h"
#include "ui/mainwindow/workspace.h"
#include "ui/migrations/migrationspage.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

using Opened = test::OpenedMigrations;

const auto createPlayers = u"5f2ab61c09d7"_s;

/// Two revisions on the embedded one, the second with an index that lint objects to.
void addTwo(test::RevisionFolder &folder)
{
    folder.add(u"a1"_s, {createPlayers}, u"CREATE TABLE guilds (id int)"_s, u"DROP TABLE guilds"_s);
    folder.add(u"b1"_s, {u"a1"_s}, u"CREATE INDEX ix_guilds_id ON guilds (id)"_s,
               u"DROP INDEX ix_guilds_id"_s);
}

}  // namespace

class MigrationsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_theme.setAppearance(Theme::Appearance::Light);
        m_database = std::make_unique<test::TestDatabase>();
        m_folder = std::make_unique<test::RevisionFolder>();
    }

    void goesUpAndDown()
    {
        addTwo(*m_folder);
        Opened opened(m_database->profile(), m_folder->path());
        const QAbstractItemModelTester tester(opened.model());
        QTRY_COMPARE(opened.rows(),
                     u"step b1: pending, head\nstep a1: pending\ncreate players: pending"_s);
        QVERIFY2(opened.summary().contains(u"3 revision(s) are pending"_s),
                 qPrintable(opened.summary()));

        const QSignalSpy changed(opened.page.get(), &MigrationsPage::schemaChanged);
        opened.goThrough(u"upgradeToHead"_s);
        QTRY_COMPARE(opened.rows(),
                     u"step b1: current, head\nstep a1: applied\ncreate players: applied"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_database->rows(u"SELECT version_num FROM alembic_version"_s), u"b10000000000"_s);
        QVERIFY(!opened.button(u"upgradeToHead"_s)->isEnabled());
        test::grab(*opened.page, u"migrations-done"_s);

        opened.choose(u"create players"_s);
        opened.goThrough(u"downgradeToThis"_s);
        QTRY_COMPARE(opened.rows(),
                     u"step b1: pending, head\nstep a1: pending\ncreate players: current"_s);
        QCOMPARE(m_database->rows(u"SELECT to_regclass('guilds')"_s), u"∅"_s);
        opened.choose(u"step a1"_s);
        opened.goThrough(u"upgradeToThis"_s);
        QTRY_COMPARE(opened.rows(),
                     u"step b1: pending, head\nstep a1: current\ncreate players: applied"_s);
        QCOMPARE(opened.button(u"downgradeToThis"_s)->text(), u"&Undo this…"_s);
        opened.goThrough(u"downgradeToThis"_s);
        QTRY_VERIFY(opened.rows().contains(u"create players: current"_s));
    }

    void showsTheSqlFirstAndSendsNothingOnCancel()
    {
        addTwo(*m_folder);
        Opened opened(m_database->profile(), m_folder->path());
        QTRY_VERIFY(opened.button(u"upgradeToHead"_s)->isEnabled());
        opened.button(u"upgradeToHead"_s)->click();
        QTRY_VERIFY(opened.find<QPlainTextEdit>(u"confirmSql"_s));
        const QString sql = opened.find<QPlainTextEdit>(u"confirmSql"_s)->toPlainText();
        QVERIFY2(sql.contains(u"CREATE TABLE guilds (id int);"_s), qPrintable(sql));
        QVERIFY(!opened.find<QLineEdit>(u"confirmName"_s)->isVisible());
        test::grab(*opened.find<QDialog>(u"migrationConfirm"_s), u"migrations-confirm"_s);
        // Enter is Cancel.
        QTest::keyClick(opened.find<QDialog>(u"migrationConfirm"_s), Qt::Key_Return);
        QTRY_VERIFY(!opened.find<QDialog>(u"migrationConfirm"_s));
        QCOMPARE(m_database->rows(u"SELECT to_regclass('public.players')"_s), u"∅"_s);
    }

    void backsUpBeforeRowsAreLost()
    {
        addTwo(*m_folder);
        Opened opened(m_database->profile(), m_folder->path());
        const auto backup = [&opened] { return opened.find<QCheckBox>(u"confirmBackup"_s); };
        const auto backups = [&opened] {
            return QDir(opened.data.filePath(u"roster/backups/last"_s))
                .entryList({u"*.dump.zst"_s}, QDir::Files);
        };
        opened.goThrough(u"upgradeToHead"_s);  // nothing is lost: offered, no more
        QTRY_COMPARE(m_database->rows(u"SELECT count(*) FROM pg_indexes WHERE indexname = "
                                      "'ix_guilds_id'"_s),
                     u"1"_s);
        QVERIFY(backups().isEmpty());
        m_database->run(u"INSERT INTO guilds SELECT generate_series(1, 3)"_s);
        opened.choose(u"create players"_s);
        QTRY_VERIFY(opened.button(u"downgradeToThis"_s)->isEnabled());
        opened.button(u"downgradeToThis"_s)->click();
        QTRY_VERIFY(backup());
        QVERIFY(backup()->isVisible() && backup()->isChecked());
        const QString text = opened.find<QLabel>(u"confirmText"_s)->text();
        QVERIFY2(text.contains(u"are lost for good: guilds."_s), qPrintable(text));
        test::grab(*opened.find<QDialog>(u"migrationConfirm"_s), u"migrations-backup"_s);
        opened.accept();
        QTRY_COMPARE_WITH_TIMEOUT(m_database->rows(u"SELECT to_regclass('guilds')"_s), u"∅"_s,
                                  30000);
        QCOMPARE(backups().size(), 1);
    }

    void migratesNothingWhereTheBackupFails()
    {
        addTwo(*m_folder);
        Opened opened(m_database->profile(), m_folder->path());
        opened.goThrough(u"upgradeToHead"_s);
        QTRY_VERIFY(opened.rows().startsWith(u"step b1: current"_s));
        m_database->run(u"INSERT INTO guilds VALUES (1)"_s);
        // A file stands where the folder should be made.
        QFile inTheWay(opened.data.filePath(u"roster"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        opened.choose(u"create players"_s);
        opened.goThrough(u"downgradeToThis"_s);
        QTRY_VERIFY(opened.errorBar()->isVisible());
        QVERIFY2(opened.errorBar()->hint().startsWith(u"Nothing was migrated."_s),
                 qPrintable(opened.errorBar()->hint()));
        QCOMPARE(m_database->rows(u"SELECT count(*) FROM guilds"_s), u"1"_s);
    }

    void wantsTheNameOnProduction()
    {
        addTwo(*m_folder);
        ConnectionProfile profile = m_database->profile();
        profile.environment = Environment::Production;
        Opened opened(profile, m_folder->path());
        const QString name = m_database->rows(u"SELECT current_database()"_s);
        QTRY_VERIFY(opened.button(u"upgradeToHead"_s)->isEnabled());
        opened.button(u"upgradeToHead"_s)->click();
        QTRY_VERIFY(opened.button(u"confirmGoOn"_s));
        QVERIFY(!opened.button(u"confirmGoOn"_s)->isEnabled());
        opened.find<QLineEdit>(u"confirmName"_s)->setText(u"another"_s);
        QVERIFY(!opened.button(u"confirmGoOn"_s)->isEnabled());
        test::grab(*opened.find<QDialog>(u"migrationConfirm"_s), u"migrations-production"_s);
        auto *typed = opened.find<QLineEdit>(u"confirmName"_s);
        QVERIFY(!opened.button(u"confirmGoOn"_s)->isDefault());
        typed->setText(name);
        QTest::keyClick(typed, Qt::Key_Return);  // with the right name, Enter means it
        QTRY_VERIFY(opened.rows().startsWith(u"step b1: current, head"_s));
    }

    void saysWhatLintFindsAndWhatItLocks()
    {
        addTwo(*m_folder);
        Opened opened(m_database->profile(), m_folder->path());
        QTRY_VERIFY(opened.model()->rowCount() == 3);
        opened.choose(u"step a1"_s);
        opened.goThrough(u"upgradeToThis"_s);
        QTRY_VERIFY(opened.rows().contains(u"step a1: current"_s));
        m_database->run(u"INSERT INTO guilds SELECT generate_series(1, 50000); ANALYZE guilds"_s);
        opened.choose(u"step b1"_s);
        auto *findings = opened.find<QTextBrowser>(u"lintFindings"_s);
        QTRY_VERIFY2(findings->toPlainText().contains(u"CONCURRENTLY"_s),
                     qPrintable(findings->toPlainText()));
        auto *tabs = opened.find<QTabWidget>(u"revisionTabs"_s);
        tabs->setCurrentWidget(findings);
        test::grab(*opened.page, u"migrations-findings"_s);

        tabs->setCurrentIndex(3);
        opened.button(u"rehearse"_s)->click();
        auto *locks = opened.find<QTextBrowser>(u"rehearsal"_s);
        QTRY_VERIFY2(locks->toPlainText().contains(u"public.guilds (ShareLock)"_s),
                     qPrintable(locks->toPlainText()));
        test::grab(*opened.page, u"migrations-locks"_s);
        QCOMPARE(m_database->rows(u"SELECT to_regclass('ix_guilds_id')"_s), u"∅"_s);
        QTRY_VERIFY(opened.button(u"rehearse"_s)->isEnabled());
    }

    void leadsToTheLineThatFailed()
    {
        m_folder->add(u"a1"_s, {createPlayers}, u"CREATE TABLE a (id int);\nSELECT 1 / 0"_s,
                      u"DROP TABLE a"_s);
        Opened opened(m_database->profile(), m_folder->path());
        opened.goThrough(u"upgradeToHead"_s);
        QTRY_VERIFY(opened.errorBar()->isVisible());
        QVERIFY2(opened.errorBar()->message().contains(u"division by zero"_s),
                 qPrintable(opened.errorBar()->message()));
        QTRY_VERIFY(opened.rows().contains(u"create players: current"_s));
        QVERIFY(opened.errorBar()->isVisible());
        auto *sql = opened.find<QPlainTextEdit>(u"upgradeSql"_s);
        opened.choose(u"create players"_s);
        opened.errorBar()->findChild<QPushButton *>(u"errorAction"_s)->click();
        QTRY_COMPARE(sql->textCursor().selectedText(), u"SELECT 1 / 0"_s);
        test::grab(*opened.page, u"migrations-failed"_s);
    }

    void stopsWhatRuns()
    {
        m_folder->add(u"a1"_s, {createPlayers}, u"SELECT pg_sleep(600)"_s, {});
        Opened opened(m_database->profile(), m_folder->path());
        opened.goThrough(u"upgradeToHead"_s);
        QTRY_VERIFY(opened.button(u"stopMigration"_s)->isVisible());
        QTRY_COMPARE(m_database->rows(u"SELECT count(*) FROM pg_stat_activity WHERE datname = "
                                      "current_database() AND query LIKE 'SELECT pg_sleep%'"_s),
                     u"1"_s);
        opened.button(u"stopMigration"_s)->click();
        QTRY_VERIFY(!opened.button(u"stopMigration"_s)->isVisible());
        QTRY_VERIFY(opened.rows().contains(u"step a1: pending"_s));
    }

    void closesWhileItRuns()
    {
        m_folder->add(u"a1"_s, {createPlayers}, u"SELECT pg_sleep(600)"_s, {});
        const QString sleeping = u"SELECT count(*) FROM pg_stat_activity WHERE datname = "
                                 "current_database() AND query LIKE 'SELECT pg_sleep%'"_s;
        {
            Opened opened(m_database->profile(), m_folder->path());
            opened.goThrough(u"upgradeToHead"_s);
            QTRY_COMPARE(m_database->rows(sleeping), u"1"_s);
        }
        // The first revision stands as a whole, the second one not at all.
        QTRY_COMPARE(m_database->rows(sleeping), u"0"_s);
        QCOMPARE(m_database->rows(u"SELECT version_num FROM alembic_version"_s), createPlayers);
    }

    void namesEachBrokenFile()
    {
        addTwo(*m_folder);
        for (const QString &id : {u"a1"_s, u"b1"_s}) {
            QFile file(m_folder->pathOf(test::revisionId(id)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("no revision");
        }
        Opened opened(m_database->profile(), m_folder->path());
        QTRY_VERIFY(opened.errorBar()->isVisible());
        const QString all =
            opened.errorBar()->message()
            + opened.errorBar()->findChild<QPlainTextEdit *>(u"errorDetails"_s)->toPlainText();
        for (const QString &id : {u"a1"_s, u"b1"_s})
            QVERIFY2(all.contains(test::revisionId(id)), qPrintable(all));
        QVERIFY(!opened.find<QPushButton>(u"upgradeToHead"_s)->isEnabled());
    }

    void doesNotCallAMissingFilePending()
    {
        addTwo(*m_folder);
        QVERIFY(QFile::remove(m_folder->pathOf(test::revisionId(u"a1"_s))));
        Opened opened(m_database->profile(), m_folder->path());
        QTRY_VERIFY2(opened.summary().contains(u"2 revision(s) are pending"_s),
                     qPrintable(opened.summary() + u'\n' + opened.rows()));
    }

    void loadsWhenTheConnectionIsBack()
    {
        Opened opened(m_database->profile());
        QTRY_COMPARE(opened.rows(), u"create players: pending, head"_s);
        m_database->run(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "
                        "current_database() AND pid <> pg_backend_pid()"_s);
        opened.page->refresh();
        QTRY_VERIFY(opened.errorBar()->isVisible() || !opened.summary().isEmpty());
        // What was read before stays to be read.
        QCOMPARE(opened.rows(), u"create players: pending, head"_s);
        QTRY_COMPARE(opened.connections.state(), Connections::State::Connected);
        opened.page->refresh();
        QTRY_VERIFY(!opened.errorBar()->isVisible());
        QCOMPARE(opened.rows(), u"create players: pending, head"_s);
    }

    void leavesAlembicsDatabaseAlone()
    {
        m_database->run(u"CREATE TABLE alembic_version (version_num varchar(32) NOT NULL, "
                        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)); INSERT INTO "
                        "alembic_version VALUES ('43d6668d0b1f'); CREATE TABLE players (id serial "
                        "PRIMARY KEY)"_s);
        Opened opened(m_database->profile());
        QTRY_VERIFY(opened.rows().contains(u"create players: not for this database"_s));
        QVERIFY2(opened.summary().contains(u"Alembic manages"_s), qPrintable(opened.summary()));
        QVERIFY(!opened.button(u"upgradeToHead"_s)->isEnabled());
        opened.choose(u"create players"_s);
        QVERIFY(!opened.button(u"upgradeToThis"_s)->isEnabled());
        QCOMPARE(m_database->rows(u"SELECT to_regnamespace('roster')"_s), u"∅"_s);
        test::grab(*opened.page, u"migrations-foreign"_s);
    }

    void marksABaseline()
    {
        m_database->run(u"CREATE TABLE players (id serial PRIMARY KEY)"_s);
        Opened opened(m_database->profile());
        QTRY_COMPARE(opened.rows(), u"create players: pending, head"_s);
        opened.find<QAction>(u"stampHere"_s)->trigger();
        opened.accept();
        QTRY_COMPARE(opened.rows(), u"create players: current, head"_s);
        QCOMPARE(m_database->rows(u"SELECT version_num FROM alembic_version"_s), createPlayers);
    }

    void saysThatAFileWasChanged()
    {
        addTwo(*m_folder);
        Opened opened(m_database->profile(), m_folder->path());
        opened.goThrough(u"upgradeToHead"_s);
        QTRY_VERIFY(opened.rows().startsWith(u"step b1: current"_s));
        m_folder->remove(u"a1"_s);
        m_folder->add(u"a1"_s, {createPlayers}, u"CREATE TABLE guilds (id bigint)"_s,
                      u"DROP TABLE guilds"_s);
        opened.page->refresh();
        QTRY_VERIFY(opened.rows().contains(u"step a1: file changed since, applied"_s));
        opened.choose(u"step a1"_s);
        const QString change = opened.find<QPlainTextEdit>(u"fileChange"_s)->toPlainText();
        QVERIFY2(change.contains(u"-CREATE TABLE guilds (id int)"_s)
                     || change.contains(u"- CREATE TABLE guilds (id int)"_s),
                 qPrintable(change));
        test::grab(*opened.page, u"migrations-changed"_s);
    }

    void namesWhatIsWrongWithTheFiles()
    {
        addTwo(*m_folder);
        QFile file(m_folder->pathOf(u"b1"_s));
        QVERIFY(file.open(QIODevice::Append));
        file.write("\\! rm\n");
        file.close();
        m_folder->add(u"c1"_s, {u"dddd"_s}, u"SELECT 1"_s, u"SELECT 1"_s);
        Opened opened(m_database->profile(), m_folder->path());
        QTRY_VERIFY(opened.model()->rowCount() > 0);
        QTRY_VERIFY(opened.errorBar()->isVisible() || opened.summary().contains(u"heads"_s));
        opened.button(u"upgradeToHead"_s)->click();
        QTRY_VERIFY(opened.errorBar()->isVisible());
        QVERIFY(!opened.find<QDialog>(u"migrationConfirm"_s));
        QCOMPARE(m_database->rows(u"SELECT to_regclass('public.players')"_s), u"∅"_s);
    }

    void staysReadableWithoutRights()
    {
        ConnectionProfile profile = m_database->profile();
        profile.parameters.insert(u"options"_s, u"-c default_transaction_read_only=on"_s);
        Opened opened(profile);
        QTRY_COMPARE(opened.rows(), u"create players: pending, head"_s);
        QVERIFY(opened.summary().contains(u"may only read"_s));
        QVERIFY(!opened.button(u"upgradeToHead"_s)->isEnabled());
        QVERIFY(!opened.find<QAction>(u"stampHere"_s)->isEnabled());
    }

    void sayWhereTheFolderIsGone()
    {
        Opened opened(m_database->profile(), u"/nowhere/at/all"_s);
        QTRY_VERIFY(opened.button(u"retryMigrations"_s));
        QVERIFY(opened.errorBar()->message().contains(u"/nowhere/at/all"_s));
        opened.button(u"forgetFoldersEmpty"_s)->click();
        QTRY_COMPARE(opened.rows(), u"create players: pending, head"_s);
        QVERIFY(!opened.errorBar()->isVisible());
    }

    void drawsBranches()
    {
        addTwo(*m_folder);
        m_folder->add(u"c1"_s, {u"a1"_s}, u"CREATE TABLE c (id int)"_s, u"DROP TABLE c"_s);
        m_folder->add(u"d1"_s, {u"b1"_s, u"c1"_s}, u"CREATE TABLE d (id int)"_s, u"DROP TABLE d"_s);
        m_folder->add(u"e1"_s, {u"a1"_s}, u"CREATE TABLE e (id int)"_s, u"DROP TABLE e"_s);
        Opened opened(m_database->profile(), m_folder->path());
        QTRY_COMPARE(opened.model()->rowCount(), 6);
        opened.choose(u"step a1"_s);
        opened.goThrough(u"upgradeToThis"_s);
        QTRY_VERIFY(opened.rows().contains(u"step a1: current"_s));
        test::grab(*opened.page, u"migrations-branches"_s);
        m_theme.setAppearance(Theme::Appearance::Dark);
        opened.choose(u"step d1"_s);
        QCoreApplication::processEvents();
        test::grab(*opened.page, u"migrations-dark"_s);
    }

    void barLeadsToThePage()
    {
        const QTemporaryDir home;
        m_database->run(u"CREATE TABLE players (id serial PRIMARY KEY, name text)"_s);
        Settings settings(home.path());
        LocalDatabase local(LocalPaths::under(home.path() + u"/local"_s));
        MainWindow window(settings, ProfileStore(home.path() + u"/profiles.json"_s), m_theme,
                          local);
        window.resize(800, 600);
        window.show();
        window.open({false, m_database->profile()});
        QTRY_VERIFY(window.workspace());
        auto *bar = window.findChild<ErrorBar *>(u"pendingBar"_s);
        QTRY_VERIFY(bar->isVisible());
        QCOMPARE(bar->message(), u"One revision is pending: 5f2ab61c09d7 (create players)."_s);
        test::grab(window, u"migrations-bar"_s);
        bar->findChild<QPushButton *>(u"errorAction"_s)->click();
        QTRY_VERIFY(window.findChild<MigrationsPage *>());
        QCOMPARE(window.workspace()->tabs().currentId().kind, PageId::Kind::Migrations);
        QTRY_VERIFY(window.findChild<QTableView *>(u"revisionList"_s)->model()->rowCount() == 1);
        test::grab(window, u"migrations-800x600"_s);
    }

private:
    Theme m_theme;
    std::unique_ptr<test::TestDatabase> m_database;
    std::unique_ptr<test::RevisionFolder> m_folder;
};

QTEST_MAIN(MigrationsPageTest)
#include "tst_migrationspage.moc"
