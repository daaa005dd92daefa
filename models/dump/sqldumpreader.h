// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DUMP_SQLDUMPREADER_H
#define ROSTER_DUMP_SQLDUMPREADER_H

#include "models/core/progress.h"
#include "models/dump/bytesource.h"
#include "models/dump/dumpencoding.h"
#include "models/dump/dumpsections.h"
#include "models/dump/sqlscanner.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace roster {

class DumpFile;
struct SqlWord;

/// One piece of a dump.
struct SqlDumpItem
{
    enum class Kind { Statement, CopyStart, CopyRows, CopyEnd, End };

    Kind kind = Kind::End;
    QByteArray sql;  ///< Statement, CopyStart; in the dump's own encoding
    QString schema;  ///< CopyStart; may be empty in old dumps
    QString table;
    QStringList columns;
    QByteArrayView bytes;  ///< CopyRows: whole lines (a huge one in pieces), until the next item
    qint64 rows = 0;       ///< CopyEnd: lines since CopyStart
    qint64 line = 0;       ///< where it begins, from 1
    /// Statement: whether plain strings are read with escapes from here on, as the dump says. A
    /// server that does otherwise would end statements elsewhere.
    bool hasPlainEscapes = false;
};

/// Takes the plain text of a dump apart, memory flat. It never runs anything: what psql would (any
/// backslash command but \restrict, \unrestrict and what DumpSections takes) is refused with its
/// line. Of a dump of several databases, the items are those of the one that is read.
class SqlDumpReader
{
public:
    explicit SqlDumpReader(std::unique_ptr<ByteSource> source, DumpSections sections = {});
    enum class Databases { One, All };
    /// Reads a dump of any format; `binaries` and `progress` as DumpText has them. Of a cluster's,
    /// the database that the file says (DumpFile::setDatabase), or all to look at them. Errors:
    /// InvalidInput for a cluster's where none is said, NotFound where it is of another; those of
    /// DumpText.
    static Result<SqlDumpReader> open(const DumpFile &file, const QStringList &binaries,
                                      Progress &progress, Databases databases = Databases::One);

    /// Errors: those of the source; with the line, Refused for what is not to be run and
    /// InvalidInput for a text that ends before pg_dump's last line.
    Result<SqlDumpItem> next();

    /// Of the file, for progress.
    qint64 consumed() const { return m_source->consumed(); }
    qint64 total() const { return m_source->total(); }  ///< -1: not known
    QStringList warnings() const { return m_source->warnings(); }
    const DumpSections &sections() const { return m_sections; }
    /// From the head's comments: `15.18`; empty: not said.
    QString serverVersion() const { return m_serverVersion; }
    /// pg_dump's, as the head says it.
    QString toolVersion() const { return m_toolVersion; }
    /// client_encoding by now.
    const DumpEncoding &encoding() const { return m_encoding; }
    /// Whether pg_dump's last line was read.
    bool isComplete() const { return m_isComplete; }

private:
    /// What stands at the start of some text within a COPY block.
    struct Rows
    {
        qsizetype bytes = 0;  ///< of whole rows
        qint64 lines = 0;
        qsizetype markBytes = 0;  ///< of the `\.` behind them
    };

    static constexpr qsizetype pieceSize = qsizetype(512) * 1024;  ///< bytes read at a time
    Result<bool> fill();                                           ///< false: at the end
    QByteArrayView rest() const { return QByteArrayView(m_buffer).sliced(m_begin); }

    Result<SqlDumpItem> nextStatement();
    Result<bool> skipToStatement();
    Result<void> backslashLine(QByteArrayView line);
    void noteComment(QByteArrayView line);
    Result<SqlDumpItem> finished();
    static Result<void> checkStatement(const QByteArray &sql, QList<SqlWord> words, qint64 line);
    Result<void> follow(const QList<SqlWord> &words, qint64 line);
    Result<SqlDumpItem> atEnd() const;

    Result<SqlDumpItem> copyItem(SqlDumpItem item);
    Result<void> skipLine();
    Result<SqlDumpItem> nextRows();
    Rows rowsAhead() const;
    SqlDumpItem endOfRows(qsizetype markBytes);

    std::unique_ptr<ByteSource> m_source;
    DumpSections m_sections;
    bool m_isSkipped = false;        ///< the item that is read belongs to another database
    Progress *m_progress = nullptr;  ///< while a section is passed over
    QByteArray m_buffer;
    qsizetype m_begin = 0;  ///< of what is not handed out yet
    qint64 m_line = 1;      ///< of m_begin
    bool m_isOver = false;  ///< the source gave its last byte

    SqlScanner m_scanner;
    DumpEncoding m_encoding;

    bool m_isCopying = false;
    bool m_inLine = false;  ///< a piece of a huge line was handed out
    QString m_copyTable;
    qint64 m_copyRows = 0;

    bool m_hasHead = false;
    bool m_isComplete = false;
    QString m_serverVersion;
    QString m_toolVersion;
};

}  // namespace roster

#endif
