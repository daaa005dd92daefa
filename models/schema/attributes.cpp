// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/attributes.h"

#include "models/schema/objectname.h"

using namespace Qt::StringLiterals;

namespace roster {

void PrimaryKey::apply(TableSchema &table, ColumnSchema &column)
{
    table.primaryKey.append(column.name);
    table.primaryKeyName = objectName(table.name.name, {}, u"pkey"_s);
}

void AutoIncrement::apply(TableSchema &table, ColumnSchema &column)
{
    column.autoIncrement = true;
    // As pg_get_expr() shows a SERIAL whose schema is in the search path.
    column.serverDefault =
        u"nextval(%1::regclass)"_s.arg(literal(objectName(table.name.name, column.name, u"seq"_s)));
}

void Unique::apply(TableSchema &table, ColumnSchema &column)
{
    table.uniques.append({objectName(table.name.name, column.name, u"key"_s), {column.name}});
}

void Indexed::apply(TableSchema &table, ColumnSchema &column)
{
    IndexSchema index;
    index.name = indexName(table.name.name, column.name);
    index.method = u"btree"_s;
    index.columns = {IndexColumn{.column = column.name}};
    table.indexes.append(index);
}

QString actionText(OnDelete action)
{
    switch (action) {
    case OnDelete::NoAction:
        return {};
    case OnDelete::Restrict:
        return u"RESTRICT"_s;
    case OnDelete::Cascade:
        return u"CASCADE"_s;
    case OnDelete::SetNull:
        return u"SET NULL"_s;
    case OnDelete::SetDefault:
        return u"SET DEFAULT"_s;
    }
    Q_UNREACHABLE();
}

QString actionText(OnUpdate action)
{
    return actionText(OnDelete(action));
}

void addForeignKey(TableSchema &table, const QStringList &columns, const QString &otherTable,
                   const QStringList &otherColumns, OnDelete onDelete, OnUpdate onUpdate)
{
    ForeignKeySchema key;
    key.name = objectName(table.name.name, columns.join(u'_'), u"fkey"_s);
    key.columns = columns;
    key.otherSchema = table.name.schema;
    key.otherTable = otherTable;
    key.otherColumns = otherColumns;
    key.onDelete = actionText(onDelete);
    key.onUpdate = actionText(onUpdate);
    table.foreignKeys.append(key);
}

}  // namespace roster
