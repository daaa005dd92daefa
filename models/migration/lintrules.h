// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_LINTRULES_H
#define ROSTER_MIGRATION_LINTRULES_H

#include "models/migration/lint.h"

#include <QJsonObject>

namespace roster {

/// How much a statement gets in the way, before the table's size is known.
enum class LintClass { Instant, BlocksWrites, Scan, Rewrite, Destructive };

/// What the rules say of one statement.
struct LintMatch
{
    QString rule;
    QString schema;
    QString table;
    QString column;
    LintClass cost = LintClass::Instant;
    QString effect;  ///< `ACCESS EXCLUSIVE, the whole table is written anew`
    QString rewrite;
    /// For a change of type: the new one, to be held against the column's; empty otherwise.
    QString newType;
};

/// The relations that the statement makes.
QStringList createdRelations(const QJsonObject &tree);

/// Facts of PostgreSQL 15, see its documentation of ALTER TABLE and of explicit locking.
QList<LintMatch> lintMatches(const QJsonObject &tree);

/// Whether PostgreSQL changes a column from one type to the other without touching the rows; types
/// as format_type() writes them.
bool isInstantTypeChange(const QString &from, const QString &to);

}  // namespace roster

#endif
