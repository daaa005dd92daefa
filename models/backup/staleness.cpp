// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/staleness.h"

#include <QCoreApplication>
#include <QMap>

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 week = 7 * day;
constexpr qint64 longestMonth = 31 * day;
/// A dump that takes long, or a timer that is late, is no alarm yet.
constexpr qint64 patience = 2 * hour;

qint64 promiseOf(BackupSlot slot)
{
    switch (slot) {
    case BackupSlot::Last:
    case BackupSlot::Daily:
        return day;
    case BackupSlot::Weekly:
        return week;
    case BackupSlot::Monthly:
        return longestMonth;
    case BackupSlot::Flat:
        break;
    }
    return 0;
}

void take(Staleness &state, const BackupFile &file, bool isScheduled)
{
    if (file.isGood() && (state.newest.isNull() || file.moment() > state.newest))
        state.newest = file.moment();
    if (isScheduled)
        return;
    for (const BackupFile::Place &place : file.places) {
        const qint64 promise = promiseOf(place.slot);
        if (promise > 0 && (state.promised == 0 || promise < state.promised))
            state.promised = promise;
    }
}

QString judge(const Staleness &state, const QDateTime &now)
{
    if (state.newest.isNull())
        return Text::tr("There is no good backup of %1.").arg(state.database);
    const qint64 age = state.newest.secsTo(now);
    if (age <= state.promised + patience)
        return {};
    return Text::tr("The newest good backup of %1 is %2 old; one each %3 is promised.")
        .arg(state.database, Staleness::ageText(age), Staleness::ageText(state.promised));
}

}  // namespace

QList<Staleness> Staleness::of(const BackupListing &listing, const QDateTime &now, qint64 promised)
{
    QMap<QString, Staleness> states;
    for (const BackupFile &file : listing.files) {
        Staleness &state = states[file.database];
        state.database = file.database;
        state.promised = promised > 0 ? promised : state.promised;
        take(state, file, promised > 0);
    }
    QList<Staleness> found;
    for (Staleness &state : states) {
        if (state.promised == 0)
            continue;
        state.text = judge(state, now);
        found << state;
    }
    return found;
}

QString Staleness::ageText(qint64 seconds)
{
    if (seconds < 2 * minute)
        return Text::tr("%n second(s)", nullptr, int(qMax<qint64>(0, seconds)));
    if (seconds < 2 * hour)
        return Text::tr("%n minute(s)", nullptr, int(seconds / minute));
    if (seconds < 2 * day)
        return Text::tr("%n hour(s)", nullptr, int(seconds / hour));
    return Text::tr("%n day(s)", nullptr, int(seconds / day));
}

}  // namespace roster
