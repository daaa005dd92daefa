// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/changescript.h"

#include "models/comparison/changeplan.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

QString ChangeScript::toSql() const
{
    QString text;
    for (const ScriptStatement &statement : statements) {
        const QStringList notes = statement.note.split(u'\n', Qt::SkipEmptyParts);
        for (const QString &note : notes)
            text += u"-- "_s + note + u'\n';
        text += statement.sql + u";\n"_s;
    }
    return text;
}

bool ChangeScript::isDestructive() const
{
    return std::any_of(statements.cbegin(), statements.cend(),
                       [](const ScriptStatement &statement) { return statement.isDestructive; });
}

namespace {

bool isLeaving(const SchemaObject &table, const SchemaSnapshot &to)
{
    const SchemaObject *after = to.find(table.identity());
    return after
        && (table.value(Property::PartitionOf) != after->value(Property::PartitionOf)
            || table.value(Property::Inherits) != after->value(Property::Inherits));
}

/// What a table takes along when it leaves its parent.
bool isTakenAlong(const SchemaObject &clone, const SchemaSnapshot &from, const SchemaSnapshot &to)
{
    const SchemaObject *table = from.find(u"table "_s + clone.qualifiedRelation());
    if (!table || !isLeaving(*table, to))
        return false;
    QStringList parents = table->value(Property::Inherits).split(u", "_s, Qt::SkipEmptyParts);
    if (table->has(Property::PartitionOf))
        parents << table->value(Property::PartitionOf);
    // What the parent loses itself is gone here, too, before the table leaves.
    return std::any_of(parents.cbegin(), parents.cend(), [&](const QString &parent) {
        SchemaObject above = clone;
        above.name = clone.value(Property::Clone);
        const SchemaObject *whole = from.find(u"table "_s + parent);
        if (!whole)
            return false;
        above.schema = whole->schema;
        above.relation = whole->name;
        if (!to.find(whole->identity()))
            return true;  // it leaves before the parent goes
        return from.find(above.identity()) && to.find(above.identity());
    });
}

}  // namespace

ChangeScript changeScript(const SchemaSnapshot &from, const SchemaSnapshot &to)
{
    const bool anyLeaves = std::any_of(
        from.objects().cbegin(), from.objects().cend(), [&](const SchemaObject &object) {
            return object.kind == ObjectKind::Table && isLeaving(object, to);
        });
    if (!anyLeaves)
        return ChangePlan(from, to).script();
    const SchemaSnapshot own =
        from.withClones([&](const SchemaObject &clone) { return isTakenAlong(clone, from, to); });
    return ChangePlan(own, to).script();
}

}  // namespace roster
