// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_LOCALUSERS_H
#define ROSTER_DATABASE_LOCALUSERS_H

#include "models/core/result.h"
#include "models/database/filelock.h"
#include "models/database/localstatus.h"

#include <QList>
#include <QString>

namespace roster {

/// Who uses the local server: one file each, locked for as long as its process lives, so that a
/// killed program is off the list by itself. Adding and removing want the server's own lock.
class LocalUsers
{
public:
    /// One entry; taken back when destroyed.
    class Entry
    {
    public:
        Entry(QString path, FileLock lock) : m_path(std::move(path)), m_lock(std::move(lock)) {}
        ~Entry();
        Q_DISABLE_COPY_MOVE(Entry)
        const QString &path() const { return m_path; }

    private:
        QString m_path;
        FileLock m_lock;
    };

    explicit LocalUsers(const QString &folder) : m_folder(folder + QStringLiteral("/users")) {}

    Result<std::unique_ptr<Entry>> add() const;
    /// Everybody but `except`, in the order of their process ids.
    QList<LocalUser> list(const Entry *except = nullptr) const;
    /// Deletes what the dead left behind.
    void purge() const;

private:
    QString m_folder;
};

}  // namespace roster

#endif
