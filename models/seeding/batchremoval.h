// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDING_BATCHREMOVAL_H
#define ROSTER_SEEDING_BATCHREMOVAL_H

#include "models/seeding/seedbatches.h"
#include "models/seeding/seeder.h"

#include <memory>

namespace roster {

/// Takes the rows of one batch out of their table, in the open transaction: makes them again in a
/// temporary table and deletes by joins, so that millions take seconds.
class BatchRemoval
{
public:
    BatchRemoval(Session &session, SeedBatch batch) : m_session(session), m_batch(std::move(batch))
    {
    }

    /// `really` false: counts only. Errors: Refused for another version of the seeder, NotFound
    /// where seeder or table are gone, and what the server says.
    Result<SeedRemoval> run(Progress &progress, bool really);

private:
    Result<void> findSeeder();
    Result<void> makeRowsAgain(Progress &progress);
    Result<void> keepReferenced();
    Result<qint64> keepReferencedBy(const QString &referrer, const QStringList &columns,
                                    const QStringList &referred, bool isSelf);
    Result<void> deleteByKey(bool really);
    Result<void> tellChanged();
    Result<void> deleteWithoutKey(bool really);
    Result<qint64> count(const QString &sql, bool affected = false);

    QString table() const;
    /// Without those of tables that inherit from it.
    QString ownRows() const;
    QString keysMatch(const QString &left, const QString &right) const;
    /// The row `t` of the table still is as the row `s` that was made again.
    QString isUntouched() const;

    Session &m_session;
    SeedBatch m_batch;
    std::unique_ptr<Seeder> m_own;  ///< the generic one
    const Seeder *m_seeder = nullptr;
    TableSchema m_live;
    std::unique_ptr<SeedRows> m_rows;
    SeedRemoval m_removal;
};

}  // namespace roster

#endif
