// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MAINWINDOW_DATABASEOVERVIEW_H
#define ROSTER_MAINWINDOW_DATABASEOVERVIEW_H

#include "models/database/databaseworker.h"
#include "models/database/serverinfo.h"
#include "models/schema/tableschema.h"
#include "ui/mainwindow/pageid.h"

#include <QList>

namespace roster {

class Connections;

/// One line of the sidebar.
struct RelationEntry
{
    TableName name;
    RelationKind kind = RelationKind::Table;
    bool declared = false;
    bool operator==(const RelationEntry &) const = default;
};

/// What the frame of the window knows of a database.
struct DatabaseOverview
{
    ServerInfo server;
    QList<RelationEntry> relations;  ///< declared ones first, Players before all
    QList<TableName> missing;        ///< declared and not there

    const RelationEntry *find(const TableName &table) const;
};

/// As people call it in their language: `Players` for a declared `players`, other names as they
/// are.
QString titleOf(const RelationEntry &relation);

/// Errors: those of connecting and of Session::query.
Running<Result<DatabaseOverview>> readOverview(Connections &connections);

}  // namespace roster

#endif
