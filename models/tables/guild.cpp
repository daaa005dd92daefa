// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/guild.h"

#include "models/schema/declaredtables.h"

REGISTER_TABLE(guilds)
