// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDING_SEEDRUN_H
#define ROSTER_SEEDING_SEEDRUN_H

#include "models/seeding/seeder.h"
#include "models/seeding/seedhistory.h"
#include "models/seeding/seedpreview.h"
#include "models/seeding/seedreport.h"
#include "models/seeding/seedwriter.h"

#include <memory>
#include <optional>

namespace roster {

/// One seeder's run within a transaction that somebody else opens and ends: what SeedRunner and
/// SeedPlan share.
class SeedRun
{
public:
    enum class Purpose {
        Write,
        Rehearse,  ///< few rows, and no number is taken from a sequence: that would stay
    };
    static constexpr qint64 rehearsedRows = 1000;

    SeedRun(Session &session, const Seeder &seeder, SeedRequest request);

    /// Refused where the database counts as production.
    static Result<void> checkEnvironment(Session &session);
    /// The request by itself, the table, the rights on it.
    Result<void> begin();
    /// What stands in the table, whose rows go; `begin()` first.
    Result<SeedCheck> check();
    Result<SeedPreview> preview(int firstRows);
    /// All of it but BEGIN, COMMIT and ANALYZE; `begin()` first. Progress counts from `before`.
    Result<SeedReport> execute(Progress &progress, Purpose purpose, qint64 before = 0);
    /// The rows it will write, as far as the request says.
    qint64 rows() const { return m_input.rows; }
    /// After the commit: without it the planner and the row estimate know nothing of the rows
    /// until autovacuum comes.
    void analyze();

private:
    Result<void> checkRows();
    Result<void> readNow();
    Result<void> readFirstNumber();
    Result<QList<SeedVictim>> victims();
    Result<SeedVictim> victimOf(const TableName &table, bool hasXmin, bool isPartitioned);
    Result<void> confirm(const SeedCheck &check) const;
    Result<void> makeRows();
    Result<void> checkColumns() const;
    Result<bool> replaceRows(const SeedCheck &check, Purpose purpose);
    Result<void> deleteRows();
    Result<void> awaitOtherRuns(Progress &progress);
    Result<void> lockRows();
    Result<bool> truncated();
    Result<IdSource> idSource(Purpose purpose, bool emptied);
    Result<void> continueNumbering();
    Result<SeedReport> finish(const SeedCheck &check, Purpose purpose, qint64 leftOut,
                              qint64 milliseconds);

    bool replaces() const { return m_request.mode == SeedRequest::Mode::Replace; }

    Session &m_session;
    const Seeder &m_seeder;
    SeedRequest m_request;
    std::optional<SeedHistory> m_history;
    TableSchema m_live;
    SeedInput m_input;
    qint64 m_rowsNow = 0;
    QByteArray m_highestId;  ///< of the numbered column; empty: none
    std::unique_ptr<SeedRows> m_rows;
    KeyPool m_keys;  ///< the ids given so far
};

/// Names the column and the way out where a COPY failed on what the seeder made.
Error explained(Error error, const Seeder &seeder, const TableSchema &live);

}  // namespace roster

#endif
