// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/connections.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int firstRetryMs = 1000;
constexpr int longestRetryMs = 30000;
constexpr int workers = 3;
}  // namespace

Connections::Connections(ConnectionProfile profile, QObject *parent)
    : QObject(parent),
      m_profile(std::move(profile)),
      m_page(m_profile),
      m_background(m_profile),
      m_jobs(m_profile)
{
    for (DatabaseWorker *worker : {&m_page, &m_background, &m_jobs}) {
        connect(worker, &DatabaseWorker::jobAdded, this, &Connections::jobAdded);
        connect(worker, &DatabaseWorker::connectionLost, this, &Connections::onLost);
        connect(worker, &DatabaseWorker::connectionOpened, this, &Connections::onOpened);
        const auto onStopped = [this] {
            if (++m_stopped == workers)
                Q_EMIT closed();
        };
        connect(worker, &DatabaseWorker::stopped, this, onStopped, Qt::SingleShotConnection);
        if (worker != &m_page)
            worker->setFallback(&m_page);
    }
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, [this] { tryNow(false); });
}

Connections::~Connections() = default;

void Connections::reconnect()
{
    m_attempts = 0;
    m_retry.stop();
    tryNow(true);
}

void Connections::close()
{
    if (std::exchange(m_closing, true))
        return;
    m_retry.stop();
    for (DatabaseWorker *worker : {&m_jobs, &m_background, &m_page})
        worker->stop();
}

void Connections::onLost(const Error &error)
{
    if (m_state == State::Lost || m_closing)
        return;
    m_state = State::Lost;
    m_attempts = 0;
    Q_EMIT lost(error);
    Q_EMIT retrying(firstRetryMs);
    m_retry.start(firstRetryMs);
}

void Connections::onOpened()
{
    if (m_state == State::Connected)
        return;
    m_state = State::Connected;
    m_attempts = 0;
    m_retry.stop();
    Q_EMIT connected();
}

void Connections::tryNow(bool byHand)
{
    Q_EMIT retrying(0);
    if (!m_revive) {
        connectNow();
        return;
    }
    m_revive(byHand).then(this, [this](const Result<void> &revived) {
        if (m_closing)
            return;
        if (revived) {
            connectNow();
            return;
        }
        if (revived.error().kind != Error::Kind::Connection)
            Q_EMIT connectFailed(revived.error());
        onAttemptFailed(revived.error());
    });
}

void Connections::connectNow()
{
    auto attempt = m_page.run(
        tr("Connect"), [](Session &session, Progress &) { return session.query(u"SELECT 1"_s); },
        Job::Visibility::Quiet);
    attempt.future.then(this, [this](const Result<ResultSet> &result) {
        if (m_closing)
            return;
        if (result)
            onOpened();
        else if (result.error().kind != Error::Kind::Connection)
            Q_EMIT connectFailed(result.error());
        else
            onAttemptFailed(result.error());
    });
}

void Connections::onAttemptFailed(const Error &error)
{
    if (m_state != State::Lost) {
        Q_EMIT connectFailed(error);
        m_state = State::Lost;
    }
    const int wait = std::min(longestRetryMs, firstRetryMs << std::min(m_attempts++, 5));
    Q_EMIT retrying(wait);
    m_retry.start(wait);
}

}  // namespace roster
