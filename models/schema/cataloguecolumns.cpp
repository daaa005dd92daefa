// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/cataloguescope.h"
#include "models/schema/jsonvalue.h"

using namespace Qt::StringLiterals;

namespace roster {

namespace {

// A domain counts as what it is made of, through any number of domains; the innermost has the
// type modifier, any of them may forbid NULL.
constexpr auto columnsSql = R"(
WITH RECURSIVE steps (domain, base, typmod, strict) AS (
    SELECT oid, typbasetype, typtypmod, typnotnull FROM pg_catalog.pg_type WHERE typtype = 'd'
  UNION ALL
    SELECT s.domain, t.typbasetype, t.typtypmod, s.strict OR t.typnotnull
    FROM steps s JOIN pg_catalog.pg_type t ON t.oid = s.base WHERE t.typtype = 'd'
), domains AS (
    SELECT s.* FROM steps s JOIN pg_catalog.pg_type t ON t.oid = s.base WHERE t.typtype <> 'd'
)
SELECT c.oid, a.attname,
       pg_catalog.format_type(a.atttypid, a.atttypmod),
       pg_catalog.format_type(b.oid, NULL),
       b.typtype, b.typcategory, b.typname,
       a.attnotnull OR coalesce(d.strict, false),
       a.attidentity, a.attgenerated,
       pg_catalog.pg_get_expr(x.adbin, x.adrelid),
       coalesce(d.typmod, a.atttypmod),
       CASE WHEN b.typelem <> 0 THEN pg_catalog.format_type(b.typelem, NULL) END,
       CASE WHEN b.typtype = 'e' THEN (
           SELECT pg_catalog.json_agg(e.enumlabel ORDER BY e.enumsortorder)
           FROM pg_catalog.pg_enum e WHERE e.enumtypid = b.oid) END,
       CASE WHEN a.attcollation <> t.typcollation THEN l.collname END,
       pg_catalog.col_description(c.oid, a.attnum),
       coalesce(pg_catalog.has_column_privilege(c.oid, a.attnum, 'UPDATE'), false)
           AND CASE c.relkind WHEN 'v' THEN pg_catalog.pg_column_is_updatable(c.oid, a.attnum, true)
                              ELSE c.relkind <> 'm' END,
       coalesce(pg_catalog.has_column_privilege(c.oid, a.attnum, 'SELECT'), false)
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
LEFT JOIN domains d ON d.domain = t.oid
JOIN pg_catalog.pg_type b ON b.oid = coalesce(d.base, t.oid)
LEFT JOIN pg_catalog.pg_attrdef x ON x.adrelid = c.oid AND x.adnum = a.attnum
LEFT JOIN pg_catalog.pg_collation l ON l.oid = a.attcollation
WHERE %1
ORDER BY c.oid, a.attnum)";

enum Field {
    Oid,
    Column,
    Type,
    BaseType,
    TypeClass,
    Category,
    BaseName,
    NotNull,
    Identity,
    Generated,
    Expression,
    Modifier,
    Element,
    Labels,
    Collation,
    Description,
    Updatable,
    Readable,
};

TypeKind kindOf(const ResultSet &rows, int row)
{
    if (rows.bytes(row, TypeClass) == "e")
        return TypeKind::Enum;
    if (rows.bytes(row, Category) == "A") {
        // These two are arrays to the catalogue, but their text is `1 2 3`.
        const QByteArrayView name = rows.bytes(row, BaseName);
        return name == "int2vector" || name == "oidvector" ? TypeKind::Other : TypeKind::Array;
    }
    const TypeKind kind = kindOfType(rows.text(row, BaseType));
    // Types of extensions that are text by another name (citext).
    return kind == TypeKind::Other && rows.bytes(row, Category) == "S" ? TypeKind::Text : kind;
}

/// Length, precision and scale out of the type modifier, as the type's own C code packs them.
void readModifier(ColumnSchema &column, const QString &baseType, qint64 modifier)
{
    constexpr int header = 4;
    if (modifier < header)
        return;
    const auto packed = int(modifier - header);
    if (baseType == u"character varying" || baseType == u"character" || baseType == u"bpchar") {
        column.maxLength = packed;
    } else if (baseType == u"numeric") {
        column.precision = (packed >> 16) & 0xFFFF;
        column.scale = ((packed & 0x7FF) ^ 1024) - 1024;
    }
}

void readIdentityAndDefault(ColumnSchema &column, const ResultSet &rows, int row)
{
    const QByteArrayView identity = rows.bytes(row, Identity);
    const QString expression = rows.text(row, Expression);
    if (identity == "a")
        column.identity = u"ALWAYS"_s;
    else if (identity == "d")
        column.identity = u"BY DEFAULT"_s;
    if (!rows.bytes(row, Generated).isEmpty())
        column.generated = expression;
    else
        column.serverDefault = expression;
    column.autoIncrement =
        !column.identity.isEmpty() || column.serverDefault.startsWith(u"nextval(");
    column.updatable =
        rows.boolean(row, Updatable) && column.generated.isEmpty() && column.identity != u"ALWAYS";
}

ColumnSchema columnOf(const ResultSet &rows, int row)
{
    ColumnSchema column;
    column.name = rows.text(row, Column);
    column.type = rows.text(row, Type);
    column.kind = kindOf(rows, row);
    column.nullable = !rows.boolean(row, NotNull);
    readModifier(column, rows.text(row, BaseType), rows.integer(row, Modifier));
    readIdentityAndDefault(column, rows, row);
    if (column.kind == TypeKind::Array)
        column.elementType = rows.text(row, Element);
    if (column.kind == TypeKind::Enum) {
        column.enumLabels = stringsOf(rows, row, Labels);
        column.enumType = rows.text(row, BaseName);
    }
    column.collation = rows.text(row, Collation);
    column.comment = rows.text(row, Description);
    return column;
}

}  // namespace

QString columnsQuery(const QString &filter)
{
    return QString::fromUtf8(columnsSql).arg(filter);
}

void addColumns(const ResultSet &rows, const CatalogueScope &scope)
{
    for (int row = 0; row < rows.rows(); ++row) {
        TableSchema *table = scope.table(rows, row);
        if (!table)
            continue;
        table->columns.append(columnOf(rows, row));
        if (!rows.boolean(row, Readable))
            table->privileges.unreadable.append(table->columns.constLast().name);
    }
}

}  // namespace roster
