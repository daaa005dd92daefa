// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/editjournal.h"
#include "models/core/filestem.h"
#include "models/database/jobfuture.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QSemaphore>
#include <QUuid>
#include <QtConcurrent>

#include <atomic>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

const QString suffix = u".edits"_s;
constexpr int mostFiles = 1000;
/// A journal is written anew once it holds so much more than what is staged.
constexpr qint64 leastToShorten = 4 << 20;

QString stemOf(const TableName &table)
{
    return fileStem(table.name, table.schema.toUtf8() + '\0' + table.name.toUtf8());
}

/// Held by the program that writes the file; free again once it is gone, however it went.
std::unique_ptr<QLockFile> lockOf(const QString &file)
{
    auto lock = std::make_unique<QLockFile>(file + u".lock"_s);
    lock->setStaleLockTime(0);
    return lock;
}

}  // namespace

/// The file itself; all of it runs on one thread.
class EditJournal::Writer
{
public:
    Writer(QString folder, const TableName &table)
        : m_folder(std::move(folder)), m_stem(stemOf(table))
    {
    }
    /// False: only what noteAll() brings helps.
    bool canAppend() const { return m_file.isOpen() && !m_isTorn; }
    const Error &lastError() const { return m_lastError; }
    bool isLong() const { return m_size > leastToShorten && m_size > 4 * m_shortest; }

    Result<void> append(const QByteArray &text)
    {
        m_isTorn = true;
        if (m_file.write(text) != text.size() || !m_file.flush()
            || ::fdatasync(m_file.handle()) != 0)
            return cannot(m_file.fileName(), m_file.errorString());
        m_size += text.size();
        m_isTorn = false;
        return {};
    }

    Result<void> writeAll(const QByteArray &text)
    {
        if (!m_lock)
            ROSTER_TRY(claim());
        // Beside the old one until it is whole: at no moment is there less than before.
        const QString fresh = m_name + u".new"_s;
        m_file.close();
        m_file.setFileName(fresh);
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            return cannot(fresh, m_file.errorString());
        m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        m_size = 0;
        ROSTER_TRY(append(text));
        if (std::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(m_name).constData())
            != 0) {
            m_isTorn = true;
            return cannot(m_name, qt_error_string());
        }
        syncFolder();
        m_shortest = m_size;
        return {};
    }

    void remove()
    {
        m_file.close();
        if (!m_name.isEmpty()) {
            QFile::remove(m_name + u".new"_s);
            QFile::remove(m_name);
        }
        m_name.clear();
        m_lock.reset();
    }

    std::atomic<bool> needsAll = true;  ///< the next note has to be of everything

private:
    /// A file name of our own, that nobody else holds and nothing was left in.
    Result<void> claim()
    {
        if (!QDir().mkpath(m_folder))
            return cannot(m_folder, EditJournal::tr("the folder cannot be made"));
        QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        for (int number = 0; number < mostFiles; ++number) {
            const QString name =
                u"%1/%2-%3%4"_s.arg(m_folder, m_stem, QString::number(number), suffix);
            auto lock = lockOf(name);
            if (!lock->tryLock(0)) {
                if (lock->error() == QLockFile::LockFailedError)
                    continue;
                return cannot(m_folder, EditJournal::tr("no file can be made there"));
            }
            if (QFile::exists(name))
                continue;
            m_lock = std::move(lock);
            m_name = name;
            return {};
        }
        return cannot(m_folder, EditJournal::tr("too many files were left behind there"));
    }

    tl::unexpected<Error> cannot(const QString &file, const QString &why)
    {
        m_lastError.kind = Error::Kind::System;
        m_lastError.message =
            EditJournal::tr("Staged edits cannot be kept in %1: %2.").arg(file, why);
        m_lastError.hint = EditJournal::tr(
            "They are safe only while this window lives: commit them soon, or make room.");
        return fail(m_lastError);
    }

    void syncFolder() const
    {
        const int handle = ::open(QFile::encodeName(m_folder).constData(), O_RDONLY | O_DIRECTORY);
        if (handle < 0)
            return;
        ::fsync(handle);
        ::close(handle);
    }

    QString m_folder;
    QString m_stem;
    QString m_name;
    std::unique_ptr<QLockFile> m_lock;
    QFile m_file;
    qint64 m_size = 0;
    qint64 m_shortest = 0;  ///< when all was written last
    bool m_isTorn = false;
    Error m_lastError;
};

EditJournal::EditJournal(QString folder, const TableSchema &schema, QObject *parent)
    : QObject(parent),
      m_writer(std::make_shared<Writer>(std::move(folder), schema.name)),
      m_thread(std::make_shared<QThreadPool>()),
      m_schema(schema),
      m_id(QUuid::createUuid().toString(QUuid::Id128))
{
    m_thread->setMaxThreadCount(1);
}

EditJournal::~EditJournal()
{
    m_thread->waitForDone();
}

void EditJournal::run(const std::function<Result<void>(Writer &)> &work)
{
    JobFuture<Result<void>> writing(QtConcurrent::run(m_thread.get(), [work, writer = m_writer] {
        Result<void> written = work(*writer);
        if (!written)
            writer->needsAll = true;
        return written;
    }));
    writing.then(this, [this](const Result<void> &written) { onWritten(written); });
}

void EditJournal::onWritten(const Result<void> &written)
{
    const bool hadFailed = std::exchange(m_hasFailed, !written);
    if (!written && !hadFailed)
        Q_EMIT failed(written.error());
    else if (written && hadFailed)
        Q_EMIT recovered();
}

void EditJournal::note(const StagedStepPointer &step, bool undo, const StagedEdits &now)
{
    if (now.isEmpty()) {
        end();
        return;
    }
    if (m_writer->needsAll) {
        noteAll(m_schema, now);
        return;
    }
    run([schema = m_schema, step, undo](Writer &writer) -> Result<void> {
        if (!writer.canAppend())
            return fail(writer.lastError());
        ROSTER_TRY(writer.append(JournalText::step(schema, *step, undo)));
        if (writer.isLong())
            writer.needsAll = true;
        return {};
    });
}

void EditJournal::noteAll(const TableSchema &schema, const StagedEdits &now)
{
    m_schema = schema;
    if (now.isEmpty()) {
        end();
        return;
    }
    m_writer->needsAll = false;
    run([schema, now, id = m_id, continued = m_continued](Writer &writer) {
        return writer.writeAll(JournalText::header(schema, id, continued)
                               + JournalText::all(schema, now));
    });
}

void EditJournal::end()
{
    m_writer->needsAll = true;
    m_continued.clear();
    run([](Writer &writer) -> Result<void> {
        writer.remove();
        return {};
    });
}

EditJournal::NoteCommit EditJournal::commitNoter() const
{
    return [writer = m_writer, thread = m_thread](const QString &transaction) -> Result<void> {
        // Not by a future: to wait for one may run its work here, ahead of what was noted before.
        QSemaphore isDone;
        thread->start([&] {
            // A full disk is no reason not to commit.
            if (writer->canAppend() && !writer->append(JournalText::commit(transaction)))
                writer->needsAll = true;
            isDone.release();
        });
        isDone.acquire();
        return {};
    };
}

QList<EditJournal::Left> EditJournal::left(const QString &folder, const TableName &table)
{
    QList<Left> all;
    QStringList continued;
    const QDir where(folder);
    const QFileInfoList files = where.entryInfoList({stemOf(table) + u"-*"_s + suffix}, QDir::Files,
                                                    QDir::Time | QDir::Reversed);
    for (const QFileInfo &info : files) {
        const QString name = info.filePath();
        const auto lock = lockOf(name);
        QFile file(name);
        if (!lock->tryLock(0) || !file.open(QIODevice::ReadOnly))
            continue;
        Result<JournalContents> contents = JournalText::read(file.readAll());
        if (!contents)
            continue;
        continued += contents->continued;
        if (contents->isEmpty())
            QFile::remove(name);
        else
            all.append({name, *std::move(contents)});
    }
    // Taken over by another that was killed before it could take the file away.
    all.removeIf([&continued](const Left &one) {
        return continued.contains(one.contents.id) && QFile::remove(one.file);
    });
    return all;
}

EditJournal::Held::Held(QString file, std::unique_ptr<QLockFile> lock, JournalContents contents)
    : m_file(std::move(file)), m_lock(std::move(lock)), m_contents(std::move(contents))
{
}

EditJournal::Held::~Held() = default;

Result<std::shared_ptr<EditJournal::Held>> EditJournal::Held::take(const QString &file)
{
    auto lock = lockOf(file);
    QFile journal(file);
    if (!lock->tryLock(0) || !journal.open(QIODevice::ReadOnly)) {
        return fail(Error::Kind::NotFound,
                    EditJournal::tr("The edits kept in %1 are not there any more.").arg(file),
                    EditJournal::tr("Another window of Roster may have taken them back."));
    }
    Result<JournalContents> contents = JournalText::read(journal.readAll());
    if (!contents)
        return fail(contents.error());
    return std::shared_ptr<Held>(new Held(file, std::move(lock), *std::move(contents)));
}

void EditJournal::Held::remove()
{
    QFile::remove(m_file);
}

void EditJournal::takeOver(const QList<std::shared_ptr<Held>> &files)
{
    for (const auto &held : files)
        m_continued << held->contents().id;
    m_writer->needsAll = true;
}

void EditJournal::removeAfterwards(const QList<std::shared_ptr<Held>> &files,
                                   const StagedEdits &now)
{
    if (m_writer->needsAll)
        noteAll(m_schema, now);
    run([files, isNothingStaged = now.isEmpty()](Writer &writer) -> Result<void> {
        // Where the new journal could not be written the old one is all there is.
        if (isNothingStaged || !writer.needsAll) {
            for (const auto &held : files)
                held->remove();
        }
        return {};
    });
}

}  // namespace roster
