// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_BACKUPINSPECTION_H
#define ROSTER_BACKUP_BACKUPINSPECTION_H

#include "models/backup/backupfile.h"

namespace roster {

/// Fills in what a look at the first and last bytes, the manifest and the verification tell; cheap
/// enough for thousands. False: it is no backup (a file of another kind in a plain folder), or it
/// has vanished meanwhile.
bool inspectBackup(BackupFile &file, bool hasManifest);

}  // namespace roster

#endif
