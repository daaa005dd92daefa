// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/guildmember.h"

#include "models/schema/declaredtables.h"

#include <QtGlobal>

REGISTER_TABLE(guildMembers)

// What people see in its place, for translators.
[[maybe_unused]] constexpr auto title = QT_TRANSLATE_NOOP("Tables", "Guild members");
