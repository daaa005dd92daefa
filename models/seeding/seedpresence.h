// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDING_SEEDPRESENCE_H
#define ROSTER_SEEDING_SEEDPRESENCE_H

#include "models/seeding/seedbatches.h"

namespace roster {

/// Marks the batches of which no row is left by somebody else's hand (TRUNCATE, DROP, DELETE):
/// SeedBatch::gone. Looks at the ends of each batch's keys only, so that ten million rows cost no
/// more than ten; rows of others with such keys make it seem to be there. Asks in transactions of
/// its own, waits for no lock, and leaves as recorded what it may not read.
void markGone(Session &session, QList<SeedBatch> &batches);

}  // namespace roster

#endif
