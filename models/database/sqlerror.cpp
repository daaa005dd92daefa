// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/sqlerror.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SqlError)
};

QString field(const PGresult *result, int code)
{
    return QString::fromUtf8(result ? PQresultErrorField(result, code) : nullptr);
}

Error::Kind kindOf(const QString &sqlState, bool cancelled)
{
    if (sqlState == "57014"_L1)
        return cancelled ? Error::Kind::Cancelled : Error::Kind::Timeout;
    if (sqlState == "55P03"_L1)
        return Error::Kind::Timeout;
    if (sqlState == "42501"_L1 || sqlState == "25006"_L1)
        return Error::Kind::Permission;
    if (sqlState.startsWith("23"_L1))
        return Error::Kind::Constraint;
    if (sqlState.startsWith("28"_L1))
        return Error::Kind::Authentication;
    if (sqlState.startsWith("08"_L1) || sqlState.startsWith("57P"_L1))
        return Error::Kind::Connection;
    return Error::Kind::Sql;
}

QString hintOf(const Error &error)
{
    if (error.kind == Error::Kind::Timeout) {
        return error.sqlState == "55P03"_L1
                 ? Text::tr("Another session holds the lock. Try again when it is done.")
                 : Text::tr(
                       "The server's statement_timeout ended it. Narrow the filter, or raise the "
                       "timeout for this role.");
    }
    if (error.sqlState == "25006"_L1)
        return Text::tr("This connection is read-only.");
    if (error.sqlState == "42P01"_L1 || error.sqlState == "42703"_L1)
        return Text::tr("Check the name; another session may have changed the table.");
    return {};
}

/// Where a value on its way in by COPY was refused, the server names its column in the context
/// only: `COPY players, line 1, column name: "…"`, in the server's language.
void nameCopied(Error &error, const QString &context)
{
    if (!error.column.isEmpty() || !error.statement.startsWith("COPY "_L1))
        return;
    static const QRegularExpression copied(u"^COPY ([^,\n]+), \\S+ \\d+, \\S+ ([^:\\n]+)"_s,
                                           QRegularExpression::MultilineOption);
    const auto match = copied.match(context);
    if (!match.hasMatch())
        return;
    error.table = error.table.isEmpty() ? match.captured(1) : error.table;
    error.column = match.captured(2);
}

}  // namespace

Error errorOf(const PGresult *result, const PGconn *connection, const QString &statement,
              bool cancelled)
{
    Error error;
    error.statement = statement;
    error.sqlState = field(result, PG_DIAG_SQLSTATE);
    error.message = field(result, PG_DIAG_MESSAGE_PRIMARY);
    error.detail = field(result, PG_DIAG_MESSAGE_DETAIL);
    error.hint = field(result, PG_DIAG_MESSAGE_HINT);
    error.schema = field(result, PG_DIAG_SCHEMA_NAME);
    error.table = field(result, PG_DIAG_TABLE_NAME);
    error.column = field(result, PG_DIAG_COLUMN_NAME);
    error.constraint = field(result, PG_DIAG_CONSTRAINT_NAME);
    error.position = field(result, PG_DIAG_STATEMENT_POSITION).toInt();
    nameCopied(error, field(result, PG_DIAG_CONTEXT));
    error.kind = kindOf(error.sqlState, cancelled);
    if (error.kind == Error::Kind::Cancelled)
        error.message = Text::tr("Cancelled.");
    if (PQstatus(connection) == CONNECTION_BAD) {
        error.kind = Error::Kind::Connection;
        error.detail = error.message.isEmpty()
                         ? QString::fromUtf8(PQerrorMessage(connection)).trimmed()
                         : error.message;
        error.message = Text::tr("The connection to the server was lost.");
        error.hint = Text::tr("Try again when the server is back.");
    } else if (error.sqlState.startsWith("57P"_L1)) {
        // The server's last words; that the connection is gone shows at the next reading only.
        error.detail = error.message;
        error.message = Text::tr("The server ended the connection.");
        error.hint = Text::tr("Try again when the server is back.");
    }
    if (error.message.isEmpty())
        error.message = QString::fromUtf8(PQerrorMessage(connection)).trimmed();
    if (error.message.isEmpty())
        error.message = Text::tr("The server gave no answer.");
    if (error.hint.isEmpty())
        error.hint = hintOf(error);
    return error;
}

}  // namespace roster
