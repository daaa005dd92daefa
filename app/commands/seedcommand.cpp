// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/action.h"
#include "app/commands/command.h"
#include "app/commands/context.h"
#include "app/commands/seedarguments.h"
#include "app/commands/seedoutput.h"
#include "models/seeding/genericseeder.h"
#include "models/seeding/seedplan.h"
#include "models/seeding/seedrunner.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <iostream>
#include <memory>
#include <optional>
#include <poll.h>
#include <string>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// `roster seed …`: made-up rows for development.
class SeedCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(SeedCommand)

public:
    QString name() const override { return u"seed"_s; }
    QString summary() const override { return tr("fill tables with made-up rows"); }
    QStringList usage() const override
    {
        return {u"list [--json]"_s,
                u"run SEEDER|--table NAME|--all [--rows N] [--random-seed S] [--append|--top-up-to "
                "N] [--option NAME=VALUE] [--column NAME=RECIPE] [--fixture] [--dry-run] [--yes "
                "NAME] [--json]"_s,
                u"preview SEEDER|--table NAME [--rows N] [--random-seed S] [--json]"_s,
                u"history [SEEDER] [--json]"_s, u"remove BATCH [--dry-run] [--json]"_s};
    }
    QString details() const override
    {
        return tr(
            "The rows that are there are replaced and the ids begin at 1 again, unless\n"
            "--append or --top-up-to is given; a failure leaves the old rows. The same number of\n"
            "rows and the same random seed give the same rows, on every machine.\n"
            "Where rows would go that no seeder made, it asks for the database's name.\n"
            "remove takes a run's rows back, but for what somebody edited since.\n"
            "--table fills any table by what the database says of it. A recipe for a column is\n"
            "one of: null, const:X, values:A|B|C, range:1..100, name, words, number;\n"
            "null:20%,RECIPE makes a fifth of the values NULL.\n"
            "On a database that counts as production it refuses.");
    }
    QList<Option> options() const override;
    std::pair<int, int> words() const override { return {1, 2}; }
    Result<ExitCode> run(Context &context) override;

private:
    static Result<ExitCode> list(Context &context);
    static Result<ExitCode> runSeeders(Context &context);
    static Result<ExitCode> preview(Context &context);
    static Result<ExitCode> history(Context &context);
    static Result<ExitCode> remove(Context &context);
};

QJsonDocument document(const QString &name, const QJsonArray &array)
{
    return QJsonDocument(QJsonObject{{name, array}});
}

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(SeedCommand)
};

/// Asks on the terminal, where there is one.
QString typedName(Context &context, const QList<SeedCheck> &checks)
{
    if (isatty(STDIN_FILENO) != 1 || isatty(STDERR_FILENO) != 1)
        return {};
    for (const SeedCheck &check : checks) {
        for (const SeedVictim &victim : check.victims) {
            if (victim.holdsOthers) {
                context.warn(Texts::tr("%1: %Ln row(s) would go, and not all of them were made by "
                                       "a seeder.",
                                       nullptr, int(std::min<qint64>(victim.rows, 2'000'000'000)))
                                 .arg(shortName(victim.table)));
            }
        }
    }
    context.warn(Texts::tr("If they may go, type the database's name (%1):")
                     .arg(checks.constFirst().database));
    // Ctrl+C must end the question, too.
    pollfd input{STDIN_FILENO, POLLIN, 0};
    constexpr int lookForCancelMs = 100;
    while (!context.isCancelled() && poll(&input, 1, lookForCancelMs) == 0) {
    }
    std::string typed;
    if (!context.isCancelled())
        std::getline(std::cin, typed);
    return QString::fromLocal8Bit(typed.c_str()).trimmed();
}

Result<QList<SeedReport>> runPlan(Context &context, Session &session, Progress &progress,
                                  const SeedPlan &plan)
{
    if (context.has(u"dry-run"_s))
        return plan.rehearse(session, progress);
    if (context.has(u"yes"_s) || isatty(STDIN_FILENO) != 1)
        return plan.run(session, progress);
    const auto checks = plan.check(session);
    if (!checks)
        return fail(checks.error());
    const bool mustAsk = std::any_of(checks->begin(), checks->end(), [](const SeedCheck &check) {
        return check.needsConfirmation();
    });
    if (!mustAsk)
        return plan.run(session, progress);
    QList<SeedPlan::Step> steps = plan.steps();
    const QString typed = typedName(context, *checks);
    for (SeedPlan::Step &step : steps)
        step.request.confirmation = typed;
    return SeedPlan(steps).run(session, progress);
}

QList<Option> SeedCommand::options() const
{
    return {{u"rows"_s, u"N"_s, tr("how many rows; else the seeder's own number")},
            {u"random-seed"_s, u"S"_s, tr("a whole number, 1 if not given")},
            {u"append"_s, {}, tr("keep the rows that are there")},
            {u"top-up-to"_s, u"N"_s, tr("add as many rows as are missing to so many")},
            {u"option"_s, u"NAME=VALUE"_s, tr("an option of the seeder, see `seed list`"), true},
            {u"table"_s, u"NAME"_s, tr("fill this table by what the database says of it")},
            {u"column"_s, u"NAME=RECIPE"_s, tr("with --table: how to fill one column"), true},
            {u"all"_s, {}, tr("every seeder whose table is there, in one transaction")},
            {u"fixture"_s, {}, tr("begin with the known rows that tests rely on")},
            {u"dry-run"_s, {}, tr("try it with up to a thousand rows, and take them back")},
            {u"yes"_s, u"NAME"_s, tr("the database's name: rows that no seeder made may go")},
            {u"json"_s, {}, tr("say as JSON what was done")}};
}

Result<ExitCode> SeedCommand::run(Context &context)
{
    static constexpr std::array actions{
        Action{"list", 0, 0, list},       Action{"run", 0, 1, runSeeders},
        Action{"preview", 0, 1, preview}, Action{"history", 0, 1, history},
        Action{"remove", 1, 1, remove},
    };
    return runAction(*this, actions, context);
}

Result<ExitCode> SeedCommand::list(Context &context)
{
    QJsonArray array;
    for (const Seeder *seeder : seeders()) {
        array << toJson(*seeder);
        if (context.wantsJson())
            continue;
        context.out().line((QStringList{seeder->name()} + seeder->aliases()).join(", "_L1) + u'\t'
                           + seeder->description());
        for (const SeedOption &option : seeder->options()) {
            QStringList values;
            for (const SeedChoice &choice : option.choices)
                values << choice.value;
            const QString value = !values.isEmpty() ? values.join(u'|')
                                : option.kind == SeedOption::Kind::Integer
                                    ? u"%1..%2"_s.arg(option.minimum).arg(option.maximum)
                                    : tr("text");
            context.out().line(u"  --option %1=%2\t%3"_s.arg(option.name, value, option.title));
        }
    }
    if (context.wantsJson())
        context.out().write(document(u"seeders"_s, array).toJson());
    return ExitCode::Done;
}

Result<ExitCode> SeedCommand::runSeeders(Context &context)
{
    ROSTER_TRY(checkWords(context));
    const auto request = seedRequestOf(context);
    if (!request)
        return fail(request.error());
    std::unique_ptr<GenericSeeder> own;
    const auto reports =
        context.onSession([&](Session &session, Progress &progress) -> Result<QList<SeedReport>> {
            if (context.has(u"all"_s)) {
                const auto plan = SeedPlan::all(session, *request);
                if (!plan)
                    return fail(plan.error());
                return runPlan(context, session, progress, *plan);
            }
            const auto seeder = meantSeeder(context, session, own);
            if (!seeder)
                return fail(seeder.error());
            return runPlan(context, session, progress, SeedPlan({{*seeder, *request}}));
        });
    if (!reports)
        return fail(reports.error());
    context.clearProgress();
    QJsonArray array;
    for (const SeedReport &report : *reports) {
        array << toJson(report);
        if (!context.wantsJson())
            context.say(sentence(report));
        if (!report.noHistory.isEmpty())
            context.warn(tr("This run is not recorded, so it cannot be taken back later: %1.")
                             .arg(report.noHistory));
        if (!report.notice.isEmpty())
            context.warn(report.notice);
    }
    if (context.wantsJson()) {
        context.out().write(context.has(u"all"_s)
                                ? document(u"runs"_s, array).toJson()
                                : QJsonDocument(array.first().toObject()).toJson());
    }
    return ExitCode::Done;
}

Result<ExitCode> SeedCommand::preview(Context &context)
{
    ROSTER_TRY(checkWords(context));
    const auto request = seedRequestOf(context);
    if (!request)
        return fail(request.error());
    std::unique_ptr<GenericSeeder> own;
    const auto preview =
        context.onSession([&](Session &session, Progress &) -> Result<SeedPreview> {
            const auto seeder = meantSeeder(context, session, own);
            if (!seeder)
                return fail(seeder.error());
            return SeedRunner(**seeder, *request).preview(session);
        });
    if (!preview)
        return fail(preview.error());
    context.out().write(context.wantsJson() ? QJsonDocument(toJson(*preview)).toJson()
                                            : drawn(*preview));
    return ExitCode::Done;
}

Result<ExitCode> SeedCommand::history(Context &context)
{
    std::optional<TableName> table;
    if (context.has(u"table"_s))
        table = tableOf(context.value(u"table"_s));
    if (!context.arguments().word(1).isEmpty()) {
        const auto seeder = namedSeeder(context.arguments().word(1));
        if (!seeder)
            return fail(seeder.error());
        table = (*seeder)->table();
    }
    const auto batches = context.onSession(
        [&](Session &session, Progress &) { return SeedBatches::list(session, table); });
    if (!batches)
        return fail(batches.error());
    QJsonArray array;
    for (const SeedBatch &batch : *batches) {
        array << toJson(batch);
        if (!context.wantsJson())
            context.out().line(line(batch));
    }
    if (context.wantsJson())
        context.out().write(document(u"batches"_s, array).toJson());
    return ExitCode::Done;
}

Result<ExitCode> SeedCommand::remove(Context &context)
{
    bool isNumber = false;
    const qint64 batch = context.arguments().word(1).toLongLong(&isNumber);
    if (!isNumber) {
        return fail(Error::Kind::Usage, tr("Which batch? Its number is missing."),
                    tr("`roster seed history` lists them."));
    }
    const auto removal = context.onSession([&](Session &session, Progress &progress) {
        return SeedBatches::remove(session, progress, batch, !context.has(u"dry-run"_s));
    });
    if (!removal)
        return fail(removal.error());
    context.clearProgress();
    if (context.wantsJson())
        context.out().write(QJsonDocument(toJson(*removal)).toJson());
    else
        context.say(sentence(*removal));
    return ExitCode::Done;
}

}  // namespace

std::unique_ptr<Command> makeSeedCommand()
{
    return std::make_unique<SeedCommand>();
}

}  // namespace roster
