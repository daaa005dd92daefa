// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/columnfill.h"

#include "models/comparison/definitiontext.h"
#include "models/comparison/objectsql.h"
#include "models/database/session.h"
#include "models/schema/columnlimits.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// What every value of the type may be replaced by.
QString emptyValue(const QString &type)
{
    static const QHash<QString, QString> values{
        {u"smallint"_s, u"0"_s},
        {u"integer"_s, u"0"_s},
        {u"bigint"_s, u"0"_s},
        {u"numeric"_s, u"0"_s},
        {u"real"_s, u"0"_s},
        {u"double precision"_s, u"0"_s},
        {u"money"_s, u"0"_s},
        {u"oid"_s, u"0"_s},
        {u"text"_s, u"''"_s},
        {u"character varying"_s, u"''"_s},
        {u"character"_s, u"''"_s},
        {u"\"char\""_s, u"''"_s},
        {u"name"_s, u"''"_s},
        {u"bytea"_s, u"''"_s},
        {u"xml"_s, u"''"_s},
        {u"tsvector"_s, u"''"_s},
        {u"tsquery"_s, u"''"_s},
        {u"bit varying"_s, u"''"_s},
        {u"boolean"_s, u"false"_s},
        {u"json"_s, u"'{}'"_s},
        {u"jsonb"_s, u"'{}'"_s},
        {u"jsonpath"_s, u"'$'"_s},
        {u"uuid"_s, u"'00000000-0000-0000-0000-000000000000'"_s},
        {u"date"_s, u"'1970-01-01'"_s},
        {u"interval"_s, u"'0'"_s},
        {u"inet"_s, u"'0.0.0.0'"_s},
        {u"cidr"_s, u"'0.0.0.0/0'"_s},
        {u"macaddr"_s, u"'00:00:00:00:00:00'"_s},
        {u"macaddr8"_s, u"'00:00:00:00:00:00:00:00'"_s},
        {u"point"_s, u"'(0,0)'"_s},
        {u"line"_s, u"'{1,0,0}'"_s},
        {u"lseg"_s, u"'[(0,0),(0,0)]'"_s},
        {u"box"_s, u"'(0,0),(0,0)'"_s},
        {u"path"_s, u"'[(0,0)]'"_s},
        {u"polygon"_s, u"'((0,0))'"_s},
        {u"circle"_s, u"'<(0,0),0>'"_s},
        {u"pg_lsn"_s, u"'0/0'"_s},
    };
    const QString base = type.section(u'(', 0, 0);
    if (base.startsWith("timestamp"_L1))
        return u"'1970-01-01'"_s;
    if (base.startsWith("time"_L1))
        return u"'00:00'"_s;
    if (base == "bit"_L1)
        return u"B'%1'"_s.arg(QString(std::max(1, type.section(u'(', 1).chopped(1).toInt()), u'0'));
    if (base.endsWith("multirange"_L1))
        return u"'{}'"_s;
    if (base.endsWith("range"_L1))
        return u"'empty'"_s;
    return base.startsWith("reg"_L1) ? u"'-'"_s : values.value(base);
}

bool isNumber(const QString &type)
{
    static const QStringList numbers{
        u"smallint"_s, u"integer"_s, u"bigint"_s, u"numeric"_s,
        u"real"_s,     u"oid"_s,     u"money"_s,  u"double precision"_s};
    return numbers.contains(type.section(u'(', 0, 0));
}

bool isText(const QString &type)
{
    static const QStringList texts{u"text"_s, u"character varying"_s, u"character"_s};
    return texts.contains(type.section(u'(', 0, 0));
}

/// A name in a deparsed expression.
QRegularExpression word(const QString &name)
{
    return QRegularExpression(
        u"(?<![\\w\"'])%1(?![\\w\"'])"_s.arg(QRegularExpression::escape(name)));
}

/// What a primary key, a unique constraint or index is over.
QStringList keyParts(const SchemaObject &object)
{
    const QString definition = object.value(Property::Definition);
    const bool isKey =
        object.kind == ObjectKind::Constraint
            ? definition.startsWith("PRIMARY KEY "_L1) || definition.startsWith("UNIQUE "_L1)
            : object.kind == ObjectKind::Index && definition.startsWith("CREATE UNIQUE INDEX "_L1);
    if (!isKey)
        return {};
    const qsizetype from = object.kind == ObjectKind::Index ? definition.indexOf(" USING "_L1) : 0;
    const qsizetype bracket = definition.indexOf(u'(', from);
    const qsizetype end = skipBrackets(definition, bracket);
    return commaParted(QStringView(definition).mid(bracket + 1, end - bracket - 2));
}

/// A number that they allow, the plainest one.
QString numberWithin(const ColumnLimits &limits, const QString &type)
{
    const double low = limits.least.toDouble();
    const double high = limits.greatest.toDouble();
    const auto fits = [&](double value) {
        return (limits.least.isEmpty() || (limits.leastExcluded ? value > low : value >= low))
            && (limits.greatest.isEmpty()
                || (limits.greatestExcluded ? value < high : value <= high));
    };
    const bool isWhole = type.endsWith("int"_L1) || type == "integer"_L1;
    for (const double value : {0.0, low, low + 1, high, high - 1, (low + high) / 2}) {
        if (fits(value) && (!isWhole || value == std::floor(value)))
            return QString::number(value, 'g', 15);
    }
    return u"0"_s;
}

}  // namespace

/// What a domain, or a domain over it, is made of in the end.
QString ColumnFill::baseType(QString type) const
{
    while (const SchemaObject *domain = m_to.find(u"domain "_s + type))
        type = domain->value(Property::Base);
    return type;
}

/// What the checks on a column, and on the domains it is of, ask of its values.
ColumnLimits ColumnFill::limits(const SchemaObject &column) const
{
    const auto conditions = [&](int whole, ObjectKind kind) {
        QStringList all;
        for (const int part : whole < 0 ? QList<int>() : m_to.parts(whole)) {
            const QString definition = m_to.at(part).value(Property::Definition);
            if (m_to.at(part).kind == kind && definition.startsWith("CHECK "_L1))
                all << definition;
        }
        return all;
    };
    ColumnLimits limits = limitsOf(conditions(column.parent, ObjectKind::Constraint), column.name);
    for (QString type = column.value(Property::Type);;) {
        const int domain = m_to.indexOf(u"domain "_s + type);
        if (domain < 0)
            return limits;
        tighten(limits, limitsOf(conditions(domain, ObjectKind::DomainCheck), u"VALUE"_s));
        type = m_to.at(domain).value(Property::Base);
    }
}

QString ColumnFill::constant(const SchemaObject &column) const
{
    if (column.has(Property::Fill))
        return column.value(Property::Fill);
    const QString own = column.value(Property::Type);
    if (const SchemaObject *domain = m_to.find(u"domain "_s + own);
        domain && domain->has(Property::Default))
        return domain->value(Property::Default);
    const QString type = baseType(own);
    if (type.endsWith("[]"_L1))
        return u"'{}'"_s;
    const ColumnLimits wanted = limits(column);
    if (!wanted.values.isEmpty())
        return literal(wanted.values.constFirst());
    if (const SchemaObject *labels = m_to.find(u"enum "_s + type))
        return literal(jsonStrings(labels->value(Property::Labels)).value(0));
    if (const SchemaObject *row = m_to.find(u"composite_type "_s + type)) {
        const qsizetype attributes = jsonStrings(row->value(Property::Columns), 0).size();
        return u"'(%1)'"_s.arg(QString(std::max<qsizetype>(0, attributes - 1), u','));
    }
    if (m_to.find(u"range_type "_s + type))
        return u"'empty'"_s;
    if (isNumber(type))
        return numberWithin(wanted, type);
    if (isText(type) && wanted.minLength > 0)
        return literal(QString(wanted.minLength, u'-'));
    return emptyValue(type);
}

ColumnFill::Reference ColumnFill::reference(const SchemaObject &key)
{
    const QString definition = key.value(Property::Definition);
    const qsizetype own = definition.indexOf(u'(');
    const qsizetype ownEnd = skipBrackets(definition, own);
    const qsizetype relation = ownEnd + QStringView(u" REFERENCES ").size();
    qsizetype theirs = relation;
    while (theirs < definition.size() && definition.at(theirs) != u'(')
        theirs = std::max(theirs + 1, skipQuoted(definition, theirs));
    const qsizetype theirEnd = skipBrackets(definition, theirs);
    if (own < 0 || theirEnd < 0)
        return {};
    const QStringView text(definition);
    return {.columns = commaParted(text.mid(own + 1, ownEnd - own - 2)),
            .relation = definition.mid(relation, theirs - relation),
            .referenced = commaParted(text.mid(theirs + 1, theirEnd - theirs - 2))};
}

/// A foreign key of the column to a table that may hold rows already.
QString ColumnFill::foreignKey(const SchemaObject &column) const
{
    for (const int part : m_to.parts(column.parent)) {
        const SchemaObject &key = m_to.at(part);
        if (key.kind != ObjectKind::ForeignKey)
            continue;
        const Reference reference = ColumnFill::reference(key);
        if (reference.columns.contains(column.name)
            && m_from.find(u"table "_s + reference.relation))
            return key.identity();
    }
    return {};
}

/// No two rows of the table have the same values in these columns, now.
bool ColumnFill::isUniqueBefore(const SchemaObject &table, const QStringList &columns) const
{
    const int before = m_from.indexOf(table.identity());
    const QList<int> parts = before < 0 ? QList<int>() : m_from.parts(before);
    return std::ranges::any_of(parts, [&](int part) {
        const SchemaObject &object = m_from.at(part);
        const QStringList key = keyParts(object);
        return !key.isEmpty() && !object.value(Property::Definition).contains(" WHERE "_L1)
            && std::ranges::all_of(key,
                                   [&](const QString &column) { return columns.contains(column); });
    });
}

bool ColumnFill::isUnique(const SchemaObject &column) const
{
    const SchemaObject &table = m_to.at(column.parent);
    const QRegularExpression name = word(column.name);
    return std::ranges::any_of(m_to.parts(column.parent), [&](int part) {
        const QStringList key = keyParts(m_to.at(part));
        return std::ranges::any_of(key, [&](const QString &one) { return one.contains(name); })
            && !isUniqueBefore(table, key);
    });
}

QString ColumnFill::numbered(const SchemaObject &column) const
{
    const QString type = baseType(column.value(Property::Type));
    const QString base = type.section(u'(', 0, 0);
    if (isNumber(type)) {
        const double first = numberWithin(limits(column), type).toDouble();
        return first > 1 ? u"%1 + %2"_s.arg(u"%1"_s, QString::number(first - 1, 'g', 15)) : u"%1"_s;
    }
    static const QHash<QString, QString> values{
        {u"text"_s, u"(%1)::text"_s},
        {u"character varying"_s, u"(%1)::text"_s},
        {u"character"_s, u"(%1)::text"_s},
        {u"name"_s, u"(%1)::text::name"_s},
        {u"bytea"_s, u"convert_to((%1)::text, 'UTF8')"_s},
        {u"uuid"_s, u"lpad(to_hex(%1), 32, '0')::uuid"_s},
        {u"date"_s, u"'1970-01-01'::date + (%1)::integer"_s},
        {u"interval"_s, u"%1 * interval '1 second'"_s},
        {u"inet"_s, u"'0.0.0.0'::inet + %1"_s},
        {u"json"_s, u"to_json(%1)"_s},
        {u"jsonb"_s, u"to_jsonb(%1)"_s},
    };
    if (base.startsWith("timestamp"_L1))
        return u"'1970-01-01'::%1 + %2 * interval '1 second'"_s.arg(type, u"%1"_s);
    if (base.startsWith("time"_L1))
        return u"'00:00'::%1 + %2 * interval '1 second'"_s.arg(type, u"%1"_s);
    return values.value(base);
}

ColumnFill::Value ColumnFill::of(int column) const
{
    const SchemaObject &object = m_to.at(column);
    Value value;
    if (object.has(Property::Fill)) {
        value.constant = object.value(Property::Fill);
        return value;
    }
    const bool isDistinct = isUnique(object);
    value.key = foreignKey(object);
    value.isOne = isDistinct && !value.key.isEmpty();
    if (!value.key.isEmpty())
        return value;
    if (isDistinct && limits(object).values.isEmpty())
        value.numbered = numbered(object);
    if (value.numbered.isEmpty())
        value.constant = constant(object);
    return value;
}

}  // namespace roster
