// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_TESTS_BACKUPSOURCE_H
#define ROSTER_TESTS_BACKUPSOURCE_H

#include "models/backup/backupfolder.h"
#include "models/backup/backuprun.h"
#include "tests/support/testserver.h"

#include <QTemporaryDir>

namespace roster::test {

/// A database with what is awkward to count, and a folder for its backups.
class BackupSource
{
public:
    BackupSource();

    const TestDatabase &database() const { return m_database; }
    /// In a folder of the test's own; the backups are below it.
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString folder() const { return path(QStringLiteral("backups")); }
    /// Into folder(), unless the request says otherwise.
    Result<BackupReceipt> run(BackupRequest request = {}, Progress *progress = nullptr) const;
    BackupListing list() const;
    /// Every file below folder().
    QStringList files() const;

private:
    QTemporaryDir m_folder;
    TestDatabase m_database;
};

}  // namespace roster::test

#endif
