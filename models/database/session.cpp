// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/session.h"

#include "models/database/connectionattempt.h"
#include "models/database/sqlerror.h"

#include <QCoreApplication>
#include <QSqlDriver>
#include <QVarLengthArray>
#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// What every session of ours relies on, whatever role and server are set to. In one round trip.
constexpr auto sessionSettings =
    "SET bytea_output = 'hex'; SET intervalstyle = 'postgres'; SET extra_float_digits = 1;"
    "SET datestyle = 'ISO'; SET standard_conforming_strings = on";

/// For a role of the name `roster`, PostgreSQL's own search_path ("$user", public) would look into
/// our schema `roster` first, and unqualified CREATE TABLE would end there.
constexpr auto searchPathSetting =
    "; SELECT set_config('search_path', replace(current_setting('search_path'), "
    "'\"$user\", public', 'public'), false)";

}  // namespace

QString quoted(const QString &identifier)
{
    QString doubled = identifier;
    doubled.replace(u'"', u"\"\""_s);
    return u'"' + doubled + u'"';
}

QString quoted(const QString &schema, const QString &name)
{
    return schema.isEmpty() ? quoted(name) : quoted(schema) + u'.' + quoted(name);
}

QString literal(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\'', u"''"_s);
    if (!escaped.contains(u'\\'))
        return u'\'' + escaped + u'\'';
    escaped.replace(u'\\', u"\\\\"_s);
    return u"E'"_s + escaped + u'\'';
}

Result<std::unique_ptr<Session>> Session::open(const ConnectionProfile &profile,
                                               const Progress *progress)
{
    const Result<QString> opened = ConnectionAttempt::open(profile, progress);
    if (!opened)
        return fail(opened.error());

    std::unique_ptr<Session> session(new Session);
    session->m_profile = profile;
    session->m_connectionName = *opened;
    const QSqlDatabase database = session->database();
    // The handle is declared as `pg_conn *`, so QVariant knows it only by that name.
    const QVariant handle = database.driver()->handle();
    session->m_handle = *static_cast<PGconn *const *>(handle.constData());
    PQsetNoticeProcessor(session->m_handle, [](void *, const char *) {}, nullptr);
    const bool isOurName = QByteArrayView(PQuser(session->m_handle)) == "roster";
    ROSTER_TRY(session->script(QString::fromLatin1(sessionSettings)
                               + QString::fromLatin1(isOurName ? searchPathSetting : "")));
    return session;
}

Session::~Session()
{
    m_handle = nullptr;
    {
        QSqlDatabase database = QSqlDatabase::database(m_connectionName, false);
        database.close();
    }
    QSqlDatabase::removeDatabase(m_connectionName);
}

QSqlDatabase Session::database() const
{
    return QSqlDatabase::database(m_connectionName, false);
}

bool Session::isAlive() const
{
    // Reading what has arrived notices a server that went away while nothing ran.
    return m_handle && PQconsumeInput(m_handle) == 1 && PQstatus(m_handle) == CONNECTION_OK;
}

int Session::serverVersion() const
{
    return PQserverVersion(m_handle);
}

Error Session::errorFrom(PGresult *result, const QString &sql) const
{
    const ResultSet owner(result);
    return errorOf(result, m_handle, sql, isCancelled());
}

Result<ResultSet> Session::checked(PGresult *result, const QString &sql) const
{
    switch (PQresultStatus(result)) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
    case PGRES_SINGLE_TUPLE:
    case PGRES_EMPTY_QUERY:
    case PGRES_COPY_IN:
    case PGRES_COPY_OUT:
        return ResultSet(result);
    default:
        return fail(errorFrom(result, sql));
    }
}

Result<void> Session::checkBeforeSending(const QString &sql, const QList<SqlValue> &values) const
{
    // A rollback must always get through.
    if (isCancelled() && sql != "ROLLBACK"_L1) {
        return fail(Error::Kind::Cancelled, QCoreApplication::translate("Session", "Cancelled."));
    }
    const auto holdsNul = [](const SqlValue &value) { return value && value->contains('\0'); };
    if (sql.contains(QChar::Null) || std::any_of(values.cbegin(), values.cend(), holdsNul)) {
        return fail(
            Error::Kind::InvalidInput,
            QCoreApplication::translate(
                "Session", "The text holds a NUL character, which PostgreSQL cannot store."),
            QCoreApplication::translate("Session", "Remove it and try again."));
    }
    return {};
}

namespace {

/// The arrays that PQexecParams wants; points into `values`, which must outlive it.
QVarLengthArray<const char *, 16> pointers(const QList<SqlValue> &values)
{
    QVarLengthArray<const char *, 16> result;
    for (const SqlValue &value : values)
        result.append(value ? value->constData() : nullptr);
    return result;
}

}  // namespace

Result<ResultSet> Session::query(const QString &sql, const QList<SqlValue> &values)
{
    ROSTER_TRY(checkBeforeSending(sql, values));
    const auto parameters = pointers(values);
    return checked(PQexecParams(m_handle, sql.toUtf8().constData(), int(parameters.size()), nullptr,
                                parameters.constData(), nullptr, nullptr, 0),
                   sql);
}

Result<qint64> Session::stream(const QString &sql, const QList<SqlValue> &values,
                               const std::function<bool(const ResultSet &)> &row)
{
    ROSTER_TRY(checkBeforeSending(sql, values));
    const auto parameters = pointers(values);
    if (!PQsendQueryParams(m_handle, sql.toUtf8().constData(), int(parameters.size()), nullptr,
                           parameters.constData(), nullptr, nullptr, 0)) {
        return fail(errorFrom(nullptr, sql));
    }
    PQsetSingleRowMode(m_handle);
    qint64 count = 0;
    bool goOn = true;
    std::optional<Error> error;
    while (PGresult *result = PQgetResult(m_handle)) {
        Result<ResultSet> one = checked(result, sql);
        if (!one) {
            if (!error && goOn)
                error = one.error();
        } else if (goOn && !one->isEmpty()) {
            ++count;
            goOn = row(*one);
            if (!goOn) {  // tell the server too, then drain what is under way
                if (PGcancel *cancel = PQgetCancel(m_handle)) {
                    char message[256];
                    PQcancel(cancel, message, sizeof message);
                    PQfreeCancel(cancel);
                }
            }
        }
    }
    if (error)
        return fail(*error);
    return count;
}

Result<void> Session::script(const QString &sql)
{
    ROSTER_TRY(checkBeforeSending(sql, {}));
    ROSTER_TRY(checked(PQexec(m_handle, sql.toUtf8().constData()), sql));
    return {};
}

Result<void> Session::restoreSettings()
{
    // RESET ALL also takes back the encoding, which the driver sets when it connects.
    return script(u"RESET SESSION AUTHORIZATION; RESET ROLE; RESET ALL; "
                  "SET client_encoding = 'UTF8'; "_s
                  + QString::fromLatin1(sessionSettings));
}

}  // namespace roster
