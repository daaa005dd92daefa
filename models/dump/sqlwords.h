// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DUMP_SQLWORDS_H
#define ROSTER_DUMP_SQLWORDS_H

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace roster {

/// A token of a short statement: a name, a constant, or one character. Comments are left out.
struct SqlWord
{
    qsizetype begin = 0;  ///< bytes of the statement
    qsizetype end = 0;
    QByteArray text;        ///< a name as PostgreSQL folds it, a constant without its quotes
    bool isName = false;    ///< plain or quoted
    bool isQuoted = false;  ///< a quoted name is no keyword
    bool isText = false;    ///< '…'

    bool is(QByteArrayView keyword) const { return !isQuoted && !isText && text == keyword; }
};

/// The first `most` words.
QList<SqlWord> sqlWords(QByteArrayView sql, int most);

/// The words that name roles in OWNER TO, GRANT, REVOKE, ALTER DEFAULT PRIVILEGES and SET SESSION
/// AUTHORIZATION, as pg_dump writes them; keywords (PUBLIC, CURRENT_USER …) left out.
QList<SqlWord> roleWords(const QList<SqlWord> &words);

/// What a statement of a dump is to the one who runs it.
enum class DumpStatementKind {
    Plain,
    Rights,     ///< who owns, who may: to be run last, by the connected role
    Extension,  ///< to be run by the connected role
    Preamble,   ///< a SET that older servers may not know
    Begin,      ///< the dump's own transaction (large objects)
    Commit,
    Insert,
    Outside,  ///< grants and texts of databases themselves: of this one they come from the live one
    Refused,  ///< would undo what was loaded, or change who runs the rest
};

DumpStatementKind kindOf(const QList<SqlWord> &words);

}  // namespace roster

#endif
