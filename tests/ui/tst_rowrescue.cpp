// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"
#include "models/views/tablemodel.h"
#include "tests/support/dumptext.h"
#include "tests/support/livedatabase.h"
#include "tests/support/screenshot.h"
#include "ui/backup/backupspage.h"
#include "ui/backup/dumpxray.h"
#include "ui/backup/rescuedialog.h"
#include "ui/common/errorbar.h"
#include "ui/common/theme.h"
#include "ui/connection/localdatabase.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/tabletab.h"
#include "ui/mainwindow/workspace.h"
#include "ui/players/tablepage.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

LocalPaths localIn(const QString &folder)
{
    LocalPaths paths = LocalPaths::under(folder + u"/local"_s);
    paths.sockets = folder + u"/s"_s;
    return paths;
}

/// The window on a database, looking into one of its backups.
struct Opened
{
    Opened(const QString &folder, const ConnectionProfile &profile)
        : settings(folder),
          local(localIn(folder)),
          window(settings, ProfileStore(folder + u"/profiles.json"_s), theme, local)
    {
        theme.setAppearance(Theme::Appearance::Light);
        window.resize(800, 600);
        window.show();
        window.open({false, profile});
    }

    template <class T>
    T *find(const QString &name) const
    {
        return window.findChild<T *>(name);
    }
    void lookInto(const QString &path) const
    {
        QTRY_VERIFY(window.workspace());
        window.workspace()->openPage({PageId::Kind::Backups, {}});
        find<BackupsPage>(u"backupsPage"_s)->open(path);
        auto *list = find<QTableView>(u"backupList"_s);
        QTRY_COMPARE(list->model()->rowCount(), 1);
        list->selectRow(0);
        QTRY_VERIFY(find<QPushButton>(u"inspectBackup"_s)->isEnabled());
        find<QPushButton>(u"inspectBackup"_s)->click();
        QTRY_VERIFY(find<QTableWidget>(u"xrayTables"_s)->rowCount() > 0);
    }
    QTableView *rows() const { return find<QTableView>(u"xrayRows"_s); }
    /// Of the chosen table, those that hold the text.
    void compare(const QString &table, const QString &text) const
    {
        auto *tables = find<QTableWidget>(u"xrayTables"_s);
        tables->setCurrentItem(tables->findItems(table, Qt::MatchExactly).value(0));
        find<QLineEdit>(u"xrayFind"_s)->setText(text);
        QTRY_VERIFY(find<QLabel>(u"xrayState"_s)->text() == u"1 row(s) found"_s);
        rows()->selectAll();
        find<QPushButton>(u"xrayRescue"_s)->click();
        QTRY_VERIFY(dialog());
    }
    RescueDialog *dialog() const { return find<RescueDialog>(u"rescueDialog"_s); }
    QString state() const { return find<QLabel>(u"rescueState"_s)->text(); }
    QString differences() const
    {
        QStringList lines;
        const auto *tree = find<QTreeWidget>(u"rescueRows"_s);
        for (int row = 0; row < tree->topLevelItemCount(); ++row) {
            const QTreeWidgetItem *item = tree->topLevelItem(row);
            if (item->isHidden())
                continue;
            QStringList fields{item->text(0) + u": "_s + item->text(1)};
            for (int at = 0; at < item->childCount(); ++at) {
                fields << item->child(at)->text(0) + u' ' + item->child(at)->text(1) + u'>'
                              + item->child(at)->text(2);
            }
            lines << fields.join(u"; "_s);
        }
        return lines.join(u'\n');
    }
    TableModel *staged(int rows) const
    {
        find<QPushButton>(u"rescueStage"_s)->click();
        TableTab *tab = window.workspace()->currentTable();
        if (!tab || !QTest::qWaitFor([&] { return tab->page() != nullptr; }))
            return nullptr;
        TableModel *model = &tab->page()->model();
        return QTest::qWaitFor([&] { return model->stagedCount() == rows; }) ? model : nullptr;
    }

    Settings settings;
    Theme theme;
    LocalDatabase local;
    MainWindow window;
};

}  // namespace

class RowRescueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_live = std::make_unique<test::LiveDatabase>(u"rescue-ü"_s);
        m_live->run(
            u"CREATE TABLE players (id int PRIMARY KEY, name text NOT NULL, level int, note text, "
            "alive boolean, twice int GENERATED ALWAYS AS (level * 2) STORED, old int); "
            "INSERT INTO players VALUES (1, 'Arne', 10, 'a', false), (2, 'Bo', NULL, 'b', true), "
            "(3, 'Cecilie', 30, '', true), (4, 'Dag', 40, 'd', true); "
            "CREATE TABLE log (line text); INSERT INTO log VALUES ('x'); CREATE TABLE coins (id "
            "int "
            "GENERATED ALWAYS AS IDENTITY PRIMARY KEY, worth text); INSERT INTO coins (worth) "
            "VALUES ('one'), ('two')"_s);
        m_before = live();
        QFile file(m_folder->filePath(u"game.dump"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(test::dumpOf(m_live->name(), {u"-Fc"_s}));
        m_live->run(u"ALTER TABLE players DROP COLUMN old; DELETE FROM players WHERE id = 2; "
                    "UPDATE players SET level = 99, note = NULL, alive = true WHERE id = 1; "
                    "UPDATE players SET note = 'wrong' WHERE id = 3"_s);
    }

    void cleanup() { m_live.reset(); }

    void bringsRowsBack();
    void bringsBackWhatIsChosen();
    void stagesOnceAndBesideOtherEdits();
    void keepsNumbersOfTheServer();
    void refusesTablesWithoutAKey();
    void showsAValueThatNoLongerFits();

private:
    QString dump() const { return m_folder->filePath(u"game.dump"_s); }
    QString live() const
    {
        return m_live->rows(u"SELECT id, name, level, note, alive FROM players ORDER BY id"_s);
    }

    QString m_before;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::LiveDatabase> m_live;
};

void RowRescueTest::bringsRowsBack()
{
    const QString original = live();
    Opened opened(m_folder->path(), m_live->profile());
    opened.lookInto(dump());
    QTRY_COMPARE(opened.rows()->model()->rowCount(), 4);
    opened.rows()->selectAll();
    test::grab(opened.window, u"rescue-xray"_s);
    opened.find<QPushButton>(u"xrayRescue"_s)->click();
    QTRY_COMPARE(opened.state(), u"Missing: 1. Different: 2. The same: 1."_s);
    QCOMPARE(opened.differences(),
             u"1: 3 field(s) differ; level 99>10; note NULL>a; alive t>f\n"
             "2: missing: it will be added; id >2; name >Bo; level >NULL; note >b; alive >t\n"
             "3: 1 field(s) differ; note wrong>"_s);
    test::grab(*opened.dialog(), u"rescue-light"_s);
    opened.theme.setAppearance(Theme::Appearance::Dark);
    test::grab(*opened.dialog(), u"rescue-dark"_s);
    opened.theme.setAppearance(Theme::Appearance::Light);
    TableModel *model = opened.staged(3);
    QVERIFY(model);
    QVERIFY(!opened.dialog() || !opened.dialog()->isVisible());
    test::grab(opened.window, u"rescue-staged"_s);
    QCOMPARE(live(), original);  // nothing is written yet
    model->commit();
    QTRY_COMPARE(model->stagedCount(), 0);
    QCOMPARE(live(), m_before);
}

void RowRescueTest::bringsBackWhatIsChosen()
{
    Opened opened(m_folder->path(), m_live->profile());
    opened.lookInto(dump());
    QTRY_COMPARE(opened.rows()->model()->rowCount(), 4);
    opened.rows()->selectAll();
    opened.find<QPushButton>(u"xrayRescue"_s)->click();
    QTRY_COMPARE(opened.state(), u"Missing: 1. Different: 2. The same: 1."_s);
    auto *fields = opened.find<QListWidget>(u"rescueFields"_s);
    QStringList names;
    for (int row = 0; row < fields->count(); ++row)
        names << fields->item(row)->text();
    QCOMPARE(names.join(u'|'), u"id (key)|name|level|note|alive|old (no such column any more)"_s);
    fields->item(2)->setCheckState(Qt::Unchecked);
    fields->item(4)->setCheckState(Qt::Unchecked);
    QTRY_VERIFY2(!opened.differences().contains(u"level"_s), qPrintable(opened.differences()));
    opened.find<QLineEdit>(u"rescueFilter"_s)->setText(u"arne"_s);
    QCOMPARE(opened.differences(), u"1: 1 field(s) differ; note NULL>a"_s);
    TableModel *model = opened.staged(1);
    QVERIFY(model);
    model->commit();
    QTRY_COMPARE(model->stagedCount(), 0);
    QCOMPARE(m_live->rows(u"SELECT level, note, alive FROM players WHERE id = 1"_s), u"99|a|t"_s);
    QCOMPARE(m_live->rows(u"SELECT count(*) FROM players"_s), u"3"_s);
}

/// What is staged already stays; what is asked for again is not added again; a row that is to be
/// deleted is not changed behind that.
void RowRescueTest::stagesOnceAndBesideOtherEdits()
{
    const Opened opened(m_folder->path(), m_live->profile());
    opened.lookInto(dump());
    for (int turn = 0; turn < 2; ++turn) {
        opened.window.workspace()->openPage({PageId::Kind::Backups, {}});
        QTRY_COMPARE(opened.rows()->model()->rowCount(), 4);
        opened.rows()->selectAll();
        opened.find<QPushButton>(u"xrayRescue"_s)->click();
        QTRY_COMPARE(opened.state(), u"Missing: 1. Different: 2. The same: 1."_s);
        QVERIFY(opened.staged(3));
        QTRY_VERIFY(!opened.dialog());
    }
    TableModel *model = &opened.window.workspace()->currentTable()->page()->model();
    QCOMPARE(model->changes().inserts.size(), 1);
    model->discard();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->value(row, 0) == SqlValue("3"))
            QVERIFY(model->removeRows(row, 1));
    }
    QCOMPARE(model->stagedCount(), 1);
    opened.window.workspace()->openPage({PageId::Kind::Backups, {}});
    opened.rows()->selectAll();
    opened.find<QPushButton>(u"xrayRescue"_s)->click();
    QTRY_COMPARE(opened.state(), u"Missing: 1. Different: 2. The same: 1."_s);
    QVERIFY(opened.staged(1));
    const auto errors = opened.window.workspace()->currentTable()->findChildren<ErrorBar *>();
    QVERIFY(std::any_of(errors.cbegin(), errors.cend(), [](const ErrorBar *bar) {
        return bar->message().contains(u"staged to be deleted"_s);
    }));
    QCOMPARE(model->changes().inserts.size(), 0);  // nothing by half
}

/// A row comes back under its own number also where only the server gives numbers.
void RowRescueTest::keepsNumbersOfTheServer()
{
    m_live->run(u"DELETE FROM coins WHERE id = 1"_s);
    const Opened opened(m_folder->path(), m_live->profile());
    opened.lookInto(dump());
    opened.compare(u"coins"_s, u"one"_s);
    QTRY_COMPARE(opened.differences(), u"1: missing: it will be added; id >1; worth >one"_s);
    TableModel *model = opened.staged(1);
    QVERIFY(model);
    QVERIFY(model->previewSql().contains("OVERRIDING SYSTEM VALUE"_L1));
    model->commit();
    QTRY_COMPARE(model->stagedCount(), 0);
    QCOMPARE(m_live->rows(u"SELECT id, worth FROM coins ORDER BY id"_s), u"1|one\n2|two"_s);
}

void RowRescueTest::refusesTablesWithoutAKey()
{
    const Opened opened(m_folder->path(), m_live->profile());
    opened.lookInto(dump());
    opened.compare(u"log"_s, u"x"_s);
    auto *error = opened.dialog()->findChild<ErrorBar *>(u"rescueError"_s);
    QTRY_VERIFY2(error->message().contains(u"no primary key"_s), qPrintable(error->message()));
    QVERIFY(!opened.find<QPushButton>(u"rescueStage"_s)->isEnabled());
}

void RowRescueTest::showsAValueThatNoLongerFits()
{
    m_live->run(u"ALTER TABLE players ALTER note TYPE date USING NULL"_s);
    const Opened opened(m_folder->path(), m_live->profile());
    opened.lookInto(dump());
    opened.compare(u"players"_s, u"Arne"_s);
    auto *error = opened.dialog()->findChild<ErrorBar *>(u"rescueError"_s);
    QTRY_VERIFY2(error->message().contains(u"\"a\""_s), qPrintable(error->message()));
    opened.find<QListWidget>(u"rescueFields"_s)->item(3)->setCheckState(Qt::Unchecked);
    QTRY_COMPARE(opened.differences(), u"1: 2 field(s) differ; level 99>10; alive t>f"_s);
    QVERIFY(error->message().isEmpty() || !error->isVisible());
}

QTEST_MAIN(RowRescueTest)
#include "tst_rowrescue.moc"
