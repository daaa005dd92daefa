// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/dumprows.h"

#include "models/dump/dumperror.h"
#include "models/dump/dumpfile.h"
#include "models/dump/sqlwords.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int itemsBetweenReports = 16;
constexpr int patienceMs = 150;  // with rows in hand
constexpr int fewWords = 8;

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool isOctal(char c)
{
    return c >= '0' && c <= '7';
}

/// Of a number of at most `most` digits in that base; `at` moves behind it.
template <class Digit>
char numbered(QByteArrayView line, qsizetype &at, int most, int base, const Digit &digit)
{
    int value = 0;
    for (int count = 0; count < most && at < line.size() && digit(line[at]) >= 0; ++count)
        value = value * base + digit(line[at++]);
    return char(value & 0xff);
}

/// The byte that an escape stands for; `at` is behind the backslash and moves behind the escape.
char unescaped(QByteArrayView line, qsizetype &at)
{
    if (isOctal(line[at]))
        return numbered(line, at, 3, 8, [](char c) { return isOctal(c) ? c - '0' : -1; });
    if (line[at] == 'x' && at + 1 < line.size() && hexDigit(line[at + 1]) >= 0)
        return numbered(line, ++at, 2, 16, hexDigit);
    switch (const char c = line[at++]) {
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case 'v':
        return '\v';
    default:
        return c;
    }
}

QString nameOf(const DumpRows::TableKey &table)
{
    return table.first.isEmpty() ? table.second : table.first + u'.' + table.second;
}

}  // namespace

qint64 DumpRows::Row::bytes() const
{
    qint64 sum = 0;
    for (const SqlValue &value : values)
        sum += value ? value->size() : 0;
    return sum;
}

QList<SqlValue> DumpRows::decodedLine(QByteArrayView line)
{
    QList<SqlValue> values;
    QByteArray value;
    qsizetype begin = 0;
    for (qsizetype at = 0;;) {
        if (at == line.size() || line[at] == '\t') {
            const bool isNull = line.sliced(begin, at - begin) == "\\N";
            values << (isNull ? SqlValue() : SqlValue(value.isNull() ? QByteArray("") : value));
            value = QByteArray();
            if (at == line.size())
                return values;
            begin = ++at;
            continue;
        }
        if (line[at] != '\\') {
            qsizetype end = at;
            while (end < line.size() && line[end] != '\\' && line[end] != '\t')
                ++end;
            value.append(line.sliced(at, end - at));
            at = end;
        } else if (++at < line.size()) {
            value.append(unescaped(line, at));
        }
    }
}

DumpRows::DumpRows(SqlDumpReader reader, TableKey table, const QString &find, Progress &progress)
    : m_reader(std::move(reader)),
      m_table(std::move(table)),
      m_find(find),
      m_isExact(find.startsWith(u'=')),
      m_progress(&progress)
{
    if (m_isExact)
        m_find.remove(0, 1);
}

Result<DumpRows> DumpRows::open(const DumpFile &file, const QStringList &binaries,
                                const TableKey &table, const QString &find, Progress &progress)
{
    auto reader = SqlDumpReader::open(file, binaries, progress);
    if (!reader)
        return fail(reader.error());
    progress.setText(DumpMessages::tr("Reading %1 of %2").arg(nameOf(table), file.fileName()));
    DumpRows rows(std::move(*reader), table, find, progress);
    while (!rows.m_hasTable) {
        ROSTER_TRY(rows.advance());
        if (rows.m_isAtEnd) {
            return fail(
                Error::Kind::NotFound,
                DumpMessages::tr("%1 holds no rows of a table %2.")
                    .arg(file.fileName(), nameOf(table)),
                DumpMessages::tr("Look which tables it has; a name has its schema before it, as in "
                                 "public.players."));
        }
    }
    return rows;
}

/// To the next piece of the dump.
Result<void> DumpRows::advance()
{
    const auto item = m_reader.next();
    if (m_progress->isCancelled())
        return fail(Error::Kind::Cancelled, DumpMessages::tr("Reading the dump was stopped."));
    if (m_items++ % itemsBetweenReports == 0) {
        m_progress->setTotal(m_reader.total());
        m_progress->setDone(m_reader.consumed());
    }
    if (!item)
        return fail(item.error());
    switch (item->kind) {
    case SqlDumpItem::Kind::Statement:
        return checkStatement(*item);
    case SqlDumpItem::Kind::CopyStart:
        return start(*item);
    case SqlDumpItem::Kind::CopyRows:
        m_ahead = m_isInside ? item->bytes : QByteArrayView();
        m_line = item->line;
        return {};
    case SqlDumpItem::Kind::CopyEnd:
        m_isInside = false;
        return {};
    case SqlDumpItem::Kind::End:
        return finish();
    }
    return {};
}

Result<void> DumpRows::start(const SqlDumpItem &item)
{
    m_isInside = m_table == TableKey(item.schema, item.table);
    if (!m_isInside)
        return {};
    if (!m_reader.encoding().isKnown()) {
        return fail(
            Error::Kind::Refused,
            DumpMessages::tr("The dump's text is in %1, which cannot be shown.")
                .arg(QString::fromUtf8(m_reader.encoding().name())),
            DumpMessages::tr("Make the dump in another encoding: pg_dump --encoding=UTF8."));
    }
    if (m_hasTable && item.columns != m_columns) {
        return fail(Error::Kind::InvalidInput,
                    DumpMessages::tr("Line %1 of the dump: %2 comes again, with other columns.")
                        .arg(item.line)
                        .arg(nameOf(m_table)));
    }
    m_hasTable = true;
    m_columns = item.columns;
    m_isUtf8 = m_reader.encoding().isUtf8();
    return {};
}

Result<void> DumpRows::checkStatement(const SqlDumpItem &item) const
{
    const QByteArrayView begin =
        QByteArrayView(item.sql).first(std::min<qsizetype>(item.sql.size(), 1024));
    const QList<SqlWord> words = sqlWords(begin, fewWords);
    if (!words.value(0).is("insert") || !words.value(1).is("into"))
        return {};
    const bool hasSchema = words.value(3).is(".");
    const TableKey table(hasSchema ? m_reader.encoding().decoded(words.value(2).text) : QString(),
                         m_reader.encoding().decoded(words.value(hasSchema ? 4 : 2).text));
    if (table != m_table)
        return {};
    return fail(
        Error::Kind::Refused,
        DumpMessages::tr("Line %1 of the dump: the rows of %2 stand there as INSERT statements, "
                         "and only rows of a COPY can be shown.")
            .arg(item.line)
            .arg(nameOf(m_table)),
        DumpMessages::tr("Restore the dump as a new database and look at them there, or make it "
                         "without --inserts."));
}

/// pg_dump's first line may lie within a comment or a string: then its last one was not awaited.
Result<void> DumpRows::finish()
{
    m_isAtEnd = true;
    m_progress->setDone(m_reader.consumed());
    if (m_reader.isComplete())
        return {};
    return fail(Error::Kind::InvalidInput,
                DumpMessages::tr("The dump does not end with pg_dump's last line."),
                DumpMessages::tr("Take another backup: this one is not whole."));
}

Result<QList<DumpRows::Row>> DumpRows::read(int most)
{
    QElapsedTimer timer;
    timer.start();
    while (m_found.size() < most && !m_isAtEnd && !m_problem) {
        if (!m_found.isEmpty() && timer.elapsed() > patienceMs)
            break;
        const Result<void> done = m_ahead.isEmpty() ? advance() : takeLines(most);
        if (!done)
            m_problem = done.error();
    }
    // A person who stopped it waits for no more rows.
    if (m_problem && (m_found.isEmpty() || m_problem->kind == Error::Kind::Cancelled))
        return fail(*m_problem);
    return std::exchange(m_found, {});
}

/// A row may be longer than a piece: then it is gathered, as far as it is kept.
Result<void> DumpRows::takeLines(int most)
{
    while (!m_ahead.isEmpty() && m_found.size() < most) {
        const qsizetype end = m_ahead.indexOf('\n');
        const QByteArrayView text = end < 0 ? m_ahead : m_ahead.first(end);
        if (end < 0 || !m_part.isEmpty() || m_isPartCut) {
            const qsizetype room = std::max<qsizetype>(0, longestRow - m_part.size());
            m_isPartCut = m_isPartCut || text.size() > room;
            m_part.append(text.first(std::min(room, text.size())));
        }
        m_ahead = m_ahead.sliced(end < 0 ? m_ahead.size() : end + 1);
        if (end < 0)
            return {};  // the reader ends every piece but those of a huge row with a line's end
        const QByteArray gathered = std::exchange(m_part, {});
        const bool isCut = std::exchange(m_isPartCut, false);
        ROSTER_TRY(addRow(gathered.isEmpty() ? text : QByteArrayView(gathered), isCut));
        ++m_line;
    }
    return {};
}

Result<void> DumpRows::addRow(QByteArrayView line, bool isCut)
{
    if (line.endsWith('\r'))
        line.chop(1);
    Row row;
    row.number = ++m_number;
    row.isCut = isCut;
    if (!m_columns.isEmpty() || !line.isEmpty())
        row.values = decodedLine(line);
    while (isCut && row.values.size() < m_columns.size())
        row.values << SqlValue();
    if (row.values.size() != m_columns.size()) {
        return fail(
            Error::Kind::InvalidInput,
            DumpMessages::tr("Line %1 of the dump: a row of %2 with %3 values instead of %4.")
                .arg(m_line)
                .arg(nameOf(m_table))
                .arg(row.values.size())
                .arg(m_columns.size()),
            DumpMessages::tr("The dump is damaged there. Take another backup."));
    }
    if (!m_isUtf8) {
        for (SqlValue &value : row.values)
            value = inUtf8(std::move(value));
    }
    if (const bool isAll = m_find.isEmpty() && !m_isExact; isAll || matches(row.values))
        m_found << row;
    return {};
}

SqlValue DumpRows::inUtf8(SqlValue value) const
{
    return value ? SqlValue(m_reader.encoding().decoded(*value).toUtf8()) : SqlValue();
}

bool DumpRows::matches(const QList<SqlValue> &values) const
{
    return std::any_of(values.cbegin(), values.cend(), [this](const SqlValue &value) {
        if (!value)
            return false;
        const QString text = QString::fromUtf8(*value);
        return m_isExact ? text == m_find : text.contains(m_find, Qt::CaseInsensitive);
    });
}

}  // namespace roster
