// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/typerebuild.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

QString nameBefore(const SchemaObject &member)
{
    return member.name.endsWith(u'"') ? member.name.chopped(1) + u"__before\""_s
                                      : member.name + u"__before"_s;
}

QString keyword(const SchemaObject &member)
{
    switch (member.kind) {
    case ObjectKind::Domain:
        return u"DOMAIN"_s;
    case ObjectKind::Collation:
        return u"COLLATION"_s;
    default:
        return u"TYPE"_s;
    }
}

QString setType(const SchemaObject &column, const QString &type)
{
    return alterTable(column) + u"ALTER COLUMN %1 TYPE %2"_s.arg(column.name, type);
}

}  // namespace

bool TypeRebuild::has(const SchemaObject &column, const SchemaObject &member)
{
    const QString name = member.qualifiedName();
    if (member.kind == ObjectKind::Collation)
        return column.value(Property::Collation) == name;
    const QString type = column.value(Property::Type);
    const QString multirange = member.kind == ObjectKind::RangeType
                                 ? member.value(Property::Definition)
                                       .section(u", multirange_type_name = "_s, 1)
                                       .chopped(1)
                                 : QString();
    return type == name || type == name + u"[]"_s
        || (!multirange.isEmpty() && (type == multirange || type == multirange + u"[]"_s));
}

/// The type is a composite one, or a domain over one.
bool TypeRebuild::holdsRows(const SchemaObject &type) const
{
    if (type.kind == ObjectKind::CompositeType)
        return true;
    QString base = type.value(Property::Base);
    if (base.endsWith("[]"_L1))
        base.chop(2);
    const SchemaObject *domain = m_schema.find(u"domain "_s + base);
    return m_schema.find(u"composite_type "_s + base) || (domain && holdsRows(*domain));
}

/// From the old type to the new one.
QStringList TypeRebuild::convert(const Column &converted, const QList<int> &members) const
{
    const SchemaObject &column = m_schema.at(converted.index);
    const QString type = column.value(Property::Type);
    QString sql = setType(column, type);
    if (column.has(Property::Collation))
        sql += u" COLLATE "_s + column.value(Property::Collation);
    const auto isType = [&](int index) {
        const SchemaObject &member = m_schema.at(index);
        return member.kind != ObjectKind::Collation && has(column, member);
    };
    const auto member = std::find_if(members.cbegin(), members.cend(), isType);
    if (member == members.cend())
        return {sql};  // the collation only
    const QString brackets = u"[]"_s;
    if (type == converted.typeBefore + brackets) {
        return {sql
                + u" USING CASE WHEN %1 IS NOT NULL THEN ARRAY[%1::text]::%2 END"_s.arg(column.name,
                                                                                        type)};
    }
    if (type + brackets == converted.typeBefore)
        return {sql + u" USING (%1)[1]::text::%2"_s.arg(column.name, type)};
    if (!holdsRows(m_schema.at(*member)))
        return {sql + u" USING %1::text::%2"_s.arg(column.name, type)};
    // By the attributes' names. Only a composite type takes arrays of composite values from JSON.
    const QString wrapper = u"pg_temp.roster_values"_s;
    sql += u" USING (json_populate_record(NULL::%1, json_build_object('v', %2))).v"_s.arg(
        wrapper, column.name);
    return {u"CREATE TYPE %1 AS (v %2)"_s.arg(wrapper, type), sql, u"DROP TYPE "_s + wrapper};
}

QStringList TypeRebuild::statements(const QList<int> &members, const QList<Column> &columns) const
{
    // A range brings functions and a second type along, whose names would meet: nothing may have
    // the type while it is made anew.
    const auto isRange = [this](int member) {
        return m_schema.at(member).kind == ObjectKind::RangeType;
    };
    const auto hasRange = [&](int column) {
        return std::any_of(members.cbegin(), members.cend(), [&](int member) {
            return isRange(member) && has(m_schema.at(column), m_schema.at(member));
        });
    };
    QStringList statements;
    for (const Column &column : columns) {
        if (hasRange(column.index))
            statements << setType(m_schema.at(column.index), u"text"_s);
    }
    QStringList drops;
    for (const int index : members) {
        const SchemaObject &member = m_schema.at(index);
        if (isRange(index)) {
            statements << u"DROP TYPE "_s + member.qualifiedName();
            continue;
        }
        statements << u"ALTER %1 %2 RENAME TO %3"_s.arg(keyword(member), member.qualifiedName(),
                                                        nameBefore(member));
        drops.prepend(u"DROP %1 %2.%3"_s.arg(keyword(member), member.schema, nameBefore(member)));
    }
    for (const int index : members) {
        statements += m_sql.create(index);
        for (const int part : m_schema.parts(index)) {
            if (!isPartOfDomain(m_schema.at(part)))
                statements += m_sql.create(part);
        }
    }
    for (const Column &column : columns) {
        const SchemaObject &object = m_schema.at(column.index);
        if (hasRange(column.index)) {
            const QString type = object.value(Property::Type);
            statements << setType(object, type) + u" USING %1::%2"_s.arg(object.name, type);
        } else {
            statements += convert(column, members);
        }
    }
    return statements + drops;
}

}  // namespace roster
