// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/batchedlocks.h"

#include "models/database/session.h"

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int tablesAtOnce = 100;  // each with its indexes

}  // namespace

Result<void> BatchedLocks::next()
{
    if (m_count == tablesAtOnce)
        ROSTER_TRY(release());
    if (m_count++ == 0)
        ROSTER_TRY(m_session.query(u"SAVEPOINT reading"_s));
    return {};
}

Result<void> BatchedLocks::release()
{
    if (m_count == 0)
        return {};
    m_count = 0;
    ROSTER_TRY(m_session.query(u"ROLLBACK TO SAVEPOINT reading"_s));
    ROSTER_TRY(m_session.query(u"RELEASE SAVEPOINT reading"_s));
    return {};
}

}  // namespace roster
