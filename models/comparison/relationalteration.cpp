// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/objectalteration.h"

#include "models/database/session.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace roster {

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

QString alterSequence(const QString &name, const QString &options, const QString &optionsBefore)
{
    const auto bound = [](const QString &text, const QString &word) {
        return text.section(word, 1).section(u' ', 0, 0).toLongLong();
    };
    const QString minimum = u"MINVALUE "_s;
    const QString maximum = u"MAXVALUE "_s;
    const qint64 least = bound(options, minimum);
    const qint64 most = bound(options, maximum);
    QString alter = u"ALTER SEQUENCE %1 %2"_s.arg(name, options);
    const bool endsWithType =
        most == std::numeric_limits<qint16>::max() || most == std::numeric_limits<qint32>::max();
    if (least <= bound(optionsBefore, minimum)
        && (most >= bound(optionsBefore, maximum) || endsWithType))
        return alter;
    return u"DO $$BEGIN EXECUTE (SELECT %1 || CASE WHEN last_value BETWEEN %2 AND %3 THEN '' ELSE "
           "' RESTART' END FROM %4); END$$"_s.arg(literal(alter), QString::number(least),
                                                  QString::number(most), name);
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
            if (!one.to.isEmpty() || !isSetBySome(to.qualifiedName(), one.property))
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

/// What a table has once (replica identity, the index it is clustered on) is set by the table or
/// one of its indexes: what had it before need not take it back.
bool ObjectAlteration::isSetBySome(const QString &relation, Property property) const
{
    const int table = m_to.indexOf(u"table "_s + relation);
    const int view = m_to.indexOf(u"materialized_view "_s + relation);
    const int whole = table >= 0 ? table : view;
    return whole >= 0
        && (m_to.at(whole).has(property) || std::ranges::any_of(m_to.parts(whole), [&](int part) {
                return m_to.at(part).kind != ObjectKind::Column && m_to.at(part).has(property);
            }));
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
            if (!one.to.isEmpty())
                statements << alterTable(to) + u"CLUSTER ON "_s + to.name;
            else if (!isSetBySome(to.qualifiedRelation(), one.property))
                statements << alterTable(to) + u"SET WITHOUT CLUSTER"_s;
            break;
        case Property::ReplicaIdentity:
            if (one.to.isEmpty() && !isSetBySome(to.qualifiedRelation(), one.property))
                statements << alterTable(to) + u"REPLICA IDENTITY DEFAULT"_s;
            else if (!one.to.isEmpty())
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

QStringList ObjectAlteration::beforeDrop(const SchemaObject &object) const
{
    const QString relation = object.qualifiedRelation();
    const bool isIndex = object.kind == ObjectKind::Index || object.kind == ObjectKind::Constraint;
    if (!isIndex || !object.has(Property::ReplicaIdentity) || !m_to.find(u"table "_s + relation)
        || isSetBySome(relation, Property::ReplicaIdentity))
        return {};
    return {alterTable(object) + u"REPLICA IDENTITY DEFAULT"_s};
}

QStringList ObjectAlteration::ofColumnComments(const SchemaChange &change) const
{
    const SchemaObject &from = m_from.at(change.from);
    const SchemaObject &to = m_to.at(change.to);
    QStringList statements;
    if (change.changes(Property::ColumnComments)) {
        const auto commentsOf = [](const SchemaObject &view) {
            return QJsonDocument::fromJson(view.value(Property::ColumnComments).toUtf8()).object();
        };
        const QJsonObject before = commentsOf(from);
        const QJsonObject after = commentsOf(to);
        QStringList names = before.keys() + after.keys();
        names.removeDuplicates();
        const QStringList columns = jsonStrings(to.value(Property::Columns), 0);
        for (const QString &name : std::as_const(names)) {
            const bool isGone = !columns.isEmpty() && !columns.contains(name);
            if (isGone || before.value(name) == after.value(name))
                continue;
            const QString comment = after.value(name).toString();
            statements << u"COMMENT ON COLUMN %1.%2 IS %3"_s.arg(
                to.qualifiedName(), name, comment.isEmpty() ? u"NULL"_s : literal(comment));
        }
    }
    return statements;
}

QStringList ObjectAlteration::ofColumnSettings(const SchemaChange &change) const
{
    const SchemaObject &to = m_to.at(change.to);
    const auto settingsOf = [](const SchemaObject &view) {
        return QJsonDocument::fromJson(view.value(Property::ColumnSettings).toUtf8()).object();
    };
    const QJsonObject before = settingsOf(m_from.at(change.from));
    const QJsonObject after = settingsOf(to);
    QStringList columns = before.keys() + after.keys();
    columns.removeDuplicates();
    QStringList statements;
    for (const QString &column : std::as_const(columns)) {
        const QString alter =
            u"ALTER MATERIALIZED VIEW %1 ALTER COLUMN %2 "_s.arg(to.qualifiedName(), column);
        // Pairs of what sets it and what takes it back.
        const QJsonArray had = before.value(column).toArray();
        const QJsonArray has = after.value(column).toArray();
        for (const auto &setting : had) {
            if (!has.contains(setting))
                statements << alter + setting[1].toString();
        }
        for (const auto &setting : has) {
            if (!had.contains(setting))
                statements << alter + setting[0].toString();
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
    if (change.changes(Property::Definition) && !isMaterialized) {
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
    } else if (change.changes(Property::Options)) {
        statements +=
            optionChanges(u"ALTER %1VIEW %2 "_s.arg(isMaterialized ? u"MATERIALIZED "_s : QString(),
                                                    to.qualifiedName()),
                          from.value(Property::Options), to.value(Property::Options));
    }
    if (change.changes(Property::AccessMethod)) {
        const QString method = to.value(Property::AccessMethod);
        statements << u"ALTER MATERIALIZED VIEW %1 SET ACCESS METHOD %2"_s.arg(
            to.qualifiedName(), method.isEmpty() ? u"heap"_s : method);
    }
    if (change.changes(Property::Populated)) {
        statements << u"REFRESH MATERIALIZED VIEW %1%2"_s.arg(
            to.qualifiedName(), to.has(Property::Populated) ? QString() : u" WITH NO DATA"_s);
    }
    if (change.changes(Property::ColumnSettings))
        statements += ofColumnSettings(change);
    return statements + ofColumnComments(change);
}

}  // namespace roster
