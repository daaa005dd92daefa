// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMPARISON_SCHEMAOBJECT_H
#define ROSTER_COMPARISON_SCHEMAOBJECT_H

#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace roster {

/// What a schema holds. The order is the one in which unrelated objects are created.
enum class ObjectKind {
    Schema,
    Extension,
    ForeignDataWrapper,
    Server,
    TextSearchDictionary,
    TextSearchConfiguration,
    Collation,
    Enum,
    Domain,
    CompositeType,
    RangeType,
    DomainCheck,
    Sequence,
    Function,
    Aggregate,
    Operator,
    Cast,
    Table,
    Column,
    Default,
    SequenceOwner,  ///< which column a sequence goes with
    Constraint,
    Index,
    ForeignTable,
    View,
    MaterializedView,
    Statistics,
    ForeignKey,
    Rule,
    Trigger,
    Policy,
    Publication,
    EventTrigger,
};

/// One property of an object, as the catalogue writes it.
enum class Property {
    Definition,
    Type,
    NotNull,
    Identity,
    SequenceOptions,  ///< of an identity column
    Generated,
    Collation,
    Storage,
    Compression,
    StatisticsTarget,
    Options,
    Labels,
    Base,
    Default,
    Increment,
    Start,
    Minimum,
    Maximum,
    Cache,
    Cycle,
    Column,
    Persistence,
    PartitionKey,
    PartitionOf,
    PartitionBound,
    Inherits,
    OfType,
    AccessMethod,
    RowSecurity,
    ForcedRowSecurity,
    ReplicaIdentity,
    Valid,
    Clustered,
    Enabled,
    Populated,
    Columns,
    ColumnComments,
    ColumnSettings,
    Comment,
    // Facts that are needed to write SQL and no difference by themselves:
    Number,               ///< of a column: its place
    Inherited,            ///< "t": the column comes from a parent table only
    Kind,                 ///< pg_proc.prokind, pg_constraint.contype
    Grants,               ///< GRANT statements that bring the rights back
    PartitionConstraint,  ///< what a partition's rows fulfil, of lists and ranges
    Clone,                ///< of a parent table's index or constraint: the name it has there
    Fill,                 ///< of a column: what rows that exist get, where the declaration knows
};

inline bool isCompared(Property property)
{
    return property < Property::Number;
}

/// One object of a schema, whatever its kind: a name and properties that have a value. Names are
/// quoted where SQL needs it.
struct SchemaObject
{
    ObjectKind kind = ObjectKind::Schema;
    QString schema;
    QString relation;  ///< the table, view or domain it belongs to; empty: it stands alone
    QString name;      ///< of a function with its argument types
    QList<std::pair<Property, QString>> properties;  ///< ascending, none empty
    QList<int> needs;                                ///< indexes of the objects it depends on
    int parent = -1;                                 ///< the object it is a part of

    QString value(Property property) const;
    bool has(Property property) const { return !value(property).isEmpty(); }
    bool is(Property property) const { return value(property) == QStringLiteral("t"); }
    void set(Property property, const QString &value);

    /// As SQL names it: `public.players`, of a part `players_pkey` alone.
    QString qualifiedName() const;
    /// `public.players`, of a part the relation it belongs to.
    QString qualifiedRelation() const;
    /// The name, with its schema, that relations, indexes, keys and types may have only once among
    /// them; empty for other kinds.
    QString sharedName() const;
    /// What two schemas know it by: `table public.players`, `column public.players.name`.
    QString identity() const;
};

/// The term people use: "table", "foreign key", translated.
QString kindTerm(ObjectKind kind);
/// The term in machine-readable output, never translated: "foreign_key".
QString kindKey(ObjectKind kind);
/// The same for a kind of objects that is never compared, by its key.
QString uncomparedTerm(const QString &key);
QString propertyTerm(Property property);
QString propertyKey(Property property);
std::optional<Property> propertyOf(const QByteArray &key);

}  // namespace roster

#endif
