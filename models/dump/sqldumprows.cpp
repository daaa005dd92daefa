// SPDX-License-Identifier: GPL-3.0-or-later
// SqlDumpReader: the rows of a COPY.
#include "models/dump/dumperror.h"
#include "models/dump/sqldumpreader.h"

namespace roster {

namespace {

constexpr QByteArrayView endMark("\\.");

bool isEndMark(QByteArrayView line)
{
    return line == endMark || line == QByteArrayView("\\.\n") || line == QByteArrayView("\\.\r\n");
}

}  // namespace

SqlDumpReader::Rows SqlDumpReader::rowsAhead() const
{
    const QByteArrayView ahead = rest();
    Rows rows;
    while (rows.bytes < ahead.size()) {
        QByteArrayView line = ahead.sliced(rows.bytes);
        const qsizetype end = line.indexOf('\n');
        if (end < 0 && !(m_isOver && line == endMark))
            break;
        if (end >= 0)
            line = line.first(end + 1);
        const bool beginsHere = rows.lines > 0 || !m_inLine;
        if (beginsHere && isEndMark(line)) {
            rows.markBytes = line.size();
            break;
        }
        rows.bytes += line.size();
        ++rows.lines;
    }
    return rows;
}

Result<SqlDumpItem> SqlDumpReader::nextRows()
{
    for (;;) {
        const Rows rows = rowsAhead();
        if (rows.bytes == 0 && rows.markBytes > 0)
            return endOfRows(rows.markBytes);
        const bool isHuge = rows.bytes == 0 && rest().size() >= 2 * pieceSize;
        if (isHuge || rows.bytes > 0) {
            SqlDumpItem item;
            item.kind = SqlDumpItem::Kind::CopyRows;
            item.line = m_line;
            item.bytes = isHuge ? rest() : rest().first(rows.bytes);
            m_inLine = isHuge;
            m_copyRows += rows.lines;
            m_line += rows.lines;
            m_begin += item.bytes.size();
            return item;
        }
        const auto more = fill();
        if (!more)
            return fail(more.error());
        if (!*more && rest() != endMark) {
            return fail(
                Error::Kind::InvalidInput,
                DumpMessages::tr("The dump is cut off: it ends within the rows of %1, at line %2.")
                    .arg(m_copyTable)
                    .arg(m_line),
                DumpMessages::tr("Take another backup: this one is not whole."));
        }
    }
}

SqlDumpItem SqlDumpReader::endOfRows(qsizetype markBytes)
{
    SqlDumpItem item;
    item.kind = SqlDumpItem::Kind::CopyEnd;
    item.line = m_line;
    item.rows = m_copyRows;
    m_begin += markBytes;
    ++m_line;
    m_isCopying = false;
    return item;
}

}  // namespace roster
