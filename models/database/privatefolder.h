// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_PRIVATEFOLDER_H
#define ROSTER_DATABASE_PRIVATEFOLDER_H

#include "models/core/result.h"
#include "models/database/systemaccount.h"

#include <QString>

namespace roster {

/// The error for a file operation that failed with `errno` `reason`: what, why, what to do.
Error fileError(const QString &path, int reason);
/// The same for a program whose output says that the disk is full, or whose silence and a full
/// disk at `path` say so; false otherwise.
bool looksFull(const QString &output, const QString &path);
Error diskFullError(const QString &path);

/// Makes the folder of the local server with its parents. It may be reached over a symbolic link
/// (people move data to other disks), but must be ours. `othersPass`: another account runs the
/// server and has to get through, though not to look around.
Result<void> makeOwnFolder(const QString &path, bool othersPass);

/// Makes a folder that only `account` (and root) may enter, or checks that it is one: never a
/// symbolic link, never somebody else's, since /tmp is everybody's. Refused otherwise.
Result<void> makePrivateFolder(const QString &path, const SystemAccount &account);

/// The outermost folder on the way to `path`, itself included, that `account` may not enter by the
/// folder's mode; empty where it gets through.
QString closedTo(const SystemAccount &account, const QString &path);

/// Writes the folder's entries to disk, so that a rename in it outlasts a power cut.
void syncFolder(const QString &path);

}  // namespace roster

#endif
