// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/localserver.h"

#include "models/database/localcluster.h"
#include "models/database/localprocess.h"
#include "models/database/localtext.h"
#include "models/database/privatefolder.h"
#include "models/database/session.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QThread>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roster {

namespace {

constexpr auto patience = 30s;  // of a program that ends
constexpr auto settling = 10s;  // of a server that just said it is ready
constexpr unsigned long pollMs = 50;

ConnectionProfile profileOf(const Postmaster &server, const QString &database)
{
    ConnectionProfile profile;
    profile.name = u"local"_s;
    profile.environment = Environment::Development;
    profile.parameters = {{u"host"_s, server.sockets},
                          {u"port"_s, server.port},
                          {u"user"_s, u"roster"_s},
                          {u"dbname"_s, database}};
    return profile;
}

/// A server that recovers from the crash of one of its processes turns connections away for a
/// moment.
Result<std::unique_ptr<Session>> openPatiently(const ConnectionProfile &profile, Progress &progress)
{
    const QDeadlineTimer end(settling);
    for (;;) {
        auto session = Session::open(profile);
        if (session || session.error().kind != Error::Kind::Connection || progress.isCancelled()
            || end.hasExpired()) {
            return session;
        }
        QThread::msleep(pollMs);
    }
}

Result<void> ensureDatabase(const Postmaster &server, const LocalPaths &paths, Progress &progress)
{
    const auto session = openPatiently(profileOf(server, u"roster"_s), progress);
    if (session)
        return {};
    if (session.error().kind != Error::Kind::NotFound)
        return fail(session.error());
    const auto admin = Session::open(profileOf(server, u"postgres"_s));
    if (!admin)
        return fail(admin.error());
    const auto made = (*admin)->query(u"CREATE DATABASE roster"_s);
    if (made)
        return {};
    if (made.error().sqlState == "53100"_L1 || looksFull(made.error().message, paths.folder))
        return fail(diskFullError(paths.folder));
    return fail(made.error());
}

QString listed(const QList<LocalUser> &users)
{
    QStringList names;
    for (const LocalUser &user : users)
        names << LocalText::tr("%1 (process %2)").arg(user.program).arg(user.pid);
    return names.join(u", "_s);
}

}  // namespace

LocalServer::LocalServer(Paths paths) : m_paths(std::move(paths)) {}

LocalServer::~LocalServer()
{
    release();
}

Result<FileLock> LocalServer::lock(Progress &progress) const
{
    const auto account = SystemAccount::named(m_paths.account);
    if (!account)
        return fail(account.error());
    ROSTER_TRY(makeOwnFolder(m_paths.folder, !account->isCaller));
    return FileLock::wait(m_paths.folder + u"/lock"_s, progress,
                          LocalText::tr("Another Roster starts or stops the local server…"));
}

Result<ConnectionProfile> LocalServer::bringUp(Progress &progress) const
{
    const auto account = SystemAccount::named(m_paths.account);
    if (!account)
        return fail(account.error());
    const LocalCluster cluster(m_paths, *account);
    const auto binaries = cluster.binaries();
    if (!binaries)
        return fail(binaries.error());
    if (!cluster.exists())  // no use in making what could not be started
        ROSTER_TRY(makePrivateFolder(m_paths.sockets, *account));
    ROSTER_TRY(cluster.ensure(*binaries, progress));
    const auto server = LocalProcess(m_paths, *account).ensureRunning(*binaries, progress);
    if (!server)
        return fail(server.error());
    ROSTER_TRY(ensureDatabase(*server, m_paths, progress));
    return profileOf(*server, u"roster"_s);
}

Result<ConnectionProfile> LocalServer::acquire(Progress &progress)
{
    const auto locked = lock(progress);
    if (!locked)
        return fail(locked.error());
    const LocalUsers users(m_paths.folder);
    const bool isNew = !m_user;
    if (isNew) {
        users.purge();
        auto entry = users.add();
        if (!entry)
            return fail(entry.error());
        m_user = std::move(*entry);
    }
    auto profile = bringUp(progress);
    if (!profile && isNew) {
        m_user.reset();
        stopIfUnused();
    }
    return profile;
}

void LocalServer::release()
{
    if (!m_user)
        return;
    Progress nobody;
    const auto locked = FileLock::wait(m_paths.folder + u"/lock"_s, nobody, {}, patience);
    m_user.reset();
    if (locked)  // else a Roster that is busy with it will see to it when it goes
        stopIfUnused();
}

void LocalServer::stopIfUnused() const
{
    const LocalUsers users(m_paths.folder);
    users.purge();
    const auto server = Postmaster::running(m_paths.cluster());
    if (!server || isKept(server->pid) || !users.list().isEmpty())
        return;
    Progress nobody;
    static_cast<void>(LocalProcess(m_paths, {}).stop(nobody, patience));
}

bool LocalServer::hasCrashed() const
{
    return Postmaster::isLeftBehind(m_paths.cluster());
}

Result<LocalStatus> LocalServer::status() const
{
    LocalStatus status;
    const auto account = SystemAccount::named(m_paths.account);
    const LocalCluster cluster(m_paths, account ? *account : SystemAccount());
    status.exists = cluster.exists();
    status.folder = m_paths.cluster();
    status.sockets = m_paths.sockets;
    status.logFile = m_paths.logFile();
    status.bytes = cluster.bytes();
    status.users = LocalUsers(m_paths.folder).list();
    if (status.exists) {
        const auto binaries = cluster.binaries();
        status.version = binaries ? binaries->version() : QString::number(cluster.major());
    }
    const auto server = Postmaster::running(m_paths.cluster());
    if (server && server->phase != Postmaster::Phase::Stopping) {
        status.running = true;
        status.pid = server->pid;
        status.since = server->since;
        status.kept = isKept(server->pid);
        if (!server->sockets.isEmpty())
            status.sockets = server->sockets;
    }
    return status;
}

Result<void> LocalServer::start(Progress &progress, bool keep)
{
    const auto locked = lock(progress);
    if (!locked)
        return fail(locked.error());
    const auto profile = bringUp(progress);
    if (!profile) {
        stopIfUnused();
        return fail(profile.error());
    }
    const auto server = Postmaster::running(m_paths.cluster());
    setKept(keep && server ? server->pid : 0);
    return {};
}

Result<void> LocalServer::refuseIfUsed() const
{
    const QList<LocalUser> users = LocalUsers(m_paths.folder).list(m_user.get());
    if (!users.isEmpty()) {
        return fail(Error::Kind::Refused,
                    LocalText::tr("The local server is in use: %1.").arg(listed(users)),
                    LocalText::tr("Close them first."));
    }
    const auto server = Postmaster::running(m_paths.cluster());
    if (!server || m_user)  // our own connections are nobody else's
        return {};
    const auto session = Session::open(profileOf(*server, u"postgres"_s));
    if (!session)
        return {};  // nobody can get in
    const auto names = (*session)->query(uR"(
        SELECT string_agg(coalesce(nullif(application_name, ''), 'pid ' || pid), ', ' ORDER BY pid)
        FROM pg_stat_activity
        WHERE backend_type = 'client backend' AND pid <> pg_backend_pid())"_s);
    if (!names || names->isNull(0, 0))
        return {};
    return fail(
        Error::Kind::Refused,
        LocalText::tr("Programs are connected to the local server: %1.").arg(names->text(0, 0)),
        LocalText::tr("Close them first."));
}

Result<void> LocalServer::takeDown(Progress &progress) const
{
    ROSTER_TRY(LocalProcess(m_paths, {}).stop(progress, 24h));
    setKept(0);
    return {};
}

Result<void> LocalServer::stop(Progress &progress, bool force)
{
    if (!QFileInfo::exists(m_paths.folder))
        return {};
    const auto locked = lock(progress);
    if (!locked)
        return fail(locked.error());
    if (!force) {
        if (auto used = refuseIfUsed(); !used) {
            used.error().command = u"roster local stop --force"_s;
            return used;
        }
    }
    return takeDown(progress);
}

Result<void> LocalServer::reset(Progress &progress)
{
    if (!QFileInfo::exists(m_paths.folder))
        return {};
    const auto locked = lock(progress);
    if (!locked)
        return fail(locked.error());
    ROSTER_TRY(refuseIfUsed());
    ROSTER_TRY(takeDown(progress));
    progress.setText(LocalText::tr("Deleting the local server's data…"));
    ROSTER_TRY(LocalCluster(m_paths, {}).remove());
    QDir().rmdir(m_paths.sockets);
    QFile::remove(m_paths.logFile());
    QFile::remove(m_paths.logFile() + u".1"_s);
    return {};
}

/// Said of one run of the server: whoever starts it next must say it anew. 0 takes it back.
void LocalServer::setKept(pid_t pid) const
{
    const QString path = m_paths.folder + u"/kept"_s;
    if (pid == 0) {
        QFile::remove(path);
        return;
    }
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QByteArray::number(pid));
        file.commit();
    }
}

bool LocalServer::isKept(pid_t pid) const
{
    QFile file(m_paths.folder + u"/kept"_s);
    return file.open(QIODevice::ReadOnly) && file.readAll().trimmed().toLongLong() == pid;
}

}  // namespace roster
