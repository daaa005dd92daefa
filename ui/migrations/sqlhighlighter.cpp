// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/migrations/sqlhighlighter.h"

#include "ui/common/theme.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

const QSet<QString> &keywords()
{
    static const QStringList words =
        u"ADD ALL ALTER ALWAYS AND ANY AS ASC ATTACH BEGIN BETWEEN BIGINT BOOLEAN BY CASCADE CASE "
        "CHARACTER CHECK COLLATE COLUMN COMMENT COMMIT CONCURRENTLY CONSTRAINT CREATE DATE DEFAULT "
        "DEFERRABLE DEFERRED DELETE DESC DETACH DISTINCT DO DOMAIN DOUBLE DROP ELSE ENABLE END "
        "ENUM EXCLUDE EXECUTE EXISTS EXTENSION FALSE FOR FOREIGN FROM FUNCTION GENERATED GRANT "
        "IDENTITY IF IN INCLUDE INDEX INHERIT INITIALLY INSERT INTEGER INTO IS JSON JSONB KEY "
        "LANGUAGE LIKE MATERIALIZED NO NOT NULL NULLS NUMERIC OF ON ONLY OR OWNED PARTITION POLICY "
        "PRECISION PRIMARY PROCEDURE REFERENCES RENAME REPLACE RESTRICT RETURNS REVOKE ROW SCHEMA "
        "SECURITY SELECT SEQUENCE SERIAL SET SMALLINT STORED TABLE TEXT THEN TIME TIMESTAMP "
        "TIMESTAMPTZ TO TRIGGER TRUE TYPE UNIQUE UPDATE USING UUID VALID VALIDATE VALUES VARCHAR "
        "VARYING VIEW WHEN WHERE WITH WITHOUT ZONE"_s.split(u' ');
    static const QSet<QString> set(words.cbegin(), words.cend());
    return set;
}

enum class Part { Keyword, String, Number, Comment };

QTextCharFormat formatOf(Part part)
{
    const bool dark = Theme::isDark();
    QTextCharFormat format;
    switch (part) {
    case Part::Keyword:
        format.setForeground(QColor(dark ? QRgb(0xff7db7f5) : QRgb(0xff0b57a4)));
        format.setFontWeight(QFont::DemiBold);
        break;
    case Part::String:
        format.setForeground(QColor(dark ? QRgb(0xff8fe0ae) : QRgb(0xff14602d)));
        break;
    case Part::Number:
        format.setForeground(QColor(dark ? QRgb(0xffffc978) : QRgb(0xff7a3e00)));
        break;
    case Part::Comment:
        format.setForeground(Theme::dimmed());
        format.setFontItalic(true);
        break;
    }
    return format;
}

bool isWordCharacter(QChar character)
{
    return character.isLetterOrNumber() || character == u'_';
}

/// `$$` or `$tag$` at `from`; empty where there is none.
QString dollarTag(const QString &text, qsizetype from)
{
    static const QRegularExpression tag(u"\\$(?:[[:alpha:]_]\\w*)?\\$"_s);
    const auto match = tag.match(text, from, QRegularExpression::NormalMatch,
                                 QRegularExpression::AnchorAtOffsetMatchOption);
    return match.hasMatch() ? match.captured() : QString();
}

int stateOf(const QString &tag)
{
    return 16 + int(qHash(tag, 0) & 0xffffff);
}

}  // namespace

void SqlHighlighter::highlightBlock(const QString &text)
{
    int state = previousBlockState();
    qsizetype at = 0;
    while (at < text.size()) {
        if (state != Plain) {
            at = skip(text, at, &state);
            continue;
        }
        const QChar character = text.at(at);
        const QStringView two = QStringView(text).mid(at, 2);
        const QString tag = character == u'$' ? dollarTag(text, at) : QString();
        if (two == "--"_L1) {
            setFormat(int(at), int(text.size() - at), formatOf(Part::Comment));
            break;
        }
        if (two == "/*"_L1) {
            setFormat(int(at), 2, formatOf(Part::Comment));
            state = Comment;
            at += 2;
        } else if (character == u'\'' || !tag.isEmpty()) {
            const qsizetype length = tag.isEmpty() ? 1 : tag.size();
            setFormat(int(at), int(length), formatOf(Part::String));
            state = tag.isEmpty() ? int(String) : stateOf(tag);
            at += length;
        } else if (character == u'"') {
            const qsizetype end = text.indexOf(u'"', at + 1);
            at = end < 0 ? text.size() : end + 1;
        } else if (isWordCharacter(character)) {
            at = word(text, at);
        } else {
            ++at;
        }
    }
    setCurrentBlockState(state);
}

/// To the end of the comment, string or dollar quote, or of the line.
qsizetype SqlHighlighter::skip(const QString &text, qsizetype from, int *state)
{
    qsizetype end = text.size();
    bool isOver = false;
    if (*state == Comment || *state == String) {
        const QString closing = *state == Comment ? u"*/"_s : u"'"_s;
        if (const qsizetype found = text.indexOf(closing, from); found >= 0) {
            end = found + closing.size();
            isOver = true;
        }
    } else {
        for (qsizetype at = text.indexOf(u'$', from); at >= 0; at = text.indexOf(u'$', at + 1)) {
            const QString tag = dollarTag(text, at);
            if (tag.isEmpty() || stateOf(tag) != *state)
                continue;
            end = at + tag.size();
            isOver = true;
            break;
        }
    }
    setFormat(int(from), int(end - from),
              formatOf(*state == Comment ? Part::Comment : Part::String));
    if (isOver)
        *state = Plain;
    return end;
}

qsizetype SqlHighlighter::word(const QString &text, qsizetype from)
{
    qsizetype end = from;
    while (end < text.size() && isWordCharacter(text.at(end)))
        ++end;
    const QString found = text.mid(from, end - from);
    if (found.at(0).isDigit())
        setFormat(int(from), int(end - from), formatOf(Part::Number));
    else if (keywords().contains(found.toUpper()))
        setFormat(int(from), int(end - from), formatOf(Part::Keyword));
    return end;
}

}  // namespace roster
