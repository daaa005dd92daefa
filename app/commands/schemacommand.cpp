// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/action.h"
#include "app/commands/context.h"
#include "app/commands/schemadiff.h"
#include "models/database/transaction.h"
#include "models/migration/tablecreation.h"
#include "models/schema/declaredtables.h"
#include "models/schema/schemacreation.h"
#include "models/seeding/seedhistory.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
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

/// `roster schema create|show|diff|fingerprint|init`: the declared tables, comparing schemas, and
/// what Roster keeps beside them.
class SchemaCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(SchemaCommand)

public:
    QString name() const override { return u"schema"_s; }
    QString summary() const override { return tr("create the declared tables, compare schemas"); }
    QStringList usage() const override
    {
        return {u"create [--with GROUP] [--json]"_s, u"show [SIDE] [--with GROUP] [--json]"_s,
                u"diff [--from SIDE] [--to SIDE] [--sql|--json] [--rename OLD=NEW]"_s,
                u"fingerprint [SIDE]"_s, u"init"_s};
    }
    QString details() const override
    {
        return tr("create makes the tables that are not there yet and leaves the others "
                  "alone.\n"
                  "show writes the statements that create would run, and changes nothing; of a "
                  "SIDE, those that make it out of nothing.\n"
                  "--with adds tables that are made only when asked for: %1.\n"
                  "diff says what differs and ends with 3 where something does. With --sql it "
                  "writes the statements that make --from into --to, fit for one transaction. It "
                  "never asks: a name that is on one side only is dropped or added, unless "
                  "--rename table.column=new or table=new says otherwise.\n"
                  "A SIDE is `declared`, `live` (the database that --url and its like mean), a "
                  "URL, a .sql file with DDL or from pg_dump -s, or a revision: `head`, an id. "
                  "Without --from and --to: live and declared.\n"
                  "init makes the schema roster, where Roster keeps the history of seeding;\n"
                  "without it that happens at the first run that the role may record.")
            .arg(groups().join(", "_L1));
    }
    QList<Option> options() const override
    {
        return {{u"with"_s, u"GROUP"_s, tr("also these tables, which are optional"), true},
                {u"json"_s, {}, tr("say what was done, or what differs, as JSON")},
                {u"sql"_s, {}, tr("write the difference as SQL")},
                {u"from"_s, u"SIDE"_s, tr("what to compare")},
                {u"to"_s, u"SIDE"_s, tr("what to compare it with")},
                {u"migrations"_s, u"DIR"_s, tr("a folder of revisions beside the built-in ones")},
                {u"rename"_s, u"OLD=NEW"_s, tr("a table or column that was renamed"), true}};
    }
    std::pair<int, int> words() const override { return {1, 2}; }

    Result<ExitCode> run(Context &context) override
    {
        static constexpr std::array actions{
            Action{"create", 0, 0, create},      Action{"show", 0, 1, show},
            Action{"diff", 0, 0, runSchemaDiff}, Action{"fingerprint", 0, 1, runSchemaFingerprint},
            Action{"init", 0, 0, init},
        };
        return runAction(*this, actions, context);
    }

private:
    static QStringList groups();
    /// The declared tables and those of the optional groups.
    static Result<QList<TableSchema>> wantedTables(const QStringList &wanted);
    static Result<ExitCode> create(Context &context);
    static Result<ExitCode> show(Context &context);
    static Result<ExitCode> createOrPreview(Context &context, CreationMode mode);
    static Result<ExitCode> init(Context &context);
    static Result<SchemaCreation> createTables(Session &session, const QList<TableSchema> &tables,
                                               Progress &progress);

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

QStringList SchemaCommand::groups()
{
    QStringList names;
    for (const OptionalTable &optional : optionalTables()) {
        if (!names.contains(optional.group))
            names << optional.group;
    }
    return names;
}

Result<QList<TableSchema>> SchemaCommand::wantedTables(const QStringList &wanted)
{
    for (const QString &group : wanted) {
        if (!groups().contains(group)) {
            return fail(Error::Kind::Usage, tr("There are no optional tables %1.").arg(group),
                        tr("There is: %1").arg(groups().join(", "_L1)));
        }
    }
    QList<TableSchema> tables = declaredTables();
    for (const OptionalTable &optional : optionalTables()) {
        if (wanted.contains(optional.group))
            tables << optional.table;
    }
    return tables;
}

Result<ExitCode> SchemaCommand::create(Context &context)
{
    return createOrPreview(context, CreationMode::Create);
}

Result<ExitCode> SchemaCommand::show(Context &context)
{
    return context.arguments().words().size() > 1 ? runSchemaShow(context)
                                                  : createOrPreview(context, CreationMode::Preview);
}

Result<ExitCode> SchemaCommand::createOrPreview(Context &context, CreationMode mode)
{
    const auto tables = wantedTables(context.arguments().values(u"with"_s));
    if (!tables)
        return fail(tables.error());
    const auto creation = context.onSession([&](Session &session, Progress &progress) {
        return mode == CreationMode::Create ? createTables(session, *tables, progress)
                                            : createDeclaredTables(session, *tables, mode);
    });
    if (!creation)
        return fail(creation.error());
    if (!creation->notice.isEmpty())
        context.warn(creation->notice);
    if (context.wantsJson())
        writeJson(context, *creation);
    else if (mode == CreationMode::Preview)
        writeStatements(context, *creation);
    else
        writeText(context, *creation);
    return ExitCode::Done;
}

/// As the window does it: what the embedded revisions make is theirs, so that none is pending
/// afterwards.
Result<SchemaCreation> SchemaCommand::createTables(Session &session,
                                                   const QList<TableSchema> &tables,
                                                   Progress &progress)
{
    auto whole = createDeclaredTables(session, tables, CreationMode::Preview);
    if (!whole)
        return whole;
    auto first = createTablesByRevisions(session, progress);
    if (!first)
        return first;
    auto rest = createDeclaredTables(session, tables);
    if (!rest)
        return rest;
    return whole;
}

Result<ExitCode> SchemaCommand::init(Context &context)
{
    const auto done = context.onSession([](Session &session, Progress &) -> Result<void> {
        const RosterPart &part = SeedHistory::part();
        const auto state = rosterPartState(session, part);
        if (!state)
            return fail(state.error());
        if (!state->isThere && !state->canCreate) {
            return fail(Error::Kind::Permission, tr("The schema roster cannot be made."),
                        state->obstacle);
        }
        auto transaction = Transaction::begin(session);
        if (!transaction)
            return fail(transaction.error());
        ROSTER_TRY(ensureRosterPart(session, part));
        return transaction->commit();
    });
    if (!done)
        return fail(done.error());
    context.say(tr("The schema roster is there."));
    return ExitCode::Done;
}

}  // namespace

std::unique_ptr<Command> makeSchemaCommand()
{
    return std::make_unique<SchemaCommand>();
}

}  // namespace roster
