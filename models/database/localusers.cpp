// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/localusers.h"

#include "models/database/privatefolder.h"

#include <QDir>
#include <QFile>
#include <QUuid>

#include <algorithm>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

QByteArray ownProgram()
{
    QFile name(u"/proc/self/comm"_s);
    return name.open(QIODevice::ReadOnly) ? name.readAll().trimmed() : QByteArray("roster");
}

LocalUser userOf(const QString &path)
{
    LocalUser user;
    user.pid = path.section(u'/', -1).section(u'-', 0, 0).toLongLong();
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        user.program = QString::fromLocal8Bit(file.readAll());
    return user;
}

}  // namespace

LocalUsers::Entry::~Entry()
{
    QFile::remove(m_path);
}

Result<std::unique_ptr<LocalUsers::Entry>> LocalUsers::add() const
{
    ROSTER_TRY(makeOwnFolder(m_folder, false));
    const QString path = u"%1/%2-%3"_s.arg(m_folder, QString::number(::getpid()),
                                           QUuid::createUuid().toString(QUuid::Id128).first(8));
    Progress nobody;
    auto lock = FileLock::wait(path, nobody, {});  // a passing look at the list may hold it
    if (!lock)
        return fail(lock.error());
    lock->write(ownProgram());
    return std::make_unique<Entry>(path, std::move(*lock));
}

QList<LocalUser> LocalUsers::list(const Entry *except) const
{
    QList<LocalUser> users;
    const QDir folder(m_folder);
    for (const QString &name : folder.entryList(QDir::Files)) {
        const QString path = folder.filePath(name);
        if ((!except || path != except->path()) && FileLock::isHeld(path))
            users << userOf(path);
    }
    std::sort(users.begin(), users.end(),
              [](const LocalUser &a, const LocalUser &b) { return a.pid < b.pid; });
    return users;
}

void LocalUsers::purge() const
{
    const QDir folder(m_folder);
    for (const QString &name : folder.entryList(QDir::Files)) {
        const QString path = folder.filePath(name);
        if (!FileLock::isHeld(path))
            QFile::remove(path);
    }
}

}  // namespace roster
