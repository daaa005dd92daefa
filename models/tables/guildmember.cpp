// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/guildmember.h"

#include "models/schema/declaredtables.h"

REGISTER_TABLE(guildMembers)
