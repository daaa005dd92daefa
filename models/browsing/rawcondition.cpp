// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/rawcondition.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RawCondition)
};

bool startsIdentifier(QChar c)
{
    return c == u'_' || c.unicode() >= 0x80 || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool continuesIdentifier(QChar c)
{
    return startsIdentifier(c) || c == u'$' || (c >= u'0' && c <= u'9');
}

class Scanner
{
public:
    enum class Part { Condition, Expression };
    Scanner(const QString &text, Part part) : m_text(text), m_part(part) {}

    Result<void> check();

private:
    QChar at(qsizetype i) const { return i < m_text.size() ? m_text.at(i) : QChar(); }
    bool has(QLatin1StringView what) const
    {
        return QStringView(m_text).mid(m_position).startsWith(what);
    }
    tl::unexpected<Error> refused(const QString &why, qsizetype position) const;
    Result<void> step();
    Result<void> skipQuoted(QChar quote, bool backslashes);
    Result<void> skipEscapeString();
    Result<void> skipComment();
    Result<void> skipDollar();
    void skipLineComment();
    Result<void> skipBlanks();

    const QString &m_text;
    Part m_part;
    qsizetype m_position = 0;
    QList<qsizetype> m_open;
};

tl::unexpected<Error> Scanner::refused(const QString &why, qsizetype position) const
{
    const QString at = QString::number(m_text.left(position).toUcs4().size() + 1);
    if (m_part == Part::Expression) {
        return fail(
            Error::Kind::InvalidInput,
            Text::tr("The expression is not complete: %1 at character %2.").arg(why, at),
            Text::tr("Write one SQL expression over the columns of a row, such as: level + 1"));
    }
    return fail(Error::Kind::InvalidInput,
                Text::tr("The condition is not complete: %1 at character %2.").arg(why, at),
                Text::tr("Write one SQL condition, such as: level >= 10 AND name LIKE 'A%'"));
}

Result<void> Scanner::skipQuoted(QChar quote, bool backslashes)
{
    const qsizetype start = m_position++;
    for (; m_position < m_text.size(); ++m_position) {
        if (backslashes && m_text.at(m_position) == u'\\') {
            ++m_position;
        } else if (m_text.at(m_position) == quote) {
            ++m_position;
            if (at(m_position) != quote)
                return {};
        }
    }
    return refused(Text::tr("a quote that does not end,"), start);
}

Result<void> Scanner::skipEscapeString()
{
    ++m_position;
    // A string that goes on after a line end keeps its escapes: E'a' <line end> 'b\'c'.
    do {
        ROSTER_TRY(skipQuoted(u'\'', true));
        ROSTER_TRY(skipBlanks());
    } while (at(m_position) == u'\'');
    return {};
}

void Scanner::skipLineComment()
{
    while (m_position < m_text.size() && at(m_position) != u'\n' && at(m_position) != u'\r')
        ++m_position;
}

Result<void> Scanner::skipComment()
{
    const qsizetype start = m_position;
    int depth = 0;
    while (m_position < m_text.size()) {
        if (has("/*"_L1)) {
            ++depth;
            m_position += 2;
        } else if (has("*/"_L1)) {
            m_position += 2;
            if (--depth == 0)
                return {};
        } else {
            ++m_position;
        }
    }
    return refused(Text::tr("a comment that does not end,"), start);
}

Result<void> Scanner::skipBlanks()
{
    while (m_position < m_text.size()) {
        if (has("--"_L1))
            skipLineComment();
        else if (has("/*"_L1))
            ROSTER_TRY(skipComment());
        else if (u" \t\n\r\f\v"_s.contains(at(m_position)))
            ++m_position;
        else
            break;
    }
    return {};
}

Result<void> Scanner::skipDollar()
{
    const qsizetype start = m_position;
    qsizetype end = start + 1;
    if (startsIdentifier(at(end))) {
        while (continuesIdentifier(at(end)) && at(end) != u'$')
            ++end;
    }
    if (at(end) >= u'0' && at(end) <= u'9')  // would mean one of our own values
        return refused(Text::tr("a parameter,"), start);
    if (at(end) != u'$') {  // the server's to refuse
        ++m_position;
        return {};
    }
    const QString tag = m_text.mid(start, end + 1 - start);
    const qsizetype close = m_text.indexOf(tag, end + 1);
    if (close < 0)
        return refused(Text::tr("a quote that does not end,"), start);
    m_position = close + tag.size();
    return {};
}

Result<void> Scanner::step()
{
    const QChar c = at(m_position);
    if (c == u'\'' || c == u'"')
        return skipQuoted(c, false);
    if ((c == u'e' || c == u'E') && at(m_position + 1) == u'\'')
        return skipEscapeString();
    if (startsIdentifier(c)) {
        // The prefix of U&'…', B'…', N'…' is no part of the quote; an E at a word's end neither.
        while (continuesIdentifier(at(m_position)))
            ++m_position;
        return {};
    }
    if (c == u'$')
        return skipDollar();
    if (has("--"_L1)) {
        skipLineComment();
        return {};
    }
    if (has("/*"_L1))
        return skipComment();
    if (c == u';')
        return refused(Text::tr("a semicolon,"), m_position);
    if (c == u'(' || c == u'[')
        m_open.append(m_position);
    if ((c == u')' || c == u']')) {
        if (m_open.isEmpty() || at(m_open.last()) != (c == u')' ? u'(' : u'['))
            return refused(Text::tr("a parenthesis that closes nothing,"), m_position);
        m_open.removeLast();
    }
    ++m_position;
    return {};
}

Result<void> Scanner::check()
{
    while (m_position < m_text.size())
        ROSTER_TRY(step());
    if (!m_open.isEmpty())
        return refused(Text::tr("a parenthesis that is not closed,"), m_open.last());
    return {};
}

}  // namespace

Result<void> checkRawCondition(const QString &where)
{
    return Scanner(where, Scanner::Part::Condition).check();
}

Result<void> checkRawExpression(const QString &expression)
{
    return Scanner(expression, Scanner::Part::Expression).check();
}

QString enclosed(const QString &typed)
{
    // The line end keeps a comment at its end from swallowing the parenthesis.
    return u"(\n"_s + typed + u"\n)"_s;
}

}  // namespace roster
