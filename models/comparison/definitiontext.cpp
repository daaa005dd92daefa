// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/definitiontext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

bool isWordCharacter(QChar character)
{
    return character.isLetterOrNumber() || character == u'_' || character == u'$';
}

/// The end of a type's name that begins at `from`: `text`, `character varying(10)`, `public."T"`.
qsizetype typeEnd(QStringView sql, qsizetype from)
{
    qsizetype at = from;
    while (at < sql.size()) {
        if (sql[at] == u'"')
            at = skipQuoted(sql, at);
        else if (isWordCharacter(sql[at]) || sql[at] == u'.' || sql.mid(at).startsWith(u" varying")
                 || sql.mid(at).startsWith(u" precision"))
            ++at;
        else
            break;
    }
    if (at < sql.size() && sql[at] == u'(')
        at = skipBrackets(sql, at);
    return at;
}

/// Where `(ARRAY[…])::type[]` begins at `from`: its end and other spelling; else nothing changes.
qsizetype castArray(QStringView sql, qsizetype from, QString &spelling)
{
    constexpr QStringView opening = u"(ARRAY[";
    if (!sql.mid(from).startsWith(opening))
        return from;
    const qsizetype bracket = from + opening.size() - 1;
    const qsizetype closed = skipBrackets(sql, bracket);
    if (closed < 0 || !sql.mid(closed).startsWith(u")::"))
        return from;
    const qsizetype type = closed + 3;
    const qsizetype end = typeEnd(sql, type);
    if (!sql.mid(end).startsWith(u"[]"))
        return from;
    QStringList elements;
    for (const QString &element : commaParted(sql.mid(bracket + 1, closed - bracket - 2)))
        elements << u"(%1)::%2"_s.arg(element, sql.mid(type, end - type));
    spelling = u"ARRAY["_s + elements.join(u", "_s) + u']';
    return end + 2;
}

/// Past a comment that begins at `from`; they nest. `from` itself where none does.
qsizetype skipComment(QStringView sql, qsizetype from)
{
    if (!sql.sliced(from).startsWith(u"/*"))
        return from;
    int depth = 0;
    for (qsizetype at = from; at + 1 < sql.size();) {
        const QStringView mark = sql.sliced(at, 2);
        depth += mark == u"/*" ? 1 : mark == u"*/" ? -1 : 0;
        at += mark == u"/*" || mark == u"*/" ? 2 : 1;
        if (depth == 0)
            return at;
    }
    return sql.size();
}

}  // namespace

qsizetype skipQuoted(QStringView sql, qsizetype from)
{
    const QChar first = sql[from];
    if (first == u'\'' || first == u'"') {
        // A backslash escapes in E'…' only.
        const bool escapes = first == u'\'' && from > 0
                          && (sql[from - 1] == u'E' || sql[from - 1] == u'e')
                          && (from < 2 || !isWordCharacter(sql[from - 2]));
        for (qsizetype at = from + 1; at < sql.size(); ++at) {
            if (escapes && sql[at] == u'\\') {
                ++at;
            } else if (sql[at] == first) {
                if (at + 1 < sql.size() && sql[at + 1] == first)
                    ++at;
                else
                    return at + 1;
            }
        }
        return sql.size();
    }
    if (first == u'$' && (from == 0 || !isWordCharacter(sql[from - 1]))) {
        const qsizetype tagEnd = sql.indexOf(u'$', from + 1);
        if (tagEnd < 0)
            return from;
        const QStringView tag = sql.mid(from, tagEnd - from + 1);
        for (const QChar character : tag.mid(1, tag.size() - 2)) {
            if (!isWordCharacter(character))
                return from;
        }
        if (tag.size() > 2 && tag[1].isDigit())
            return from;
        const qsizetype end = sql.indexOf(tag, tagEnd + 1);
        return end < 0 ? sql.size() : end + tag.size();
    }
    if (sql.mid(from).startsWith(u"--")) {
        const qsizetype end = sql.indexOf(u'\n', from);
        return end < 0 ? sql.size() : end + 1;
    }
    return skipComment(sql, from);
}

qsizetype skipBrackets(QStringView sql, qsizetype from)
{
    int depth = 0;
    for (qsizetype at = from; at < sql.size();) {
        if (const qsizetype after = skipQuoted(sql, at); after > at) {
            at = after;
            continue;
        }
        if (sql[at] == u'(' || sql[at] == u'[')
            ++depth;
        else if ((sql[at] == u')' || sql[at] == u']') && --depth == 0)
            return at + 1;
        ++at;
    }
    return -1;
}

QStringList commaParted(QStringView list)
{
    QStringList parts;
    qsizetype start = 0;
    for (qsizetype at = 0; at < list.size();) {
        if (const qsizetype after = skipQuoted(list, at); after > at) {
            at = after;
        } else if (list[at] == u'(' || list[at] == u'[') {
            const qsizetype closed = skipBrackets(list, at);
            at = closed < 0 ? list.size() : closed;
        } else if (list[at] == u',') {
            parts << list.mid(start, at - start).trimmed().toString();
            start = ++at;
        } else {
            ++at;
        }
    }
    parts << list.mid(start).trimmed().toString();
    return parts;
}

QString normalized(const QString &definition)
{
    // A constant of a text type alone: a default, however it was written.
    static const QRegularExpression constant(
        u"^('(?:[^']|'')*')::(?:text|character varying|bpchar)$"_s);
    if (const auto match = constant.match(definition); match.hasMatch())
        return match.captured(1);
    QString result = definition;
    if (definition.contains("(ARRAY["_L1)) {
        result.clear();
        for (qsizetype at = 0; at < definition.size();) {
            QString spelling;
            qsizetype after = skipQuoted(definition, at);
            if (after > at)
                spelling = definition.mid(at, after - at);
            else
                after = castArray(definition, at, spelling);
            if (after > at) {
                result += spelling;
                at = after;
            } else {
                result += definition.at(at++);
            }
        }
    }
    static const QRegularExpression wide(u"\\(('(?:[^']|'')*')::character varying\\)::text"_s);
    return result.replace(wide, u"\\1::text"_s);
}

QString respelled(const QString &definition, const QStringList &varchars)
{
    QString result = definition;
    for (const QString &column : varchars) {
        for (const QString &comparison : {u" = ANY ("_s, u" <> ALL ("_s}) {
            const QString before = u"(%1)::text%2(ARRAY["_s.arg(column, comparison);
            for (qsizetype at = result.indexOf(before); at >= 0; at = result.indexOf(before, at)) {
                const qsizetype bracket = at + before.size() - 1;
                const qsizetype closed = skipBrackets(result, bracket);
                if (closed < 0 || !QStringView(result).mid(closed).startsWith(u")::text[])"))
                    break;
                const QString list = result.mid(bracket, closed - bracket);
                const QString now = column + comparison + u"ARRAY"_s + list + u')';
                constexpr qsizetype ending = 10;  // `)::text[])`
                result.replace(at, closed + ending - at, now);
                at += now.size();
            }
        }
    }
    return result;
}

bool isSameDefinition(const QString &a, const QString &b)
{
    return a == b || normalized(a) == normalized(b);
}

}  // namespace roster
