// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BROWSING_COMMITDIAGNOSIS_H
#define ROSTER_BROWSING_COMMITDIAGNOSIS_H

#include "models/browsing/changestatements.h"

#include <optional>

namespace roster {

/// Finds out after a failed commit which row it was, and says why in words that a person who looks
/// at the grid understands.
class CommitDiagnosis
{
public:
    CommitDiagnosis(Session &session, const TableSchema &schema, const TableChanges &changes)
        : m_session(session), m_schema(schema), m_changes(changes)
    {
    }

    /// `error` came from `groups[failed]`, or from COMMIT where failed == groups.size(). The failed
    /// transaction must be over. Replays it, halving the group until one row is left, and rolls
    /// back: some 2·log2(rows) statements.
    CommitFailure explain(const Error &error, const QList<ChangeGroup> &groups, qsizetype failed);

private:
    /// The one row that fails, and its error.
    struct Culprit
    {
        ChangeGroup group;
        Error error;
    };
    std::optional<Culprit> find(const QList<ChangeGroup> &groups, qsizetype failed);
    std::optional<Culprit> narrow(const ChangeGroup &group);
    bool undoTo(const QString &savepoint);

    QMap<int, SqlValue> written(const ChangeGroup &group) const;
    QList<int> constraintColumns(const Error &error) const;
    int columnOf(const Culprit &culprit);
    int unreadableColumn(const QMap<int, SqlValue> &values);
    Error inWords(Error error) const;
    Error uniqueInWords(Error error, const QMap<int, SqlValue> &values);
    Error foreignKeyInWords(Error error, const QMap<int, SqlValue> &values,
                            const std::optional<RowKey> &row) const;
    std::optional<RowKey> holderOf(const QList<int> &columns, const QMap<int, SqlValue> &values);
    QString namesOf(const QList<int> &columns) const;

    Session &m_session;
    const TableSchema &m_schema;
    const TableChanges &m_changes;
};

}  // namespace roster

#endif
