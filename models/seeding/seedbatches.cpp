// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seeding/seedbatches.h"

#include "models/database/session.h"
#include "models/seeding/seedhistory.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roster {

Result<QList<SeedBatch>> SeedBatches::list(Session &session, const std::optional<TableName> &table)
{
    const auto history = SeedHistory::open(session);
    if (!history)
        return fail(history.error());
    if (!history->canRead() && history->isThere()) {
        return fail(Error::Kind::Permission,
                    QCoreApplication::translate("SeedBatches",
                                                "This role may not read the history of seeding."),
                    history->obstacle());
    }
    return history->batches(table);
}

Result<SeedRemoval> SeedBatches::remove(Session &, Progress &, qint64 batch, bool)
{
    return fail(Error::Kind::NotFound,
                QCoreApplication::translate("SeedBatches", "There is no batch %1.").arg(batch));
}

}  // namespace roster
