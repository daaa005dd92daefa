// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

void install(const QLocale &locale, const QString &name, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>(qApp);
    if (translator->load(locale, name, u"_"_s, folder))
        QCoreApplication::installTranslator(translator.release());
}

}  // namespace

void installTranslations(const QString &language)
{
    QLocale locale = QLocale::system();
    if (!language.isEmpty()) {
        locale = QLocale(language);
        QLocale::setDefault(locale);
    } else if (locale.language() == QLocale::C) {
        locale = QLocale(QLocale::English);
    }
    // The last one installed is asked first. English plurals come beneath every other language.
    install(QLocale(QLocale::English), u"roster"_s, u":/i18n"_s);
    install(locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(locale, u"qt"_s, u":/i18n"_s);  // for languages that Qt itself does not ship
    install(locale, u"roster"_s, u":/i18n"_s);
}

}  // namespace roster
