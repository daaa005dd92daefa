// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_COPYWRITER_H
#define ROSTER_DATABASE_COPYWRITER_H

#include "models/core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>
#include <QtEndian>

#include <optional>

namespace roster {

class Session;

/// Writes rows by binary COPY, the fastest way in, with flat memory. Use: `begin`, then for each
/// row `beginRow` and one call per column in the order given, then `finish`. Each value's C++ type
/// must be the column's own type on the server (qint32 for integer, qint64 for bigint). Dropped
/// without `finish`, it takes the rows back that were not yet accepted.
class CopyWriter
{
public:
    struct Options
    {
        /// Rows come as visible to all at once; only for a table emptied in the same transaction.
        bool freeze = false;
        /// The server speaks at the end of a COPY only, so begin a new one after so many rows:
        /// then an error is not noticed much too late.
        qint64 rowsPerCopy = 500'000;
    };

    /// Errors: as Session::query for COPY (table or column missing, no right).
    static Result<CopyWriter> begin(Session &session, const QString &schema, const QString &table,
                                    const QStringList &columns, const Options &options);
    static Result<CopyWriter> begin(Session &session, const QString &schema, const QString &table,
                                    const QStringList &columns)
    {
        return begin(session, schema, table, columns, Options());
    }
    ~CopyWriter();
    CopyWriter(CopyWriter &&other) noexcept;
    CopyWriter &operator=(CopyWriter &&) = delete;
    Q_DISABLE_COPY(CopyWriter)

    /// Sends what is full. Errors: Cancelled, Connection, and what the server said of earlier rows.
    Result<void> beginRow();

    void appendNull() { appendLength(-1); }
    void append(bool value)
    {
        appendLength(1);
        m_buffer.append(value ? '\1' : '\0');
    }
    void append(qint16 value) { appendNumber(value); }
    void append(qint32 value) { appendNumber(value); }
    /// bigint, and timestamp as microseconds from 2000-01-01.
    void append(qint64 value) { appendNumber(value); }
    void append(double value);
    /// text, varchar, json and enum as UTF-8; bytea as it is. jsonb wants a leading byte 1.
    void append(QByteArrayView value)
    {
        appendLength(qint32(value.size()));
        m_buffer.append(value);
    }

    qint64 rows() const { return m_rows; }
    /// Ends the COPY; the number of rows the server took. Errors as beginRow.
    Result<qint64> finish();

private:
    CopyWriter(Session &session, QString sql, qint16 columns, const Options &options);
    Result<void> start();
    Result<void> send();
    Result<void> end();

    void appendLength(qint32 length) { appendRaw(length); }
    template <class T>
    void appendNumber(T value)
    {
        appendLength(qint32(sizeof(T)));
        appendRaw(value);
    }
    template <class T>
    void appendRaw(T value)
    {
        const T big = qToBigEndian(value);
        m_buffer.append(reinterpret_cast<const char *>(&big), qsizetype(sizeof big));
    }

    Session *m_session;  ///< null when moved from
    QString m_sql;
    qint16 m_columns;
    Options m_options;
    QByteArray m_buffer;
    qint64 m_rows = 0;
    qint64 m_rowsInCopy = 0;
    bool m_isCopying = false;
};

}  // namespace roster

#endif
