// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/sqltokens.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <pg_query.h>
#include <pg_query/pg_query.pb-c.h>

#include <cctype>
#include <memory>

namespace roster {

namespace {

/// libpg_query counts characters from 1 (0: not known), not bytes.
qsizetype byteOffset(const QByteArray &sql, int character)
{
    qsizetype offset = 0;
    for (int seen = 1; offset < sql.size() && seen < character; ++offset) {
        if (offset + 1 < sql.size() && (sql.at(offset + 1) & 0xC0) != 0x80)
            ++seen;
    }
    return offset;
}

SqlProblem problemOf(const QByteArray &sql, const PgQueryError *error)
{
    return {QString::fromUtf8(error->message), byteOffset(sql, error->cursorpos)};
}

SqlToken::Kind kindOf(const PgQuery__ScanToken &token)
{
    switch (token.token) {
    case PG_QUERY__TOKEN__ASCII_59:
        return SqlToken::Kind::Semicolon;
    case PG_QUERY__TOKEN__ASCII_40:
        return SqlToken::Kind::Open;
    case PG_QUERY__TOKEN__ASCII_41:
        return SqlToken::Kind::Close;
    case PG_QUERY__TOKEN__ASCII_92:
        return SqlToken::Kind::Backslash;
    case PG_QUERY__TOKEN__SQL_COMMENT:
    case PG_QUERY__TOKEN__C_COMMENT:
        return SqlToken::Kind::Comment;
    case PG_QUERY__TOKEN__IDENT:
        return SqlToken::Kind::Word;
    default:
        return token.keyword_kind == PG_QUERY__KEYWORD_KIND__NO_KEYWORD ? SqlToken::Kind::Other
                                                                        : SqlToken::Kind::Word;
    }
}

QByteArray trimmedEnd(const QByteArray &sql, qsizetype start, qsizetype end)
{
    while (end > start && std::isspace(static_cast<unsigned char>(sql.at(end - 1))))
        --end;
    return sql.mid(start, end - start);
}

/// The ends that the library gives are wrong for some tokens (U&'…'): a token reaches to the next
/// one, less the blanks between.
QList<SqlToken> tokensOf(const QByteArray &sql, const PgQuery__ScanResult &scanned)
{
    QList<SqlToken> tokens;
    tokens.reserve(qsizetype(scanned.n_tokens));
    for (std::size_t i = 0; i < scanned.n_tokens; ++i) {
        SqlToken token;
        token.kind = kindOf(*scanned.tokens[i]);
        token.start = scanned.tokens[i]->start;
        if (!tokens.isEmpty()) {
            SqlToken &last = tokens.last();
            last.end = last.start + trimmedEnd(sql, last.start, token.start).size();
        }
        tokens.append(token);
    }
    if (!tokens.isEmpty()) {
        SqlToken &last = tokens.last();
        last.end = last.start + trimmedEnd(sql, last.start, sql.size()).size();
    }
    for (SqlToken &token : tokens) {
        if (token.kind == SqlToken::Kind::Word && sql.at(token.start) != '"')
            token.word = sql.mid(token.start, token.end - token.start).toUpper();
    }
    return tokens;
}

}  // namespace

tl::expected<QList<SqlToken>, SqlProblem> scanSql(const QByteArray &sql)
{
    const PgQueryScanResult result = pg_query_scan(sql.constData());
    const std::unique_ptr<const PgQueryScanResult, void (*)(const PgQueryScanResult *)> owner(
        &result, [](const PgQueryScanResult *owned) { pg_query_free_scan_result(*owned); });
    if (result.error)
        return tl::unexpected(problemOf(sql, result.error));
    PgQuery__ScanResult *scanned = pg_query__scan_result__unpack(
        nullptr, result.pbuf.len, reinterpret_cast<const std::uint8_t *>(result.pbuf.data));
    if (!scanned)
        return tl::unexpected(SqlProblem{QStringLiteral("out of memory"), 0});
    QList<SqlToken> tokens = tokensOf(sql, *scanned);
    pg_query__scan_result__free_unpacked(scanned, nullptr);
    return tokens;
}

tl::expected<QJsonObject, SqlProblem> parseStatement(const QByteArray &sql)
{
    const PgQueryParseResult result = pg_query_parse(sql.constData());
    const std::unique_ptr<const PgQueryParseResult, void (*)(const PgQueryParseResult *)> owner(
        &result, [](const PgQueryParseResult *owned) { pg_query_free_parse_result(*owned); });
    if (result.error)
        return tl::unexpected(problemOf(sql, result.error));
    const QJsonObject tree = QJsonDocument::fromJson(QByteArray(result.parse_tree)).object();
    return tree.value(QLatin1StringView("stmts"))
        .toArray()
        .first()
        .toObject()
        .value(QLatin1StringView("stmt"))
        .toObject();
}

int grammarVersion()
{
    return PG_VERSION_NUM / 10000;
}

}  // namespace roster
