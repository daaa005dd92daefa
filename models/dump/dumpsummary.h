// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DUMP_DUMPSUMMARY_H
#define ROSTER_DUMP_DUMPSUMMARY_H

#include "models/core/progress.h"
#include "models/core/result.h"

#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace roster {

class DumpFile;
class SqlDumpReader;
struct SqlDumpItem;

/// What is in a dump, found without a server by reading it to its end.
class DumpSummary
{
public:
    using TableKey = std::pair<QString, QString>;  ///< schema (may be empty), table

    /// One database of a cluster's dump.
    struct Database
    {
        QString name;
        QString encoding;  ///< its own; empty: not said, as is the locale
        QString locale;
        qint64 tables = 0;  ///< with data
        qint64 rows = 0;
        bool isServers = false;  ///< template1, postgres: hardly ever what is looked for
    };

    /// Of a cluster's, the database that the file says; where none is said, `databases` and `roles`
    /// alone are filled. Errors: those of SqlDumpReader::open(), Cancelled,
    /// NotFound (no such database). A dump that is damaged,
    /// cut off or refused is no error: `problem` says so, and the rest is what came before it.
    static Result<DumpSummary> read(const DumpFile &file, const QStringList &binaries,
                                    Progress &progress);

    qint64 bytes = 0;              ///< of the file; of a folder, those of all its files
    std::optional<Error> problem;  ///< none: read to its end, and pg_dump's last line was there
    QString serverVersion;         ///< `15.20`; empty: not said, as in the next two
    QString toolVersion;           ///< pg_dump's
    QString encoding;
    QMap<TableKey, qint64> tables;  ///< rows, of those with data; -1: the dump fails within them
    QStringList revisions;          ///< in alembic_version
    QSet<QString> roles;            ///< that own or are granted something
    QStringList extensions;
    QMap<QString, QString> sequences;  ///< the values they are set to, names as in the dump
    QStringList warnings;
    QList<Database> databases;  ///< of a cluster's or pg_dump -C's; the server's own come last

    qint64 rows() const;
    /// Rows that an INSERT holds.
    static qint64 insertedRows(QByteArrayView sql);

private:
    Result<void> add(const SqlDumpItem &item);
    Result<void> addStatement(const SqlDumpItem &item);
    Result<void> checkSize(qsizetype count, qint64 line) const;
    void endCopy(const SqlDumpItem &item);
    void endDatabase(const SqlDumpReader &reader);
    void setDatabases(const SqlDumpReader &reader);

    QMap<QString, Database> m_read;  ///< looking at all of a cluster's
    QString m_reading;
    TableKey m_copied;
    bool m_isCopying = false;
    QByteArray m_revisionRows;  ///< of alembic_version, as far as they are kept
};

}  // namespace roster

#endif
