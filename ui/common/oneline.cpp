// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/oneline.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// No cell is wider than this many characters, no matter what it holds.
constexpr qsizetype shownAtMost = 500;

/// Embeddings, overrides and isolates, which make text read otherwise than it is stored.
bool turnsTextRound(QChar c)
{
    return (c.unicode() >= 0x202a && c.unicode() <= 0x202e)
        || (c.unicode() >= 0x2066 && c.unicode() <= 0x2069);
}

}  // namespace

QString oneLine(const QString &text)
{
    QString line;
    const bool isLong = text.size() > shownAtMost;
    line.reserve(std::min(text.size(), shownAtMost) + 1);
    for (const QChar c : QStringView(text).first(isLong ? shownAtMost : text.size())) {
        if (c == u'\n' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            line += u'⏎';
        else if (c == u'\r')
            continue;  // of \r\n; its own sign would double each line end
        else if (c == u'\t')
            line += u'⇥';
        else if (c.unicode() < 0x20)
            line += QChar(char16_t(0x2400 + c.unicode()));
        else if (turnsTextRound(c))
            line += u"‹U+%1›"_s.arg(c.unicode(), 4, 16).toUpper();
        else
            line += c;
    }
    if (isLong)
        line += u'…';
    return line;
}

}  // namespace roster
