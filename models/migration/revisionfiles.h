// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_REVISIONFILES_H
#define ROSTER_MIGRATION_REVISIONFILES_H

#include "models/migration/revisiongraph.h"

namespace roster {

/// Where revisions come from.
struct RevisionSources
{
    QString folder;   ///< .sql files (and .py among them) over the embedded ones; empty: none
    QString alembic;  ///< a backend's folder: with alembic.ini, of versions; empty: none
    bool embedded = true;
};

/// What the sources hold. A file that cannot be read is a fault, the others are there.
struct RevisionFiles
{
    QList<Revision> revisions;
    QList<Error> faults;

    /// Errors: NotFound for a folder that is not there.
    static Result<RevisionFiles> load(const RevisionSources &sources);
    /// The revisions built into the program.
    static RevisionFiles embedded();
};

}  // namespace roster

#endif
