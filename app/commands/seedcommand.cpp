// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/context.h"
#include "models/seeding/seedrunner.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

QStringList namesOf(const QList<TableName> &tables)
{
    QStringList names;
    for (const TableName &table : tables)
        names << table.name;
    return names;
}

/// `roster seed list|run`: made-up rows for development.
class SeedCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(SeedCommand)

public:
    QString name() const override { return u"seed"_s; }
    QString summary() const override { return tr("fill tables with made-up rows"); }
    QStringList usage() const override
    {
        return {u"list [--json]"_s,
                u"run SEEDER [--rows N] [--random-seed S] [--append] [--fixture] [--json]"_s};
    }
    QString details() const override
    {
        return tr("The rows that are there are replaced and the ids begin at 1 again, unless\n"
                  "--append is given; a failure leaves the old rows. The same number of rows and\n"
                  "the same random seed give the same rows, on every machine.\n"
                  "On a database that counts as production it refuses.");
    }
    QList<Option> options() const override
    {
        return {{u"rows"_s, u"N"_s, tr("how many rows; else the seeder's own number")},
                {u"random-seed"_s, u"S"_s, tr("a whole number, 1 if not given")},
                {u"append"_s, {}, tr("keep the rows that are there")},
                {u"fixture"_s, {}, tr("begin with the known rows that tests rely on")},
                {u"json"_s, {}, tr("say as JSON what was done")}};
    }
    std::pair<int, int> words() const override { return {1, 2}; }

    Result<ExitCode> run(Context &context) override
    {
        const QString action = context.arguments().word(0);
        if (action == "list"_L1)
            return list(context);
        if (action == "run"_L1)
            return runSeeder(context);
        return fail(Error::Kind::Usage, tr("There is no `seed %1`.").arg(action),
                    tr("Write list or run."));
    }

private:
    static Result<ExitCode> list(Context &context);
    static Result<ExitCode> runSeeder(Context &context);
    static Result<const Seeder *> seederOf(const QString &name);
    static Result<SeedRequest> requestOf(const Context &context);
};

Result<ExitCode> SeedCommand::list(Context &context)
{
    QJsonArray array;
    for (const Seeder *seeder : seeders()) {
        if (context.wantsJson()) {
            array << QJsonObject{
                {u"name"_s, seeder->name()},
                {u"aliases"_s, QJsonArray::fromStringList(seeder->aliases())},
                {u"title"_s, seeder->title()},
                {u"description"_s, seeder->description()},
                {u"tables"_s, QJsonArray::fromStringList(namesOf(seeder->tables()))},
                {u"default_rows"_s, seeder->defaultRows()},
                {u"fixture_rows"_s, seeder->fixtureRows()}};
        } else {
            context.out().line((QStringList{seeder->name()} + seeder->aliases()).join(", "_L1)
                               + u'\t' + seeder->description());
        }
    }
    if (context.wantsJson())
        context.out().write(QJsonDocument(QJsonObject{{u"seeders"_s, array}}).toJson());
    return ExitCode::Done;
}

Result<ExitCode> SeedCommand::runSeeder(Context &context)
{
    const auto seeder = seederOf(context.arguments().word(1));
    if (!seeder)
        return fail(seeder.error());
    const auto request = requestOf(context);
    if (!request)
        return fail(request.error());
    const auto report = context.onSession([&](Session &session, Progress &progress) {
        return SeedRunner(**seeder, *request).run(session, progress);
    });
    if (!report)
        return fail(report.error());
    context.clearProgress();
    if (context.wantsJson()) {
        // The seed as text: JSON's numbers are exact to 2^53 only.
        const QJsonObject object{{u"seeder"_s, report->seeder},
                                 {u"tables"_s, QJsonArray::fromStringList(namesOf(report->tables))},
                                 {u"rows"_s, report->rows},
                                 {u"random_seed"_s, QString::number(report->randomSeed)},
                                 {u"replaced"_s, report->replaced},
                                 {u"milliseconds"_s, report->milliseconds}};
        context.out().write(QJsonDocument(object).toJson());
        return ExitCode::Done;
    }
    const QString tables = namesOf(report->tables).join(", "_L1);
    const int rows = int(report->rows);
    const QString seconds = QLocale().toString(double(report->milliseconds) / 1000, 'f', 1);
    context.say(
        report->replaced
            ? tr("%1: rows replaced by %Ln new one(s) in %2 s.", nullptr, rows).arg(tables, seconds)
            : tr("%1: %Ln row(s) added in %2 s.", nullptr, rows).arg(tables, seconds));
    return ExitCode::Done;
}

Result<const Seeder *> SeedCommand::seederOf(const QString &name)
{
    if (const Seeder *seeder = findSeeder(name))
        return seeder;
    QStringList names;
    for (const Seeder *seeder : seeders())
        names << seeder->name() << seeder->aliases();
    if (name.isEmpty()) {
        return fail(Error::Kind::Usage, tr("Which seeder? Its name is missing."),
                    tr("There is: %1").arg(names.join(", "_L1)));
    }
    const QString near = nearest(name, names);
    return fail(Error::Kind::Usage, tr("There is no seeder %1.").arg(name),
                near.isEmpty() ? tr("There is: %1").arg(names.join(", "_L1))
                               : tr("Did you mean %1?").arg(near));
}

Result<SeedRequest> SeedCommand::requestOf(const Context &context)
{
    SeedRequest request;
    request.append = context.has(u"append"_s);
    request.fixture = context.has(u"fixture"_s);
    bool isNumber = true;
    if (context.has(u"rows"_s)) {
        request.rows = context.value(u"rows"_s).toLongLong(&isNumber);
        if (!isNumber || request.rows < 0) {
            return fail(Error::Kind::Usage,
                        tr("--rows takes a whole number, not %1.").arg(context.value(u"rows"_s)));
        }
    }
    if (context.has(u"random-seed"_s)) {
        request.randomSeed = context.value(u"random-seed"_s).toULongLong(&isNumber);
        if (!isNumber) {
            return fail(Error::Kind::Usage,
                        tr("--random-seed takes a whole number from 0 to 2^64 - "
                           "1, not %1.")
                            .arg(context.value(u"random-seed"_s)));
        }
    }
    return request;
}

}  // namespace

std::unique_ptr<Command> makeSeedCommand()
{
    return std::make_unique<SeedCommand>();
}

}  // namespace roster
