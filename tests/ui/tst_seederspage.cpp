// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translations.h"
#include "models/database/connections.h"
#include "models/schema/declaredtables.h"
#include "models/schema/schemacreation.h"
#include "tests/support/testserver.h"
#include "ui/charts/chartcanvas.h"
#include "ui/common/errorbar.h"
#include "ui/common/theme.h"
#include "ui/seeders/ratemeter.h"
#include "ui/seeders/seedconfirmdialog.h"
#include "ui/seeders/seedercard.h"
#include "ui/seeders/seederspage.h"
#include "ui/seeders/seednews.h"
#include "ui/seeders/seedpreviewdialog.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

/// The page as the window has it.
struct Opened
{
    explicit Opened(const ConnectionProfile &profile) : connections(profile), page(connections)
    {
        page.resize(800, 700);
        page.show();
    }

    template <class T>
    T *find(const QString &name) const
    {
        return page.findChild<T *>(name);
    }
    SeederCard *card(const QString &seeder) const { return find<SeederCard>(u"card_"_s + seeder); }
    QPushButton *button(const QString &seeder, const QString &name) const
    {
        return card(seeder)->findChild<QPushButton *>(name);
    }
    QString text(const QString &seeder, const QString &name) const
    {
        return card(seeder)->findChild<QLabel *>(name)->text();
    }
    void setRows(const QString &seeder, int rows) const
    {
        card(seeder)->findChild<QSpinBox *>(u"rows"_s)->setValue(rows);
    }
    void setMode(const QString &seeder, int index) const
    {
        card(seeder)->findChild<QComboBox *>(u"mode"_s)->setCurrentIndex(index);
    }
    ErrorBar *error() const { return find<ErrorBar>(u"seedersError"_s); }
    ErrorBar *note() const { return find<ErrorBar>(u"seedersNote"_s); }

    Connections connections;
    SeedersPage page;
};

enum Mode { Replace, Append, TopUp };

}  // namespace

class SeedersPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslations(u"en"_s); }

    void init()
    {
        m_database = std::make_unique<test::TestDatabase>();
        const auto session = m_database->open();
        QVERIFY(createDeclaredTables(*session, declaredTables()));
    }

    void measuresTheLastSeconds()
    {
        RateMeter meter;
        QCOMPARE(meter.remainingMs(1000), -1);
        meter.add(0, 0);
        meter.add(100, 50);
        QCOMPARE(meter.perSecond(), 0.0);  // too short to say
        meter.add(1000, 100);
        QCOMPARE(meter.perSecond(), 100.0);
        QCOMPARE(meter.remainingMs(300), 2000);
        for (int second = 2; second <= 20; ++second)
            meter.add(qint64(1000) * second, 100 + qint64(1000) * (second - 1));
        QCOMPARE(meter.perSecond(), 1000.0);  // the slow beginning is forgotten
    }

    void showsACardForEachSeeder()
    {
        Opened opened(m_database->profile());
        QTRY_VERIFY(opened.card(u"players"_s));
        QCOMPARE(opened.text(u"players"_s, u"cardRows"_s), u"players: 0 rows now"_s);
        QCOMPARE(opened.text(u"players"_s, u"cardLastRun"_s), u"No run is recorded yet."_s);
        QVERIFY(opened.button(u"players"_s, u"run"_s)->isEnabled());
        auto *shape = opened.card(u"players"_s)->findChild<QComboBox *>(u"option_shape"_s);
        QCOMPARE(shape->count(), 4);
        QCOMPARE(shape->accessibleName(), u"Levels"_s);
        // Not made yet: says so, and how to make it.
        QVERIFY(!opened.button(u"guilds"_s, u"run"_s)->isEnabled());
        QVERIFY(opened.text(u"guilds"_s, u"cardObstacle"_s).contains("guilds"_L1));
        opened.button(u"guilds"_s, u"createTable"_s)->click();
        QTRY_VERIFY(opened.button(u"guilds"_s, u"run"_s)->isEnabled());
        QVERIFY(opened.button(u"guild_members"_s, u"run"_s)->isEnabled());
        QCOMPARE(m_database->rows(u"SELECT count(*) FROM guilds"_s), u"0"_s);
    }

    void runsAndTellsAndRefreshes()
    {
        Opened opened(m_database->profile());
        QSignalSpy changed(&opened.page.news(), &SeedNews::tablesChanged);
        QTRY_VERIFY(opened.card(u"players"_s));
        opened.setRows(u"players"_s, 300);
        auto *shape = opened.card(u"players"_s)->findChild<QComboBox *>(u"option_shape"_s);
        shape->setCurrentIndex(shape->findData(u"veterans"_s));
        opened.button(u"players"_s, u"run"_s)->click();
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(m_database->rows(u"SELECT count(*), avg(level) > 60 FROM players"_s), u"300|t"_s);
        QTRY_COMPARE(opened.text(u"players"_s, u"cardRows"_s), u"players: 300 rows now"_s);
        QTRY_VERIFY(opened.text(u"players"_s, u"cardLastRun"_s).contains("300 rows"_L1));
        QVERIFY(opened.text(u"players"_s, u"cardOutcome"_s).contains("replaced by 300 new"_L1));
        QCOMPARE(shape->currentData().toString(), u"veterans"_s);

        opened.setMode(u"players"_s, TopUp);
        opened.setRows(u"players"_s, 310);
        opened.button(u"players"_s, u"run"_s)->click();
        QTRY_COMPARE(changed.count(), 2);
        QCOMPARE(m_database->rows(u"SELECT count(*) FROM players"_s), u"310"_s);
    }

    void aDryRunWritesNothing()
    {
        Opened opened(m_database->profile());
        QTRY_VERIFY(opened.card(u"players"_s));
        opened.button(u"players"_s, u"rehearse"_s)->click();
        QTRY_VERIFY(opened.text(u"players"_s, u"cardOutcome"_s).startsWith("Dry run"_L1));
        QCOMPARE(m_database->rows(u"SELECT count(*) FROM players"_s), u"0"_s);
    }

    void previewsWithoutWriting()
    {
        Opened opened(m_database->profile());
        QTRY_VERIFY(opened.card(u"players"_s));
        opened.button(u"players"_s, u"preview"_s)->click();
        QTRY_VERIFY(opened.find<SeedPreviewDialog>(u"seedPreview"_s));
        auto *dialog = opened.find<SeedPreviewDialog>(u"seedPreview"_s);
        auto *rows = dialog->findChild<QTableWidget *>(u"previewRows"_s);
        QCOMPARE(rows->rowCount(), 20);
        QCOMPARE(rows->horizontalHeaderItem(1)->text(), u"name"_s);
        auto *levels = dialog->findChild<QWidget *>(u"histogram_level"_s);
        QVERIFY(levels);
        QVERIFY(levels->accessibleDescription().contains(u": "_s));
        QCOMPARE(m_database->rows(u"SELECT count(*) FROM players"_s), u"0"_s);
        const QString third = rows->item(2, 1)->text();
        dialog->findChild<QPushButton *>(u"previewRun"_s)->click();
        QTRY_COMPARE(m_database->rows(u"SELECT count(*) FROM players"_s), u"1000"_s);
        // What it promised is what it wrote.
        QCOMPARE(m_database->rows(u"SELECT name FROM players WHERE id = 3"_s), third);
    }

    void asksForANameBeforeRowsGo()
    {
        m_database->run(u"INSERT INTO players (name, level, total_exp, created_at) VALUES "
                        u"('mine', 1, 0, '2026-01-01')"_s);
        Opened opened(m_database->profile());
        QTRY_VERIFY(opened.card(u"players"_s));
        opened.button(u"players"_s, u"run"_s)->click();
        QTRY_VERIFY(opened.find<SeedConfirmDialog>(u"seedConfirm"_s));
        QPointer<SeedConfirmDialog> dialog = opened.find<SeedConfirmDialog>(u"seedConfirm"_s);
        auto *replace = dialog->findChild<QPushButton *>(u"confirmReplace"_s);
        auto *name = dialog->findChild<QLineEdit *>(u"confirmName"_s);
        QVERIFY(!replace->isEnabled());
        QVERIFY(!replace->isDefault());
        name->setText(u"player"_s);
        QVERIFY(!replace->isEnabled());
        QTest::keyClick(name, Qt::Key_Return);  // Cancel is the default
        QTRY_VERIFY(!dialog);
        QCOMPARE(m_database->rows(u"SELECT name FROM players"_s), u"mine"_s);

        opened.button(u"players"_s, u"run"_s)->click();
        QTRY_VERIFY(opened.find<SeedConfirmDialog>(u"seedConfirm"_s));
        dialog = opened.find<SeedConfirmDialog>(u"seedConfirm"_s);
        name = dialog->findChild<QLineEdit *>(u"confirmName"_s);
        QTest::keyClicks(name, u"players"_s);
        QTest::keyClick(name, Qt::Key_Return);  // with the right name, Enter means it
        QTRY_COMPARE(m_database->rows(u"SELECT count(*) FROM players"_s), u"1000"_s);
    }

    /// A table's name says nothing of the others.
    void runAllAsksForTheDatabase()
    {
        m_database->run(u"INSERT INTO players (name, level, total_exp, created_at) VALUES "
                        u"('mine', 1, 0, '2026-01-01')"_s);
        Opened opened(m_database->profile());
        QTRY_VERIFY(opened.card(u"guilds"_s));
        opened.button(u"guilds"_s, u"createTable"_s)->click();
        QTRY_VERIFY(opened.button(u"guilds"_s, u"run"_s)->isEnabled());
        opened.button(u"all"_s, u"run"_s)->click();
        QTRY_VERIFY(opened.find<SeedConfirmDialog>(u"seedConfirm"_s));
        auto *dialog = opened.find<SeedConfirmDialog>(u"seedConfirm"_s);
        auto *replace = dialog->findChild<QPushButton *>(u"confirmReplace"_s);
        auto *name = dialog->findChild<QLineEdit *>(u"confirmName"_s);
        name->setText(u"players"_s);
        QVERIFY(!replace->isEnabled());
        name->setText(m_database->rows(u"SELECT current_database()"_s));
        replace->click();
        QTRY_COMPARE(m_database->rows(u"SELECT count(*) FROM guild_members"_s), u"700"_s);
        QCOMPARE(m_database->rows(u"SELECT count(*) FROM players WHERE name = 'mine'"_s), u"0"_s);
    }

    void stopsAndTakesBack()
    {
        Opened opened(m_database->profile());
        QTRY_VERIFY(opened.card(u"players"_s));
        opened.setRows(u"players"_s, 20'000'000);
        opened.setMode(u"players"_s, Append);
        opened.button(u"players"_s, u"run"_s)->click();
        auto *progress = opened.card(u"players"_s)->findChild<QLabel *>(u"seedProgressText"_s);
        QTRY_VERIFY_WITH_TIMEOUT(progress->text().contains("rows/s"_L1), 20000);
        QVERIFY(progress->text().contains("20,000,000 rows"_L1));
        QVERIFY(!opened.button(u"players"_s, u"run"_s)->isEnabled());
        QVERIFY(!opened.button(u"all"_s, u"run"_s)->isEnabled());
        opened.button(u"players"_s, u"stopSeeding"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(opened.text(u"players"_s, u"cardOutcome"_s),
                                  u"Stopped. Nothing was changed."_s, 20000);
        QCOMPARE(m_database->rows(u"SELECT count(*) FROM players"_s), u"0"_s);
        QVERIFY(opened.button(u"players"_s, u"run"_s)->isEnabled());
    }

    void runsAllInOneTransaction()
    {
        Opened opened(m_database->profile());
        QTRY_VERIFY(opened.card(u"guilds"_s));
        opened.button(u"guilds"_s, u"createTable"_s)->click();
        QTRY_VERIFY(opened.button(u"guild_members"_s, u"run"_s)->isEnabled());
        opened.button(u"all"_s, u"run"_s)->click();
        QTRY_VERIFY(opened.text(u"all"_s, u"cardOutcome"_s).contains("guild_members"_L1));
        QCOMPARE(m_database->rows(u"SELECT (SELECT count(*) FROM players), "
                                  u"(SELECT count(*) FROM guilds), "
                                  u"(SELECT count(*) FROM guild_members)"_s),
                 u"1000|100|700"_s);
        QTRY_COMPARE(opened.find<QTableWidget>(u"batches"_s)->rowCount(), 3);
    }

    void removesABatchButNotWhatWasEdited()
    {
        Opened opened(m_database->profile());
        QTRY_VERIFY(opened.card(u"players"_s));
        opened.button(u"players"_s, u"run"_s)->click();
        auto *batches = opened.find<QTableWidget>(u"batches"_s);
        QTRY_COMPARE(batches->rowCount(), 1);
        m_database->run(u"UPDATE players SET name = 'mine' WHERE id = 7"_s);
        opened.find<QTabWidget>(u"seedersTabs"_s)->setCurrentIndex(1);
        opened.find<QPushButton>(u"removeBatch"_s)->click();
        QTRY_VERIFY(opened.find<QMessageBox>(u"confirmRemoval"_s));
        auto *box = opened.find<QMessageBox>(u"confirmRemoval"_s);
        QVERIFY(box->text().contains("999 rows will be removed"_L1));
        QVERIFY(box->text().contains("Left: 1 row"_L1));
        QCOMPARE(m_database->rows(u"SELECT count(*) FROM players"_s), u"1000"_s);
        box->findChild<QPushButton *>(u"removeNow"_s)->click();
        QTRY_COMPARE(m_database->rows(u"SELECT name FROM players"_s), u"mine"_s);
        QTRY_VERIFY(!opened.find<QPushButton>(u"removeBatch"_s)->isEnabled());
    }

    void fillsAnyTable()
    {
        m_database->run(u"CREATE TABLE items (id serial PRIMARY KEY, title varchar(20) NOT NULL, "
                        u"weight int CHECK (weight BETWEEN 1 AND 9))"_s);
        Opened opened(m_database->profile());
        QTRY_VERIFY(opened.card(u"players"_s));
        auto *tables = opened.find<QComboBox>(u"tableChooser"_s);
        const int index = tables->findText(u"items"_s);
        QVERIFY(index > 0);
        tables->setCurrentIndex(index);
        Q_EMIT tables->activated(index);
        QTRY_VERIFY(opened.card(u"table"_s));
        auto *title = opened.card(u"table"_s)->findChild<QLineEdit *>(u"option_title"_s);
        title->setText(u"range:7"_s);
        opened.button(u"table"_s, u"rehearse"_s)->click();
        QTRY_VERIFY(opened.error()->message().contains("range:7"_L1));
        QTRY_COMPARE(opened.page.window()->focusWidget(), title);  // where it can be mended
        title->setText(u"const:axe"_s);
        opened.setRows(u"table"_s, 50);
        opened.button(u"table"_s, u"copyCommand"_s)->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains("seed run --table public.items "_L1));
        QVERIFY(QGuiApplication::clipboard()->text().endsWith(
            "--rows 50 --random-seed 1 --column title=const:axe"_L1));
        opened.button(u"table"_s, u"run"_s)->click();
        QTRY_COMPARE(m_database->rows(u"SELECT count(*) FROM items WHERE title = 'axe'"_s),
                     u"50"_s);
    }

    void refusesOnProduction()
    {
        Opened opened(m_database->profile());
        QTRY_VERIFY(opened.card(u"players"_s));
        const QString database = m_database->rows(u"SELECT current_database()"_s);
        m_database->run(
            u"ALTER DATABASE \"%1\" SET roster.environment = 'production'"_s.arg(database));
        // The page does not know it yet: the engine refuses.
        opened.connections.jobs().reconnect();
        opened.button(u"players"_s, u"run"_s)->click();
        QTRY_VERIFY(opened.error()->message().contains("production"_L1));
        QCOMPARE(m_database->rows(u"SELECT count(*) FROM players"_s), u"0"_s);

        Opened again(m_database->profile());
        QTRY_VERIFY(again.card(u"players"_s));
        QVERIFY(again.note()->message().contains("production"_L1));
        QVERIFY(!again.button(u"players"_s, u"run"_s)->isEnabled());
        QVERIFY(!again.button(u"all"_s, u"run"_s)->isEnabled());
        QVERIFY(again.text(u"players"_s, u"cardObstacle"_s).contains("production"_L1));
    }

    void saysWhichRightIsMissing()
    {
        const QString role =
            u"reader_%1"_s.arg(QRandomGenerator::global()->generate(), 8, 16, QLatin1Char('0'));
        m_database->run(u"CREATE ROLE %1 LOGIN; GRANT SELECT ON players TO %1"_s.arg(role));
        {
            Opened opened(m_database->profileAs(role));
            QTRY_VERIFY(opened.card(u"players"_s));
            QVERIFY(!opened.button(u"players"_s, u"run"_s)->isEnabled());
            QVERIFY(opened.text(u"players"_s, u"cardObstacle"_s).contains("GRANT"_L1));
            QCOMPARE(opened.text(u"players"_s, u"cardRows"_s), u"players: 0 rows now"_s);
        }
        m_database->run(u"DROP OWNED BY %1; DROP ROLE %1"_s.arg(role));
    }

    void aLockedTableHoldsUpNothing()
    {
        const auto other = m_database->open();
        QVERIFY(other->script(u"BEGIN; LOCK TABLE players IN ACCESS EXCLUSIVE MODE"_s));
        Opened opened(m_database->profile());
        QTRY_VERIFY(opened.card(u"players"_s));
        QCOMPARE(opened.text(u"players"_s, u"cardRows"_s), u"players"_s);
        QVERIFY(opened.button(u"players"_s, u"run"_s)->isEnabled());
    }

    void aWheelThatScrollsChangesNothing()
    {
        Opened opened(m_database->profile());
        QTRY_VERIFY(opened.card(u"players"_s));
        auto *rows = opened.card(u"players"_s)->findChild<QSpinBox *>(u"rows"_s);
        rows->clearFocus();
        QWheelEvent wheel({5, 5}, rows->mapToGlobal(QPointF(5, 5)), {}, {0, -120}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(rows, &wheel);
        QCOMPARE(rows->value(), 1000);
    }

    void aLostConnectionIsSaidAndTriedAgain()
    {
        Opened opened(m_database->profile());
        QTRY_VERIFY(opened.card(u"players"_s));
        m_database->run(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "
                        u"current_database() AND pid <> pg_backend_pid()"_s);
        opened.page.refresh();
        QTRY_VERIFY(!opened.error()->message().isEmpty());
        QVERIFY(opened.card(u"players"_s)->isVisible());
        opened.error()->clear();
        opened.find<QAction>(u"refreshPage"_s)->trigger();
        QTRY_VERIFY(opened.error()->message().isEmpty());
    }

    void closesWhileItRuns()
    {
        auto opened = std::make_unique<Opened>(m_database->profile());
        QTRY_VERIFY(opened->card(u"players"_s));
        opened->setRows(u"players"_s, 5'000'000);
        opened->button(u"players"_s, u"run"_s)->click();
        auto *progress = opened->card(u"players"_s)->findChild<QLabel *>(u"seedProgressText"_s);
        QTRY_VERIFY_WITH_TIMEOUT(progress->text().contains("5,000,000"_L1), 20000);
        opened.reset();
        QCOMPARE(m_database->rows(u"SELECT count(*) FROM players"_s), u"0"_s);
    }

private:
    Theme m_theme;
    std::unique_ptr<test::TestDatabase> m_database;
};

QTEST_MAIN(SeedersPageTest)
#include "tst_seederspage.moc"
