// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/declaredtables.h"
#include "models/tables/player.h"
#include "tests/support/guild.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

// What must not compile, each as a question that answers false.
template <class T>
concept HasNothing = requires(const T &t) { t.nothing; };
template <class C, class V>
concept Comparable = requires(const C &column, const V &value) { column >= value; };
template <class C>
concept AsksForNull = requires(const C &column) { column.isNull(); };
template <class C>
concept HasLike = requires(const C &column) { column.like(QString()); };

static_assert(!HasNothing<PlayerFields<Column>>);
static_assert(Comparable<decltype(players.level), int>);
static_assert(!Comparable<decltype(players.level), QString>);
static_assert(!Comparable<decltype(players.level), double>);
static_assert(!Comparable<decltype(players.level), bool>);
static_assert(Comparable<decltype(players.name), QString>);
static_assert(Comparable<decltype(players.name), QLatin1StringView>);
static_assert(!Comparable<decltype(players.name), int>);
static_assert(Comparable<decltype(players.createdAt), Timestamp>);
static_assert(!Comparable<decltype(players.createdAt), TimestampTz>);
static_assert(!AsksForNull<decltype(players.name)>);
static_assert(AsksForNull<decltype(test::guilds.motto)>);
static_assert(!HasLike<decltype(players.level)>);
static_assert(FittingAttributes<QString, MaxLength<5>, Unique>);
static_assert(!FittingAttributes<int, MaxLength<5>>);
static_assert(!FittingAttributes<QString, AutoIncrement>);
static_assert(!FittingAttributes<double, Precision<5, 2>>);
static_assert(!FittingAttributes<std::optional<int>, PrimaryKey>);
static_assert(!SqlTyped<char> && !SqlTyped<QObject *>);
static_assert(!std::constructible_from<Name, const char (&)[1]>);
static_assert(!std::constructible_from<Name, const char (&)[65]>);
static_assert(std::same_as<decltype(Player::level), int>);
static_assert(std::same_as<decltype(test::Guild::motto), std::optional<QString>>);
static_assert(std::same_as<RowOf<PlayerFields<Column>>, Player>);

QString defaultText(const ColumnSchema &column)
{
    switch (column.clientDefault.kind) {
    case ClientDefault::Kind::None:
        return u"-"_s;
    case ClientDefault::Kind::UtcNow:
        return u"utcNow"_s;
    case ClientDefault::Kind::Value:
        return column.clientDefault.value;
    }
    return {};
}

/// One line a column, so that a failure reads like a diff.
QString listing(const TableSchema &table)
{
    QStringList lines;
    for (const ColumnSchema &column : table.columns) {
        lines << QStringList{column.name, column.type, column.nullable ? u"NULL"_s : u"NOT NULL"_s,
                             column.serverDefault, defaultText(column)}
                     .join(u'|');
    }
    return lines.join(u'\n');
}

}  // namespace

class DeclarationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsArePlain()
    {
        const Player player{.name = u"Arne"_s, .level = 67};
        QCOMPARE(player.level, 67);
        QCOMPARE(player.totalExp, 0);
        QCOMPARE(Player().level, 1);
        QVERIFY(player.createdAt.microseconds() > 0);
    }

    void describesPlayers()
    {
        const TableSchema table = describe(players);
        QCOMPARE(table.name, (TableName{u"public"_s, u"players"_s}));
        QCOMPARE(listing(table), u"id|integer|NOT NULL|nextval('players_id_seq'::regclass)|-\n"
                                 "name|character varying(100)|NOT NULL||-\n"
                                 "level|integer|NOT NULL||1\n"
                                 "total_exp|integer|NOT NULL||0\n"
                                 "created_at|timestamp without time zone|NOT NULL||utcNow"_s);
        QCOMPARE(table.primaryKey, QStringList{u"id"_s});
        QCOMPARE(table.primaryKeyName, u"players_pkey"_s);
        QCOMPARE(table.columns.at(1).maxLength, 100);
        QVERIFY(table.columns.at(0).autoIncrement);
        QCOMPARE(table.defaultOrder.size(), 2);
        QCOMPARE(table.defaultOrder.at(0), players.level.desc());
        QCOMPARE(table.indexes.size(), 1);
        QCOMPARE(table.indexes.at(0).name, u"ix_players_level_name"_s);
    }

    void describesEverything()
    {
        const TableSchema table = describe(test::guilds);
        QCOMPARE(listing(table), u"id|bigint|NOT NULL|nextval('guilds_id_seq'::regclass)|-\n"
                                 "name|character varying(40)|NOT NULL||-\n"
                                 "motto|text|NULL||-\n"
                                 "realm|character varying(20)|NOT NULL||north\n"
                                 "rank|guild_rank|NOT NULL||veteran\n"
                                 "size|smallint|NOT NULL|0|0\n"
                                 "score|double precision|NOT NULL||0.5\n"
                                 "weight|real|NULL||-\n"
                                 "open|boolean|NOT NULL|true|t\n"
                                 "gold|numeric(12,2)|NOT NULL||-\n"
                                 "leader_id|integer|NULL||-\n"
                                 "parent_id|bigint|NULL||-\n"
                                 "token|uuid|NULL||-\n"
                                 "badge|bytea|NULL||-\n"
                                 "settings|jsonb|NOT NULL||-\n"
                                 "tags|text[]|NOT NULL||-\n"
                                 "founded|date|NULL||-\n"
                                 "raid_at|time without time zone|NULL||-\n"
                                 "created_at|timestamp without time zone|NOT NULL||utcNow\n"
                                 "seen_at|timestamp with time zone|NOT NULL|now()|utcNow"_s);
        QCOMPARE(table.comment, u"Guilds of a realm"_s);
        QCOMPARE(table.column(u"rank"_s)->enumLabels,
                 (QStringList{u"recruit"_s, u"veteran"_s, u"leader's"_s}));
        QCOMPARE(table.column(u"tags"_s)->elementType, u"text"_s);
        QCOMPARE(table.uniques.size(), 2);
        QCOMPARE(table.uniques.at(0).name, u"guilds_name_key"_s);
        QCOMPARE(table.uniques.at(1).name, u"guilds_realm_name_key"_s);
        QCOMPARE(table.foreignKeys.at(0).onDelete, u"SET NULL"_s);
        QCOMPARE(table.checks.at(1).expression, u"\"score\" >= '0'"_s);
        QCOMPARE(table.indexes.size(), 4);
    }

    void declaredTablesRegisterThemselves()
    {
        const QList<TableSchema> tables = declaredTables();
        QVERIFY(std::any_of(tables.begin(), tables.end(),
                            [](const TableSchema &table) { return table == describe(players); }));
    }

    void mergesWhatOnlyTheDeclarationKnows()
    {
        TableSchema live = describe(players);
        live.defaultOrder.clear();
        for (ColumnSchema &column : live.columns)
            column.clientDefault = {};
        live.columns.append(ColumnSchema{.name = u"extra"_s});
        const TableSchema merged = mergeDeclared(live);
        QCOMPARE(merged.column(u"level"_s)->clientDefault.value, u"1"_s);
        QCOMPARE(merged.column(u"extra"_s)->clientDefault, ClientDefault());
        QCOMPARE(merged.defaultOrder, describe(players).defaultOrder);
    }

    void mergesNothingIntoAnUnknownOrChangedTable()
    {
        TableSchema live = describe(players);
        live.defaultOrder.clear();
        live.columns.removeAt(live.indexOf(u"level"_s));
        QVERIFY(mergeDeclared(live).defaultOrder.isEmpty());
        live.name.schema = u"other"_s;
        QCOMPARE(mergeDeclared(live), live);
    }
};

QTEST_GUILESS_MAIN(DeclarationTest)
#include "tst_declaration.moc"
