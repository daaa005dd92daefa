// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/catalogue.h"

#include "models/database/pipeline.h"
#include "models/schema/cataloguescope.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

// A partitioned table has no rows of its own; its leaves' estimates count. In a foreign partition
// there is no xmin, so the whole table has none.
constexpr auto relationsSql = R"(
SELECT c.oid, n.nspname, c.relname, c.relkind,
       CASE c.relkind
           WHEN 'v' THEN -1
           WHEN 'p' THEN coalesce((
               SELECT sum(l.reltuples) FILTER (WHERE l.reltuples >= 0)
               FROM pg_catalog.pg_partition_tree(c.oid) t
               JOIN pg_catalog.pg_class l ON l.oid = t.relid WHERE t.isleaf), -1)
           ELSE c.reltuples END::bigint,
       pg_catalog.obj_description(c.oid, 'pg_class'),
       %1
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_am m ON m.oid = c.relam
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND %2
ORDER BY n.nspname, c.relname)";

// A foreign table is not asked whether it can be written: that calls its wrapper's code, and one
// that is broken would fail the whole list.
constexpr auto rightsSql = R"(
       coalesce(pg_catalog.has_table_privilege(c.oid, 'SELECT'), false),
       coalesce(pg_catalog.has_any_column_privilege(c.oid, 'INSERT'), false),
       coalesce(pg_catalog.has_any_column_privilege(c.oid, 'UPDATE'), false),
       coalesce(pg_catalog.has_table_privilege(c.oid, 'DELETE'), false),
       CASE c.relkind WHEN 'v' THEN pg_catalog.pg_relation_is_updatable(c.oid, true)
                      WHEN 'm' THEN 0 ELSE 28 END,
       CASE c.relkind
           WHEN 'p' THEN NOT EXISTS (
               SELECT FROM pg_catalog.pg_partition_tree(c.oid) t
               JOIN pg_catalog.pg_class l ON l.oid = t.relid WHERE l.relkind = 'f')
           ELSE c.relkind IN ('r', 'm') AND m.amname = 'heap' END)";

constexpr auto othersFilter = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

enum Field {
    Oid,
    Schema,
    Relation,
    Kind,
    Rows,
    Description,
    MaySelect,
    MayInsert,
    MayUpdate,
    MayDelete,
    Updatable,
    HasXmin,
};

constexpr auto internalError = "XX000"_L1;

// What pg_relation_is_updatable() answers: bits by PostgreSQL's CmdType.
constexpr qint64 updateBit = 1 << 2;
constexpr qint64 insertBit = 1 << 3;
constexpr qint64 deleteBit = 1 << 4;

RelationKind kindOf(QByteArrayView letter)
{
    if (letter == "p")
        return RelationKind::PartitionedTable;
    if (letter == "v")
        return RelationKind::View;
    if (letter == "m")
        return RelationKind::MaterializedView;
    if (letter == "f")
        return RelationKind::ForeignTable;
    return RelationKind::Table;
}

TableSchema relationOf(const ResultSet &rows, int row)
{
    TableSchema table;
    table.name = {rows.text(row, Schema), rows.text(row, Relation)};
    table.kind = kindOf(rows.bytes(row, Kind));
    table.estimatedRows = rows.integer(row, Rows);
    table.comment = rows.text(row, Description);
    const qint64 updatable = rows.integer(row, Updatable);
    table.privileges = {.select = rows.boolean(row, MaySelect),
                        .insert = rows.boolean(row, MayInsert) && (updatable & insertBit) != 0,
                        .update = rows.boolean(row, MayUpdate) && (updatable & updateBit) != 0,
                        .remove = rows.boolean(row, MayDelete) && (updatable & deleteBit) != 0};
    table.hasXmin = rows.boolean(row, HasXmin);
    return table;
}

/// What one pass asks, in this order.
enum Question { Relations, Columns, Constraints, Indexes };

/// Answers of one moment: a table that is dropped meanwhile is there whole, or not at all. Where a
/// transaction is open already, its own rules hold.
Result<QList<ResultSet>> askTogether(Session &session, QList<Statement> questions)
{
    const bool isOwn = PQtransactionStatus(session.handle()) == PQTRANS_IDLE;
    if (isOwn) {
        // The joins are written in the order to go; looking for a better one takes longer.
        questions.prepend({u"SET LOCAL join_collapse_limit = 1"_s, {}});
        questions.prepend({u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s, {}});
        questions.append({u"COMMIT"_s, {}});
    }
    auto answers = queryAll(session, questions);
    if (!answers) {
        if (isOwn)
            static_cast<void>(session.query(u"ROLLBACK"_s));
        return fail(answers.error());
    }
    return isOwn ? answers->mid(2, answers->size() - 3) : *answers;
}

/// The relations that the filter on pg_class c and pg_namespace n lets through, complete.
Result<QList<TableSchema>> readAll(Session &session, const QString &filter,
                                   const QList<SqlValue> &values)
{
    const QString sql = QString::fromUtf8(relationsSql).arg(QString::fromUtf8(rightsSql), filter);
    const auto answers = askTogether(session, {{sql, values},
                                               {columnsQuery(filter), values},
                                               {constraintsQuery(filter), values},
                                               {indexesQuery(filter), values}});
    if (!answers)
        return fail(answers.error());
    const ResultSet &rows = answers->at(Relations);
    QList<TableSchema> tables;
    for (int row = 0; row < rows.rows(); ++row)
        tables.append(relationOf(rows, row));
    CatalogueScope scope;
    for (int row = 0; row < rows.rows(); ++row)
        scope.tables.insert(rows.integer(row, Oid), &tables[row]);
    addColumns(answers->at(Columns), scope);
    addConstraints(answers->at(Constraints), scope);
    addIndexes(answers->at(Indexes), scope);
    return tables;
}

}  // namespace

QStringList stringsOf(const ResultSet &rows, int row, int column)
{
    QStringList strings;
    if (rows.isNull(row, column))
        return strings;
    const auto document = QJsonDocument::fromJson(rows.bytes(row, column).toByteArray());
    for (const auto &value : document.array())
        strings.append(value.toString());
    return strings;
}

Result<QList<RelationInfo>> listRelations(Session &session)
{
    const QString sql =
        QString::fromUtf8(relationsSql).arg(u"true"_s, QString::fromUtf8(othersFilter));
    const auto rows = session.query(sql);
    if (!rows)
        return fail(rows.error());
    QList<RelationInfo> relations;
    for (int row = 0; row < rows->rows(); ++row) {
        relations.append({.name = {rows->text(row, Schema), rows->text(row, Relation)},
                          .kind = kindOf(rows->bytes(row, Kind)),
                          .estimatedRows = rows->integer(row, Rows),
                          .comment = rows->text(row, Description)});
    }
    return relations;
}

Result<TableSchema> readTable(Session &session, const TableName &name)
{
    const auto read = [&] {
        return readAll(session, u"n.nspname = $1 AND c.relname = $2"_s,
                       {name.schema.toUtf8(), name.name.toUtf8()});
    };
    auto tables = read();
    if (!tables && tables.error().sqlState == internalError)  // dropped under PostgreSQL's feet
        tables = read();
    if (!tables)
        return fail(tables.error());
    if (tables->isEmpty()) {
        Error error;
        error.kind = Error::Kind::NotFound;
        error.message = QCoreApplication::translate("Catalogue", "There is no table %1 in the "
                                                                 "database.")
                            .arg(quoted(name.schema, name.name));
        error.hint = QCoreApplication::translate(
            "Catalogue", "It may have been dropped or renamed; refresh the list of tables.");
        error.schema = name.schema;
        error.table = name.name;
        return fail(error);
    }
    return std::move(tables->first());
}

Result<QList<TableSchema>> readTables(Session &session)
{
    return readAll(session, QString::fromUtf8(othersFilter), {});
}

}  // namespace roster
