// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_RESTORE_RESTORECHECKS_H
#define ROSTER_RESTORE_RESTORECHECKS_H

#include "models/restore/dumploader.h"

#include <QList>
#include <QMap>

namespace roster {

/// What a restored database was found to be. "Success" is said of this and nothing else.
struct RestoreCheckReport
{
    struct Table
    {
        QString schema;
        QString name;
        qint64 rows = 0;  ///< count(*)
    };

    QList<Table> tables;           ///< all ordinary tables, by schema and name
    QMap<QString, qint64> census;  ///< tables, indexes, constraints, triggers, functions, views …
    QStringList revisions;         ///< rows of alembic_version
    bool hasVersionTable = false;
    QStringList passed;    ///< one line for each check, for people
    QStringList warnings;  ///< as the dump has it, and yet worth knowing
    /// What is not as it must be; a report with one is never swapped in.
    QStringList failures;

    bool isSound() const { return failures.isEmpty(); }
    qint64 allRows() const;
};

/// Counts, looks and analyses, in the side database as the connected role.
class RestoreChecks
{
public:
    struct Options
    {
        QSet<QString> knownRevisions;  ///< empty: not looked at
        /// What the manifest of our own backup says; tables as `schema.name`. Empty: none.
        QMap<QString, qint64> expectedRows;
    };

    /// Takes the session under `progress`. `beside`: others like it, over which tables are counted
    /// and analysed, too. Errors: Cancelled, those of Session::query; what it finds wrong is no
    /// error but a failure in the report.
    static Result<RestoreCheckReport> run(Session &side, const LoadReport &loaded,
                                          const Options &options, Progress &progress,
                                          const QList<Session *> &beside = {});
};

}  // namespace roster

#endif
