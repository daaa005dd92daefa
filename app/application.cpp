// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/fontpreparation.h"
#include "app/settings.h"
#include "app/terminationwatch.h"
#include "ui/common/theme.h"
#include "ui/connection/localdatabase.h"
#include "ui/mainwindow/mainwindow.h"

#include <QApplication>

#include <memory>

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
    auto termination = std::make_unique<TerminationWatch>();  // before anything is under way
    Settings settings(options.configFolder);
    if (options.fonts)
        options.fonts->wait();
    Theme theme;
    theme.setAppearance(settings.appearance());
    LocalDatabase local;
    MainWindow window(settings, ProfileStore(), theme, local);
    window.openWhenPainted(firstTarget(options, settings));
    window.show();
    // Asks nothing: whoever ends a session does not wait for an answer.
    QObject::connect(termination.get(), &TerminationWatch::terminated, &window, [&window] {
        window.saveWindow();
        QApplication::exit(0);
    });
    const int exitCode = application.exec();
    termination.reset();  // a second signal ends what may hang below
    return exitCode;
}

}  // namespace roster
