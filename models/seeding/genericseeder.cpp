// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seeding/genericseeder.h"

#include "models/schema/catalogue.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GenericSeeder)
};

}  // namespace

GenericSeeder::GenericSeeder(TableSchema live) : m_table(std::move(live)) {}

Result<std::unique_ptr<GenericSeeder>> GenericSeeder::forTable(Session &session,
                                                               const TableName &table)
{
    auto live = readTable(session, table);
    if (!live)
        return fail(live.error());
    if (live->kind != RelationKind::Table && live->kind != RelationKind::PartitionedTable) {
        return fail(Error::Kind::InvalidInput,
                    Text::tr("%1 is no table of its own, so it cannot be filled.").arg(table.name));
    }
    return std::make_unique<GenericSeeder>(std::move(*live));
}

QString GenericSeeder::title() const
{
    return titleOf(m_table.name.name);
}

QString GenericSeeder::description() const
{
    return Text::tr("Rows that fit the columns of %1, its checks and foreign keys.")
        .arg(m_table.name.name);
}

QList<SeedOption> GenericSeeder::options() const
{
    return {};
}

qint64 GenericSeeder::maxRows() const
{
    return maxRowsOf(m_table);
}

Result<std::unique_ptr<SeedRows>> GenericSeeder::prepare(Session &, const TableSchema &,
                                                         SeedInput &) const
{
    return fail(
        Error::Kind::InvalidInput,
        Text::tr("%1 cannot be filled without a seeder of its own yet.").arg(m_table.name.name));
}

}  // namespace roster
