// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDERS_SEEDTEXT_H
#define ROSTER_SEEDERS_SEEDTEXT_H

#include "models/seeding/seedbatches.h"
#include "models/seeding/seedoverview.h"
#include "models/seeding/seedreport.h"
#include "ui/seeders/seedtask.h"

#include <QString>

namespace roster {

struct ConnectionProfile;

// What the panel says, in people's language.

/// Without the schema where it is `public`.
QString plainName(const TableName &table);
/// `7 s`, `2 min 5 s`, `1 h 3 min`.
QString durationText(qint64 milliseconds);
/// `1,000 rows`; with a tilde where it is an estimate.
QString rowsText(const SeederState &state);
QString lastRunText(const std::optional<SeedBatch> &batch);
QString stateText(const SeedBatch &batch);
/// How a run, or a dry run, went.
QString reportText(const SeedReport &report);
/// What removing does or did, what it leaves and why; a line each.
QString removalText(const SeedRemoval &removal);
/// The options as `shape=even top-level=50`.
QString optionsText(const QMap<QString, QString> &options);
/// `roster seed run …`: what the card does, for a shell.
QString seedCommand(const ConnectionProfile &profile, const SeedTask &task);
QString removeCommand(const ConnectionProfile &profile, qint64 batch);
/// For %n, which takes an int.
int pluralOf(qint64 number);

}  // namespace roster

#endif
