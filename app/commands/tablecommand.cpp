// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/context.h"
#include "app/commands/findrelation.h"
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
            const auto name = findRelation(session, context.arguments().word(0));
            if (!name)
                return fail(name.error());
            auto schema = readTable(session, *name);
            if (!schema)
                return fail(schema.error());
            return output->write(context, session, mergeDeclared(*schema).readablePart());
        }));
        return ExitCode::Done;
    }
};

}  // namespace

std::unique_ptr<Command> makeTableCommand()
{
    return std::make_unique<TableCommand>();
}

}  // namespace roster
