// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_TRANSACTION_H
#define ROSTER_DATABASE_TRANSACTION_H

#include "models/core/result.h"

#include <QtGlobal>

namespace roster {

class Session;

/// BEGIN when made, ROLLBACK when it goes out of scope uncommitted.
class Transaction
{
public:
    enum class Mode { ReadWrite, ReadOnly, ReadOnlySnapshot };

    static Result<Transaction> begin(Session &session, Mode mode = Mode::ReadWrite);
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    Q_DISABLE_COPY(Transaction)

    Result<void> commit();
    void rollback();

private:
    explicit Transaction(Session &session) : m_session(&session) {}
    Session *m_session;  ///< null once committed, rolled back or moved from
};

}  // namespace roster

#endif
