// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/changestatements.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

ColumnSchema columnOf(const QString &name, const QString &type, TypeKind kind)
{
    ColumnSchema column;
    column.name = name;
    column.type = type;
    column.kind = kind;
    return column;
}

TableSchema players()
{
    TableSchema schema;
    schema.name = {u"public"_s, u"players"_s};
    schema.columns = {columnOf(u"id"_s, u"integer"_s, TypeKind::Integer),
                      columnOf(u"name"_s, u"character varying(100)"_s, TypeKind::Text),
                      columnOf(u"level"_s, u"integer"_s, TypeKind::Integer),
                      columnOf(u"tags"_s, u"text[]"_s, TypeKind::Array)};
    schema.primaryKey = {u"id"_s};
    return schema;
}

TableChanges someChanges()
{
    TableChanges changes;
    changes.rows = {
        {RowChange::Kind::Update, {"17"}, u"801"_s, {{1, "Arne"}}, {{1, "O'Neil\\"}}},
        {RowChange::Kind::Delete, {"18"}, u"802"_s, {}, {}},
        {RowChange::Kind::Update, {"19"}, u"803"_s, {{1, "x"}, {2, "4"}}, {{1, {}}, {2, "-5"}}},
    };
    changes.inserts = {{1, {{1, "Auby"}, {2, "69"}}}, {2, {}}};
    return changes;
}

}  // namespace

class PreviewSqlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneStatementPerRow()
    {
        QCOMPARE(previewSql(players(), someChanges()), uR"(BEGIN;
DELETE FROM "public"."players" WHERE "id" = 18 AND xmin = '802';
UPDATE "public"."players" SET "name" = E'O''Neil\\' WHERE "id" = 17 AND xmin = '801';
UPDATE "public"."players" SET "name" = NULL, "level" = -5 WHERE "id" = 19 AND xmin = '803';
INSERT INTO "public"."players" DEFAULT VALUES;
INSERT INTO "public"."players" ("name", "level") VALUES ('Auby', 69);
COMMIT;)"_s);
        QCOMPARE(previewSql(players(), {}), QString());
    }

    void oldValuesGuardWhereThereIsNoXmin()
    {
        TableSchema schema = players();
        schema.hasXmin = false;
        TableChanges changes;
        changes.rows = {
            {RowChange::Kind::Update, {"1"}, {}, {{1, "a"}, {2, {}}}, {{1, "b"}, {2, "3"}}}};
        QCOMPARE(previewSql(schema, changes), uR"(BEGIN;
UPDATE "public"."players" SET "name" = 'b', "level" = 3 WHERE "id" = 1 AND "name"::text = 'a' AND "level" IS NULL;
COMMIT;)"_s);
    }

    void longValuesAreCutSoThatTheyCannotRun()
    {
        TableChanges changes;
        changes.inserts = {{1, {{1, QByteArray(1'000'000, 'a')}}}};
        const QString sql = previewSql(players(), changes);
        QVERIFY(sql.size() < 20'000);
        QVERIFY(sql.contains(u"a'… (1"_s));
    }

    void whatIsSent()
    {
        const TableChanges changes = someChanges();
        QStringList statements;
        for (const ChangeGroup &group : grouped(players(), changes))
            statements << statementOf(players(), changes, group).sql;
        QCOMPARE(statements.join(u'\n'), uR"(
DELETE FROM "public"."players" AS t USING unnest($1::integer[], $2::text[]) WITH ORDINALITY AS v(k0, x, n) WHERE t."id" = v.k0 AND t.xmin::text = v.x RETURNING v.n, t."id"::text, t."name"::text, t."level"::text, left(t."tags"::text, 1048577)
UPDATE "public"."players" AS t SET "name" = v.c1 FROM unnest($1::character varying[], $2::integer[], $3::text[]) WITH ORDINALITY AS v(c1, k0, x, n) WHERE t."id" = v.k0 AND t.xmin::text = v.x RETURNING v.n, t."name"::text
UPDATE "public"."players" AS t SET "name" = v.c1, "level" = v.c2 FROM unnest($1::character varying[], $2::integer[], $3::integer[], $4::text[]) WITH ORDINALITY AS v(c1, c2, k0, x, n) WHERE t."id" = v.k0 AND t.xmin::text = v.x RETURNING v.n, t."name"::text, t."level"::text
INSERT INTO "public"."players" SELECT FROM generate_series(1, 1) RETURNING "id", "id"::text, "name"::text, "level"::text, left("tags"::text, 1048577)
INSERT INTO "public"."players" ("name", "level") SELECT v.c1, v.c2 FROM unnest($1::character varying[], $2::integer[]) WITH ORDINALITY AS v(c1, c2, n) ORDER BY v.n RETURNING "id", "id"::text, "name"::text, "level"::text, left("tags"::text, 1048577))"_s
                                             .mid(1));
    }

    void arraysAreQuoted()
    {
        QCOMPARE(arrayLiteral({"a", {}, "", "NULL", "x\"y\\z", "{,}", "1\n2"}),
                 "{\"a\",NULL,\"\",\"NULL\",\"x\\\"y\\\\z\",\"{,}\",\"1\n2\"}"_ba);
        QCOMPARE(arrayLiteral({}), "{}"_ba);
    }

    void lengthsAreLeftToTheAssignment()
    {
        const auto cast = [](const QString &type) {
            return castType(columnOf(u"c"_s, type, TypeKind::Other));
        };
        QCOMPARE(cast(u"character varying(100)"_s), u"character varying"_s);
        QCOMPARE(cast(u"character(3)"_s), u"bpchar"_s);
        QCOMPARE(cast(u"bit(3)"_s), u"bit varying"_s);
        QCOMPARE(cast(u"character varying(5)[]"_s), u"character varying[]"_s);
        QCOMPARE(cast(u"numeric(5,2)"_s), u"numeric(5,2)"_s);
        QCOMPARE(cast(u"timestamp(3) without time zone"_s), u"timestamp(3) without time zone"_s);
    }

    void manyRowsAreCutIntoStatements()
    {
        TableChanges changes;
        for (int i = 0; i < 12'000; ++i)
            changes.inserts << NewRow{i, {{1, "a"}}};
        QCOMPARE(grouped(players(), changes).size(), 3);
        changes.inserts = {{1, {{1, QByteArray(20 << 20, 'a')}}},
                           {2, {{1, QByteArray(20 << 20, 'b')}}}};
        QCOMPARE(grouped(players(), changes).size(), 2);
    }
};

QTEST_GUILESS_MAIN(PreviewSqlTest)
#include "tst_previewsql.moc"
