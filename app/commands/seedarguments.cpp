// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/seedarguments.h"

#include "app/commands/context.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

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
    const QString name = pair.left(equals);
    if (map.contains(name)) {
        return fail(Error::Kind::Usage, Texts::tr("--%1 %2 is written twice.").arg(option, name));
    }
    map.insert(name, pair.sliced(equals + 1));
    return {};
}

}  // namespace

Result<SeedRequest> seedRequestOf(const Context &context)
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

Result<const Seeder *> meantSeeder(const Context &context, Session &session,
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

}  // namespace roster
