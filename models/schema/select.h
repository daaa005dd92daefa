// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_SELECT_H
#define ROSTER_SCHEMA_SELECT_H

#include "models/core/result.h"
#include "models/schema/declaration.h"
#include "models/schema/rowreader.h"
#include "models/schema/sqlstatement.h"

#include <optional>

namespace roster {

/// A typed query: `select(players).where(players.level >= 10).orderBy(players.level.desc())`.
/// Build it in one go; it keeps values, not references.
template <class Columns>
class Select
{
public:
    using Row = RowOf<Columns>;

    /// Several are joined by AND.
    Select &where(const Condition &condition)
    {
        m_parts.where = m_parts.where && condition;
        return *this;
    }
    /// Columns (ascending) or `asc()`, `desc()` of them.
    template <class... Orders>
    Select &orderBy(const Orders &...orders)
    {
        (m_parts.order.append(orderOf(orders)), ...);
        return *this;
    }
    Select &limit(qint64 rows)
    {
        m_parts.limit = rows;
        return *this;
    }

    SqlStatement statement() const { return selectStatement(schema(), m_parts); }
    SqlStatement countStatement() const { return roster::countStatement(schema(), m_parts); }

    /// All rows at once. Errors: as Session::query; Sql where a cell does not fit the declaration.
    Result<QList<Row>> all(Session &session) const
    {
        const SqlStatement sql = statement();
        const auto result = session.query(sql.sql, sql.values);
        if (!result)
            return fail(result.error());
        return readRows<Columns>(*result);
    }
    Result<std::optional<Row>> first(Session &session) const
    {
        auto rows = Select(*this).limit(1).all(session);
        if (!rows)
            return fail(rows.error());
        return rows->isEmpty() ? std::optional<Row>() : std::optional<Row>(rows->first());
    }
    /// How many rows the condition (and the limit, where there is one) lets through.
    Result<qint64> count(Session &session) const
    {
        const SqlStatement sql = countStatement();
        const auto result = session.query(sql.sql, sql.values);
        if (!result)
            return fail(result.error());
        return result->integer(0, 0);
    }

private:
    static TableSchema schema() { return describe(Columns{}); }
    static IndexColumn orderOf(const IndexColumn &order) { return order; }
    template <Name N, class T, class... Attributes>
    static IndexColumn orderOf(const Column<N, T, Attributes...> &column)
    {
        return column.asc();
    }

    SelectParts m_parts;
};

template <class Columns>
Select<Columns> select(const Columns &)
{
    return {};
}

}  // namespace roster

#endif
