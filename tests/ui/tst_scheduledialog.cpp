// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/schedulecommand.h"
#include "tests/support/screenshot.h"
#include "ui/backup/scheduledialog.h"
#include "ui/common/errorbar.h"
#include "ui/common/theme.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeEdit>

using namespace Qt::StringLiterals;
using namespace roster;

/// The system's own tools are replaced by scripts: a test must not change the account's timers.
class ScheduleDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_path = qgetenv("PATH"); }
    void init()
    {
        m_theme.setAppearance(Theme::Appearance::Light);
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir().mkpath(m_folder->filePath(u"bin"_s)));
        qputenv("PATH", QFile::encodeName(m_folder->filePath(u"bin"_s)) + ":/usr/bin:/bin");
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_folder->filePath(u"config"_s)));
        m_server.parameters = {{u"host"_s, u"db.example"_s}, {u"dbname"_s, u"game"_s}};
        m_server.password.clear();
    }
    void cleanupTestCase() { qputenv("PATH", m_path); }

    void writesWhatItShows_data();
    void writesWhatItShows();
    void saysWhereNobodyRunsIt();
    void refusesAPassword();
    void makesTheCommand();

private:
    void tool(const QString &name, const QByteArray &script) const
    {
        QFile file(m_folder->filePath(u"bin/"_s + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + script + '\n');
        file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    }
    void crontab() const
    {
        const QByteArray tab = QFile::encodeName(m_folder->filePath(u"crontab"_s));
        tool(u"crontab"_s, "if [ \"$1\" = -l ]; then cat '" + tab
                               + "' 2>/dev/null || { echo 'no crontab for x' >&2; exit 1; }; else "
                                 "cat > '"
                               + tab + "'; fi");
    }
    /// All that stands in the crontab, or in the units.
    QString written() const
    {
        QString all;
        QDir units(m_folder->filePath(u"config/systemd/user"_s));
        for (const QString &name : units.entryList({u"*.service"_s, u"*.timer"_s}, QDir::Files))
            all += read(units.filePath(name));
        return all + read(m_folder->filePath(u"crontab"_s));
    }
    static QString read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    std::unique_ptr<ScheduleDialog> opened() const
    {
        auto dialog = std::make_unique<ScheduleDialog>(m_server, u"game"_s,
                                                       m_folder->filePath(u"b 1"_s), nullptr);
        dialog->show();
        return dialog;
    }

    Theme m_theme;
    QByteArray m_path;
    ConnectionProfile m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void ScheduleDialogTest::writesWhatItShows_data()
{
    QTest::addColumn<bool>("isCron");
    QTest::newRow("cron") << true;
    QTest::newRow("systemd") << false;
}

void ScheduleDialogTest::writesWhatItShows()
{
    QFETCH(bool, isCron);
    tool(u"systemctl"_s, isCron ? "exit 1" : "exit 0");
    crontab();
    const auto dialog = opened();
    const QSignalSpy changed(dialog.get(), &ScheduleDialog::changed);
    auto *install = dialog->findChild<QPushButton *>(u"installSchedule"_s);
    QTRY_VERIFY(install->isEnabled());
    auto *every = dialog->findChild<QComboBox *>(u"scheduleEvery"_s);
    every->setCurrentIndex(every->findData(int(BackupSchedule::Every::Week)));
    dialog->findChild<QTimeEdit *>(u"scheduleAt"_s)->setTime(QTime(4, 30));
    dialog->findChild<QLineEdit *>(u"scheduleOnFailure"_s)->setText(u"/bin/alarm it's"_s);
    dialog->findChildren<QSpinBox *>().at(1)->setValue(30);
    const QString shown = dialog->findChild<QPlainTextEdit *>(u"scheduleText"_s)->toPlainText();
    QVERIFY2(shown.contains(isCron ? u"30 4 * * 1"_s : u"OnCalendar=Mon *-*-* 04:30:00"_s),
             qPrintable(shown));
    QVERIFY2(shown.contains(u"30"_s) && shown.contains(u"--keep-daily"_s), qPrintable(shown));
    QCOMPARE(written(), QString());  // nothing yet
    test::grab(*dialog, isCron ? u"schedule-cron"_s : u"schedule-systemd"_s);
    install->click();
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(written(), shown);
    QCOMPARE(BackupSchedule::promiseFor(m_folder->filePath(u"b 1"_s)), 7 * 24 * 3600);
    auto *installed = dialog->findChild<QComboBox *>(u"installedSchedules"_s);
    QTRY_COMPARE(installed->count(), 1);
    auto *remove = dialog->findChild<QPushButton *>(u"removeSchedule"_s);
    QTRY_VERIFY(remove->isEnabled());
    dialog->findChild<QTabWidget *>()->setCurrentIndex(1);
    m_theme.setAppearance(Theme::Appearance::Dark);
    test::grab(*dialog, u"schedule-installed-dark"_s);
    remove->click();
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(written().trimmed(), QString());
    QTRY_COMPARE(installed->count(), 0);
    QVERIFY(!remove->isEnabled());
}

void ScheduleDialogTest::saysWhereNobodyRunsIt()
{
    tool(u"systemctl"_s, "exit 1");
    qputenv("PATH", QFile::encodeName(m_folder->filePath(u"bin"_s)));
    const auto dialog = opened();
    auto *where = dialog->findChild<QLabel *>(u"scheduleWhere"_s);
    QTRY_VERIFY2(where->text().contains(u"neither"_s), qPrintable(where->text()));
    QVERIFY(!dialog->findChild<QPushButton *>(u"installSchedule"_s)->isEnabled());
}

void ScheduleDialogTest::refusesAPassword()
{
    tool(u"systemctl"_s, "exit 0");
    m_server.password = u"secret"_s;
    const auto dialog = opened();
    auto *where = dialog->findChild<QLabel *>(u"scheduleWhere"_s);
    QTRY_VERIFY2(where->text().contains(u"pgpass"_s), qPrintable(where->text()));
    QVERIFY(!dialog->findChild<QPushButton *>(u"installSchedule"_s)->isEnabled());
    QVERIFY(!dialog->findChild<QPlainTextEdit *>(u"scheduleText"_s)
                 ->toPlainText()
                 .contains(u"secret"_s));
}

void ScheduleDialogTest::makesTheCommand()
{
    ScheduleCommand command{u"/r"_s, u"/b"_s, {u"--profile"_s, u"p"_s}, {}, {}};
    QCOMPARE(command.words().join(u' '), u"/r backup create --quiet --prune --to /b --profile p"_s);
    command.retention.least = 9;
    command.more = QStringList{u"--roles"_s};
    QCOMPARE(command.words().join(u' '),
             u"/r backup create --quiet --prune --least 9 --to /b --profile p --roles"_s);
}

QTEST_MAIN(ScheduleDialogTest)
#include "tst_scheduledialog.moc"
