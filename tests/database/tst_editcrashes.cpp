// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/connections.h"
#include "models/views/journaltext.h"
#include "tests/support/tablemodelwatch.h"
#include "tests/support/testserver.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace roster;
using roster::test::TableModelWatch;

namespace {

enum Column { Id, Name, Note };

constexpr int editsInACommit = 7;
constexpr auto table =
    "CREATE TABLE players (id serial PRIMARY KEY, name text NOT NULL, note text);"
    "INSERT INTO players (name) SELECT 'p' || n FROM generate_series(1, 100000) n;"
    "ANALYZE players";

ConnectionProfile profileFrom(const QStringList &arguments)
{
    ConnectionProfile profile;
    for (const QString &one : arguments) {
        const qsizetype at = one.indexOf(u'=');
        profile.parameters.insert(one.left(at), one.mid(at + 1));
    }
    return profile;
}

/// Edit number n gives the row n a note and adds a row of that name; every few of them are
/// committed. Says on stdout what is staged and what was committed, and never ends by itself.
int editWithoutEnd(const QStringList &arguments)
{
    Connections connections(profileFrom(arguments.mid(2)));
    TableModel model(connections);
    model.keepEditsIn(arguments.at(0));
    int n = arguments.at(1).toInt();
    QTimer editing;
    QObject::connect(&editing, &QTimer::timeout, &model, [&] {
        if (model.isCommitting() || model.isLoading())
            return;
        ++n;
        model.beginAct(u"new row"_s);
        model.insertRows(0, 1);
        model.setData(model.index(0, Name), u"new %1"_s.arg(n));
        model.endAct();
        GridSelection cell;
        // New rows stand first, so that the row of edit n moves on with each.
        const qint64 added = model.changes().inserts.size();
        cell.set({added + n - 1, added + n - 1, Note, Note});
        model.setSelected(cell, {{Note, "edit " + QByteArray::number(n)}}, &model,
                          [&model, &editing, n](const Result<int> &) {
                              std::printf("staged %d\n", n);
                              std::fflush(stdout);
                              if (n % editsInACommit == 0)
                                  model.commit();
                              editing.start(2);
                          });
        editing.stop();
    });
    QObject::connect(&model, &TableModel::committed, &model, [&n] {
        std::printf("committed %d\n", n);
        std::fflush(stdout);
    });
    QObject::connect(&model, &TableModel::commitFailed, &model, [](const CommitFailure &failure) {
        std::printf("failed %s\n", qPrintable(failure.error.toText()));
        std::fflush(stdout);
    });
    TableQuery byId;
    byId.order = {{u"id"_s}};
    QObject::connect(
        &model, &TableModel::loaded, &editing, [&editing] { editing.start(2); },
        Qt::SingleShotConnection);
    model.open(test::liveSchema(connections.profile(), u"players"_s), byId);
    return QCoreApplication::exec();
}

}  // namespace

/// A program that is killed at any moment while somebody edits and commits: nothing that was staged
/// is lost, nothing committed twice or by half.
class EditCrashesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesNothing();
    void offersNothingTwice();
    void takesOverOnlyOnce();
    void saysWhereNothingCanBeKept();

private:
    struct Said
    {
        int staged = 0;     ///< for a second at least, when it was killed
        int committed = 0;  ///< and told
    };
    Said editAndKill(const QString &folder, int from, int milliseconds);
    QString one(const QString &sql) { return m_database.rows(sql); }
    void takeBack(const QString &folder);

    test::TestDatabase m_database;
};

EditCrashesTest::Said EditCrashesTest::editAndKill(const QString &folder, int from,
                                                   int milliseconds)
{
    QStringList arguments{u"--edit"_s, folder, QString::number(from)};
    const auto parameters = m_database.profile().parameters;
    for (auto it = parameters.cbegin(); it != parameters.cend(); ++it)
        arguments << it.key() + u'=' + it.value();
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), arguments);
    QList<QPair<int, qint64>> staged;
    Said said;
    QElapsedTimer clock;
    const auto read = [&] {
        while (process.canReadLine()) {
            const QByteArray line = process.readLine().trimmed();
            const int n = line.mid(line.indexOf(' ') + 1).toInt();
            if (line.startsWith("staged "))
                staged.append({n, clock.elapsed()});
            else if (line.startsWith("committed "))
                said.committed = n;
            else
                qWarning("%s", line.constData());
        }
    };
    // From its first edit on.
    clock.start();
    while (staged.isEmpty() && clock.elapsed() < 30000 && process.state() != QProcess::NotRunning) {
        process.waitForReadyRead(50);
        read();
    }
    const qint64 begun = clock.elapsed();
    while (clock.elapsed() - begun < milliseconds) {
        process.waitForReadyRead(5);
        read();
    }
    process.kill();
    const qint64 killed = clock.elapsed();
    process.waitForFinished();
    for (const auto &[n, when] : staged) {
        if (killed - when >= 1000)
            said.staged = n;
    }
    return said;
}

/// What was left behind is staged again and committed.
void EditCrashesTest::takeBack(const QString &folder)
{
    // The server ends what the dead program had open.
    QTRY_COMPARE(one(u"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                     " AND pid <> pg_backend_pid() AND state <> 'idle'"_s),
                 u"0"_s);
    TableModelWatch watch(m_database.profile());
    watch.model.keepEditsIn(folder);
    QSignalSpy left(&watch.model, &TableModel::editsLeft);
    watch.model.open(test::liveSchema(m_database.profile(), u"players"_s));
    QTRY_COMPARE(watch.loaded.size(), 1);
    QTest::qWait(100);
    if (left.isEmpty())
        return;
    std::optional<TableModel::TakenBack> taken;
    watch.model.takeBackEdits(this, [&](const Result<TableModel::TakenBack> &got) {
        QVERIFY2(got, got ? "" : qPrintable(got.error().toText()));
        taken = *got;
    });
    QTRY_VERIFY(taken);
    QCOMPARE(taken->contested, 0);
    QCOMPARE(taken->lostCount, 0);
    if (watch.model.stagedCount() == 0)
        return;
    watch.model.commit();
    QTRY_COMPARE(watch.committed.size() + watch.commitFailed.size(), 1);
    QCOMPARE(watch.commitFailed.size(), 0);
}

void EditCrashesTest::losesNothing()
{
    m_database.run(QString::fromLatin1(table));
    const QTemporaryDir folder;
    const int rounds = qEnvironmentVariableIsSet("ROSTER_FULL") ? 200 : 20;
    QRandomGenerator random(11);
    int from = 0;
    for (int round = 0; round < rounds; ++round) {
        const Said said = editAndKill(folder.path(), from, 50 + int(random.bounded(1600)));
        // Never half a commit: what is in the table ends where a commit did.
        const QString edited = u"SELECT count(note), coalesce(max(id) FILTER (WHERE note IS NOT "
                               "NULL), 0) FROM players WHERE id <= 100000"_s;
        const QStringList before = one(edited).split(u'|');
        QCOMPARE(before.at(0), before.at(1));
        const int committed = before.at(0).toInt();
        QVERIFY(committed >= said.committed);
        QVERIFY2(committed % editsInACommit == 0 || committed == from,
                 qPrintable(QString::number(committed)));
        takeBack(folder.path());
        const QStringList after = one(edited).split(u'|');
        QCOMPARE(after.at(0), after.at(1));
        from = after.at(0).toInt();
        QVERIFY2(from >= said.staged,
                 qPrintable(u"round %1: %2 staged, %3 there"_s.arg(
                     QString::number(round), QString::number(said.staged), after.at(0))));
        // Each new row once, and the same ones; of the last edit it may be there alone.
        QCOMPARE(
            one(u"SELECT count(*) - count(DISTINCT name), count(*) - %1 IN (0, 1),"
                " max(substr(name, 5)::int) = count(*) FROM players WHERE id > 100000"_s.arg(from)),
            u"0|t|t"_s);
        QCOMPARE(one(u"SELECT count(*) FROM players WHERE note <> 'edit ' || id"_s), u"0"_s);
        // Commits end where the next round's do.
        from += editsInACommit - from % editsInACommit;
        m_database.run(
            u"UPDATE players SET note = 'edit ' || id WHERE id <= %1 AND note IS NULL;"
            "INSERT INTO players (name) SELECT 'new ' || n FROM generate_series(1, %1) n"
            " WHERE NOT EXISTS (SELECT FROM players WHERE name = 'new ' || n)"_s.arg(from));
    }
    QVERIFY(from > rounds);
}

/// While a program lives, its edits are nobody else's.
void EditCrashesTest::offersNothingTwice()
{
    m_database.run(u"DROP TABLE IF EXISTS players;"_s + QString::fromLatin1(table));
    const QTemporaryDir folder;
    const auto open = [&](TableModelWatch &watch) {
        watch.model.keepEditsIn(folder.path());
        watch.model.open(test::liveSchema(m_database.profile(), u"players"_s));
        QTRY_COMPARE(watch.loaded.size(), 1);
    };
    auto first = std::make_unique<TableModelWatch>(m_database.profile());
    open(*first);
    QVERIFY(first->edit(0, Note, u"mine"_s));
    TableModelWatch second(m_database.profile());
    QSignalSpy left(&second.model, &TableModel::editsLeft);
    open(second);
    QVERIFY(second.edit(1, Note, u"theirs"_s));
    QTest::qWait(200);
    QCOMPARE(left.size(), 0);
    second.model.discard();
    first.reset();  // closed with its edits kept
    TableModelWatch third(m_database.profile());
    QSignalSpy offered(&third.model, &TableModel::editsLeft);
    open(third);
    QTRY_COMPARE(offered.size(), 1);
    QCOMPARE(offered.at(0).at(0).toInt(), 1);
    // Somebody else changed the cell, and the row of another edit went.
    m_database.run(u"UPDATE players SET note = 'somebody' WHERE id = 1"_s);
    std::optional<TableModel::TakenBack> taken;
    third.model.takeBackEdits(this, [&](const auto &got) { taken = *got; });
    QTRY_VERIFY(taken);
    QCOMPARE(taken->staged, 1);
    QCOMPARE(taken->contested, 1);
    QCOMPARE(third.model.stagedCount(), 1);
    third.model.commit();
    QTRY_COMPARE(third.commitFailed.size(), 1);
    QCOMPARE(one(u"SELECT note FROM players WHERE id = 1"_s), u"somebody"_s);
    // Nothing is left of what was taken back and discarded.
    third.model.discard();
    QTRY_COMPARE(QDir(folder.path()).entryList({u"*.edits"_s}, QDir::Files), QStringList());
}

/// Killed between keeping what was taken over and removing the file it came from.
void EditCrashesTest::takesOverOnlyOnce()
{
    m_database.run(u"DROP TABLE IF EXISTS players;"_s + QString::fromLatin1(table));
    const QTemporaryDir folder;
    const auto open = [&](TableModelWatch &watch) {
        watch.model.keepEditsIn(folder.path());
        watch.model.open(test::liveSchema(m_database.profile(), u"players"_s));
        QTRY_COMPARE(watch.loaded.size(), 1);
    };
    const auto files = [&] { return QDir(folder.path()).entryList({u"*.edits"_s}, QDir::Files); };
    const auto takenBack = [&](TableModelWatch &watch) {
        QSignalSpy offered(&watch.model, &TableModel::editsLeft);
        open(watch);
        std::optional<TableModel::TakenBack> taken;
        if (QTest::qWaitFor([&] { return offered.size() == 1; })) {
            watch.model.takeBackEdits(this, [&](const auto &got) { taken = *got; });
            static_cast<void>(QTest::qWaitFor([&] { return taken.has_value(); }));
        }
        return taken ? taken->staged : -1;
    };
    auto first = std::make_unique<TableModelWatch>(m_database.profile());
    open(*first);
    QVERIFY(first->edit(0, Note, u"mine"_s));
    QVERIFY(first->model.insertRows(0, 1));
    QVERIFY(first->edit(0, Name, u"new"_s));
    first.reset();
    QCOMPARE(files().size(), 1);
    const QString old = folder.filePath(files().constFirst());
    const QString copy = folder.filePath(u"copy"_s);
    QVERIFY(QFile::copy(old, copy));
    {
        TableModelWatch second(m_database.profile());
        QCOMPARE(takenBack(second), 2);
        QTRY_VERIFY(!QFile::exists(old));
    }
    QCOMPARE(files().size(), 1);
    QVERIFY(QFile::rename(copy, old));
    {
        TableModelWatch third(m_database.profile());
        QCOMPARE(takenBack(third), 2);
        QVERIFY(!QFile::exists(old));
        third.model.commit();
        QTRY_COMPARE(third.committed.size(), 1);
    }
    QCOMPARE(files(), QStringList());
    QCOMPARE(one(u"SELECT count(*) FROM players WHERE note = 'mine'"_s), u"1"_s);
    // What the table holds already leaves nothing behind either.
    TableModelWatch fourth(m_database.profile());
    open(fourth);
    QVERIFY(fourth.edit(1, Note, u"there"_s));
    QTRY_COMPARE(files().size(), 1);
    QVERIFY(QFile::copy(folder.filePath(files().constFirst()), copy));
    fourth.model.commit();
    QTRY_COMPARE(fourth.committed.size(), 1);
    QTRY_COMPARE(files(), QStringList());
    QVERIFY(QFile::rename(copy, old));
    TableModelWatch fifth(m_database.profile());
    QCOMPARE(takenBack(fifth), 0);
    QTRY_COMPARE(files(), QStringList());
}

/// Editing goes on, and is kept as soon as there is a place for it.
void EditCrashesTest::saysWhereNothingCanBeKept()
{
    m_database.run(u"DROP TABLE IF EXISTS players;"_s + QString::fromLatin1(table));
    const QTemporaryDir folder;
    const QString place = folder.filePath(u"place"_s);
    QFile file(place);
    QVERIFY(file.open(QIODevice::WriteOnly));
    TableModelWatch watch(m_database.profile());
    QSignalSpy failed(&watch.model, &TableModel::keepingFailed);
    QSignalSpy recovered(&watch.model, &TableModel::keepingRecovered);
    watch.model.keepEditsIn(place + u"/edits"_s);
    watch.model.open(test::liveSchema(m_database.profile(), u"players"_s));
    QTRY_COMPARE(watch.loaded.size(), 1);
    QVERIFY(watch.edit(0, Note, u"a"_s));
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.at(0).at(0).value<Error>().message.contains(place));
    QVERIFY(!watch.model.keepsEdits());
    QVERIFY(watch.edit(1, Note, u"b"_s));
    QTest::qWait(50);
    QCOMPARE(failed.size(), 1);  // said once
    QVERIFY(file.remove());
    QVERIFY(watch.edit(2, Note, u"c"_s));
    QTRY_COMPARE(recovered.size(), 1);
    QVERIFY(watch.model.keepsEdits());
    const QString name =
        QDir(place + u"/edits"_s).entryInfoList({u"*.edits"_s}).constFirst().filePath();
    QFile journal(name);
    QVERIFY(journal.open(QIODevice::ReadOnly));
    QCOMPARE(JournalText::read(journal.readAll())->count(), 3);
    QCOMPARE(journal.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    watch.model.commit();
    QTRY_COMPARE(watch.committed.size(), 1);
    QTRY_VERIFY(!QFile::exists(name));
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--edit"_L1)
        return editWithoutEnd(arguments.mid(2));
    EditCrashesTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_editcrashes.moc"
