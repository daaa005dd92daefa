// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/sqldumpreader.h"

#include "models/dump/dumptext.h"
#include "models/restore/sqlwords.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <QStringDecoder>

#include <algorithm>
#include <cstring>
#include <optional>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Dump)
};

constexpr qsizetype pieceSize = qsizetype(512) * 1024;
constexpr qsizetype longestStatement = qsizetype(512) << 20;
constexpr int copyWords = 8000;  // of a COPY: a table has 1,600 columns at most
constexpr int fewWords = 8;

bool startsWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0;
}

bool goesOnWord(char c)
{
    return startsWord(c) || (c >= '0' && c <= '9');
}

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

/// In these, the second byte of a character may look like a quote or a backslash.
bool hidesQuotes(const QByteArray &encoding)
{
    static const QSet<QByteArray> names{
        "BIG5", "GBK", "UHC", "GB18030", "SJIS", "JOHAB", "SHIFT_JIS_2004", "MSKANJI"};
    return names.contains(encoding);
}

/// The value of `SET [SESSION|LOCAL] name TO value`; nullopt for any other statement.
std::optional<QByteArray> valueSet(const QList<SqlWord> &words, QByteArrayView name)
{
    if (words.size() < 4 || !words[0].is("set"))
        return {};
    const int at = words[1].is("session") || words[1].is("local") ? 2 : 1;
    return words[at].text.toLower() == name ? words.value(at + 2).text
                                            : std::optional<QByteArray>();
}

}  // namespace

SqlDumpReader::SqlDumpReader(std::unique_ptr<ByteSource> source) : m_source(std::move(source)) {}

Result<SqlDumpReader> SqlDumpReader::open(const DumpFile &file, const QStringList &binaries,
                                          Progress &progress)
{
    if (file.format() == DumpFile::Format::Cluster) {
        return fail(Error::Kind::InvalidInput,
                    Text::tr("%1 is a cluster dump: it holds several databases and the server's "
                             "roles.")
                        .arg(file.path()),
                    Text::tr("Take the dump of the one database out of it: from its \\connect to "
                             "the next."));
    }
    auto text = DumpText::open(file, binaries, progress);
    if (!text)
        return fail(text.error());
    return SqlDumpReader(std::move(*text));
}

Error SqlDumpReader::refused(qint64 line, const QString &what) const
{
    return {.kind = Error::Kind::InvalidInput,
            .message = Text::tr("Line %1 of the dump: %2").arg(line).arg(what),
            .hint =
                Text::tr("Nothing of it was run. If the file is not yours, do not restore it.")};
}

Result<bool> SqlDumpReader::fill()
{
    if (m_isOver)
        return false;
    // What was handed out goes; what is not yet stays.
    if (m_begin > 0) {
        m_buffer.remove(0, m_begin);
        m_at -= m_begin;
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
    return m_isCopying ? nextRows() : nextStatement();
}

void SqlDumpReader::noteComment(QByteArrayView line)
{
    if (line.startsWith("-- PostgreSQL database dump complete"))
        m_isComplete = true;
    else if (line.startsWith("-- PostgreSQL database dump"))
        m_hasHead = true;
    else if (line.startsWith("-- Dumped from database version "))
        m_serverVersion = QString::fromUtf8(line.sliced(32)).section(u' ', 0, 0);
    else if (line.startsWith("-- Dumped by pg_dump version "))
        m_toolVersion = QString::fromUtf8(line.sliced(29)).section(u' ', 0, 0);
}

Result<void> SqlDumpReader::backslashLine(QByteArrayView line) const
{
    static const QRegularExpression restriction(u"^\\\\(un)?restrict [A-Za-z0-9]+\\s*$"_s);
    const QString text = QString::fromUtf8(line);
    if (restriction.match(text).hasMatch())
        return {};
    return fail(refused(
        m_line, Text::tr("%1 is a command for psql, and no such is run.").arg(text.left(60))));
}

/// Over blanks, comments and \restrict before a statement. False: the end.
Result<bool> SqlDumpReader::skipToStatement()
{
    for (;;) {
        while (m_begin < m_buffer.size() && isBlank(m_buffer.at(m_begin))) {
            m_line += m_buffer.at(m_begin) == '\n' ? 1 : 0;
            ++m_begin;
        }
        m_at = m_begin;
        QByteArrayView rest = QByteArrayView(m_buffer).sliced(m_begin);
        if (m_line == 1 && rest.startsWith("\xef\xbb\xbf")) {
            m_begin += 3;
            continue;
        }
        const bool isLine = rest.startsWith("--") || rest.startsWith('\\');
        const qsizetype end = isLine ? rest.indexOf('\n') : -1;
        if (rest.size() < 3 || (isLine && end < 0)) {
            const auto more = fill();
            if (!more)
                return fail(more.error());
            if (*more)
                continue;
            rest = QByteArrayView(m_buffer).sliced(m_begin);
            if (rest.isEmpty())
                return false;
        }
        if (!isLine)
            return true;
        const QByteArrayView line = withoutLineEnd(end < 0 ? rest : rest.first(end));
        if (line.startsWith('\\'))
            ROSTER_TRY(backslashLine(line));
        else
            noteComment(line);
        m_begin += end < 0 ? rest.size() : end + 1;
        ++m_line;
    }
}

void SqlDumpReader::scanQuoted(char c)
{
    const bool isEscape = c == '\\' && m_hasEscapes;
    const bool isDoubled = c == '\'' && m_at + 1 < m_buffer.size() && m_buffer.at(m_at + 1) == '\'';
    m_at += isEscape || isDoubled ? 2 : 1;
    if (c != '\'' || isDoubled)
        return;
    m_state = State::Normal;
    m_goesOn = m_hasEscapes;
    m_hasNewLine = false;
}

/// Inside of quotes or comments: whether the character belongs there.
bool SqlDumpReader::scanInside(char c)
{
    switch (m_state) {
    case State::Normal:
        return false;
    case State::Quote:
        scanQuoted(c);
        return true;
    case State::Identifier:
        if (c == '"')
            m_state = State::Normal;
        ++m_at;
        return true;
    case State::LineComment:
        if (c == '\n') {
            m_state = State::Normal;
            m_hasNewLine = true;
        }
        ++m_at;
        return true;
    case State::Dollar: {
        const qsizetype found = QByteArrayView(m_buffer).indexOf(m_tag, m_at);
        if (found >= 0) {
            m_at = found + m_tag.size();
            m_state = State::Normal;
        } else {
            // The tag may lie across the end of what is there.
            m_at = m_isOver ? m_buffer.size() : std::max(m_at, m_buffer.size() - m_tag.size() + 1);
        }
        return true;
    }
    case State::BlockComment: {
        const QByteArrayView rest = QByteArrayView(m_buffer).sliced(m_at);
        const bool opens = rest.startsWith("/*");
        const bool closes = rest.startsWith("*/");
        m_depth += opens ? 1 : closes ? -1 : 0;
        m_at += opens || closes ? 2 : 1;
        if (m_depth == 0)
            m_state = State::Normal;
        return true;
    }
    }
    return false;
}

/// As psql does it: in CREATE FUNCTION and PROCEDURE, BEGIN … END holds statements.
void SqlDumpReader::scanWord(qsizetype end)
{
    const QByteArray word = m_buffer.mid(m_at, end - m_at).toLower();
    m_at = end;
    if (m_words.size() < 4)
        m_words += word.front();
    const qsizetype kindAt = m_words.startsWith("cor") ? 3 : 1;
    const char kind = kindAt < m_words.size() ? m_words.at(kindAt) : ' ';
    if (m_words.front() != 'c' || (kind != 'f' && kind != 'p') || m_parens > 0)
        return;
    if (word == "begin")
        ++m_begins;
    else if (word == "case")
        m_begins += m_begins > 0 ? 1 : 0;
    else if (word == "end")
        m_begins -= m_begins > 0 ? 1 : 0;
}

/// Outside of all quotes. True: the statement ends here.
Result<bool> SqlDumpReader::scanNormal(char c)
{
    const QByteArrayView rest = QByteArrayView(m_buffer).sliced(m_at);
    if (isBlank(c)) {
        m_hasNewLine = m_hasNewLine || c == '\n' || c == '\r';
        ++m_at;
        return false;
    }
    // E'a', a new line, 'b' are one constant.
    const bool continues = m_goesOn && m_hasNewLine;
    m_goesOn = m_goesOn && rest.startsWith("--");
    if (startsWord(c)) {
        qsizetype end = m_at + 1;
        while (end < m_buffer.size() && (goesOnWord(m_buffer.at(end)) || m_buffer.at(end) == '$'))
            ++end;
        const bool isEscape = end - m_at == 1 && (c == 'e' || c == 'E') && end < m_buffer.size()
                           && m_buffer.at(end) == '\'';
        scanWord(end);
        if (isEscape) {
            m_state = State::Quote;
            m_hasEscapes = true;
            ++m_at;
        }
        return false;
    }
    if (c >= '0' && c <= '9') {  // `1$x$` opens nothing
        while (m_at < m_buffer.size() && goesOnWord(m_buffer.at(m_at)))
            ++m_at;
        return false;
    }
    if (c == '$') {
        qsizetype end = m_at + 1;
        while (end < m_buffer.size() && goesOnWord(m_buffer.at(end)))
            ++end;
        const bool isTag = end < m_buffer.size() && m_buffer.at(end) == '$'
                        && (end == m_at + 1 || startsWord(m_buffer.at(m_at + 1)));
        if (isTag) {
            m_tag = m_buffer.mid(m_at, end + 1 - m_at);
            m_state = State::Dollar;
        }
        m_at = isTag ? end + 1 : m_at + 1;
        return false;
    }
    if (c == '\\') {
        const auto lines = std::count(m_buffer.cbegin() + m_begin, m_buffer.cbegin() + m_at, '\n');
        return fail(refused(m_line + lines, Text::tr("a command for psql within a statement.")));
    }
    m_parens = std::max(0, m_parens + (c == '(' ? 1 : c == ')' ? -1 : 0));
    if (c == '\'') {
        m_state = State::Quote;
        m_hasEscapes = m_hasPlainEscapes || continues;
    } else if (c == '"') {
        m_state = State::Identifier;
    } else if (rest.startsWith("--")) {
        m_state = State::LineComment;
    } else if (rest.startsWith("/*")) {
        m_state = State::BlockComment;
        m_depth = 1;
        ++m_at;
    }
    ++m_at;
    return c == ';' && m_parens == 0 && m_begins == 0;
}

/// Goes on in what the buffer holds. True: up to m_at is one statement.
Result<bool> SqlDumpReader::scan()
{
    // What is decided by the characters that follow waits for them: words, tags, comments.
    const auto isUndecided = [this](char c) {
        if (m_isOver)
            return false;
        const qsizetype left = m_buffer.size() - m_at;
        if (m_state == State::Dollar)
            return left < m_tag.size();
        if (left < 2)
            return true;
        if (m_state != State::Normal || (!goesOnWord(c) && c != '$'))
            return false;
        qsizetype end = m_at + 1;
        while (end < m_buffer.size() && (goesOnWord(m_buffer.at(end)) || m_buffer.at(end) == '$'))
            ++end;
        return end == m_buffer.size();
    };
    while (m_at < m_buffer.size()) {
        const char c = m_buffer.at(m_at);
        if (isUndecided(c))
            return false;
        if (m_state == State::Quote && c != '\'' && c != '\\') {
            // Long strings are most of a dump made with --inserts.
            const char *from = m_buffer.constData() + m_at;
            const auto left = std::size_t(m_buffer.size() - m_at);
            const void *quote = std::memchr(from, '\'', left);
            const void *escape = m_hasEscapes ? std::memchr(from, '\\', left) : nullptr;
            const void *stop = quote && escape ? std::min(quote, escape) : quote ? quote : escape;
            m_at = stop ? static_cast<const char *>(stop) - m_buffer.constData() : m_buffer.size();
            continue;
        }
        if (scanInside(c))
            continue;
        const auto ends = scanNormal(c);
        if (!ends || *ends)
            return ends;
    }
    return false;
}

Result<SqlDumpItem> SqlDumpReader::nextStatement()
{
    const auto there = skipToStatement();
    if (!there)
        return fail(there.error());
    if (!*there)
        return atEnd();
    m_state = State::Normal;
    m_parens = m_begins = 0;
    m_goesOn = false;
    m_words.clear();
    for (;;) {
        const auto whole = scan();
        if (!whole)
            return fail(whole.error());
        if (*whole)
            return finished();
        if (m_buffer.size() - m_begin > longestStatement)
            return fail(refused(m_line, Text::tr("a statement of more than 512 MB.")));
        const auto more = fill();
        if (!more)
            return fail(more.error());
        if (!*more && m_at >= m_buffer.size()) {
            return fail(Error::Kind::InvalidInput,
                        Text::tr("The dump is cut off: it ends within the statement of line %1.")
                            .arg(m_line),
                        Text::tr("Take another backup: this one is not whole."));
        }
    }
}

Result<SqlDumpItem> SqlDumpReader::finished()
{
    SqlDumpItem item;
    item.kind = SqlDumpItem::Kind::Statement;
    item.line = m_line;
    item.sql = m_buffer.mid(m_begin, m_at - m_begin);
    m_line += item.sql.count('\n');
    m_begin = m_at;
    const QList<SqlWord> words = sqlWords(item.sql, fewWords);
    ROSTER_TRY(checkAllowed(words, item.line));
    ROSTER_TRY(follow(words, item.line));
    item.hasPlainEscapes = m_hasPlainEscapes;
    return !words.isEmpty() && words[0].is("copy") ? copyItem(std::move(item)) : item;
}

/// What changes how the text that follows is to be read.
Result<void> SqlDumpReader::follow(const QList<SqlWord> &words, qint64 line)
{
    if (const auto value = valueSet(words, "standard_conforming_strings")) {
        const QByteArray on = value->toLower();
        m_hasPlainEscapes = on != "on" && on != "true" && on != "yes" && on != "1";
    }
    const auto encoding = valueSet(words, "client_encoding");
    if (!encoding)
        return {};
    m_encoding = encoding->toUpper();
    if (!hidesQuotes(m_encoding))
        return {};
    Error error = refused(line, Text::tr("text in %1, which cannot be taken apart safely.")
                                    .arg(QString::fromUtf8(m_encoding)));
    error.hint = Text::tr("Make the dump in another encoding: pg_dump --encoding=UTF8.");
    return fail(error);
}

QString SqlDumpReader::decoded(const QByteArray &name) const
{
    if (m_encoding.isEmpty() || m_encoding == "UTF8" || m_encoding == "SQL_ASCII")
        return QString::fromUtf8(name);
    if (m_encoding == "LATIN1")
        return QString::fromLatin1(name);
    QByteArray known = m_encoding;
    known.replace("WIN", "windows-").replace("ISO_8859_", "ISO-8859-");
    QStringDecoder decoder(known.constData());
    return decoder.isValid() ? decoder.decode(name) : QString::fromUtf8(name);
}

Result<void> SqlDumpReader::checkAllowed(const QList<SqlWord> &words, qint64 line) const
{
    if (words.isEmpty())
        return {};
    const SqlWord second = words.value(1);
    const bool isDefinition = words[0].is("create") || words[0].is("drop") || words[0].is("alter");
    const bool reachesOut = words[0].is("load") || (isDefinition && second.is("database"))
                         || (words[0].is("alter") && second.is("system"));
    if (!reachesOut)
        return {};
    const QByteArray what = words[0].is("load") ? words[0].text : words[0].text + ' ' + second.text;
    return fail(refused(line, Text::tr("%1 reaches beyond the database that is restored (a dump of "
                                       "pg_dump -C, or of several databases?).")
                                  .arg(QString::fromUtf8(what.toUpper()))));
}

Result<SqlDumpItem> SqlDumpReader::copyItem(SqlDumpItem item)
{
    const QList<SqlWord> words = sqlWords(item.sql, copyWords);
    qsizetype at = 2;
    item.table = decoded(words.value(1).text);
    if (words.value(at).is(".")) {
        item.schema = item.table;
        item.table = decoded(words.value(at + 1).text);
        at += 2;
    }
    if (words.value(at).is("(")) {
        do
            item.columns << decoded(words.value(at + 1).text);
        while (words.value(at += 2).is(","));
        ++at;
    }
    if (!words.value(1).isName || !words.value(at).is("from") || !words.value(at + 1).is("stdin")) {
        return fail(refused(item.line, Text::tr("a COPY that does not take its rows from the dump "
                                                "itself.")));
    }
    item.kind = SqlDumpItem::Kind::CopyStart;
    m_isCopying = true;
    m_inLine = false;
    m_copyRows = 0;
    m_copyTable = item.schema.isEmpty() ? item.table : item.schema + u'.' + item.table;
    // The rows begin on the next line.
    for (;;) {
        const qsizetype end = m_buffer.indexOf('\n', m_begin);
        if (end >= 0) {
            m_begin = m_at = end + 1;
            ++m_line;
            return item;
        }
        const auto more = fill();
        if (!more)
            return fail(more.error());
        if (!*more)
            return item;  // nextRows() says that it is cut off
    }
}

Result<SqlDumpItem> SqlDumpReader::nextRows()
{
    SqlDumpItem item;
    item.line = m_line;
    for (;;) {
        const QByteArrayView rest = QByteArrayView(m_buffer).sliced(m_begin);
        qsizetype at = 0;
        bool isEnd = false;
        while (at < rest.size()) {
            const void *found = std::memchr(rest.data() + at, '\n', std::size_t(rest.size() - at));
            if (!found && !(m_isOver && rest.sliced(at) == "\\."))
                break;
            const qsizetype end =
                found ? static_cast<const char *>(found) - rest.data() + 1 : rest.size();
            isEnd = !m_inLine && rest[at] == '\\' && end - at <= 4
                 && withoutLineEnd(rest.sliced(at, end - at)) == "\\.";
            if (isEnd) {
                if (at > 0)
                    break;
                m_begin += end;
                m_at = m_begin;
                ++m_line;
                m_isCopying = false;
                item.kind = SqlDumpItem::Kind::CopyEnd;
                item.rows = m_copyRows;
                return item;
            }
            m_inLine = false;
            ++m_copyRows;
            ++m_line;
            at = end;
        }
        const bool isHuge = at == 0 && rest.size() >= 2 * pieceSize;
        if (isHuge) {
            m_inLine = true;
            at = rest.size();
        }
        if (at > 0) {
            item.kind = SqlDumpItem::Kind::CopyRows;
            item.bytes = rest.first(at);
            m_begin += at;
            m_at = m_begin;
            return item;
        }
        const auto more = fill();
        if (!more)
            return fail(more.error());
        if (!*more && m_buffer.indexOf('\n', m_begin) < 0
            && QByteArrayView(m_buffer).sliced(m_begin) != "\\.") {
            return fail(Error::Kind::InvalidInput,
                        Text::tr("The dump is cut off: it ends within the rows of %1, at line %2.")
                            .arg(m_copyTable)
                            .arg(m_line),
                        Text::tr("Take another backup: this one is not whole."));
        }
    }
}

Result<SqlDumpItem> SqlDumpReader::atEnd() const
{
    if (m_isComplete || !m_hasHead) {
        SqlDumpItem item;
        item.line = m_line;
        return item;
    }
    return fail(Error::Kind::InvalidInput,
                Text::tr("The dump is cut off: it ends at line %1, before pg_dump's last line.")
                    .arg(m_line),
                Text::tr("Take another backup: this one is not whole."));
}

}  // namespace roster
