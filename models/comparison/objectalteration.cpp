// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/objectalteration.h"

#include "models/comparison/definitiontext.h"
#include "models/database/session.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

bool changes(const SchemaChange &change, Property property)
{
    return std::any_of(change.properties.cbegin(), change.properties.cend(),
                       [property](const PropertyChange &one) { return one.property == property; });
}

QString alterTable(const SchemaObject &part)
{
    return u"ALTER TABLE "_s + part.qualifiedRelation() + u' ';
}

/// `SET (a=1)` and `RESET (b)` from one list of options to another.
QStringList optionChanges(const QString &alter, const QString &from, const QString &to)
{
    const QStringList before = from.split(u", "_s, Qt::SkipEmptyParts);
    const QStringList after = to.split(u", "_s, Qt::SkipEmptyParts);
    QStringList set;
    QStringList reset;
    for (const QString &option : after) {
        if (!before.contains(option))
            set << option;
    }
    for (const QString &option : before) {
        const QString name = option.section(u'=', 0, 0);
        const bool stays = std::any_of(after.cbegin(), after.cend(), [&](const QString &other) {
            return other.section(u'=', 0, 0) == name;
        });
        if (!stays)
            reset << name;
    }
    QStringList statements;
    if (!reset.isEmpty())
        statements << alter + u"RESET (%1)"_s.arg(reset.join(u", "_s));
    if (!set.isEmpty())
        statements << alter + u"SET (%1)"_s.arg(set.join(u", "_s));
    return statements;
}

bool isPrefix(const QStringList &part, const QStringList &whole)
{
    return part.size() <= whole.size() && whole.first(part.size()) == part;
}

}  // namespace

ObjectAlteration::Way ObjectAlteration::way(const SchemaChange &change) const
{
    const SchemaObject &from = m_from.at(change.from);
    const SchemaObject &to = m_to.at(change.to);
    switch (to.kind) {
    case ObjectKind::Enum:
        if (changes(change, Property::Labels)
            && (addedLabels(from, to).isEmpty() || areLabelsUsed(change)))
            return Way::Rebuild;
        return Way::InPlace;
    case ObjectKind::Domain:
        return changes(change, Property::Base) || changes(change, Property::Collation)
                 ? Way::Rebuild
                 : Way::InPlace;
    case ObjectKind::RangeType:
        return changes(change, Property::Definition) ? Way::Rebuild : Way::InPlace;
    case ObjectKind::Table:
        return changes(change, Property::PartitionKey) ? Way::Recreate : Way::InPlace;
    case ObjectKind::Column:
        return changes(change, Property::Generated) && to.has(Property::Generated) ? Way::Recreate
                                                                                   : Way::InPlace;
    case ObjectKind::Function:
        return changes(change, Property::Type) || changes(change, Property::Columns)
                    || from.value(Property::Kind) != to.value(Property::Kind)
                 ? Way::Recreate
                 : Way::InPlace;
    case ObjectKind::View:
        return isViewReplaceable(from, to) ? Way::InPlace : Way::Recreate;
    case ObjectKind::Constraint:
    case ObjectKind::ForeignKey:
        return changes(change, Property::Definition)
                    && from.value(Property::Definition)
                           != to.value(Property::Definition) + u" NOT VALID"_s
                 ? Way::Recreate
                 : Way::InPlace;
    case ObjectKind::Index:
        return changes(change, Property::Definition) || changes(change, Property::Valid)
                 ? Way::Recreate
                 : Way::InPlace;
    case ObjectKind::Extension:
    case ObjectKind::Rule:
    case ObjectKind::Default:
    case ObjectKind::SequenceOwner:
        return Way::InPlace;
    default:
        return changes(change, Property::Definition) ? Way::Recreate : Way::InPlace;
    }
}

bool ObjectAlteration::isBlocked(const SchemaChange &change) const
{
    if (way(change) != Way::InPlace)
        return true;
    return m_to.at(change.to).kind == ObjectKind::Column
        && (changes(change, Property::Type) || changes(change, Property::Collation)
            || changes(change, Property::Generated));
}

bool ObjectAlteration::isViewReplaceable(const SchemaObject &from, const SchemaObject &to) const
{
    const auto flat = [](const SchemaObject &view) {
        const QString columns = view.value(Property::Columns);
        const QStringList names = jsonStrings(columns, 0);
        const QStringList types = jsonStrings(columns, 1);
        const QStringList collations = jsonStrings(columns, 2);
        QStringList result;
        for (qsizetype i = 0; i < names.size(); ++i)
            result << names.at(i) + u' ' + types.at(i) + u' ' + collations.at(i);
        return result;
    };
    return isPrefix(flat(from), flat(to));
}

QString ObjectAlteration::conversion(const QString &column, const QString &from,
                                     const QString &to) const
{
    if (m_from.isAssignable(from, to))
        return {};
    const bool wasArray = from.endsWith("[]"_L1);
    const bool isArray = to.endsWith("[]"_L1);
    if (isArray && !wasArray)
        return u" USING CASE WHEN %1 IS NULL THEN NULL ELSE ARRAY[%1]::%2 END"_s.arg(column, to);
    if (wasArray && !isArray && to != "jsonb"_L1 && to != "json"_L1)
        return u" USING (%1)[1]::%2"_s.arg(column, to);
    if (m_from.isCastable(from, to))
        return u" USING %1::%2"_s.arg(column, to);
    static const QStringList texts{u"text"_s, u"character varying"_s, u"character"_s};
    const bool wasText = texts.contains(from.section(u'(', 0, 0));
    if ((to == "jsonb"_L1 || to == "json"_L1) && !wasText)
        return u" USING to_%2(%1)"_s.arg(column, to);
    return u" USING %1::text::%2"_s.arg(column, to);
}

QString ObjectAlteration::fill(const SchemaObject &column) const
{
    if (column.has(Property::Fill))
        return column.value(Property::Fill);
    const QString type = column.value(Property::Type);
    if (type.endsWith("[]"_L1))
        return u"'{}'"_s;
    if (const SchemaObject *labels = m_to.find(u"enum "_s + type))
        return literal(jsonStrings(labels->value(Property::Labels)).value(0));
    const QString base = type.section(u'(', 0, 0);
    static const QHash<QString, QString> values{
        {u"smallint"_s, u"0"_s},
        {u"integer"_s, u"0"_s},
        {u"bigint"_s, u"0"_s},
        {u"numeric"_s, u"0"_s},
        {u"real"_s, u"0"_s},
        {u"double precision"_s, u"0"_s},
        {u"money"_s, u"0"_s},
        {u"text"_s, u"''"_s},
        {u"character varying"_s, u"''"_s},
        {u"character"_s, u"''"_s},
        {u"bytea"_s, u"''"_s},
        {u"boolean"_s, u"false"_s},
        {u"json"_s, u"'{}'"_s},
        {u"jsonb"_s, u"'{}'"_s},
        {u"uuid"_s, u"'00000000-0000-0000-0000-000000000000'"_s},
        {u"date"_s, u"'1970-01-01'"_s},
        {u"interval"_s, u"'0'"_s},
        {u"inet"_s, u"'0.0.0.0'"_s},
    };
    if (base.startsWith("timestamp"_L1))
        return u"'1970-01-01'"_s;
    if (base.startsWith("time"_L1))
        return u"'00:00'"_s;
    return values.value(base);
}

QStringList ObjectAlteration::ofIdentity(const SchemaObject &from, const SchemaObject &to) const
{
    const QString alter = alterTable(to) + u"ALTER COLUMN "_s + to.name + u' ';
    if (!to.has(Property::Identity))
        return {alter + u"DROP IDENTITY"_s};
    QStringList statements;
    if (!from.has(Property::Identity)) {
        if (!from.is(Property::NotNull))
            statements << alter + u"SET NOT NULL"_s;
        statements << alter
                          + u"ADD GENERATED %1 AS IDENTITY (%2)"_s.arg(
                              to.value(Property::Identity), to.value(Property::SequenceOptions));
        // The numbering goes on where the rows end.
        const QString sequence = u"pg_get_serial_sequence(%1, %2)"_s.arg(
            literal(to.qualifiedRelation()), literal(to.name));
        statements << u"SELECT setval(%1, max(%2)) FROM %3 HAVING max(%2) IS NOT NULL"_s.arg(
            sequence, to.name, to.qualifiedRelation());
        return statements;
    }
    if (from.value(Property::Identity) != to.value(Property::Identity))
        statements << alter + u"SET GENERATED "_s + to.value(Property::Identity);
    const QString before = from.value(Property::SequenceOptions);
    const QString after = to.value(Property::SequenceOptions);
    if (before != after) {
        const auto named = [](const QString &options) {
            return options.mid(14).section(u" START WITH "_s, 0, 0);
        };
        if (named(before) != named(after)) {
            statements << u"ALTER SEQUENCE %1 RENAME TO %2"_s.arg(named(before),
                                                                  named(after).section(u'.', -1));
        }
        QString options = after.mid(after.indexOf(" START WITH "_L1) + 1);
        statements << u"ALTER SEQUENCE %1 %2"_s.arg(named(after), options);
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
    case Property::Generated:
        return {alter + u"DROP EXPRESSION"_s};
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
    if (changes(change, Property::Identity) && !to.has(Property::Identity))
        statements += ofIdentity(from, to);
    if (changes(change, Property::Generated))
        statements += ofColumnProperty(from, to, Property::Generated);
    if (changes(change, Property::Type) || changes(change, Property::Collation)) {
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
            continue;  // said with the identity
        if (one.property != Property::Generated)
            statements += ofColumnProperty(from, to, one.property);
    }
    if ((changes(change, Property::Identity) || changes(change, Property::SequenceOptions))
        && to.has(Property::Identity))
        statements += ofIdentity(from, to);
    return statements;
}

QStringList ObjectAlteration::ofTable(const SchemaChange &change) const
{
    const SchemaObject &to = m_to.at(change.to);
    const QString alter = u"ALTER TABLE "_s + to.qualifiedName() + u' ';
    QStringList statements;
    for (const PropertyChange &one : change.properties) {
        switch (one.property) {
        case Property::Persistence:
            statements << alter + (one.to.isEmpty() ? u"SET LOGGED"_s : u"SET UNLOGGED"_s);
            break;
        case Property::OfType:
            statements << alter + (one.to.isEmpty() ? u"NOT OF"_s : u"OF "_s + one.to);
            break;
        case Property::AccessMethod:
            statements << alter + u"SET ACCESS METHOD "_s + (one.to.isEmpty() ? u"heap"_s : one.to);
            break;
        case Property::Options:
            statements += optionChanges(alter, one.from, one.to);
            break;
        case Property::RowSecurity:
            statements << alter + (one.to.isEmpty() ? u"DISABLE"_s : u"ENABLE"_s)
                              + u" ROW LEVEL SECURITY"_s;
            break;
        case Property::ForcedRowSecurity:
            statements << alter + (one.to.isEmpty() ? u"NO FORCE"_s : u"FORCE"_s)
                              + u" ROW LEVEL SECURITY"_s;
            break;
        case Property::ReplicaIdentity:
            statements << alter + u"REPLICA IDENTITY "_s
                              + (one.to.isEmpty() ? u"DEFAULT"_s : one.to);
            break;
        case Property::Comment:
            statements << m_sql.comment(to);
            break;
        default:
            break;
        }
    }
    return statements;
}

QStringList ObjectAlteration::ofDomain(const SchemaChange &change) const
{
    const SchemaObject &to = m_to.at(change.to);
    const QString alter = u"ALTER DOMAIN "_s + to.qualifiedName() + u' ';
    QStringList statements;
    for (const PropertyChange &one : change.properties) {
        if (one.property == Property::Default)
            statements << alter
                              + (one.to.isEmpty() ? u"DROP DEFAULT"_s : u"SET DEFAULT "_s + one.to);
        else if (one.property == Property::NotNull)
            statements << alter + (one.to.isEmpty() ? u"DROP"_s : u"SET"_s) + u" NOT NULL"_s;
        else if (one.property == Property::Comment)
            statements << m_sql.comment(to);
    }
    return statements;
}

QStringList ObjectAlteration::ofComposite(const SchemaObject &from, const SchemaObject &to) const
{
    const QString alter = u"ALTER TYPE "_s + to.qualifiedName() + u' ';
    const QStringList before = jsonStrings(from.value(Property::Columns), 0);
    const QStringList typesBefore = jsonStrings(from.value(Property::Columns), 1);
    const QStringList after = jsonStrings(to.value(Property::Columns), 0);
    const QStringList typesAfter = jsonStrings(to.value(Property::Columns), 1);
    QStringList statements;
    for (const QString &attribute : before) {
        if (!after.contains(attribute))
            statements << alter + u"DROP ATTRIBUTE %1 CASCADE"_s.arg(attribute);
    }
    for (qsizetype i = 0; i < after.size(); ++i) {
        const qsizetype place = before.indexOf(after.at(i));
        if (place < 0) {
            statements << alter
                              + u"ADD ATTRIBUTE %1 %2 CASCADE"_s.arg(after.at(i), typesAfter.at(i));
        } else if (typesBefore.at(place) != typesAfter.at(i)) {
            statements << alter
                              + u"ALTER ATTRIBUTE %1 TYPE %2 CASCADE"_s.arg(after.at(i),
                                                                            typesAfter.at(i));
        }
    }
    return statements;
}

QStringList ObjectAlteration::ofIndexSettings(const SchemaChange &change) const
{
    const SchemaObject &to = m_to.at(change.to);
    const QString full = to.schema + u'.' + to.name;
    QStringList statements;
    for (const PropertyChange &one : change.properties) {
        switch (one.property) {
        case Property::Options:
            statements += optionChanges(u"ALTER INDEX %1 "_s.arg(full), one.from, one.to);
            break;
        case Property::Clustered:
            if (one.to.isEmpty())
                statements << alterTable(to) + u"SET WITHOUT CLUSTER"_s;
            else
                statements << alterTable(to) + u"CLUSTER ON "_s + to.name;
            break;
        case Property::ReplicaIdentity:
            if (one.to.isEmpty())
                statements << alterTable(to) + u"REPLICA IDENTITY DEFAULT"_s;
            else
                statements << alterTable(to) + u"REPLICA IDENTITY USING INDEX "_s + to.name;
            break;
        case Property::StatisticsTarget: {
            const QStringList gone = one.from.split(u", "_s, Qt::SkipEmptyParts);
            for (const QString &target : gone) {
                statements << u"ALTER INDEX %1 ALTER COLUMN %2 SET STATISTICS -1"_s.arg(
                    full, target.section(u'=', 0, 0));
            }
            const QStringList set = one.to.split(u", "_s, Qt::SkipEmptyParts);
            for (const QString &target : set) {
                statements << u"ALTER INDEX %1 ALTER COLUMN %2 SET STATISTICS %3"_s.arg(
                    full, target.section(u'=', 0, 0), target.section(u'=', 1));
            }
            break;
        }
        default:
            break;
        }
    }
    return statements;
}

QStringList ObjectAlteration::ofView(const SchemaChange &change) const
{
    const SchemaObject &from = m_from.at(change.from);
    const SchemaObject &to = m_to.at(change.to);
    const bool isMaterialized = to.kind == ObjectKind::MaterializedView;
    QStringList statements;
    if (changes(change, Property::Definition) && !isMaterialized) {
        SchemaObject bareView = to;
        bareView.set(Property::Options, {});
        QString definition = to.value(Property::Definition).trimmed();
        if (definition.endsWith(u';'))
            definition.chop(1);
        const QString options = to.has(Property::Options)
                                  ? u" WITH (%1)"_s.arg(to.value(Property::Options))
                                  : QString();
        statements << u"CREATE OR REPLACE VIEW %1%2 AS\n%3"_s.arg(to.qualifiedName(), options,
                                                                  definition);
    } else if (changes(change, Property::Options)) {
        statements +=
            optionChanges(u"ALTER %1VIEW %2 "_s.arg(isMaterialized ? u"MATERIALIZED "_s : QString(),
                                                    to.qualifiedName()),
                          from.value(Property::Options), to.value(Property::Options));
    }
    if (changes(change, Property::Populated)) {
        statements << u"REFRESH MATERIALIZED VIEW %1%2"_s.arg(
            to.qualifiedName(), to.has(Property::Populated) ? QString() : u" WITH NO DATA"_s);
    }
    if (changes(change, Property::ColumnComments)) {
        const auto commentsOf = [](const SchemaObject &view) {
            return QJsonDocument::fromJson(view.value(Property::ColumnComments).toUtf8()).object();
        };
        const QJsonObject before = commentsOf(from);
        const QJsonObject after = commentsOf(to);
        QStringList names = before.keys() + after.keys();
        names.removeDuplicates();
        for (const QString &name : std::as_const(names)) {
            if (before.value(name) == after.value(name))
                continue;
            const QString comment = after.value(name).toString();
            statements << u"COMMENT ON COLUMN %1.%2 IS %3"_s.arg(
                to.qualifiedName(), name, comment.isEmpty() ? u"NULL"_s : literal(comment));
        }
    }
    return statements;
}

QStringList ObjectAlteration::addedLabels(const SchemaObject &from, const SchemaObject &to) const
{
    const QStringList before = jsonStrings(from.value(Property::Labels));
    const QStringList after = jsonStrings(to.value(Property::Labels));
    QStringList kept = after;
    kept.removeIf([&before](const QString &label) { return !before.contains(label); });
    if (kept != before)
        return {};
    QStringList statements;
    for (qsizetype i = 0; i < after.size(); ++i) {
        if (before.contains(after.at(i)))
            continue;
        QString place;
        if (i > 0)
            place = u" AFTER "_s + literal(after.at(i - 1));
        else if (!before.isEmpty())
            place = u" BEFORE "_s + literal(before.first());
        statements << u"ALTER TYPE %1 ADD VALUE %2%3"_s.arg(to.qualifiedName(),
                                                            literal(after.at(i)), place);
    }
    return statements;
}

/// A label that was added cannot be used before the transaction ends, so where something new
/// mentions one, the type is made anew.
bool ObjectAlteration::areLabelsUsed(const SchemaChange &change) const
{
    const QStringList before = jsonStrings(m_from.at(change.from).value(Property::Labels));
    QStringList added = jsonStrings(m_to.at(change.to).value(Property::Labels));
    added.removeIf([&before](const QString &label) { return before.contains(label); });
    for (const SchemaObject &object : m_to.objects()) {
        const QString definition =
            object.value(Property::Definition) + object.value(Property::Generated)
            + object.value(Property::Default) + object.value(Property::PartitionBound);
        for (const QString &label : std::as_const(added)) {
            if (definition.contains(literal(label)))
                return true;
        }
    }
    return false;
}

QStringList ObjectAlteration::rebuild(const SchemaChange &change, const QList<int> &columns) const
{
    const SchemaObject &type = m_to.at(change.to);
    if (type.kind == ObjectKind::RangeType)
        return rebuildByText(change, columns);
    const QString keyword = type.kind == ObjectKind::Domain ? u"DOMAIN"_s : u"TYPE"_s;
    QString oldName = type.name;
    const bool isQuoted = oldName.endsWith(u'"');
    oldName = isQuoted ? oldName.chopped(1) + u"__before\""_s : oldName + u"__before"_s;
    QStringList statements;
    statements << u"ALTER %1 %2 RENAME TO %3"_s.arg(keyword, type.qualifiedName(), oldName);
    statements += m_sql.create(change.to);
    for (const int index : columns) {
        const SchemaObject &column = m_to.at(index);
        QString sql = alterTable(column)
                    + u"ALTER COLUMN %1 TYPE %2"_s.arg(column.name, column.value(Property::Type));
        if (column.has(Property::Collation))
            sql += u" COLLATE "_s + column.value(Property::Collation);
        statements << sql + u" USING %1::text::%2"_s.arg(column.name, column.value(Property::Type));
    }
    statements << u"DROP %1 %2.%3"_s.arg(keyword, type.schema, oldName);
    return statements;
}

/// A range brings functions and a second type along, whose names would meet: nothing may have the
/// type while it is made anew.
QStringList ObjectAlteration::rebuildByText(const SchemaChange &change,
                                            const QList<int> &columns) const
{
    QStringList aside;
    QStringList back;
    for (const int index : columns) {
        const SchemaObject &column = m_to.at(index);
        const QString alter = alterTable(column) + u"ALTER COLUMN %1 TYPE "_s.arg(column.name);
        aside << alter + u"text"_s;
        back << alter + u"%2 USING %1::%2"_s.arg(column.name, column.value(Property::Type));
    }
    return aside + QStringList{u"DROP TYPE "_s + m_to.at(change.to).qualifiedName()}
         + m_sql.create(change.to) + back;
}

QStringList ObjectAlteration::statements(const SchemaChange &change) const
{
    const SchemaObject &from = m_from.at(change.from);
    const SchemaObject &to = m_to.at(change.to);
    QStringList statements;
    switch (to.kind) {
    case ObjectKind::Table:
        return ofTable(change);
    case ObjectKind::Column:
        return ofColumn(change);
    case ObjectKind::Domain:
        return ofDomain(change);
    case ObjectKind::Default:
    case ObjectKind::SequenceOwner:
        return m_sql.create(change.to);
    case ObjectKind::Extension:
        return {};
    case ObjectKind::Enum:
        if (changes(change, Property::Labels))
            statements = addedLabels(from, to);
        break;
    case ObjectKind::CompositeType:
        if (changes(change, Property::Columns))
            statements = ofComposite(from, to);
        break;
    case ObjectKind::Sequence:
        if (std::any_of(change.properties.cbegin(), change.properties.cend(),
                        [](const PropertyChange &one) {
                            return one.property != Property::Comment
                                && one.property != Property::Persistence;
                        })) {
            statements << u"ALTER SEQUENCE %1 AS %2 %3"_s.arg(
                to.qualifiedName(), to.value(Property::Type), m_sql.sequenceOptions(to));
        }
        if (changes(change, Property::Persistence)) {
            statements << u"ALTER SEQUENCE %1 SET %2"_s.arg(
                to.qualifiedName(), to.has(Property::Persistence) ? u"UNLOGGED"_s : u"LOGGED"_s);
        }
        break;
    case ObjectKind::Function: {
        QString definition = to.value(Property::Definition);
        if (changes(change, Property::Definition))
            statements << definition.trimmed();
        break;
    }
    case ObjectKind::Constraint:
    case ObjectKind::ForeignKey:
        if (changes(change, Property::Definition))
            statements << alterTable(to) + u"VALIDATE CONSTRAINT "_s + to.name;
        statements += ofIndexSettings(change);
        break;
    case ObjectKind::Index:
        statements = ofIndexSettings(change);
        break;
    case ObjectKind::View:
    case ObjectKind::MaterializedView:
        statements = ofView(change);
        break;
    case ObjectKind::Rule:
        if (changes(change, Property::Definition)) {
            QString definition = to.value(Property::Definition).trimmed();
            if (definition.endsWith(u';'))
                definition.chop(1);
            statements << definition.replace(0, 6, u"CREATE OR REPLACE"_s);
        }
        break;
    case ObjectKind::Statistics:
        if (changes(change, Property::StatisticsTarget)) {
            const QString target = to.value(Property::StatisticsTarget);
            statements << u"ALTER STATISTICS %1 SET STATISTICS %2"_s.arg(
                to.qualifiedName(), target.isEmpty() ? u"-1"_s : target);
        }
        break;
    default:
        break;
    }
    if (changes(change, Property::Enabled))
        statements << m_sql.enabling(to);
    if (changes(change, Property::Comment))
        statements << m_sql.comment(to);
    return statements;
}

}  // namespace roster
