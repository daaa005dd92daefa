// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/progress.h"

#include <QMutexLocker>

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
    if (m_hook)
        m_hook();
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
    progress.m_hook = std::move(hook);
    if (progress.m_cancelled && progress.m_hook)
        progress.m_hook();
}

Progress::CancelHook::~CancelHook()
{
    const QMutexLocker lock(&m_progress.m_mutex);
    m_progress.m_hook = nullptr;
}

}  // namespace roster
