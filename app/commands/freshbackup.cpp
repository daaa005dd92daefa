// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/freshbackup.h"

#include "app/commands/context.h"
#include "models/backup/backupfolder.h"
#include "models/backup/freshbackup.h"

using namespace Qt::StringLiterals;

namespace roster {

Result<QString> freshBackup(Context &context, const QString &database)
{
    const QString folder =
        context.has(u"backups"_s) ? context.value(u"backups"_s) : BackupFolder::standard();
    return findFreshBackup(folder, database, context.progress());
}

}  // namespace roster
