// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seeding/genericseeder.h"

#include "models/schema/catalogue.h"
#include "models/schema/columnlimits.h"
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

/// What each leaf of a partitioned table without a default partition asks of its rows, and what the
/// table itself does where it is a partition; whether its leaves are all there is below it; its
/// key, where that is one column.
constexpr auto boundsSql = R"(
SELECT pg_catalog.pg_get_partition_constraintdef(l.oid),
       pg_catalog.pg_get_partition_constraintdef(c.oid),
       c.relkind = 'p' AND NOT EXISTS (
           SELECT FROM pg_catalog.pg_partition_tree(c.oid) t WHERE t.level > 1),
       (SELECT a.attname FROM pg_catalog.pg_partitioned_table p
        JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.partattrs[0]
        WHERE p.partrelid = c.oid AND p.partnatts = 1)
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_class l
  ON l.oid IN (SELECT t.relid FROM pg_catalog.pg_partition_tree(c.oid) t WHERE t.isleaf)
WHERE c.oid = $1::regclass AND (c.relispartition OR c.relkind = 'p')
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_partitioned_table p
                  WHERE p.partrelid = c.oid AND p.partdefid <> 0)
  AND pg_catalog.pg_get_expr(l.relpartbound, l.oid) <> 'DEFAULT'
ORDER BY l.relname
)";

/// All values that some partition takes: lists together, ranges as far as one begins where another
/// ends. Empty: no such thing.
QString joined(const TableSchema &table, const QString &key, const QStringList &bounds)
{
    struct Span
    {
        QString least, greatest;
    };
    QStringList values;
    std::vector<Span> spans;
    for (const QString &bound : bounds) {
        TableSchema one = table;
        one.checks = {{{}, bound}};
        const ColumnLimits limits = limitsOf(one, key);
        values += limits.values;
        if (!limits.least.isEmpty() && !limits.greatest.isEmpty())
            spans.push_back({limits.least, limits.greatest});
    }
    const auto text = [](QString value) { return u'\'' + value.replace(u"'"_s, u"''"_s) + u'\''; };
    if (!values.isEmpty()) {
        QStringList list;
        for (const QString &value : std::as_const(values))
            list << text(value);
        return u"(%1 = ANY (ARRAY[%2]))"_s.arg(quoted(key), list.join(u", "_s));
    }
    if (spans.empty())
        return {};
    Span all = spans.front();
    for (bool isGrown = true; isGrown;) {
        isGrown = false;
        for (const Span &span : spans) {
            if (span.least == all.greatest || span.greatest == all.least) {
                (span.least == all.greatest ? all.greatest : all.least) =
                    span.least == all.greatest ? span.greatest : span.least;
                isGrown = true;
            }
        }
    }
    return u"((%1 >= %2) AND (%1 < %3))"_s.arg(quoted(key), text(all.least), text(all.greatest));
}

Result<void> readBounds(Session &session, TableSchema &table)
{
    const auto rows = session.query(QString::fromLatin1(boundsSql),
                                    {quoted(table.name.schema, table.name.name).toUtf8()});
    if (!rows)
        return fail(rows.error());
    QStringList bounds;
    for (int row = 0; row < rows->rows(); ++row)
        bounds << rows->text(row, 0);
    if (bounds.isEmpty())
        return {};
    QString condition;
    if (rows->boolean(0, 2) && !rows->isNull(0, 3))
        condition = joined(table, rows->text(0, 3), bounds);
    // Of several levels the first leaf: there is a place for what fits it.
    table.checks << CheckSchema{{}, condition.isEmpty() ? bounds.constFirst() : condition};
    if (!rows->isNull(0, 1))
        table.checks << CheckSchema{{}, rows->text(0, 1)};
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
    ROSTER_TRY(readBounds(session, *live));
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
