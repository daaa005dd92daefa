// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/retention.h"
#include "models/database/connections.h"
#include "models/views/backuplistmodel.h"
#include "tests/support/livedatabase.h"
#include "tests/support/openedmigrations.h"
#include "tests/support/program.h"
#include "tests/support/screenshot.h"
#include "ui/backup/backupspage.h"
#include "ui/backup/backuptimeline.h"
#include "ui/backup/createbackupdialog.h"
#include "ui/backup/restorewizard.h"
#include "ui/common/errorbar.h"
#include "ui/common/theme.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDialog>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

const QByteArray dumpHead = "--\n-- PostgreSQL database dump\n--\n\n"
                            "-- Dumped from database version 15.20\n"
                            "-- Dumped by pg_dump version 15.20\n\n";
const QByteArray dumpEnd = "--\n-- PostgreSQL database dump complete\n--\n\n";

/// The Backups page of one database, driven by the names of its widgets.
struct Opened
{
    Opened(const ConnectionProfile &profile, const QString &path) : connections(profile)
    {
        memory.save(u"backups"_s, {{u"path"_s, path}});
        page = std::make_unique<BackupsPage>(connections, profile.value(u"dbname"_s), memory);
        page->resize(800, 600);
        page->show();
    }

    template <class T>
    T *find(const QString &name) const
    {
        return page->findChild<T *>(name);
    }
    QAbstractItemModel *model() const { return find<QTableView>(u"backupList"_s)->model(); }
    QString rows() const
    {
        QStringList lines;
        for (int row = 0; row < model()->rowCount(); ++row) {
            lines << model()->index(row, BackupListModel::DatabaseColumn).data().toString() + u' '
                         + model()->index(row, BackupListModel::StampColumn).data().toString();
        }
        return lines.join(u'\n');
    }
    QString cell(int row, BackupListModel::Column column) const
    {
        return model()->index(row, column).data().toString();
    }
    RestoreWizard *wizard() const { return find<RestoreWizard>(u"restoreWizard"_s); }
    void next(QWizard::WizardButton which = QWizard::NextButton) const
    {
        QTRY_VERIFY_WITH_TIMEOUT(wizard()->button(which)->isEnabled(), 30000);
        wizard()->button(which)->click();
    }

    test::PageMemoryInMemory memory;
    Connections connections;
    std::unique_ptr<BackupsPage> page;
};

}  // namespace

class BackupsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_theme.setAppearance(Theme::Appearance::Light);
        m_folder = std::make_unique<QTemporaryDir>();
        m_live = std::make_unique<test::LiveDatabase>(u"backupui-ü"_s);
        m_live->run(u"CREATE TABLE players (id int PRIMARY KEY, name text); "
                    "INSERT INTO players SELECT n, 'p' || n FROM generate_series(1, 100) n"_s);
    }

    void cleanup() { m_live.reset(); }

    void listsAFolder()
    {
        write(u"last/game-20201122-031500.sql.gz"_s, dumpHead + dumpEnd);
        write(u"weekly/town-hall-202647.sql"_s, dumpHead + dumpEnd);
        write(u"daily/game-20261121.sql.gz"_s, dumpHead + "SELECT 1;\n");
        const Opened opened(m_live->profile(), m_folder->path());
        const QAbstractItemModelTester tester(opened.model());
        QTRY_COMPARE(opened.model()->rowCount(), 3);
        QVERIFY2(opened.rows().contains(u"town-hall 202647 (week)"_s), qPrintable(opened.rows()));
        auto *databases = opened.find<QComboBox>(u"backupDatabases"_s);
        QTRY_COMPARE(databases->count(), 3);
        test::grab(*opened.page, u"backups-light"_s);
        databases->setCurrentIndex(databases->findData(u"town-hall"_s));
        QCOMPARE(opened.rows(), u"town-hall 202647 (week)"_s);
        databases->setCurrentIndex(databases->findData(u"game"_s));
        QCOMPARE(opened.model()->rowCount(), 2);
        databases->setCurrentIndex(0);
        auto *line = opened.find<BackupTimeline>(u"backupTimeline"_s);
        QVERIFY(line->isVisible());
        const QSignalSpy chosen(line, &BackupTimeline::chosen);
        QTest::mouseClick(line, Qt::LeftButton, {}, line->rect().center());
        QCOMPARE(chosen.size(), 0);  // years without any
        QTest::mouseClick(line, Qt::LeftButton, {}, QPoint(8, 4));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(opened.find<QTableView>(u"backupList"_s)
                     ->currentIndex()
                     .siblingAtColumn(BackupListModel::StampColumn)
                     .data()
                     .toString(),
                 u"20201122-031500"_s);
        m_theme.setAppearance(Theme::Appearance::Dark);
        test::grab(*opened.page, u"backups-dark"_s);
    }

    void saysWhatToDoWhereThereIsNothing()
    {
        const Opened opened(m_live->profile(), m_folder->path());
        QTRY_VERIFY(opened.find<QPushButton>(u"createBackupEmpty"_s));
        test::grab(*opened.page, u"backups-empty"_s);
        QCOMPARE(opened.model()->rowCount(), 0);
        QVERIFY(!opened.find<QPushButton>(u"restoreBackup"_s)->isEnabled());
    }

    void opensAFolderThatIsGone()
    {
        const Opened opened(m_live->profile(), m_folder->filePath(u"gone"_s));
        QTRY_VERIFY(opened.find<QPushButton>(u"openFolderEmpty"_s));
        opened.page->open(m_folder->path());
        QTRY_VERIFY(opened.memory.values[u"backups"_s][u"recent"_s].toStringList().contains(
            m_folder->path()));
    }

    void showsThousandsWithoutAPause()
    {
        const QDateTime first(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC);
        for (int i = 0; i < 10000; ++i) {
            write(u"last/game-%1.sql"_s.arg(
                      first.addSecs(qint64(i) * 600).toString(u"yyyyMMdd-hhmmss"_s)),
                  dumpHead + dumpEnd);
        }
        const Opened opened(m_live->profile(), m_folder->path());
        QElapsedTimer beat;
        qint64 longest = 0;
        beat.start();
        while (opened.model()->rowCount() < 10000) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            longest = qMax(longest, beat.restart());
            m_tick.start(10);
        }
        // A machine under load stumbles; a list that is built at once takes seconds.
        QVERIFY2(longest < 1500, qPrintable(QString::number(longest)));
    }

    void makesChecksAndRestores();
    void keepsTheLiveOneWhenStopped();
    void restoresAsANewDatabase();
    void refusesWhatBreaksOff();
    void emptiesTheDatabase();

private:
    void write(const QString &name, const QByteArray &content) const
    {
        const QString path = m_folder->filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    void backUp(const Opened &opened, int format) const
    {
        QTRY_VERIFY(opened.find<QPushButton>(u"createBackup"_s)->isEnabled());
        opened.find<QPushButton>(u"createBackup"_s)->click();
        QTRY_VERIFY(opened.find<CreateBackupDialog>(u"createBackupDialog"_s));
        auto *dialog = opened.find<CreateBackupDialog>(u"createBackupDialog"_s);
        dialog->findChild<QComboBox *>(u"backupFormat"_s)->setCurrentIndex(format);
        test::grab(*dialog, u"backups-create"_s);
        dialog->findChild<QPushButton *>(u"startBackup"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(opened.model()->rowCount(), 1, 30000);
    }

    Theme m_theme;
    QTimer m_tick;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::LiveDatabase> m_live;
};

void BackupsPageTest::makesChecksAndRestores()
{
    const Opened opened(m_live->profile(), m_folder->path());
    backUp(opened, 0);
    QVERIFY(opened.cell(0, BackupListModel::StateColumn) == u"good"_s);
    const QSignalSpy jobs(opened.page.get(), &BackupsPage::jobStarted);
    QTRY_VERIFY(opened.find<QToolButton>(u"verifyBackup"_s)->isEnabled());
    opened.find<QToolButton>(u"verifyBackup"_s)->menu()->actions().at(1)->trigger();
    QTRY_VERIFY2(opened.model()->index(0, 0).data(BackupListModel::LevelRole).toInt()
                     >= int(BackupVerification::Level::Checksum),
                 qPrintable(opened.find<ErrorBar>(u"backupsError"_s)->message()));
    QCOMPARE(jobs.size(), 1);
    QTRY_VERIFY(opened.find<QToolButton>(u"verifyBackup"_s)->isEnabled());
    opened.find<QAction>(u"drillBackup"_s)->trigger();
    QTRY_VERIFY2(opened.model()->index(0, 0).data(BackupListModel::LevelRole).toInt()
                     == int(BackupVerification::Level::Drill),
                 qPrintable(opened.find<ErrorBar>(u"backupsError"_s)->message()));
    QVERIFY(m_live->leftovers().isEmpty());
    test::grab(*opened.page, u"backups-made"_s);

    m_live->run(u"DELETE FROM players WHERE id > 40; INSERT INTO players VALUES (1000, 'new')"_s);
    const QString before = m_live->fingerprint();
    const QSignalSpy replaced(opened.page.get(), &BackupsPage::databaseReplaced);
    opened.find<QPushButton>(u"restoreBackup"_s)->click();
    QTRY_VERIFY(opened.wizard());
    QTRY_VERIFY_WITH_TIMEOUT(opened.wizard()->button(QWizard::NextButton)->isEnabled(), 30000);
    test::grab(*opened.wizard(), u"restore-file"_s);
    opened.next();
    test::grab(*opened.wizard(), u"restore-target"_s);
    opened.next();
    QTRY_VERIFY_WITH_TIMEOUT(opened.wizard()->button(QWizard::NextButton)->isEnabled(), 30000);
    test::grab(*opened.wizard(), u"restore-preflight"_s);
    opened.next();
    QTRY_VERIFY_WITH_TIMEOUT(opened.wizard()->button(QWizard::NextButton)->isEnabled(), 30000);
    test::grab(*opened.wizard(), u"restore-run"_s);
    const QString steps = opened.find<QPlainTextEdit>(u"restoreLog"_s)->toPlainText();
    QVERIFY2(steps.contains(u"public.players: 100\n"_s), qPrintable(steps));
    QCOMPARE(m_live->fingerprint(), before);
    opened.next();
    const QString summary = opened.find<QLabel>(u"comparisonSummary"_s)->text();
    QVERIFY2(summary.contains(u"59 rows"_s), qPrintable(summary));
    auto *name = opened.find<QLineEdit>(u"restoreTypedName"_s);
    QVERIFY(!opened.wizard()->button(QWizard::CommitButton)->isEnabled());
    name->setText(u"backupui"_s);
    QVERIFY(!opened.wizard()->button(QWizard::CommitButton)->isEnabled());
    name->setText(m_live->name());
    test::grab(*opened.wizard(), u"restore-compare"_s);
    QCOMPARE(m_live->fingerprint(), before);
    opened.next(QWizard::CommitButton);
    QTRY_VERIFY_WITH_TIMEOUT(opened.wizard()->plan().receipt.has_value(), 30000);
    test::grab(*opened.wizard(), u"restore-receipt"_s);
    QCOMPARE(m_live->rows(u"SELECT count(*), max(id) FROM players"_s), u"100|100"_s);
    QCOMPARE(replaced.size(), 1);
    QCOMPARE(m_live->leftovers().size(), 1);

    opened.find<QPushButton>(u"undoFromReceipt"_s)->click();
    QTRY_VERIFY(opened.find<QDialog>(u"nameConfirm"_s));
    auto *confirm = opened.find<QDialog>(u"nameConfirm"_s);
    test::grab(*opened.page, u"backups-old"_s);
    QVERIFY(!confirm->findChild<QPushButton *>(u"nameConfirmGoOn"_s)->isEnabled());
    confirm->findChild<QLineEdit *>(u"nameConfirmName"_s)->setText(m_live->name());
    confirm->findChild<QPushButton *>(u"nameConfirmGoOn"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(replaced.size(), 2, 30000);
    QCOMPARE(m_live->rows(u"SELECT count(*), max(id) FROM players"_s), u"41|1000"_s);
}

void BackupsPageTest::keepsTheLiveOneWhenStopped()
{
    const Opened opened(m_live->profile(), m_folder->path());
    backUp(opened, 1);
    const QString before = m_live->fingerprint();
    QTRY_VERIFY(opened.find<QPushButton>(u"restoreBackup"_s)->isEnabled());
    opened.find<QPushButton>(u"restoreBackup"_s)->click();
    QTRY_VERIFY(opened.wizard());
    for (int page = 0; page < 3; ++page)
        opened.next();
    QTRY_VERIFY_WITH_TIMEOUT(opened.wizard()->plan().rehearsal.has_value(), 30000);
    QCOMPARE(m_live->leftovers().size(), 1);
    // Back drops it, and the way is free to try again.
    opened.next(QWizard::BackButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_live->leftovers().isEmpty(), 30000);
    opened.next(QWizard::BackButton);
    opened.next();
    opened.next();
    QTRY_VERIFY_WITH_TIMEOUT(opened.wizard()->plan().rehearsal.has_value(), 30000);
    QCOMPARE(m_live->leftovers().size(), 1);
    opened.wizard()->reject();
    QTRY_VERIFY(opened.find<QDialog>(u"nameConfirm"_s));
    opened.find<QDialog>(u"nameConfirm"_s)->findChild<QPushButton *>(u"nameConfirmGoOn"_s)->click();
    QTRY_VERIFY(!opened.wizard());
    QTRY_VERIFY_WITH_TIMEOUT(m_live->leftovers().isEmpty(), 30000);
    QCOMPARE(m_live->fingerprint(), before);
}

void BackupsPageTest::restoresAsANewDatabase()
{
    const Opened opened(m_live->profile(), m_folder->path());
    backUp(opened, 1);
    m_live->run(u"DELETE FROM players"_s);
    const QString before = m_live->fingerprint();
    const test::LiveDatabase other(u"backupui_new"_s);
    QTRY_VERIFY(opened.find<QPushButton>(u"restoreBackup"_s)->isEnabled());
    opened.find<QPushButton>(u"restoreBackup"_s)->click();
    QTRY_VERIFY(opened.wizard());
    opened.next();
    opened.find<QRadioButton>(u"restoreAsNew"_s)->setChecked(true);
    auto *name = opened.find<QLineEdit>(u"restoreNewName"_s);
    name->setText(u"x"_s.repeated(64));
    QVERIFY(!opened.wizard()->button(QWizard::NextButton)->isEnabled());
    name->setText(other.name());
    opened.next();
    auto *said = opened.find<QTextBrowser>(u"preflightText"_s);
    QTRY_VERIFY2(said->toPlainText().contains(u"already"_s), qPrintable(said->toPlainText()));
    QVERIFY(!opened.wizard()->button(QWizard::NextButton)->isEnabled());
    test::LiveDatabase::runIn(u"postgres"_s, u"DROP DATABASE backupui_new"_s);
    opened.find<QPushButton>(u"preflightAgain"_s)->click();
    opened.next();
    opened.next();
    opened.next(QWizard::CommitButton);
    QTRY_VERIFY_WITH_TIMEOUT(opened.wizard()->plan().receipt.has_value(), 30000);
    QCOMPARE(other.rows(u"SELECT count(*) FROM players"_s), u"100"_s);
    QCOMPARE(m_live->fingerprint(), before);
    QVERIFY(m_live->leftovers().isEmpty());
}

void BackupsPageTest::refusesWhatBreaksOff()
{
    write(u"game.sql"_s, dumpHead
                             + "CREATE TABLE public.t (id int);\nCOPY public.t (id) FROM "
                               "stdin;\n1\n2\n");
    const Opened opened(m_live->profile(), m_folder->filePath(u"game.sql"_s));
    QTRY_COMPARE(opened.model()->rowCount(), 1);
    QTRY_VERIFY(opened.find<QPushButton>(u"restoreBackup"_s)->isEnabled());
    opened.find<QPushButton>(u"restoreBackup"_s)->click();
    QTRY_VERIFY(opened.wizard());
    auto *error = opened.find<ErrorBar>(u"restoreFileError"_s);
    QTRY_VERIFY(!error->message().isEmpty());
    test::grab(*opened.wizard(), u"restore-refused"_s);
    QVERIFY(!opened.wizard()->button(QWizard::NextButton)->isEnabled());
}

void BackupsPageTest::emptiesTheDatabase()
{
    const Opened opened(m_live->profile(), m_folder->path());
    QTRY_VERIFY(opened.find<QPushButton>(u"createBackupEmpty"_s));
    opened.page->findChild<QAction *>(u"cleanDatabase"_s)->trigger();
    QTRY_VERIFY(opened.wizard());
    test::grab(*opened.wizard(), u"clean-first"_s);
    opened.next();
    opened.next();
    opened.find<QLineEdit>(u"restoreTypedName"_s)->setText(m_live->name());
    opened.next(QWizard::CommitButton);
    QTRY_VERIFY_WITH_TIMEOUT(opened.wizard()->plan().receipt.has_value(), 30000);
    QCOMPARE(m_live->rows(u"SELECT count(*) FROM players"_s), u"0"_s);
    QCOMPARE(m_live->leftovers().size(), 1);
}

QTEST_MAIN(BackupsPageTest)
#include "tst_backupspage.moc"
