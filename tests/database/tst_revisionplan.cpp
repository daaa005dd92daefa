// SPDX-License-Identifier: GPL-3.0-or-later
// What autogenerate found, looked through: items unticked, new names, values for rows that exist.
#include "models/comparison/changescript.h"
#include "models/migration/revisionplan.h"
#include "models/views/revisionplanmodel.h"
#include "tests/support/testserver.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

SchemaSnapshot snapshotOf(const test::TestDatabase &database)
{
    return SchemaSnapshot::read(*database.open()).value();
}

ChangeSelection selectionOf(const test::TestDatabase &from, const test::TestDatabase &to)
{
    return {snapshotOf(from), snapshotOf(to)};
}

/// `+ line` what is wanted, `- line` what is not.
QString textOf(const ChangeSelection &selection)
{
    QStringList lines;
    for (const ChangeSelection::Item &item : selection.items()) {
        if (!item.isCompany)
            lines << (item.isWanted ? u"+ "_s : u"- "_s) + item.text;
    }
    lines.sort();
    return lines.join(u'\n');
}

int itemNamed(const ChangeSelection &selection, const QString &text)
{
    for (int i = 0; i < selection.items().size(); ++i) {
        if (selection.items().at(i).text.startsWith(text))
            return i;
    }
    return -1;
}

const auto playersBefore = u"CREATE TABLE players (id serial PRIMARY KEY, nick text, level int)"_s;

}  // namespace

class RevisionPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNeededComesAlong()
    {
        const test::TestDatabase from;
        const test::TestDatabase to;
        from.run(playersBefore);
        to.run(playersBefore
               + u"; CREATE TYPE rank AS ENUM ('a', 'b'); ALTER TABLE players ADD rank rank;"
                 "CREATE INDEX ix_rank ON players (rank); CREATE TABLE guilds (id serial PRIMARY "
                 "KEY); ALTER TABLE players ADD guild_id int REFERENCES guilds (id)"_s);
        ChangeSelection selection = selectionOf(from, to);
        const int column = itemNamed(selection, u"added column public.players.rank"_s);
        const QList<int> moved =
            selection.setWanted(itemNamed(selection, u"added enum type public.rank"_s), false);
        // The column is of the type, the index of the column.
        QCOMPARE(moved.size(), 2);
        QVERIFY(moved.contains(column));
        QVERIFY(!selection.isWhole());
        selection.setWanted(itemNamed(selection, u"added table public.guilds"_s), false);
        QCOMPARE(textOf(selection), u"+ added column public.players.guild_id\n"
                                    "- added column public.players.rank\n"
                                    "- added enum type public.rank\n"
                                    "- added foreign key public.players.players_guild_id_fkey\n"
                                    "- added index public.ix_rank\n"
                                    "- added table public.guilds"_s);
        selection.setWanted(itemNamed(selection, u"added index"_s), true);
        QVERIFY(selection.items().at(column).isWanted);
        QVERIFY(
            !selection.items().at(itemNamed(selection, u"added table public.guilds"_s)).isWanted);
    }

    /// Whatever is left out: what is written runs, makes what was wanted, and is undone.
    void everyPartRunsBothWays()
    {
        const test::TestDatabase to;
        const QString before =
            u"CREATE TABLE realms (id int PRIMARY KEY); CREATE TABLE players (id int, nick text "
            "DEFAULT 'x', level int, old int, CONSTRAINT a CHECK (old > 0));"
            "CREATE INDEX ix_old ON players (old); CREATE VIEW v AS SELECT old FROM players"_s;
        to.run(u"CREATE TABLE realms (id int PRIMARY KEY); CREATE TABLE players (id int PRIMARY "
               "KEY, nick int DEFAULT 5, level int NOT NULL, n serial, realm int REFERENCES realms "
               "(id), CONSTRAINT a CHECK (level > 0)); CREATE UNIQUE INDEX ix_n ON players (n);"
               "CREATE VIEW v AS SELECT level AS old FROM players"_s);
        test::TestDatabase from;
        from.run(before);
        const ChangeSelection all = selectionOf(from, to);
        QVERIFY(all.items().size() > 6);
        for (int i = 0; i < all.items().size(); ++i) {
            if (all.items().at(i).isCompany)
                continue;
            ChangeSelection selection = all;
            selection.setWanted(i, false);
            const SchemaSnapshot wanted = selection.wantedSchema();
            const test::TestDatabase tried;
            tried.run(before);
            for (const ScriptStatement &statement : changeScript(all.from(), wanted).statements)
                tried.run(statement.sql);
            const QString left = u"without "_s + all.items().at(i).text;
            const SchemaSnapshot made = snapshotOf(tried);
            const auto rest = compareSchemas(made, wanted);
            QVERIFY2(rest.isEmpty(),
                     qPrintable(
                         left + u": "_s
                         + (rest.isEmpty() ? QString() : changeText(made, wanted, rest.first()))));
            for (const ScriptStatement &statement : changeScript(wanted, all.from()).statements)
                tried.run(statement.sql);
            QVERIFY2(compareSchemas(snapshotOf(tried), all.from()).isEmpty(), qPrintable(left));
        }
    }

    void asksForNewNamesAndValues()
    {
        const test::TestDatabase from;
        const test::TestDatabase to;
        from.run(playersBefore + u"; CREATE TABLE clans (id int, name text)"_s);
        to.run(u"CREATE TABLE players (id serial PRIMARY KEY, name text, level int NOT NULL, motto "
               "text NOT NULL); CREATE TABLE guilds (id int, name text)"_s);
        RevisionPlan plan({.from = snapshotOf(from), .to = snapshotOf(to), .renames = {}});
        QStringList asked;
        for (const RenameQuestion &question : plan.renameQuestions())
            asked << question.added + u": "_s + question.words.join(u", "_s);
        asked.sort();
        QCOMPARE(asked.join(u'\n'), u"public.guilds: clans=guilds\n"
                                    "public.players.motto: players.nick=motto\n"
                                    "public.players.name: players.nick=name"_s);
        QStringList fills;
        for (const FillQuestion &question : plan.fillQuestions())
            fills << question.column + (question.isNew ? u" new"_s : u" old"_s);
        fills.sort();
        QCOMPARE(fills.join(u'\n'), u"public.players.level old\npublic.players.motto new"_s);
        QCOMPARE(plan.openFill()->column, u"public.players.motto"_s);

        QVERIFY(!plan.setFillOption(u"players.nothing=1"_s));
        QVERIFY(!plan.setFillOption(u"players"_s));
        QCOMPARE(plan.setFillOption(u"players.motto=it's"_s).value(), u"public.players.motto"_s);
        QVERIFY(plan.setFillOption(u"players.level=(1 + 1)"_s));
        QVERIFY(!plan.openFill());
        const QString sql = plan.written().upgrade;
        QVERIFY2(sql.contains(u"ADD COLUMN motto text DEFAULT 'it''s' NOT NULL;"_s),
                 qPrintable(sql));
        QVERIFY2(sql.contains(u"ALTER COLUMN motto DROP DEFAULT"_s), qPrintable(sql));
        QVERIFY2(sql.contains(u"SET level = (1 + 1) WHERE level IS NULL"_s), qPrintable(sql));
        const auto session = from.open();
        QVERIFY(plan.checkFills(*session));
        plan.setFill(u"public.players.level"_s, u"many"_s);
        const auto refused = plan.checkFills(*session);
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"public.players.level"_s),
                 qPrintable(refused.error().message));
    }

    void modelAnswersAndFollows()
    {
        const test::TestDatabase from;
        const test::TestDatabase to;
        from.run(playersBefore);
        to.run(u"CREATE TABLE players (id serial PRIMARY KEY, name text, level int, motto varchar "
               "NOT NULL); CREATE INDEX ix_motto ON players (motto)"_s);
        RevisionPlanModel model;
        const QAbstractItemModelTester tester(&model);
        const RevisionPlan plan({.from = snapshotOf(from), .to = snapshotOf(to), .renames = {}});
        model.setPlan(plan);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.openQuestions(), 2);
        const QModelIndex table = model.index(0, 0);
        QCOMPARE(table.data().toString(), u"public.players"_s);
        QModelIndex name;
        QModelIndex motto;
        for (int row = 0; row < model.rowCount(table); ++row) {
            const QModelIndex index = model.index(row, 0, table);
            if (index.data().toString().contains(u"column name"_s))
                name = index;
            if (index.data().toString().contains(u"column motto"_s))
                motto = index;
        }
        const QSignalSpy renames(&model, &RevisionPlanModel::renamesChanged);
        const QModelIndex answer = name.siblingAtColumn(RevisionPlanModel::RenameColumn);
        QCOMPARE(answer.data(RevisionPlanModel::OptionsRole).toStringList(),
                 QStringList({u"Choose…"_s, u"No, it is new"_s, u"Yes, it was nick"_s}));
        QVERIFY(model.setData(answer, 1));
        QCOMPARE(renames.size(), 0);
        QCOMPARE(model.openQuestions(), 1);
        QVERIFY(model.setData(motto.siblingAtColumn(RevisionPlanModel::FillColumn), u"on!"_s));
        QCOMPARE(model.openQuestions(), 0);

        QSignalSpy followed(&model, &RevisionPlanModel::followed);
        QVERIFY(model.setData(motto, Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(followed.takeFirst().at(1).toStringList(),
                 QStringList{u"added index public.ix_motto"_s});
        QCOMPARE(table.data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
        QVERIFY(!model.plan().written().upgrade.contains(u"motto"_s));

        // A new plan keeps what was unticked and answered.
        model.setPlan(plan);
        QCOMPARE(model.openQuestions(), 0);
        QVERIFY(!model.plan().written().upgrade.contains(u"motto"_s));
        QVERIFY(model.setData(model.index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(!model.hasWanted());
        QVERIFY(model.plan().written().isEmpty());

        name = model.index(name.row(), RevisionPlanModel::RenameColumn, model.index(0, 0));
        QVERIFY(model.setData(name, 2));
        QCOMPARE(renames.size(), 1);
        QCOMPARE(model.renames(), QStringList{u"players.nick=name"_s});
    }
};

QTEST_GUILESS_MAIN(RevisionPlanTest)
#include "tst_revisionplan.moc"
