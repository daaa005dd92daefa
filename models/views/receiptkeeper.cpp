// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/receiptkeeper.h"

#include "models/history/changelog.h"

#include <utility>

namespace roster {

ReceiptKeeper::ReceiptKeeper(ReceiptStore store, int days, EditJournal::NoteCommit note)
    : m_store(std::move(store)), m_days(days), m_note(std::move(note))
{
}

Result<void> ReceiptKeeper::prepare(Session &session, const CommitReceipt &receipt)
{
    if (m_receipt)
        m_store.drop(*m_receipt);
    m_receipt = receipt;
    const Result<bool> isLogged = ChangeLog::add(session, receipt);
    if (!isLogged)
        return fail(isLogged.error());  // the transaction is broken
    const Result<void> prepared = m_store.prepare(receipt);
    m_notKept = prepared || *isLogged ? QString() : prepared.error().message;
    return m_note ? m_note(receipt.transaction) : Result<void>();
}

void ReceiptKeeper::finish(tl::expected<CommitReport, CommitFailure> &outcome)
{
    if (!m_receipt)
        return;
    if (outcome) {
        if (m_notKept.isEmpty())
            static_cast<void>(m_store.confirm(*m_receipt));
        outcome->notKept = m_notKept;
        m_store.prune(m_days);
    } else if (outcome.error().unknownTransaction.isEmpty()) {
        m_store.drop(*m_receipt);
    }
}

}  // namespace roster
