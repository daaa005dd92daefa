// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"
#include "models/database/connections.h"
#include "models/schema/declaredtables.h"
#include "models/schema/schemacreation.h"
#include "models/views/tablemodel.h"
#include "tests/support/screenshot.h"
#include "tests/support/testserver.h"
#include "ui/common/errorbar.h"
#include "ui/connection/localdatabase.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/pagetabs.h"
#include "ui/mainwindow/tabletab.h"
#include "ui/mainwindow/workspace.h"
#include "ui/players/columnheader.h"
#include "ui/players/tablepage.h"
#include "ui/players/tableview.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

LocalPaths localIn(const QString &folder)
{
    LocalPaths paths = LocalPaths::under(folder + u"/local"_s);
    paths.sockets = folder + u"/s"_s;
    return paths;
}

/// A window with settings of its own.
struct Opened
{
    explicit Opened(const QString &folder)
        : settings(folder),
          local(localIn(folder)),
          window(settings, ProfileStore(folder + u"/profiles.json"_s), theme, local)
    {
        theme.setAppearance(settings.appearance());
        window.show();
    }

    void open(const ConnectionProfile &profile) { window.open({false, profile}); }
    template <class T>
    T *find(const QString &name) const
    {
        return window.findChild<T *>(name);
    }
    QAction *action(const QString &name) const { return find<QAction>(name); }
    Workspace &workspace() const { return *window.workspace(); }

    Settings settings;
    Theme theme;
    LocalDatabase local;
    MainWindow window;
};

QString linesOf(QTreeWidget *tree)
{
    QStringList lines;
    for (QTreeWidgetItemIterator it(tree); *it; ++it)
        lines << ((*it)->parent() ? u"  "_s : QString()) + (*it)->text(0);
    return lines.join(u'|');
}

QTreeWidgetItem *lineOf(QTreeWidget *tree, const QString &text)
{
    return tree->findItems(text, Qt::MatchExactly | Qt::MatchRecursive).value(0);
}

}  // namespace

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = std::make_unique<test::TestDatabase>();
    }

    void emptyDatabaseOffersTheTables()
    {
        Opened opened(path());
        opened.open(m_database->profile());
        QTRY_VERIFY(opened.find<QPushButton>(u"createTables"_s));
        QTRY_VERIFY(opened.find<QPushButton>(u"createTables"_s)->isVisible());
        QTRY_VERIFY(opened.find<QPushButton>(u"createTables"_s)->hasFocus());
        test::grab(opened.window, u"no-tables"_s);
        opened.find<QPushButton>(u"createTables"_s)->click();
        QTRY_VERIFY(opened.workspace().currentTable());
        QTRY_VERIFY(opened.workspace().currentTable()->page());
        QCOMPARE(m_database->rows(u"SELECT count(*) FROM players"_s), u"0"_s);
        QCOMPARE(linesOf(opened.find<QTreeWidget>(u"sidebarTree"_s)),
                 u"Tables|  Players|Other tables|  alembic_version|  roster.migration_log|  "
                 "roster.version|Work|  Charts|  Migrations|  Seeders|  Backups|  Jobs"_s);
        QTRY_VERIFY(!opened.workspace().currentTable()->page()->model().isLoading());
        test::grab(opened.window, u"empty"_s);
        QTRY_VERIFY(opened.workspace().currentTable()->isAncestorOf(QApplication::focusWidget()));
    }

    void opensOnceItIsPainted()
    {
        Opened opened(path());
        opened.window.openWhenPainted({false, m_database->profile()});
        QVERIFY(!opened.window.workspace());
        QTRY_VERIFY(opened.window.workspace());
        QTRY_VERIFY(opened.find<QPushButton>(u"createTables"_s));
    }

    void opensOnlyWhatWasAskedForLast()
    {
        test::TestDatabase other;
        other.run(u"CREATE TABLE chosen (id int PRIMARY KEY)"_s);
        Opened opened(path());
        opened.window.openWhenPainted({false, m_database->profile()});
        opened.open(other.profile());
        QTRY_VERIFY(opened.window.workspace());
        QCOMPARE(opened.workspace().target().profile, other.profile());
    }

    void opensNothingOnceItIsCancelled()
    {
        Opened opened(path());
        opened.window.openWhenPainted({false, m_database->profile()});
        opened.find<QPushButton>(u"cancelOpening"_s)->click();
        QTRY_VERIFY(opened.find<QPushButton>(u"chooseConnection"_s));
        opened.window.repaint();
        QTest::qWait(300);
        QVERIFY(!opened.window.workspace());
    }

    void noticesTablesThatOthersMade()
    {
        Opened opened(path());
        opened.open(m_database->profile());
        QTRY_VERIFY(opened.window.workspace());
        const auto lists = [&](const QString &name) {
            return linesOf(opened.find<QTreeWidget>(u"sidebarTree"_s)).contains(name);
        };
        QVERIFY(!lists(u"newcomers"_s));
        m_database->run(u"CREATE TABLE newcomers (id int PRIMARY KEY)"_s);
        Q_EMIT qGuiApp->applicationStateChanged(Qt::ApplicationInactive);
        Q_EMIT qGuiApp->applicationStateChanged(Qt::ApplicationActive);
        QTRY_VERIFY(lists(u"newcomers"_s));
        m_database->run(u"DROP TABLE newcomers"_s);
        Q_EMIT qGuiApp->applicationStateChanged(Qt::ApplicationActive);
        QTRY_VERIFY(!lists(u"newcomers"_s));
    }

    void saysWhereOneIs()
    {
        m_database->run(u"ALTER DATABASE %1 SET roster.environment = 'production'"_s.arg(
            quoted(m_database->profile().value(u"dbname"_s))));
        Opened opened(path());
        ConnectionProfile profile = m_database->profile();
        profile.name = u"live"_s;
        opened.open(profile);
        QTRY_VERIFY(opened.window.workspace());
        QVERIFY(opened.window.windowTitle().contains(u"live"_s));
        QVERIFY(opened.window.windowTitle().contains(u"Production"_s));
        QCOMPARE(opened.find<QLabel>(u"environmentBadge"_s)->text(), u"Production"_s);
        QCOMPARE(opened.find<QLabel>(u"statusEnvironment"_s)->text(), u"Production"_s);
        QVERIFY(opened.find<QLabel>(u"statusVersion"_s)->text().startsWith("PostgreSQL 1"_L1));
        QVERIFY(opened.find<QLabel>(u"statusReadOnly"_s)->isHidden());
        QCOMPARE(opened.find<QToolButton>(u"connectionButton"_s)->text(), u"live"_s);
        QCOMPARE(opened.settings.lastConnection()->name, u"live"_s);
    }

    void listsEveryRelation()
    {
        m_database->run(u"CREATE TABLE \"odd\nname\" (a int); CREATE VIEW v AS SELECT 1 AS a;"
                        "CREATE SCHEMA other; CREATE MATERIALIZED VIEW other.m AS SELECT 1 AS a"_s);
        Opened opened(path());
        opened.open(m_database->profile());
        QTRY_VERIFY(opened.window.workspace());
        auto *tree = opened.find<QTreeWidget>(u"sidebarTree"_s);
        QCOMPARE(
            linesOf(tree),
            u"Other tables|  other.m|  odd⏎name|  v|Work|  Charts|  Migrations|  Seeders|  Backups|  Jobs"_s);
        auto *schemas = opened.find<QComboBox>(u"schemaChooser"_s);
        schemas->setCurrentIndex(schemas->findData(u"other"_s));
        QCOMPARE(linesOf(tree),
                 u"Other tables|  m|Work|  Charts|  Migrations|  Seeders|  Backups|  Jobs"_s);
        schemas->setCurrentIndex(0);
        opened.find<QLineEdit>(u"sidebarFilter"_s)->setText(u"Other.m"_s);
        QCOMPARE(linesOf(tree),
                 u"Other tables|  other.m|Work|  Charts|  Migrations|  Seeders|  Backups|  Jobs"_s);
        opened.find<QLineEdit>(u"sidebarFilter"_s)->setText(u"ODD"_s);
        QCOMPARE(
            linesOf(tree),
            u"Other tables|  odd⏎name|Work|  Charts|  Migrations|  Seeders|  Backups|  Jobs"_s);
        QTest::keyClick(opened.find<QLineEdit>(u"sidebarFilter"_s), Qt::Key_Down);
        QCOMPARE(tree->currentItem(), lineOf(tree, u"odd⏎name"_s));
        QTest::keyClick(opened.find<QLineEdit>(u"sidebarFilter"_s), Qt::Key_Return);
        QVERIFY(opened.workspace().currentTable());
        QTRY_VERIFY(opened.workspace().currentTable()->page());
        QCOMPARE(opened.workspace().currentTable()->page()->schema().name.name, u"odd\nname"_s);
        opened.find<QLineEdit>(u"sidebarFilter"_s)->clear();
        Q_EMIT tree->itemActivated(lineOf(tree, u"other.m"_s), 0);
        QTRY_VERIFY(opened.workspace().currentTable()->page());
        QCOMPARE(opened.workspace().currentTable()->page()->schema().kind,
                 RelationKind::MaterializedView);
    }

    void seedsAnEmptyTable()
    {
        Opened opened(path());
        opened.open(m_database->profile());
        QTRY_VERIFY(opened.find<QPushButton>(u"createTables"_s));
        opened.find<QPushButton>(u"createTables"_s)->click();
        QTRY_VERIFY(opened.workspace().currentTable());
        QTRY_VERIFY(opened.workspace().currentTable()->page());
        TablePage *page = opened.workspace().currentTable()->page();
        QVERIFY(opened.window.windowTitle().startsWith(u"Players – "_s));
        Q_EMIT page->seedRequested(1000);  // more than one page: the total is an estimate
        QTRY_COMPARE(page->model().totalRows(), 1000);
        // What is about the whole page works from the sidebar, too.
        QVERIFY(QTest::qWaitForWindowActive(&opened.window));
        auto *tree = opened.find<QTreeWidget>(u"sidebarTree"_s);
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(page->model().stagedCount(), 1);
        page->model().discard();
        // And on the page in front, where there are several.
        m_database->run(u"CREATE TABLE second (id serial PRIMARY KEY, a text)"_s);
        opened.workspace().openTable({u"public"_s, u"second"_s});
        const TableTab *second = opened.workspace().currentTable();
        QTRY_VERIFY(second->page() && !second->page()->model().isLoading());
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(second->page()->model().stagedCount(), 1);
        QCOMPARE(page->model().stagedCount(), 0);
        second->page()->model().discard();
        QCOMPARE(m_database->rows(u"SELECT count(*) FROM players"_s), u"1000"_s);
        test::grab(opened.window, u"filled"_s);
        opened.theme.setAppearance(Theme::Appearance::Dark);
        test::grab(opened.window, u"dark"_s);
        opened.theme.setAppearance(Theme::Appearance::Light);

        m_database->run(u"ALTER DATABASE %1 SET roster.environment = 'production'"_s.arg(
            quoted(m_database->profile().value(u"dbname"_s))));
        opened.open(m_database->profile());
        QTRY_VERIFY(opened.window.workspace());
        QTRY_VERIFY(opened.workspace().currentTable());
        QTRY_VERIFY(opened.workspace().currentTable()->page());
        Q_EMIT opened.workspace().currentTable()->page()->seedRequested(50);
        auto *bar = opened.workspace().findChild<ErrorBar *>(u"workspaceError"_s);
        QTRY_VERIFY(!bar->isHidden());
        test::grab(opened.window, u"production"_s);
        QCOMPARE(m_database->rows(u"SELECT count(*) FROM players"_s), u"1000"_s);
    }

    void seedersRefreshTheOpenTable()
    {
        const auto session = m_database->open();
        QVERIFY(createDeclaredTables(*session, declaredTables()));
        Opened opened(path());
        opened.open(m_database->profile());
        QTRY_VERIFY(opened.window.workspace());
        QTRY_VERIFY(opened.workspace().currentTable());
        TableTab *players = opened.workspace().currentTable();
        QTRY_VERIFY(players->page());
        auto *tree = opened.find<QTreeWidget>(u"sidebarTree"_s);
        Q_EMIT tree->itemActivated(lineOf(tree, u"Seeders"_s), 0);
        QCOMPARE(opened.workspace().tabs().currentId().kind, PageId::Kind::Seeders);
        QTRY_VERIFY(opened.find<QWidget>(u"card_players"_s));
        auto *card = opened.find<QWidget>(u"card_players"_s);
        card->findChild<QSpinBox *>(u"rows"_s)->setValue(40);
        card->findChild<QPushButton *>(u"run"_s)->click();
        QTRY_COMPARE(players->page()->model().rowCount(), 40);

        // Also when its page is closed before the run ends.
        card->findChild<QSpinBox *>(u"rows"_s)->setValue(70);
        QTRY_VERIFY(card->findChild<QPushButton *>(u"run"_s)->isEnabled());
        const auto holder = m_database->open();
        QVERIFY(holder->query(u"BEGIN"_s));
        QVERIFY(holder->query(u"LOCK TABLE players IN SHARE MODE"_s));
        card->findChild<QPushButton *>(u"run"_s)->click();
        QTRY_COMPARE(m_database->rows(u"SELECT count(*) FROM pg_locks WHERE NOT granted"_s),
                     u"1"_s);
        opened.workspace().closeCurrent();
        QTRY_VERIFY(!opened.find<QWidget>(u"card_players"_s));
        QVERIFY(holder->query(u"ROLLBACK"_s));
        QTRY_COMPARE(players->page()->model().rowCount(), 70);
    }

    void startsAPrivateServerAgainThatWasKilled()
    {
        // Started by root, the server runs as another account, which must be let through.
        QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner
                                          | QFile::ExeGroup | QFile::ExeOther);
        Opened opened(path());
        opened.window.open({});
        QTRY_VERIFY_WITH_TIMEOUT(opened.window.workspace(), 60000);
        LocalServer server(localIn(path()));
        const auto before = server.status();
        QVERIFY(before && before->running);
        ::kill(pid_t(before->pid), SIGKILL);
        // Nobody has to press anything: the next statement notices, the first retry starts it.
        opened.workspace().refresh();
        QTRY_VERIFY(opened.find<ErrorBar>(u"connectionBar"_s)->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!opened.find<ErrorBar>(u"connectionBar"_s)->isVisible(), 60000);
        const auto after = server.status();
        QVERIFY(after && after->running);
        QVERIFY(after->pid != before->pid);

        // Stopped on purpose, it stays so until somebody asks for it.
        Progress progress;
        QVERIFY(server.stop(progress, true));
        opened.workspace().refresh();
        QTRY_VERIFY(opened.find<ErrorBar>(u"connectionBar"_s)->isVisible());
        QTest::qWait(2500);
        QVERIFY(!server.status()->running);
        opened.find<ErrorBar>(u"connectionBar"_s)
            ->findChild<QPushButton *>(u"errorAction"_s)
            ->click();
        QTRY_VERIFY_WITH_TIMEOUT(!opened.find<ErrorBar>(u"connectionBar"_s)->isVisible(), 60000);
    }

    void firstStartMakesALocalDatabase()
    {
        // Started by root, the server runs as another account, which must be let through.
        QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner
                                          | QFile::ExeGroup | QFile::ExeOther);
        {
            Opened opened(path());
            opened.window.open({});
            QVERIFY(opened.find<QLabel>(u"emptyText"_s)->text().contains(u"private database"_s));
            test::grab(opened.window, u"starting"_s);
            QTRY_VERIFY_WITH_TIMEOUT(opened.window.workspace(), 60000);
            QVERIFY(opened.workspace().target().local);
            QVERIFY(!opened.settings.lastConnection());
            QTRY_VERIFY(opened.find<QPushButton>(u"createTables"_s));
            QCOMPARE(opened.find<QLabel>(u"environmentBadge"_s)->text(), u"Development"_s);
            opened.window.close();
        }
        const auto status = LocalServer(localIn(path())).status();
        QVERIFY(status);
        QVERIFY(status->exists);
        QVERIFY(!status->running);
    }

    void closesWhileTheServerStarts()
    {
        QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner
                                          | QFile::ExeGroup | QFile::ExeOther);
        for (int round = 0; round < 4; ++round) {
            auto opened = std::make_unique<Opened>(path());
            opened->window.open({});
            QElapsedTimer clock;
            clock.start();
            while (clock.elapsed() < round * 150)
                QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
            opened->window.close();
            opened.reset();
        }
        const auto status = LocalServer(localIn(path())).status();
        QVERIFY(status);
        QVERIFY(!status->running);
    }

    void tabsCloseReopenAndComeBack()
    {
        m_database->run(u"CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY);"
                        "CREATE TABLE c (id int PRIMARY KEY)"_s);
        {
            Opened opened(path());
            opened.open(m_database->profile());
            QTRY_VERIFY(opened.window.workspace());
            Workspace &workspace = opened.workspace();
            for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
                workspace.openTable({u"public"_s, name});
            workspace.openTable({u"public"_s, u"b"_s});
            QCOMPARE(workspace.tabs().count(), 3);
            QCOMPARE(workspace.tabs().currentIndex(), 1);
            opened.action(u"actionCloseTab"_s)->trigger();
            QCOMPARE(workspace.tabs().count(), 2);
            opened.action(u"actionReopenTab"_s)->trigger();
            QCOMPARE(workspace.tabs().currentId().table.name, u"b"_s);
            opened.action(u"actionJobs"_s)->trigger();
            QCOMPARE(workspace.tabs().currentId().kind, PageId::Kind::Jobs);
            opened.action(u"actionNextTab"_s)->trigger();
            QCOMPARE(workspace.tabs().currentIndex(), 0);
            opened.action(u"actionTab3"_s)->trigger();
            QCOMPARE(workspace.tabs().currentId().table.name, u"b"_s);
            opened.window.close();
        }
        m_database->run(u"DROP TABLE c"_s);
        Opened again(path());
        again.open(m_database->profile());
        QTRY_VERIFY(again.window.workspace());
        const PageTabs &tabs = again.workspace().tabs();
        QCOMPARE(tabs.count(), 3);
        QCOMPARE(tabs.currentId().table.name, u"b"_s);
        QVERIFY(!tabs.find({PageId::Kind::Table, {u"public"_s, u"c"_s}}));
    }

    void droppedTableIsSaid()
    {
        m_database->run(u"CREATE TABLE a (id int PRIMARY KEY)"_s);
        Opened opened(path());
        opened.open(m_database->profile());
        QTRY_VERIFY(opened.window.workspace());
        m_database->run(u"DROP TABLE a"_s);
        opened.workspace().openTable({u"public"_s, u"a"_s});
        QTRY_VERIFY(opened.find<QPushButton>(u"retryTable"_s));
        m_database->run(u"CREATE TABLE a (id int PRIMARY KEY)"_s);
        opened.find<QPushButton>(u"retryTable"_s)->click();
        QTRY_VERIFY(opened.workspace().currentTable()->page());
    }

    void stagedEditsAreAskedAbout()
    {
        m_database->run(u"CREATE TABLE a (id int PRIMARY KEY)"_s);
        Opened opened(path());
        opened.open(m_database->profile());
        QTRY_VERIFY(opened.window.workspace());
        opened.workspace().openTable({u"public"_s, u"a"_s});
        const TableTab *tab = opened.workspace().currentTable();
        QTRY_VERIFY(tab->page());
        QTRY_VERIFY(!tab->page()->model().isLoading());
        QVERIFY(tab->page()->model().insertRows(0, 1));
        QTRY_VERIFY(tab->hasStagedEdits());
        QTRY_VERIFY(opened.workspace().tabs().tabText(0).startsWith(u'●'));

        opened.window.close();
        auto *box = opened.find<QMessageBox>(u"confirmDiscard"_s);
        QVERIFY(box);
        QCOMPARE(box->standardButton(box->defaultButton()), QMessageBox::Cancel);
        box->button(QMessageBox::Cancel)->click();
        QTRY_VERIFY(!opened.find<QMessageBox>(u"confirmDiscard"_s));
        QVERIFY(opened.window.isVisible());

        opened.action(u"actionCloseTab"_s)->trigger();
        box = opened.find<QMessageBox>(u"confirmDiscard"_s);
        QVERIFY(box);
        box->button(QMessageBox::Cancel)->click();
        QTRY_VERIFY(!opened.find<QMessageBox>(u"confirmDiscard"_s));
        QCOMPARE(opened.workspace().tabs().count(), 1);

        // Nothing is left to ask about once a commit that was under way is through.
        QVERIFY(tab->page()->model().insertRows(0, 1));
        opened.action(u"actionCloseTab"_s)->trigger();
        box = opened.find<QMessageBox>(u"confirmDiscard"_s);
        QVERIFY(box);
        tab->page()->model().discard();
        QTRY_VERIFY(!opened.find<QMessageBox>(u"confirmDiscard"_s));
        QTRY_COMPARE(opened.workspace().tabs().count(), 0);

        opened.workspace().openTable({u"public"_s, u"a"_s});
        tab = opened.workspace().currentTable();
        QTRY_VERIFY(tab->page());
        QTRY_VERIFY(!tab->page()->model().isLoading());
        QVERIFY(tab->page()->model().insertRows(0, 1));
        QTRY_VERIFY(tab->hasStagedEdits());
        opened.window.close();
        opened.find<QPushButton>(u"discardEdits"_s)->click();
        QTRY_VERIFY(!opened.window.isVisible());
    }

    void keptEditsAreOfferedAgain()
    {
        m_database->run(
            u"CREATE TABLE a (id int PRIMARY KEY, b text, c text);"
            "INSERT INTO a SELECT n, 'b' || n, 'c' || n FROM generate_series(1, 9) n"_s);
        const auto openTable = [](Opened &opened) {
            opened.workspace().openTable({u"public"_s, u"a"_s});
            const TableTab *tab = opened.workspace().currentTable();
            [&] { QTRY_VERIFY(tab->page() && tab->page()->model().rowCount() == 9); }();
            return tab->page();
        };
        const QString folder = path();
        {
            Opened opened(folder);
            opened.open(m_database->profile());
            QTRY_VERIFY(opened.window.workspace());
            TableModel &model = openTable(opened)->model();
            QVERIFY(model.setData(model.index(0, 1), u"mine"_s));
            QVERIFY(model.setData(model.index(1, 1), u"contested"_s));
            opened.window.close();
            opened.find<QPushButton>(u"keepEdits"_s)->click();
            QTRY_VERIFY(!opened.window.isVisible());
        }
        m_database->run(u"UPDATE a SET b = 'theirs' WHERE id = 2;"
                        "UPDATE a SET c = 'theirs' WHERE id = 1"_s);
        Opened opened(folder);
        opened.open(m_database->profile());
        QTRY_VERIFY(opened.window.workspace());
        TablePage *page = openTable(opened);
        QTRY_VERIFY(page->findChild<ErrorBar *>(u"keptEdits"_s));
        const auto *bar = page->findChild<ErrorBar *>(u"keptEdits"_s);
        QVERIFY2(bar->message().startsWith(u"2 change(s) to a were staged on "_s),
                 qPrintable(bar->message()));
        test::grab(opened.window, u"kept-edits"_s);
        bar->findChild<QPushButton *>(u"errorAction"_s)->click();
        QTRY_COMPARE(page->model().stagedCount(), 2);
        QCOMPARE(bar->message(), u"2 change(s) are staged again."_s);
        QCOMPARE(
            bar->hint(),
            u"1 of the rows were changed by somebody else since; the commit will say which."_s);
        test::grab(opened.window, u"kept-edits-back"_s);
        page->model().revertRow(1);
        page->model().commit();
        QTRY_COMPARE(page->model().stagedCount(), 0);
        QTRY_VERIFY(!page->model().isCommitting());
        QCOMPARE(m_database->rows(u"SELECT b, c FROM a WHERE id < 3 ORDER BY id"_s),
                 u"mine|theirs\ntheirs|c2"_s);
        QVERIFY(bar->isHidden());
    }

    void failureHasAWayOut()
    {
        Opened opened(path());
        ConnectionProfile wrong = m_database->profile();
        wrong.parameters.insert(u"dbname"_s, u"nowhere"_s);
        opened.open(wrong);
        QTRY_VERIFY(opened.find<QPushButton>(u"retryConnection"_s));
        QVERIFY(opened.find<QLabel>(u"emptyTitle"_s)->text().contains(u"nowhere"_s));
        test::grab(opened.window, u"connect-error"_s);
        opened.find<QPushButton>(u"chooseConnection"_s)->click();
        auto *dialog = opened.find<QWidget>(u"connectionDialog"_s);
        QVERIFY(dialog);
        QVERIFY(!dialog->findChild<ErrorBar *>(u"errorBar"_s)->isHidden());
    }

    void lostConnectionComesBack()
    {
        m_database->run(u"CREATE TABLE a (id int PRIMARY KEY)"_s);
        Opened opened(path());
        opened.open(m_database->profile());
        QTRY_VERIFY(opened.window.workspace());
        opened.workspace().openTable({u"public"_s, u"a"_s});
        QTRY_VERIFY(opened.workspace().currentTable()->page());
        QTRY_VERIFY(!opened.workspace().currentTable()->page()->model().isLoading());
        const test::TestDatabase other;
        const QString name = m_database->profile().value(u"dbname"_s);
        const auto allow = [&](const QString &yes) {
            other.run(u"ALTER DATABASE %1 WITH ALLOW_CONNECTIONS %2"_s.arg(quoted(name), yes));
        };
        allow(u"false"_s);
        other.run(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "_s
                  + literal(name));
        opened.workspace().currentTable()->page()->refresh();
        auto *bar = opened.find<ErrorBar>(u"connectionBar"_s);
        QTRY_VERIFY(!bar->isHidden());
        test::grab(opened.window, u"lost"_s);
        allow(u"true"_s);
        bar->findChild<QPushButton *>(u"errorAction"_s)->click();
        QTRY_VERIFY(bar->isHidden());
        QTRY_VERIFY(!opened.workspace().currentTable()->page()->model().isLoading());
        // What the page said of it is over as well.
        const auto bars = opened.workspace().currentTable()->findChildren<ErrorBar *>();
        QVERIFY(!bars.isEmpty());
        for (const ErrorBar *each : bars)
            QTRY_VERIFY2(each->isHidden(), qPrintable(each->message()));
    }

    void columnsFitInATabThatComesBackBehindAnother()
    {
        m_database->run(u"CREATE TABLE wide (id int PRIMARY KEY, a text, b text, c text, made "
                        "timestamp); INSERT INTO wide SELECT i, repeat('wide ', 4), repeat('x', "
                        "24), repeat('y', 24), '2026-01-02 03:04:05.678901' FROM "
                        "generate_series(1, 9) i"_s);
        const auto lastWidth = [](Opened &opened) {
            return opened.workspace()
                .findChild<TableView *>(u"tableView"_s)
                ->columnHeader()
                .sectionSize(4);
        };
        int inFront = 0;
        {
            Opened opened(path());
            opened.window.resize(1200, 700);
            opened.open(m_database->profile());
            QTRY_VERIFY(opened.window.workspace());
            opened.workspace().openTable({u"public"_s, u"wide"_s});
            QTRY_VERIFY(opened.workspace().currentTable()->page());
            QTRY_COMPARE(opened.workspace().currentTable()->page()->model().rowCount(), 9);
            inFront = lastWidth(opened);
            opened.action(u"actionJobs"_s)->trigger();
            opened.window.close();
        }
        Opened again(path());
        again.window.resize(1200, 700);
        again.open(m_database->profile());
        QTRY_VERIFY(again.window.workspace());
        QCOMPARE(again.workspace().tabs().currentId().kind, PageId::Kind::Jobs);
        QTRY_VERIFY(again.workspace().findChild<TableView *>(u"tableView"_s));
        QTRY_COMPARE(lastWidth(again), inFront);
    }

    void jobsCanBeSeenAndStopped()
    {
        Opened opened(path());
        opened.open(m_database->profile());
        QTRY_VERIFY(opened.window.workspace());
        const auto running = opened.workspace().connections().jobs().run(
            u"Long work"_s, [](Session &session, Progress &progress) {
                progress.setTotal(100);
                progress.setDone(40);
                return session.query(u"SELECT pg_sleep(60)"_s);
            });
        QTRY_VERIFY(opened.find<QToolButton>(u"statusStop"_s)->isVisible());
        opened.find<QToolButton>(u"statusJob"_s)->click();
        auto *table = opened.find<QTableView>(u"jobsTable"_s);
        QVERIFY(table);
        QTRY_COMPARE(table->model()->index(0, 1).data().toString(), u"Running"_s);
        test::grab(opened.window, u"jobs"_s);
        opened.find<QPushButton>(u"stopJob"_s)->click();
        QTRY_COMPARE(running.job->status(), Job::Status::Cancelled);
        QTRY_VERIFY(!opened.find<QToolButton>(u"statusStop"_s)->isVisible());
        opened.find<QPushButton>(u"removeFinishedJobs"_s)->click();
        QCOMPARE(table->model()->rowCount(), 0);
    }

    void preferencesHoldAtOnce()
    {
        qunsetenv("ROSTER_THEME");
        Opened opened(path());
        opened.action(u"actionPreferences"_s)->trigger();
        auto *combo = opened.find<QComboBox>(u"themeCombo"_s);
        QVERIFY(combo);
        combo->setCurrentIndex(combo->findData(int(Theme::Appearance::Dark)));
        QVERIFY(Theme::isDark());
        QCOMPARE(opened.settings.appearance(), Theme::Appearance::Dark);
        combo->setCurrentIndex(combo->findData(int(Theme::Appearance::Light)));
        QVERIFY(!Theme::isDark());
    }

    void layoutComesBack()
    {
        {
            Opened opened(path());
            opened.window.resize(760, 650);
            opened.action(u"actionSidebar"_s)->trigger();
            QVERIFY(opened.find<QWidget>(u"sidebar"_s)->isHidden());
            opened.window.close();
        }
        Opened again(path());
        QVERIFY(again.find<QWidget>(u"sidebar"_s)->isHidden());
        QCOMPARE(again.window.size(), QSize(760, 650));
        again.action(u"actionResetLayout"_s)->trigger();
        QVERIFY(!again.find<QWidget>(u"sidebar"_s)->isHidden());
    }

    void fitsASmallScreen()
    {
        Opened opened(path());
        opened.open(m_database->profile());
        QTRY_VERIFY(opened.window.workspace());
        opened.window.resize(800, 600);
        QCOMPARE(opened.window.size(), QSize(800, 600));
        test::grab(opened.window, u"small"_s);
    }

    void everyShortcutIsUnique()
    {
        const Opened opened(path());
        QMap<QString, QString> keys;
        for (const QAction *action : opened.window.findChildren<QAction *>()) {
            const QList<QKeySequence> shortcuts = action->shortcuts();
            for (const QKeySequence &key : shortcuts) {
                const QString text = key.toString();
                QVERIFY2(!keys.contains(text), qPrintable(text + u": "_s + action->objectName()
                                                          + u", "_s + keys.value(text)));
                keys.insert(text, action->objectName());
            }
        }
        QVERIFY(keys.contains(u"Ctrl+B"_s));
    }

    void closesAtAnyMoment()
    {
        m_database->run(u"CREATE TABLE a (id int PRIMARY KEY, name text);"
                        "INSERT INTO a SELECT i, 'x' || i FROM generate_series(1, 50000) i"_s);
        for (int round = 0; round < 25; ++round) {
            auto opened = std::make_unique<Opened>(path());
            opened->open(m_database->profile());
            const int moment = QRandomGenerator::global()->bounded(60);
            QElapsedTimer clock;
            clock.start();
            bool started = false;
            while (clock.elapsed() < moment) {
                QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
                if (opened->window.workspace() && !started) {
                    started = true;
                    opened->workspace().openTable({u"public"_s, u"a"_s});
                    opened->workspace().connections().jobs().run(
                        u"Long work"_s, [](Session &session, Progress &) {
                            return session.query(u"SELECT pg_sleep(60)"_s);
                        });
                }
            }
            clock.restart();
            opened->window.close();
            QVERIFY(!opened->window.isVisible());
            QVERIFY2(clock.elapsed() < 1000, "closing held up the window");
            opened.reset();
            QVERIFY2(clock.elapsed() < 5000, "work did not end");
        }
        QTRY_COMPARE(m_database->rows(u"SELECT state, wait_event, query FROM pg_stat_activity "
                                      "WHERE datname = current_database() AND "
                                      "backend_type = 'client backend' AND "
                                      "query NOT LIKE '%pg_stat_activity%'"_s),
                     QString());
    }

    void cleanup()
    {
        m_database.reset();
        m_folder.reset();
    }

private:
    QString path() const { return m_folder->path(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::TestDatabase> m_database;
};

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
