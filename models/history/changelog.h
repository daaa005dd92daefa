// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_HISTORY_CHANGELOG_H
#define ROSTER_HISTORY_CHANGELOG_H

#include "models/history/receiptstore.h"
#include "models/schema/rosterschema.h"

/// The receipts in the database itself, roster.change_log: a line for each row that a commit of
/// anybody changed. Kept where the schema `roster` exists and the role's rights allow it.
namespace roster::ChangeLog {

const RosterPart &part();
/// In the open transaction, which goes on whatever happens here. False: not kept.
Result<bool> add(Session &session, const CommitReceipt &receipt);
/// The newest first, at most so many; none where there is no log or the role may not read it.
/// `row`: of commits that changed the row with this key, before or after; empty: of all.
Result<QList<ReceiptSummary>> list(Session &session, const TableName &table, const RowKey &row,
                                   int most);
/// NotFound.
Result<CommitReceipt> read(Session &session, const TableName &table, const QString &id);

}  // namespace roster::ChangeLog

#endif
