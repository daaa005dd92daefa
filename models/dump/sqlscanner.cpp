// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/sqlscanner.h"

#include <QSet>

#include <algorithm>
#include <cstring>

namespace roster {

namespace {

constexpr qsizetype fewWords = 4;

bool startsWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool goesOnWord(char c)
{
    return startsWord(c) || isDigit(c);
}

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

}  // namespace

bool SqlScanner::hidesQuotes(const QByteArray &encoding)
{
    // As the server compares them (pg_char_to_encoding), with its other names for each.
    static const QSet<QByteArray> names{
        "big5",     "win950",  "windows950", "gbk",        "win936",      "windows936",
        "uhc",      "win949",  "windows949", "gb18030",    "johab",       "sjis",
        "shiftjis", "mskanji", "win932",     "windows932", "shiftjis2004"};
    QByteArray name;
    for (const char c : encoding.toLower()) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            name += c;
    }
    return names.contains(name);
}

void SqlScanner::begin()
{
    m_at = 0;
    m_state = State::Normal;
    m_parens = 0;
    m_begins = 0;
    m_goesOn = false;
    m_words.clear();
}

SqlScanner::Outcome SqlScanner::scan(QByteArrayView text, bool isAll)
{
    m_text = text;
    m_isAll = isAll;
    while (m_at < m_text.size()) {
        const char c = m_text[m_at];
        if (isUndecided(c))
            return Outcome::Going;
        if (m_state == State::Quote && c != '\'' && c != '\\') {
            skipQuoted();
            continue;
        }
        if (scanInside(c))
            continue;
        if (const Outcome outcome = scanNormal(c); outcome != Outcome::Going)
            return outcome;
    }
    return Outcome::Going;
}

/// Words, tags and comments wait for the bytes that decide them.
bool SqlScanner::isUndecided(char c) const
{
    if (m_isAll)
        return false;
    const qsizetype left = m_text.size() - m_at;
    if (m_state == State::Dollar)
        return left < m_tag.size();
    if (left < 2)
        return true;
    if (m_state != State::Normal || (!goesOnWord(c) && c != '$'))
        return false;
    return pastWord() == m_text.size();
}

/// Behind the letters, digits and dollars that follow.
qsizetype SqlScanner::pastWord() const
{
    qsizetype end = m_at + 1;
    while (end < m_text.size() && (goesOnWord(m_text[end]) || m_text[end] == '$'))
        ++end;
    return end;
}

/// Long strings are most of a dump made with --inserts.
void SqlScanner::skipQuoted()
{
    const char *from = m_text.data() + m_at;
    const auto left = std::size_t(m_text.size() - m_at);
    const void *quote = std::memchr(from, '\'', left);
    const void *escape = m_hasEscapes ? std::memchr(from, '\\', left) : nullptr;
    const void *stop = quote && escape ? std::min(quote, escape) : quote ? quote : escape;
    m_at = stop ? static_cast<const char *>(stop) - m_text.data() : m_text.size();
}

/// Inside of quotes or comments: whether the character belongs there.
bool SqlScanner::scanInside(char c)
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
    case State::Dollar:
        scanDollar();
        return true;
    case State::BlockComment:
        scanBlockComment();
        return true;
    }
    return false;
}

void SqlScanner::scanQuoted(char c)
{
    const bool isEscape = c == '\\' && m_hasEscapes;
    const bool isDoubled = c == '\'' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\'';
    m_at += isEscape || isDoubled ? 2 : 1;
    if (c != '\'' || isDoubled)
        return;
    m_state = State::Normal;
    m_goesOn = m_hasEscapes;
    m_hasNewLine = false;
}

void SqlScanner::scanDollar()
{
    const qsizetype found = m_text.indexOf(m_tag, m_at);
    if (found >= 0) {
        m_at = found + m_tag.size();
        m_state = State::Normal;
    } else {
        // The tag may lie across the end of what is there.
        m_at = m_isAll ? m_text.size() : std::max(m_at, m_text.size() - m_tag.size() + 1);
    }
}

void SqlScanner::scanBlockComment()
{
    const QByteArrayView rest = m_text.sliced(m_at);
    const bool opens = rest.startsWith("/*");
    const bool closes = rest.startsWith("*/");
    m_depth += opens ? 1 : closes ? -1 : 0;
    m_at += opens || closes ? 2 : 1;
    if (m_depth == 0)
        m_state = State::Normal;
}

/// Outside of all quotes.
SqlScanner::Outcome SqlScanner::scanNormal(char c)
{
    if (isBlank(c)) {
        m_hasNewLine = m_hasNewLine || c == '\n' || c == '\r';
        ++m_at;
        return Outcome::Going;
    }
    // E'a', a new line, 'b' are one constant.
    const bool continues = m_goesOn && m_hasNewLine;
    m_goesOn = m_goesOn && m_text.sliced(m_at).startsWith("--");
    if (startsWord(c)) {
        scanWord();
        return Outcome::Going;
    }
    if (isDigit(c)) {  // `1$x$` opens nothing
        while (m_at < m_text.size() && goesOnWord(m_text[m_at]))
            ++m_at;
        return Outcome::Going;
    }
    if (c == '$') {
        scanTag();
        return Outcome::Going;
    }
    if (c == '\\')
        return Outcome::Backslash;
    return scanMark(c, continues) ? Outcome::Ended : Outcome::Going;
}

void SqlScanner::scanWord()
{
    const qsizetype end = pastWord();
    const QByteArray word = m_text.sliced(m_at, end - m_at).toByteArray().toLower();
    const bool isEscape = word == "e" && end < m_text.size() && m_text[end] == '\'';
    countBegins(word);
    m_at = end;
    if (isEscape) {
        m_state = State::Quote;
        m_hasEscapes = true;
        ++m_at;
    }
}

/// As psql does it: in CREATE FUNCTION and PROCEDURE, BEGIN … END holds statements.
void SqlScanner::countBegins(const QByteArray &word)
{
    if (m_words.size() < fewWords)
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

/// `$tag$` opens a string, `$1` does not.
void SqlScanner::scanTag()
{
    qsizetype end = m_at + 1;
    while (end < m_text.size() && goesOnWord(m_text[end]))
        ++end;
    const bool isTag = end < m_text.size() && m_text[end] == '$'
                    && (end == m_at + 1 || startsWord(m_text[m_at + 1]));
    if (isTag) {
        m_tag = m_text.sliced(m_at, end + 1 - m_at).toByteArray();
        m_state = State::Dollar;
    }
    m_at = isTag ? end + 1 : m_at + 1;
}

/// True: the statement ends here.
bool SqlScanner::scanMark(char c, bool continues)
{
    const QByteArrayView rest = m_text.sliced(m_at);
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

}  // namespace roster
