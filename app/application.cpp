// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/fontpreparation.h"
#include "app/settings.h"
#include "app/terminationwatch.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/connection/localdatabase.h"
#include "ui/mainwindow/databaseopener.h"
#include "ui/mainwindow/mainwindow.h"

#include <QApplication>

namespace roster {

namespace {

ConnectionTarget firstTarget(const WindowOptions &options, const WindowSettings &settings)
{
    const auto profile = options.profile ? options.profile : settings.lastConnection();
    return profile ? ConnectionTarget{false, *profile} : ConnectionTarget();
}

}  // namespace

QString chosenLanguage()
{
    return Settings().language();
}

int runWindow(QApplication &application, const WindowOptions &options)
{
    Settings settings(options.configFolder);
    OpeningDatabase opening = beginOpening(firstTarget(options, settings));
    if (options.fonts)
        options.fonts->wait();
    Theme theme;
    theme.setAppearance(settings.appearance());
    QApplication::setWindowIcon(applicationIcon());
    LocalDatabase local;
    MainWindow window(settings, ProfileStore(), theme, local);
    window.follow(std::move(opening));
    window.show();
    // Asks nothing: whoever ends a session does not wait for an answer.
    TerminationWatch termination;
    QObject::connect(&termination, &TerminationWatch::terminated, &window,
                     [] { QApplication::exit(0); });
    return application.exec();
}

}  // namespace roster
