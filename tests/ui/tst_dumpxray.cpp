// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backupfolder.h"
#include "models/core/progress.h"
#include "models/views/dumprowsmodel.h"
#include "tests/support/dumptext.h"
#include "tests/support/livedatabase.h"
#include "tests/support/screenshot.h"
#include "tests/support/testserver.h"
#include "ui/backup/dumpxray.h"
#include "ui/common/errorbar.h"
#include "ui/common/theme.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

/// The look into one file, driven by the names of its widgets.
struct Opened
{
    explicit Opened(const QString &path) : tester(xray.findChild<DumpRowsModel *>())
    {
        Progress progress;
        const auto listing = BackupFolder::list(path, progress);
        if (!listing || listing->files.size() != 1)
            qFatal("no backup %s", qPrintable(path));
        xray.resize(800, 600);
        xray.show();
        xray.open(listing->files.first());
    }

    QTableWidget *tables() const { return xray.findChild<QTableWidget *>(u"xrayTables"_s); }
    QTableView *grid() const { return xray.findChild<QTableView *>(u"xrayRows"_s); }
    QLineEdit *find() const { return xray.findChild<QLineEdit *>(u"xrayFind"_s); }
    QString state() const { return xray.findChild<QLabel *>(u"xrayState"_s)->text(); }
    QString error() const { return xray.findChild<ErrorBar *>(u"xrayError"_s)->message(); }
    QString tableNames() const
    {
        QStringList names;
        for (int row = 0; row < tables()->rowCount(); ++row)
            names << tables()->item(row, 0)->text() + u' ' + tables()->item(row, 1)->text();
        return names.join(u';');
    }
    void choose(const QString &table) const
    {
        tables()->setCurrentItem(tables()->findItems(table, Qt::MatchExactly).value(0));
    }
    QString row(int at) const
    {
        const QAbstractItemModel *model = grid()->model();
        QStringList cells;
        for (int column = 0; column < model->columnCount(); ++column)
            cells << model->index(at, column).data().toString();
        return cells.join(u'|');
    }

    DumpXray xray;
    QAbstractItemModelTester tester;
};

}  // namespace

class DumpXrayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_live = std::make_unique<test::LiveDatabase>(u"xray-ü"_s);
        m_live->run(
            u"CREATE TABLE players (id int PRIMARY KEY, name text, level int, note text); "
            "INSERT INTO players SELECT n, 'player ' || n, n % 70, CASE WHEN n % 3 = 0 THEN '' "
            "WHEN n % 3 = 1 THEN E'a\\tb\\nc\\\\' END FROM generate_series(1, 3000) n; "
            "CREATE TABLE guilds (id int PRIMARY KEY); INSERT INTO guilds VALUES (7); "
            "CREATE TABLE nobody (id int)"_s);
        const QByteArray plain = test::dumpOf(m_live->name());
        write(u"plain.sql"_s, plain);
        QProcess::execute(u"gzip"_s, {u"-k"_s, path(u"plain.sql"_s)});
        write(u"custom.dump"_s, test::dumpOf(m_live->name(), {u"-Fc"_s}));
        write(u"inserts.sql"_s, test::dumpOf(m_live->name(), {u"--inserts"_s}));
        write(u"cut.sql"_s, plain.first(plain.indexOf("\n1500\t") + 3));
    }

    void init() { m_theme.setAppearance(Theme::Appearance::Light); }

    void showsRows_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("gzip") << u"plain.sql.gz"_s;
        QTest::newRow("custom") << u"custom.dump"_s;
    }

    void showsRows()
    {
        QFETCH(const QString, file);
        const Opened opened(path(file));
        QTRY_COMPARE(opened.tableNames(), u"guilds 1;nobody 0;players 3,000"_s);
        QTRY_COMPARE(opened.grid()->model()->rowCount(), 500);
        QCOMPARE(opened.tables()->currentItem()->text(), u"players"_s);
        QCOMPARE(opened.row(0), u"1|player 1|1|a→b↵c\\"_s);
        QCOMPARE(opened.row(1), u"2|player 2|2|NULL"_s);
        QCOMPARE(opened.row(2), u"3|player 3|3|"_s);
        QCOMPARE(opened.grid()->model()->headerData(3, Qt::Horizontal).toString(), u"note"_s);
        test::grab(const_cast<DumpXray &>(opened.xray), u"xray-light"_s);
        for (const int rows : {1000, 1500}) {
            opened.grid()->scrollToBottom();
            QTRY_VERIFY(opened.grid()->model()->rowCount() >= rows);
        }
        opened.choose(u"guilds"_s);
        QTRY_COMPARE(opened.row(0), u"7"_s);
        QTRY_COMPARE(opened.state(), u"1 row(s)"_s);
        opened.choose(u"nobody"_s);
        QTRY_COMPARE(opened.state(), u"0 row(s)"_s);
        QCOMPARE(opened.grid()->model()->columnCount(), 1);
        QCOMPARE(opened.error(), QString());
    }

    void findsAndCopies()
    {
        const Opened opened(path(u"plain.sql.gz"_s));
        QTRY_COMPARE(opened.grid()->model()->rowCount(), 500);
        opened.find()->setText(u"PLAYER 299"_s);
        QTRY_COMPARE(opened.state(), u"11 row(s) found"_s);
        QCOMPARE(opened.row(0).left(14), u"299|player 299"_s);
        m_theme.setAppearance(Theme::Appearance::Dark);
        test::grab(const_cast<DumpXray &>(opened.xray), u"xray-dark"_s);
        opened.find()->setText(u"=player 2"_s);
        QTRY_COMPARE(opened.state(), u"1 row(s) found"_s);
        opened.grid()->selectRow(0);
        opened.grid()->setFocus();
        opened.grid()->findChild<QAction *>(u"xrayCopy"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"2\tplayer 2\t2\t"_s);
        QVERIFY(opened.xray.findChild<QPushButton *>(u"xrayRescue"_s)->isEnabled());
    }

    void handsRowsOver()
    {
        const Opened opened(path(u"plain.sql.gz"_s));
        const QSignalSpy rescued(&opened.xray, &DumpXray::rescueRequested);
        QTRY_COMPARE(opened.grid()->model()->rowCount(), 500);
        opened.grid()->selectRow(4);
        opened.xray.findChild<QPushButton *>(u"xrayRescue"_s)->click();
        QCOMPARE(rescued.size(), 1);
        const auto excerpt = rescued.first().first().value<DumpExcerpt>();
        QCOMPARE(excerpt.table, DumpRows::TableKey(u"public"_s, u"players"_s));
        QCOMPARE(excerpt.rows.size(), 1);
        QCOMPARE(excerpt.rows.first().values.first(), SqlValue("5"));
    }

    void saysWhatIsWrong()
    {
        {
            const Opened opened(path(u"inserts.sql"_s));
            QTRY_VERIFY2(opened.error().contains(u"INSERT"_s), qPrintable(opened.error()));
            QTRY_COMPARE(opened.grid()->model()->rowCount(), 0);
        }
        const Opened opened(path(u"cut.sql"_s));
        QTRY_VERIFY2(opened.error().contains(u"cut off"_s), qPrintable(opened.error()));
        QCOMPARE(opened.tableNames(), u"guilds 1;nobody 0;players not whole"_s);
        QTRY_COMPARE(opened.grid()->model()->rowCount(), 500);
        opened.find()->setText(u"player 1499"_s);
        QTRY_COMPARE(opened.state(), u"1 row(s) found"_s);
        QCOMPARE(opened.row(0).left(4), u"1499"_s);
        test::grab(const_cast<DumpXray &>(opened.xray), u"xray-cut"_s);
    }

    /// One database of it at a time.
    void looksIntoClusters()
    {
        QProcess dumpall;
        dumpall.start(u"pg_dumpall"_s, {u"-h"_s, test::serverHost(), u"-U"_s, u"roster"_s});
        QVERIFY(dumpall.waitForFinished());
        QCOMPARE(dumpall.exitCode(), 0);
        write(u"all.sql"_s, dumpall.readAllStandardOutput());
        const Opened opened(path(u"all.sql"_s));
        auto *databases = opened.xray.findChild<QComboBox *>(u"xrayDatabases"_s);
        QTRY_VERIFY2(databases->findText(m_live->name()) >= 0, qPrintable(opened.error()));
        databases->setCurrentIndex(databases->findText(m_live->name()));
        Q_EMIT databases->activated(databases->currentIndex());
        QTRY_COMPARE(opened.tableNames(), u"guilds 1;nobody 0;players 3,000"_s);
        QTRY_COMPARE(opened.grid()->model()->rowCount(), 500);
        QCOMPARE(opened.row(0), u"1|player 1|1|a→b↵c\\"_s);
        test::grab(const_cast<DumpXray &>(opened.xray), u"xray-cluster"_s);
    }

    /// At any moment, on whatever it is just at.
    void stopsAndCloses()
    {
        {
            const Opened opened(path(u"custom.dump"_s));
            QTRY_COMPARE(opened.grid()->model()->rowCount(), 500);
            opened.find()->setText(u"nowhere"_s);
            opened.find()->returnPressed();
            opened.xray.findChild<QAction *>(u"stopPage"_s)->trigger();
            QTRY_VERIFY(!opened.error().isEmpty() || opened.state() == u"0 row(s) found"_s);
        }
        for (int turn = 0; turn < 10; ++turn) {
            const Opened opened(path(turn % 2 == 0 ? u"custom.dump"_s : u"plain.sql.gz"_s));
            for (int step = 0; step < turn; ++step)
                QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        }
    }

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    Theme m_theme;
    QTemporaryDir m_folder;
    std::unique_ptr<test::LiveDatabase> m_live;
};

QTEST_MAIN(DumpXrayTest)
#include "tst_dumpxray.moc"
