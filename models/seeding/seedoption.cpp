// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seeding/seedoption.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SeedOption)
};

}  // namespace

SeedOption SeedOption::choice(const QString &name, const QString &title,
                              const QList<SeedChoice> &choices, const QString &description)
{
    SeedOption option;
    option.name = name;
    option.title = title;
    option.description = description;
    option.kind = Kind::Choice;
    option.choices = choices;
    option.initial = choices.constFirst().value;
    return option;
}

SeedOption SeedOption::integer(const QString &name, const QString &title, qint64 initial,
                               qint64 minimum, qint64 maximum, const QString &description)
{
    SeedOption option;
    option.name = name;
    option.title = title;
    option.description = description;
    option.kind = Kind::Integer;
    option.initial = QString::number(initial);
    option.minimum = minimum;
    option.maximum = maximum;
    return option;
}

SeedOption SeedOption::text(const QString &name, const QString &title, const QString &description)
{
    SeedOption option;
    option.name = name;
    option.title = title;
    option.description = description;
    return option;
}

Result<SeedOptions> SeedOptions::make(const QList<SeedOption> &options,
                                      const QMap<QString, QString> &chosen)
{
    QStringList names;
    for (const SeedOption &option : options)
        names << option.name;
    for (auto it = chosen.cbegin(); it != chosen.cend(); ++it) {
        if (names.contains(it.key()))
            continue;
        return fail(Error::Kind::Usage, Text::tr("There is no option %1.").arg(it.key()),
                    names.isEmpty() ? Text::tr("This seeder has none.")
                                    : Text::tr("There is: %1").arg(names.join(", "_L1)));
    }
    SeedOptions made;
    for (const SeedOption &option : options) {
        auto value = checked(option, chosen.value(option.name, option.initial));
        if (!value)
            return fail(value.error());
        made.m_values.push_back(std::move(*value));
    }
    return made;
}

Result<SeedOptions::Value> SeedOptions::checked(const SeedOption &option, const QString &text)
{
    Value value{option.name, text, 0};
    if (option.kind == SeedOption::Kind::Choice) {
        QStringList values;
        for (const SeedChoice &choice : option.choices)
            values << choice.value;
        value.number = values.indexOf(text);
        if (value.number < 0) {
            return fail(Error::Kind::InvalidInput,
                        Text::tr("%1 cannot be %2.").arg(option.name, text),
                        Text::tr("It is one of: %1").arg(values.join(", "_L1)));
        }
    }
    if (option.kind == SeedOption::Kind::Integer) {
        bool isNumber = false;
        value.number = text.toLongLong(&isNumber);
        if (!isNumber || value.number < option.minimum || value.number > option.maximum) {
            return fail(Error::Kind::InvalidInput,
                        Text::tr("%1 cannot be %2.").arg(option.name, text),
                        Text::tr("It is a whole number from %1 to %2.")
                            .arg(option.minimum)
                            .arg(option.maximum));
        }
    }
    return value;
}

QMap<QString, QString> SeedOptions::toMap() const
{
    QMap<QString, QString> map;
    for (const Value &value : m_values)
        map.insert(value.name, value.text);
    return map;
}

}  // namespace roster
