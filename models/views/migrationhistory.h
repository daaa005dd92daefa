// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_VIEWS_MIGRATIONHISTORY_H
#define ROSTER_VIEWS_MIGRATIONHISTORY_H

#include "models/migration/migrationstate.h"
#include "models/views/revisionlanes.h"

#include <QFlags>

namespace roster {

class Session;

/// What a revision is to the database.
enum class RevisionMark {
    Head = 0x01,
    Current = 0x02,  ///< it stands in alembic_version
    Pending = 0x04,
    Applied = 0x08,
    Elsewhere = 0x10,  ///< applied, and the log of this database does not know by whom
    Alembic = 0x20,    ///< neither run nor undone by us
    Missing = 0x40,    ///< only its id is known
    Changed = 0x80,    ///< the file is not what was applied
    HalfDone = 0x100,  ///< some of its statements stand
    Unwanted = 0x200,  ///< embedded, and the database is somebody else's
    LogOnly = 0x400,   ///< its file is gone, the database's log has the text
};
Q_DECLARE_FLAGS(RevisionMarks, RevisionMark)
Q_DECLARE_OPERATORS_FOR_FLAGS(RevisionMarks)

/// The history of one database with all that a list shows of it, made on a worker: to the window it
/// is a value that only is looked at.
struct MigrationHistory
{
    struct Row
    {
        const Revision *revision = nullptr;  ///< of `state`
        RevisionMarks marks;
        RevisionLanes lanes;
    };

    RevisionFiles files;
    MigrationState state;
    QList<Row> rows;         ///< the newest first
    int lanes = 1;           ///< of the widest row
    QString missingRights;   ///< SQL that gives this role what a migration needs; empty: it has it
    bool hasTables = false;  ///< of anybody's, in `public`
    bool readOnly = false;   ///< the session may not write at all

    MigrationHistory() = default;
    Q_DISABLE_COPY_MOVE(MigrationHistory)  // the rows point into the state

    /// Only reads. Errors: NotFound for a folder that is not there, those of MigrationState::read.
    static Result<std::shared_ptr<const MigrationHistory>> read(Session &session,
                                                                const RevisionSources &sources);
    /// -1 where there is none.
    int rowOf(const QString &id) const;

private:
    void findRows();
    RevisionMarks marksOf(const Revision &revision, const QStringList &heads) const;
};

}  // namespace roster

#endif
