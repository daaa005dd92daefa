// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "app/argv.h"
#include "app/commands/commandline.h"
#include "app/translations.h"
#include "models/database/profileresolver.h"

#include <QApplication>
#include <QCoreApplication>

#include <clocale>
#include <csignal>

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
    QApplication application(argc, argv);
    const QString language = languageIn(QCoreApplication::arguments().mid(1));
    setUp(application, language.isEmpty() ? chosenLanguage() : language);
    const auto profile =
        ProfileResolver().resolve(arguments.value(u"url"_s), arguments.value(u"profile"_s));
    if (!profile)
        return report(profile.error());
    WindowOptions options;
    options.profile = *profile;
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
            return runWindowed(argc, argv, *arguments);
    }
    return runHeadless(argc, argv);
}
