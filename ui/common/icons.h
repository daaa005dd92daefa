// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMMON_ICONS_H
#define ROSTER_COMMON_ICONS_H

#include "models/schema/tableschema.h"

#include <QIcon>
#include <QString>

namespace roster {

/// `:/icons/<name>.svg` in the colours of the palette in use when it is painted, so one drawing
/// serves light and dark: black becomes the text colour, blue (#00f) the accent. An empty icon for
/// a name that does not exist.
QIcon themedIcon(const QString &name);

/// Table, view, materialized view, foreign table.
QIcon relationIcon(RelationKind kind);

/// The application's own, in its own colours.
QIcon applicationIcon();

}  // namespace roster

#endif
