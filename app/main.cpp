// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "app/argv.h"
#include "app/commands/commandline.h"
#include "app/fontpreparation.h"
#include "app/translations.h"
#include "models/database/connectionattempt.h"
#include "models/database/profileresolver.h"

#include <QApplication>
#include <QCoreApplication>

#include <clocale>
#include <csignal>
#include <cstdio>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

void setUp(QCoreApplication &application, const QString &language)
{
    application.setApplicationName(u"roster"_s);
    application.setApplicationVersion(QStringLiteral(ROSTER_VERSION));
    // libpq's messages are recognised by their English text; Qt has just set the whole locale.
    std::setlocale(LC_MESSAGES, "C");
    installTranslations(language);
}

int runWindowed(int argc, char **argv, const Arguments &arguments)
{
    FontPreparation fonts;
    QApplication application(argc, argv);
    const QString language = languageIn(QCoreApplication::arguments().mid(1));
    setUp(application, language.isEmpty() ? chosenLanguage() : language);
    const auto profile =
        ProfileResolver().resolve(arguments.value(u"url"_s), arguments.value(u"profile"_s));
    if (!profile)
        return report(profile.error());
    WindowOptions options;
    options.profile = *profile;
    options.fonts = &fonts;
    return runWindow(application, options);
}

int runHeadless(int argc, char **argv)
{
    std::signal(SIGPIPE, SIG_IGN);  // a reader that went away is seen by write()
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments().mid(1);
    setUp(application, languageIn(words));
    if (!wantsWindow(words))
        return runCommandLine(words);
    return report(windowArguments(words).error());  // why there is no window, in the right language
}

/// What an abandoned connection attempt uses must not be destroyed under it.
int ended(int exitCode)
{
    if (!ConnectionAttempt::anyAbandoned())
        return exitCode;
    std::fflush(nullptr);
    ::_exit(exitCode);
}

}  // namespace

int main(int argc, char *argv[])
{
    fillClosedDescriptors();
    hidePasswords(argc, argv);
    ensureUtf8();
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words << QString::fromLocal8Bit(argv[i]);
    if (wantsWindow(words)) {
        if (const auto arguments = windowArguments(words))
            return ended(runWindowed(argc, argv, *arguments));
    }
    return ended(runHeadless(argc, argv));
}
