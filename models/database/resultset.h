// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_RESULTSET_H
#define ROSTER_DATABASE_RESULTSET_H

#include <QByteArrayView>
#include <QString>

#include <libpq-fe.h>

#include <algorithm>
#include <memory>

namespace roster {

/// The rows of one statement, as libpq holds them: shared, immutable, decoded cell by cell on
/// demand. Rows and columns count from 0. Values are PostgreSQL's text form, in UTF-8.
class ResultSet
{
public:
    ResultSet() = default;
    explicit ResultSet(PGresult *result)
        : m_result(result, &PQclear), m_rows(result ? PQntuples(result) : 0)
    {
    }

    /// These rows only, without a copy.
    ResultSet mid(int first, int count) const
    {
        ResultSet part = *this;
        part.m_first = m_first + std::clamp(first, 0, m_rows);
        part.m_rows = std::clamp(count, 0, m_first + m_rows - part.m_first);
        return part;
    }

    int rows() const { return m_rows; }
    int columns() const { return m_result ? PQnfields(m_result.get()) : 0; }
    bool isEmpty() const { return rows() == 0; }

    bool isNull(int row, int column) const
    {
        return PQgetisnull(m_result.get(), m_first + row, column) != 0;
    }
    /// Valid as long as any copy of this ResultSet lives; empty for NULL.
    QByteArrayView bytes(int row, int column) const
    {
        return {PQgetvalue(m_result.get(), m_first + row, column),
                PQgetlength(m_result.get(), m_first + row, column)};
    }
    QString text(int row, int column) const { return QString::fromUtf8(bytes(row, column)); }
    qint64 integer(int row, int column) const { return bytes(row, column).toLongLong(); }
    double number(int row, int column) const { return bytes(row, column).toDouble(); }
    bool boolean(int row, int column) const { return bytes(row, column) == "t"; }

    QString columnName(int column) const
    {
        return QString::fromUtf8(PQfname(m_result.get(), column));
    }
    Oid columnType(int column) const { return PQftype(m_result.get(), column); }
    /// Rows that an INSERT, UPDATE, DELETE, MERGE or COPY touched.
    qint64 affected() const
    {
        return m_result ? QByteArrayView(PQcmdTuples(m_result.get())).toLongLong() : 0;
    }

private:
    std::shared_ptr<PGresult> m_result;
    int m_first = 0;
    int m_rows = 0;
};

}  // namespace roster

#endif
