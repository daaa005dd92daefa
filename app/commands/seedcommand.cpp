// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/context.h"
#include "app/commands/seedoutput.h"
#include "models/seeding/genericseeder.h"
#include "models/seeding/seedplan.h"
#include "models/seeding/seedrunner.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <iostream>
#include <memory>
#include <optional>
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

Result<qint64> wholeNumber(const Context &context, const QString &option)
{
    bool isNumber = false;
    const qint64 number = context.value(option).toLongLong(&isNumber);
    if (isNumber && number >= 0)
        return number;
    return fail(Error::Kind::Usage,
                Texts::tr("--%1 takes a whole number, not %2.").arg(option, context.value(option)));
}

Result<void> addPair(QMap<QString, QString> &map, const QString &option, const QString &pair)
{
    const qsizetype equals = pair.indexOf(u'=');
    if (equals < 1) {
        return fail(Error::Kind::Usage,
                    Texts::tr("--%1 takes NAME=VALUE, not %2.").arg(option, pair));
    }
    map.insert(pair.left(equals), pair.sliced(equals + 1));
    return {};
}

Result<SeedRequest> requestOf(const Context &context)
{
    SeedRequest request;
    request.fixture = context.has(u"fixture"_s);
    request.confirmation = context.value(u"yes"_s);
    if (context.has(u"append"_s))
        request.mode = SeedRequest::Mode::Append;
    for (const QString &option : {u"rows"_s, u"top-up-to"_s}) {
        if (!context.has(option))
            continue;
        const auto number = wholeNumber(context, option);
        if (!number)
            return fail(number.error());
        request.rows = *number;
    }
    if (context.has(u"top-up-to"_s)) {
        if (context.has(u"rows"_s) || context.has(u"append"_s)) {
            return fail(Error::Kind::Usage,
                        Texts::tr("--top-up-to goes with neither --rows nor --append."));
        }
        request.mode = SeedRequest::Mode::TopUp;
    }
    if (context.has(u"random-seed"_s)) {
        bool isNumber = false;
        request.randomSeed = context.value(u"random-seed"_s).toULongLong(&isNumber);
        if (!isNumber) {
            return fail(Error::Kind::Usage,
                        Texts::tr("--random-seed takes a whole number from 0 to 2^64 - "
                                  "1, not %1.")
                            .arg(context.value(u"random-seed"_s)));
        }
    }
    for (const QString &option : {u"option"_s, u"column"_s}) {
        for (const QString &pair : context.arguments().values(option))
            ROSTER_TRY(addPair(request.options, option, pair));
    }
    return request;
}

Result<const Seeder *> namedSeeder(const QString &name)
{
    if (const Seeder *seeder = findSeeder(name))
        return seeder;
    QStringList names;
    for (const Seeder *seeder : seeders())
        names << seeder->name() << seeder->aliases();
    if (name.isEmpty()) {
        return fail(Error::Kind::Usage, Texts::tr("Which seeder? Its name is missing."),
                    Texts::tr("There is: %1").arg(names.join(", "_L1)));
    }
    const QString near = nearest(name, names);
    return fail(Error::Kind::Usage, Texts::tr("There is no seeder %1.").arg(name),
                near.isEmpty() ? Texts::tr("There is: %1. Or name any table: --table %2")
                                     .arg(names.join(", "_L1), name)
                               : Texts::tr("Did you mean %1?").arg(near));
}

TableName tableOf(const QString &text)
{
    const qsizetype dot = text.indexOf(u'.');
    return dot < 0 ? TableName{u"public"_s, text} : TableName{text.left(dot), text.sliced(dot + 1)};
}

/// What the words ask for: a seeder by name, or the generic one, which is kept in `own`.
Result<const Seeder *> meantSeeder(Context &context, Session &session,
                                   std::unique_ptr<GenericSeeder> &own)
{
    if (!context.has(u"table"_s))
        return namedSeeder(context.arguments().word(1));
    auto generic = GenericSeeder::forTable(session, tableOf(context.value(u"table"_s)));
    if (!generic)
        return fail(generic.error());
    own = std::move(*generic);
    return own.get();
}

/// Usage errors before a connection is made.
Result<void> checkWords(const Context &context)
{
    const bool named = !context.arguments().word(1).isEmpty();
    const int ways = int(named) + int(context.has(u"table"_s)) + int(context.has(u"all"_s));
    if (ways > 1) {
        return fail(Error::Kind::Usage,
                    Texts::tr("Name one seeder, or one table by --table, or all by --all."));
    }
    if (context.has(u"all"_s) && (context.has(u"rows"_s) || context.has(u"option"_s))) {
        return fail(Error::Kind::Usage,
                    Texts::tr("--all takes each seeder's own number of rows and options."));
    }
    if (context.has(u"table"_s) || context.has(u"all"_s))
        return {};
    const auto seeder = namedSeeder(context.arguments().word(1));
    if (!seeder)
        return fail(seeder.error());
    return {};
}

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
    std::string typed;
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
    const QString action = context.arguments().word(0);
    if (action == "list"_L1)
        return list(context);
    if (action == "run"_L1)
        return runSeeders(context);
    if (action == "preview"_L1)
        return preview(context);
    if (action == "history"_L1)
        return history(context);
    if (action == "remove"_L1)
        return remove(context);
    return fail(Error::Kind::Usage, tr("There is no `seed %1`.").arg(action),
                tr("Write list, run, preview, history or remove."));
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
    const auto request = requestOf(context);
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
    const auto request = requestOf(context);
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
