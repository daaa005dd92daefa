// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/copywriter.h"

#include "models/database/session.h"

#include <QCoreApplication>

#include <bit>
#include <utility>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

// What a socket takes at once, more or less; larger buffers were not faster.
constexpr qsizetype bufferSize = qsizetype(64) * 1024;

// The file format of binary COPY: signature, flags, length of an extension; rows; a trailer.
// https://www.postgresql.org/docs/15/sql-copy.html#id-1.9.3.55.9.4
constexpr char header[] = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0";
constexpr qsizetype headerSize = 19;
constexpr qint16 trailer = -1;

}  // namespace

CopyWriter::CopyWriter(Session &session, QString sql, qint16 columns, const Options &options)
    : m_session(&session), m_sql(std::move(sql)), m_columns(columns), m_options(options)
{
    m_buffer.reserve(2 * bufferSize);
}

CopyWriter::CopyWriter(CopyWriter &&other) noexcept
    : m_session(std::exchange(other.m_session, nullptr)),
      m_sql(std::move(other.m_sql)),
      m_columns(other.m_columns),
      m_options(other.m_options),
      m_buffer(std::move(other.m_buffer)),
      m_rows(other.m_rows),
      m_rowsInCopy(other.m_rowsInCopy),
      m_isCopying(std::exchange(other.m_isCopying, false))
{
}

CopyWriter::~CopyWriter()
{
    if (!m_isCopying)
        return;
    PGconn *connection = m_session->handle();
    PQputCopyEnd(connection, "given up");
    while (PGresult *result = PQgetResult(connection))
        PQclear(result);
}

Result<CopyWriter> CopyWriter::begin(Session &session, const QString &schema, const QString &table,
                                     const QStringList &columns, const Options &options)
{
    QStringList names;
    for (const QString &column : columns)
        names << quoted(column);
    const QString sql = u"COPY "_s + quoted(schema, table) + u" ("_s + names.join(", "_L1)
                      + u") FROM STDIN (FORMAT binary"_s
                      + (options.freeze ? u", FREEZE)"_s : u")"_s);
    CopyWriter writer(session, sql, qint16(columns.size()), options);
    ROSTER_TRY(writer.start());
    return writer;
}

Result<void> CopyWriter::start()
{
    ROSTER_TRY(m_session->query(m_sql));
    m_isCopying = true;
    m_rowsInCopy = 0;
    m_buffer.append(header, headerSize);
    return {};
}

Result<void> CopyWriter::beginRow()
{
    if (m_buffer.size() >= bufferSize)
        ROSTER_TRY(send());
    if (m_rowsInCopy >= m_options.rowsPerCopy) {
        ROSTER_TRY(end());
        ROSTER_TRY(start());
    }
    appendRaw(m_columns);
    ++m_rows;
    ++m_rowsInCopy;
    return {};
}

void CopyWriter::append(double value)
{
    appendNumber(std::bit_cast<qint64>(value));
}

Result<void> CopyWriter::send()
{
    if (m_session->isCancelled()) {
        // The destructor takes the COPY back; the server answers no more statements until then.
        return fail(Error::Kind::Cancelled, QCoreApplication::translate("Session", "Cancelled."));
    }
    if (PQputCopyData(m_session->handle(), m_buffer.constData(), int(m_buffer.size())) != 1) {
        m_isCopying = false;
        return fail(m_session->errorFrom(nullptr, m_sql));
    }
    m_buffer.resize(0);  // keeps what is reserved
    return {};
}

Result<void> CopyWriter::end()
{
    appendRaw(trailer);
    ROSTER_TRY(send());
    PGconn *connection = m_session->handle();
    m_isCopying = false;
    if (PQputCopyEnd(connection, nullptr) != 1)
        return fail(m_session->errorFrom(nullptr, m_sql));
    std::optional<Error> error;
    while (PGresult *result = PQgetResult(connection)) {
        if (PQresultStatus(result) == PGRES_COMMAND_OK || error)
            PQclear(result);
        else
            error = m_session->errorFrom(result, m_sql);
    }
    if (error)
        return fail(*error);
    return {};
}

Result<qint64> CopyWriter::finish()
{
    ROSTER_TRY(end());
    return m_rows;
}

}  // namespace roster
