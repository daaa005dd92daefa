// SPDX-License-Identifier: GPL-3.0-or-later
// What the Migrations page offers beside running revisions: merging, who is in the way, drift.
#include "app/settings.h"
#include "models/schema/declaredtables.h"
#include "models/schema/schemacreation.h"
#include "tests/support/openedmigrations.h"
#include "tests/support/revisionfolder.h"
#include "tests/support/screenshot.h"
#include "tests/support/testserver.h"
#include "ui/connection/localdatabase.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/workspace.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

using Opened = test::OpenedMigrations;

const auto createPlayers = u"5f2ab61c09d7"_s;

}  // namespace

class MigrationToolsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_theme.setAppearance(Theme::Appearance::Light);
        m_database = std::make_unique<test::TestDatabase>();
        m_folder = std::make_unique<test::RevisionFolder>();
    }

    void mergesTheHeads()
    {
        m_folder->add(u"a1"_s, {createPlayers}, u"CREATE TABLE a (id int)"_s, u"DROP TABLE a"_s);
        Opened opened(m_database->profile(), m_folder->path());
        QTRY_COMPARE(opened.model()->rowCount(), 2);
        QVERIFY(!opened.button(u"mergeHeads"_s)->isVisible());
        m_folder->add(u"b1"_s, {createPlayers}, u"CREATE TABLE b (id int)"_s, u"DROP TABLE b"_s);
        opened.page->refresh();
        QTRY_VERIFY(opened.button(u"mergeHeads"_s)->isVisible());
        QVERIFY2(opened.summary().contains(u"several heads: a10000000000, b10000000000"),
                 qPrintable(opened.summary()));
        test::grab(*opened.page, u"tools-heads"_s);
        opened.button(u"mergeHeads"_s)->click();
        QTRY_VERIFY(opened.find<QPlainTextEdit>(u"confirmSql"_s));
        QVERIFY(opened.find<QPlainTextEdit>(u"confirmSql"_s)
                    ->toPlainText()
                    .contains(u"-- down_revision: a10000000000, b10000000000\n"));
        test::grab(*opened.find<QDialog>(u"migrationConfirm"_s), u"tools-merge"_s);
        opened.accept();
        QTRY_COMPARE(opened.model()->rowCount(), 4);
        QVERIFY(!opened.button(u"mergeHeads"_s)->isVisible());
        QCOMPARE(opened.find<QLabel>(u"revisionTitle"_s)->text(),
                 u"merge a10000000000 and b10000000000"_s);
        opened.goThrough(u"upgradeToHead"_s);
        QTRY_VERIFY(
            opened.rows().startsWith(u"merge a10000000000 and b10000000000: current, head"));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 3);
    }

    void squashes()
    {
        m_folder->add(u"a1"_s, {createPlayers}, u"CREATE TABLE a (id int)"_s, u"DROP TABLE a"_s);
        m_folder->add(u"a2"_s, {u"a10000000000"_s}, u"ALTER TABLE a ADD n int"_s,
                      u"ALTER TABLE a DROP n"_s);
        Opened opened(m_database->profile(), m_folder->path());
        QTRY_COMPARE(opened.model()->rowCount(), 3);
        opened.choose(u"step a2"_s);
        opened.find<QAction>(u"squashRevisions"_s)->trigger();
        auto *dialog = opened.find<QDialog>(u"squashDialog"_s);
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QComboBox *>(u"squashLast"_s)->currentData().toString(),
                 u"a20000000000"_s);
        auto *first = dialog->findChild<QComboBox *>(u"squashFirst"_s);
        QCOMPARE(first->count(), 3);  // the beginning, the built-in one, a1
        first->setCurrentIndex(first->findData(u"a10000000000"_s));
        dialog->findChild<QLineEdit *>(u"squashMessage"_s)->setText(u"both"_s);
        test::grab(*dialog, u"tools-squash"_s);
        dialog->findChild<QPushButton *>(u"squashPreview"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(opened.find<QPlainTextEdit>(u"confirmSql"_s), 20000);
        const QString text = opened.find<QPlainTextEdit>(u"confirmSql"_s)->toPlainText();
        QVERIFY2(text.contains(u"-- replaces: a10000000000, a20000000000\n"_s), qPrintable(text));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 2);
        opened.accept();
        QTRY_COMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 3);
        QTRY_VERIFY2(opened.rows().contains(u"both: "_s), qPrintable(opened.rows()));
        opened.goThrough(u"upgradeToHead"_s);
        QTRY_VERIFY2(opened.rows().startsWith(u"both: current, head"_s), qPrintable(opened.rows()));
    }

    void asksForAFolderBeforeItMerges()
    {
        m_folder->add(u"a1"_s, {createPlayers}, u"SELECT 1"_s, u"SELECT 1"_s);
        m_folder->add(u"b1"_s, {createPlayers}, u"SELECT 1"_s, u"SELECT 1"_s);
        ConnectionProfile production = m_database->profile();
        production.environment = Environment::Production;
        Opened opened(production, m_folder->path());
        QTRY_VERIFY(opened.button(u"mergeHeads"_s)->isVisible());
        opened.memory.save(u"migrations"_s, {});
        opened.button(u"mergeHeads"_s)->click();
        QTRY_VERIFY(opened.find<QDialog>(u"newRevisionFolder"_s));
        opened.find<QDialog>(u"newRevisionFolder"_s)->reject();
        QVERIFY(!opened.find<QDialog>(u"migrationConfirm"_s));
    }

    void saysWhoIsInTheWay()
    {
        m_database->run(u"CREATE TABLE t (a int); INSERT INTO t SELECT generate_series(1, 5000); "
                        "ANALYZE t"_s);
        m_folder->add(u"a1"_s, {}, u"ALTER TABLE t ADD x int; CREATE INDEX ON t (x)"_s,
                      u"ALTER TABLE t DROP x"_s);
        Opened opened(m_database->profile(), m_folder->path());
        QTRY_COMPARE(opened.model()->rowCount(), 2);
        opened.choose(u"step a1"_s);
        auto *tabs = opened.find<QTabWidget>(u"revisionTabs"_s);
        auto *holders = opened.find<QTableWidget>(u"lockHolders"_s);
        tabs->setCurrentWidget(opened.find<QWidget>(u"revisionLocks"_s));
        auto *tables = opened.find<QLabel>(u"concernedTables"_s);
        QTRY_VERIFY2(tables->text().contains(u"public.t (AccessExclusiveLock): about 5,000 rows"_s),
                     qPrintable(tables->text()));
        QVERIFY(!holders->isVisible());

        ConnectionProfile profile = m_database->profile();
        profile.parameters.insert(u"application_name"_s, u"report"_s);
        auto reader = *Session::open(profile);
        QVERIFY(reader->script(u"BEGIN; SELECT * FROM t"_s));
        QTRY_VERIFY(holders->isVisible());
        QCOMPARE(holders->item(0, 2)->text(), u"report"_s);
        QCOMPARE(holders->item(0, 4)->text(), u"idle in transaction"_s);
        QVERIFY(tabs->tabText(tabs->currentIndex()).endsWith(u"(1)"));

        // An upgrade that waits says for whom, and goes on when the other one is done.
        opened.goThrough(u"upgradeToThis"_s);
        auto *text = opened.find<QLabel>(u"migrationProgress"_s);
        QTRY_VERIFY2(text->text().contains(u"waiting for a lock on public.t, held by "),
                     qPrintable(text->text()));
        test::grab(*opened.page, u"tools-blocked"_s);
        reader.reset();
        QTRY_VERIFY(opened.rows().contains(u"step a1: current"));
        QTRY_VERIFY(!holders->isVisible());
        m_theme.setAppearance(Theme::Appearance::Dark);
        QCoreApplication::processEvents();
        test::grab(*opened.page, u"tools-dark"_s);
    }

    void showsHowTheDatabaseDiffers()
    {
        Opened opened(m_database->profile(), m_folder->path());
        opened.goThrough(u"upgradeToHead"_s);
        QTRY_VERIFY(opened.rows().contains(u"create players: current"));
        m_database->run(u"ALTER TABLE players ALTER name TYPE text; ALTER TABLE players ADD x int; "
                        "DROP INDEX ix_players_level_name; CREATE TABLE other (id int)"_s);
        opened.find<QAction>(u"showDrift"_s)->trigger();
        auto *dialog = opened.find<QDialog>(u"driftDialog"_s);
        QVERIFY(dialog->isVisible());
        auto *text = dialog->findChild<QLabel *>(u"driftText"_s);
        auto *left = dialog->findChild<QPlainTextEdit *>(u"leftPane"_s);
        auto *right = dialog->findChild<QPlainTextEdit *>(u"rightPane"_s);
        QTRY_VERIFY2(
            text->text().startsWith(u"3 object(s) differ. To change the database, write"_s),
            qPrintable(text->text()));
        QCOMPARE(left->toPlainText(), u"  CREATE TABLE public.players (\n"
                                      "      id serial NOT NULL,\n"
                                      "~     name text NOT NULL,\n"
                                      "      level integer NOT NULL,\n"
                                      "      total_exp integer NOT NULL,\n"
                                      "      created_at timestamp without time zone NOT NULL,\n"
                                      "−     x integer\n"
                                      "  );\n"
                                      "  ALTER TABLE public.players ADD CONSTRAINT players_pkey "
                                      "PRIMARY KEY (id);\n"
                                      "  "_s);
        QVERIFY(right->toPlainText().contains(u"\n~     name character varying(100) NOT NULL,\n"));
        QVERIFY(right->toPlainText().contains(u"\n+ CREATE INDEX ix_players_level_name ON "));
        QCOMPARE(left->blockCount(), right->blockCount());
        auto *place = dialog->findChild<QLabel *>(u"driftPlace"_s);
        QCOMPARE(place->text(), u"1 of 3"_s);
        QCOMPARE(left->textCursor().blockNumber(), 2);
        test::grab(*dialog, u"drift"_s);
        QTest::keyClick(left, Qt::Key_F8);
        QCOMPARE(place->text(), u"2 of 3"_s);
        QCOMPARE(right->textCursor().blockNumber(), 6);
        QTest::keyClick(left, Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(place->text(), u"1 of 3"_s);

        // The tables that nobody declared count against the revisions.
        auto *against = dialog->findChild<QComboBox *>(u"driftAgainst"_s);
        against->setCurrentIndex(1);
        QTRY_VERIFY2(text->text().startsWith(u"4 object(s) differ. Somebody changed it past"_s),
                     qPrintable(text->text()));
        QVERIFY(left->toPlainText().contains(u"− CREATE TABLE public.other"));
        m_theme.setAppearance(Theme::Appearance::Dark);
        // The words take the colours of the other palette, too.
        const auto keyword = [left] {
            return left->document()->firstBlock().layout()->formats().value(0).format.foreground();
        };
        QTRY_COMPARE(keyword().color(), QColor(0x7d, 0xb7, 0xf5));
        test::grab(*dialog, u"drift-dark"_s);
        m_database->run(u"DROP TABLE other; ALTER TABLE players DROP x, ALTER name TYPE "
                        "varchar(100); CREATE INDEX ix_players_level_name ON public.players (level "
                        "DESC, name, id)"_s);
        dialog->findChild<QPushButton *>(u"driftAgain"_s)->click();
        QTRY_COMPARE(text->text(), u"There is no difference."_s);
        QCOMPARE(m_database->rows(u"SELECT count(*) FROM pg_database WHERE datname LIKE "
                                  "'%scratch%'"_s),
                 u"0"_s);
    }

    /// Of much, as much as one reads, and the rest when one asks.
    void showsMuchDriftInParts()
    {
        m_database->run(u"DO $$ BEGIN FOR i IN 1 .. 1500 LOOP EXECUTE format('CREATE TABLE t%s (a "
                        "int, b int, c int)', i); END LOOP; END $$"_s);
        Opened opened(m_database->profile(), m_folder->path());
        QTRY_COMPARE(opened.model()->rowCount(), 1);
        opened.find<QAction>(u"showDrift"_s)->trigger();
        auto *dialog = opened.find<QDialog>(u"driftDialog"_s);
        dialog->findChild<QComboBox *>(u"driftAgainst"_s)->setCurrentIndex(1);
        auto *more = dialog->findChild<QPushButton *>(u"driftMore"_s);
        QTRY_VERIFY_WITH_TIMEOUT(more->isVisible(), 30000);
        auto *left = dialog->findChild<QPlainTextEdit *>(u"leftPane"_s);
        const int before = left->blockCount();
        QCOMPARE(before, 5000);
        more->click();
        QVERIFY(left->blockCount() > before);
        QVERIFY(!more->isVisible());
        auto *place = dialog->findChild<QLabel *>(u"driftPlace"_s);
        QVERIFY2(place->text().startsWith(u"1 "_s), qPrintable(place->text()));
    }

    void anAdoptedDatabaseNeedsNoIndex()
    {
        QVERIFY(createDeclaredTables(*m_database->open(), declaredTables()));
        m_database->run(u"DROP INDEX ix_players_level_name; CREATE TABLE alembic_version "
                        "(version_num varchar(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY "
                        "KEY (version_num)); INSERT INTO alembic_version VALUES "
                        "('43d6668d0b1f')"_s);
        Opened opened(m_database->profile());
        QTRY_VERIFY(opened.summary().contains(u"Alembic manages"_s));
        opened.find<QAction>(u"showDrift"_s)->trigger();
        auto *text = opened.find<QDialog>(u"driftDialog"_s)->findChild<QLabel *>(u"driftText"_s);
        QTRY_VERIFY2(text->text().startsWith(u"1 object(s) differ."), qPrintable(text->text()));
        QVERIFY(text->text().endsWith(u"is for speed alone, and may be missing."));
        // What only Alembic can run makes no schema here, and that is said.
        opened.find<QComboBox>(u"driftAgainst"_s)->setCurrentIndex(1);
        QTRY_VERIFY2(text->text().contains(u"43d6668d0b1f"), qPrintable(text->text()));
    }

    void comparingStopsWithItsDialog()
    {
        Opened opened(m_database->profile(), m_folder->path());
        QTRY_COMPARE(opened.model()->rowCount(), 1);
        for (const bool closes : {false, true}) {
            opened.find<QAction>(u"showDrift"_s)->trigger();
            auto *dialog = opened.find<QDialog>(u"driftDialog"_s);
            if (closes) {
                dialog->close();
                QTRY_VERIFY(!opened.find<QDialog>(u"driftDialog"_s));
                continue;
            }
            dialog->findChild<QPushButton *>(u"driftStop"_s)->click();
            QTRY_VERIFY(!dialog->findChild<QPushButton *>(u"driftStop"_s)->isVisible());
            dialog->close();
            QTRY_VERIFY(!opened.find<QDialog>(u"driftDialog"_s));
        }
        opened.find<QAction>(u"showDrift"_s)->trigger();  // the page goes first
    }

    void reviewedRevisionsRunByThemselves_data()
    {
        QTest::addColumn<Environment>("environment");
        QTest::addColumn<bool>("setting");
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("said");
        QTest::addColumn<bool>("runs");
        const QString harmless = u"CREATE TABLE guilds (id int)"_s;
        const QString nothing = u"Nothing runs by itself."_s;
        QTest::newRow("development") << Environment::Development << true << harmless
                                     << u"The preferences can turn that off."_s << true;
        QTest::newRow("unmarked") << Environment::Unknown << true << harmless << nothing << false;
        QTest::newRow("production")
            << Environment::Production << true << harmless << nothing << false;
        QTest::newRow("not wanted")
            << Environment::Development << false << harmless << nothing << false;
        QTest::newRow("destructive")
            << Environment::Development << true << u"ALTER TABLE players DROP COLUMN level"_s
            << u"They do not run by themselves: a10000000000 (step a1) may delete data."_s << false;
        QTest::newRow("hidden") << Environment::Development << true
                                << u"DO $$ BEGIN DELETE FROM players; END $$"_s
                                << u"They do not run by themselves: a10000000000 (step a1) may "
                                   "delete data."_s
                                << false;
        QTest::newRow("not reviewed")
            << Environment::Development << true
            << u"CREATE INDEX ix_players_exp ON players (total_exp)"_s
            << u"They do not run by themselves: a10000000000 (step a1) was not reviewed: players"_s
            << false;
    }

    void reviewedRevisionsRunByThemselves()
    {
        QFETCH(Environment, environment);
        QFETCH(bool, setting);
        QFETCH(QString, sql);
        QFETCH(QString, said);
        QFETCH(bool, runs);
        Progress progress;
        QVERIFY(Migrator(*m_database->open(), RevisionFiles::embedded(), {})
                    .upgrade(u"head"_s, progress));
        m_database->run(u"INSERT INTO players (name, level, total_exp, created_at) SELECT 'a', 1, "
                        "1, now() FROM generate_series(1, 30000); ANALYZE players"_s);
        m_folder->add(u"a1"_s, {createPlayers}, sql, u"SELECT 1"_s);

        const QTemporaryDir home;
        Settings settings(home.path());
        settings.setRunsReviewed(setting);
        const ProfileStore store(home.path() + u"/profiles.json"_s);
        ConnectionProfile profile = m_database->profile();
        profile.name = u"work"_s;
        profile.environment = environment;
        QVERIFY(store.save(profile));
        QVERIFY(store.setRevisionFolder(profile.name, m_folder->path()));
        LocalDatabase local(LocalPaths::under(home.path() + u"/local"_s));
        MainWindow window(settings, store, m_theme, local);
        window.resize(800, 600);
        window.show();
        window.open({false, profile});
        QTRY_VERIFY(window.workspace());
        auto *bar = window.findChild<ErrorBar *>(u"pendingBar"_s);
        QTRY_VERIFY2(bar->isVisible() && bar->hint().startsWith(said), qPrintable(bar->hint()));
        QCOMPARE(m_database->rows(u"SELECT * FROM alembic_version"_s),
                 runs ? u"a10000000000"_s : createPlayers);
        if (runs) {
            QVERIFY(bar->message().startsWith(u"1 reviewed revision"));
            test::grab(window, u"reviewed"_s);
        }
    }

    void whatWasUndoneDoesNotComeBackByItself()
    {
        m_folder->add(u"a1"_s, {createPlayers}, u"CREATE TABLE guilds (id int)"_s,
                      u"DROP TABLE guilds"_s);
        ConnectionProfile profile = m_database->profile();
        profile.environment = Environment::Development;
        const auto session = *Session::open(profile);
        const RevisionSources sources{m_folder->path(), {}, true};
        const RevisionFiles files = *RevisionFiles::load(sources);
        Progress progress;
        QVERIFY(Migrator(*session, files, {}).upgrade(u"head"_s, progress));
        QVERIFY(Migrator(*session, files, {}).downgrade(u"-1"_s, progress));
        const auto run = ReviewedRun::of(*session, *MigrationState::read(*session, files));
        QVERIFY(run && run->isMarked);
        QCOMPARE(run->obstacles, QStringList{u"a10000000000 (step a1) was undone by somebody."_s});
    }

    void aSavedConnectionHasAFolder()
    {
        const QTemporaryDir home;
        Settings settings(home.path());
        const ProfileStore store(home.path() + u"/profiles.json"_s);
        ConnectionProfile profile = m_database->profile();
        profile.name = u"work"_s;
        QVERIFY(store.save(profile));
        LocalDatabase local(LocalPaths::under(home.path() + u"/local"_s));
        MainWindow window(settings, store, m_theme, local);
        window.show();
        window.open({false, profile});
        QTRY_VERIFY(window.workspace());
        window.workspace()->openPage({PageId::Kind::Migrations, {}});
        auto *page = window.findChild<MigrationsPage *>();
        QVERIFY(page);
        page->findChild<QAction *>(u"chooseRevisionFolder"_s)->trigger();
        auto *dialog = page->findChild<QFileDialog *>(u"folderDialog"_s);
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(m_folder->path());
        QCOMPARE(store.revisionFolder(u"work"_s), m_folder->path());
        // The connection may be saved again without losing it.
        QVERIFY(store.save(profile));
        QCOMPARE(store.revisionFolder(u"work"_s), m_folder->path());
        page->findChild<QAction *>(u"forgetFolders"_s)->trigger();
        QCOMPARE(store.revisionFolder(u"work"_s), QString());
    }

private:
    Theme m_theme;
    std::unique_ptr<test::TestDatabase> m_database;
    std::unique_ptr<test::RevisionFolder> m_folder;
};

QTEST_MAIN(MigrationToolsTest)
#include "tst_migrationtools.moc"
