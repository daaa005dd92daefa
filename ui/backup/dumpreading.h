// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_DUMPREADING_H
#define ROSTER_BACKUP_DUMPREADING_H

#include "models/dump/dumpfile.h"
#include "models/dump/dumprows.h"
#include "ui/backup/filejob.h"

#include <QObject>
#include <QThreadPool>

namespace roster {

/// Reads the rows of a dump's table piece by piece on a thread of its own: the dump stays open
/// between them, so that a later piece does not begin at the file's first byte again.
class DumpReading : public QObject
{
    Q_OBJECT

public:
    static constexpr int rowsAtOnce = 500;

    explicit DumpReading(QObject *parent = nullptr);
    ~DumpReading() override;

    /// Another table or search: what was read before ends. The first rows follow.
    void open(const DumpFile &file, const DumpRows::TableKey &table, const QString &find);
    void more();  ///< not while isReading(), nor after the end
    void stop();
    void close();  ///< forgets the dump
    bool isReading() const { return m_job != nullptr; }
    bool isOver() const { return !m_cursor; }  ///< no more rows will come
    Progress::State state() const;

Q_SIGNALS:
    /// Perhaps none, of an empty table; isOver(): they are the last.
    void rowsRead(const QStringList &columns, const QList<roster::DumpRows::Row> &rows);
    void failed(const roster::Error &error);
    void readingChanged();
    void progressed();

private:
    struct Cursor;
    struct Piece
    {
        QStringList columns;
        QList<DumpRows::Row> rows;
        bool isAtEnd = false;
    };

    static Result<Piece> read(Cursor &cursor, Progress &progress);
    void onRead(const std::shared_ptr<Cursor> &cursor, const Result<Piece> &piece);

    std::shared_ptr<Cursor> m_cursor;
    JobPointer m_job;
    QThreadPool m_pool;  ///< of one thread: a dump is let go on the one that opened it
};

}  // namespace roster

#endif
