// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/revisionfile.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

const QByteArray header = "-- migration-format: 1\n"
                          "-- revision: 3f9c2a7b11d0\n"
                          "-- down_revision: 43d6668d0b1f\n"
                          "-- message: add guilds\n";

QByteArray fileOf(const QByteArray &upgrade, const QByteArray &downgrade = "DROP TABLE g;",
                  const QByteArray &more = {})
{
    return header + more + "\n-- == upgrade ==\n" + upgrade + "\n-- == downgrade ==\n" + downgrade
         + "\n";
}

Result<Revision> parsed(const QByteArray &bytes)
{
    return RevisionFile::parse(bytes, u"r.sql"_s, Revision::Source::File);
}

QString checksumOf(const QByteArray &bytes)
{
    const auto revision = parsed(bytes);
    return revision ? revision->checksum : revision.error().message;
}

/// `line:column statement` each.
QString listing(const Revision &revision, Direction direction = Direction::Upgrade)
{
    QStringList lines;
    const auto statements = statementsOf(revision, direction);
    for (const RevisionStatement &statement : *statements) {
        lines << u"%1:%2 %3"_s.arg(statement.position.line)
                     .arg(statement.position.column)
                     .arg(QString::fromUtf8(statement.sql));
    }
    return lines.join(u'|');
}

}  // namespace

class RevisionFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheFormatSays()
    {
        const auto revision = parsed(
            fileOf("CREATE TABLE g (id int);\n\n  COMMENT ON TABLE g IS 'æ';  -- why\nSELECT 1",
                   "-- irreversible: the rows are gone",
                   "-- created: 2026-11-22T10:34:38Z\n-- transaction: no\n-- depends_on: a1, b2\n"
                   "-- allow: destructive players.tag nobody uses it\n-- to_schema: 15:sha256:aa\n"
                   "-- x-ticket: 12\n"));
        QVERIFY2(revision, qPrintable(revision ? QString() : revision.error().message));
        QCOMPARE(revision->id, u"3f9c2a7b11d0"_s);
        QCOMPARE(revision->parents, QStringList{u"43d6668d0b1f"_s});
        QCOMPARE(revision->dependsOn, QStringList({u"a1"_s, u"b2"_s}));
        QCOMPARE(revision->message, u"add guilds"_s);
        QVERIFY(!revision->transactional);
        QCOMPARE(revision->allowances.first().object, u"players.tag"_s);
        QCOMPARE(revision->allowances.first().reason, u"nobody uses it"_s);
        QCOMPARE(revision->irreversible, u"the rows are gone"_s);
        QCOMPARE(listing(*revision),
                 u"13:1 CREATE TABLE g (id int)|15:3 COMMENT ON TABLE g IS 'æ'|16:1 SELECT 1"_s);
        QCOMPARE(listing(*revision, Direction::Downgrade), QString());
        const auto comment = statementsOf(*revision, Direction::Upgrade)->at(1);
        QCOMPARE(comment.at(25).column, 27);
        QCOMPARE(comment.at(26).column, 28);  // æ is one character
    }

    void splitting_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<int>("statements");
        QTest::newRow("semicolons in text")
            << QByteArray("SELECT ';'; SELECT $a$;$a$; -- ;\n") << 2;
        QTest::newRow("empty") << QByteArray(";; /* only ; */ ;") << 0;
        QTest::newRow("rule") << QByteArray(
            "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2); SELECT 3")
                              << 2;
        QTest::newRow("atomic") << QByteArray(
            "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; "
            "SELECT CASE WHEN true THEN 2 END; END; SELECT 2")
                                << 2;
        QTest::newRow("not yet known")
            << QByteArray("CREATE SOMETHING new; ALTER TABLE t ADD x int") << 2;
        QTest::newRow("unicode") << QByteArray("SELECT U&'d!0061' UESCAPE '!'; SELECT U&\"x\"")
                                 << 2;
        QTest::newRow("do") << QByteArray("DO $$ BEGIN PERFORM 1; COMMIT; END $$;") << 1;
    }

    void splitting()
    {
        QFETCH(QByteArray, sql);
        const auto revision = parsed(fileOf(sql));
        QVERIFY2(revision, qPrintable(revision ? QString() : revision.error().message));
        QTEST(int(statementsOf(*revision, Direction::Upgrade)->size()), "statements");
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &message) {
            QTest::newRow(name) << bytes << message;
        };
        row("key", fileOf("", "", "-- colour: red\n"),
            u"r.sql:5:4: The header key colour is not"_s);
        row("twice", fileOf("", "", "-- message: a\n"),
            u"r.sql:5:4: The header key message stan"_s);
        row("no format", "-- revision: 3f9c2a7b11d0\n-- == upgrade ==\n-- == downgrade ==\n",
            u"r.sql:1:1: The header key migration-format is missing"_s);
        row("no parent",
            "-- migration-format: 1\n-- revision: 3f9c2a7b11d0\n-- == upgrade ==\n"
            "-- == downgrade ==\n",
            u"r.sql:1:1: The header key down_revision is missing"_s);
        row("format 2", "-- migration-format: 2\n-- == upgrade ==\n-- == downgrade ==\n",
            u"r.sql:1:22: The format 2 is not known"_s);
        row("no downgrade", header + "-- == upgrade ==\nSELECT 1;\n",
            u"r.sql:7:1: The section `-- == downgrade ==` is missing."_s);
        row("section twice", fileOf("-- == upgrade =="),
            u"r.sql:7:1: The section upgrade stands"_s);
        row("other section", fileOf("-- == sideways =="), u"r.sql:7:1: There is no section side"_s);
        row("sql in the header", header + "SELECT 1;\n", u"r.sql:5:1: This is no line of"_s);
        row("allow", fileOf("", "", "-- allow: destructive players\n"),
            u"r.sql:5:11: allow wants a rule, an object and a reason."_s);
        row("id",
            "-- migration-format: 1\n-- revision: xyz\n-- == upgrade ==\n"
            "-- == downgrade ==\n",
            u"r.sql:2:14: A revision is 12 hexadecimal digits."_s);
        row("transaction", fileOf("", "", "-- transaction: maybe\n"),
            u"r.sql:5:17: transaction is yes or no."_s);
        row("own parent",
            "-- migration-format: 1\n-- revision: 3f9c2a7b11d0\n"
            "-- down_revision: 3f9c2a7b11d0\n-- == upgrade ==\n-- == downgrade ==\n",
            u"r.sql:3:19: The revision is its own parent."_s);
        row("psql", fileOf("SELECT 1;\n\\! ls\n"), u"r.sql:8:1: A backslash command is psql's"_s);
        row("psql in a line", fileOf("SELECT 1 \\g out"), u"r.sql:7:10: A backslash command"_s);
        row("copy", fileOf("COPY t (a) FROM STDIN;\n1\tO'Brien\n\\.\n"),
            u"r.sql:7:1: COPY FROM STDIN cannot stand in a revision."_s);
        row("commit", fileOf("SELECT 1; Commit;"), u"r.sql:7:11: COMMIT cannot stand in a revi"_s);
        row("begin", fileOf("", "BEGIN;"), u"r.sql:9:1: BEGIN cannot stand in a revision"_s);
        row("savepoint", fileOf("/* a */ SAVEPOINT a"), u"r.sql:7:9: SAVEPOINT cannot stand"_s);
        row("no end", fileOf("SELECT 1;\nSELECT 'abc;"), u"r.sql:8:8: unterminated quoted stri"_s);
        row("empty", "", u"r.sql is empty."_s);
        row("blanks", "\r\n \n", u"r.sql is empty."_s);
        row("binary",
            QByteArray("\x7F"
                       "ELF\0\1\2",
                       7),
            u"r.sql is no text file"_s);
        row("latin 1", fileOf("SELECT '\xE6'"), u"r.sql is no text file"_s);
        row("utf-16", QByteArray("\xFF\xFE-\0-\0", 6), u"r.sql is UTF-16."_s);
        row("huge", QByteArray(RevisionFile::largest + 1, ' '), u"r.sql is larger than 16 MB"_s);
    }

    void refusals()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, message);
        const auto revision = parsed(bytes);
        QVERIFY(!revision);
        QCOMPARE(revision.error().kind, Error::Kind::InvalidInput);
        QCOMPARE(revision.error().message.left(message.size()), message);
    }

    void checksumIsOverWhatRuns()
    {
        const QByteArray file = fileOf("CREATE TABLE g (id int); -- a\nSELECT 'a\nb', U&'x';");
        const QString sum = checksumOf(file);
        QVERIFY(sum.startsWith(u"sha256:"_s));
        QByteArray crlf = file;
        crlf.replace("\n", "\r\n");
        QCOMPARE(checksumOf(crlf), sum);
        QCOMPARE(checksumOf("\xEF\xBB\xBF" + file), sum);
        QCOMPARE(checksumOf(fileOf("CREATE  TABLE g(id int)\n;/* b */ SELECT 'a\nb',U&'x'")), sum);
        QByteArray renamed = file;
        QCOMPARE(checksumOf(renamed.replace("add guilds", "other")), sum);
        QVERIFY(checksumOf(fileOf("CREATE TABLE g (id int); SELECT 'a\nb', U&'y';")) != sum);
        QVERIFY(checksumOf(fileOf("CREATE TABLE g (id int) SELECT 'a\nb', U&'x';")) != sum);
        QByteArray other = file;
        QVERIFY(checksumOf(other.replace("43d6668d0b1f", "43d6668d0b1e")) != sum);
        QByteArray single = file;
        QVERIFY(checksumOf(single.replace("\n\n--", "\n-- transaction: no\n\n--")) != sum);
    }

    void writesWhatItReads()
    {
        QTemporaryDir folder;
        NewRevision fresh;
        fresh.message = u" Add  Ærlige «guilds» & a name that is far too long to stay whole "_s;
        fresh.created = u"2026-11-22T10:34:38Z"_s;
        fresh.parents = {u"43d6668d0b1f"_s, u"53d6668d0b1f"_s};
        fresh.upgrade = u"CREATE TABLE g (id int);"_s;
        fresh.downgrade = u"DROP TABLE g;"_s;
        fresh.allow = {u"destructive g it is new"_s};
        const auto written = RevisionFile::write(fresh, folder.filePath(u"new/folder"_s));
        QVERIFY2(written, qPrintable(written ? QString() : written.error().message));
        QCOMPARE(written->fileName(), u"20261122_103438_%1_add_rlige_guilds_a_name_that_is_far_too"
                                      ".sql"_s.arg(written->id));
        const auto read = RevisionFile::read(written->path);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
        QCOMPARE(read->checksum, written->checksum);
        QCOMPARE(read->parents, fresh.parents);
        QCOMPARE(read->message, fresh.message.simplified());
        QCOMPARE(read->upgrade.text.trimmed(), fresh.upgrade.toUtf8());

        const QString wrong = folder.filePath(u"guilds.sql"_s);
        QVERIFY(QFile::copy(written->path, wrong));
        QVERIFY(RevisionFile::read(wrong).error().message.contains(u"a revision's file is named"));
        const QString other = folder.filePath(u"20261122_103438_aaaaaaaaaaaa.sql"_s);
        QVERIFY(QFile::copy(written->path, other));
        QVERIFY(RevisionFile::read(other).error().message.contains(u"is named for the revision"));
        QCOMPARE(RevisionFile::read(folder.filePath(u"none.sql"_s)).error().kind,
                 Error::Kind::NotFound);

        fresh.upgrade = u"COMMIT;"_s;
        QVERIFY(!RevisionFile::write(fresh, folder.path()));
    }

    void grammarReadsStatements()
    {
        QCOMPARE(parseStatement("DROP TABLE a")->keys(), QStringList{u"DropStmt"_s});
        const auto problem = parseStatement("SELECT 'æ', FROM FROM");
        QVERIFY(!problem);
        QCOMPARE(problem.error().offset, 13);
    }
};

QTEST_GUILESS_MAIN(RevisionFileTest)
#include "tst_revisionfile.moc"
