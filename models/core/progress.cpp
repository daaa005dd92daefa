// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/progress.h"

#include <QMutexLocker>

#include <utility>

namespace roster {

void Progress::setText(const QString &text)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_state.text = text;
    }
    changed();
}

void Progress::setTotal(qint64 total)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_state.total = total;
    }
    changed();
}

void Progress::setDone(qint64 done)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_state.done = done;
    }
    changed();
}

Progress::State Progress::state() const
{
    const QMutexLocker lock(&m_mutex);
    return m_state;
}

void Progress::cancel()
{
    m_cancelled = true;
    const QMutexLocker lock(&m_mutex);
    callHook();
}

void Progress::changed() const
{
    if (onChanged)
        onChanged();
}

Progress::CancelHook::CancelHook(Progress &progress, std::function<void()> hook)
    : m_progress(progress)
{
    const QMutexLocker lock(&progress.m_mutex);
    m_outer = std::exchange(progress.m_hook, std::move(hook));
    progress.callHook();
}

Progress::CancelHook::~CancelHook()
{
    const QMutexLocker lock(&m_progress.m_mutex);
    m_progress.m_hook = std::move(m_outer);
    m_progress.callHook();
}

void Progress::callHook() const
{
    if (m_cancelled && m_hook)
        m_hook();
}

}  // namespace roster
