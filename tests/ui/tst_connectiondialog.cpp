// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/screenshot.h"
#include "tests/support/testserver.h"
#include "ui/common/errorbar.h"
#include "ui/connection/connectiondialog.h"
#include "ui/connection/localdatabase.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

struct Shown
{
    explicit Shown(const QString &folder, const QList<ConnectionProfile> &recent = {})
        : store(folder + u"/profiles.json"_s),
          local(LocalPaths::under(folder + u"/local"_s)),
          dialog(local, store, recent)
    {
        dialog.show();
    }

    QLineEdit *edit(const QString &name) { return dialog.findChild<QLineEdit *>(name); }
    QPushButton *button(const QString &name) { return dialog.findChild<QPushButton *>(name); }
    QComboBox *combo(const QString &name) { return dialog.findChild<QComboBox *>(name); }
    QListWidget *list() { return dialog.findChild<QListWidget *>(u"connectionList"_s); }
    ErrorBar *bar() { return dialog.findChild<ErrorBar *>(u"errorBar"_s); }

    ProfileStore store;
    LocalDatabase local;
    ConnectionDialog dialog;
};

}  // namespace

class ConnectionDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void startsWithTheLocalDatabase()
    {
        Shown shown(path());
        QCOMPARE(shown.list()->count(), 1);
        QVERIFY(shown.dialog.findChild<QWidget *>(u"localPanel"_s)->isVisible());
        auto *status = shown.dialog.findChild<QLabel *>(u"localStatus"_s);
        QTRY_VERIFY(!status->text().isEmpty());
        test::grab(shown.dialog, u"dialog-local"_s);
        QVERIFY(!shown.button(u"localReset"_s)->isEnabled());
        shown.edit(u"localResetWord"_s)->setText(u"reset"_s);
        QVERIFY(shown.button(u"localReset"_s)->isEnabled());
        QSignalSpy requested(&shown.dialog, &ConnectionDialog::connectRequested);
        shown.button(u"connectButton"_s)->click();
        QCOMPARE(requested.size(), 1);
        QVERIFY(requested.first().first().value<ConnectionTarget>().local);
    }

    void pastedUrlFillsTheFields()
    {
        Shown shown(path());
        shown.button(u"newButton"_s)->click();
        shown.edit(u"urlEdit"_s)
            ->setText(u"postgresql+asyncpg://arne:s%3Acret@db.example:6543/game?ssl=require"_s);
        QCOMPARE(shown.edit(u"hostEdit"_s)->text(), u"db.example"_s);
        QCOMPARE(shown.edit(u"portEdit"_s)->text(), u"6543"_s);
        QCOMPARE(shown.edit(u"databaseEdit"_s)->text(), u"game"_s);
        QCOMPARE(shown.edit(u"userEdit"_s)->text(), u"arne"_s);
        QCOMPARE(shown.edit(u"passwordEdit"_s)->text(), u"s:cret"_s);
        QCOMPARE(shown.edit(u"passwordEdit"_s)->echoMode(), QLineEdit::Password);
        QCOMPARE(shown.combo(u"sslCombo"_s)->currentData().toString(), u"require"_s);
        QVERIFY(!shown.edit(u"urlEdit"_s)->text().contains(u"cret"_s));
        test::grab(shown.dialog, u"dialog-url"_s);
        QSignalSpy requested(&shown.dialog, &ConnectionDialog::connectRequested);
        shown.button(u"connectButton"_s)->click();
        const auto target = requested.first().first().value<ConnectionTarget>();
        QCOMPARE(target.profile.password, u"s:cret"_s);
        QCOMPARE(target.profile.value(u"sslmode"_s), u"require"_s);
    }

    void badUrlIsSaidWithoutThePassword()
    {
        Shown shown(path());
        shown.button(u"newButton"_s)->click();
        shown.edit(u"urlEdit"_s)->setText(u"mysql://arne:secret@db/game"_s);
        QVERIFY(!shown.bar()->isHidden());
        QVERIFY(!shown.bar()->message().contains(u"secret"_s));
    }

    void testsInline()
    {
        Shown shown(path());
        shown.button(u"newButton"_s)->click();
        shown.edit(u"urlEdit"_s)->setText(m_database.url());
        shown.button(u"testButton"_s)->click();
        QTRY_VERIFY(shown.bar()->message().contains(u"PostgreSQL 1"_s));
        QVERIFY(shown.bar()->hint().contains(u"Development"_s));
        shown.edit(u"databaseEdit"_s)->setText(u"nowhere"_s);
        shown.button(u"testButton"_s)->click();
        QTRY_VERIFY(shown.bar()->message().contains(u"nowhere"_s));
        QCOMPARE(shown.edit(u"databaseEdit"_s)->text(), u"nowhere"_s);
        test::grab(shown.dialog, u"dialog-error"_s);
    }

    void closesWhileTesting()
    {
        for (int round = 0; round < 10; ++round) {
            Shown shown(path());
            shown.button(u"newButton"_s)->click();
            shown.edit(u"urlEdit"_s)->setText(m_database.url());
            shown.button(u"testButton"_s)->click();
            if (round % 2)
                QCoreApplication::processEvents();
            shown.dialog.close();
        }
    }

    void savesAndRemovesProfiles()
    {
        Shown shown(path());
        shown.button(u"newButton"_s)->click();
        shown.button(u"saveButton"_s)->click();
        QVERIFY(!shown.bar()->isHidden());  // a name is missing
        shown.edit(u"urlEdit"_s)->setText(u"postgresql://arne:secret@db/game"_s);
        shown.edit(u"nameEdit"_s)->setText(u"live"_s);
        auto *environment = shown.combo(u"environmentCombo"_s);
        environment->setCurrentIndex(environment->findData(int(Environment::Production)));
        shown.edit(u"revisionsEdit"_s)->setText(u"/srv/revisions"_s);
        shown.button(u"saveButton"_s)->click();
        QCOMPARE(shown.store.revisionFolder(u"live"_s), u"/srv/revisions"_s);
        const auto saved = shown.store.find(u"live"_s);
        QVERIFY(saved);
        QCOMPARE(saved->environment, Environment::Production);
        QVERIFY(saved->password.isEmpty());
        QCOMPARE(shown.list()->count(), 2);
        QVERIFY(shown.list()->item(1)->text().contains(u"Production"_s));
        QCOMPARE(shown.edit(u"passwordEdit"_s)->text(), u"secret"_s);  // still typed in here
        shown.list()->setCurrentRow(0);
        shown.list()->setCurrentRow(1);
        QCOMPARE(shown.edit(u"hostEdit"_s)->text(), u"db"_s);
        QCOMPARE(shown.edit(u"revisionsEdit"_s)->text(), u"/srv/revisions"_s);
        shown.edit(u"revisionsEdit"_s)->clear();
        shown.button(u"saveButton"_s)->click();
        QVERIFY(shown.store.hasRevisionFolder(u"live"_s));  // that there is none
        QVERIFY(shown.store.revisionFolder(u"live"_s).isEmpty());
        shown.button(u"removeButton"_s)->click();
        QCOMPARE(shown.list()->count(), 1);
        QVERIFY(!shown.store.find(u"live"_s));
    }

    void keepsWhatHasNoField()
    {
        ConnectionProfile recent;
        recent.parameters = {{u"host"_s, u"db"_s}, {u"sslrootcert"_s, u"/etc/ca.pem"_s}};
        Shown shown(path(), {recent});
        shown.list()->setCurrentRow(1);
        QSignalSpy requested(&shown.dialog, &ConnectionDialog::connectRequested);
        shown.button(u"connectButton"_s)->click();
        QCOMPARE(requested.first().first().value<ConnectionTarget>().profile.parameters,
                 recent.parameters);
    }

    void fitsASmallScreen()
    {
        Shown shown(path());
        shown.button(u"newButton"_s)->click();
        QVERIFY(shown.dialog.minimumSizeHint().width() <= 800);
        QVERIFY(shown.dialog.minimumSizeHint().height() <= 600);
        // At its smallest, too, all fields are seen, and with a message above them.
        shown.edit(u"urlEdit"_s)->setText(u"mysql://arne:secret@db/game"_s);
        QTRY_VERIFY(shown.bar()->isVisible());
        shown.dialog.resize(shown.dialog.minimumSizeHint());
        auto *scroll = shown.dialog.findChild<QScrollArea *>(u"scroll"_s);
        QTRY_VERIFY(shown.dialog.height() <= 600 && shown.dialog.width() <= 800);
        QTRY_VERIFY(!scroll->verticalScrollBar()->isVisible());
        QVERIFY(!scroll->horizontalScrollBar()->isVisible());
        test::grab(shown.dialog, u"dialog-smallest"_s);
    }

private:
    QString path() const { return m_folder->path(); }

    test::TestDatabase m_database;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(ConnectionDialogTest)
#include "tst_connectiondialog.moc"
