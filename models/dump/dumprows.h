// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DUMP_DUMPROWS_H
#define ROSTER_DUMP_DUMPROWS_H

#include "models/database/session.h"
#include "models/dump/sqldumpreader.h"

#include <optional>
#include <utility>

namespace roster {

/// The rows of one table out of a dump of any format, in their order, without a server. Memory is
/// flat: what was read is handed out and forgotten. Read and let it go on the thread that opened
/// it.
class DumpRows
{
public:
    using TableKey = std::pair<QString, QString>;  ///< schema (may be empty), table

    struct Row
    {
        qint64 number = 0;       ///< among all rows of the table, from 1
        QList<SqlValue> values;  ///< UTF-8, one for each column; nullopt is NULL
        bool isCut = false;      ///< longer than `longestRow`: only its beginning is here
        qint64 bytes() const;    ///< of the values
    };
    static constexpr qsizetype longestRow = qsizetype(32) << 20;  ///< bytes in the dump

    /// Reads up to the table's first row. `find`: only rows that hold this in a column, letters
    /// large or small; `=text`: where a column is just that. `progress` must outlive it; it gets
    /// bytes of the file. Errors: those of SqlDumpReader; Refused where the rows stand as INSERT
    /// statements or in an encoding that is not known; NotFound, Cancelled.
    static Result<DumpRows> open(const DumpFile &file, const QStringList &binaries,
                                 const TableKey &table, const QString &find, Progress &progress);

    const QStringList &columns() const { return m_columns; }
    /// The next rows: `most` of them, or fewer where it took a while to find any; none only at the
    /// end. Of a dump that is damaged or cut off, first those before the fault, then the error.
    /// Also InvalidInput: a row has not as many values as there are columns.
    Result<QList<Row>> read(int most);
    /// All of the dump was read, and it was whole.
    bool isAtEnd() const { return m_isAtEnd; }
    qint64 rowsRead() const { return m_number; }  ///< whether found or not

    /// One line of COPY's text format, without its end: the values, escapes undone, in its own
    /// encoding.
    static QList<SqlValue> decodedLine(QByteArrayView line);

private:
    DumpRows(SqlDumpReader reader, TableKey table, const QString &find, Progress &progress);

    Result<void> advance();
    Result<void> start(const SqlDumpItem &item);
    Result<void> checkStatement(const SqlDumpItem &item) const;
    Result<void> finish();
    Result<void> takeLines(int most);
    Result<void> addRow(QByteArrayView line, bool isCut);
    SqlValue inUtf8(SqlValue value) const;
    bool matches(const QList<SqlValue> &values) const;

    SqlDumpReader m_reader;
    TableKey m_table;
    QString m_find;
    bool m_isExact = false;
    Progress *m_progress;
    QStringList m_columns;
    bool m_isUtf8 = true;
    bool m_hasTable = false;  ///< a COPY of it was found; partitions may bring several
    bool m_isInside = false;
    bool m_isAtEnd = false;
    qint64 m_items = 0;
    qint64 m_number = 0;
    qint64 m_line = 0;       ///< of the dump, where m_ahead begins
    QByteArrayView m_ahead;  ///< of the reader's piece, what is not taken yet
    QByteArray m_part;       ///< a row that began in pieces before
    bool m_isPartCut = false;
    QList<Row> m_found;
    std::optional<Error> m_problem;  ///< for the next read()
};

}  // namespace roster

#endif
