// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDING_GENERICSEEDER_H
#define ROSTER_SEEDING_GENERICSEEDER_H

#include "models/seeding/seeder.h"

namespace roster {

/// Fills any live table by what the catalogue says of it: types and lengths, NULL, checks it
/// understands, unique columns, foreign keys (keys that are there), enums, arrays. Its options are
/// the columns: each takes a recipe, see ColumnRecipe.
class GenericSeeder final : public Seeder
{
public:
    explicit GenericSeeder(TableSchema live);

    /// For a table that nobody wrote a seeder for. Errors: NotFound where there is none,
    /// InvalidInput for a view and its like.
    static Result<std::unique_ptr<GenericSeeder>> forTable(Session &session,
                                                           const TableName &table);

    QString name() const override { return {}; }
    QString title() const override;
    QString description() const override;
    TableName table() const override { return m_table.name; }
    QList<SeedOption> options() const override;
    qint64 maxRows() const override;
    Result<std::unique_ptr<SeedRows>> prepare(Session &session, const TableSchema &live,
                                              SeedInput &input) const override;

private:
    TableSchema m_table;
};

}  // namespace roster

#endif
