// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/objectalteration.h"

#include "models/comparison/renames.h"
#include "models/database/session.h"

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// Pairs of types for which PostgreSQL has no cast and a sensible one exists; each undoes the
/// other.
QString specialConversion(const QString &column, const QString &from, const QString &to)
{
    static const QStringList numbers{u"smallint"_s, u"integer"_s, u"bigint"_s, u"numeric"_s};
    const QString source = from.section(u'(', 0, 0);
    const QString target = to.section(u'(', 0, 0);
    const bool isNumber = numbers.contains(source);
    if (isNumber && target == "uuid"_L1)
        return u"lpad(to_hex(%1::bigint), 32, '0')::uuid"_s.arg(column);
    if (source == "uuid"_L1 && (target == "integer"_L1 || target == "bigint"_L1)) {
        const int digits = target == "integer"_L1 ? 8 : 16;
        return u"('x' || right(replace(%1::text, '-', ''), %2))::bit(%3)::%4"_s.arg(column).arg(
            QString::number(digits), QString::number(digits * 4), target);
    }
    if (isNumber && target == "boolean"_L1)
        return u"%1 <> 0"_s.arg(column);
    if (source == "boolean"_L1 && numbers.contains(target))
        return u"%1::integer::%2"_s.arg(column, to);
    if (isNumber && target == "timestamp with time zone"_L1)
        return u"to_timestamp(%1)"_s.arg(column);
    if (isNumber && (target == "timestamp without time zone"_L1 || target == "date"_L1))
        return u"(to_timestamp(%1) AT TIME ZONE 'UTC')::%2"_s.arg(column, to);
    if (numbers.contains(target) && (source.startsWith("timestamp"_L1) || source == "date"_L1))
        return u"extract(epoch FROM %1)::%2"_s.arg(column, to);
    return {};
}

}  // namespace

QString ObjectAlteration::conversion(const QString &column, const QString &from,
                                     const QString &to) const
{
    if (m_from.isAssignable(from, to))
        return {};
    const QString special = specialConversion(column, from, to);
    if (!special.isEmpty())
        return u" USING "_s + special;
    const bool wasArray = from.endsWith("[]"_L1);
    const bool isArray = to.endsWith("[]"_L1);
    // Any type can be had from any other by way of its text.
    const auto way = [this](const QString &element, const QString &wanted) {
        return m_from.isAssignable(element, wanted) || m_from.isCastable(element, wanted)
                 ? QString()
                 : u"::text"_s;
    };
    if (isArray && !wasArray) {
        const QString element = column + way(from, to.chopped(2));
        return u" USING CASE WHEN %1 IS NULL THEN NULL ELSE ARRAY[%2]::%3 END"_s.arg(column,
                                                                                     element, to);
    }
    if (wasArray && !isArray && to != "jsonb"_L1 && to != "json"_L1)
        return u" USING (%1)[1]%2::%3"_s.arg(column, way(from.chopped(2), to), to);
    if (m_from.isCastable(from, to))
        return u" USING %1::%2"_s.arg(column, to);
    static const QStringList texts{u"text"_s, u"character varying"_s, u"character"_s};
    const bool wasText = texts.contains(from.section(u'(', 0, 0));
    if ((to == "jsonb"_L1 || to == "json"_L1) && !wasText)
        return u" USING to_%2(%1)"_s.arg(column, to);
    return u" USING %1::text::%2"_s.arg(column, to);
}

QStringList ObjectAlteration::ofIdentity(const SchemaObject &from, const SchemaObject &to) const
{
    const QString alter = alterTable(to) + u"ALTER COLUMN "_s + to.name + u' ';
    if (!to.has(Property::Identity))
        return {alter + u"DROP IDENTITY"_s};
    QStringList statements;
    if (!from.has(Property::Identity)) {
        if (!from.is(Property::NotNull)) {
            // Rows without a number get those after the last.
            statements << u"UPDATE %1 AS t SET %2 = n.number FROM (SELECT tableoid AS source, ctid "
                          "AS place, (SELECT coalesce(max(%2), 0) FROM %1) + row_number() OVER () "
                          "AS number FROM %1 WHERE %2 IS NULL) AS n WHERE t.tableoid = n.source "
                          "AND t.ctid = n.place"_s.arg(to.qualifiedRelation(), to.name);
            statements << alter + u"SET NOT NULL"_s;
        }
        statements << alter
                          + u"ADD GENERATED %1 AS IDENTITY (%2)"_s.arg(
                              to.value(Property::Identity), to.value(Property::SequenceOptions));
        // The numbering goes on where the rows end.
        const QString sequence = u"pg_get_serial_sequence(%1, %2)"_s.arg(
            literal(to.qualifiedRelation()), literal(bareName(to.name)));
        statements << u"SELECT setval(%1, max(%2)) FROM %3 HAVING max(%2) IS NOT NULL"_s.arg(
            sequence, to.name, to.qualifiedRelation());
        return statements;
    }
    if (from.value(Property::Identity) != to.value(Property::Identity))
        statements << alter + u"SET GENERATED "_s + to.value(Property::Identity);
    const QString before = from.value(Property::SequenceOptions);
    const QString after = to.value(Property::SequenceOptions);
    if (before != after || from.value(Property::Type) != to.value(Property::Type)) {
        const auto named = [](const QString &options) {
            return options.mid(14).section(u" START WITH "_s, 0, 0);
        };
        if (named(before) != named(after)) {
            statements << u"ALTER SEQUENCE %1 RENAME TO %2"_s.arg(named(before),
                                                                  named(after).section(u'.', -1));
        }
        const QString options = after.mid(after.indexOf(" START WITH "_L1) + 1);
        statements << alterSequence(named(after), options, before);
    }
    return statements;
}

QStringList ObjectAlteration::ofColumnProperty(const SchemaObject &from, const SchemaObject &to,
                                               Property property) const
{
    const QString alter = alterTable(to) + u"ALTER COLUMN "_s + to.name + u' ';
    const QString value = to.value(property);
    switch (property) {
    case Property::NotNull: {
        if (!to.is(Property::NotNull))
            return {alter + u"DROP NOT NULL"_s};
        QStringList statements;
        const int standard = m_sql.defaultOf(m_to.indexOf(to.identity()));
        const QString filling = standard >= 0 ? m_to.at(standard).value(Property::Definition)
                                              : to.value(Property::Fill);
        if (!filling.isEmpty() && !to.has(Property::Identity)
            && !filling.startsWith("nextval("_L1)) {
            statements << u"UPDATE %1 SET %2 = %3 WHERE %2 IS NULL"_s.arg(to.qualifiedRelation(),
                                                                          to.name, filling);
        }
        return statements << alter + u"SET NOT NULL"_s;
    }
    case Property::Storage:
        return {alter + u"SET STORAGE "_s + (value.isEmpty() ? to.value(Property::Kind) : value)};
    case Property::Compression:
        return {alter + u"SET COMPRESSION "_s + (value.isEmpty() ? u"default"_s : value)};
    case Property::StatisticsTarget:
        return {alter + u"SET STATISTICS "_s + (value.isEmpty() ? u"-1"_s : value)};
    case Property::Options:
        return optionChanges(alter, from.value(property), value);
    case Property::Comment:
        return {m_sql.comment(to)};
    default:
        return {};
    }
}

QStringList ObjectAlteration::ofColumn(const SchemaChange &change) const
{
    const SchemaObject &from = m_from.at(change.from);
    const SchemaObject &to = m_to.at(change.to);
    QStringList statements;
    const bool isNumbered = from.has(Property::Identity) && to.has(Property::Identity);
    // A type sets bounds to the numbers: they follow a wider one, and go ahead of a narrower.
    const bool isNarrower = from.value(Property::Type).startsWith("bigint"_L1)
                         || to.value(Property::Type).startsWith("smallint"_L1);
    const bool isFirst = isNumbered ? isNarrower : !to.has(Property::Identity);
    const bool isRenumbered = change.changes(Property::Identity)
                           || change.changes(Property::SequenceOptions)
                           || (isNumbered && change.changes(Property::Type));
    if (isRenumbered && isFirst)
        statements += ofIdentity(from, to);
    if (change.changes(Property::Type) || change.changes(Property::Collation)) {
        QString sql =
            alterTable(to) + u"ALTER COLUMN "_s + to.name + u" TYPE "_s + to.value(Property::Type);
        if (to.has(Property::Collation))
            sql += u" COLLATE "_s + to.value(Property::Collation);
        sql += conversion(to.name, from.value(Property::Type), to.value(Property::Type));
        statements << sql;
    }
    for (const PropertyChange &one : change.properties) {
        if (one.property == Property::NotNull && to.has(Property::Identity)
            && !from.has(Property::Identity))
            continue;                             // said with the identity
        if (one.property != Property::Generated)  // its end is a step of its own
            statements += ofColumnProperty(from, to, one.property);
    }
    if (isRenumbered && !isFirst)
        statements += ofIdentity(from, to);
    return statements;
}

}  // namespace roster
