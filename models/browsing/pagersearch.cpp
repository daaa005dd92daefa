// SPDX-License-Identifier: GPL-3.0-or-later
// The next row that holds a text.
#include "models/browsing/filtervalue.h"
#include "models/browsing/pager.h"
#include "models/browsing/searchcondition.h"

using namespace Qt::StringLiterals;

namespace roster {

bool Pager::isSearchIndexed(const RowSearch &search) const
{
    return search.atBeginning && !search.backward && search.column >= 0 && isOrderIndexed()
        && !m_parts.isEmpty() && !m_parts.first().descending
        && m_parts.first().column == m_schema.columns.at(search.column).name
        && m_schema.columns.at(search.column).kind == TypeKind::Text;
}

/// Where the order begins with the column, no row before those that begin with the text is read: a
/// text sorts before all that it begins, whichever case comes first.
QString Pager::matches(const RowSearch &search, Bindings &bindings) const
{
    if (search.column < 0)
        return searchCondition(m_schema, search.text, bindings);
    const ColumnSchema &column = m_schema.columns.at(search.column);
    const QString name = quoted(column.name);
    const QString text =
        column.kind == TypeKind::Text ? likable(name, column) : asWritten(name, column);
    const QString pattern =
        (search.atBeginning ? QString() : u"%"_s) + likeEscaped(search.text) + u'%';
    QString condition = text + u" ILIKE "_s + bindings.add(pattern.toUtf8(), u"text"_s);
    if (isSearchIndexed(search)) {
        const QString type = withoutModifier(column.type);
        condition += u" AND %1 >= least(%2, %3)"_s.arg(
            name, bindings.add(search.text.toLower().toUtf8(), type),
            bindings.add(search.text.toUpper().toUtf8(), type));
    }
    return condition;
}

Result<std::optional<RowKey>> Pager::search(Session &session, const RowSearch &search,
                                            const std::optional<RowKey> &from) const
{
    const KeyDirection direction = search.backward ? KeyDirection::Backward : KeyDirection::Forward;
    std::optional<RowKey> start = from;
    if (start) {
        auto read = whole(session, *start);
        if (!read)
            return fail(read.error());
        start = *std::move(read);
    }
    // As literals: a stretch takes some of the values only, and the server refuses the type of a
    // parameter that nothing uses.
    Bindings literals(Bindings::Style::Literals);
    const QStringList stretches =
        start ? ranges(*start, direction, search.includesFrom, literals) : QStringList{u"true"_s};
    const QString matching = matches(search, literals);
    // The nearest stretch of the order first; the others only where it holds none.
    for (const QString &stretch : stretches) {
        const QString sql = u"SELECT "_s + keyColumns() + u" FROM "_s + this->from()
                          + where(literals, {stretch, matching}) + u" ORDER BY "_s
                          + orderBy(m_parts, direction) + u" LIMIT 1"_s;
        const auto rows = run(session, {sql, {}});
        if (!rows)
            return fail(rows.error());
        if (!rows->isEmpty())
            return std::optional<RowKey>(keyFrom(*rows, 0, 0));
    }
    return std::optional<RowKey>();
}

}  // namespace roster
