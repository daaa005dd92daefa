// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_APP_COMMANDS_SEEDARGUMENTS_H
#define ROSTER_APP_COMMANDS_SEEDARGUMENTS_H

#include "models/core/result.h"
#include "models/seeding/genericseeder.h"

#include <memory>

namespace roster {

class Context;

// What the words after `roster seed` ask for. All errors are Usage.

/// How it is to run.
Result<SeedRequest> seedRequestOf(const Context &context);
/// By name or alias; else with the nearest one as a hint.
Result<const Seeder *> namedSeeder(const QString &name);
/// `schema.table`, or a table of the schema public.
TableName tableOf(const QString &text);
/// What the words ask for: a seeder by name, or the generic one, which is kept in `own`. Errors
/// also: those of GenericSeeder::forTable.
Result<const Seeder *> meantSeeder(const Context &context, Session &session,
                                   std::unique_ptr<GenericSeeder> &own);
/// Wrong usage, before a connection is made.
Result<void> checkWords(const Context &context);

}  // namespace roster

#endif
