// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_APP_APPLICATION_H
#define ROSTER_APP_APPLICATION_H

#include "models/database/connectionprofile.h"

#include <QString>

#include <optional>

class QApplication;

namespace roster {

class FontPreparation;

/// What the command line says about the window.
struct WindowOptions
{
    std::optional<ConnectionProfile> profile;  ///< none: the last one used, else
                                               ///< the private local database
    FontPreparation *fonts = nullptr;          ///< waited for before anything is drawn
    QString configFolder;                      ///< of the settings; empty: $XDG_CONFIG_HOME/roster
};

/// What a person chose in Preferences: "en", "nb"; empty: the system's.
QString chosenLanguage();

/// Builds what the window needs, shows it and returns when it is closed: the exit code.
int runWindow(QApplication &application, const WindowOptions &options);

}  // namespace roster

#endif
