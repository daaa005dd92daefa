// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_VIEWS_EDITJOURNAL_H
#define ROSTER_VIEWS_EDITJOURNAL_H

#include "models/core/error.h"
#include "models/views/journaltext.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>

class QLockFile;

namespace roster {

/// Keeps what is staged for one table in a file until it is committed or discarded, so that a
/// killed program loses none of it. Each page has a file of its own, locked while it lives; one
/// that nobody holds any more was left behind. Written and synced on a thread of its own.
class EditJournal : public QObject
{
    Q_OBJECT

public:
    /// A file that a program which is gone left behind.
    struct Left
    {
        QString file;
        JournalContents contents;
    };

    /// `folder` is that of one database; made when first needed, for the owner's eyes only.
    EditJournal(QString folder, const TableSchema &schema, QObject *parent = nullptr);
    /// Waits until what was noted is on the disk.
    ~EditJournal() override;

    void note(const StagedStepPointer &step, bool undo, const StagedEdits &now);
    /// All of it anew: columns have other numbers, or rows went.
    void noteAll(const TableSchema &schema, const StagedEdits &now);
    /// Nothing is staged any more, and nothing has to be known about it.
    void end();
    /// Notes, on any thread, that a commit is about to end in this transaction (empty: it ended and
    /// wrote nothing); returns once that is on the disk, or cannot be.
    using NoteCommit = std::function<Result<void>(const QString &transaction)>;
    NoteCommit commitNoter() const;

    /// What was left behind for this table, the oldest first. Reads files.
    static QList<Left> left(const QString &folder, const TableName &table);
    /// A file that was left behind, kept from others as long as this lives.
    class Held
    {
    public:
        /// NotFound where somebody else took it by now.
        static Result<std::shared_ptr<Held>> take(const QString &file);
        ~Held();
        Q_DISABLE_COPY_MOVE(Held)

        const JournalContents &contents() const { return m_contents; }
        /// What it held is staged, or not wanted.
        void remove();

    private:
        Held(QString file, std::unique_ptr<QLockFile> lock, JournalContents contents);

        QString m_file;
        std::unique_ptr<QLockFile> m_lock;
        JournalContents m_contents;
    };
    /// What these files held is about to be staged here: they say nothing any more as soon as it
    /// is noted.
    void takeOver(const QList<std::shared_ptr<Held>> &files);
    /// It is staged: takes the files away once all of it is on the disk.
    void removeAfterwards(const QList<std::shared_ptr<Held>> &files, const StagedEdits &now);

Q_SIGNALS:
    /// What is staged now is not on the disk; told once, until it is again.
    void failed(const roster::Error &error);
    void recovered();

private:
    class Writer;

    void run(const std::function<Result<void>(Writer &)> &work);
    void onWritten(const Result<void> &written);

    std::shared_ptr<Writer> m_writer;
    std::shared_ptr<QThreadPool> m_thread;  ///< one thread: what is noted stays in order
    TableSchema m_schema;
    QString m_id;
    QStringList m_continued;  ///< whose edits were taken over since nothing was staged
    bool m_hasFailed = false;
};

}  // namespace roster

#endif
