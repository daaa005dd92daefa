// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BROWSING_COMMITRECORDER_H
#define ROSTER_BROWSING_COMMITRECORDER_H

#include "models/browsing/changestatements.h"
#include "models/browsing/commitreceipt.h"

namespace roster {

/// Collects what the statements of a commit did, from what they return.
class CommitRecorder
{
public:
    CommitRecorder(const TableSchema &schema, const TableChanges &changes);

    /// `rows`: what the statement of the group returned.
    void add(const ChangeGroup &group, const QString &sql, const ResultSet &rows);
    /// With the time, a number of its own and the persons.
    Result<CommitReceipt> finish(Session &session) const;

private:
    void addReturned(ReceiptRow &row, QMap<QString, SqlValue> ReceiptRow::*values,
                     const QList<int> &columns, const ResultSet &rows, int at, int first) const;
    void addInsert(const ChangeGroup &group, const ResultSet &rows, int at);
    void addChange(const ChangeGroup &group, const ResultSet &rows, int at);

    const TableSchema &m_schema;
    const TableChanges &m_changes;
    CommitReceipt m_receipt;
};

}  // namespace roster

#endif
