// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/sqldumpreader.h"

#include "models/dump/dumperror.h"
#include "models/dump/dumptext.h"
#include "models/dump/sqlwords.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr qsizetype longestStatement = qsizetype(512) << 20;
constexpr int copyWords = 8000;  // of a COPY: a table has 1,600 columns at most
constexpr int fewWords = 8;
constexpr qsizetype longestComment = qsizetype(1) << 20;
constexpr qsizetype shownBytes = 80;
constexpr int databaseWords = 64;  // of CREATE DATABASE
constexpr qint64 itemsBetweenReports = 256;

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

QByteArrayView withoutLineEnd(QByteArrayView line)
{
    while (!line.isEmpty() && (line.back() == '\n' || line.back() == '\r'))
        line.chop(1);
    return line;
}

/// The value of `SET [SESSION|LOCAL] name TO value`; nullopt for any other statement.
std::optional<QByteArray> valueSet(const QList<SqlWord> &words, QByteArrayView name)
{
    if (words.isEmpty() || !words[0].is("set"))
        return {};
    const int at = words.value(1).is("session") || words.value(1).is("local") ? 2 : 1;
    if (name == "client_encoding" && words.value(at).is("names"))
        return words.value(at + 1).text;
    return words.value(at).text.toLower() == name ? words.value(at + 2).text
                                                  : std::optional<QByteArray>();
}

}  // namespace

SqlDumpReader::SqlDumpReader(std::unique_ptr<ByteSource> source, DumpSections sections)
    : m_source(std::move(source)), m_sections(std::move(sections))
{
}

Result<SqlDumpReader> SqlDumpReader::open(const DumpFile &file, const QStringList &binaries,
                                          Progress &progress, Databases databases)
{
    const bool isCluster = file.format() == DumpFile::Format::Cluster;
    if (isCluster && file.database().isEmpty() && databases == Databases::One) {
        return fail(
            Error::Kind::InvalidInput,
            DumpMessages::tr("%1 is a cluster dump: it holds several databases and the server's "
                             "roles.")
                .arg(file.path()),
            DumpMessages::tr("Say which of them (--database NAME); `roster backup inspect` lists "
                             "them."));
    }
    if (const QString only = file.head().database;
        !file.database().isEmpty() && !only.isEmpty() && only != file.database()) {
        return fail(
            Error::Kind::NotFound,
            DumpMessages::tr("%1 is not in the dump: it is of %2.").arg(file.database(), only));
    }
    auto text = DumpText::open(file, binaries, progress);
    if (!text)
        return fail(text.error());
    SqlDumpReader reader(std::move(*text),
                         DumpSections(isCluster, file.isArchive() ? QString() : file.database()));
    reader.m_progress = &progress;
    return reader;
}

Result<bool> SqlDumpReader::fill()
{
    if (m_isOver)
        return false;
    // What was handed out goes; what is not yet stays.
    if (m_begin > 0) {
        m_buffer.remove(0, m_begin);
        m_begin = 0;
    }
    const qsizetype before = m_buffer.size();
    m_buffer.resize(before + pieceSize);
    const auto count = m_source->read(std::span(m_buffer.data() + before, std::size_t(pieceSize)));
    if (!count) {
        m_buffer.resize(before);
        return fail(count.error());
    }
    m_buffer.resize(before + *count);
    m_isOver = *count == 0;
    return !m_isOver;
}

Result<SqlDumpItem> SqlDumpReader::next()
{
    for (qint64 number = 1;; ++number) {
        auto item = m_isCopying ? nextRows() : nextStatement();
        if (!item || item->kind == SqlDumpItem::Kind::End || !m_isSkipped)
            return item;
        if (m_progress && number % itemsBetweenReports == 0) {
            m_progress->setTotal(total());
            m_progress->setDone(consumed());
        }
    }
}

void SqlDumpReader::noteComment(QByteArrayView line)
{
    m_sections.comment(line);
    if (m_sections.isCluster())
        m_isComplete = m_sections.isEnded();
    else if (line.startsWith("-- PostgreSQL database dump"))
        m_isComplete = line.startsWith("-- PostgreSQL database dump complete");
    if (line.startsWith("-- PostgreSQL database dump")
        || line.startsWith("-- PostgreSQL database cluster dump"))
        m_hasHead = true;
    else if (line.startsWith("-- Dumped from database version "))
        m_serverVersion = QString::fromUtf8(line.sliced(32)).section(u' ', 0, 0);
    else if (line.startsWith("-- Dumped by pg_dump version "))
        m_toolVersion = QString::fromUtf8(line.sliced(29)).section(u' ', 0, 0);
}

Result<void> SqlDumpReader::backslashLine(QByteArrayView line)
{
    const auto isNewSession = m_sections.command(line, m_line);
    if (!isNewSession)
        return fail(isNewSession.error());
    if (*isNewSession) {
        m_scanner.setPlainEscapes(false);
        m_encoding = DumpEncoding();
    }
    return {};
}

/// Over blanks, comments and \restrict before a statement. False: the end.
Result<bool> SqlDumpReader::skipToStatement()
{
    for (;;) {
        while (m_begin < m_buffer.size() && isBlank(m_buffer.at(m_begin))) {
            m_line += m_buffer.at(m_begin) == '\n' ? 1 : 0;
            ++m_begin;
        }
        QByteArrayView ahead = rest();
        if (m_line == 1 && ahead.startsWith("\xef\xbb\xbf")) {
            m_begin += 3;
            continue;
        }
        const bool isLine = ahead.startsWith("--") || ahead.startsWith('\\');
        const qsizetype end = isLine ? ahead.indexOf('\n') : -1;
        if (isLine && end < 0 && ahead.size() > longestComment)
            return fail(refusedLine(m_line, DumpMessages::tr("a comment of more than 1 MB.")));
        if (ahead.size() < 3 || (isLine && end < 0)) {
            const auto more = fill();
            if (!more)
                return fail(more.error());
            if (*more)
                continue;
            ahead = rest();
            if (ahead.isEmpty())
                return false;
        }
        if (!isLine)
            return true;
        const QByteArrayView line = withoutLineEnd(end < 0 ? ahead : ahead.first(end));
        if (line.startsWith('\\'))
            ROSTER_TRY(backslashLine(line));
        else
            noteComment(line);
        m_begin += end < 0 ? ahead.size() : end + 1;
        ++m_line;
    }
}

Result<SqlDumpItem> SqlDumpReader::nextStatement()
{
    const auto there = skipToStatement();
    if (!there)
        return fail(there.error());
    if (!*there)
        return atEnd();
    m_scanner.begin();
    for (;;) {
        const auto outcome = m_scanner.scan(rest(), m_isOver);
        if (outcome == SqlScanner::Outcome::Ended)
            return finished();
        if (outcome == SqlScanner::Outcome::Backslash) {
            const auto lines = rest().first(m_scanner.at()).count('\n');
            return fail(refusedLine(m_line + lines,
                                    DumpMessages::tr("a command for psql within a statement.")));
        }
        if (m_isOver && m_isComplete)
            return fail(refusedLine(m_line, DumpMessages::tr("text behind the dump's end.")));
        if (m_isOver) {
            return fail(
                Error::Kind::InvalidInput,
                DumpMessages::tr("The dump is cut off: it ends within the statement of line %1.")
                    .arg(m_line),
                DumpMessages::tr("Take another backup: this one is not whole."));
        }
        if (rest().size() > longestStatement)
            return fail(refusedLine(m_line, DumpMessages::tr("a statement of more than 512 MB.")));
        if (const auto more = fill(); !more)
            return fail(more.error());
    }
}

Result<SqlDumpItem> SqlDumpReader::finished()
{
    SqlDumpItem item;
    item.kind = SqlDumpItem::Kind::Statement;
    item.line = m_line;
    item.sql = rest().first(m_scanner.at()).toByteArray();
    m_line += item.sql.count('\n');
    m_begin += m_scanner.at();
    QList<SqlWord> words = sqlWords(item.sql, fewWords);
    if (words.size() == fewWords && words[0].is("create") && words[1].is("database"))
        words = sqlWords(item.sql, databaseWords);
    const auto use = m_sections.statement(words, item.line);
    if (!use)
        return fail(use.error());
    m_isSkipped = *use == DumpSections::Use::Skip;
    if (!m_isSkipped)
        ROSTER_TRY(checkStatement(item.sql, words, item.line));
    ROSTER_TRY(follow(words, item.line));
    item.hasPlainEscapes = m_scanner.hasPlainEscapes();
    return !words.isEmpty() && words[0].is("copy") ? copyItem(std::move(item)) : item;
}

/// That it is what a restore may run.
Result<void> SqlDumpReader::checkStatement(const QByteArray &sql, QList<SqlWord> words, qint64 line)
{
    // Behind a zero byte the server would not see it: what it runs is not what stands there.
    if (sql.contains('\0'))
        return fail(refusedLine(line, DumpMessages::tr("a statement with a zero byte in it.")));
    // Rights on columns name what they are on behind all of them.
    if (words.size() == fewWords && (words[0].is("grant") || words[0].is("revoke")))
        words = sqlWords(sql, copyWords);
    if (kindOf(words) != DumpStatementKind::Refused)
        return {};
    return fail(refusedLine(line, DumpMessages::tr("no dump of pg_dump holds such a statement: %1")
                                      .arg(QString::fromUtf8(QByteArrayView(sql).first(
                                                                 std::min(sql.size(), shownBytes)))
                                               .simplified())));
}

/// What changes how the text that follows is to be read.
Result<void> SqlDumpReader::follow(const QList<SqlWord> &words, qint64 line)
{
    if (const auto value = valueSet(words, "standard_conforming_strings")) {
        const QByteArray on = value->toLower();
        m_scanner.setPlainEscapes(on != "on" && on != "true" && on != "yes" && on != "1");
    }
    const auto encoding = valueSet(words, "client_encoding");
    if (!encoding)
        return {};
    m_encoding = DumpEncoding(encoding->toUpper());
    if (!SqlScanner::hidesQuotes(m_encoding.name()))
        return {};
    Error error =
        refusedLine(line, DumpMessages::tr("text in %1, which cannot be taken apart safely.")
                              .arg(QString::fromUtf8(m_encoding.name())));
    error.hint = DumpMessages::tr("Make the dump in another encoding: pg_dump --encoding=UTF8.");
    return fail(error);
}

Result<SqlDumpItem> SqlDumpReader::copyItem(SqlDumpItem item)
{
    const QList<SqlWord> words = sqlWords(item.sql, copyWords);
    qsizetype at = 2;
    item.table = m_encoding.decoded(words.value(1).text);
    if (words.value(at).is(".")) {
        item.schema = item.table;
        item.table = m_encoding.decoded(words.value(at + 1).text);
        at += 2;
    }
    if (words.value(at).is("(")) {
        do
            item.columns << m_encoding.decoded(words.value(at + 1).text);
        while (words.value(at += 2).is(","));
        ++at;
    }
    if (!words.value(1).isName || !words.value(at).is("from") || !words.value(at + 1).is("stdin")) {
        return fail(refusedLine(item.line,
                                DumpMessages::tr("a COPY that does not take its rows from the dump "
                                                 "itself.")));
    }
    item.kind = SqlDumpItem::Kind::CopyStart;
    m_isCopying = true;
    m_inLine = false;
    m_copyRows = 0;
    m_copyTable = item.schema.isEmpty() ? item.table : item.schema + u'.' + item.table;
    ROSTER_TRY(skipLine());  // the rows begin on the next one
    return item;
}

/// To the next line, or to the end.
Result<void> SqlDumpReader::skipLine()
{
    for (;;) {
        if (const qsizetype end = rest().indexOf('\n'); end >= 0) {
            m_begin += end + 1;
            ++m_line;
            return {};
        }
        const auto more = fill();
        if (!more)
            return fail(more.error());
        if (!*more)
            return {};
    }
}

Result<SqlDumpItem> SqlDumpReader::atEnd() const
{
    ROSTER_TRY(m_sections.end(m_line));
    if (m_isComplete || !m_hasHead) {
        SqlDumpItem item;
        item.line = m_line;
        return item;
    }
    return fail(
        Error::Kind::InvalidInput,
        DumpMessages::tr("The dump is cut off: it ends at line %1, before pg_dump's last line.")
            .arg(m_line),
        DumpMessages::tr("Take another backup: this one is not whole."));
}

}  // namespace roster
