// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_TABLESCHEMA_H
#define ROSTER_SCHEMA_TABLESCHEMA_H

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <compare>
#include <optional>

namespace roster {

/// What a type is for the grid, the editors, the seeders and the validation.
enum class TypeKind {
    Boolean,
    Integer,
    Float,
    Numeric,
    Text,
    Timestamp,
    TimestampTz,
    Date,
    Time,
    Uuid,
    Json,
    Bytes,
    Enum,
    Array,
    Other,
};

/// What the client sends when a person leaves a new row's field alone.
struct ClientDefault
{
    enum class Kind { None, Value, UtcNow };
    Kind kind = Kind::None;
    QString value;  ///< for Value: PostgreSQL's text form
    bool operator==(const ClientDefault &) const = default;
};

/// One column, declared or read from the catalogue.
struct ColumnSchema
{
    QString name;
    QString type;  ///< as format_type() writes it: `character varying(100)`
    TypeKind kind = TypeKind::Other;
    bool nullable = true;
    bool autoIncrement = false;   ///< serial or identity: the server numbers it
    QString identity;             ///< "ALWAYS", "BY DEFAULT" or empty
    QString generated;            ///< the expression of GENERATED ALWAYS AS … STORED
    QString serverDefault;        ///< as pg_get_expr() writes it; empty: none
    ClientDefault clientDefault;  ///< declared tables only
    int maxLength = -1;           ///< characters; -1: no limit
    int precision = -1;           ///< numeric(precision, scale)
    int scale = -1;
    QString elementType;  ///< of an array
    QStringList enumLabels;
    QString enumType;   ///< the type's own name
    QString collation;  ///< only where it is not the type's default
    QString comment;
    bool updatable = true;  ///< false: a generated column, or a view's expression

    bool operator==(const ColumnSchema &) const = default;
};

struct IndexColumn
{
    QString column;  ///< empty: an expression
    QString expression;
    bool descending = false;
    bool nullsFirst = false;  ///< PostgreSQL's default: first when descending, last when ascending
    QString operatorClass;    ///< only where it is not the default
    bool operator==(const IndexColumn &) const = default;
};

struct IndexSchema
{
    QString name;
    QList<IndexColumn> columns;
    QStringList included;
    bool unique = false;
    bool valid = true;
    QString method;      ///< btree, gin …
    QString predicate;   ///< of a partial index
    QString definition;  ///< as pg_get_indexdef() writes it; empty for declared ones
    bool operator==(const IndexSchema &) const = default;
};

struct UniqueSchema
{
    QString name;
    QStringList columns;
    bool operator==(const UniqueSchema &) const = default;
};

struct ForeignKeySchema
{
    QString name;
    QStringList columns;
    QString otherSchema;
    QString otherTable;
    QStringList otherColumns;
    QString onDelete;  ///< "CASCADE", "SET NULL" …; empty: NO ACTION
    QString onUpdate;
    bool deferrable = false;
    bool operator==(const ForeignKeySchema &) const = default;
};

struct CheckSchema
{
    QString name;
    QString expression;
    bool operator==(const CheckSchema &) const = default;
};

/// Which relation: PostgreSQL's names, unquoted.
struct TableName
{
    QString schema;
    QString name;
    bool operator==(const TableName &) const = default;
    std::strong_ordering operator<=>(const TableName &) const = default;
};

enum class RelationKind { Table, PartitionedTable, View, MaterializedView, ForeignTable };

/// What the connected role may do with a relation.
struct Privileges
{
    bool select = true;  ///< of every column
    bool insert = true;
    bool update = true;
    bool remove = true;
    QStringList unreadable;  ///< columns granted to others only, in the table's order
    bool operator==(const Privileges &) const = default;
};

/// A table as a value: made by `describe()` from a declaration, or by the catalogue reader from a
/// live one. Grid, wizard, seeders and diff work on this and so on tables nobody declared, too.
struct TableSchema
{
    TableName name;
    RelationKind kind = RelationKind::Table;
    QList<ColumnSchema> columns;
    QStringList primaryKey;  ///< column names in key order; empty: none
    QString primaryKeyName;
    QList<UniqueSchema> uniques;
    QList<IndexSchema> indexes;  ///< those of constraints included, live ones only
    QList<ForeignKeySchema> foreignKeys;
    QList<CheckSchema> checks;
    QList<IndexColumn> defaultOrder;  ///< declared tables: how the list is shown
    QString comment;
    Privileges privileges;      ///< live tables only
    bool hasXmin = true;        ///< live: heap tables; false for views and foreign tables
    qint64 estimatedRows = -1;  ///< live: reltuples; -1: unknown

    int indexOf(const QString &column) const;
    const ColumnSchema *column(const QString &name) const;
    /// What a role that was granted some of the columns can select: without the others, without
    /// xmin, which goes with the table only, and without a key that is not whole. The table itself
    /// where all of it or nothing may be read.
    TableSchema readablePart() const;
    bool operator==(const TableSchema &) const = default;
};

}  // namespace roster

Q_DECLARE_METATYPE(roster::TableSchema)

#endif
