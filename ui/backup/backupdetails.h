// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_BACKUPDETAILS_H
#define ROSTER_BACKUP_BACKUPDETAILS_H

#include "models/backup/backupfile.h"

#include <QTextBrowser>

namespace roster {

/// All that is known of one backup without opening it.
class BackupDetails : public QTextBrowser
{
    Q_OBJECT

public:
    explicit BackupDetails(QWidget *parent = nullptr);

    /// Null: none is chosen.
    void present(const BackupFile *file);

private:
    static QString html(const BackupFile &file);
};

}  // namespace roster

#endif
