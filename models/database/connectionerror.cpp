// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/connectionerror.h"

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

/// What the SQLSTATE alone tells, where the text is in the server's own language.
struct RefusalState
{
    QLatin1StringView sqlState;
    ConnectionCause cause;
};

constexpr std::array refusalStates{
    RefusalState{"28P01"_L1,
                 {"", Error::Kind::Authentication,
                  QT_TRANSLATE_NOOP("SqlError", "The password of %3 is not right for %1."),
                  QT_TRANSLATE_NOOP("SqlError", "Check user name and password.")}},
    RefusalState{"28000"_L1,
                 {"", Error::Kind::Authentication,
                  QT_TRANSLATE_NOOP("SqlError", "%1 does not let %3 into %2."),
                  QT_TRANSLATE_NOOP("SqlError", "Check the user name. The details have the "
                                                "server's own words.")}},
    RefusalState{"3D000"_L1,
                 {"", Error::Kind::NotFound,
                  QT_TRANSLATE_NOOP("SqlError", "There is no database %2 on %1."),
                  QT_TRANSLATE_NOOP("SqlError", "Check the database's name.")}},
    RefusalState{"55000"_L1,
                 {"", Error::Kind::Refused,
                  QT_TRANSLATE_NOOP("SqlError", "The database %2 on %1 takes no connections."),
                  QT_TRANSLATE_NOOP("SqlError", "Choose another database.")}},
    RefusalState{"42501"_L1,
                 {"", Error::Kind::Permission,
                  QT_TRANSLATE_NOOP("SqlError", "%3 may not connect to the database %2 on %1."),
                  QT_TRANSLATE_NOOP("SqlError", "Have CONNECT granted to the role.")}},
    RefusalState{"53300"_L1,
                 {"", Error::Kind::Connection,
                  QT_TRANSLATE_NOOP("SqlError", "%1 has no free connection for %3."),
                  QT_TRANSLATE_NOOP("SqlError", "Close other sessions, or raise the limit.")}},
    RefusalState{"57P03"_L1,
                 {"", Error::Kind::Connection,
                  QT_TRANSLATE_NOOP("SqlError", "%1 is starting or stopping."),
                  QT_TRANSLATE_NOOP("SqlError", "Try again in a moment.")}},
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

const ConnectionCause *causeOf(const QString &libpqText)
{
    for (const ConnectionCause &cause : connectionCauses) {
        const QRegularExpression pattern(QString::fromLatin1(cause.pattern),
                                         QRegularExpression::DotMatchesEverythingOption);
        if (pattern.match(libpqText).hasMatch())
            return &cause;
    }
    return nullptr;
}

const ConnectionCause *causeOfState(const QString &sqlState)
{
    for (const RefusalState &state : refusalStates) {
        if (state.sqlState == sqlState)
            return &state.cause;
    }
    return nullptr;
}

}  // namespace

bool isKnownConnectionText(const QString &libpqText)
{
    return causeOf(libpqText) != nullptr;
}

Error connectionError(const QString &libpqText, const ConnectionProfile &profile,
                      const QString &sqlState)
{
    Error error;
    error.kind = Error::Kind::Connection;
    error.sqlState = sqlState;
    error.detail = libpqText.trimmed();
    const ConnectionCause *cause = causeOf(libpqText);
    if (!cause)
        cause = causeOfState(sqlState);
    if (!cause) {
        error.message = Text::tr("Could not connect to %1.").arg(serverName(profile));
        error.hint = Text::tr("See the details for the server's own words.");
        return error;
    }
    const auto name = [](const QString &value, const char *otherwise) {
        return value.isEmpty() ? Text::tr(otherwise) : value;
    };
    error.kind = cause->kind;
    error.message = Text::tr(cause->message);
    error.message.replace("%1"_L1, serverName(profile))
        .replace("%2"_L1, name(profile.value(u"dbname"_s),
                               QT_TRANSLATE_NOOP("SqlError", "of the user's name")))
        .replace("%3"_L1,
                 name(profile.value(u"user"_s), QT_TRANSLATE_NOOP("SqlError", "this user")));
    error.hint = Text::tr(cause->hint);
    return error;
}

}  // namespace roster
