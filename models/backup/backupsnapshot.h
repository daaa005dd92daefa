// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_BACKUPSNAPSHOT_H
#define ROSTER_BACKUP_BACKUPSNAPSHOT_H

#include "models/backup/backupmanifest.h"
#include "models/core/progress.h"
#include "models/database/transaction.h"

#include <QByteArray>

#include <memory>

namespace roster {

class Session;

/// One moment of a database, held open while pg_dump reads it: what is counted here is what the
/// dump holds, whatever others write meanwhile. (Sequences are not part of a snapshot.)
class BackupSnapshot
{
public:
    /// Errors: those of Session::query; Refused on a standby that cannot export one.
    static Result<BackupSnapshot> open(Session &session);

    /// For pg_dump's --snapshot.
    const QString &id() const { return m_id; }
    /// Everything of the manifest but rows and what the file itself tells.
    Result<void> describe(BackupManifest &manifest);
    /// Tables whose data a dump holds; `rows` is -1 until they are counted.
    Result<QList<BackupManifest::Rows>> tables();
    Result<void> count(QList<BackupManifest::Rows> &tables);
    void close() { m_transaction.rollback(); }

private:
    BackupSnapshot(Session &session, Transaction transaction)
        : m_session(&session), m_transaction(std::move(transaction))
    {
    }
    Result<QStringList> list(const QString &sql);
    Result<void> describeDatabase(BackupManifest &manifest);
    Result<void> describeContents(BackupManifest &manifest);

    Session *m_session;
    Transaction m_transaction;
    QString m_id;
};

}  // namespace roster

#endif
