// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_VIEWS_RECEIPTKEEPER_H
#define ROSTER_VIEWS_RECEIPTKEEPER_H

#include "models/browsing/tablechanges.h"
#include "models/history/receiptstore.h"
#include "models/views/editjournal.h"

#include <optional>

namespace roster {

/// Writes down a commit before it ends, and what became of it.
class ReceiptKeeper
{
public:
    /// `days`: how long receipts are kept, 0: for ever. `note`: tells the journal of edits too; may
    /// be null.
    ReceiptKeeper(ReceiptStore store, int days, EditJournal::NoteCommit note);

    /// In the transaction. That a receipt cannot be kept is no reason not to commit.
    Result<void> prepare(Session &session, const CommitReceipt &receipt);
    void finish(tl::expected<CommitReport, CommitFailure> &outcome);

private:
    ReceiptStore m_store;
    int m_days;
    EditJournal::NoteCommit m_note;
    std::optional<CommitReceipt> m_receipt;  ///< of the last try
    QString m_notKept;
};

}  // namespace roster

#endif
