// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/dumpbuild.h"

namespace roster {

namespace {

constexpr int headWords = 14;
constexpr int keyWords = 160;  // a foreign key has 32 columns at most

/// The words one after the other.
class Words
{
public:
    explicit Words(QList<SqlWord> words) : m_words(std::move(words)) {}

    bool take(QByteArrayView keyword)
    {
        const bool isIt = m_at < m_words.size() && m_words[m_at].is(keyword);
        m_at += isIt ? 1 : 0;
        return isIt;
    }
    bool takeName()
    {
        const bool isIt = m_words.value(m_at).isName;
        m_at += isIt ? 1 : 0;
        return isIt;
    }
    /// `name` or `schema.name`; empty: neither.
    QByteArray takeTable()
    {
        QByteArray name = m_words.value(m_at).text;
        if (!takeName())
            return {};
        if (!take("."))
            return '\0' + name;
        name += '\0' + m_words.value(m_at).text;
        return takeName() ? name : QByteArray();
    }
    bool skipTo(QByteArrayView keyword)
    {
        while (m_at < m_words.size() && !m_words[m_at].is(keyword))
            ++m_at;
        return take(keyword);
    }

private:
    QList<SqlWord> m_words;
    qsizetype m_at = 0;
};

std::optional<DumpBuild> indexOf(Words words)
{
    words.take("unique");
    if (!words.take("index") || !words.takeName() || !words.take("on"))
        return {};  // CONCURRENTLY, IF NOT EXISTS
    words.take("only");
    const QByteArray table = words.takeTable();
    if (table.isEmpty() || !words.take("using"))
        return {};
    return DumpBuild{.tables = {table}};
}

std::optional<DumpBuild> keyOf(Words words, QByteArrayView sql)
{
    if (!words.take("table"))
        return {};
    const bool isOnly = words.take("only");
    const QByteArray table = words.takeTable();
    if (table.isEmpty() || !words.take("add") || !words.take("constraint") || !words.takeName())
        return {};
    if (words.take("primary") || words.take("unique") || words.take("exclude"))
        return DumpBuild{.tables = {table}, .isAlone = true};
    // Without ONLY it is of a partitioned table, and locks the parts, too.
    if (!isOnly || !words.take("foreign"))
        return {};
    Words all(sqlWords(sql, keyWords));
    const QByteArray other = all.skipTo("references") ? all.takeTable() : QByteArray();
    if (other.isEmpty())
        return {};
    return DumpBuild{.tables = {table, other}, .isAlone = true, .isForeignKey = true};
}

}  // namespace

std::optional<DumpBuild> DumpBuild::of(QByteArrayView sql)
{
    Words words(sqlWords(sql, headWords));
    if (words.take("create"))
        return indexOf(words);
    return words.take("alter") ? keyOf(words, sql) : std::nullopt;
}

QByteArray DumpBuild::tableOfCopy(QByteArrayView sql)
{
    Words words(sqlWords(sql, headWords));
    return words.take("copy") ? words.takeTable() : QByteArray();
}

bool DumpBuild::goesBeside(const QList<SqlWord> &words)
{
    if (words.isEmpty() || kindOf(words) == DumpStatementKind::Rights
        || kindOf(words) == DumpStatementKind::Outside)
        return true;
    if (words[0].is("set"))
        return words.value(1).is("default_tablespace")
            || words.value(1).is("default_table_access_method");
    // Sequences, and large objects with their transactions.
    if (words[0].is("begin") || words[0].is("commit"))
        return true;
    const QByteArray function = words.value(3).text;
    return words[0].is("select") && words.value(1).is("pg_catalog") && words.value(2).is(".")
        && (function == "setval" || function.startsWith("lo_") || function == "lowrite");
}

}  // namespace roster
