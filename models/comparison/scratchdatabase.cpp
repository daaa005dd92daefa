// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/scratchdatabase.h"

#include "models/database/cancellable.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

// Nobody is in a scratch database but who made it. A young one without a session may be one that
// its maker is about to connect to.
constexpr auto orphansSql = R"(
SELECT d.datname FROM pg_catalog.pg_database d
WHERE d.datname ~ '^roster_scratch_[0-9]{1,12}_[0-9a-f]+$'
  AND pg_catalog.pg_get_userbyid(d.datdba) = current_user
  AND pg_catalog.split_part(d.datname, '_', 3)::bigint
      < extract(epoch FROM pg_catalog.now()) - 3600
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_activity a WHERE a.datid = d.oid))";
constexpr auto nowSql = "SELECT extract(epoch FROM pg_catalog.now())::bigint";

void dropOrphans(Session &server)
{
    const auto orphans = server.query(QString::fromUtf8(orphansSql));
    if (!orphans)
        return;
    for (int row = 0; row < orphans->rows(); ++row)
        static_cast<void>(
            server.query(u"DROP DATABASE IF EXISTS "_s + quoted(orphans->text(row, 0))));
}

/// Makes the database; its name.
Result<QString> make(Session &server, Progress &progress)
{
    const Cancellable cancellable(server, progress);
    dropOrphans(server);
    const auto now = server.query(QString::fromUtf8(nowSql));
    if (!now)
        return fail(now.error());
    QString name = u"roster_scratch_%1_%2"_s.arg(
        now->text(0, 0), QString::number(QRandomGenerator::system()->generate64(), 16));
    ROSTER_TRY(server.query(u"CREATE DATABASE %1 TEMPLATE template0"_s.arg(quoted(name))));
    return name;
}

}  // namespace

Result<std::unique_ptr<ScratchDatabase>> ScratchDatabase::create(Session &server,
                                                                 Progress &progress)
{
    const auto name = make(server, progress);
    if (!name)
        return fail(name.error());
    std::unique_ptr<ScratchDatabase> scratch(new ScratchDatabase(server, *name));
    ConnectionProfile profile = server.profile();
    profile.parameters.insert(u"dbname"_s, *name);
    auto session = Session::open(profile, &progress);
    if (!session)
        return fail(session.error());
    scratch->m_session = std::move(*session);
    return scratch;
}

ScratchDatabase::~ScratchDatabase()
{
    m_session.reset();
    const QString drop = u"DROP DATABASE IF EXISTS "_s + quoted(m_name);
    if (!m_server.isCancelled()) {
        static_cast<void>(m_server.query(drop));
        return;
    }
    // A cancel refuses every other statement on that session, and may stop them for a while yet.
    const auto session = Session::open(m_server.profile());
    if (session)
        static_cast<void>((*session)->query(drop));
}

}  // namespace roster
