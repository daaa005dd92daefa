// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_CONNECTION_LOCALDATABASE_H
#define ROSTER_CONNECTION_LOCALDATABASE_H

#include "models/database/jobfuture.h"
#include "models/database/localserver.h"

#include <QObject>
#include <QThreadPool>

#include <memory>

namespace roster {

/// The private local server as the window uses it: every call runs on a thread of its own, one
/// after the other, and answers later. Destroying it stops what waits and gives the server back.
class LocalDatabase : public QObject
{
    Q_OBJECT

public:
    explicit LocalDatabase(LocalPaths paths = LocalPaths::standard(), QObject *parent = nullptr);
    ~LocalDatabase() override;

    /// Starts it where it does not run and says how to reach it.
    JobFuture<Result<ConnectionProfile>> acquire();
    /// For a window whose server is gone: starts it again. Unless somebody asks for it (`byHand`),
    /// only after a crash: one that was stopped on purpose stays so (Error::Kind::Connection).
    JobFuture<Result<void>> bringBack(bool byHand);
    JobFuture<Result<LocalStatus>> status();
    /// `keep`: it goes on when this window is closed.
    JobFuture<Result<void>> start(bool keep);
    JobFuture<Result<void>> stop();
    /// Deletes all its data.
    JobFuture<Result<void>> reset();
    /// Stops waiting for what runs now.
    void cancel();

Q_SIGNALS:
    /// What it is doing, for people.
    void progressed(const QString &text);

private:
    template <class Work>
    auto run(Work work);

    LocalServer m_server;
    std::shared_ptr<Progress> m_progress;
    QThreadPool m_thread;
};

}  // namespace roster

#endif
