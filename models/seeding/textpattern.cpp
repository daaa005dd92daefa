// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seeding/textpattern.h"

#include <QRegularExpression>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int usualMore = 7;  ///< characters more than the least, where nothing ends them
constexpr int longestToken = 1000;

QByteArray between(char first, char last)
{
    QByteArray all;
    for (int c = static_cast<unsigned char>(first); c <= static_cast<unsigned char>(last); ++c)
        all += char(c);
    return all;
}

const QByteArray &digits()
{
    static const QByteArray all = between('0', '9');
    return all;
}

const QByteArray &wordCharacters()
{
    static const QByteArray all = between('a', 'z') + between('A', 'Z') + digits() + '_';
    return all;
}

QByteArray shorthand(QChar letter)
{
    if (letter == u'd')
        return digits();
    if (letter == u'w')
        return wordCharacters();
    if (letter == u's')
        return " ";
    return letter.isLetterOrNumber() ? QByteArray() : QByteArray(1, letter.toLatin1());
}

/// The inside of `[…]`; empty: not understood.
QByteArray classOf(const QString &inside)
{
    QByteArray all;
    for (qsizetype i = 0; i < inside.size(); ++i) {
        const QChar c = inside.at(i);
        if (c == u'[' || c.unicode() > 0x7e || (i == 0 && c == u'^'))
            return {};
        if (c == u'\\') {
            if (++i >= inside.size())
                return {};
            const QByteArray some = shorthand(inside.at(i));
            if (some.isEmpty())
                return {};
            all += some;
        } else if (i + 2 < inside.size() && inside.at(i + 1) == u'-') {
            const QChar last = inside.at(i + 2);
            if (last < c || last.unicode() > 0x7e)
                return {};
            all += between(c.toLatin1(), last.toLatin1());
            i += 2;
        } else {
            all += c.toLatin1();
        }
    }
    return all;
}

}  // namespace

std::optional<TextPattern> TextPattern::parse(const QString &expression)
{
    static const QRegularExpression token(
        uR"(\G(?:\[((?:[^\]\\]|\\.)+)\]|\\(.)|([^\[\](){}|*+?^$\\]))(\{(\d+)(,(\d*))?\}|[*+?])?)"_s);
    TextPattern pattern;
    QString rest = expression;
    if (rest.startsWith(u'^'))
        rest.remove(0, 1);
    const bool isEnded = rest.endsWith(u'$') && !rest.endsWith(R"(\$)"_L1);
    if (isEnded)
        rest.chop(1);
    qsizetype at = 0;
    while (at < rest.size()) {
        const auto match = token.match(rest, at);
        if (!match.hasMatch())
            return std::nullopt;
        at = match.capturedEnd();
        Token one;
        const QString plain = match.captured(3);
        if (!match.captured(1).isEmpty())
            one.choices = classOf(match.captured(1));
        else if (!match.captured(2).isEmpty())
            one.choices = shorthand(match.captured(2).at(0));
        else
            one.choices = plain == "."_L1 ? between('a', 'z') : plain.toUtf8();
        const bool isWide = !plain.isEmpty() && plain.at(0).unicode() > 0x7e;
        if (one.choices.isEmpty() || isWide)
            return std::nullopt;
        const QString often = match.captured(4);
        if (often == "+"_L1 || often == "*"_L1 || often == "?"_L1) {
            one.least = often == "+"_L1 ? 1 : 0;
            one.most = often == "?"_L1 ? 1 : one.least + usualMore;
        } else if (!often.isEmpty()) {
            one.least = match.captured(5).toInt();
            one.most = match.captured(6).isEmpty() ? one.least
                     : match.captured(7).isEmpty() ? one.least + usualMore
                                                   : match.captured(7).toInt();
        }
        if (one.most < one.least || one.most > longestToken)
            return std::nullopt;
        pattern.m_tokens << one;
    }
    if (pattern.m_tokens.isEmpty())
        return std::nullopt;
    return pattern;
}

QByteArray TextPattern::make(RandomSource &random) const
{
    QByteArray text;
    for (const Token &token : m_tokens) {
        for (qint64 left = token.least + random.below(token.most - token.least + 1); left > 0;
             --left)
            text += token.choices.at(random.below(token.choices.size()));
    }
    return text;
}

QByteArray TextPattern::make(qint64 number) const
{
    QByteArray backwards;
    for (qsizetype i = m_tokens.size() - 1; i >= 0; --i) {
        const Token &token = m_tokens.at(i);
        for (int left = token.most; left > 0; --left) {
            backwards += token.choices.at(number % token.choices.size());
            number /= token.choices.size();
        }
    }
    std::reverse(backwards.begin(), backwards.end());
    return backwards;
}

qint64 TextPattern::mostNumbers() const
{
    constexpr qint64 endless = std::numeric_limits<qint64>::max();
    qint64 most = 1;
    for (const Token &token : m_tokens) {
        QByteArray different;
        for (const char c : token.choices) {
            if (!different.contains(c))
                different += c;
        }
        if (different.size() < token.choices.size())
            return 1;  // [aa]: some texts would come twice
        for (int left = token.most; left > 0; --left) {
            if (most > endless / token.choices.size())
                return endless;
            most *= token.choices.size();
        }
    }
    return most;
}

}  // namespace roster
