// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seeders/ratemeter.h"

#include <algorithm>

namespace roster {

namespace {
constexpr qint64 shortestMs = 250;  ///< what is measured over less is noise
constexpr double msPerSecond = 1000;
}  // namespace

void RateMeter::add(qint64 milliseconds, qint64 done)
{
    if (!m_samples.isEmpty() && done < m_samples.constLast().done)
        m_samples.clear();
    m_samples << Sample{milliseconds, done};
    // One sample from before the window stays: the window is to be full.
    while (m_samples.size() > 2 && m_samples.at(1).milliseconds <= milliseconds - windowMs)
        m_samples.removeFirst();
}

double RateMeter::perSecond() const
{
    if (m_samples.size() < 2)
        return 0;
    const Sample &first = m_samples.constFirst();
    const Sample &last = m_samples.constLast();
    const qint64 milliseconds = last.milliseconds - first.milliseconds;
    if (milliseconds < shortestMs)
        return 0;
    return double(last.done - first.done) * msPerSecond / double(milliseconds);
}

qint64 RateMeter::remainingMs(qint64 total) const
{
    const double rate = perSecond();
    if (rate <= 0)
        return -1;
    const qint64 left = std::max<qint64>(total - m_samples.constLast().done, 0);
    return qint64(double(left) * msPerSecond / rate);
}

}  // namespace roster
