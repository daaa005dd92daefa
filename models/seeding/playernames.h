// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDING_PLAYERNAMES_H
#define ROSTER_SEEDING_PLAYERNAMES_H

#include "models/seeding/randomsource.h"

#include <QByteArray>

namespace roster {

/// Puts a player's name into `name` as UTF-8, at most 60 characters: full names and given names of
/// several cultures and scripts, nicknames with a number, names with an epithet. Most are seen
/// once, some often, as among real players.
void makePlayerName(RandomSource &random, QByteArray &name);

}  // namespace roster

#endif
