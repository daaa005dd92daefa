// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_ALEMBICREADER_H
#define ROSTER_MIGRATION_ALEMBICREADER_H

#include "models/migration/revision.h"

#include <optional>

/// Alembic's own files, read without running them.
namespace roster::AlembicReader {

/// The revision that a .py file declares; nullopt where it declares none. What is no literal
/// stands in `needsPython`.
std::optional<Revision> parse(const QString &source, const QString &path);

/// The folders of versions that `folder` means: by its `alembic.ini` (script_location,
/// version_locations), its `versions`, or itself.
QStringList versionFolders(const QString &folder);

/// Every revision in those folders and below, by path. Errors: NotFound, System.
Result<QList<Revision>> readFolder(const QString &folder);

}  // namespace roster::AlembicReader

#endif
