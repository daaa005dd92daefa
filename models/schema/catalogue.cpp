// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/catalogue.h"

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

/// The relations that the filter on pg_class c and pg_namespace n lets through, complete.
Result<QList<TableSchema>> readAll(Session &session, const QString &filter,
                                   const QList<SqlValue> &values)
{
    const QString sql = QString::fromUtf8(relationsSql).arg(QString::fromUtf8(rightsSql), filter);
    const auto rows = session.query(sql, values);
    if (!rows)
        return fail(rows.error());
    QList<TableSchema> tables;
    for (int row = 0; row < rows->rows(); ++row)
        tables.append(relationOf(*rows, row));
    if (tables.isEmpty())
        return tables;

    CatalogueScope scope{.filter = filter, .values = values, .tables = {}};
    if (!values.isEmpty()) {
        // One table: from here on by its oid, so that a rename meanwhile does not mix two.
        scope.filter = u"c.oid = $1::pg_catalog.oid"_s;
        scope.values = {rows->bytes(0, Oid).toByteArray()};
    }
    for (int row = 0; row < rows->rows(); ++row)
        scope.tables.insert(rows->integer(row, Oid), &tables[row]);
    ROSTER_TRY(readColumns(session, scope));
    ROSTER_TRY(readConstraints(session, scope));
    ROSTER_TRY(readIndexes(session, scope));
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
    auto tables = readAll(session, u"n.nspname = $1 AND c.relname = $2"_s,
                          {name.schema.toUtf8(), name.name.toUtf8()});
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
