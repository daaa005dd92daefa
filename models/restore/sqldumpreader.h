// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_RESTORE_SQLDUMPREADER_H
#define ROSTER_RESTORE_SQLDUMPREADER_H

#include "models/core/progress.h"
#include "models/dump/bytesource.h"

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
/// backslash command but \restrict and \unrestrict) is refused with its line.
class SqlDumpReader
{
public:
    explicit SqlDumpReader(std::unique_ptr<ByteSource> source);
    /// Reads a dump of any format but a cluster's; `binaries` and `progress` as DumpText has them.
    /// Errors: InvalidInput for a cluster's; those of DumpText.
    static Result<SqlDumpReader> open(const DumpFile &file, const QStringList &binaries,
                                      Progress &progress);

    /// Errors: those of the source; InvalidInput, with the line, for what is refused and for a text
    /// that ends before pg_dump's last line.
    Result<SqlDumpItem> next();

    /// Of the file, for progress.
    qint64 consumed() const { return m_source->consumed(); }
    qint64 total() const { return m_source->total(); }  ///< -1: not known
    QStringList warnings() const { return m_source->warnings(); }
    /// From the head's comments: `15.18`; empty: not said.
    QString serverVersion() const { return m_serverVersion; }
    /// pg_dump's, as the head says it.
    QString toolVersion() const { return m_toolVersion; }
    /// Whether pg_dump's last line was read.
    bool isComplete() const { return m_isComplete; }

private:
    enum class State { Normal, Quote, Identifier, Dollar, LineComment, BlockComment };

    Result<bool> fill();  ///< false: at the end
    Result<SqlDumpItem> nextStatement();
    Result<SqlDumpItem> nextRows();
    Result<bool> skipToStatement();
    Result<void> backslashLine(QByteArrayView line) const;
    void noteComment(QByteArrayView line);
    Result<bool> scan();
    void scanWord(qsizetype end);
    void scanQuoted(char c);
    bool scanInside(char c);
    Result<bool> scanNormal(char c);
    Result<SqlDumpItem> finished();
    Result<SqlDumpItem> copyItem(SqlDumpItem item);
    Result<void> checkAllowed(const QList<SqlWord> &words, qint64 line) const;
    Result<void> follow(const QList<SqlWord> &words, qint64 line);
    QString decoded(const QByteArray &name) const;
    Result<SqlDumpItem> atEnd() const;
    Error refused(qint64 line, const QString &what) const;

    std::unique_ptr<ByteSource> m_source;
    QByteArray m_buffer;
    qsizetype m_begin = 0;  ///< of what is not handed out yet
    qsizetype m_at = 0;     ///< scanned up to here
    qint64 m_line = 1;      ///< of m_begin
    bool m_isOver = false;  ///< the source gave its last byte

    State m_state = State::Normal;
    bool m_hasEscapes = false;       ///< of the string that is open
    bool m_hasPlainEscapes = false;  ///< standard_conforming_strings = off
    bool m_goesOn = false;           ///< a string with escapes has ended: another may continue it
    bool m_hasNewLine = false;       ///< since then
    QByteArray m_encoding;           ///< client_encoding, in capitals; empty: not said
    QByteArray m_tag;
    int m_depth = 0;  ///< of comments
    int m_parens = 0;
    int m_begins = 0;    ///< BEGIN ATOMIC … END, CASE … END within
    QByteArray m_words;  ///< the first letters of the first four words

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
