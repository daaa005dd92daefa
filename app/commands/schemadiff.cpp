// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/schemadiff.h"

#include "app/commands/context.h"
#include "models/comparison/changescript.h"
#include "models/database/profilestore.h"
#include "models/migration/schemaside.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

class SchemaDiffText
{
    Q_DECLARE_TR_FUNCTIONS(SchemaDiffCommand)
};

/// `live` and nothing: the database that --url, --profile and the environment mean.
Result<SchemaSide> sideOf(Context &context, const QString &text)
{
    if (!text.isEmpty() && text != "live"_L1)
        return SchemaSide::parse(text);
    const auto profile = context.profile();
    if (!profile)
        return fail(profile.error());
    return SchemaSide{.kind = SchemaSide::Kind::Database, .text = u"live"_s, .profile = *profile};
}

RevisionSources revisionsOf(Context &context)
{
    return {.folder = context.has(u"migrations"_s)
                        ? context.value(u"migrations"_s)
                        : ProfileStore().revisionFolder(context.value(u"profile"_s)),
            .alembic = {}};
}

/// The kinds that are never compared, of which one side or the other has some: how many.
QMap<QString, int> leftOut(const SchemaSideReader::Sides &sides)
{
    QMap<QString, int> result;
    for (const auto &[kind, count] : sides.from.leftOut() + sides.to.leftOut())
        result[kind] = std::max(result.value(kind), count);
    return result;
}

void sayLeftOut(Context &context, const SchemaSideReader::Sides &sides)
{
    QStringList kinds;
    const QMap<QString, int> counts = leftOut(sides);
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        kinds << u"%1 (%2)"_s.arg(uncomparedTerm(it.key())).arg(it.value());
    if (!kinds.isEmpty())
        context.say(SchemaDiffText::tr("Not compared: %1.").arg(kinds.join(u", "_s)));
}

QString wordOf(SchemaChange::Type type)
{
    switch (type) {
    case SchemaChange::Type::Added:
        return u"added"_s;
    case SchemaChange::Type::Removed:
        return u"removed"_s;
    case SchemaChange::Type::Changed:
        break;
    }
    return u"changed"_s;
}

QJsonObject toJson(const SchemaSideReader::Sides &sides, const SchemaChange &change)
{
    const SchemaObject &object =
        change.to >= 0 ? sides.to.at(change.to) : sides.from.at(change.from);
    QJsonObject json{{u"change"_s, wordOf(change.type)},
                     {u"kind"_s, kindKey(object.kind)},
                     {u"name"_s, object.identity().section(u' ', 1)}};
    QJsonArray properties;
    for (const PropertyChange &one : change.properties) {
        properties.append(QJsonObject{{u"property"_s, propertyKey(one.property)},
                                      {u"from"_s, one.from.isEmpty() ? QJsonValue() : one.from},
                                      {u"to"_s, one.to.isEmpty() ? QJsonValue() : one.to}});
    }
    if (!properties.isEmpty())
        json.insert(u"properties"_s, properties);
    return json;
}

void writeJson(Context &context, const SchemaSideReader::Sides &sides,
               const QList<SchemaChange> &changes)
{
    QJsonArray list;
    for (const SchemaChange &change : changes)
        list.append(toJson(sides, change));
    QJsonArray statements;
    for (const QString &rename : sides.renames)
        statements.append(QJsonObject{{u"sql"_s, rename}, {u"destructive"_s, false}});
    for (const ScriptStatement &statement : changeScript(sides.from, sides.to).statements) {
        QJsonObject json{{u"sql"_s, statement.sql}, {u"destructive"_s, statement.isDestructive}};
        if (!statement.note.isEmpty())
            json.insert(u"note"_s, statement.note);
        statements.append(json);
    }
    QJsonObject notCompared;
    const QMap<QString, int> counts = leftOut(sides);
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        notCompared.insert(it.key(), it.value());
    context.out().write(
        QJsonDocument(QJsonObject{{u"equal"_s, changes.isEmpty() && sides.renames.isEmpty()},
                                  {u"changes"_s, list},
                                  {u"statements"_s, statements},
                                  {u"not_compared"_s, notCompared}})
            .toJson());
}

}  // namespace

Result<ExitCode> runSchemaDiff(Context &context)
{
    if (context.has(u"sql"_s) && context.wantsJson()) {
        return fail(Error::Kind::Usage, SchemaDiffText::tr("--sql and --json exclude each other."));
    }
    const auto from = sideOf(context, context.value(u"from"_s));
    if (!from)
        return fail(from.error());
    const auto to = sideOf(context, context.has(u"to"_s) ? context.value(u"to"_s) : u"declared"_s);
    if (!to)
        return fail(to.error());
    SchemaSideReader reader([&context] { return context.localProfile(); }, revisionsOf(context),
                            context.progress());
    const auto sides = reader.read(*from, *to, context.arguments().values(u"rename"_s));
    if (!sides)
        return fail(sides.error());
    const QList<SchemaChange> changes = compareSchemas(sides->from, sides->to);
    if (context.has(u"sql"_s)) {
        for (const QString &rename : sides->renames)
            context.out().line(rename + u';');
        context.out().write(changeScript(sides->from, sides->to).toSql().toUtf8());
    } else if (context.wantsJson()) {
        writeJson(context, *sides, changes);
    } else {
        const QStringList renames = context.arguments().values(u"rename"_s);
        for (const QString &rename : renames)
            context.out().line(SchemaDiffText::tr("renamed %1 → %2")
                                   .arg(rename.section(u'=', 0, 0), rename.section(u'=', 1)));
        for (const SchemaChange &change : changes)
            context.out().line(changeText(sides->from, sides->to, change));
    }
    if (!context.wantsJson())
        sayLeftOut(context, *sides);
    const bool isEqual = changes.isEmpty() && sides->renames.isEmpty();
    if (isEqual)
        context.say(SchemaDiffText::tr("No differences."));
    return isEqual ? ExitCode::Done : ExitCode::DifferencesFound;
}

Result<ExitCode> runSchemaFingerprint(Context &context)
{
    const auto side = sideOf(context, context.arguments().word(1));
    if (!side)
        return fail(side.error());
    SchemaSideReader reader([&context] { return context.localProfile(); }, revisionsOf(context),
                            context.progress());
    const auto snapshot = reader.read(*side);
    if (!snapshot)
        return fail(snapshot.error());
    context.out().line(
        u"%1:sha256:%2"_s.arg(snapshot->majorVersion()).arg(snapshot->fingerprint()));
    return ExitCode::Done;
}

Result<ExitCode> runSchemaShow(Context &context)
{
    const auto side = sideOf(context, context.arguments().word(1));
    if (!side)
        return fail(side.error());
    SchemaSideReader reader([&context] { return context.localProfile(); }, revisionsOf(context),
                            context.progress());
    const auto sides =
        reader.read(SchemaSide{.kind = SchemaSide::Kind::Nothing, .profile = {}}, *side, {});
    if (!sides)
        return fail(sides.error());
    context.out().write(changeScript(sides->from, sides->to).toSql().toUtf8());
    return ExitCode::Done;
}

}  // namespace roster
