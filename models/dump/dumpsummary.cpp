// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/dumpsummary.h"

#include "models/dump/dumpfile.h"
#include "models/dump/sqldumpreader.h"
#include "models/dump/sqlwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Dump)
};

// A dump is hostile input: names must not fill the memory.
constexpr qsizetype mostNames = 200'000;
constexpr qsizetype mostRevisionBytes = qsizetype(64) * 1024;
constexpr QByteArrayView valuesWord("values");
constexpr int mostWords = 64;
constexpr int itemsBetweenReports = 64;
// Rights on many columns may be long; no statement worth a look for names is longer.
constexpr qsizetype longestLook = qsizetype(64) * 1024;

/// Behind the quote that closes what opens at `at`.
qsizetype pastQuoted(QByteArrayView sql, qsizetype at)
{
    const char quote = sql[at];
    const bool escapes = quote == '\'' && at > 0 && (sql[at - 1] == 'E' || sql[at - 1] == 'e');
    for (++at; at < sql.size(); ++at) {
        if (escapes && sql[at] == '\\')
            ++at;
        else if (sql[at] == quote)
            return at + 1;  // a doubled one opens at once again
    }
    return sql.size();
}

bool goesOnName(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
        || c == '$' || c == '.' || (c & 0x80) != 0;
}

/// `VALUES` as a word of its own, not a part of a name.
bool isValuesAt(QByteArrayView sql, qsizetype at)
{
    const qsizetype end = at + valuesWord.size();
    return end <= sql.size()
        && qstrnicmp(sql.data() + at, valuesWord.size(), valuesWord.data(), valuesWord.size()) == 0
        && (at == 0 || !goesOnName(sql[at - 1])) && (end == sql.size() || !goesOnName(sql[end]));
}

}  // namespace

qint64 DumpSummary::insertedRows(QByteArrayView sql)
{
    bool isBehindValues = false;
    int depth = 0;
    qint64 count = 0;
    for (qsizetype at = 0; at < sql.size();) {
        const char c = sql[at];
        if (c == '\'' || c == '"') {
            at = pastQuoted(sql, at);
            continue;
        }
        if (!isBehindValues && depth == 0 && isValuesAt(sql, at)) {
            isBehindValues = true;
            at += valuesWord.size();
            continue;
        }
        if (c == '(')
            count += depth++ == 0 && isBehindValues ? 1 : 0;
        else if (c == ')')
            --depth;
        ++at;
    }
    return isBehindValues && count == 0 ? 1 : count;  // DEFAULT VALUES
}

Result<DumpSummary> DumpSummary::read(const DumpFile &file, const QStringList &binaries,
                                      Progress &progress)
{
    const bool isOverview = file.format() == DumpFile::Format::Cluster && file.database().isEmpty();
    auto reader = SqlDumpReader::open(file, binaries, progress,
                                      isOverview ? SqlDumpReader::Databases::All
                                                 : SqlDumpReader::Databases::One);
    if (!reader)
        return fail(reader.error());
    DumpSummary summary;
    progress.setText(Text::tr("Reading %1").arg(file.fileName()));
    bool isOver = false;
    for (qint64 number = 0; !isOver && !summary.problem; ++number) {
        const auto item = reader->next();
        if (progress.isCancelled())
            return fail(Error::Kind::Cancelled, Text::tr("Reading the dump was stopped."));
        if (!item && item.error().kind == Error::Kind::NotFound)
            return fail(item.error());  // nothing is wrong with the file
        if (!item) {
            summary.problem = item.error();
            break;
        }
        isOver = item->kind == SqlDumpItem::Kind::End;
        if (isOverview && (isOver || reader->sections().current() != summary.m_reading))
            summary.endDatabase(*reader);
        if (const auto added = summary.add(*item); !added)
            summary.problem = added.error();
        if (number % itemsBetweenReports == 0) {
            progress.setTotal(reader->total());
            progress.setDone(reader->consumed());
        }
    }
    // pg_dump's first line may lie within a comment or a string: then its last one was not awaited.
    if (!summary.problem && !reader->isComplete()) {
        summary.problem = Error{.kind = Error::Kind::InvalidInput,
                                .message = Text::tr("The dump does not end with pg_dump's last "
                                                    "line."),
                                .hint = Text::tr("Take another backup: this one is not whole.")};
    }
    if (summary.problem && summary.m_isCopying)
        summary.tables[summary.m_copied] = -1;
    if (isOverview)
        summary.endDatabase(*reader);
    summary.setDatabases(*reader);
    summary.bytes = reader->total();
    summary.serverVersion = reader->serverVersion();
    summary.toolVersion = reader->toolVersion();
    summary.warnings = reader->warnings();
    return summary;
}

/// Of an overview: the tables so far were those of the database before.
void DumpSummary::endDatabase(const SqlDumpReader &reader)
{
    if (!m_reading.isEmpty()) {
        m_read[m_reading].tables += tables.size();
        m_read[m_reading].rows += rows();
    }
    m_reading = reader.sections().current();
    tables.clear();
    sequences.clear();
    revisions.clear();
    extensions.clear();
    encoding.clear();
}

void DumpSummary::setDatabases(const SqlDumpReader &reader)
{
    QList<Database> ofServer;
    for (const DumpedDatabase &one : reader.sections().databases()) {
        Database found = m_read.value(one.name);
        found.name = one.name;
        found.encoding = one.encoding;
        found.locale = one.locale;
        found.isServers = one.name == "template1"_L1 || one.name == "postgres"_L1;
        (found.isServers ? ofServer : databases) << found;
    }
    databases += ofServer;
    for (const QString &role : reader.sections().roles())
        roles << role;
}

Result<void> DumpSummary::add(const SqlDumpItem &item)
{
    switch (item.kind) {
    case SqlDumpItem::Kind::Statement:
        return addStatement(item);
    case SqlDumpItem::Kind::CopyStart:
        m_copied = {item.schema, item.table};
        m_revisionRows.clear();
        m_isCopying = true;
        tables.insert(m_copied, tables.value(m_copied));
        return checkSize(tables.size(), item.line);
    case SqlDumpItem::Kind::CopyRows:
        if (m_copied.second == "alembic_version"_L1
            && m_revisionRows.size() + item.bytes.size() <= mostRevisionBytes)
            m_revisionRows += item.bytes;
        return {};
    case SqlDumpItem::Kind::CopyEnd:
        endCopy(item);
        return {};
    case SqlDumpItem::Kind::End:
        break;
    }
    return {};
}

void DumpSummary::endCopy(const SqlDumpItem &item)
{
    m_isCopying = false;
    tables[m_copied] += item.rows;
    if (m_copied.second != "alembic_version"_L1)
        return;
    for (const QByteArray &line : m_revisionRows.split('\n')) {
        if (!line.trimmed().isEmpty())
            revisions << QString::fromUtf8(line.trimmed());
    }
}

Result<void> DumpSummary::addStatement(const SqlDumpItem &item)
{
    const QList<SqlWord> words =
        sqlWords(QByteArrayView(item.sql).first(std::min(item.sql.size(), longestLook)), mostWords);
    const SqlWord first = words.value(0);
    if (first.is("insert") && words.value(1).is("into")) {
        const bool hasSchema = words.value(3).is(".");
        const TableKey key{hasSchema ? QString::fromUtf8(words.value(2).text) : QString(),
                           QString::fromUtf8(words.value(hasSchema ? 4 : 2).text)};
        tables[key] += insertedRows(item.sql);
        if (key.second == "alembic_version"_L1 && words.size() > 2
            && revisions.size() < mostWords) {
            for (const SqlWord &word : words) {
                if (word.isText)
                    revisions << QString::fromUtf8(word.text);
            }
        }
        return checkSize(tables.size(), item.line);
    }
    if (first.is("set") && words.value(1).is("client_encoding")) {
        encoding = QString::fromUtf8(words.value(3).text);
    } else if (first.is("create") && words.value(1).is("extension")) {
        extensions << QString::fromUtf8(words.value(words.value(2).is("if") ? 5 : 2).text);
    } else if (first.is("select") && words.value(3).is("setval") && words.value(5).isText) {
        sequences.insert(QString::fromUtf8(words[5].text), [&] {
            QString value;  // a number comes as its single characters
            for (qsizetype at = 7; at < words.size() && !words[at].is(",") && !words[at].is(")");
                 ++at)
                value += QString::fromUtf8(words[at].text);
            return value;
        }());
    }
    for (const SqlWord &role : roleWords(words))
        roles << QString::fromUtf8(role.text);
    return checkSize(roles.size() + extensions.size() + sequences.size(), item.line);
}

Result<void> DumpSummary::checkSize(qsizetype count, qint64 line) const
{
    if (count <= mostNames)
        return {};
    return fail(Error::Kind::InvalidInput,
                Text::tr("Line %1 of the dump: it names more objects than are read.").arg(line),
                Text::tr("If the file is not yours, do not restore it."));
}

qint64 DumpSummary::rows() const
{
    return std::accumulate(tables.cbegin(), tables.cend(), qint64(0),
                           [](qint64 sum, qint64 rows) { return sum + std::max(rows, qint64(0)); });
}

}  // namespace roster
