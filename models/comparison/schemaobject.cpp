// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/schemaobject.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// What something is called, for machines and (translated) for people.
template <class T>
struct Term
{
    T what;
    const char *key;
    const char *text;
};

constexpr std::array kindTerms{
    Term{ObjectKind::Schema, "schema", QT_TRANSLATE_NOOP("SchemaObject", "schema")},
    Term{ObjectKind::Extension, "extension", QT_TRANSLATE_NOOP("SchemaObject", "extension")},
    Term{ObjectKind::ForeignDataWrapper, "foreign_data_wrapper",
         QT_TRANSLATE_NOOP("SchemaObject", "foreign data wrapper")},
    Term{ObjectKind::Server, "server", QT_TRANSLATE_NOOP("SchemaObject", "foreign server")},
    Term{ObjectKind::TextSearchDictionary, "text_search_dictionary",
         QT_TRANSLATE_NOOP("SchemaObject", "text search dictionary")},
    Term{ObjectKind::TextSearchConfiguration, "text_search_configuration",
         QT_TRANSLATE_NOOP("SchemaObject", "text search configuration")},
    Term{ObjectKind::Collation, "collation", QT_TRANSLATE_NOOP("SchemaObject", "collation")},
    Term{ObjectKind::Enum, "enum", QT_TRANSLATE_NOOP("SchemaObject", "enum type")},
    Term{ObjectKind::Domain, "domain", QT_TRANSLATE_NOOP("SchemaObject", "domain")},
    Term{ObjectKind::CompositeType, "composite_type",
         QT_TRANSLATE_NOOP("SchemaObject", "composite type")},
    Term{ObjectKind::RangeType, "range_type", QT_TRANSLATE_NOOP("SchemaObject", "range type")},
    Term{ObjectKind::DomainCheck, "domain_check",
         QT_TRANSLATE_NOOP("SchemaObject", "domain constraint")},
    Term{ObjectKind::Sequence, "sequence", QT_TRANSLATE_NOOP("SchemaObject", "sequence")},
    Term{ObjectKind::Function, "function", QT_TRANSLATE_NOOP("SchemaObject", "function")},
    Term{ObjectKind::Aggregate, "aggregate", QT_TRANSLATE_NOOP("SchemaObject", "aggregate")},
    Term{ObjectKind::Operator, "operator", QT_TRANSLATE_NOOP("SchemaObject", "operator")},
    Term{ObjectKind::Cast, "cast", QT_TRANSLATE_NOOP("SchemaObject", "cast")},
    Term{ObjectKind::Table, "table", QT_TRANSLATE_NOOP("SchemaObject", "table")},
    Term{ObjectKind::Column, "column", QT_TRANSLATE_NOOP("SchemaObject", "column")},
    Term{ObjectKind::Default, "default", QT_TRANSLATE_NOOP("SchemaObject", "default of")},
    Term{ObjectKind::SequenceOwner, "sequence_owner",
         QT_TRANSLATE_NOOP("SchemaObject", "owning column of")},
    Term{ObjectKind::Constraint, "constraint", QT_TRANSLATE_NOOP("SchemaObject", "constraint")},
    Term{ObjectKind::Index, "index", QT_TRANSLATE_NOOP("SchemaObject", "index")},
    Term{ObjectKind::ForeignTable, "foreign_table",
         QT_TRANSLATE_NOOP("SchemaObject", "foreign table")},
    Term{ObjectKind::View, "view", QT_TRANSLATE_NOOP("SchemaObject", "view")},
    Term{ObjectKind::MaterializedView, "materialized_view",
         QT_TRANSLATE_NOOP("SchemaObject", "materialized view")},
    Term{ObjectKind::Statistics, "statistics", QT_TRANSLATE_NOOP("SchemaObject", "statistics")},
    Term{ObjectKind::ForeignKey, "foreign_key", QT_TRANSLATE_NOOP("SchemaObject", "foreign key")},
    Term{ObjectKind::Rule, "rule", QT_TRANSLATE_NOOP("SchemaObject", "rule")},
    Term{ObjectKind::Trigger, "trigger", QT_TRANSLATE_NOOP("SchemaObject", "trigger")},
    Term{ObjectKind::Policy, "policy", QT_TRANSLATE_NOOP("SchemaObject", "policy")},
    Term{ObjectKind::Publication, "publication", QT_TRANSLATE_NOOP("SchemaObject", "publication")},
    Term{ObjectKind::EventTrigger, "event_trigger",
         QT_TRANSLATE_NOOP("SchemaObject", "event trigger")},
};

constexpr std::array propertyTerms{
    Term{Property::Definition, "definition", QT_TRANSLATE_NOOP("SchemaObject", "definition")},
    Term{Property::Type, "type", QT_TRANSLATE_NOOP("SchemaObject", "type")},
    Term{Property::NotNull, "not_null", QT_TRANSLATE_NOOP("SchemaObject", "NOT NULL")},
    Term{Property::Identity, "identity", QT_TRANSLATE_NOOP("SchemaObject", "identity")},
    Term{Property::SequenceOptions, "sequence_options",
         QT_TRANSLATE_NOOP("SchemaObject", "numbering")},
    Term{Property::Generated, "generated", QT_TRANSLATE_NOOP("SchemaObject", "generated as")},
    Term{Property::Collation, "collation", QT_TRANSLATE_NOOP("SchemaObject", "collation")},
    Term{Property::Storage, "storage", QT_TRANSLATE_NOOP("SchemaObject", "storage")},
    Term{Property::Compression, "compression", QT_TRANSLATE_NOOP("SchemaObject", "compression")},
    Term{Property::StatisticsTarget, "statistics_target",
         QT_TRANSLATE_NOOP("SchemaObject", "statistics target")},
    Term{Property::Options, "options", QT_TRANSLATE_NOOP("SchemaObject", "options")},
    Term{Property::Labels, "labels", QT_TRANSLATE_NOOP("SchemaObject", "labels")},
    Term{Property::Base, "base", QT_TRANSLATE_NOOP("SchemaObject", "base type")},
    Term{Property::Default, "default", QT_TRANSLATE_NOOP("SchemaObject", "default")},
    Term{Property::Increment, "increment", QT_TRANSLATE_NOOP("SchemaObject", "increment")},
    Term{Property::Start, "start", QT_TRANSLATE_NOOP("SchemaObject", "start")},
    Term{Property::Minimum, "minimum", QT_TRANSLATE_NOOP("SchemaObject", "minimum")},
    Term{Property::Maximum, "maximum", QT_TRANSLATE_NOOP("SchemaObject", "maximum")},
    Term{Property::Cache, "cache", QT_TRANSLATE_NOOP("SchemaObject", "cache")},
    Term{Property::Cycle, "cycle", QT_TRANSLATE_NOOP("SchemaObject", "cycle")},
    Term{Property::Column, "column", QT_TRANSLATE_NOOP("SchemaObject", "column")},
    Term{Property::Persistence, "persistence", QT_TRANSLATE_NOOP("SchemaObject", "persistence")},
    Term{Property::PartitionKey, "partition_key",
         QT_TRANSLATE_NOOP("SchemaObject", "partitioned by")},
    Term{Property::PartitionOf, "partition_of", QT_TRANSLATE_NOOP("SchemaObject", "partition of")},
    Term{Property::PartitionBound, "partition_bound",
         QT_TRANSLATE_NOOP("SchemaObject", "partition bound")},
    Term{Property::Inherits, "inherits", QT_TRANSLATE_NOOP("SchemaObject", "inherits")},
    Term{Property::OfType, "of_type", QT_TRANSLATE_NOOP("SchemaObject", "of type")},
    Term{Property::AccessMethod, "access_method",
         QT_TRANSLATE_NOOP("SchemaObject", "access method")},
    Term{Property::RowSecurity, "row_security", QT_TRANSLATE_NOOP("SchemaObject", "row security")},
    Term{Property::ForcedRowSecurity, "forced_row_security",
         QT_TRANSLATE_NOOP("SchemaObject", "forced row security")},
    Term{Property::ReplicaIdentity, "replica_identity",
         QT_TRANSLATE_NOOP("SchemaObject", "replica identity")},
    Term{Property::Valid, "valid", QT_TRANSLATE_NOOP("SchemaObject", "valid")},
    Term{Property::Clustered, "clustered", QT_TRANSLATE_NOOP("SchemaObject", "clustered")},
    Term{Property::Enabled, "enabled", QT_TRANSLATE_NOOP("SchemaObject", "enabled")},
    Term{Property::Populated, "populated", QT_TRANSLATE_NOOP("SchemaObject", "populated")},
    Term{Property::Columns, "columns", QT_TRANSLATE_NOOP("SchemaObject", "columns")},
    Term{Property::ColumnComments, "column_comments",
         QT_TRANSLATE_NOOP("SchemaObject", "comments of columns")},
    Term{Property::ColumnSettings, "column_settings",
         QT_TRANSLATE_NOOP("SchemaObject", "settings of columns")},
    Term{Property::Comment, "comment", QT_TRANSLATE_NOOP("SchemaObject", "comment")},
    Term{Property::Number, "number", "number"},
    Term{Property::Inherited, "inherited", "inherited"},
    Term{Property::Kind, "kind", "kind"},
    Term{Property::Grants, "grants", "grants"},
    Term{Property::PartitionConstraint, "partition_constraint", "partition constraint"},
    Term{Property::Clone, "clone", "clone"},
    Term{Property::Fill, "fill", "fill"},
};

template <class Terms, class T>
const auto &termOf(const Terms &terms, T what)
{
    // Each list stands in the order of its enum.
    const auto &term = terms.at(std::size_t(what));
    Q_ASSERT(term.what == what);
    return term;
}

bool isRelationPart(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Column:
    case ObjectKind::Default:
    case ObjectKind::Constraint:
    case ObjectKind::ForeignKey:
    case ObjectKind::Rule:
    case ObjectKind::Trigger:
    case ObjectKind::Policy:
    case ObjectKind::DomainCheck:
        return true;
    default:
        return false;
    }
}

}  // namespace

QString SchemaObject::value(Property property) const
{
    const auto it = std::find_if(properties.cbegin(), properties.cend(),
                                 [property](const auto &pair) { return pair.first == property; });
    return it == properties.cend() ? QString() : it->second;
}

void SchemaObject::set(Property property, const QString &value)
{
    const auto it =
        std::lower_bound(properties.begin(), properties.end(), property,
                         [](const auto &pair, Property wanted) { return pair.first < wanted; });
    const bool isThere = it != properties.end() && it->first == property;
    if (value.isEmpty()) {
        if (isThere)
            properties.erase(it);
    } else if (isThere) {
        it->second = value;
    } else {
        properties.insert(it, {property, value});
    }
}

QString SchemaObject::qualifiedName() const
{
    return schema.isEmpty() || isRelationPart(kind) ? name : schema + u'.' + name;
}

QString SchemaObject::qualifiedRelation() const
{
    return schema + u'.' + relation;
}

QString SchemaObject::sharedName() const
{
    switch (kind) {
    case ObjectKind::Table:
    case ObjectKind::ForeignTable:
    case ObjectKind::View:
    case ObjectKind::MaterializedView:
    case ObjectKind::Sequence:
    case ObjectKind::Index:
    case ObjectKind::Constraint:
    case ObjectKind::Enum:
    case ObjectKind::Domain:
    case ObjectKind::CompositeType:
    case ObjectKind::RangeType:
        return schema + u'.' + name;
    default:
        return {};
    }
}

QString SchemaObject::identity() const
{
    QString full = kindKey(kind) + u' ';
    if (isRelationPart(kind))
        full += qualifiedRelation() + u'.';
    return full + qualifiedName();
}

QString kindTerm(ObjectKind kind)
{
    return QCoreApplication::translate("SchemaObject", termOf(kindTerms, kind).text);
}

QString uncomparedTerm(const QString &key)
{
    static const QHash<QString, const char *> terms{
        {u"operator_family"_s, QT_TRANSLATE_NOOP("SchemaObject", "operator families")},
        {u"text_search_parser"_s, QT_TRANSLATE_NOOP("SchemaObject", "text search parsers")},
        {u"text_search_template"_s, QT_TRANSLATE_NOOP("SchemaObject", "text search templates")},
        {u"access_method"_s, QT_TRANSLATE_NOOP("SchemaObject", "access methods")},
        {u"conversion"_s, QT_TRANSLATE_NOOP("SchemaObject", "conversions")},
        {u"transform"_s, QT_TRANSLATE_NOOP("SchemaObject", "transforms")},
        {u"language"_s, QT_TRANSLATE_NOOP("SchemaObject", "languages")},
        {u"user_mapping"_s, QT_TRANSLATE_NOOP("SchemaObject", "user mappings")},
        {u"base_type"_s, QT_TRANSLATE_NOOP("SchemaObject", "base types")},
        {u"subscription"_s, QT_TRANSLATE_NOOP("SchemaObject", "subscriptions")},
    };
    const char *term = terms.value(key);
    return term ? QCoreApplication::translate("SchemaObject", term) : key;
}

QString kindKey(ObjectKind kind)
{
    return QString::fromUtf8(termOf(kindTerms, kind).key);
}

QString propertyTerm(Property property)
{
    return QCoreApplication::translate("SchemaObject", termOf(propertyTerms, property).text);
}

QString propertyKey(Property property)
{
    return QString::fromUtf8(termOf(propertyTerms, property).key);
}

std::optional<Property> propertyOf(const QByteArray &key)
{
    for (const auto &term : propertyTerms) {
        if (key == term.key)
            return term.what;
    }
    return std::nullopt;
}

}  // namespace roster
