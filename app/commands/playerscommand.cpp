// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/context.h"
#include "app/commands/tableoutput.h"
#include "models/schema/catalogue.h"
#include "models/schema/declaredtables.h"
#include "models/tables/player.h"

#include <QCoreApplication>

#include <memory>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// `roster players`: the players' rows.
class PlayersCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(PlayersCommand)

public:
    QString name() const override { return u"players"_s; }
    QString summary() const override { return tr("write the players as a table, CSV or JSON"); }
    QList<Option> options() const override { return TableOutput::options(); }
    QString details() const override
    {
        return tr("Examples:\n"
                  "  roster players --where 'level >= 10' --limit 20\n"
                  "  roster players --filter 'level=10..20' --order total_exp:desc --format csv");
    }

    Result<ExitCode> run(Context &context) override
    {
        const auto output = TableOutput::from(context);
        if (!output)
            return fail(output.error());
        ROSTER_TRY(context.onSession([&](Session &session, Progress &) -> Result<void> {
            auto schema = readTable(session, describe(players).name);
            if (!schema) {
                Error error = schema.error();
                if (error.kind == Error::Kind::NotFound)
                    error.hint = tr("`roster schema create` makes the tables.");
                return fail(std::move(error));
            }
            return output->write(context, session, mergeDeclared(*schema).readablePart());
        }));
        return ExitCode::Done;
    }
};

}  // namespace

std::unique_ptr<Command> makePlayersCommand()
{
    return std::make_unique<PlayersCommand>();
}

}  // namespace roster
