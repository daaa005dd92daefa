// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_CORE_PROGRESS_H
#define ROSTER_CORE_PROGRESS_H

#include <QMutex>
#include <QString>

#include <atomic>
#include <functional>

namespace roster {

/// The thread-safe line between work on one thread and whoever watches it from another:
/// text and counts go out, the wish to stop comes in.
class Progress
{
public:
    struct State
    {
        QString text;       ///< what it is doing now
        qint64 done = 0;    ///< in the work's own unit (rows, bytes)
        qint64 total = -1;  ///< -1: not known
    };

    /// Called on the working thread at each report; keep it short. Set before the work starts.
    std::function<void()> onChanged;

    void setText(const QString &text);
    void setTotal(qint64 total);
    void setDone(qint64 done);
    State state() const;

    /// Asks the work to stop and calls what `CancelHook` registered; any thread, any number of
    /// times.
    void cancel();
    bool isCancelled() const { return m_cancelled.load(); }

    /// While it lives, `cancel()` also calls `hook` (at once if it was cancelled before). The hook
    /// runs on the cancelling thread under the lock: it must not block. Hooks nest: the innermost
    /// is called, and one that was covered is called at the inner one's end if it came to that.
    class CancelHook
    {
    public:
        CancelHook(Progress &progress, std::function<void()> hook);
        ~CancelHook();
        Q_DISABLE_COPY_MOVE(CancelHook)

    private:
        Progress &m_progress;
        std::function<void()> m_outer;
    };

private:
    void changed() const;
    void callHook() const;

    mutable QMutex m_mutex;
    State m_state;
    std::function<void()> m_hook;
    std::atomic_bool m_cancelled = false;
};

}  // namespace roster

#endif
