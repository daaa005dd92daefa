// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/psqlconnect.h"

#include <algorithm>

namespace roster {

namespace {

constexpr QByteArrayView connectWord("\\connect ");
constexpr QByteArrayView reuseWord("-reuse-previous=on ");
constexpr QByteArrayView nameWord("dbname=");

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isPlain(QByteArrayView name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return isLetterOrDigit(c) || c == '_' || c == '.';
    });
}

QByteArrayView trimmedEnd(QByteArrayView line)
{
    while (!line.isEmpty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r'))
        line.chop(1);
    return line;
}

/// Of `"na""me"`, with nothing behind it.
std::optional<QByteArray> unquoted(QByteArrayView text)
{
    if (text.size() < 3 || text.front() != '"' || text.back() != '"')
        return {};
    QByteArray name;
    const QByteArrayView inner = text.sliced(1, text.size() - 2);
    for (qsizetype at = 0; at < inner.size(); ++at) {
        if (inner[at] == '"') {
            ++at;
            if (at == inner.size() || inner[at] != '"')
                return {};
        }
        name += inner[at];
    }
    return name;
}

/// Of libpq's `dbname='na\'me'` with nothing beside it, quoted or plain.
std::optional<QByteArray> onlyName(QByteArrayView text)
{
    if (!text.startsWith(nameWord))
        return {};
    text = text.sliced(nameWord.size());
    if (isPlain(text))
        return text.toByteArray();
    if (text.size() < 3 || text.front() != '\'' || text.back() != '\'')
        return {};
    QByteArray name;
    const QByteArrayView inner = text.sliced(1, text.size() - 2);
    for (qsizetype at = 0; at < inner.size(); ++at) {
        if (inner[at] == '\'')
            return {};
        at += inner[at] == '\\' ? 1 : 0;
        if (at == inner.size())
            return {};
        name += inner[at];
    }
    return name;
}

bool isConnectionString(const QByteArray &name)
{
    return name.contains('=') || name.startsWith("postgres://") || name.startsWith("postgresql://");
}

}  // namespace

bool PsqlConnect::isRestriction(QByteArrayView line)
{
    line = trimmedEnd(line);
    for (const QByteArrayView word :
         {QByteArrayView("\\restrict "), QByteArrayView("\\unrestrict ")}) {
        if (!line.startsWith(word))
            continue;
        const QByteArrayView key = line.sliced(word.size());
        return !key.isEmpty() && std::all_of(key.begin(), key.end(), isLetterOrDigit);
    }
    return false;
}

bool PsqlConnect::isPlainEncoding(QByteArrayView line)
{
    return trimmedEnd(line) == QByteArrayView("\\encoding SQL_ASCII");
}

std::optional<QByteArray> PsqlConnect::databaseOf(QByteArrayView line)
{
    line = trimmedEnd(line);
    if (!line.startsWith(connectWord))
        return {};
    line = line.sliced(connectWord.size());
    if (line.startsWith(reuseWord)) {
        const auto text = unquoted(line.sliced(reuseWord.size()));
        return text ? onlyName(*text) : std::nullopt;
    }
    if (isPlain(line))
        return line.toByteArray();
    auto name = unquoted(line);
    return name && isConnectionString(*name) ? std::nullopt : name;
}

}  // namespace roster
