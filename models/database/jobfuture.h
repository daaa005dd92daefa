// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_JOBFUTURE_H
#define ROSTER_DATABASE_JOBFUTURE_H

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace roster {

/// A QFuture whose `then(context, …)` may outlive its context: Qt 6.4's own asserts that the
/// context still lives when the future finishes, and looks at it from the finishing thread.
template <class R>
class JobFuture : public QFuture<R>
{
public:
    JobFuture() = default;
    explicit JobFuture(const QFuture<R> &future) : QFuture<R>(future) {}

    /// Calls `function(const R &)` on the context's thread, always from its event loop; never where
    /// the context is gone.
    template <class Context, class Function>
    void then(Context *context, Function function)
    {
        auto *watcher = new QFutureWatcher<R>(context);
        QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                         [watcher, function = std::move(function)]() mutable {
                             watcher->deleteLater();
                             if (watcher->future().resultCount() == 0)
                                 return;  // dropped by a worker that was stopped before
                             const R result = watcher->result();
                             function(result);
                         });
        watcher->setFuture(*this);
    }
};

}  // namespace roster

#endif
