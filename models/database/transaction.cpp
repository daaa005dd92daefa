// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/transaction.h"

#include "models/database/session.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace roster {

Result<Transaction> Transaction::begin(Session &session, Mode mode)
{
    const QString sql = mode == Mode::ReadOnlySnapshot
                          ? u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s
                      : mode == Mode::ReadOnly ? u"BEGIN READ ONLY"_s
                                               : u"BEGIN"_s;
    ROSTER_TRY(session.query(sql));
    return Transaction(session);
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_session(std::exchange(other.m_session, nullptr))
{
}

Transaction::~Transaction()
{
    rollback();
}

Result<void> Transaction::commit()
{
    ROSTER_TRY(std::exchange(m_session, nullptr)->query(u"COMMIT"_s));
    return {};
}

void Transaction::rollback()
{
    if (Session *session = std::exchange(m_session, nullptr))
        static_cast<void>(session->query(u"ROLLBACK"_s));  // a lost connection has rolled back too
}

}  // namespace roster
