// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/sqlwords.h"

#include <QSet>

#include <algorithm>

namespace roster {

namespace {

bool startsName(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0;
}

bool goesOnName(char c)
{
    return startsName(c) || (c >= '0' && c <= '9') || c == '$';
}

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

/// Comments nest.
qsizetype behindComment(QByteArrayView sql, qsizetype at)
{
    for (int depth = 0; at + 1 < sql.size();) {
        const bool opens = sql[at] == '/' && sql[at + 1] == '*';
        const bool closes = sql[at] == '*' && sql[at + 1] == '/';
        depth += opens ? 1 : closes ? -1 : 0;
        at += opens || closes ? 2 : 1;
        if (depth == 0)
            return at;
    }
    return sql.size();
}

/// Behind blanks and comments.
qsizetype skipBlanks(QByteArrayView sql, qsizetype at)
{
    while (at < sql.size()) {
        if (isSpace(sql[at])) {
            ++at;
        } else if (sql.sliced(at).startsWith("--")) {
            const qsizetype end = sql.indexOf('\n', at);
            at = end < 0 ? sql.size() : end;
        } else if (sql.sliced(at).startsWith("/*")) {
            at = behindComment(sql, at);
        } else {
            break;
        }
    }
    return at;
}

/// From a quote to behind its twin; doubled ones belong to the text.
qsizetype readQuoted(QByteArrayView sql, qsizetype at, QByteArray &text)
{
    const char quote = sql[at++];
    while (at < sql.size()) {
        if (sql[at] == quote) {
            if (at + 1 >= sql.size() || sql[at + 1] != quote)
                return at + 1;
            ++at;
        }
        text += sql[at++];
    }
    return at;
}

const QSet<QByteArray> &preambleVariables()
{
    static const QSet<QByteArray> names{"transaction_timeout",
                                        "idle_session_timeout",
                                        "idle_in_transaction_session_timeout",
                                        "row_security",
                                        "default_table_access_method",
                                        "default_with_oids",
                                        "xmloption",
                                        "lock_timeout"};
    return names;
}

/// What is no part of a database, but of the server: roles, databases, tablespaces.
bool isOfServer(const SqlWord &word)
{
    return word.is("role") || word.is("user") || word.is("group") || word.is("database")
        || word.is("tablespace") || word.is("system");
}

/// Behind GRANT … ON, COMMENT ON, SECURITY LABEL … ON.
SqlWord objectKind(const QList<SqlWord> &words)
{
    for (qsizetype at = 1; at + 1 < words.size(); ++at) {
        if (words[at].is("on"))
            return words[at + 1];
    }
    return {};
}

bool isRights(const QList<SqlWord> &words)
{
    if (words[0].is("grant") || words[0].is("revoke"))
        return true;
    if (words.size() > 2 && (words[0].is("set") || words[0].is("reset")) && words[1].is("session")
        && words[2].is("authorization"))
        return true;
    if (!words[0].is("alter"))
        return false;
    if (words.size() > 2 && words[1].is("default") && words[2].is("privileges"))
        return true;
    const qsizetype last = words.size() - 1;
    return last > 3 && words[last].isName && words[last - 1].is("to")
        && words[last - 2].is("owner");
}

/// Names in a list from `at`, parted by commas.
void addNames(const QList<SqlWord> &words, qsizetype at, QList<SqlWord> &roles)
{
    static const QSet<QByteArray> keywords{"public", "current_user", "session_user", "current_role",
                                           "group"};
    for (; at < words.size(); ++at) {
        const SqlWord &word = words[at];
        if (word.is("group") || word.is(","))
            continue;
        if (!word.isName || word.is("with") || word.is("granted") || word.is("grant")
            || word.is("revoke") || word.is("in") || word.is("cascade"))
            return;
        if (word.isQuoted || !keywords.contains(word.text))
            roles << word;
    }
}

}  // namespace

QList<SqlWord> sqlWords(QByteArrayView sql, int most)
{
    QList<SqlWord> words;
    qsizetype at = skipBlanks(sql, 0);
    while (at < sql.size() && words.size() < most) {
        SqlWord word;
        word.begin = at;
        const char c = sql[at];
        if (c == '"' || c == '\'') {
            at = readQuoted(sql, at, word.text);
            word.isName = word.isQuoted = c == '"';
            word.isText = c == '\'';
        } else if (startsName(c)) {
            while (at < sql.size() && goesOnName(sql[at]))
                ++at;
            word.text = sql.sliced(word.begin, at - word.begin).toByteArray().toLower();
            word.isName = true;
        } else {
            word.text = QByteArray(1, c);
            ++at;
        }
        word.end = at;
        if (!word.is(";"))
            words << word;
        at = skipBlanks(sql, at);
    }
    return words;
}

QList<SqlWord> roleWords(const QList<SqlWord> &words)
{
    QList<SqlWord> roles;
    if (words.isEmpty() || kindOf(words) != DumpStatementKind::Rights)
        return roles;
    if (words[0].is("set")) {
        if (words.size() > 3 && (words[3].isText || words[3].isName) && !words[3].is("default"))
            roles << words[3];
        return roles;
    }
    const bool isDefaults = words.size() > 2 && words[1].is("default");
    for (qsizetype at = 1; at + 1 < words.size(); ++at) {
        const bool isFor = isDefaults && words[at].is("for")
                        && (words[at + 1].is("role") || words[at + 1].is("user"));
        const bool isOwner = words[at].is("to") && words[at - 1].is("owner");
        // A column or a table named "to" or "from" is quoted: these are keywords.
        const bool isGrantee = words[at].is("to") || words[at].is("from");
        if (isFor)
            addNames(words, at + 2, roles);
        else if (isOwner || (isGrantee && !words[0].is("alter")) || (isGrantee && isDefaults))
            addNames(words, at + 1, roles);
    }
    return roles;
}

DumpStatementKind kindOf(const QList<SqlWord> &words)
{
    using enum DumpStatementKind;
    if (words.isEmpty())
        return Plain;
    const SqlWord &first = words[0];
    const SqlWord second = words.value(1);
    if (first.is("rollback") || first.is("abort") || first.is("discard") || first.is("prepare"))
        return Refused;
    if ((first.is("set") || first.is("reset")) && second.is("role"))
        return Refused;
    if (first.is("reset") && second.is("all"))
        return Refused;
    const bool isDefinition = first.is("create") || first.is("alter") || first.is("drop");
    // `CREATE USER MAPPING` belongs to the database.
    if (isDefinition && isOfServer(second) && !words.value(2).is("mapping"))
        return Refused;
    const SqlWord kind = objectKind(words);
    const bool isGrant = first.is("grant") || first.is("revoke");
    if (isGrant && kind.text.isEmpty())
        return Refused;  // membership in a role
    const bool isText = first.is("comment") || first.is("security");
    if ((isGrant || isText) && (isOfServer(kind) || kind.is("parameter")))
        return Outside;
    if (isRights(words))
        return Rights;
    if (first.is("begin") || (first.is("start") && second.is("transaction")))
        return Begin;
    if (first.is("commit") || first.is("end"))
        return Commit;
    if (first.is("insert"))
        return Insert;
    if (first.is("set") && preambleVariables().contains(second.text))
        return Preamble;
    const bool isExtension =
        second.is("extension") || (first.is("comment") && words.value(2).is("extension"));
    if (isExtension && (first.is("create") || first.is("comment")))
        return Extension;
    return Plain;
}

}  // namespace roster
