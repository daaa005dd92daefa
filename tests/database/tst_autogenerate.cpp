// SPDX-License-Identifier: GPL-3.0-or-later
// `roster migrate check` and `new --autogenerate`: the database against what is declared.
#include "tests/support/program.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

/// A migrated database, and what the program says of it.
struct Place
{
    test::TestDatabase database;
    QTemporaryDir folder;

    Place() { migrate({u"upgrade"_s}); }

    QString migrate(const QStringList &words) const
    {
        const auto run = test::runProgram(
            QStringList{u"migrate"_s} + words
            + QStringList{u"--migrations"_s, folder.path(), u"--url"_s, database.url()});
        return u"%1 %2%3"_s.arg(run.exitCode)
            .arg(QString::fromUtf8(run.out).trimmed(), QString::fromUtf8(run.error).trimmed());
    }

    /// The same at a terminal, where these lines are typed.
    QString migrateTyping(const QStringList &words, const QString &typed) const
    {
        const QString line =
            (QStringList{u"\"$ROSTER\" migrate"_s} + words
             + QStringList{u"--migrations"_s, folder.path(), u"--url"_s, database.url()})
                .join(u' ');
        // script(1) makes the terminal; it ends with the program's exit code.
        const auto run =
            test::runShell(u"printf '%2' | script -qec '%1' /dev/null"_s.arg(line, typed));
        return u"%1 %2"_s.arg(run.exitCode).arg(QString::fromUtf8(run.out).trimmed());
    }

    QString columns() const
    {
        return database.rows(u"SELECT string_agg(attname, ' ' ORDER BY attname) FROM pg_attribute "
                             "WHERE attrelid = 'players'::regclass AND attnum > 0 AND NOT "
                             "attisdropped"_s);
    }
};

const QString whole = u"created_at id level name total_exp"_s;

}  // namespace

class AutogenerateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsDeclaredIsNoDifference()
    {
        Place place;
        QCOMPARE(place.migrate({u"check"_s}), u"0 "_s);
        place.database.run(u"CREATE TABLE public.undeclared (id int)"_s);
        QCOMPARE(place.migrate({u"check"_s}), u"0 "_s);
        QVERIFY(place.migrate({u"new"_s, u"--autogenerate"_s, u"-m"_s, u"x"_s})
                    .startsWith(u"0 The tables are as they are declared"));
    }

    void bothHalvesAreGenerated()
    {
        Place place;
        place.database.run(u"INSERT INTO players (name, level, total_exp, created_at) VALUES "
                           "('Arne', 1, 0, now()); ALTER TABLE players DROP total_exp"_s);
        QVERIFY(place.migrate({u"check"_s}).startsWith(u"3 added column public.players.total_exp"));
        const QString made =
            place.migrate({u"new"_s, u"--autogenerate"_s, u"-m"_s, u"restore"_s, u"--quiet"_s});
        QVERIFY2(made.startsWith(u"0 /"), qPrintable(made));
        QVERIFY(place.migrate({u"upgrade"_s}).contains(u"(restore)"));
        QCOMPARE(place.columns(), whole);
        QCOMPARE(place.migrate({u"check"_s}), u"0 "_s);
        QVERIFY(place.migrate({u"downgrade"_s, u"-1"_s}).startsWith(u"0 "));
        QCOMPARE(place.columns(), u"created_at id level name"_s);
        QVERIFY(place.migrate({u"new"_s, u"--autogenerate"_s, u"-m"_s, u"x"_s})
                    .contains(u"revisions are pending"));
    }

    // As the README tells it: what `new` wrote among the sources waits before it is built in.
    void whatIsInTheSourcesIsPending()
    {
        Place place;
        const QString here = QDir::currentPath();
        const auto back = qScopeGuard([&] { QDir::setCurrent(here); });
        QDir::setCurrent(place.folder.path());
        const auto told = [&](const QString &words) {
            const auto run = test::runProgram(
                u"migrate %1 --url %2"_s.arg(words, place.database.url()).split(u' '));
            return QString::fromUtf8(run.out + run.error);
        };
        QVERIFY(QDir().mkpath(u"resources/migrations"_s));
        QVERIFY(told(u"new -m first --empty"_s).contains(u"--migrations DIR"));
        const QDir sources(QStringLiteral(ROSTER_SOURCE_DIR "/resources/migrations"));
        for (const QString &name : sources.entryList(QDir::Files))
            QVERIFY(QFile::copy(sources.filePath(name), u"resources/migrations/"_s + name));
        QVERIFY(told(u"new -m first --empty"_s).contains(u"_first.sql"));
        QVERIFY(told(u"new -m second --empty"_s).contains(u"_second.sql"));
        QCOMPARE(told(u"heads"_s).trimmed().split(u'\n').size(), 1);
        const QString run = told(u"upgrade"_s);
        QVERIFY2(run.contains(u"(first)") && run.contains(u"(second)"), qPrintable(run));
    }

    void renamesAreAskedFor()
    {
        Place place;
        place.database.run(u"ALTER TABLE players RENAME name TO nick"_s);
        const QStringList fresh{u"new"_s, u"--autogenerate"_s, u"-m"_s, u"name"_s, u"--quiet"_s};
        const QString refused = place.migrate(fresh);
        QVERIFY2(refused.startsWith(u"1 roster: This may be a new name: players.nick=name")
                     || refused.contains(u"This may be a new name: players.nick=name"),
                 qPrintable(refused));
        const QString made =
            place.migrate(fresh + QStringList{u"--rename"_s, u"players.nick=name"_s});
        QVERIFY2(made.startsWith(u"0 /"), qPrintable(made));
        QVERIFY(place.migrate({u"upgrade"_s}).startsWith(u"0 "));
        QCOMPARE(place.columns(), whole);
        QVERIFY(place.migrate({u"downgrade"_s, u"-1"_s}).startsWith(u"0 "));
        QCOMPARE(place.columns(), u"created_at id level nick total_exp"_s);
    }

    void asksAtATerminal()
    {
        Place place;
        place.database.run(u"INSERT INTO players (name, level, total_exp, created_at) VALUES "
                           "('Arne', 1, 0, now()); ALTER TABLE players RENAME name TO nick; ALTER "
                           "TABLE players DROP total_exp"_s);
        const QStringList fresh{u"new"_s, u"--autogenerate"_s, u"-m"_s, u"x"_s};
        // A value that does not fit is asked for again.
        const QString made = place.migrateTyping(fresh, u"perhaps\\ny\\nmany\\n7\\n"_s);
        QVERIFY2(made.contains(u"public.players.nick goes and public.players.name comes. Is it a "
                               "new name? [y/n]"_s),
                 qPrintable(made));
        QVERIFY2(made.contains(u"many is no value of integer"_s), qPrintable(made));
        QVERIFY2(made.startsWith(u"0 "_s), qPrintable(made));
        QVERIFY(place.migrate({u"upgrade"_s}).startsWith(u"0 "_s));
        QCOMPARE(place.database.rows(u"SELECT name, total_exp FROM players"_s), u"Arne|7"_s);
        QCOMPARE(place.migrate({u"check"_s}), u"0 "_s);
    }

    void anEndedInputWritesNothing()
    {
        Place place;
        place.database.run(u"ALTER TABLE players RENAME name TO nick"_s);
        const QString ended =
            place.migrateTyping({u"new"_s, u"--autogenerate"_s, u"-m"_s, u"x"_s}, u"\\004"_s);
        QVERIFY2(!ended.startsWith(u"0 "_s), qPrintable(ended));
        QVERIFY2(ended.contains(u"There was no answer."_s), qPrintable(ended));
        QCOMPARE(QDir(place.folder.path()).entryList(QDir::Files).size(), 0);
    }

    void valuesAreNeverInvented()
    {
        Place place;
        const QStringList fresh{u"new"_s, u"--autogenerate"_s, u"-m"_s, u"x"_s, u"--quiet"_s};
        place.database.run(u"INSERT INTO players (name, level, total_exp, created_at) VALUES "
                           "('Arne', 1, 0, now()); ALTER TABLE players DROP name"_s);
        const QString refused = place.migrate(fresh);
        QVERIFY2(refused.startsWith(u"1 "_s), qPrintable(refused));
        QVERIFY2(refused.contains(u"--fill public.players.name=VALUE"_s), qPrintable(refused));
        QVERIFY(place.migrate(fresh + QStringList{u"--fill"_s, u"players.nothing=1"_s})
                    .startsWith(u"2 "_s));
        const QString shown =
            place.migrate(fresh + QStringList{u"--fill"_s, u"players.name=x"_s, u"--dry-run"_s});
        static const QRegularExpression header(u"-- revision: [0-9a-f]{12}\\n"_s);
        QVERIFY2(shown.contains(header), qPrintable(shown));
        const QString made =
            place.migrate(fresh + QStringList{u"--fill"_s, u"players.name=(upper('arne'))"_s});
        QVERIFY2(made.startsWith(u"0 /"_s), qPrintable(made));
        QVERIFY(place.migrate({u"upgrade"_s}).startsWith(u"0 "_s));
        QCOMPARE(place.database.rows(u"SELECT name FROM players"_s), u"ARNE"_s);
    }

    /// The numbers of a serial column go on.
    void aRenamedTableKeepsItsSequence()
    {
        Place place;
        place.database.run(u"INSERT INTO players (name, level, total_exp, created_at) VALUES "
                           "('Arne', 1, 0, now()); ALTER TABLE players RENAME TO people; ALTER "
                           "SEQUENCE players_id_seq RENAME TO people_id_seq"_s);
        const QStringList fresh{u"new"_s, u"--autogenerate"_s, u"-m"_s, u"x"_s, u"--quiet"_s};
        QVERIFY(place.migrate(fresh).contains(u"people=players"_s));
        const QString made = place.migrate(fresh + QStringList{u"--rename"_s, u"people=players"_s});
        QVERIFY2(made.startsWith(u"0 /"_s), qPrintable(made));
        QVERIFY(place.migrate({u"upgrade"_s}).startsWith(u"0 "_s));
        QCOMPARE(place.migrate({u"check"_s}), u"0 "_s);
        QCOMPARE(place.database.rows(u"INSERT INTO players (name, level, total_exp, created_at) "
                                     "VALUES ('Bo', 1, 0, now()) RETURNING id"_s),
                 u"2"_s);
        QVERIFY(place.migrate({u"downgrade"_s, u"-1"_s}).startsWith(u"0 "_s));
        QCOMPARE(place.database.rows(u"SELECT to_regclass('people_id_seq') IS NULL"_s), u"f"_s);
    }
};

QTEST_GUILESS_MAIN(AutogenerateTest)
#include "tst_autogenerate.moc"
