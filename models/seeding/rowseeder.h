// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDING_ROWSEEDER_H
#define ROSTER_SEEDING_ROWSEEDER_H

#include "models/schema/declaration.h"
#include "models/seeding/binarycell.h"
#include "models/seeding/seeder.h"

#include <algorithm>
#include <vector>

namespace roster {

/// Where a row stands and what its run was given.
struct RowPlace
{
    qint64 number = 0;  ///< of the row, over all runs of the seeder: two rows never share one
    const SeedInput &input;

    /// By the option's place in Seeder::options().
    int choice(std::size_t option) const { return input.options.choice(option); }
    qint64 integer(std::size_t option) const { return input.options.integer(option); }
    /// The keys that the column `name` may refer to, never empty for a column that is NOT NULL.
    const KeyPool &keys(const QString &name) const
    {
        static const KeyPool none;
        const auto at = input.references.constFind(name);
        return at == input.references.cend() ? none : *at;
    }
};

/// A seeder of a declared table, of which one function is left to write:
///
///     class ItemSeeder final : public RowSeeder<Item>
///     {
///         QString description() const override { return u"Things to wield"_s; }
///         Item row(RandomSource &random, const RowPlace &) const override
///         {
///             return {.name = u"Axe %1"_s.arg(random.below(100)), .level = int(random.below(9))};
///         }
///     };
///     REGISTER_SEEDER(ItemSeeder)
///
/// The base does the rest: ids, pieces made in parallel, binary COPY, progress, the history.
template <class Row>
class RowSeeder : public Seeder
{
public:
    using Columns = decltype(columnsOf(std::declval<const Row &>()));

    QString name() const override { return QString::fromUtf8(Columns::table); }
    QString title() const override { return titleOf(name()); }
    QString description() const override { return {}; }
    TableName table() const override { return describe(Columns{}).name; }
    /// As far as the type of the key reaches, where the server numbers the rows.
    qint64 maxRows() const override { return maxRowsOf(describe(Columns{})); }
    qint64 fixtureRows() const override { return fixture().size(); }

    /// One row: the same for the same random stream (it is the row's own), place and options.
    /// Called from several threads. The id that the server numbers may be left alone.
    virtual Row row(RandomSource &random, const RowPlace &place) const = 0;
    /// Known rows that tests rely on.
    virtual QList<Row> fixture() const { return {}; }
    /// Rows are sent in this order, some hundred thousand at a time: as an index has them, so that
    /// the server writes neighbours together. Which row has which id does not depend on it.
    virtual quint64 order(const Row &) const { return 0; }
    /// The numbers that rows can be made for, from 0 on.
    virtual qint64 mostNumbers(const SeedInput &) const { return maxRows(); }

    Result<std::unique_ptr<SeedRows>> prepare(Session &session, const TableSchema &,
                                              SeedInput &input) const override
    {
        ROSTER_TRY(readReferences(session, describe(Columns{}), input));
        return std::make_unique<Rows>(*this, input);
    }

private:
    class Rows final : public SeedRows
    {
    public:
        Rows(const RowSeeder &seeder, const SeedInput &input)
            : m_seeder(seeder),
              m_input(input),
              m_random(input.randomSeed),
              m_table(describe(Columns{})),
              m_fixture(input.fixture ? seeder.fixture() : QList<Row>()),
              m_numbered(numberedColumn(m_table))
        {
        }

        QStringList columns() const override
        {
            QStringList names;
            for (const ColumnSchema &column : m_table.columns)
                names << column.name;
            return names;
        }
        QString numbered() const override
        {
            return m_numbered < 0 ? QString() : m_table.columns.at(m_numbered).name;
        }
        qint64 mostNumbers() const override { return m_seeder.mostNumbers(m_input); }

        QList<SqlValue> cells(qint64 place, qint64 id) const override
        {
            QList<SqlValue> values;
            forEachField(Columns{}, rowAt(place), [&]<class C, class T>(const C &, const T &field) {
                values << (values.size() == m_numbered ? SqlValue(QByteArray::number(id))
                                                       : SqlType<T>::write(field));
            });
            return values;
        }

        QStringList binaryTypes() const override
        {
            QStringList types;
            bool all = true;
            forEachField(Columns{}, Row{}, [&]<class C, class T>(const C &, const T &) {
                types << m_table.columns.at(types.size()).type;
                all = all && BinaryCell<T>::value;
            });
            return all ? types : QStringList();
        }

        void appendBinary(QByteArray &out, qint64 first, std::span<const qint64> ids) const override
        {
            std::vector<Row> rows;
            std::vector<std::pair<quint64, std::size_t>> order;
            rows.reserve(ids.size());
            order.reserve(ids.size());
            for (std::size_t i = 0; i < ids.size(); ++i) {
                rows.push_back(rowAt(first + qint64(i)));
                order.emplace_back(m_seeder.order(rows.back()), i);
            }
            std::sort(order.begin(), order.end());
            for (const auto &[key, i] : order)
                appendRow(out, rows[i], ids[i]);
        }

    private:
        Row rowAt(qint64 place) const
        {
            if (place < m_fixture.size())
                return m_fixture.at(place);
            const qint64 number = m_input.firstNumber + place;
            RandomSource random = m_random.row(number);
            return m_seeder.row(random, RowPlace{number, m_input});
        }

        void appendRow(QByteArray &out, const Row &row, qint64 id) const
        {
            appendBigEndian(out, qint16(Declaration<Columns>::size));
            qsizetype place = 0;
            forEachField(Columns{}, row, [&]<class C, class T>(const C &, const T &field) {
                if constexpr (std::integral<T> && !std::same_as<T, bool>) {
                    if (place++ == m_numbered) {
                        appendCell(out, T(id));
                        return;
                    }
                } else {
                    ++place;
                }
                if constexpr (BinaryCell<T>::value)
                    appendCell(out, field);
            });
        }

        const RowSeeder &m_seeder;
        SeedInput m_input;
        RandomSource m_random;
        TableSchema m_table;
        QList<Row> m_fixture;
        qsizetype m_numbered;
    };
};

}  // namespace roster

#endif
