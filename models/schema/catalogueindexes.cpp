// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/cataloguescope.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

// Each part of an index as [column, expression, options, operator class]; the first indnkeyatts
// are its key, the rest is INCLUDEd.
constexpr auto indexesSql = R"(
SELECT c.oid, ic.relname, i.indisunique, i.indisvalid AND i.indisready, m.amname,
       pg_catalog.pg_get_expr(i.indpred, i.indrelid, true),
       pg_catalog.pg_get_indexdef(i.indexrelid),
       i.indnkeyatts,
       (SELECT pg_catalog.json_agg(pg_catalog.json_build_array(
                   a.attname,
                   CASE WHEN i.indkey[p - 1] = 0
                        THEN pg_catalog.pg_get_indexdef(i.indexrelid, p, true) END,
                   i.indoption[p - 1],
                   CASE WHEN NOT o.opcdefault THEN o.opcname END) ORDER BY p)
        FROM pg_catalog.generate_series(1, i.indnatts::int) p
        LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[p - 1]
                                           AND i.indkey[p - 1] <> 0
        LEFT JOIN pg_catalog.pg_opclass o ON o.oid = i.indclass[p - 1])
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_index i ON i.indrelid = c.oid
JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
JOIN pg_catalog.pg_am m ON m.oid = ic.relam
WHERE %1
ORDER BY c.oid, ic.relname)";

enum Field { Oid, IndexName, IsUnique, IsValid, Method, Predicate, Definition, KeyParts, Parts };

constexpr int descendingBit = 1;  // INDOPTION_DESC
constexpr int nullsFirstBit = 2;  // INDOPTION_NULLS_FIRST

IndexSchema indexOf(const ResultSet &rows, int row)
{
    IndexSchema index;
    index.name = rows.text(row, IndexName);
    index.unique = rows.boolean(row, IsUnique);
    index.valid = rows.boolean(row, IsValid);
    index.method = rows.text(row, Method);
    index.predicate = rows.text(row, Predicate);
    index.definition = rows.text(row, Definition);
    const QJsonArray parts = QJsonDocument::fromJson(rows.bytes(row, Parts).toByteArray()).array();
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QJsonArray part = parts.at(i).toArray();
        if (i >= rows.integer(row, KeyParts)) {
            index.included.append(part.at(0).toString());
            continue;
        }
        const int options = part.at(2).toInt();
        index.columns.append({.column = part.at(0).toString(),
                              .expression = part.at(1).toString(),
                              .descending = (options & descendingBit) != 0,
                              .nullsFirst = (options & nullsFirstBit) != 0,
                              .operatorClass = part.at(3).toString()});
    }
    return index;
}

}  // namespace

QString indexesQuery(const QString &filter)
{
    return QString::fromUtf8(indexesSql).arg(filter);
}

void addIndexes(const ResultSet &rows, const CatalogueScope &scope)
{
    for (int row = 0; row < rows.rows(); ++row) {
        if (TableSchema *table = scope.table(rows, row))
            table->indexes.append(indexOf(rows, row));
    }
}

}  // namespace roster
