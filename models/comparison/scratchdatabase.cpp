// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/scratchdatabase.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr auto prefix = "roster_scratch_";

// Nobody is in a scratch database but who made it, so an empty one was left behind. A younger one
// may not be connected to yet: its maker holds this lock until it is.
constexpr auto orphansSql = R"(
SELECT d.datname FROM pg_catalog.pg_database d
WHERE d.datname LIKE 'roster\_scratch\_%'
  AND pg_catalog.pg_get_userbyid(d.datdba) = current_user
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_activity a WHERE a.datid = d.oid))";
constexpr auto lockSql = "SELECT pg_catalog.pg_try_advisory_lock(7245917, 1)";
constexpr auto unlockSql = "SELECT pg_catalog.pg_advisory_unlock(7245917, 1)";

void dropOrphans(Session &server)
{
    const auto orphans = server.query(QString::fromUtf8(orphansSql));
    if (!orphans)
        return;
    for (int row = 0; row < orphans->rows(); ++row)
        static_cast<void>(
            server.query(u"DROP DATABASE IF EXISTS "_s + quoted(orphans->text(row, 0))));
}

}  // namespace

Result<std::unique_ptr<ScratchDatabase>> ScratchDatabase::create(Session &server)
{
    const QString name =
        QString::fromUtf8(prefix) + QString::number(QRandomGenerator::system()->generate64(), 16);
    // Whoever has the lock tidies up; who has not makes its own all the same.
    const auto lock = server.query(QString::fromUtf8(lockSql));
    const bool isLocked = lock && lock->boolean(0, 0);
    if (isLocked)
        dropOrphans(server);
    std::unique_ptr<ScratchDatabase> scratch(new ScratchDatabase(server, name));
    auto created = server.query(u"CREATE DATABASE %1 TEMPLATE template0"_s.arg(quoted(name)));
    if (created) {
        ConnectionProfile profile = server.profile();
        profile.parameters.insert(u"dbname"_s, name);
        auto session = Session::open(profile);
        if (session)
            scratch->m_session = std::move(*session);
        else
            created = tl::unexpected(session.error());
    }
    if (isLocked)
        static_cast<void>(server.query(QString::fromUtf8(unlockSql)));
    if (!created)
        return fail(created.error());
    return scratch;
}

ScratchDatabase::~ScratchDatabase()
{
    m_session.reset();
    // Also after a cancel, which refuses every other statement.
    m_server.setProgress(nullptr);
    static_cast<void>(m_server.query(u"DROP DATABASE IF EXISTS "_s + quoted(m_name)));
}

}  // namespace roster
