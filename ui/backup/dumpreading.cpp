// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/dumpreading.h"

#include "models/database/localpaths.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace roster {

/// A dump that is open at some row. But for its progress, of the reading thread.
struct DumpReading::Cursor
{
    Cursor(DumpFile dump, DumpRows::TableKey key, QString text)
        : file(std::move(dump)), table(std::move(key)), find(std::move(text))
    {
    }

    DumpFile file;
    DumpRows::TableKey table;
    QString find;
    Progress progress;  ///< of all pieces: what unpacks the file goes on between them
    std::optional<DumpRows> rows;
};

DumpReading::DumpReading(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
}

DumpReading::~DumpReading()
{
    close();
}

/// What is under way ends at its next look at the progress.
void DumpReading::close()
{
    if (m_job)
        m_job->cancel();
    m_job.reset();
    if (!m_cursor)
        return;
    m_cursor->progress.cancel();
    m_pool.start([cursor = std::move(m_cursor)] { cursor->rows.reset(); });
    m_cursor.reset();
}

void DumpReading::open(const DumpFile &file, const DumpRows::TableKey &table, const QString &find)
{
    close();
    m_cursor = std::make_shared<Cursor>(file, table, find);
    more();
}

void DumpReading::stop()
{
    if (m_job)
        m_job->cancel();
}

Progress::State DumpReading::state() const
{
    return m_job ? m_job->state() : Progress::State();
}

void DumpReading::more()
{
    if (!m_cursor || m_job)
        return;
    auto running = runFileJob(
        m_pool, tr("Read rows of %1").arg(m_cursor->table.second),
        [cursor = m_cursor](Progress &progress) { return read(*cursor, progress); },
        Job::Visibility::Quiet);
    m_job = running.job;
    connect(m_job.get(), &Job::changed, this, &DumpReading::progressed);
    running.future.then(
        this, [this, cursor = m_cursor](const Result<Piece> &piece) { onRead(cursor, piece); });
    Q_EMIT readingChanged();
}

Result<DumpReading::Piece> DumpReading::read(Cursor &cursor, Progress &progress)
{
    const Progress::CancelHook hook(progress, [&cursor] { cursor.progress.cancel(); });
    cursor.progress.onChanged = [&cursor, &progress] {
        const Progress::State state = cursor.progress.state();
        progress.setText(state.text);
        progress.setTotal(state.total);
        progress.setDone(state.done);
    };
    const auto answer = [&cursor]() -> Result<Piece> {
        Piece piece;
        if (!cursor.rows) {
            auto opened = DumpRows::open(cursor.file, LocalPaths::standard().binaries, cursor.table,
                                         cursor.find, cursor.progress);
            if (!opened)
                return fail(opened.error());
            cursor.rows.emplace(*std::move(opened));
        }
        piece.columns = cursor.rows->columns();
        auto rows = cursor.rows->read(rowsAtOnce);
        if (!rows)
            return fail(rows.error());
        piece.rows = *std::move(rows);
        piece.isAtEnd = cursor.rows->isAtEnd();
        return piece;
    }();
    cursor.progress.onChanged = {};
    return answer;
}

void DumpReading::onRead(const std::shared_ptr<Cursor> &cursor, const Result<Piece> &piece)
{
    if (cursor != m_cursor)
        return;
    m_job.reset();
    if (!piece || piece->isAtEnd)
        close();
    if (piece) {
        Q_EMIT rowsRead(piece->columns, piece->rows);
    } else {
        Q_EMIT failed(piece.error());
    }
    Q_EMIT readingChanged();
}

}  // namespace roster
