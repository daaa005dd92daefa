// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backupfolder.h"
#include "models/backup/backupverifier.h"
#include "models/database/connections.h"
#include "models/dump/dockerclient.h"
#include "models/views/backuplistmodel.h"
#include "tests/support/dumptext.h"
#include "tests/support/livedatabase.h"
#include "tests/support/openedmigrations.h"
#include "tests/support/program.h"
#include "tests/support/screenshot.h"
#include "ui/backup/backupspage.h"
#include "ui/backup/containerdialog.h"
#include "ui/backup/restorewizard.h"
#include "ui/common/errorbar.h"

#include <QComboBox>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

/// By a stand-in for docker's client (tests/support/docker): no container runs here.
class ContainerBackupsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsPaths();
    void lists();
    void looksInside();
    void restores();
    void saysWhatDockerSays_data();
    void saysWhatDockerSays();
    void stopsCopying();
    void opensFromThePage();

private:
    static QString inside(const QString &path) { return u"docker:pg-backup_1:/backups"_s + path; }
    void write(const QString &path, const QByteArray &text) const
    {
        const QString whole = m_root.filePath(u"pg-backup_1/backups/"_s + path);
        QVERIFY(QDir().mkpath(QFileInfo(whole).path()));
        QFile file(whole);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    QMap<QString, QString> variables() const
    {
        return {{u"PATH"_s, qEnvironmentVariable("PATH")}, {u"TMPDIR"_s, m_temporary.path()}};
    }

    QTemporaryDir m_root;
    QTemporaryDir m_temporary;
    std::unique_ptr<test::LiveDatabase> m_live;
};

void ContainerBackupsTest::initTestCase()
{
    // The client gets few variables: what it serves is written into it.
    QFile script(QString::fromUtf8(ROSTER_SOURCE_DIR) + u"/tests/support/docker/docker"_s);
    QVERIFY(script.open(QIODevice::ReadOnly));
    QByteArray text = script.readAll();
    text.replace("${ROSTER_TEST_CONTAINERS:?}", "'" + QFile::encodeName(m_root.path()) + "'");
    QVERIFY(QDir().mkpath(m_temporary.filePath(u"bin"_s)));
    QFile docker(m_temporary.filePath(u"bin/docker"_s));
    QVERIFY(docker.open(QIODevice::WriteOnly));
    docker.write(text);
    docker.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    docker.close();
    qputenv("PATH", QFile::encodeName(m_temporary.filePath(u"bin"_s)) + ':' + qgetenv("PATH"));
    m_live = std::make_unique<test::LiveDatabase>(u"contained"_s);
    m_live->run(u"CREATE TABLE players AS SELECT n AS id FROM generate_series(1, 50) n"_s);
    const QByteArray dump = test::dumpOf(m_live->name());
    write(u"last/game-20261122-031500.sql.gz"_s, dump);
    QVERIFY(QDir().mkpath(m_root.filePath(u"pg-backup_1/backups/daily"_s)));
    QVERIFY(QFile::link(u"game-20261122-031500.sql.gz"_s,
                        m_root.filePath(u"pg-backup_1/backups/last/game-latest.sql.gz"_s)));
    QCOMPARE(
        QProcess::execute(
            u"ln"_s, {m_root.filePath(u"pg-backup_1/backups/last/game-20261122-031500.sql.gz"_s),
                      m_root.filePath(u"pg-backup_1/backups/daily/game-20261122.sql.gz"_s)}),
        0);
    write(u"weekly/my b \"ü\"-202647.sql.gz"_s, dump.first(dump.size() / 2));
    write(u"last/empty-20261122-031500.sql.gz"_s, {});
    write(u"readme.txt"_s, "hello");
}

void ContainerBackupsTest::readsPaths()
{
    QCOMPARE(DockerPath::parse(u"docker:a_b.c-1:/x/y/"_s)->text(), u"docker:a_b.c-1:/x/y"_s);
    for (const QString &none :
         {u"docker:a:x"_s, u"docker:-a:/x"_s, u"docker::/x"_s, u"docker:a b:/x"_s,
          u"/docker:a:/x"_s, u"docker:a;id:/x"_s, u"docker:a:/x\ny"_s, u"docker:a"_s})
        QVERIFY2(!DockerPath::parse(none), qPrintable(none));
}

void ContainerBackupsTest::lists()
{
    const test::ProgramRun run =
        test::runProgram({u"backup"_s, u"list"_s, inside({}), u"--json"_s}, variables());
    QVERIFY2(run.exitCode == 0, run.error.constData());
    const QJsonArray found =
        QJsonDocument::fromJson(run.out).object().value("backups"_L1).toArray();
    QStringList names;
    for (const auto &one : found) {
        names << one["database"_L1].toString() + u' '
                     + QString::number(one["places"_L1].toArray().size()) + u' '
                     + QString::number(one["problems"_L1].toArray().size());
    }
    names.sort();
    QCOMPARE(names, (QStringList{u"empty 1 1"_s, u"game 2 0"_s, u"my b \"ü\" 1 0"_s}));
    // One file of it, and one of the four.
    const test::ProgramRun one = test::runProgram(
        {u"backup"_s, u"list"_s, inside(u"/last/game-20261122-031500.sql.gz"_s)}, variables());
    QVERIFY2(one.exitCode == 0 && one.out.contains("not looked into"), one.error.constData());
    const test::ProgramRun slot =
        test::runProgram({u"backup"_s, u"list"_s, inside(u"/daily"_s)}, variables());
    QVERIFY2(slot.exitCode == 0 && slot.out.contains("20261122"), slot.error.constData());
}

void ContainerBackupsTest::looksInside()
{
    const test::ProgramRun run = test::runProgram(
        {u"backup"_s, u"inspect"_s, inside(u"/daily/game-20261122.sql.gz"_s), u"--json"_s},
        variables());
    QVERIFY2(run.exitCode == 0, run.error.constData());
    QCOMPARE(QJsonDocument::fromJson(run.out).object().value("rows"_L1).toInt(), 50);
    QVERIFY2(!run.error.contains("replaced"), run.error.constData());
    const test::ProgramRun cut = test::runProgram(
        {u"backup"_s, u"inspect"_s, inside(u"/weekly/my b \"ü\"-202647.sql.gz"_s)}, variables());
    QCOMPARE(cut.exitCode, 1);
    Progress nobody;
    const auto listing = BackupFolder::list(inside({}), nobody);
    QVERIFY(listing);
    for (const BackupFile &file : listing->files) {
        const auto found = BackupVerifier::verify(file, BackupVerification::Level::Full, nobody);
        QCOMPARE(found.has_value(), file.database == u"game"_s);
        if (found)
            QCOMPARE(found->level, BackupVerification::Level::Full);
    }
    QCOMPARE(QDir(m_temporary.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{u"bin"_s});  // no copy is left
}

void ContainerBackupsTest::restores()
{
    const test::LiveDatabase target(u"contained_target"_s);
    const test::ProgramRun run = test::runProgram(
        {u"restore"_s, inside(u"/last/game-20261122-031500.sql.gz"_s), u"--replace"_s,
         target.name(), u"--yes-replace"_s, target.name(), u"--url"_s, target.url()},
        variables());
    QVERIFY2(run.exitCode == 0, run.error.constData());
    QCOMPARE(target.rows(u"SELECT count(*) FROM players"_s), u"50"_s);
}

void ContainerBackupsTest::saysWhatDockerSays_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("says");
    QTest::newRow("container") << u"docker:gone:/backups"_s << u"No such container: gone"_s;
    QTest::newRow("folder") << inside(u"/gone"_s) << u"/backups/gone"_s;
}

void ContainerBackupsTest::saysWhatDockerSays()
{
    QFETCH(QString, path);
    QFETCH(QString, says);
    Progress nobody;
    const auto listing = BackupFolder::list(path, nobody);
    QVERIFY(!listing);
    QVERIFY2(listing.error().toText().contains(says) || listing.error().detail.contains(says),
             qPrintable(listing.error().toText()));
    const auto copy = DockerClient::copy(*DockerPath::parse(path), nobody);
    QVERIFY(!copy);
    const auto folder = DockerClient::copy(*DockerPath::parse(inside(u"/last"_s)), nobody);
    QVERIFY(!folder);
    QCOMPARE(folder.error().kind, Error::Kind::InvalidInput);
}

void ContainerBackupsTest::stopsCopying()
{
    Progress progress;
    progress.cancel();
    const auto copy = DockerClient::copy(
        *DockerPath::parse(inside(u"/last/game-20261122-031500.sql.gz"_s)), progress);
    QVERIFY(!copy);
    QCOMPARE(copy.error().kind, Error::Kind::Cancelled);
}

void ContainerBackupsTest::opensFromThePage()
{
    test::PageMemoryInMemory memory;
    Connections connections(m_live->profile());
    memory.save(u"backups"_s, {{u"path"_s, m_temporary.path()}});
    BackupsPage page(connections, m_live->name(), memory);
    page.resize(800, 600);
    page.show();
    page.findChild<QAction *>(u"openContainer"_s)->trigger();
    auto *dialog = page.findChild<ContainerDialog *>();
    auto *containers = dialog->findChild<QComboBox *>(u"containerName"_s);
    QTRY_COMPARE(containers->count(), 1);
    QCOMPARE(containers->itemText(0), u"pg-backup_1"_s);
    containers->setEditText(u"a b"_s);
    auto *open = dialog->findChild<QPushButton *>(u"openContainerFolder"_s);
    QVERIFY(!open->isEnabled());
    containers->setEditText(u"pg-backup_1"_s);
    test::grab(*dialog, u"container-dialog"_s);
    open->click();
    auto *list = page.findChild<QTableView *>(u"backupList"_s);
    QTRY_COMPARE(list->model()->rowCount(), 3);
    QCOMPARE(page.path(), inside({}));
    for (int row = 0; row < 3; ++row) {
        const QModelIndex index = list->model()->index(row, BackupListModel::DatabaseColumn);
        if (index.data().toString() != "game"_L1)
            continue;
        list->setCurrentIndex(index);
        QCOMPARE(index.siblingAtColumn(BackupListModel::StateColumn).data().toString(),
                 u"not looked into"_s);
    }
    test::grab(page, u"container-page"_s);
    page.findChild<QPushButton *>(u"restoreBackup"_s)->click();
    auto *wizard = page.findChild<RestoreWizard *>();
    QVERIFY(wizard);
    QTRY_VERIFY_WITH_TIMEOUT(wizard->plan().dump.has_value(), 30000);
    const auto &rows = wizard->plan().dump->scan.rows;
    QCOMPARE(rows.value({u"public"_s, u"players"_s}), 50);
}

QTEST_MAIN(ContainerBackupsTest)
#include "tst_containerbackups.moc"
