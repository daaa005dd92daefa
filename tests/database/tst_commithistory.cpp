// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/commitoutcome.h"
#include "models/history/changelog.h"
#include "models/history/receiptstore.h"
#include "tests/support/answer.h"
#include "tests/support/tablemodelwatch.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

enum Column { Id, Name, Level, Note };
const TableName players{u"public"_s, u"players"_s};

}  // namespace

/// What commits leave behind, and how they are taken back.
class CommitHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsWhatWasDone_data();
    void keepsWhatWasDone();
    void undoesACommit_data();
    void undoesACommit();
    void undoingIsACommitLikeOthers();
    void neverOverwritesWhatCameLater();
    void saysWhatIsUndoneAlready();
    void keepsNothingOfWhatFailed();
    void doesWithoutAPlace();
    void doesWithoutRights();
    void settlesWhatACrashLeft();
    void namesTheCommitsOfARow();
    void forgetsWhatIsTooOld();
    void refusesADamagedFile();
    void refusesWhatCouldNotBeKept();

private:
    void open(test::TableModelWatch &watch, const QString &folder)
    {
        watch.model.keepHistoryIn(folder, 90);
        TableQuery byId;
        byId.order = {{u"id"_s}};
        watch.model.open(test::liveSchema(m_database->profile(), u"players"_s), byId);
        QTRY_COMPARE(watch.loaded.size(), 1);
    }
    static void commit(test::TableModelWatch &watch)
    {
        const qsizetype before = watch.committed.size();
        watch.model.commit();
        QTRY_VERIFY2(watch.committed.size() > before || watch.commitFailed.size() > 0, "no answer");
        QCOMPARE(watch.commitFailed.size(), 0);
        QTRY_VERIFY(!watch.model.isCommitting());
    }
    /// An update of two rows, a new one and a deletion.
    static void change(test::TableModelWatch &watch)
    {
        QVERIFY(watch.edit(0, Name, u"Arne"_s));
        QVERIFY(watch.edit(0, Level, 7));
        QVERIFY(watch.edit(1, Level, 8));
        QVERIFY(watch.model.removeRows(2, 1));
        QVERIFY(watch.model.insertRows(0, 1));
        QVERIFY(watch.edit(0, Name, u"new"_s));
    }
    QString rows() { return m_database->rows(u"SELECT * FROM players ORDER BY id"_s); }
    QList<ReceiptSummary> history(test::TableModelWatch &watch, const RowKey &row = {})
    {
        using All = QList<ReceiptSummary>;
        const auto all = test::answer<All>(
            [&](const auto &ready) { watch.model.readHistory(row, 100, this, ready); });
        if (!all)
            qFatal("%s", qPrintable(all.error().toText()));
        return *all;
    }
    Result<CommitReceipt> receipt(test::TableModelWatch &watch, const QString &id)
    {
        return test::answer<CommitReceipt>(
            [&](const auto &ready) { watch.model.readReceipt(id, this, ready); });
    }
    Result<TableModel::TakenBack> undo(test::TableModelWatch &watch, const CommitReceipt &one)
    {
        return test::answer<TableModel::TakenBack>(
            [&](const auto &ready) { watch.model.stageUndoOf(one, this, ready); });
    }

    std::unique_ptr<test::TestDatabase> m_database;
};

void CommitHistoryTest::init()
{
    m_database = std::make_unique<test::TestDatabase>();
    m_database->run(u"CREATE TABLE players (id serial PRIMARY KEY, name varchar(100) NOT NULL,"
                    " level int NOT NULL DEFAULT 1, note text,"
                    " twice int GENERATED ALWAYS AS (level * 2) STORED);"
                    "INSERT INTO players (name, note) SELECT 'Player ' || n, CASE n WHEN 3 THEN "
                    "E'a\\t\"b\"\\n' END"
                    " FROM generate_series(1, 10) n; ANALYZE players"_s);
}

void CommitHistoryTest::keepsWhatWasDone_data()
{
    QTest::addColumn<bool>("here");
    QTest::addColumn<bool>("there");
    QTest::newRow("on this computer") << true << false;
    QTest::newRow("in the database") << false << true;
    QTest::newRow("both") << true << true;
}

void CommitHistoryTest::keepsWhatWasDone()
{
    QFETCH(bool, here);
    QFETCH(bool, there);
    const QTemporaryDir folder;
    if (there)
        m_database->run(u"CREATE SCHEMA roster"_s);
    test::TableModelWatch watch(m_database->profile());
    open(watch, here ? folder.filePath(u"db"_s) : QString());
    change(watch);
    const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-1);
    commit(watch);
    const auto all = history(watch);
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.at(0).updated, 2);
    QCOMPARE(all.at(0).inserted, 1);
    QCOMPARE(all.at(0).deleted, 1);
    QVERIFY(all.at(0).when >= before && all.at(0).when <= QDateTime::currentDateTimeUtc());
    QVERIFY(!all.at(0).role.isEmpty());
    QVERIFY(!all.at(0).person.isEmpty());
    const auto one = receipt(watch, all.at(0).id);
    QVERIFY(one);
    QCOMPARE(one->rows.size(), 4);
    for (const ReceiptRow &row : one->rows) {
        const QByteArray key = *row.primaryKey.constFirst();
        if (row.kind == ReceiptRow::Kind::Insert) {
            QCOMPARE(row.after.value(u"name"_s), SqlValue("new"));
            QCOMPARE(row.after.value(u"twice"_s), SqlValue("2"));
        } else if (row.kind == ReceiptRow::Kind::Delete) {
            QCOMPARE(key, "3"_ba);
            QCOMPARE(row.before.value(u"note"_s), SqlValue("a\t\"b\"\n"));
            QCOMPARE(row.before.size(), 5);
        } else if (key == "1") {
            QCOMPARE(row.before,
                     (QMap<QString, SqlValue>{{u"name"_s, "Player 1"_ba}, {u"level"_s, "1"_ba}}));
            QCOMPARE(row.after,
                     (QMap<QString, SqlValue>{{u"name"_s, "Arne"_ba}, {u"level"_s, "7"_ba}}));
        }
    }
    QCOMPARE(m_database->rows(u"SELECT to_regclass('roster.change_log') IS NOT NULL"_s),
             there ? u"t"_s : u"f"_s);
    // For the owner's eyes only.
    QDirIterator files(folder.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        QVERIFY(files.fileName().endsWith(".commit"_L1));
        QCOMPARE(
            files.fileInfo().permissions()
                & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
            QFile::Permissions());
    }
}

void CommitHistoryTest::undoesACommit_data()
{
    keepsWhatWasDone_data();
}

void CommitHistoryTest::undoesACommit()
{
    QFETCH(bool, here);
    QFETCH(bool, there);
    const QTemporaryDir folder;
    if (there)
        m_database->run(u"CREATE SCHEMA roster"_s);
    const QString before = rows();
    test::TableModelWatch watch(m_database->profile());
    open(watch, here ? folder.path() : QString());
    change(watch);
    commit(watch);
    QVERIFY(rows() != before);
    const auto one = receipt(watch, history(watch).at(0).id);
    QVERIFY(one);
    QTRY_VERIFY(!watch.model.isLoading());
    const auto staged = undo(watch, *one);
    QVERIFY2(staged, qPrintable(staged ? QString() : staged.error().toText()));
    QCOMPARE(staged->staged, 4);
    QCOMPARE(staged->contested, 0);
    QVERIFY(rows() != before);  // nothing is written yet
    commit(watch);
    QCOMPARE(rows(), before);
}

/// Which can be undone itself, and the key of a row may have been what was changed.
void CommitHistoryTest::undoingIsACommitLikeOthers()
{
    const QTemporaryDir folder;
    test::TableModelWatch watch(m_database->profile());
    open(watch, folder.path());
    QVERIFY(watch.edit(4, Id, 500));
    QVERIFY(watch.edit(4, Name, u"moved"_s));
    commit(watch);
    const QString changed = rows();
    QTRY_VERIFY(!watch.model.isLoading());
    QVERIFY(undo(watch, *receipt(watch, history(watch).at(0).id)));
    commit(watch);
    QCOMPARE(m_database->rows(u"SELECT id, name FROM players WHERE id IN (5, 500)"_s),
             u"5|Player 5"_s);
    QCOMPARE(history(watch).size(), 2);
    QTRY_VERIFY(!watch.model.isLoading());
    QVERIFY(undo(watch, *receipt(watch, history(watch).at(0).id)));
    commit(watch);
    QCOMPARE(rows(), changed);
}

void CommitHistoryTest::neverOverwritesWhatCameLater()
{
    const QTemporaryDir folder;
    test::TableModelWatch watch(m_database->profile());
    open(watch, folder.path());
    change(watch);
    commit(watch);
    QTRY_VERIFY(!watch.model.isLoading());
    m_database->run(u"UPDATE players SET name = 'theirs' WHERE id = 1;"
                    "UPDATE players SET note = 'theirs' WHERE name = 'new';"
                    "UPDATE players SET note = 'other field' WHERE id = 2"_s);
    const QString before = rows();
    const auto staged = undo(watch, *receipt(watch, history(watch).at(0).id));
    QVERIFY(staged);
    QCOMPARE(staged->staged, 4);
    QCOMPARE(staged->contested, 2);
    watch.model.commit();
    QTRY_COMPARE(watch.commitFailed.size(), 1);
    const auto failure = watch.commitFailed.at(0).at(0).value<CommitFailure>();
    QCOMPARE(failure.conflicts.size(), 2);
    QCOMPARE(rows(), before);
    QCOMPARE(history(watch).size(), 1);
}

void CommitHistoryTest::saysWhatIsUndoneAlready()
{
    const QTemporaryDir folder;
    test::TableModelWatch watch(m_database->profile());
    open(watch, folder.path());
    change(watch);
    commit(watch);
    const auto one = receipt(watch, history(watch).at(0).id);
    for (int round = 0; round < 2; ++round) {
        QTRY_VERIFY(!watch.model.isLoading());
        const auto staged = undo(watch, *one);
        QVERIFY(staged);
        QCOMPARE(staged->staged, round == 0 ? 4 : 0);
        QCOMPARE(staged->present, round == 0 ? 0 : 4);
        if (round == 0)
            commit(watch);
    }
    QCOMPARE(watch.model.stagedCount(), 0);
}

void CommitHistoryTest::keepsNothingOfWhatFailed()
{
    const QTemporaryDir folder;
    m_database->run(u"CREATE SCHEMA roster; ALTER TABLE players ADD CHECK (level < 100)"_s);
    test::TableModelWatch watch(m_database->profile());
    open(watch, folder.path());
    QVERIFY(watch.edit(0, Level, 700));
    watch.model.commit();
    QTRY_COMPARE(watch.commitFailed.size(), 1);
    QVERIFY(history(watch).isEmpty());
    // One that fails at the very end: a constraint that is checked then.
    m_database->run(
        u"ALTER TABLE players ADD UNIQUE (level, name) DEFERRABLE INITIALLY DEFERRED"_s);
    watch.model.discard();
    QVERIFY(watch.edit(0, Name, u"Player 2"_s));
    watch.model.commit();
    QTRY_COMPARE(watch.commitFailed.size(), 2);
    QVERIFY(history(watch).isEmpty());
    QDirIterator files(folder.path(), QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(!files.hasNext());
}

/// That it cannot be kept is said, and no reason not to commit.
void CommitHistoryTest::doesWithoutAPlace()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    test::TableModelWatch watch(m_database->profile());
    open(watch, file.fileName() + u"/history"_s);
    QVERIFY(watch.edit(0, Level, 7));
    commit(watch);
    const auto report = watch.committed.at(0).at(0).value<CommitReport>();
    QVERIFY2(report.notKept.contains(file.fileName()), qPrintable(report.notKept));
    QCOMPARE(m_database->rows(u"SELECT level FROM players WHERE id = 1"_s), u"7"_s);
    QVERIFY(history(watch).isEmpty());
}

void CommitHistoryTest::doesWithoutRights()
{
    m_database->run(
        u"CREATE SCHEMA roster; DROP ROLE IF EXISTS history_clerk; CREATE ROLE history_clerk LOGIN;"
        "GRANT SELECT, UPDATE ON players TO history_clerk"_s);
    ConnectionProfile clerk = m_database->profile();
    clerk.parameters.insert(u"user"_s, u"history_clerk"_s);
    const QTemporaryDir folder;
    {
        test::TableModelWatch watch(clerk);
        watch.model.keepHistoryIn(folder.path(), 0);
        watch.model.open(test::liveSchema(clerk, u"players"_s), {});
        QTRY_COMPARE(watch.loaded.size(), 1);
        QVERIFY(watch.edit(0, Level, 7));
        commit(watch);
        QCOMPARE(history(watch).size(), 1);
        QCOMPARE(history(watch).at(0).role, u"history_clerk"_s);
    }
    // A log that is not as it should be stops nobody.
    m_database->run(u"CREATE TABLE roster.change_log (id int);"
                    "GRANT USAGE ON SCHEMA roster TO history_clerk;"
                    "GRANT ALL ON roster.change_log TO history_clerk"_s);
    {
        test::TableModelWatch watch(clerk);
        watch.model.keepHistoryIn(folder.path(), 0);
        watch.model.open(test::liveSchema(clerk, u"players"_s), {});
        QTRY_COMPARE(watch.loaded.size(), 1);
        QVERIFY(watch.edit(0, Level, 9));
        commit(watch);
    }
    QCOMPARE(m_database->rows(u"SELECT count(*) FROM players WHERE level = 9"_s), u"1"_s);
    m_database->run(u"DROP OWNED BY history_clerk; DROP ROLE history_clerk"_s);
}

/// Killed between COMMIT and its confirmation, or before COMMIT.
void CommitHistoryTest::settlesWhatACrashLeft()
{
    const QTemporaryDir folder;
    const ReceiptStore store(folder.path());
    const auto session = Session::open(m_database->profile());
    const auto left = [&](const QString &end) {
        static_cast<void>((*session)->script(u"BEGIN"_s));
        CommitReceipt one;
        one.id = u"0000000%1-0000-0000-0000-000000000000"_s.arg(end.size());
        one.when = QDateTime::currentDateTimeUtc();
        one.table = players;
        one.primaryKey = QStringList{u"id"_s};
        one.transaction = *currentTransaction(**session);
        one.rows = {{ReceiptRow::Kind::Update, {"1"_ba}, {}, {}, false}};
        if (!store.prepare(one))
            qFatal("not prepared");
        static_cast<void>((*session)->script(end));
        return one.id;
    };
    const QString committed = left(u"COMMIT"_s);
    left(u"ROLLBACK"_s);
    QVERIFY(store.list(players, 10).isEmpty());
    test::TableModelWatch watch(m_database->profile());
    open(watch, folder.path());
    const auto all = history(watch);
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.at(0).id, committed);
    int files = 0;
    for (QDirIterator it(folder.path(), QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
        it.next();
        ++files;
    }
    QCOMPARE(files, 1);
}

void CommitHistoryTest::namesTheCommitsOfARow()
{
    for (const bool there : {false, true}) {
        const QTemporaryDir folder;
        if (there)
            m_database->run(u"CREATE SCHEMA roster"_s);
        test::TableModelWatch watch(m_database->profile());
        open(watch, there ? QString() : folder.path());
        for (int row = 0; row < 3; ++row) {
            QVERIFY(watch.edit(row, Name, u"x%1%2"_s.arg(row).arg(there)));
            commit(watch);
            QTRY_VERIFY(!watch.model.isLoading());
        }
        QVERIFY(watch.edit(1, Id, there ? 2 : 20));
        QVERIFY(watch.edit(1, Name, u"again%1"_s.arg(there)));
        commit(watch);
        QCOMPARE(history(watch).size(), 4);
        QCOMPARE(history(watch, {"1"_ba}).size(), 1);
        QCOMPARE(history(watch, {"2"_ba}).size(), there ? 1 : 2);
        QCOMPARE(history(watch, {"20"_ba}).size(), there ? 0 : 1);
        QCOMPARE(history(watch, {"9"_ba}).size(), 0);
    }
}

void CommitHistoryTest::forgetsWhatIsTooOld()
{
    const QTemporaryDir folder;
    const ReceiptStore store(folder.path());
    for (const int days : {1, 100, 400}) {
        CommitReceipt one;
        one.id = u"id%1"_s.arg(days);
        one.when = QDateTime::currentDateTimeUtc().addDays(-days);
        one.table = players;
        QVERIFY(store.prepare(one));
        QVERIFY(store.confirm(one));
    }
    QCOMPARE(store.list(players, 2).size(), 2);
    QCOMPARE(store.list(players, 2).at(0).id, u"id1"_s);
    store.prune(0);
    QCOMPARE(store.list(players, 10).size(), 3);
    store.prune(90);
    QCOMPARE(store.list(players, 10).size(), 1);
    QCOMPARE(store.read(players, u"id400"_s).error().kind, Error::Kind::NotFound);
    QCOMPARE(store.read(players, u"*"_s).error().kind, Error::Kind::NotFound);
}

void CommitHistoryTest::refusesADamagedFile()
{
    CommitReceipt one;
    one.id = u"x"_s;
    one.when = QDateTime::fromString(u"2026-01-02T03:04:05.006Z"_s, Qt::ISODateWithMs);
    one.table = players;
    one.primaryKey = QStringList{u"id"_s};
    one.rows = {{ReceiptRow::Kind::Update,
                 {"1"_ba},
                 {{u"name"_s, "\xff"_ba}},
                 {{u"name"_s, std::nullopt}},
                 false},
                {ReceiptRow::Kind::Insert, {"2"_ba}, {}, {{u"a"_s, "\"\n"_ba}}, true}};
    const QByteArray text = ReceiptText::write(one);
    const auto whole = ReceiptText::read(text);
    QVERIFY(whole);
    QCOMPARE(whole->rows, one.rows);
    QCOMPARE(whole->when, one.when);
    for (qsizetype length = 0; length < text.size(); ++length) {
        const auto cut = ReceiptText::read(text.first(length));
        QVERIFY(!cut);
        QCOMPARE(cut.error().kind, Error::Kind::InvalidInput);
    }
    QByteArray newer = text;
    newer.replace("\"receipt\":1", "\"receipt\":2");
    QVERIFY(ReceiptText::read(newer).error().message.contains(u"newer"_s));
}

/// A value longer than is kept: the commit goes on, and says later that it cannot be undone.
void CommitHistoryTest::refusesWhatCouldNotBeKept()
{
    m_database->run(u"UPDATE players SET note = repeat('ø', 1100000) WHERE id = 1;"
                    "UPDATE players SET note = repeat('ø', 1000000) WHERE id = 2"_s);
    const QTemporaryDir folder;
    test::TableModelWatch watch(m_database->profile());
    open(watch, folder.path());
    QVERIFY(watch.model.removeRows(0, 1));
    commit(watch);
    QTRY_VERIFY(!watch.model.isLoading());
    const auto refused = undo(watch, *receipt(watch, history(watch).at(0).id));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Refused);
    QVERIFY(watch.model.removeRows(0, 1));
    commit(watch);
    QTRY_VERIFY(!watch.model.isLoading());
    QVERIFY(undo(watch, *receipt(watch, history(watch).at(0).id)));
    commit(watch);
    QCOMPARE(m_database->rows(u"SELECT length(note) FROM players WHERE id = 2"_s), u"1000000"_s);
}

QTEST_MAIN(CommitHistoryTest)
#include "tst_commithistory.moc"
