// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_SCHEMACREATION_H
#define ROSTER_SCHEMA_SCHEMACREATION_H

#include "models/core/result.h"
#include "models/schema/tableschema.h"

#include <QList>
#include <QStringList>

namespace roster {

class Session;

/// What creating the declared tables did, or would do.
struct SchemaCreation
{
    QList<TableName> created;   ///< in the order they were made
    QList<TableName> existing;  ///< left alone, whatever their columns are
    QStringList statements;     ///< what ran, without BEGIN and COMMIT
    /// Declared indexes that an existing table lacks, as the statements that would make them: a
    /// table that another program manages gets none by itself.
    QStringList missingIndexes;
    QString notice;  ///< see alembicNotice(); empty: nothing to know
};

/// `Preview` only reads: the same answer, nothing is made.
enum class CreationMode { Create, Preview };

/// Creates those of `tables` that are not there yet, in one transaction, in the order that their
/// foreign keys ask for (cycles get theirs last). Running it again changes nothing. A relation of
/// the name that is no table (a view) counts as existing. Errors: NotFound where a table refers to
/// one that neither exists nor is among `tables`, Permission, Sql.
Result<SchemaCreation> createDeclaredTables(Session &session, const QList<TableSchema> &tables,
                                            CreationMode mode = CreationMode::Create);

}  // namespace roster

#endif
