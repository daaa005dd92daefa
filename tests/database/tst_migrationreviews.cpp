// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a revision before it runs: lint and rehearsal.
#include "models/migration/lint.h"
#include "models/migration/lintrules.h"
#include "models/migration/rehearsal.h"
#include "models/migration/revisionfile.h"
#include "tests/support/revisionfolder.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

/// Tables with rows enough to matter, and one without.
class Tables
{
public:
    Tables()
    {
        database.run(uR"(
CREATE TABLE big (id int, n numeric(10,2), v varchar(20), t timestamp, j json, c int NOT NULL);
INSERT INTO big SELECT g, g, g, now(), '{}', g FROM generate_series(1, 20000) g;
CREATE TABLE proven (x int CHECK (x IS NOT NULL));
INSERT INTO proven SELECT g FROM generate_series(1, 20000) g;
CREATE TABLE empty (id int);
CREATE TYPE mood AS ENUM ('good');
ANALYZE;)"_s);
    }

    /// `severity rule object`, one a line.
    QString findings(const QString &sql, const QStringList &allow = {})
    {
        NewRevision fresh;
        fresh.id = u"a10000000000"_s;
        fresh.upgrade = sql;
        fresh.allow = allow;
        const auto revision =
            RevisionFile::parse(RevisionFile::format(fresh), u"r.sql"_s, Revision::Source::File);
        if (!revision)
            return revision.error().message;
        const auto session = database.open();
        const auto found = lint(*session, *revision);
        if (!found)
            return found.error().toText();
        QStringList lines;
        for (const LintFinding &finding : *found) {
            lines << QStringList{u"note"_s, u"warning"_s, u"danger"_s}.at(int(finding.severity))
                         + u' ' + finding.rule + u' ' + finding.object;
        }
        return lines.join(u'\n');
    }

    test::TestDatabase database;
};

}  // namespace

class MigrationReviewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lintKnowsWhatLocks_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *sql, const char *expected) {
            QTest::newRow(sql) << QString::fromUtf8(sql) << QString::fromUtf8(expected);
        };
        row("ALTER TABLE big ALTER id TYPE bigint", "danger rewrite big.id");
        row("ALTER TABLE big ALTER n TYPE numeric(12,2)", "");
        row("ALTER TABLE big ALTER n TYPE numeric(12,3)", "danger rewrite big.n");
        row("ALTER TABLE big ALTER v TYPE varchar(30)", "");
        row("ALTER TABLE big ALTER v TYPE text", "");
        row("ALTER TABLE big ALTER v TYPE varchar(10)", "danger rewrite big.v");
        row("ALTER TABLE big ALTER j TYPE jsonb", "danger rewrite big.j");
        row("ALTER TABLE big ADD a int DEFAULT 1, ADD b timestamptz DEFAULT now()", "");
        row("ALTER TABLE big ADD a float DEFAULT random()", "danger rewrite big.a");
        row("ALTER TABLE big ADD a serial", "danger rewrite big.a");
        row("ALTER TABLE big ADD a int GENERATED ALWAYS AS IDENTITY", "danger rewrite big.a");
        row("ALTER TABLE big ADD a int GENERATED ALWAYS AS (id + 1) STORED",
            "danger rewrite big.a");
        row("ALTER TABLE big ADD a int NOT NULL", "danger not-null big.a");
        row("ALTER TABLE big SET UNLOGGED", "danger rewrite big");
        row("ALTER TABLE big ALTER id SET NOT NULL", "warning scan big.id");
        row("ALTER TABLE proven ALTER x SET NOT NULL", "");
        row("ALTER TABLE big ALTER c DROP NOT NULL", "");
        row("ALTER TABLE big ADD CHECK (id > 0)", "warning scan big");
        row("ALTER TABLE big ADD CONSTRAINT k CHECK (id > 0) NOT VALID", "");
        row("ALTER TABLE big ADD UNIQUE (id)", "warning scan big");
        row("ALTER TABLE big ADD FOREIGN KEY (id) REFERENCES proven (x)",
            "warning foreign-key big");
        row("ALTER TABLE big DROP COLUMN v", "danger destructive big.v");
        row("DROP TABLE public.big, empty", "danger destructive big");
        row("TRUNCATE big", "danger destructive big");
        row("DELETE FROM big", "danger destructive big");
        row("UPDATE big SET id = 1", "warning bulk-update big");
        row("UPDATE big SET id = 1 WHERE id = 2", "");
        row("CREATE INDEX ON big (id)", "warning index big");
        row("CREATE INDEX CONCURRENTLY ON big (id)", "");
        row("ALTER TABLE big RENAME COLUMN v TO w", "note rename big");
        row("CREATE INDEX ON empty (id); DROP TABLE empty", "");
        row("CREATE TABLE big2 (id int); CREATE INDEX ON big2 (id)", "");
        row("ALTER TYPE mood ADD VALUE 'bad'; CREATE TABLE m (x mood DEFAULT 'bad')",
            "danger enum-value bad");
        row("CREATE SOMETHING new", "");
    }

    void lintKnowsWhatLocks()
    {
        static Tables tables;
        QFETCH(QString, sql);
        QTEST(tables.findings(sql), "expected");
    }

    void timestampsDependOnTheZone()
    {
        Tables tables;
        const QString sql = u"ALTER TABLE big ALTER t TYPE timestamptz"_s;
        const QString name = tables.database.rows(u"SELECT current_database()"_s);
        tables.database.run(u"ALTER DATABASE \"%1\" SET timezone = 'Europe/Oslo'"_s.arg(name));
        QCOMPARE(tables.findings(sql), u"danger rewrite big.t"_s);
        tables.database.run(u"ALTER DATABASE \"%1\" SET timezone = 'UTC'"_s.arg(name));
        QCOMPARE(tables.findings(sql), QString());
    }

    void whatIsAllowedIsNotSaid()
    {
        Tables tables;
        const QString sql = u"ALTER TABLE big DROP COLUMN v; CREATE INDEX ON big (id)"_s;
        QCOMPARE(tables.findings(sql, {u"destructive big.v nobody uses it"_s}),
                 u"warning index big"_s);
        QCOMPARE(tables.findings(sql, {u"destructive * gone"_s, u"index big at night"_s}),
                 QString());
        QCOMPARE(tables.findings(sql, {u"destructive big.w other"_s, u"index proven other"_s}),
                 u"danger destructive big.v\nwarning index big"_s);
    }

    void rehearsalTellsLocksAndTakesAllBack()
    {
        Tables tables;
        test::RevisionFolder folder;
        folder.add(u"a1"_s, {},
                   u"ALTER TABLE big ADD extra int; ALTER TABLE big ALTER id TYPE bigint; "
                   "CREATE INDEX ON proven (x); DROP TABLE empty"_s);
        folder.add(u"b1"_s, {u"a1"_s}, u"SELECT * FROM proven; SELECT 1/0"_s);
        const RevisionGraph graph(folder.files().revisions);
        const auto session = tables.database.open();
        Progress progress;
        const auto done = rehearse(*session, graph, {u"a10000000000"_s, u"b10000000000"_s},
                                   Direction::Upgrade, {}, progress);
        QVERIFY2(done, qPrintable(done ? QString() : done.error().toText()));
        QStringList lines;
        for (const RehearsedRevision &revision : *done) {
            for (const RehearsedStatement &statement : revision.statements) {
                QStringList locks;
                for (const TakenLock &lock : statement.locks)
                    locks << lock.mode + u' ' + lock.relation;
                lines << locks.join(u',') + u"; "_s + statement.rewritten.join(u',');
            }
        }
        QCOMPARE(lines.join(u'\n'), u"AccessExclusiveLock public.big; \n"
                                    "ShareLock public.big; public.big\n"
                                    "ShareLock public.proven; \n"
                                    "AccessExclusiveLock public.empty; \n"
                                    "AccessShareLock public.proven; "_s);
        QVERIFY(done->at(1).error->message.endsWith(u": division by zero"));
        QCOMPARE(tables.database.rows(u"SELECT to_regclass('empty'), count(*) FROM pg_attribute "
                                      "WHERE attrelid = 'big'::regclass AND attname = 'extra'"_s),
                 u"empty|0"_s);
    }
};

QTEST_GUILESS_MAIN(MigrationReviewsTest)
#include "tst_migrationreviews.moc"
