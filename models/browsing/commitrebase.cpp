// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/commitrebase.h"

#include "models/browsing/changestatements.h"

#include <algorithm>
#include <map>

namespace roster {

namespace {

constexpr qsizetype rowsAtOnce = 5000;

RowConflict conflictOf(const RowChange &change)
{
    RowConflict conflict;
    conflict.primaryKey = change.primaryKey;
    conflict.kind = change.kind;
    return conflict;
}

class Rebase
{
public:
    Rebase(Session &session, const TableSchema &schema, const TableChanges &changes)
        : m_session(session), m_schema(schema), m_changes(changes)
    {
        m_result.changes = changes;
    }

    Result<RebasedChanges> run(const QList<int> &missed);

private:
    Result<void> read(const ChangeGroup &group);
    void compare(int member, const ChangeGroup &group, const ResultSet &rows, int row);

    Session &m_session;
    const TableSchema &m_schema;
    const TableChanges &m_changes;
    RebasedChanges m_result;
    std::map<int, RowConflict> m_conflicts;  ///< by index into TableChanges::rows
};

Result<RebasedChanges> Rebase::run(const QList<int> &missed)
{
    std::map<QList<int>, QList<int>> shapes;
    for (const int member : missed)
        shapes[m_changes.rows.at(member).after.keys()] << member;
    for (const auto &[columns, members] : shapes) {
        for (qsizetype from = 0; from < members.size(); from += rowsAtOnce) {
            ChangeGroup group;
            group.columns = columns;
            group.members = members.mid(from, rowsAtOnce);
            ROSTER_TRY(read(group));
        }
    }
    for (const auto &[member, conflict] : m_conflicts)
        m_result.conflicts << conflict;
    return m_result;
}

Result<void> Rebase::read(const ChangeGroup &group)
{
    const Statement look = currentOf(m_schema, m_changes, group);
    const Result<ResultSet> rows = m_session.query(look.sql, look.values);
    if (!rows)
        return fail(rows.error());
    QList<bool> isThere(group.members.size(), false);
    for (int row = 0; row < rows->rows(); ++row) {
        const auto ordinal = rows->integer(row, 0) - 1;
        isThere[ordinal] = true;
        compare(group.members.at(ordinal), group, *rows, row);
    }
    for (qsizetype i = 0; i < isThere.size(); ++i) {
        if (isThere.at(i))
            continue;
        const RowChange &change = m_changes.rows.at(group.members.at(i));
        RowConflict conflict = conflictOf(change);
        conflict.isGone = true;
        for (auto it = change.after.cbegin(); it != change.after.cend(); ++it)
            conflict.fields.append({it.key(), change.before.value(it.key()), {}, it.value()});
        m_conflicts.emplace(group.members.at(i), conflict);
    }
    return {};
}

void Rebase::compare(int member, const ChangeGroup &group, const ResultSet &rows, int row)
{
    RowChange &change = m_result.changes.rows[member];
    RowConflict conflict = conflictOf(change);
    conflict.xmin = rows.text(row, 1);
    for (qsizetype i = 0; i < group.columns.size(); ++i) {
        const int column = group.columns.at(i);
        const int source = int(i) + 2;
        const SqlValue theirs =
            rows.isNull(row, source) ? SqlValue() : SqlValue(rows.bytes(row, source).toByteArray());
        const SqlValue mine = change.after.value(column);
        const bool wasSeen = change.before.contains(column);
        const SqlValue before = change.before.value(column);
        if (theirs == mine) {
            change.after.remove(column);
            change.before.remove(column);
        } else if (!wasSeen || theirs != before) {
            conflict.fields.append({column, before, theirs, mine});
        }
    }
    if (!conflict.fields.isEmpty() || change.kind == RowChange::Kind::Delete)
        m_conflicts.emplace(member, conflict);
    else
        change.xmin = conflict.xmin;
}

}  // namespace

Result<RebasedChanges> rebase(Session &session, const TableSchema &schema,
                              const TableChanges &changes, const QList<int> &missed)
{
    return Rebase(session, schema, changes).run(missed);
}

}  // namespace roster
