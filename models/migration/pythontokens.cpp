// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/pythontokens.h"

#include <QStringView>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

class PythonScanner
{
public:
    explicit PythonScanner(const QString &source) : m_source(source) {}

    QList<PythonToken> scan()
    {
        while (m_at < m_source.size())
            step();
        endLine();
        return m_tokens;
    }

private:
    QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_source.size() ? m_source.at(m_at + ahead) : QChar();
    }

    void step();
    void takeWord();
    void takeString(bool isRaw, bool isPlain);
    void takeEscape(QString &value);
    void takeCode(QString &value, int digits);

    void endLine()
    {
        if (!m_tokens.isEmpty() && m_tokens.last().kind != PythonToken::Kind::Newline)
            m_tokens.append({PythonToken::Kind::Newline, {}, m_line, false});
    }

    void add(PythonToken::Kind kind, const QString &text, qsizetype start, int line)
    {
        const bool starts = m_depth == 0 && (start == 0 || m_source.at(start - 1) == u'\n');
        m_tokens.append({kind, text, line, starts});
    }

    const QString &m_source;
    qsizetype m_at = 0;
    int m_line = 1;
    int m_depth = 0;
    QList<PythonToken> m_tokens;
};

void PythonScanner::step()
{
    const QChar c = peek();
    if (c == u'\n') {
        if (m_depth == 0)
            endLine();
        ++m_line;
        ++m_at;
    } else if (c == u'\\' && peek(1) == u'\n') {
        ++m_line;
        m_at += 2;
    } else if (c == u'#') {
        while (m_at < m_source.size() && peek() != u'\n')
            ++m_at;
    } else if (c.isSpace()) {
        ++m_at;
    } else if (c == u'"' || c == u'\'') {
        takeString(false, true);
    } else if (c.isLetterOrNumber() || c == u'_') {
        takeWord();
    } else {
        const qsizetype start = m_at++;
        add(PythonToken::Kind::Operator, c, start, m_line);
        if (u"([{"_s.contains(c))
            ++m_depth;
        else if (u")]}"_s.contains(c))
            m_depth = std::max(0, m_depth - 1);
    }
}

void PythonScanner::takeWord()
{
    const qsizetype start = m_at;
    while (peek().isLetterOrNumber() || peek() == u'_')
        ++m_at;
    const QString word = m_source.mid(start, m_at - start);
    const bool isPrefix = word.size() <= 2 && (peek() == u'"' || peek() == u'\'');
    if (!isPrefix) {
        add(word.at(0).isDigit() ? PythonToken::Kind::Other : PythonToken::Kind::Name, word, start,
            m_line);
        return;
    }
    const QString prefix = word.toLower();
    takeString(prefix.contains(u'r'), prefix == "r"_L1 || prefix == "u"_L1);
}

void PythonScanner::takeString(bool isRaw, bool isPlain)
{
    const qsizetype start = m_at;
    const int line = m_line;
    const QChar quote = peek();
    const bool isTriple = peek(1) == quote && peek(2) == quote;
    const QString end(isTriple ? 3 : 1, quote);
    m_at += end.size();
    QString value;
    while (m_at < m_source.size()
           && QStringView(m_source).sliced(m_at, std::min(end.size(), m_source.size() - m_at))
                  != end) {
        if (peek() == u'\n') {
            if (!isTriple)
                break;
            ++m_line;
        }
        if (peek() == u'\\' && !isRaw) {
            takeEscape(value);
            continue;
        }
        if (peek() == u'\\' && isRaw)
            value += m_source.at(m_at++);
        value += peek();
        ++m_at;
    }
    if (peek() != u'\n')  // one without an end stops at the line's
        m_at += end.size();
    add(isPlain ? PythonToken::Kind::String : PythonToken::Kind::Other, value, start, line);
}

void PythonScanner::takeEscape(QString &value)
{
    const QChar c = peek(1);
    m_at += 2;
    switch (c.unicode()) {
    case u'\n':
        ++m_line;
        break;
    case u'n':
        value += u'\n';
        break;
    case u't':
        value += u'\t';
        break;
    case u'x':
        takeCode(value, 2);
        break;
    case u'u':
        takeCode(value, 4);
        break;
    case u'\\':
    case u'\'':
    case u'"':
        value += c;
        break;
    default:
        value += u'\\';
        value += c;
    }
}

void PythonScanner::takeCode(QString &value, int digits)
{
    value += QChar(QStringView(m_source).mid(m_at, digits).toUShort(nullptr, 16));
    m_at += digits;
}

}  // namespace

QList<PythonToken> tokenizePython(const QString &source)
{
    return PythonScanner(source).scan();
}

}  // namespace roster
