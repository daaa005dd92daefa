// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/cataloguescope.h"

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr auto constraintsSql = R"(
SELECT c.oid, k.conname, k.contype,
       (SELECT pg_catalog.json_agg(a.attname ORDER BY o.place)
        FROM pg_catalog.unnest(k.conkey) WITH ORDINALITY o (attnum, place)
        JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = o.attnum),
       fn.nspname, f.relname,
       (SELECT pg_catalog.json_agg(a.attname ORDER BY o.place)
        FROM pg_catalog.unnest(k.confkey) WITH ORDINALITY o (attnum, place)
        JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = o.attnum),
       k.confdeltype, k.confupdtype, k.condeferrable,
       pg_catalog.pg_get_expr(k.conbin, k.conrelid, true)
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_constraint k ON k.conrelid = c.oid AND k.contype IN ('p', 'u', 'f', 'c')
LEFT JOIN pg_catalog.pg_class f ON f.oid = k.confrelid
LEFT JOIN pg_catalog.pg_namespace fn ON fn.oid = f.relnamespace
WHERE %1
ORDER BY c.oid, k.conname)";

enum Field {
    Oid,
    ConstraintName,
    Kind,
    Columns,
    OtherSchema,
    OtherTable,
    OtherColumns,
    DeleteAction,
    UpdateAction,
    Deferrable,
    Expression,
};

/// pg_constraint's letter as SQL; empty for NO ACTION.
QString actionOf(QByteArrayView letter)
{
    if (letter == "r")
        return u"RESTRICT"_s;
    if (letter == "c")
        return u"CASCADE"_s;
    if (letter == "n")
        return u"SET NULL"_s;
    if (letter == "d")
        return u"SET DEFAULT"_s;
    return {};
}

ForeignKeySchema foreignKeyOf(const ResultSet &rows, int row)
{
    ForeignKeySchema key;
    key.name = rows.text(row, ConstraintName);
    key.columns = stringsOf(rows, row, Columns);
    key.otherSchema = rows.text(row, OtherSchema);
    key.otherTable = rows.text(row, OtherTable);
    key.otherColumns = stringsOf(rows, row, OtherColumns);
    key.onDelete = actionOf(rows.bytes(row, DeleteAction));
    key.onUpdate = actionOf(rows.bytes(row, UpdateAction));
    key.deferrable = rows.boolean(row, Deferrable);
    return key;
}

void addConstraint(TableSchema &table, const ResultSet &rows, int row)
{
    const QByteArrayView kind = rows.bytes(row, Kind);
    if (kind == "p") {
        table.primaryKey = stringsOf(rows, row, Columns);
        table.primaryKeyName = rows.text(row, ConstraintName);
    } else if (kind == "u") {
        table.uniques.append({rows.text(row, ConstraintName), stringsOf(rows, row, Columns)});
    } else if (kind == "f") {
        table.foreignKeys.append(foreignKeyOf(rows, row));
    } else {
        table.checks.append({rows.text(row, ConstraintName), rows.text(row, Expression)});
    }
}

}  // namespace

QString constraintsQuery(const QString &filter)
{
    return QString::fromUtf8(constraintsSql).arg(filter);
}

void addConstraints(const ResultSet &rows, const CatalogueScope &scope)
{
    for (int row = 0; row < rows.rows(); ++row) {
        if (TableSchema *table = scope.table(rows, row))
            addConstraint(*table, rows, row);
    }
}

}  // namespace roster
