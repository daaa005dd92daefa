// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_BATCHEDLOCKS_H
#define ROSTER_DATABASE_BATCHEDLOCKS_H

#include "models/core/result.h"

namespace roster {

class Session;

/// Lets one transaction read any number of tables: what it locked is released after some of them,
/// while its snapshot stays. A server has room for some thousands of locks only.
class BatchedLocks
{
public:
    /// Within a transaction that only reads.
    explicit BatchedLocks(Session &session) : m_session(session) {}

    Result<void> next();     ///< before each table
    Result<void> release();  ///< after the last one

private:
    Session &m_session;
    int m_count = 0;  ///< tables since the savepoint
};

}  // namespace roster

#endif
