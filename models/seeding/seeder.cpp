// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seeding/seeder.h"

#include "models/database/session.h"
#include "models/schema/catalogue.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <vector>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// Gives tr() the context that lupdate files the text under.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Seeder)
};

// A function's own static: seeders register before main(), in no order that we know.
std::vector<std::unique_ptr<Seeder>> &registered()
{
    static std::vector<std::unique_ptr<Seeder>> all;
    return all;
}

}  // namespace

QString titleOf(const QString &tableName)
{
    QString title = tableName;
    title.replace(u'_', u' ');
    if (!title.isEmpty())
        title[0] = title.at(0).toUpper();
    return title;
}

qsizetype numberedColumn(const TableSchema &table)
{
    for (qsizetype i = 0; i < table.columns.size(); ++i) {
        if (table.columns.at(i).autoIncrement)
            return i;
    }
    return -1;
}

qint64 maxRowsOf(const TableSchema &table)
{
    const qsizetype numbered = numberedColumn(table);
    const QString type = numbered < 0 ? QString() : table.columns.at(numbered).type;
    if (type == "smallint"_L1)
        return std::numeric_limits<qint16>::max();
    return type == "integer"_L1 ? std::numeric_limits<qint32>::max()
                                : std::numeric_limits<qint64>::max();
}

namespace {

bool mayBeNull(const TableSchema &table, const ForeignKeySchema &key)
{
    return std::ranges::any_of(key.columns, [&table](const QString &name) {
        const ColumnSchema *column = table.column(name);
        return !column || column->nullable;
    });
}

bool needs(const TableSchema &table, const TableName &other)
{
    return std::ranges::any_of(table.foreignKeys, [&](const ForeignKeySchema &key) {
        return TableName{key.otherSchema, key.otherTable} == other && !mayBeNull(table, key);
    });
}

Error nothingToReferTo(const TableSchema &table, const ForeignKeySchema &key,
                       const TableSchema &live)
{
    const TableName other{key.otherSchema, key.otherTable};
    Error error;
    error.kind = Error::Kind::NotFound;
    error.message = Text::tr("%1.%2 must refer to a row of %3, and there is none.")
                        .arg(table.name.name, key.columns.join(", "_L1), other.name);
    if (other == table.name) {
        error.hint = Text::tr("A table whose every row needs another of its own cannot be begun: "
                              "add the first row by hand, or let the column be NULL.");
    } else if (needs(live, table.name)) {
        error.hint = Text::tr("Each of the two tables needs a row of the other: add the first rows "
                              "by hand, in one transaction with a deferred key, or let one of the "
                              "columns be NULL.");
    } else {
        error.hint = Text::tr("Fill that table first.");
        error.command = findSeeder(other)
                          ? u"roster seed run "_s + other.name
                          : u"roster seed run --table "_s + other.schema + u'.' + other.name;
    }
    error.schema = table.name.schema;
    error.table = table.name.name;
    error.column = key.columns.constFirst();
    error.constraint = key.name;
    return error;
}

/// Keys of several columns are taken from one row each.
Result<void> readTogether(Session &session, const TableSchema &table, const ForeignKeySchema &key,
                          SeedInput &input)
{
    const bool isTaken = std::ranges::any_of(
        key.columns, [&](const QString &name) { return input.references.contains(name); });
    if (isTaken)
        return {};
    const auto pools =
        KeyPool::readTogether(session, {key.otherSchema, key.otherTable}, key.otherColumns);
    if (!pools)
        return fail(pools.error());
    if (pools->constFirst().isEmpty() && !mayBeNull(table, key)) {
        const auto live = readTable(session, {key.otherSchema, key.otherTable});
        return fail(live ? nothingToReferTo(table, key, *live) : live.error());
    }
    for (qsizetype i = 0; i < key.columns.size(); ++i)
        input.references.insert(key.columns.at(i), pools->at(i));
    return {};
}

}  // namespace

Result<void> readReferences(Session &session, const TableSchema &table, SeedInput &input)
{
    for (const ForeignKeySchema &key : table.foreignKeys) {
        if (key.columns.size() > 1)
            ROSTER_TRY(readTogether(session, table, key, input));
    }
    for (const ForeignKeySchema &key : table.foreignKeys) {
        if (key.columns.size() != 1 || input.references.contains(key.columns.constFirst()))
            continue;
        const ColumnSchema *column = table.column(key.columns.constFirst());
        const TableName other{key.otherSchema, key.otherTable};
        const auto live = readTable(session, other);
        if (!live)
            return fail(live.error());
        const ColumnSchema *otherColumn = live->column(key.otherColumns.value(0));
        if (!column || !otherColumn)
            continue;
        const auto keys = KeyPool::read(session, other, *otherColumn);
        if (!keys)
            return fail(keys.error());
        if (keys->isEmpty() && !column->nullable)
            return fail(nothingToReferTo(table, key, *live));
        input.references.insert(column->name, *keys);
    }
    return {};
}

QList<const Seeder *> seeders()
{
    QList<const Seeder *> all;
    for (const auto &seeder : registered())
        all.append(seeder.get());
    std::sort(all.begin(), all.end(),
              [](const Seeder *a, const Seeder *b) { return a->name() < b->name(); });
    return all;
}

const Seeder *findSeeder(const QString &name)
{
    for (const auto &seeder : registered()) {
        if (seeder->name().compare(name, Qt::CaseInsensitive) == 0
            || seeder->aliases().contains(name, Qt::CaseInsensitive)) {
            return seeder.get();
        }
    }
    return nullptr;
}

const Seeder *findSeeder(const TableName &table)
{
    for (const auto &seeder : registered()) {
        if (seeder->table() == table)
            return seeder.get();
    }
    return nullptr;
}

bool registerSeeder(std::unique_ptr<Seeder> seeder)
{
    registered().push_back(std::move(seeder));
    return true;
}

}  // namespace roster
