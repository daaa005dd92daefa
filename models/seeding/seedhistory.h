// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDING_SEEDHISTORY_H
#define ROSTER_SEEDING_SEEDHISTORY_H

#include "models/schema/rosterschema.h"
#include "models/seeding/seedbatches.h"

namespace roster {

/// The table `roster.seed_batch` as SeedRunner and SeedBatches use it. Where the role may not use
/// it, seeding goes on without, and says so.
class SeedHistory
{
public:
    static const RosterPart &part();

    /// Looks what there is. Errors: those of Session::query.
    static Result<SeedHistory> open(Session &session);

    /// Why a run cannot be recorded, for people; empty: it can.
    const QString &obstacle() const { return m_state.obstacle; }
    bool isThere() const { return m_state.isThere; }
    bool canRead() const { return m_state.canRead; }

    /// Newest first; nothing where there is no table or no right.
    Result<QList<SeedBatch>> batches(const std::optional<TableName> &table = {}) const;
    /// The transactions that wrote the batches whose rows are in this table, as PostgreSQL's
    /// xid[]: rows with another xmin were made or edited by somebody else. Nothing of another
    /// server, where a dump was restored: there the rows have other numbers.
    Result<QByteArray> writers(const TableName &table) const;
    /// The rows of these tables are gone: their batches count as replaced.
    Result<void> markReplaced(const QList<TableName> &tables) const;
    /// Its number; 0 where it cannot be recorded. In the open transaction, which wrote the rows.
    Result<qint64> record(const SeedBatch &batch);
    Result<void> markRemoved(qint64 number, qint64 rows, bool whole) const;

private:
    SeedHistory(Session &session, RosterPartState state)
        : m_session(&session), m_state(std::move(state))
    {
    }
    Result<bool> knowsWritten();

    Session *m_session;
    RosterPartState m_state;
};

}  // namespace roster

#endif
