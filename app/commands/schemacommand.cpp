// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/context.h"
#include "models/schema/declaredtables.h"
#include "models/schema/schemacreation.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <memory>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

QString plainName(const TableName &name)
{
    return name.schema + u'.' + name.name;
}

QJsonArray toJson(const QList<TableName> &names)
{
    QJsonArray array;
    for (const TableName &name : names)
        array << plainName(name);
    return array;
}

/// `roster schema create|show`: the declared tables.
class SchemaCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(SchemaCommand)

public:
    QString name() const override { return u"schema"_s; }
    QString summary() const override { return tr("create the declared tables"); }
    QStringList usage() const override { return {u"create [--json]"_s, u"show [--json]"_s}; }
    QString details() const override
    {
        return tr("create makes the tables that are not there yet and leaves the others alone.\n"
                  "show writes the statements that create would run, and changes nothing.");
    }
    QList<Option> options() const override
    {
        return {{u"json"_s, {}, tr("say what was done as JSON")}};
    }
    std::pair<int, int> words() const override { return {1, 1}; }

    Result<ExitCode> run(Context &context) override
    {
        const QString action = context.arguments().word(0);
        if (action != "create"_L1 && action != "show"_L1) {
            return fail(Error::Kind::Usage, tr("There is no `schema %1`.").arg(action),
                        tr("Write create or show."));
        }
        const auto mode = action == "create"_L1 ? CreationMode::Create : CreationMode::Preview;
        const auto creation = context.onSession([&](Session &session, Progress &) {
            return createDeclaredTables(session, declaredTables(), mode);
        });
        if (!creation)
            return fail(creation.error());
        if (context.wantsJson())
            writeJson(context, *creation);
        else if (mode == CreationMode::Preview)
            writeStatements(context, *creation);
        else
            writeText(context, *creation);
        return ExitCode::Done;
    }

private:
    static void writeJson(Context &context, const SchemaCreation &creation)
    {
        const QJsonObject object{
            {u"created"_s, toJson(creation.created)},
            {u"existing"_s, toJson(creation.existing)},
            {u"statements"_s, QJsonArray::fromStringList(creation.statements)},
            {u"missing_indexes"_s, QJsonArray::fromStringList(creation.missingIndexes)}};
        context.out().write(QJsonDocument(object).toJson());
    }

    static void writeStatements(Context &context, const SchemaCreation &creation)
    {
        for (const QString &statement : creation.statements + creation.missingIndexes)
            context.out().line(statement.endsWith(u';') ? statement : statement + u';');
    }

    static void writeText(Context &context, const SchemaCreation &creation)
    {
        for (const TableName &name : creation.created)
            context.out().line(tr("created %1").arg(plainName(name)));
        for (const TableName &name : creation.existing)
            context.out().line(tr("exists  %1").arg(plainName(name)));
        for (const QString &statement : creation.missingIndexes)
            context.say(tr("An index of the declaration is missing: %1").arg(statement));
    }
};

}  // namespace

std::unique_ptr<Command> makeSchemaCommand()
{
    return std::make_unique<SchemaCommand>();
}

}  // namespace roster
