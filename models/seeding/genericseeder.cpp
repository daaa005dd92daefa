// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seeding/genericseeder.h"

#include "models/schema/catalogue.h"
#include "models/seeding/columnrecipe.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GenericSeeder)
};

/// What the domains of a table's columns are made of, and what they check: VALUE there is the
/// column here.
constexpr auto domainsSql = R"(
WITH RECURSIVE step (name, domain) AS (
    SELECT a.attname, a.atttypid FROM pg_catalog.pg_attribute a
    JOIN pg_catalog.pg_type t ON t.oid = a.atttypid AND t.typtype = 'd'
    WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped
  UNION ALL
    SELECT s.name, t.typbasetype FROM step s
    JOIN pg_catalog.pg_type t ON t.oid = s.domain AND t.typtype = 'd')
SELECT s.name, t.typtype = 'd', pg_catalog.format_type(s.domain, NULL),
       k.conname, pg_catalog.pg_get_expr(k.conbin, 0, true)
FROM step s JOIN pg_catalog.pg_type t ON t.oid = s.domain
LEFT JOIN pg_catalog.pg_constraint k ON k.contypid = s.domain
)";

Result<void> readDomains(Session &session, TableSchema &table)
{
    const auto rows = session.query(QString::fromLatin1(domainsSql),
                                    {quoted(table.name.schema, table.name.name).toUtf8()});
    if (!rows)
        return fail(rows.error());
    for (int row = 0; row < rows->rows(); ++row) {
        const int column = table.indexOf(rows->text(row, 0));
        if (column < 0)
            continue;
        if (!rows->boolean(row, 1))
            table.columns[column].type = rows->text(row, 2);
        if (!rows->isNull(row, 4)) {
            QString expression = rows->text(row, 4);
            expression.replace("VALUE"_L1, quoted(table.columns.at(column).name));
            table.checks << CheckSchema{rows->text(row, 3), expression};
        }
    }
    return {};
}

bool isWritten(const ColumnSchema &column)
{
    return column.generated.isEmpty();
}

struct Part
{
    ColumnSchema column;
    ColumnRecipe recipe;
    KeyPool keys;
    qint64 stride = 1;  ///< of a cross: rows with the same value in a row
    /// Whose random numbers it takes: columns of one foreign key have one stream.
    qsizetype stream = 0;
    bool isOwnId = false;  ///< refers to the table's own numbers: a row to itself
};

void shareStream(std::vector<Part> &parts, const ForeignKeySchema &key)
{
    std::optional<qsizetype> stream;
    for (Part &part : parts) {
        if (key.columns.size() < 2 || !key.columns.contains(part.column.name))
            continue;
        part.stream = stream.value_or(part.stream);
        stream = part.stream;
    }
}

class GenericRows final : public SeedRows
{
public:
    GenericRows(const SeedInput &input, std::vector<Part> parts, QString numbered, qint64 most)
        : m_input(input),
          m_random(input.randomSeed),
          m_parts(std::move(parts)),
          m_numbered(std::move(numbered)),
          m_most(most)
    {
    }

    QStringList columns() const override
    {
        QStringList names;
        for (const Part &part : m_parts)
            names << part.column.name;
        return names;
    }
    QString numbered() const override { return m_numbered; }
    qint64 mostNumbers() const override { return m_most; }
    QList<SqlValue> cells(qint64 place, qint64 id) const override
    {
        const qint64 number = m_input.firstNumber + place;
        const RandomSource row = m_random.row(number);
        QList<SqlValue> values;
        for (const Part &part : m_parts) {
            // A stream of its own for each column: another recipe changes that column only.
            RandomSource random = row.row(part.stream);
            const qint64 own = part.recipe.kind() == ColumnRecipe::Kind::Cross
                                 ? number / part.stride % part.recipe.choices(part.keys)
                                 : number;
            const bool isId = part.column.name == m_numbered || part.isOwnId;
            values << (isId ? SqlValue(QByteArray::number(id))
                            : part.recipe.value(random, own, part.keys));
        }
        return values;
    }

private:
    SeedInput m_input;
    RandomSource m_random;
    std::vector<Part> m_parts;
    QString m_numbered;
    qint64 m_most;
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
    ROSTER_TRY(readDomains(session, *live));
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
    const qsizetype numbered = numberedColumn(m_table);
    QList<SeedOption> options;
    for (qsizetype i = 0; i < m_table.columns.size(); ++i) {
        const ColumnSchema &column = m_table.columns.at(i);
        if (i == numbered || !isWritten(column))
            continue;
        SeedOption option = SeedOption::text(
            column.name, u"%1 (%2)"_s.arg(column.name, column.type),
            Text::tr("A recipe: null, const:X, values:A|B|C, range:1..100, name, words, number …"));
        option.initial = recipeFor(m_table, column);
        options << option;
    }
    return options;
}

qint64 GenericSeeder::maxRows() const
{
    return maxRowsOf(m_table);
}

Result<std::unique_ptr<SeedRows>> GenericSeeder::prepare(Session &session, const TableSchema &,
                                                         SeedInput &input) const
{
    const qsizetype numbered = numberedColumn(m_table);
    std::vector<Part> parts;
    TableSchema referring = m_table;
    for (qsizetype i = 0; i < m_table.columns.size(); ++i) {
        const ColumnSchema &column = m_table.columns.at(i);
        if (!isWritten(column))
            continue;
        auto recipe = i == numbered ? Result<ColumnRecipe>()
                                    : ColumnRecipe::parse(input.options.value(column.name), column);
        if (!recipe) {
            Error error = recipe.error();
            error.message.prepend(m_table.name.name + u'.');
            return fail(error);
        }
        if (!recipe->refers()) {
            referring.foreignKeys.removeIf(
                [&](const ForeignKeySchema &key) { return key.columns.contains(column.name); });
        }
        if (recipe->kind() != ColumnRecipe::Kind::Default)
            parts.push_back({column, *recipe, {}, 1, qsizetype(parts.size())});
    }
    // Whatever rows there were may go: the only row that is sure to be there is the row itself.
    referring.foreignKeys.removeIf([&](const ForeignKeySchema &key) {
        const bool isOwn = numbered >= 0
                        && TableName{key.otherSchema, key.otherTable} == m_table.name
                        && key.otherColumns == QStringList{m_table.columns.at(numbered).name};
        for (Part &part : parts)
            part.isOwnId |= isOwn && key.columns == QStringList{part.column.name};
        return isOwn;
    });
    for (const ForeignKeySchema &key : referring.foreignKeys)
        shareStream(parts, key);
    ROSTER_TRY(readReferences(session, referring, input));
    qint64 most = maxRows();
    qint64 combinations = 1;
    for (Part &part : parts) {
        part.keys = input.references.value(part.column.name);
        most = std::min(most, part.recipe.mostNumbers(part.keys));
        if (part.recipe.kind() != ColumnRecipe::Kind::Cross)
            continue;
        part.stride = combinations;
        const qint64 choices = part.recipe.choices(part.keys);
        combinations = choices > 0 && combinations > std::numeric_limits<qint64>::max() / choices
                         ? std::numeric_limits<qint64>::max()
                         : combinations * choices;
    }
    if (std::any_of(parts.begin(), parts.end(), [](const Part &part) {
            return part.recipe.kind() == ColumnRecipe::Kind::Cross;
        }))
        most = std::min(most, combinations);
    return std::make_unique<GenericRows>(
        input, std::move(parts), numbered < 0 ? QString() : m_table.columns.at(numbered).name,
        most);
}

}  // namespace roster
