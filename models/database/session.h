// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_SESSION_H
#define ROSTER_DATABASE_SESSION_H

#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/database/connectionprofile.h"
#include "models/database/resultset.h"

#include <QByteArray>
#include <QList>
#include <QSqlDatabase>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace roster {

/// One value on its way to the server in PostgreSQL's text form, UTF-8; nullopt is NULL.
using SqlValue = std::optional<QByteArray>;

/// An identifier in double quotes, inner quotes doubled: the only way names get into SQL.
QString quoted(const QString &identifier);
/// "schema"."name", or only "name" where the schema is empty.
QString quoted(const QString &schema, const QString &name);
/// A string constant ('…', or E'…' where it holds backslashes): for SQL shown to people; what is
/// executed binds its values.
QString literal(const QString &text);

/// One QPSQL connection, on the thread that opened it. Statements go through libpq on the driver's
/// own handle: ONE statement with bound values each, no named prepared statements left over, so it
/// works behind PgBouncer and a person's WHERE cannot smuggle in a second statement.
class Session
{
public:
    /// Errors: Connection, Authentication, NotFound (no such database), each with its hint;
    /// Cancelled, at once, when `progress` is.
    static Result<std::unique_ptr<Session>> open(const ConnectionProfile &profile,
                                                 const Progress *progress = nullptr);
    ~Session();
    Q_DISABLE_COPY_MOVE(Session)

    const ConnectionProfile &profile() const { return m_profile; }
    QSqlDatabase database() const;
    PGconn *handle() const { return m_handle; }
    bool isAlive() const;
    /// As `server_version_num` has it: 150018 is 15.18.
    int serverVersion() const;

    /// One statement, values as $1, $2 … . Errors as Error::kind says; InvalidInput for a value
    /// that holds a NUL byte (PostgreSQL's text cannot).
    Result<ResultSet> query(const QString &sql, const QList<SqlValue> &values = {});
    /// Rows one by one as they arrive, memory flat: `row` gets a ResultSet of exactly one row and
    /// returns false to stop. Returns the number of rows handed over.
    Result<qint64> stream(const QString &sql, const QList<SqlValue> &values,
                          const std::function<bool(const ResultSet &row)> &row);
    /// Several statements of ours, without values; never text that a person typed.
    Result<void> script(const QString &sql);
    /// Takes back what statements of others SET for the session; not in a transaction.
    Result<void> restoreSettings();

    /// The work that uses this session now: once it is cancelled, statements are refused, and
    /// SQLSTATE 57014 means Cancelled instead of Timeout. Not owned; null for none.
    void setProgress(const Progress *progress) { m_progress = progress; }
    const Progress *progress() const { return m_progress; }
    bool isCancelled() const { return m_progress && m_progress->isCancelled(); }
    /// The error of the statement that failed last on this handle, for code that speaks libpq
    /// itself (COPY); takes the result over.
    Error errorFrom(PGresult *result, const QString &sql) const;

private:
    Session() = default;
    Result<ResultSet> checked(PGresult *result, const QString &sql) const;
    Result<void> checkBeforeSending(const QString &sql, const QList<SqlValue> &values) const;

    ConnectionProfile m_profile;
    QString m_connectionName;
    PGconn *m_handle = nullptr;
    const Progress *m_progress = nullptr;
};

}  // namespace roster

#endif
