// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_CATALOGUE_H
#define ROSTER_SCHEMA_CATALOGUE_H

#include "models/core/result.h"
#include "models/schema/tableschema.h"

#include <QList>
#include <QString>

namespace roster {

class Session;

/// A relation as the sidebar lists it.
struct RelationInfo
{
    TableName name;
    RelationKind kind = RelationKind::Table;
    qint64 estimatedRows = -1;  ///< reltuples, of a partitioned table the sum; -1: unknown
    QString comment;
    bool operator==(const RelationInfo &) const = default;
};

/// Every table, partitioned table, view, materialized view and foreign table outside PostgreSQL's
/// own schemas (temporary ones are left out), by schema and name. One round trip.
Result<QList<RelationInfo>> listRelations(Session &session);

/// Everything the catalogue says about one relation, in any schema, as of one moment and in one
/// round trip; expressions and types are spelled for the session's search_path. NotFound where
/// there is none (any more).
Result<TableSchema> readTable(Session &session, const TableName &name);

/// The same for all that listRelations() lists, in one round trip as well.
Result<QList<TableSchema>> readTables(Session &session);

}  // namespace roster

#endif
