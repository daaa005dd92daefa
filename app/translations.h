// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_APP_TRANSLATIONS_H
#define ROSTER_APP_TRANSLATIONS_H

#include <QString>

namespace roster {

/// Loads our texts and Qt's own for `language` (`nb`, `en`), or for the system's language where it
/// is empty; numbers follow it. Call once, after the application object was made.
void installTranslations(const QString &language);

}  // namespace roster

#endif
