// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/context.h"
#include "app/commands/tableoutput.h"
#include "models/schema/catalogue.h"
#include "models/schema/declaredtables.h"

#include <QCoreApplication>

#include <memory>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// `roster table NAME`: the rows of any table or view.
class TableCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(TableCommand)

public:
    QString name() const override { return u"table"_s; }
    QString summary() const override
    {
        return tr("write any table or view as a table, CSV or JSON");
    }
    QStringList usage() const override { return {u"[SCHEMA.]NAME"_s}; }
    QList<Option> options() const override { return TableOutput::options(); }
    std::pair<int, int> words() const override { return {1, 1}; }

    Result<ExitCode> run(Context &context) override
    {
        const auto output = TableOutput::from(context);
        if (!output)
            return fail(output.error());
        ROSTER_TRY(context.onSession([&](Session &session, Progress &) -> Result<void> {
            const auto name = find(session, context.arguments().word(0));
            if (!name)
                return fail(name.error());
            auto schema = readTable(session, *name);
            if (!schema)
                return fail(schema.error());
            return output->write(context, session, mergeDeclared(*schema));
        }));
        return ExitCode::Done;
    }

private:
    /// As it is typed; without a schema the one that the search path finds first.
    static Result<TableName> find(Session &session, const QString &typed)
    {
        const auto found = session.query(uR"(
            SELECT n.nspname, c.relname
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
              AND (n.nspname || '.' || c.relname = $1
                   OR c.relname = $1 AND pg_catalog.pg_table_is_visible(c.oid))
            ORDER BY c.relname = $1 DESC
            LIMIT 1)"_s,
                                         {typed.toUtf8()});
        if (!found)
            return fail(found.error());
        if (found->isEmpty()) {
            return fail(Error::Kind::NotFound, tr("There is no table or view %1.").arg(typed),
                        tr("Write its name with its schema, as in public.players."));
        }
        return TableName{found->text(0, 0), found->text(0, 1)};
    }
};

}  // namespace

std::unique_ptr<Command> makeTableCommand()
{
    return std::make_unique<TableCommand>();
}

}  // namespace roster
