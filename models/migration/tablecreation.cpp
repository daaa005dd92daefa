// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/tablecreation.h"

#include "models/migration/migrator.h"
#include "models/schema/declaredtables.h"

using namespace Qt::StringLiterals;

namespace roster {

Result<SchemaCreation> createTablesByRevisions(Session &session, Progress &progress)
{
    auto missing = createDeclaredTables(session, declaredTables(), CreationMode::Preview);
    if (!missing)
        return missing;
    const RevisionFiles files = RevisionFiles::embedded();
    const auto state = MigrationState::read(session, files);
    if (!state)
        return fail(state.error());
    // Without any table and any row the database is new; all else is for a person to say.
    if (missing->existing.isEmpty() && state->rows().isEmpty()) {
        Migrator::Options options;
        options.confirmedName = state->databaseName();  // nothing there can be lost
        const auto report = Migrator(session, files, options).upgrade(u"head"_s, progress);
        if (!report)
            return fail(report.error());
    }
    auto creation = createDeclaredTables(session, declaredTables());
    if (creation) {
        creation->created = missing->created;
        creation->existing = missing->existing;
    }
    return creation;
}

}  // namespace roster
