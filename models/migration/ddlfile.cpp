// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/ddlfile.h"

#include "models/comparison/definitiontext.h"
#include "models/migration/revision.h"
#include "models/migration/revisionrunner.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

class DdlFileText
{
    Q_DECLARE_TR_FUNCTIONS(DdlFile)
};

/// Makes blank what only psql understands, outside of quotes, comments and function bodies:
/// backslash lines and the data of COPY. Lines keep their numbers.
class PsqlFilter
{
public:
    explicit PsqlFilter(QString sql) : m_sql(std::move(sql)) {}

    QString filtered()
    {
        for (qsizetype at = 0; at < m_sql.size();)
            at = next(at);
        return m_sql;
    }

private:
    qsizetype next(qsizetype at)
    {
        const QChar character = m_sql.at(at);
        if (character == u'\\' && (at == 0 || m_sql.at(at - 1) == u'\n'))
            return blank(at, lineEnd(at));
        if (const qsizetype after = skipQuoted(m_sql, at); after > at) {
            const bool isComment = character == u'-' || character == u'/';
            if (m_start < 0 && !isComment)
                m_start = at;
            return after;
        }
        if (character == u';') {
            const bool hasData =
                m_start >= 0 && isCopy(QStringView(m_sql).sliced(m_start, at - m_start));
            m_start = -1;
            return hasData ? skipData(lineEnd(at)) : at + 1;
        }
        if (m_start < 0 && !character.isSpace())
            m_start = at;
        return at + 1;
    }

    static bool isCopy(QStringView statement)
    {
        static const QRegularExpression copy(u"^COPY\\s.*\\sFROM\\s+STDIN\\b[^\"']*$"_s,
                                             QRegularExpression::CaseInsensitiveOption
                                                 | QRegularExpression::DotMatchesEverythingOption);
        return copy.match(statement).hasMatch();
    }

    /// From the end of the statement's line to the line of the closing backslash and dot.
    qsizetype skipData(qsizetype from)
    {
        qsizetype at = from;
        while (at < m_sql.size()) {
            const qsizetype start = at + 1;
            const qsizetype end = start < m_sql.size() ? lineEnd(start) : m_sql.size();
            const bool isLast = QStringView(m_sql).mid(start, end - start).trimmed() == u"\\.";
            blank(std::min(start, end), end);
            at = end;
            if (isLast)
                break;
        }
        return at;
    }

    qsizetype lineEnd(qsizetype from) const
    {
        const qsizetype end = m_sql.indexOf(u'\n', from);
        return end < 0 ? m_sql.size() : end;
    }

    qsizetype blank(qsizetype from, qsizetype to)
    {
        std::fill(m_sql.begin() + from, m_sql.begin() + to, u' ');
        return to;
    }

    QString m_sql;
    qsizetype m_start = -1;  ///< of the statement under way, past comments
};

/// What roles, the server, the cluster or other servers are concerned with, and rows: nothing that
/// a schema is made of.
bool isLeftOut(const RevisionStatement &statement)
{
    static const QList<QList<QByteArray>> starts{{"BEGIN"},
                                                 {"COMMIT"},
                                                 {"START", "TRANSACTION"},
                                                 {"GRANT"},
                                                 {"REVOKE"},
                                                 {"END"},
                                                 {"ALTER", "DEFAULT", "PRIVILEGES"},
                                                 {"SECURITY", "LABEL"},
                                                 {"INSERT"},
                                                 {"COPY"},
                                                 {"CREATE", "DATABASE"},
                                                 {"ALTER", "DATABASE"},
                                                 {"CREATE", "ROLE"},
                                                 {"ALTER", "ROLE"},
                                                 {"DROP", "ROLE"},
                                                 {"CREATE", "USER"},
                                                 {"ALTER", "USER"},
                                                 {"DROP", "USER"},
                                                 {"CREATE", "GROUP"},
                                                 {"ALTER", "GROUP"},
                                                 {"DROP", "GROUP"},
                                                 {"DROP", "OWNED"},
                                                 {"REASSIGN", "OWNED"},
                                                 {"SET", "ROLE"},
                                                 {"SET", "SESSION", "AUTHORIZATION"},
                                                 {"DROP", "DATABASE"},
                                                 {"ALTER", "SYSTEM"},
                                                 {"CREATE", "TABLESPACE"},
                                                 {"ALTER", "TABLESPACE"},
                                                 {"DROP", "TABLESPACE"},
                                                 {"CREATE", "SUBSCRIPTION"},
                                                 {"ALTER", "SUBSCRIPTION"},
                                                 {"DROP", "SUBSCRIPTION"},
                                                 {"LOAD"},
                                                 {"CHECKPOINT"},
                                                 {"COMMENT", "ON", "EXTENSION"},
                                                 {"VACUUM"},
                                                 {"ANALYZE"}};
    if (std::any_of(starts.cbegin(), starts.cend(),
                    [&](const auto &words) { return statement.startsWith(words); }))
        return true;
    // ALTER … OWNER TO somebody
    const auto &tokens = statement.tokens;
    return statement.startsWith({"ALTER"}) && tokens.size() > 3
        && tokens.at(tokens.size() - 3).word == "OWNER"
        && tokens.at(tokens.size() - 2).word == "TO";
}

}  // namespace

Result<void> DdlFile::run(Session &session, const QByteArray &sql, const QString &path)
{
    QByteArray text = sql;
    if (text.startsWith("\xEF\xBB\xBF"))
        text.remove(0, 3);
    if (text.contains('\0')) {
        return fail(Error::Kind::InvalidInput, DdlFileText::tr("%1 is no SQL text.").arg(path),
                    DdlFileText::tr("A dump in the custom format becomes SQL by `pg_restore -s -f "
                                    "FILE.sql`."));
    }
    QStringDecoder decode(QStringDecoder::Utf8);
    QString decoded = decode(text);
    if (decode.hasError()) {
        return fail(Error::Kind::InvalidInput,
                    DdlFileText::tr("%1 is not written in UTF-8.").arg(path),
                    DdlFileText::tr("Write the dump with `pg_dump -E UTF8`."));
    }
    const auto statements = statementsOf(
        RevisionSection{.text = PsqlFilter(std::move(decoded)).filtered().toUtf8(), .firstLine = 1},
        path);
    if (!statements)
        return fail(statements.error());
    for (const RevisionStatement &statement : *statements) {
        if (isLeftOut(statement))
            continue;
        // A newer server's dump sets what this one does not know.
        constexpr QLatin1StringView unknownSetting{"42704"};
        const auto done = runScript(session, {statement}, path);
        if (!done && !(statement.startsWith({"SET"}) && done.error().sqlState == unknownSetting))
            return done;
    }
    return {};
}

}  // namespace roster
