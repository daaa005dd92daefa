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
        return Text::tr("The table may have been changed by another session. Refresh (F5).");
    return {};
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
    error.kind = kindOf(error.sqlState, cancelled);
    if (error.kind == Error::Kind::Cancelled)
        error.message = Text::tr("Cancelled.");
    if (PQstatus(connection) == CONNECTION_BAD) {
        error.kind = Error::Kind::Connection;
        error.detail = error.message.isEmpty()
                         ? QString::fromUtf8(PQerrorMessage(connection)).trimmed()
                         : error.message;
        error.message = Text::tr("The connection to the server was lost.");
        error.hint = Text::tr("Nothing staged is lost. Reconnect when the server is back.");
    }
    if (error.message.isEmpty())
        error.message = QString::fromUtf8(PQerrorMessage(connection)).trimmed();
    if (error.message.isEmpty())
        error.message = Text::tr("The server gave no answer.");
    if (error.hint.isEmpty())
        error.hint = hintOf(error);
    return error;
}

namespace {

struct ConnectionCause
{
    const char *pattern;  ///< in libpq's or the server's English text
    Error::Kind kind;
    const char *message;  ///< %1: the server, %2: the database, %3: the role
    const char *hint;
};

// The order matters: a server that wants TLS also says "no pg_hba.conf entry".
constexpr std::array connectionCauses{
    ConnectionCause{"password authentication failed", Error::Kind::Authentication,
                    QT_TRANSLATE_NOOP("SqlError", "The password of %3 is not right for %1."),
                    QT_TRANSLATE_NOOP("SqlError", "Check user name and password.")},
    ConnectionCause{"no password supplied", Error::Kind::Authentication,
                    QT_TRANSLATE_NOOP("SqlError", "%1 asks for a password and none was given."),
                    QT_TRANSLATE_NOOP("SqlError", "Enter it, or put it into ~/.pgpass.")},
    ConnectionCause{"role \".*\" does not exist", Error::Kind::Authentication,
                    QT_TRANSLATE_NOOP("SqlError", "%1 knows no role %3."),
                    QT_TRANSLATE_NOOP("SqlError", "Check the user name.")},
    ConnectionCause{"role \".*\" is not permitted to log in", Error::Kind::Authentication,
                    QT_TRANSLATE_NOOP("SqlError", "The role %3 may not log in at %1."),
                    QT_TRANSLATE_NOOP("SqlError", "Use another role, or have it given LOGIN.")},
    ConnectionCause{"[Pp]eer authentication failed|Ident authentication failed",
                    Error::Kind::Authentication,
                    QT_TRANSLATE_NOOP("SqlError", "%1 lets %3 in only from the system account of "
                                                  "the same name."),
                    QT_TRANSLATE_NOOP("SqlError", "Connect by host name with a password, or as "
                                                  "that account.")},
    ConnectionCause{"database \".*\" does not exist", Error::Kind::NotFound,
                    QT_TRANSLATE_NOOP("SqlError", "There is no database %2 on %1."),
                    QT_TRANSLATE_NOOP("SqlError", "Check the database's name.")},
    ConnectionCause{"database \".*\" is not currently accepting", Error::Kind::Refused,
                    QT_TRANSLATE_NOOP("SqlError", "The database %2 on %1 takes no connections."),
                    QT_TRANSLATE_NOOP("SqlError", "Choose another database.")},
    ConnectionCause{"permission denied for database", Error::Kind::Permission,
                    QT_TRANSLATE_NOOP("SqlError", "%3 may not connect to the database %2 on %1."),
                    QT_TRANSLATE_NOOP("SqlError", "Have CONNECT granted to the role.")},
    ConnectionCause{"could not translate host name|Name or service not known",
                    Error::Kind::Connection,
                    QT_TRANSLATE_NOOP("SqlError", "The host of %1 is not known."),
                    QT_TRANSLATE_NOOP("SqlError", "Check its spelling and the network.")},
    ConnectionCause{"Connection refused", Error::Kind::Connection,
                    QT_TRANSLATE_NOOP("SqlError", "Nothing listens at %1."),
                    QT_TRANSLATE_NOOP("SqlError", "Check host and port, and that the server "
                                                  "runs.")},
    ConnectionCause{"No such file or directory.*\\n?.*socket|socket.*No such file or directory",
                    Error::Kind::Connection,
                    QT_TRANSLATE_NOOP("SqlError", "No server is running at %1."),
                    QT_TRANSLATE_NOOP("SqlError", "Start it, or check host and port.")},
    ConnectionCause{"socket.*Permission denied", Error::Kind::Permission,
                    QT_TRANSLATE_NOOP("SqlError", "The socket at %1 may not be used by this "
                                                  "account."),
                    QT_TRANSLATE_NOOP("SqlError", "Connect over TCP, or as another account.")},
    ConnectionCause{"timeout expired|Connection timed out|No route to host|Network is unreachable",
                    Error::Kind::Connection, QT_TRANSLATE_NOOP("SqlError", "%1 does not answer."),
                    QT_TRANSLATE_NOOP("SqlError", "Check the network, the firewall and the "
                                                  "port.")},
    ConnectionCause{"server does not support SSL", Error::Kind::Connection,
                    QT_TRANSLATE_NOOP("SqlError", "%1 offers no TLS, and this connection requires "
                                                  "it."),
                    QT_TRANSLATE_NOOP("SqlError", "Choose another sslmode only if the network is "
                                                  "trusted.")},
    // Without TLS and with it: then encryption was not what it lacked.
    ConnectionCause{"no pg_hba.conf entry.*SSL encryption|pg_hba.conf rejects",
                    Error::Kind::Authentication,
                    QT_TRANSLATE_NOOP("SqlError", "%1 does not let %3 into %2 from here."),
                    QT_TRANSLATE_NOOP("SqlError", "Ask its administrator for an entry in "
                                                  "pg_hba.conf.")},
    ConnectionCause{"no encryption|SSL off", Error::Kind::Connection,
                    QT_TRANSLATE_NOOP("SqlError", "%1 accepts %3 only over TLS, or not at all."),
                    QT_TRANSLATE_NOOP("SqlError", "Set sslmode to require, or ask for an entry in "
                                                  "pg_hba.conf.")},
    ConnectionCause{"no pg_hba.conf entry", Error::Kind::Authentication,
                    QT_TRANSLATE_NOOP("SqlError", "%1 does not let %3 into %2 from here."),
                    QT_TRANSLATE_NOOP("SqlError", "Ask its administrator for an entry in "
                                                  "pg_hba.conf.")},
    ConnectionCause{"root certificate file \".*\" does not exist", Error::Kind::NotFound,
                    QT_TRANSLATE_NOOP("SqlError", "There is no root certificate to check %1 "
                                                  "against."),
                    QT_TRANSLATE_NOOP("SqlError", "Name its file by sslrootcert, or choose "
                                                  "another sslmode.")},
    ConnectionCause{"does not match host name", Error::Kind::Connection,
                    QT_TRANSLATE_NOOP("SqlError", "The TLS certificate at %1 belongs to another "
                                                  "host."),
                    QT_TRANSLATE_NOOP("SqlError", "Use the name that stands in the certificate; "
                                                  "somebody else may be answering.")},
    ConnectionCause{"certificate|SSL error", Error::Kind::Connection,
                    QT_TRANSLATE_NOOP("SqlError", "The TLS certificate of %1 was not accepted."),
                    QT_TRANSLATE_NOOP("SqlError", "Check sslmode, sslrootcert and the host "
                                                  "name.")},
    ConnectionCause{"too many connections|too many clients|remaining connection slots",
                    Error::Kind::Connection,
                    QT_TRANSLATE_NOOP("SqlError", "%1 has no free connection for %3."),
                    QT_TRANSLATE_NOOP("SqlError", "Close other sessions, or raise the limit.")},
    ConnectionCause{"starting up|shutting down|in recovery mode", Error::Kind::Connection,
                    QT_TRANSLATE_NOOP("SqlError", "%1 is starting or stopping."),
                    QT_TRANSLATE_NOOP("SqlError", "Try again in a moment.")},
    ConnectionCause{"definition of service|service file", Error::Kind::NotFound,
                    QT_TRANSLATE_NOOP("SqlError", "The connection service is not defined."),
                    QT_TRANSLATE_NOOP("SqlError", "Check ~/.pg_service.conf.")},
    ConnectionCause{"invalid response to SSL negotiation|expected authentication request",
                    Error::Kind::Connection,
                    QT_TRANSLATE_NOOP("SqlError", "What answers at %1 is no PostgreSQL server."),
                    QT_TRANSLATE_NOOP("SqlError", "Check host and port.")},
    ConnectionCause{"session is (not )?read-only|server is (not )?in hot standby",
                    Error::Kind::Connection,
                    QT_TRANSLATE_NOOP("SqlError", "No server of the asked kind answers at %1."),
                    QT_TRANSLATE_NOOP("SqlError", "Check target_session_attrs.")},
    ConnectionCause{"invalid .* value|invalid port number|invalid integer value",
                    Error::Kind::Usage,
                    QT_TRANSLATE_NOOP("SqlError", "A connection parameter is not valid."),
                    QT_TRANSLATE_NOOP("SqlError", "See the details for its name.")},
    ConnectionCause{"server closed the connection", Error::Kind::Connection,
                    QT_TRANSLATE_NOOP("SqlError", "%1 closed the connection at once."),
                    QT_TRANSLATE_NOOP("SqlError", "It may be stopping or overloaded: see its "
                                                  "log.")},
};

QString serverName(const ConnectionProfile &profile)
{
    const QString host = profile.value(u"host"_s);
    const QString port = profile.value(u"port"_s);
    if (!profile.value(u"service"_s).isEmpty() && host.isEmpty())
        return Text::tr("the service %1").arg(profile.value(u"service"_s));
    if (host.isEmpty())
        return Text::tr("the local server");
    return port.isEmpty() ? host : host + u':' + port;
}

}  // namespace

Error connectionError(const QString &libpqText, const ConnectionProfile &profile)
{
    Error error;
    error.kind = Error::Kind::Connection;
    error.detail = libpqText.trimmed();
    const auto name = [](const QString &value, const char *otherwise) {
        return value.isEmpty() ? Text::tr(otherwise) : value;
    };
    for (const ConnectionCause &cause : connectionCauses) {
        const QRegularExpression pattern(QString::fromLatin1(cause.pattern),
                                         QRegularExpression::DotMatchesEverythingOption);
        if (!pattern.match(libpqText).hasMatch())
            continue;
        error.kind = cause.kind;
        error.message = Text::tr(cause.message);
        error.message.replace("%1"_L1, serverName(profile))
            .replace("%2"_L1, name(profile.value(u"dbname"_s),
                                   QT_TRANSLATE_NOOP("SqlError", "of the user's name")))
            .replace("%3"_L1,
                     name(profile.value(u"user"_s), QT_TRANSLATE_NOOP("SqlError", "this user")));
        error.hint = Text::tr(cause.hint);
        return error;
    }
    error.message = Text::tr("Could not connect to %1.").arg(serverName(profile));
    error.hint = Text::tr("See the details for the server's own words.");
    return error;
}

}  // namespace roster
