// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seeding/seedwriter.h"

#include "models/database/copystream.h"

#include <algorithm>
#include <deque>
#include <future>
#include <thread>

namespace roster {

namespace {

// Some ten megabytes. Rows are put into the order of an index within a piece: larger pieces take
// the server less time, and more memory.
constexpr qint64 pieceRows = 200'000;
// The server is busy meanwhile, so one thread mostly has rows ready; on larger machines two.
constexpr int piecesAhead = 2;
// Progress and cancel are looked at so often.
constexpr qsizetype partSize = qsizetype(256) * 1024;

struct Piece
{
    qint64 rows = 0;
    std::future<QByteArray> bytes;
};

class Pieces
{
public:
    Pieces(const SeedRows &rows, qint64 count, bool binary, const IdSource &ids)
        : m_rows(rows), m_count(count), m_binary(binary), m_ids(ids)
    {
    }

    /// Begins to make pieces until enough are under way.
    Result<void> fill()
    {
        while (m_next < m_count && m_made.size() < piecesAhead) {
            const qint64 first = m_next;
            const qint64 count = std::min(pieceRows, m_count - first);
            auto ids = m_ids(first, count);
            if (!ids)
                return fail(ids.error());
            m_made.push_back(
                {count, std::async(std::launch::async, [this, first, ids = std::move(*ids)] {
                     QByteArray bytes;
                     if (m_binary)
                         m_rows.appendBinary(bytes, first, ids);
                     else
                         m_rows.appendText(bytes, first, ids);
                     return bytes;
                 })});
            m_next += count;
        }
        return {};
    }

    bool isEmpty() const { return m_made.empty(); }
    Piece take()
    {
        Piece piece = std::move(m_made.front());
        m_made.pop_front();
        return piece;
    }

private:
    Result<void> fail(const Error &error) { return roster::fail(error); }

    const SeedRows &m_rows;
    qint64 m_count;
    bool m_binary;
    const IdSource &m_ids;
    qint64 m_next = 0;
    std::deque<Piece> m_made;
};

}  // namespace

Result<qint64> writeRows(Session &session, Progress &progress, const SeedRows &rows, qint64 count,
                         const SeedTarget &target, const IdSource &ids, qint64 before)
{
    const auto format = target.binary ? CopyStream::Format::Binary : CopyStream::Format::Text;
    Pieces pieces(rows, count, target.binary, ids);
    ROSTER_TRY(pieces.fill());
    qint64 done = before;
    qint64 taken = 0;
    while (!pieces.isEmpty()) {
        Piece piece = pieces.take();
        const QByteArray bytes = piece.bytes.get();
        ROSTER_TRY(pieces.fill());
        auto stream = CopyStream::begin(session, target.table.schema, target.table.name,
                                        rows.columns(), {format, target.frozen});
        if (!stream)
            return fail(stream.error());
        for (qsizetype at = 0; at < bytes.size(); at += partSize) {
            const qsizetype size = std::min(partSize, bytes.size() - at);
            ROSTER_TRY(stream->send(QByteArrayView(bytes).sliced(at, size)));
            progress.setDone(done + piece.rows * (at + size) / bytes.size());
        }
        const auto arrived = stream->finish();
        if (!arrived)
            return fail(arrived.error());
        taken += *arrived;
        done += piece.rows;
    }
    return taken;
}

bool fitsBinary(const SeedRows &rows, const TableSchema &live)
{
    const QStringList types = rows.binaryTypes();
    const QStringList columns = rows.columns();
    if (types.isEmpty())
        return false;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const ColumnSchema *column = live.column(columns.at(i));
        if (!column)
            return false;
        // A length is checked by the server either way.
        const auto plain = [](const QString &type) { return type.section(u'(', 0, 0); };
        if (plain(column->type) != plain(types.at(i)))
            return false;
    }
    return true;
}

}  // namespace roster
