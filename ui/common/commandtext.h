// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMMON_COMMANDTEXT_H
#define ROSTER_COMMON_COMMANDTEXT_H

#include "models/browsing/tablequery.h"
#include "models/database/connectionprofile.h"
#include "models/schema/tableschema.h"

#include <QString>
#include <QStringList>

namespace roster {

/// The words as a shell takes them, quoted where they need it.
QString shellLine(const QStringList &words);

/// The options that lead a command to this database; none for the private local one. No password.
QStringList databaseOptions(const ConnectionProfile &profile);

/// `roster players --where …`: what writes the rows of this query.
QString rowsCommand(const ConnectionProfile &profile, const TableName &table,
                    const TableQuery &query, const QStringList &more = {});

}  // namespace roster

#endif
