// SPDX-License-Identifier: GPL-3.0-or-later
// What RevisionRunner knows about single statements.
#include "models/migration/revisionrunner.h"

#include "models/database/session.h"
#include "models/database/transaction.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QScopeGuard>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Migrator)
};

bool hasWord(const RevisionStatement &statement, const QByteArray &word)
{
    return std::any_of(statement.tokens.cbegin(), statement.tokens.cend(),
                       [&](const SqlToken &token) { return token.word == word; });
}

/// Parsing by the server itself: a prepared statement that is never executed. Only its grammar
/// counts: tables that an earlier statement makes are not there yet.
Result<void> checkByServer(Session &session, const RevisionStatement &statement)
{
    auto transaction = Transaction::begin(session, Transaction::Mode::ReadOnly);
    if (!transaction)
        return fail(transaction.error());
    PGresult *result = PQprepare(session.handle(), "", statement.sql.constData(), 0, nullptr);
    const bool failed = PQresultStatus(result) != PGRES_COMMAND_OK;
    const Error error =
        failed ? session.errorFrom(result, QString::fromUtf8(statement.sql)) : Error();
    if (!failed)
        PQclear(result);
    else if (error.sqlState == "42601"_L1 || error.kind == Error::Kind::Connection)
        return fail(error);
    return {};
}

struct IndexName
{
    QString schema;
    QString table;
    QString name;
};

/// The index that a CREATE INDEX CONCURRENTLY names; empty name for other statements.
IndexName createdIndex(const RevisionStatement &statement)
{
    const auto tree = parseStatement(statement.sql);
    const QJsonObject index = tree.value_or(QJsonObject()).value(u"IndexStmt"_s).toObject();
    if (!index.value(u"concurrent"_s).toBool())
        return {};
    const QJsonObject relation = index.value(u"relation"_s).toObject();
    return {relation.value(u"schemaname"_s).toString(), relation.value(u"relname"_s).toString(),
            index.value(u"idxname"_s).toString()};
}

}  // namespace

Error statementError(const QString &file, const RevisionStatement &statement, Error error)
{
    if (error.kind == Error::Kind::Cancelled || error.kind == Error::Kind::Connection)
        return error;
    const FilePosition place =
        error.position > 0 ? statement.at(error.position) : statement.position;
    error.message =
        u"%1:%2:%3: %4"_s.arg(file).arg(place.line).arg(place.column).arg(error.message);
    return error;
}

Result<void> runScript(Session &session, const QList<RevisionStatement> &statements,
                       const QString &file)
{
    for (const RevisionStatement &statement : statements) {
        const auto done = session.query(QString::fromUtf8(statement.sql));
        if (done)
            continue;
        Error error = statementError(file, statement, done.error());
        // The file is at fault, unless the server never judged it.
        if (!error.sqlState.isEmpty() && error.kind != Error::Kind::Cancelled
            && error.kind != Error::Kind::Connection)
            error.kind = Error::Kind::InvalidInput;
        return fail(error);
    }
    return {};
}

Result<void> setMigrationTimes(Session &session, const MigrationTimes &times, bool isLocal)
{
    const QString sql = QString::fromLatin1(
        "SELECT pg_catalog.set_config('lock_timeout', $1, $3::boolean), "
        "pg_catalog.set_config('statement_timeout', $2, $3::boolean), "
        "pg_catalog.set_config('idle_in_transaction_session_timeout', '0', $3::boolean), "
        // A role called roster must not get its tables into Roster's own schema by "$user".
        "CASE WHEN current_user = 'roster' "
        "THEN pg_catalog.set_config('search_path', 'public', $3::boolean) END");
    ROSTER_TRY(session.query(sql, {QByteArray::number(times.lockTimeoutMs),
                                   QByteArray::number(times.statementMs),
                                   QByteArray(isLocal ? "t" : "f")}));
    // A program that was killed must not hold its locks until the statement ends.
    if (session.serverVersion() >= 140000) {
        ROSTER_TRY(session.query(isLocal ? u"SET LOCAL client_connection_check_interval = '2s'"_s
                                         : u"SET client_connection_check_interval = '2s'"_s));
    }
    return {};
}

bool changesSettings(const QList<RevisionStatement> &statements)
{
    return std::any_of(
        statements.cbegin(), statements.cend(), [](const RevisionStatement &statement) {
            return statement.startsWith({"SET"})
                || std::any_of(statement.tokens.cbegin(), statement.tokens.cend(),
                               [](const SqlToken &token) { return token.word == "SET_CONFIG"; });
        });
}

bool needsNoTransaction(const RevisionStatement &statement)
{
    static const QList<QList<QByteArray>> starts{{"VACUUM"},
                                                 {"CLUSTER"},
                                                 {"REINDEX", "DATABASE"},
                                                 {"REINDEX", "SYSTEM"},
                                                 {"CREATE", "DATABASE"},
                                                 {"DROP", "DATABASE"},
                                                 {"CREATE", "TABLESPACE"},
                                                 {"DROP", "TABLESPACE"},
                                                 {"ALTER", "SYSTEM"},
                                                 {"CREATE", "SUBSCRIPTION"},
                                                 {"DROP", "SUBSCRIPTION"}};
    const bool isCode = statement.startsWith({"DO"}) || statement.startsWith({"CALL"});
    return hasWord(statement, "CONCURRENTLY")
        || (isCode && statement.sql.toUpper().contains("COMMIT"))
        || std::any_of(starts.cbegin(), starts.cend(),
                       [&](const auto &words) { return statement.startsWith(words); });
}

Result<void> checkGrammar(Session &session, const Revision &revision, Direction direction)
{
    const auto statements = statementsOf(revision, direction);
    if (!statements)
        return fail(statements.error());
    const bool isNewer = session.serverVersion() / 10000 > grammarVersion();
    for (const RevisionStatement &statement : *statements) {
        const auto tree = parseStatement(statement.sql);
        if (tree && revision.transactional && needsNoTransaction(statement)
            && hasWord(statement, "CONCURRENTLY")) {
            return fail(fileError(
                revision.path, statement.position, Text::tr("This cannot run in a transaction."),
                Text::tr("Write `-- transaction: no` in the header, best of a revision of its "
                         "own.")));
        }
        if (tree)
            continue;
        if (!isNewer) {
            return fail(fileError(revision.path, statement.atByte(tree.error().offset),
                                  tree.error().message));
        }
        if (const auto checked = checkByServer(session, statement); !checked)
            return fail(statementError(revision.path, statement, checked.error()));
    }
    return {};
}

/// An index that CONCURRENTLY left INVALID is taken away. True: it stands already, from a run that
/// ended between the statement and its note in the log.
Result<bool> RevisionRunner::settleIndex(const RevisionStatement &statement, bool isResumed)
{
    const IndexName index = createdIndex(statement);
    if (index.name.isEmpty())
        return false;
    const auto found =
        m_session.query(QString::fromUtf8(R"(
SELECT n.nspname, i.indisvalid
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relname = $1 AND i.indrelid = pg_catalog.to_regclass($2))"),
                        {index.name.toUtf8(), quoted(index.schema, index.table).toUtf8()});
    if (!found)
        return fail(found.error());
    if (found->isEmpty())
        return false;
    if (found->boolean(0, 1))
        return isResumed;
    ROSTER_TRY(
        m_session.query(u"DROP INDEX CONCURRENTLY "_s + quoted(found->text(0, 0), index.name)));
    return false;
}

}  // namespace roster
