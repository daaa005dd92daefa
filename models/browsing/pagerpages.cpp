// SPDX-License-Identifier: GPL-3.0-or-later
// Pages and single rows.
#include "models/browsing/pager.h"
#include "models/database/transaction.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Pager)
};

Page empty()
{
    return {{}, true, true};
}

}  // namespace

/// Marks the place in the condition that the server complains about, which a person would otherwise
/// look for in a statement never seen.
Error Pager::explained(Error error) const
{
    if (error.sqlState == "42883"_L1 && error.message.contains("ordering operator"_L1)) {
        error.kind = Error::Kind::InvalidInput;
        error.hint = Text::tr("Sort by another column.");
        return error;
    }
    const qsizetype start = m_query.where.isEmpty() ? -1 : error.statement.indexOf(m_query.where);
    if (error.position <= 0 || start < 0)
        return error;
    const qsizetype before = error.statement.left(start).toUcs4().size();
    const qsizetype length = m_query.where.toUcs4().size();
    const qsizetype position = error.position - before;  // from 1 in the condition
    if (position < 1 || error.position > before + length + 3)
        return error;
    error.kind = Error::Kind::InvalidInput;
    if (!error.hint.startsWith("Perhaps"_L1))  // the server's own guess at what was meant
        error.hint = Text::tr("Correct the condition and try again.");
    if (position > length)
        error.detail = Text::tr("At the end of the condition.");
    else
        error.detail = Text::tr("At character %1 of the condition.").arg(position);
    error.position = int(std::min(position, length));
    error.statement = m_query.where;
    return error;
}

Result<ResultSet> Pager::run(Session &session, const Statement &statement) const
{
    if (m_query.where.isEmpty()) {
        auto rows = session.query(statement.first, statement.second);
        if (!rows)
            return fail(explained(rows.error()));
        return rows;
    }
    // A person's condition may call any function; none of them shall write.
    const auto transaction = Transaction::begin(session, Transaction::Mode::ReadOnly);
    if (!transaction)
        return fail(transaction.error());
    auto rows = session.query(statement.first, statement.second);
    if (!rows)
        return fail(explained(rows.error()));
    return rows;
}

// One row more than asked for tells whether an end was reached.

Result<Page> Pager::first(Session &session, int rows) const
{
    if (!isKeyed())
        return forward(session, 0, rows);
    const auto result =
        run(session, pageStatement(nullptr, KeyDirection::Forward, false, rows + 1));
    if (!result)
        return fail(result.error());
    return Page{result->mid(0, rows), true, result->rows() <= rows};
}

Result<Page> Pager::last(Session &session, int rows) const
{
    if (!isKeyed())
        return empty();
    const auto result =
        run(session, pageStatement(nullptr, KeyDirection::Backward, false, rows + 1));
    if (!result)
        return fail(result.error());
    const int more = std::max(0, result->rows() - rows);
    return Page{result->mid(more, rows), more == 0, true};
}

Result<Page> Pager::after(Session &session, const RowKey &key, int rows, bool inclusive) const
{
    if (!isKeyed())
        return empty();
    const auto start = whole(session, key);
    if (!start)
        return fail(start.error());
    const auto result =
        run(session, pageStatement(&*start, KeyDirection::Forward, inclusive, rows + 1));
    if (!result)
        return fail(result.error());
    return Page{result->mid(0, rows), false, result->rows() <= rows};
}

Result<Page> Pager::before(Session &session, const RowKey &key, int rows) const
{
    if (!isKeyed())
        return empty();
    const auto start = whole(session, key);
    if (!start)
        return fail(start.error());
    const auto result =
        run(session, pageStatement(&*start, KeyDirection::Backward, false, rows + 1));
    if (!result)
        return fail(result.error());
    const int more = std::max(0, result->rows() - rows);
    return Page{result->mid(more, rows), more == 0, false};
}

Result<std::optional<RowKey>> Pager::keyBehind(Session &session, const RowKey &key, int rows) const
{
    if (!isKeyed())
        return std::optional<RowKey>();
    const auto start = whole(session, key);
    if (!start)
        return fail(start.error());
    const auto result = run(session, keyStatement(*start, rows));
    if (!result)
        return fail(result.error());
    if (result->isEmpty())
        return std::optional<RowKey>();
    return std::optional<RowKey>(keyFrom(*result, 0, 0));
}

/// What makes the order of a relation without a key the same for each page. By its place where a
/// row has one, else by all it shows: rows alike in that may change places unseen.
QStringList Pager::tieBreakers() const
{
    switch (m_schema.kind) {
    case RelationKind::Table:
    case RelationKind::MaterializedView:
        return {u"ctid"_s};
    case RelationKind::PartitionedTable:
        return {u"tableoid"_s, u"ctid"_s};
    default:
        break;
    }
    QStringList columns;
    for (const ColumnSchema &column : m_schema.columns) {
        if (column.kind < TypeKind::Json)  // those kinds always have an order
            columns << quoted(column.name);
    }
    return columns;
}

Result<Page> Pager::forward(Session &session, qint64 offset, int rows) const
{
    Bindings bindings;
    QString sql = u"SELECT "_s + bareColumns() + u" FROM "_s + from() + where(bindings);
    if (!m_parts.isEmpty()) {
        QStringList order{orderBy(m_parts, KeyDirection::Forward)};
        if (!isKeyed())
            order += tieBreakers();
        sql += u" ORDER BY "_s + order.join(", "_L1);
    }
    sql += u" LIMIT %1 OFFSET %2"_s.arg(QString::number(rows + 1), QString::number(offset));

    // Without an order the pages agree with one another as long as each reads the table from its
    // start, with one process.
    const auto transaction = Transaction::begin(session, Transaction::Mode::ReadOnly);
    if (!transaction)
        return fail(transaction.error());
    ROSTER_TRY(session.script(u"SET LOCAL synchronize_seqscans = off;"
                              "SET LOCAL max_parallel_workers_per_gather = 0"_s));
    const auto result = session.query(shown(u'(' + sql + u')'), bindings.values());
    if (!result)
        return fail(explained(result.error()));
    return Page{result->mid(0, rows), offset == 0, result->rows() <= rows};
}

Result<ResultSet> Pager::byPrimaryKey(Session &session, const QList<RowKey> &primaryKeys) const
{
    if (primaryKeys.isEmpty() || m_schema.primaryKey.isEmpty())
        return ResultSet();
    Bindings bindings;
    QStringList names;
    QStringList types;
    for (const QString &name : m_schema.primaryKey) {
        names << quoted(name);
        types << withoutModifier(m_schema.column(name)->type);
    }
    QStringList keys;
    for (const RowKey &key : primaryKeys) {
        QStringList values;
        for (qsizetype i = 0; i < names.size(); ++i)
            values << bindings.add(key.value(i), types.at(i));
        keys << u'(' + values.join(", "_L1) + u')';
    }
    const QString rows = u"(SELECT %1 FROM %2 WHERE (%3) IN (%4))"_s.arg(
        bareColumns(), from(), names.join(", "_L1), keys.join(", "_L1));
    auto result = session.query(shown(rows) + u" ORDER BY "_s
                                    + orderBy(m_parts, KeyDirection::Forward, u"r."_s),
                                bindings.values());
    return result;
}

Result<SqlValue> Pager::cell(Session &session, const RowKey &primaryKey, int column) const
{
    const QString name = m_schema.columns.at(column).name;
    if (m_schema.primaryKey.isEmpty()) {
        return fail(Error::Kind::NotFound,
                    Text::tr("%1 has no primary key by which to find the row again.")
                        .arg(m_schema.name.name));
    }
    Bindings bindings;
    const QString is = primaryKeyIs(primaryKey, bindings);
    const auto result = session.query(u"SELECT %1 FROM %2 WHERE %3"_s.arg(quoted(name), from(), is),
                                      bindings.values());
    if (!result)
        return fail(result.error());
    if (result->isEmpty()) {
        return fail(Error::Kind::NotFound,
                    Text::tr("The row is no longer in %1.").arg(m_schema.name.name),
                    Text::tr("Another session may have deleted it. Refresh (F5)."));
    }
    return result->isNull(0, 0) ? SqlValue() : SqlValue(result->bytes(0, 0).toByteArray());
}

Result<std::optional<RowKey>> Pager::find(Session &session, const RowKey &primaryKey) const
{
    if (m_schema.primaryKey.isEmpty())
        return std::optional<RowKey>();
    Bindings bindings;
    const QString is = primaryKeyIs(primaryKey, bindings);
    const auto result =
        run(session, {u"SELECT %1 FROM %2%3"_s.arg(keyColumns(), from(), where(bindings, {is})),
                      bindings.values()});
    if (!result)
        return fail(result.error());
    if (result->isEmpty())
        return std::optional<RowKey>();
    return std::optional<RowKey>(keyFrom(*result, 0, 0));
}

}  // namespace roster
