// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/blockerwatch.h"

#include "models/database/session.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>

#include <chrono>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roster {

namespace {

constexpr auto lookEvery = 500ms;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TableChanges)
};

QString blockerText(const ResultSet &rows, int row)
{
    const QString pid = rows.text(row, 0);
    if (pid == "0"_L1)
        return Text::tr("a prepared transaction");
    const QString program = rows.text(row, 2);
    QString process = program.isEmpty()
                        ? Text::tr("%1 (process %2)").arg(rows.text(row, 1), pid)
                        : Text::tr("%1 (process %2, %3)").arg(rows.text(row, 1), pid, program);
    if (rows.isNull(row, 3))  // shown to the role itself and to pg_read_all_stats
        return process;
    const QDateTime since = QDateTime::fromSecsSinceEpoch(rows.integer(row, 3));
    return Text::tr("%1 since %2").arg(process, since.toString(u"yyyy-MM-dd HH:mm:ss"_s));
}

QString blockersOf(Session &session, int backend)
{
    const auto rows = session.query(uR"(
        SELECT blocker.pid, activity.usename, activity.application_name,
               extract(epoch FROM activity.xact_start)::bigint
        FROM unnest(pg_blocking_pids($1::int)) AS blocker (pid)
             LEFT JOIN pg_stat_activity AS activity USING (pid)
        GROUP BY 1, 2, 3, 4 ORDER BY 1)"_s,
                                    {QByteArray::number(backend)});
    QStringList texts;
    for (int row = 0; rows && row < rows->rows(); ++row)
        texts << blockerText(*rows, row);
    return texts.join(u", "_s);
}

}  // namespace

BlockerWatch::BlockerWatch(ConnectionProfile profile, int backend)
    : m_profile(std::move(profile)), m_backend(backend), m_thread(&BlockerWatch::watch, this)
{
}

BlockerWatch::~BlockerWatch()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_progress.cancel();
    }
    m_ended.notify_all();
    m_thread.join();
}

QString BlockerWatch::blockers() const
{
    const std::scoped_lock lock(m_mutex);
    return m_blockers;
}

void BlockerWatch::watch()
{
    std::unique_ptr<Session> session;
    std::unique_lock lock(m_mutex);
    while (!m_ended.wait_for(lock, lookEvery, [this] { return m_progress.isCancelled(); })) {
        lock.unlock();
        if (!session) {
            auto opened = Session::open(m_profile, &m_progress);
            if (!opened)
                return;
            session = std::move(*opened);
        }
        const QString seen = blockersOf(*session, m_backend);
        lock.lock();
        if (!seen.isEmpty())
            m_blockers = seen;
    }
}

}  // namespace roster
