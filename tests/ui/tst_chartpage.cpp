// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"
#include "app/translations.h"
#include "models/views/charttablemodel.h"
#include "models/views/tablemodel.h"
#include "tests/support/screenshot.h"
#include "tests/support/testserver.h"
#include "ui/charts/chartcanvas.h"
#include "ui/charts/chartpage.h"
#include "ui/connection/localdatabase.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/pagetabs.h"
#include "ui/mainwindow/tabletab.h"
#include "ui/mainwindow/workspace.h"
#include "ui/players/tablepage.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace roster;

/// The Charts page in the real window, on a real server.
class ChartPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = std::make_unique<test::TestDatabase>();
        m_database->run(uR"(
            CREATE TABLE players (id serial PRIMARY KEY, name varchar(100) NOT NULL,
                level int NOT NULL, total_exp int NOT NULL, created_at timestamp NOT NULL);
            INSERT INTO players (name, level, total_exp, created_at)
            SELECT (ARRAY['Arne', 'Berit', 'Cato'])[i % 3 + 1], 1 + i % 40, i * 10 % 9001,
                   timestamp '2025-01-01' + i * interval '1 hour'
            FROM generate_series(1, 6000) i;
            CREATE TABLE docs (raw bytea, doc jsonb);
            ANALYZE)"_s);
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->path());
        LocalPaths paths = LocalPaths::under(m_folder->path() + u"/local"_s);
        paths.sockets = m_folder->path() + u"/s"_s;
        m_local = std::make_unique<LocalDatabase>(paths);
        m_theme.setAppearance(Theme::Appearance::Light);
        m_window = std::make_unique<MainWindow>(
            *m_settings, ProfileStore(m_folder->filePath(u"profiles.json"_s)), m_theme, *m_local);
        m_window->resize(1100, 700);
        m_window->show();
    }

    void cleanup()
    {
        m_window.reset();
        m_local.reset();
        m_settings.reset();
        m_theme.setAppearance(Theme::Appearance::Light);
    }

    void showsADistribution()
    {
        open();
        QTRY_COMPARE(page()->chart().total, 6000);
        QCOMPARE(find<QComboBox>(u"chartColumn"_s)->currentText(), u"level"_s);
        const auto *table = find<QTableView>(u"chartTableView"_s);
        QTRY_VERIFY(table->isVisible());
        QCOMPARE(table->model()->rowCount(), page()->chart().bins.size());
        QVERIFY(canvas()->isVisible());
        QCOMPARE(canvas()->accessibleName(), u"level of players"_s);
        QVERIFY(!table->accessibleName().isEmpty());
        QVERIFY(find<QLabel>(u"chartNotes"_s)->text().contains(u"6"_s));
        test::grab(*m_window, u"chart-level"_s);
        m_theme.setAppearance(Theme::Appearance::Dark);
        test::grab(*m_window, u"chart-level-dark"_s);
    }

    void otherBarsNeedNoServer()
    {
        open();
        QTRY_COMPARE(page()->chart().bins.size(), 40);
        find<QSpinBox>(u"chartBins"_s)->setValue(4);
        QCOMPARE(page()->chart().bins.size(), 3);
        QCOMPARE(page()->chart().total, 6000);
    }

    void aLongHeadingHidesNoNumbers()
    {
        open();
        QTRY_COMPARE(page()->chart().total, 6000);
        m_window->resize(900, 700);
        choose(u"chartColumn"_s, u"created_at"_s);
        const auto *table = find<QTableView>(u"chartTableView"_s);
        QTRY_VERIFY(
            table->model()->headerData(0, Qt::Horizontal).toString().startsWith(u"created_at, "_s));
        QTRY_VERIFY(!table->horizontalScrollBar()->isVisible());
        test::grab(*m_window, u"chart-heading"_s);
    }

    void brushingFiltersTheGrid()
    {
        open();
        QTRY_COMPARE(page()->chart().bins.size(), 40);
        QTRY_VERIFY(canvas()->isVisible());
        canvas()->setFocus();
        QTest::keyClick(canvas(), Qt::Key_Right);
        QTest::keyClick(canvas(), Qt::Key_Right, Qt::ShiftModifier);
        const qint64 expected = page()->chart().bins.at(0).count + page()->chart().bins.at(1).count;
        QTest::keyClick(canvas(), Qt::Key_Return);
        QTRY_VERIFY(m_window->workspace()->currentTable());
        const TableTab *tab = m_window->workspace()->currentTable();
        QTRY_VERIFY(tab->page());
        QTRY_COMPARE(tab->page()->model().query().filters.value(u"level"_s), u"1..2"_s);
        QTRY_COMPARE(tab->page()->model().totalRows(), expected);
        test::grab(*m_window, u"chart-brushed"_s);

        // Back on the chart: it still is the one that was brushed.
        m_window->workspace()->openPage({PageId::Kind::Charts, {}});
        QCOMPARE(page()->chart().bins.size(), 40);
        // A row of the table does the same.
        auto *table = find<QTableView>(u"chartTableView"_s);
        table->setCurrentIndex(table->model()->index(4, 0));
        Q_EMIT table->activated(table->currentIndex());
        QTRY_COMPARE(tab->page()->model().query().filters.value(u"level"_s), u"5"_s);
    }

    void followsTheGridsFilter()
    {
        openDatabase();
        m_window->workspace()->openTable({u"public"_s, u"players"_s});
        TableTab *tab = m_window->workspace()->currentTable();
        QTRY_VERIFY(tab->page());
        TableQuery query;
        query.filters = {{u"level"_s, u"10..20"_s}};
        query.where = u"name = 'Arne'"_s;
        tab->showRows(query);
        QTRY_COMPARE(tab->page()->model().query().where, query.where);
        QTRY_VERIFY(!tab->page()->model().isLoading());
        const qint64 rows =
            m_database
                ->rows(u"SELECT count(*) FROM players WHERE level BETWEEN 10 AND 20 AND name "
                       "= 'Arne'"_s)
                .toLongLong();
        m_window->workspace()->openPage({PageId::Kind::Charts, {}});
        QTRY_COMPARE(page()->chart().total, rows);
        QVERIFY(find<QLabel>(u"chartApplied"_s)->text().contains(u"level: 10..20"_s));
        QVERIFY(find<QLabel>(u"chartApplied"_s)->text().contains(u"name = 'Arne'"_s));
        find<QCheckBox>(u"chartFollow"_s)->setChecked(false);
        QTRY_COMPARE(page()->chart().total, 6000);

        // A filter that lets nothing through, and one that the server refuses.
        query.filters = {{u"level"_s, u"999"_s}};
        query.where.clear();
        tab->showRows(query);
        QTRY_COMPARE(tab->page()->model().query().filters, query.filters);
        find<QCheckBox>(u"chartFollow"_s)->setChecked(true);
        QTRY_COMPARE(stateTitle(), u"No rows to count"_s);
    }

    void twoColumnsAndOtherUnits()
    {
        open();
        QTRY_COMPARE(page()->chart().total, 6000);
        choose(u"chartOther"_s, u"total_exp"_s);
        choose(u"chartUnit"_s, u"density of all rows"_s);
        QTRY_COMPARE(page()->chart().kind, ChartData::Kind::Density);
        QTRY_VERIFY(canvas()->isVisible());
        test::grab(*m_window, u"chart-density"_s);
        m_theme.setAppearance(Theme::Appearance::Dark);
        test::grab(*m_window, u"chart-density-dark"_s);
        choose(u"chartUnit"_s, u"points of a sample"_s);
        QTRY_COMPARE(page()->chart().kind, ChartData::Kind::Points);
        m_theme.setAppearance(Theme::Appearance::Light);
        test::grab(*m_window, u"chart-points"_s);
        choose(u"chartOther"_s, u"(nothing)"_s);
        choose(u"chartColumn"_s, u"created_at"_s);
        choose(u"chartUnit"_s, u"months"_s);
        QTRY_COMPARE(page()->chart().bins.value(0).label, u"2025-01"_s);
        test::grab(*m_window, u"chart-months"_s);
        choose(u"chartColumn"_s, u"name"_s);
        QTRY_COMPARE(page()->chart().bins.size(), 3);
        test::grab(*m_window, u"chart-letters"_s);
    }

    void saysWhyAColumnCannotBeCharted()
    {
        open();
        QTRY_COMPARE(page()->chart().total, 6000);
        choose(u"chartTable"_s, u"docs"_s);
        Q_EMIT find<QComboBox>(u"chartTable"_s)->activated(0);
        QTRY_COMPARE(stateTitle(), u"Nothing to chart"_s);
        auto *columns = find<QComboBox>(u"chartColumn"_s);
        QVERIFY(columns->itemData(0, Qt::ToolTipRole).toString().contains(u"bytea"_s));
        QVERIFY(!qobject_cast<QStandardItemModel *>(columns->model())->item(0)->isEnabled());
    }

    void aTableThatIsGoneOrForbiddenSaysSo()
    {
        m_database->run(u"CREATE TABLE gone (a int)"_s);
        open();
        QTRY_COMPARE(page()->chart().total, 6000);
        m_database->run(u"DROP TABLE gone"_s);
        choose(u"chartTable"_s, u"gone"_s);
        Q_EMIT find<QComboBox>(u"chartTable"_s)->activated(0);
        QTRY_VERIFY(stateTitle().contains(u"gone"_s));
        QVERIFY(find<QPushButton>(u"retryChart"_s)->isVisible());
    }

    void canBeStopped()
    {
        m_database->run(
            u"CREATE OR REPLACE VIEW slow AS SELECT i AS a, pg_sleep(0.01) IS NULL AS b "
            "FROM generate_series(1, 100000) i"_s);
        open();
        QTRY_COMPARE(page()->chart().total, 6000);
        choose(u"chartTable"_s, u"slow"_s);
        Q_EMIT find<QComboBox>(u"chartTable"_s)->activated(0);
        QTRY_VERIFY(find<QPushButton>(u"stopChart"_s));
        choose(u"chartColumn"_s, u"b"_s);
        QTRY_VERIFY(find<QToolButton>(u"chartStop"_s)->isEnabled());
        find<QToolButton>(u"chartStop"_s)->click();
        QTRY_COMPARE(stateTitle(), u"Stopped"_s);
        m_database->run(u"DROP VIEW slow"_s);
    }

    void savesAndCopies()
    {
        open();
        QTRY_COMPARE(page()->chart().total, 6000);
        QTRY_VERIFY(canvas()->isVisible());
        const auto saved = [this](const QString &suffix) {
            const QString path = m_folder->filePath(u"chart."_s + suffix);
            action(u"chartSave"_s + suffix.left(1).toUpper() + suffix.mid(1))->trigger();
            auto *dialog = page()->findChild<QFileDialog *>(u"chartFileDialog"_s);
            Q_EMIT dialog->fileSelected(path);
            dialog->close();
            delete dialog;
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QVERIFY(saved(u"csv"_s).startsWith("level,filter,rows\n1,1,"));
        const QImage picture = QImage::fromData(saved(u"png"_s), "PNG");
        QVERIFY(picture.width() >= 1600);
        const QByteArray svg = saved(u"svg"_s);
        QVERIFY(svg.contains("<svg") && svg.contains("level of players"));
        QVERIFY(svg.endsWith("</svg>\n"));
        action(u"chartCopyCommand"_s)->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(
            u"roster chart public.players level --url "_s));
        QStringList letters;  // each leads to one entry
        const QList<QAction *> entries =
            page()->findChild<QAction *>(u"chartSavePng"_s)->parent()->findChildren<QAction *>();
        for (const QAction *entry : entries) {
            if (const qsizetype at = entry->text().indexOf(u'&'); at >= 0)
                letters << entry->text().at(at + 1).toLower();
        }
        QVERIFY(letters.size() >= 6);
        QCOMPARE(letters.removeDuplicates(), 0);
        action(u"chartCopySql"_s)->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"GROUP BY 1"_s));
    }

    void isRememberedAndSmall()
    {
        open();
        QTRY_COMPARE(page()->chart().total, 6000);
        m_window->resize(800, 600);
        QTRY_VERIFY(canvas()->isVisible());
        QVERIFY2(m_window->width() <= 800, qPrintable(QString::number(m_window->width())));
        test::grab(*m_window, u"chart-800x600"_s);
        m_window->workspace()->saveTabs();
        const OpenTabs tabs = m_settings->openTabs(m_window->workspace()->target().key());
        QVERIFY(tabs.pages.contains(PageId{PageId::Kind::Charts, {}}));
    }

    void speaksNorwegian()
    {
        m_window.reset();
        installTranslations(u"nb"_s);
        cleanup();
        init();
        m_window->resize(800, 600);
        open();
        QTRY_COMPARE(page()->chart().total, 6000);
        QTRY_VERIFY(canvas()->isVisible());
        test::grab(*m_window, u"chart-nb"_s);
        QVERIFY2(m_window->width() <= 800, qPrintable(QString::number(m_window->width())));
        for (QTranslator *translator : qApp->findChildren<QTranslator *>())
            delete translator;
        QLocale::setDefault(QLocale(QLocale::English));
        // The lists share the first line evenly, and none of the second one is cut.
        const int table = find<QComboBox>(u"chartTable"_s)->width();
        const int other = find<QComboBox>(u"chartOther"_s)->width();
        QVERIFY2(std::abs(table - other) <= 2, qPrintable(u"%1 %2"_s.arg(table).arg(other)));
        const auto *unit = find<QComboBox>(u"chartUnit"_s);
        QVERIFY(unit->width() >= unit->sizeHint().width());
    }

private:
    void openDatabase()
    {
        m_window->open({false, m_database->profile()});
        QTRY_VERIFY(m_window->workspace());
    }

    void open()
    {
        openDatabase();
        m_window->workspace()->openPage({PageId::Kind::Charts, {}});
        QTRY_VERIFY(page());
    }

    template <class T>
    T *find(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }
    ChartPage *page() const { return find<ChartPage>(u"chartPage"_s); }
    QAction *action(const QString &name) const { return find<QAction>(name); }
    ChartCanvas *canvas() const
    {
        return dynamic_cast<ChartCanvas *>(page()->findChild<QWidget *>(u"chartCanvas"_s));
    }
    QString stateTitle() const
    {
        const auto *title = page()->findChild<QLabel *>(u"emptyTitle"_s);
        return title->isVisible() ? title->text() : QString();
    }
    void choose(const QString &name, const QString &text)
    {
        auto *combo = find<QComboBox>(name);
        QVERIFY2(combo->findText(text) >= 0, qPrintable(text));
        combo->setCurrentText(text);
    }

    std::unique_ptr<test::TestDatabase> m_database;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<LocalDatabase> m_local;
    std::unique_ptr<MainWindow> m_window;
    Theme m_theme;
};

QTEST_MAIN(ChartPageTest)
#include "tst_chartpage.moc"
