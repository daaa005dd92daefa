// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_SQLTOKENS_H
#define ROSTER_MIGRATION_SQLTOKENS_H

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

namespace roster {

/// One token of SQL as PostgreSQL's own scanner sees it; offsets are bytes of UTF-8.
struct SqlToken
{
    enum class Kind { Word, Comment, Semicolon, Open, Close, Backslash, Other };

    Kind kind = Kind::Other;
    qsizetype start = 0;
    qsizetype end = 0;
    QByteArray word;  ///< of a keyword or plain name: in capitals
};

/// What the scanner or the grammar could not read.
struct SqlProblem
{
    QString message;       ///< PostgreSQL's own, in English
    qsizetype offset = 0;  ///< byte of the text
};

/// Every token, comments included. Fails where a quote or comment does not end.
tl::expected<QList<SqlToken>, SqlProblem> scanSql(const QByteArray &sql);

/// The parse tree of one statement, by the grammar of PostgreSQL 15, in libpg_query's form: the
/// member of `stmts[0].stmt`, as {"AlterTableStmt": {…}}; empty for no statement at all. A newer
/// server may know statements on which this fails.
tl::expected<QJsonObject, SqlProblem> parseStatement(const QByteArray &sql);

/// The major release whose grammar that is.
int grammarVersion();

}  // namespace roster

#endif
