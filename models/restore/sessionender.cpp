// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/sessionender.h"

#include "models/database/session.h"

#include <chrono>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr auto pause = std::chrono::milliseconds(2);

// A superuser's session cannot be ended by others: asking would be an error that hides the rest.
constexpr auto endSql = R"(
SELECT count(*) FILTER (WHERE pg_catalog.pg_terminate_backend(a.pid))
FROM pg_catalog.pg_stat_activity a LEFT JOIN pg_catalog.pg_roles r ON r.oid = a.usesysid,
     (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user) AS me
WHERE a.datid = ANY ($1::oid[]) AND a.pid <> pg_catalog.pg_backend_pid()
  AND (me.rolsuper OR (NOT r.rolsuper AND (pg_catalog.pg_has_role(r.oid, 'USAGE')
                       OR pg_catalog.pg_has_role('pg_signal_backend', 'USAGE')))))";

}  // namespace

Result<std::unique_ptr<SessionEnder>> SessionEnder::start(const ConnectionProfile &maintenance,
                                                          const QList<qint64> &oids)
{
    QByteArray array = "{";
    for (const qint64 oid : oids)
        array += QByteArray::number(oid) + ',';
    array.back() = '}';
    std::unique_ptr<SessionEnder> ender(new SessionEnder);
    ender->m_thread = std::thread(&SessionEnder::work, ender.get(), maintenance, array);
    std::unique_lock lock(ender->m_mutex);
    ender->m_changed.wait(lock, [&] { return ender->m_opened.has_value(); });
    if (!*ender->m_opened) {
        const Error error = ender->m_opened->error();
        lock.unlock();
        return fail(error);
    }
    lock.unlock();
    return ender;
}

SessionEnder::~SessionEnder()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_over = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

bool SessionEnder::wait()
{
    std::unique_lock lock(m_mutex);
    return !m_changed.wait_for(lock, pause, [this] { return m_over; });
}

void SessionEnder::work(const ConnectionProfile &maintenance, const QByteArray &oids)
{
    const auto session = Session::open(maintenance);
    {
        const std::scoped_lock lock(m_mutex);
        m_opened = session ? Result<void>() : Result<void>(tl::unexpected(session.error()));
    }
    m_changed.notify_all();
    if (!session)
        return;
    do {
        const auto ended = (*session)->query(QString::fromUtf8(endSql), {oids});
        if (ended)
            m_ended += int(ended->integer(0, 0));
        else if (!(*session)->isAlive())
            return;
    } while (wait());
}

}  // namespace roster
