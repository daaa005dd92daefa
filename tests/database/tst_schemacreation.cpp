// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/catalogue.h"
#include "models/schema/schemacreation.h"
#include "models/tables/player.h"
#include "tests/support/guild.h"
#include "tests/support/testserver.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

QString listing(const QList<TableName> &names)
{
    QStringList texts;
    for (const TableName &name : names)
        texts << name.name;
    return texts.join(u' ');
}

/// A table of one key that refers to others.
TableSchema linked(const QString &name, const QStringList &others)
{
    TableSchema table;
    table.name = {u"public"_s, name};
    table.columns = {{.name = u"id"_s, .type = u"integer"_s, .nullable = false}};
    table.primaryKey = {u"id"_s};
    table.primaryKeyName = name + u"_pkey"_s;
    for (const QString &other : others) {
        table.foreignKeys.append({.name = name + u'_' + other,
                                  .columns = {u"id"_s},
                                  .otherSchema = u"public"_s,
                                  .otherTable = other,
                                  .otherColumns = {u"id"_s}});
    }
    return table;
}

}  // namespace

class SchemaCreationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsWhatIsMissingAndNothingTwice()
    {
        test::TestDatabase database;
        const auto session = database.open();
        const QList<TableSchema> tables = {describe(test::guilds), describe(players)};

        const auto preview = createDeclaredTables(*session, tables, CreationMode::Preview);
        QVERIFY(preview);
        QVERIFY(listRelations(*session)->isEmpty());

        const auto created = createDeclaredTables(*session, tables);
        QVERIFY2(created, qPrintable(created ? QString() : created.error().toText()));
        QCOMPARE(listing(created->created), u"players guilds"_s);
        QVERIFY(created->existing.isEmpty());
        QCOMPARE(created->statements, preview->statements);

        const auto again = createDeclaredTables(*session, tables);
        QVERIFY(again);
        QVERIFY(again->created.isEmpty());
        QVERIFY(again->statements.isEmpty());
        QVERIFY(again->missingIndexes.isEmpty());
        QCOMPARE(listing(again->existing), u"guilds players"_s);
    }

    void whatIsReadBackIsWhatWasDeclared()
    {
        test::TestDatabase database;
        const auto session = database.open();
        QVERIFY(createDeclaredTables(*session, {describe(players), describe(test::guilds)}));
        for (const TableSchema &declared : {describe(players), describe(test::guilds)}) {
            TableSchema live = *readTable(*session, declared.name);
            live.indexes.removeIf([&](const IndexSchema &index) {
                return index.name == live.primaryKeyName || index.name.endsWith(u"_key");
            });
            QCOMPARE(live.columns.size(), declared.columns.size());
            for (qsizetype i = 0; i < live.columns.size(); ++i) {
                ColumnSchema column = live.columns.at(i);
                column.clientDefault = declared.columns.at(i).clientDefault;
                QVERIFY2(column == declared.columns.at(i), qPrintable(column.name));
            }
            QCOMPARE(live.primaryKey, declared.primaryKey);
            QCOMPARE(live.primaryKeyName, declared.primaryKeyName);
            QCOMPARE(live.comment, declared.comment);
            QCOMPARE(live.uniques, declared.uniques);
            QCOMPARE(live.foreignKeys, declared.foreignKeys);
            QCOMPARE(live.checks.size(), declared.checks.size());
            QCOMPARE(live.indexes.size(), declared.indexes.size());
        }
    }

    void cyclesGetTheirKeysLast()
    {
        test::TestDatabase database;
        const auto session = database.open();
        const auto created =
            createDeclaredTables(*session, {linked(u"a"_s, {u"b"_s, u"a"_s}),
                                            linked(u"b"_s, {u"c"_s}), linked(u"c"_s, {u"a"_s})});
        QVERIFY2(created, qPrintable(created ? QString() : created.error().toText()));
        QCOMPARE(listing(created->created), u"a c b"_s);
        QCOMPARE(created->statements.last(),
                 u"ALTER TABLE \"public\".\"a\" ADD CONSTRAINT \"a_b\" FOREIGN KEY (\"id\") "
                 "REFERENCES \"public\".\"b\" (\"id\")"_s);
        QCOMPARE(readTable(*session, {u"public"_s, u"a"_s})->foreignKeys.size(), 2);
    }

    void aMissingNeighbourIsSaid()
    {
        test::TestDatabase database;
        const auto session = database.open();
        const auto created = createDeclaredTables(*session, {describe(test::guilds)});
        QVERIFY(!created);
        QCOMPARE(created.error().kind, Error::Kind::NotFound);
        QCOMPARE(created.error().message, u"The table \"public\".\"guilds\" refers to "
                                          "\"public\".\"players\", which is not there and not "
                                          "declared either."_s);
    }

    void aTableOfTheBackendIsLeftAlone()
    {
        test::TestDatabase database;
        database.run(u"CREATE TABLE players (id serial PRIMARY KEY)"_s);
        const auto session = database.open();
        const auto created = createDeclaredTables(*session, {describe(players)});
        QVERIFY(created);
        QCOMPARE(listing(created->existing), u"players"_s);
        QCOMPARE(created->missingIndexes.join(u';'),
                 u"CREATE INDEX \"ix_players_level_name\" ON \"public\".\"players\" "
                 "(\"level\" DESC, \"name\", \"id\")"_s);
        QCOMPARE(readTable(*session, {u"public"_s, u"players"_s})->indexes.size(), 1);
    }

    void aFailureLeavesNothingBehind()
    {
        test::TestDatabase database;
        const auto session = database.open();
        TableSchema broken = linked(u"broken"_s, {});
        broken.columns[0].type = u"no_such_type"_s;
        QVERIFY(!createDeclaredTables(*session, {linked(u"a"_s, {}), broken}));
        QVERIFY(listRelations(*session)->isEmpty());
        QVERIFY(createDeclaredTables(*session, {linked(u"a"_s, {})}));
    }

    void twoAtOnceDoNotCollide()
    {
        test::TestDatabase database;
        int failures = 0;
        std::vector<std::unique_ptr<Session>> sessions;
        for (int i = 0; i < 4; ++i)
            sessions.push_back(database.open());
        std::vector<int> made(sessions.size(), -1);
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < sessions.size(); ++i) {
            threads.emplace_back([&, i] {
                const auto created = createDeclaredTables(*sessions[i], {describe(players)});
                made[i] = created ? int(created->created.size()) : -1;
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        failures = int(std::count(made.begin(), made.end(), -1));
        QCOMPARE(failures, 0);
        QCOMPARE(std::count(made.begin(), made.end(), 1), 1);
    }
};

QTEST_GUILESS_MAIN(SchemaCreationTest)
#include "tst_schemacreation.moc"
