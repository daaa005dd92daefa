// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/localcluster.h"

#include "models/database/childprogram.h"
#include "models/database/localtext.h"
#include "models/database/postmaster.h"
#include "models/database/privatefolder.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QThread>
#include <QUuid>

#include <cerrno>
#include <chrono>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roster {

namespace {

constexpr auto patience = 5s;
constexpr unsigned long pollMs = 20;
const QString unfinished = u"data.new-"_s;
const QString discarded = u"data.old-"_s;

/// For one person's desktop: fast in bulk loads, safe against a power cut (fsync stays on). Here
/// and not on the command line, so that ALTER SYSTEM can change it.
constexpr auto settings = R"(
# Roster's own settings
listen_addresses = ''           # no TCP
unix_socket_permissions = 0700
max_connections = 50
lc_messages = 'C'               # Roster tells errors apart by their English text
maintenance_work_mem = 256MB
work_mem = 16MB
max_wal_size = 4GB              # millions of rows go in without a checkpoint in between
checkpoint_timeout = 15min
wal_level = minimal             # nobody replicates it; a load into a fresh table needs no log
max_wal_senders = 0
random_page_cost = 1.1
jit = off                       # compiling takes longer than a page of rows
log_checkpoints = off
log_line_prefix = '%m [%p] '
)";

QString passing(const QString &prefix)
{
    return prefix + QUuid::createUuid().toString(QUuid::Id128).first(8);
}

/// Upper and lower case as Unicode has them where the system can; text is UTF-8 in any case.
QString localeName()
{
    const locale_t made = ::newlocale(LC_ALL_MASK, "C.UTF-8", nullptr);
    if (!made)
        return u"C"_s;
    ::freelocale(made);
    return u"C.UTF-8"_s;
}

Result<void> appendSettings(const QString &place)
{
    const QString path = place + u"/postgresql.conf"_s;
    const int file =
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0)
        return fail(fileError(path, errno));
    const QByteArray text(settings);
    int reason = 0;
    if (::write(file, text.constData(), size_t(text.size())) != text.size())
        reason = errno != 0 ? errno : ENOSPC;  // a short write: the disk ends here
    else if (::fsync(file) != 0)
        reason = errno;
    ::close(file);
    if (reason != 0)
        return fail(fileError(path, reason));
    return {};
}

}  // namespace

LocalCluster::LocalCluster(LocalPaths paths, SystemAccount account)
    : m_paths(std::move(paths)), m_account(account)
{
}

bool LocalCluster::exists() const
{
    return QFile::exists(m_paths.cluster() + u"/PG_VERSION"_s);
}

int LocalCluster::major() const
{
    QFile file(m_paths.cluster() + u"/PG_VERSION"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toInt() : 0;
}

qint64 LocalCluster::bytes() const
{
    qint64 sum = 0;
    for (QDirIterator it(m_paths.cluster(), QDir::Files | QDir::Hidden,
                         QDirIterator::Subdirectories);
         it.hasNext();) {
        it.next();
        sum += it.fileInfo().size();
    }
    return sum;
}

Result<PostgresBinaries> LocalCluster::binaries() const
{
    return exists() ? PostgresBinaries::forMajor(m_paths.binaries, major(), m_paths.cluster())
                    : PostgresBinaries::first(m_paths.binaries);
}

Result<void> LocalCluster::ensure(const PostgresBinaries &binaries, Progress &progress) const
{
    removeLeftovers();
    if (exists())
        return {};
    const QDir target(m_paths.cluster());
    if (target.exists()
        && !target.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)) {
        return fail(Error::Kind::Refused,
                    LocalText::tr("%1 holds something that is not a PostgreSQL cluster. Nothing "
                                  "was touched.")
                        .arg(target.path()),
                    LocalText::tr("Move it away, then try again."));
    }
    progress.setText(LocalText::tr("Making the local server (once)…"));
    const QString place = QDir(m_paths.folder).filePath(passing(unfinished));
    ROSTER_TRY(makePrivateFolder(place, m_account));
    auto made = initialise(place, binaries, progress);
    if (made
        && ::rename(QFile::encodeName(place).constData(),
                    QFile::encodeName(m_paths.cluster()).constData())
               != 0) {
        made = fail(fileError(m_paths.cluster(), errno));
    }
    if (!made)
        removeLeftovers();
    syncFolder(m_paths.folder);
    return made;
}

Result<void> LocalCluster::initialise(const QString &place, const PostgresBinaries &binaries,
                                      Progress &progress) const
{
    // initdb itself waits until its files are on the disk.
    const ChildProgram initdb(binaries.initdb(),
                              {u"--pgdata="_s + place, u"--username=roster"_s,
                               u"--auth-local=trust"_s, u"--auth-host=reject"_s,
                               u"--encoding=UTF8"_s, u"--locale="_s + localeName(),
                               u"--lc-messages=C"_s, u"--data-checksums"_s, u"--no-instructions"_s},
                              m_account);
    const auto output = initdb.run(progress);
    if (!output)
        return fail(output.error());
    if (output->exitCode == 0)
        return appendSettings(place);
    if (looksFull(output->text, m_paths.folder))
        return fail(diskFullError(m_paths.folder));
    Error error;
    error.kind = Error::Kind::System;
    error.message = LocalText::tr("The local server could not be made in %1.").arg(m_paths.folder);
    error.detail = output->text.trimmed();
    error.hint = LocalText::tr("The details have initdb's own words. Nothing half was left.");
    const QString closed = m_account.isCaller ? QString() : closedTo(m_account, m_paths.folder);
    if (!closed.isEmpty()) {
        error.kind = Error::Kind::Permission;
        error.message = LocalText::tr("The local server runs as %1, which may not enter the folder "
                                      "%2.")
                            .arg(accountName(m_account.user), closed);
        error.hint = LocalText::tr("Let others pass (chmod o+x), or choose another place by "
                                   "ROSTER_LOCAL_FOLDER. Nothing half was left.");
    }
    return fail(error);
}

Result<void> LocalCluster::remove() const
{
    const QString place = QDir(m_paths.folder).filePath(passing(discarded));
    if (::rename(QFile::encodeName(m_paths.cluster()).constData(),
                 QFile::encodeName(place).constData())
            != 0
        && errno != ENOENT) {
        return fail(fileError(m_paths.cluster(), errno));
    }
    syncFolder(m_paths.folder);
    removeLeftovers();
    return {};
}

void LocalCluster::removeLeftovers() const
{
    QDir folder(m_paths.folder);
    for (const QString &name :
         folder.entryList({unfinished + u'*', discarded + u'*'}, QDir::Dirs | QDir::Hidden)) {
        const QString place = folder.filePath(name);
        // initdb dies with its Roster, but not at once what it started, which writes on.
        const QDeadlineTimer end(patience);
        while (!QDir(place).removeRecursively() && !end.hasExpired()) {
            for (const pid_t pid : Postmaster::processes(place))
                ::kill(pid, SIGKILL);
            QThread::msleep(pollMs);
        }
    }
}

}  // namespace roster
