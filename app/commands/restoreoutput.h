// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_APP_COMMANDS_RESTOREOUTPUT_H
#define ROSTER_APP_COMMANDS_RESTOREOUTPUT_H

#include "models/restore/restoreleftovers.h"
#include "models/restore/restorerun.h"

#include <QString>

namespace roster {

class Context;

/// What `roster restore` and `roster clean` write.
namespace RestoreOutput {

/// What a swap would lose and win, for people.
void comparison(Context &context, const DatabaseComparison &comparison);
void preflight(Context &context, const RestoreRequest &request, const RestorePreflight &found,
               const QMap<LoadReport::TableKey, qint64> &rows);
void receipt(Context &context, const RestoreReceipt &receipt);
void undone(Context &context, const SwapOutcome &outcome);
void leftovers(Context &context, const QList<RestoreLeftover> &leftovers,
               const QStringList &dropped);

/// The name of the database that is to go, as the person typed it: by --yes-replace (or `option`),
/// else asked for at a terminal. Errors: Refused without either, before anything is done.
Result<QString> typedName(Context &context, const QString &database, const QString &option);
/// For `typedName` at a terminal: asks now.
Result<QString> askName(Context &context, const QString &database);

}  // namespace RestoreOutput

}  // namespace roster

#endif
