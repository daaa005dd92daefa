// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_ALEMBICWRITER_H
#define ROSTER_MIGRATION_ALEMBICWRITER_H

#include "models/migration/revisiongraph.h"

/// Our revisions as files of Alembic's, so that a backend's history goes on over them.
namespace roster::AlembicWriter {

/// The twin of a revision: the same statements, and our checksum in its docstring.
QByteArray format(const Revision &revision);

/// Writes the twins of `ids` (parents first) that `folder`, as AlembicReader::versionFolders reads
/// it, does not hold yet or holds of another text. Each file appears whole or not at all, parents
/// before children. Returns what was written. Errors: Refused where a parent would be missing,
/// which ends every command of Alembic's; NotFound, System.
Result<QStringList> exportTo(const QString &folder, const RevisionGraph &graph,
                             const QStringList &ids);

/// All of ours that belong beside the files in `folder`: the embedded ones only where no revision
/// of Alembic's own is there.
Result<QStringList> exportable(const QString &folder, const RevisionGraph &graph);

}  // namespace roster::AlembicWriter

#endif
