// SPDX-License-Identifier: GPL-3.0-or-later
// What the server said of made-up rows, in words that help.
#include "models/seeding/seedrun.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SeedRunner)
};

QString hintOf(const Error &error)
{
    const QString &state = error.sqlState;
    if (state == "23505"_L1 || state == "23P01"_L1) {
        return Text::tr("Its rows collide with each other or with rows that stay: replace the rows "
                        "instead, choose another random seed, or ask for fewer.");
    }
    if (state == "23514"_L1 && error.constraint.isEmpty()) {
        return Text::tr("No partition takes this row: make one for its value, or choose other "
                        "options or recipes.");
    }
    if (state == "23514"_L1) {
        return Text::tr("The rows do not meet this check: choose other options or recipes, or look "
                        "whether the check is meant so.");
    }
    if (state == "23502"_L1)
        return Text::tr("No value is made for this column: give it a default, or let it be NULL.");
    if (state == "23503"_L1) {
        return Text::tr("Fill the table that it refers to first, or run all seeders.");
    }
    if (state == "22001"_L1 || state == "22003"_L1)
        return Text::tr("The column is too small for what is made: widen it.");
    if (state == "42501"_L1)
        return Text::tr("Have the right granted to this role, or seed as another one.");
    if (state == "53100"_L1)
        return Text::tr("Free space on the server, or ask for fewer rows.");
    if (state == "P0001"_L1)
        return Text::tr("A trigger of the table refuses the rows. Disable it for the time, or "
                        "choose options that it accepts.");
    return {};
}

QString commandOf(const Error &error, const Seeder &seeder)
{
    if (error.sqlState == "23503"_L1)
        return u"roster seed run --all"_s;
    if (error.sqlState != "23514"_L1)
        return {};
    return findSeeder(seeder.name()) ? u"--option NAME=VALUE"_s : u"--column NAME=RECIPE"_s;
}

/// The one column that the violated check is about; empty where there are several.
QString checkedColumn(const Error &error, const TableSchema &live)
{
    QString found;
    for (const CheckSchema &check : live.checks) {
        for (const ColumnSchema &column : live.columns) {
            const QRegularExpression name(
                u"(?<![\\w'\"])"_s + QRegularExpression::escape(quoted(column.name))
                + u"|(?<![\\w'\"])"_s + QRegularExpression::escape(column.name)
                + u"(?![\\w'\"])"_s);
            if (check.name != error.constraint || !check.expression.contains(name))
                continue;
            if (!found.isEmpty())
                return {};
            found = column.name;
        }
    }
    return found;
}

}  // namespace

Error explained(Error error, const Seeder &seeder, const TableSchema &live)
{
    if (error.kind == Error::Kind::Cancelled || error.kind == Error::Kind::Connection)
        return error;
    if (error.column.isEmpty() && error.sqlState == "23514"_L1)
        error.column = checkedColumn(error, live);
    if (error.table.isEmpty())
        error.table = seeder.table().name;
    const QString where = error.column.isEmpty() ? error.table : error.table + u'.' + error.column;
    // The server names a constraint, but not always the table and column.
    if (!error.message.contains(u'"' + (error.column.isEmpty() ? error.table : error.column) + u'"')
        && !error.message.startsWith(where))
        error.message = where + u": "_s + error.message;
    const QString hint = hintOf(error);
    if (!hint.isEmpty())
        error.hint = error.hint.isEmpty() ? hint : error.hint + u' ' + hint;
    error.command = commandOf(error, seeder);
    const QString kept = Text::tr("Nothing was changed.");
    error.hint = error.hint.isEmpty() ? kept : error.hint + u' ' + kept;
    return error;
}

}  // namespace roster
