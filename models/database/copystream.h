// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_COPYSTREAM_H
#define ROSTER_DATABASE_COPYSTREAM_H

#include "models/core/result.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

namespace roster {

class Session;

/// Rows in COPY's own format on their way into a table, the fastest way in, with flat memory. Use:
/// `begin`, `send` whole rows, `finish`. Dropped without `finish`, it takes the rows back. In
/// binary each value's type must be the column's own on the server.
class CopyStream
{
public:
    enum class Format { Text, Binary };
    struct Options
    {
        Format format = Format::Text;
        /// Rows come as visible to all at once; only for a table emptied in the same transaction.
        bool freeze = false;
    };

    /// Errors: as Session::query for COPY (table or column missing, no right).
    static Result<CopyStream> begin(Session &session, const QString &schema, const QString &table,
                                    const QStringList &columns, const Options &options);
    ~CopyStream();
    CopyStream(CopyStream &&other) noexcept;
    CopyStream &operator=(CopyStream &&) = delete;
    Q_DISABLE_COPY(CopyStream)

    /// Errors: Cancelled, Connection.
    Result<void> send(QByteArrayView rows);
    /// Ends the COPY; the number of rows the server took. Errors also: what the server says of
    /// them, with `Error::table` and `column` where it names them.
    Result<qint64> finish();

private:
    CopyStream(Session &session, QString sql) : m_session(&session), m_sql(std::move(sql)) {}

    Session *m_session;
    QString m_sql;
    bool m_isBinary = false;
    bool m_isCopying = false;
};

}  // namespace roster

#endif
