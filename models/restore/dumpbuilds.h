// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_RESTORE_DUMPBUILDS_H
#define ROSTER_RESTORE_DUMPBUILDS_H

#include "models/dump/dumpbuild.h"
#include "models/dump/sqldumpreader.h"

#include <QHash>

namespace roster {

/// The indexes and keys that may be made as soon as the rows of their table are there, although
/// the dump has them behind the rows of all tables. Known once a dump was read to its end.
class DumpBuilds
{
public:
    struct Build
    {
        QByteArray sql;
        qint64 line = 0;
        DumpBuild build;
    };

    /// Each item, in their order.
    void note(const SqlDumpItem &item);
    /// Of a table as DumpBuild::tableOfCopy() has it; in their order.
    QList<Build> of(const QByteArray &table) const { return m_tables.value(table).builds; }

private:
    struct Table
    {
        int barriers = 0;     ///< that stood before the end of its rows
        QByteArray defaults;  ///< as they were there
        bool isFilledOnce = true;
        QList<Build> builds;
    };

    void noteStatement(const SqlDumpItem &item);

    QHash<QByteArray, Table> m_tables;
    QByteArray m_copied;
    int m_barriers = 0;  ///< statements that a build must not be made before
    QByteArray m_tablespace;
    qsizetype m_bytes = 0;
};

}  // namespace roster

#endif
