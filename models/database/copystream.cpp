// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/copystream.h"

#include "models/database/session.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

// What a socket takes at once, more or less; larger pieces were not faster.
constexpr qsizetype pieceSize = qsizetype(64) * 1024;

// Signature, flags, length of an extension; at the end a row of -1 fields.
constexpr QByteArrayView binaryHeader("PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0", 19);
constexpr QByteArrayView binaryTrailer("\377\377", 2);

}  // namespace

CopyStream::CopyStream(CopyStream &&other) noexcept
    : m_session(other.m_session),
      m_sql(std::move(other.m_sql)),
      m_isBinary(other.m_isBinary),
      m_isCopying(std::exchange(other.m_isCopying, false))
{
}

CopyStream::~CopyStream()
{
    if (!m_isCopying)
        return;
    PGconn *connection = m_session->handle();
    PQputCopyEnd(connection, "given up");
    while (PGresult *result = PQgetResult(connection))
        PQclear(result);
}

Result<CopyStream> CopyStream::begin(Session &session, const QString &schema, const QString &table,
                                     const QStringList &columns, const Options &options)
{
    QStringList names;
    for (const QString &column : columns)
        names << quoted(column);
    const bool isBinary = options.format == Format::Binary;
    CopyStream stream(session, u"COPY "_s + quoted(schema, table) + u" ("_s + names.join(", "_L1)
                                   + u") FROM STDIN (FORMAT "_s
                                   + (isBinary ? u"binary"_s : u"text"_s)
                                   + (options.freeze ? u", FREEZE)"_s : u")"_s));
    ROSTER_TRY(session.query(stream.m_sql));
    stream.m_isCopying = true;
    stream.m_isBinary = isBinary;
    if (isBinary)
        ROSTER_TRY(stream.send(binaryHeader));
    return stream;
}

Result<void> CopyStream::send(QByteArrayView rows)
{
    for (qsizetype at = 0; at < rows.size(); at += pieceSize) {
        if (m_session->isCancelled()) {
            // The destructor takes the COPY back; the server answers nothing else until then.
            return fail(Error::Kind::Cancelled,
                        QCoreApplication::translate("Session", "Cancelled."));
        }
        const QByteArrayView piece = rows.sliced(at, std::min(pieceSize, rows.size() - at));
        if (PQputCopyData(m_session->handle(), piece.data(), int(piece.size())) != 1) {
            m_isCopying = false;
            return fail(m_session->errorFrom(nullptr, m_sql));
        }
    }
    return {};
}

Result<qint64> CopyStream::finish()
{
    if (m_isBinary)
        ROSTER_TRY(send(binaryTrailer));
    PGconn *connection = m_session->handle();
    m_isCopying = false;
    if (PQputCopyEnd(connection, nullptr) != 1)
        return fail(m_session->errorFrom(nullptr, m_sql));
    qint64 rows = 0;
    std::optional<Error> error;
    while (PGresult *result = PQgetResult(connection)) {
        if (PQresultStatus(result) != PGRES_COMMAND_OK && !error) {
            error = m_session->errorFrom(result, m_sql);
            continue;
        }
        rows = QByteArrayView(PQcmdTuples(result)).toLongLong();
        PQclear(result);
    }
    if (error)
        return fail(*error);
    return rows;
}

}  // namespace roster
