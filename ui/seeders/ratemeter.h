// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDERS_RATEMETER_H
#define ROSTER_SEEDERS_RATEMETER_H

#include <QList>
#include <QtGlobal>

namespace roster {

/// How fast something goes on now, and so how long the rest takes: over the last few seconds, since
/// the beginning is no measure of the end.
class RateMeter
{
public:
    static constexpr qint64 windowMs = 5000;

    /// So much is done so long after the start; both only grow.
    void add(qint64 milliseconds, qint64 done);
    /// A second; 0: not known yet.
    double perSecond() const;
    /// Until `total` is done; -1: not known.
    qint64 remainingMs(qint64 total) const;

private:
    struct Sample
    {
        qint64 milliseconds;
        qint64 done;
    };
    QList<Sample> m_samples;
};

}  // namespace roster

#endif
