// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection/localdatabase.h"

#include <QtConcurrent>

namespace roster {

LocalDatabase::LocalDatabase(LocalPaths paths, QObject *parent)
    : QObject(parent), m_server(std::move(paths))
{
    m_thread.setMaxThreadCount(1);
    m_thread.setExpiryTimeout(-1);  // one thread for all calls, as LocalServer asks
}

LocalDatabase::~LocalDatabase()
{
    cancel();
    m_thread.waitForDone();
}

template <class Work>
auto LocalDatabase::run(Work work)
{
    auto progress = std::make_shared<Progress>();
    // Runs on the working thread, which the destructor waits for.
    progress->onChanged = [this, state = progress.get()] {
        Q_EMIT progressed(state->state().text);
    };
    m_progress = progress;
    using R = std::invoke_result_t<Work &, LocalServer &, Progress &>;
    return JobFuture<R>(QtConcurrent::run(
        &m_thread, [this, progress, work = std::move(work)] { return work(m_server, *progress); }));
}

JobFuture<Result<ConnectionProfile>> LocalDatabase::acquire()
{
    return run([](LocalServer &server, Progress &progress) { return server.acquire(progress); });
}

JobFuture<Result<void>> LocalDatabase::bringBack(bool byHand)
{
    return run([byHand](LocalServer &server, Progress &progress) -> Result<void> {
        const auto status = server.status();
        if (!byHand && status && !status->running && !server.hasCrashed()) {
            return fail(Error::Kind::Connection, tr("The private server was stopped."),
                        tr("Reconnect starts it again."));
        }
        if (const auto profile = server.acquire(progress); !profile)
            return fail(profile.error());
        return {};
    });
}

JobFuture<Result<LocalStatus>> LocalDatabase::status()
{
    return run([](LocalServer &server, Progress &) { return server.status(); });
}

JobFuture<Result<void>> LocalDatabase::start(bool keep)
{
    return run(
        [keep](LocalServer &server, Progress &progress) { return server.start(progress, keep); });
}

JobFuture<Result<void>> LocalDatabase::stop()
{
    return run([](LocalServer &server, Progress &progress) {
        server.release();
        return server.stop(progress);
    });
}

JobFuture<Result<void>> LocalDatabase::reset()
{
    return run([](LocalServer &server, Progress &progress) {
        server.release();
        return server.reset(progress);
    });
}

void LocalDatabase::cancel()
{
    if (m_progress)
        m_progress->cancel();
}

}  // namespace roster
