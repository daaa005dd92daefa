// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translations.h"

#include <QFile>
#include <QLocale>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace roster;

class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areInTheProgram_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("Norwegian") << u"nb"_s;
        QTest::newRow("English") << u"en"_s;
    }

    void areInTheProgram()
    {
        QFETCH(const QString, language);
        const QString file = u":/i18n/roster_%1.qm"_s.arg(language);
        QVERIFY2(QFile::exists(file), qPrintable(file));
        QTranslator translator;
        QVERIFY(translator.load(file));
    }

    void aLanguageSetsTheNumbersToo()
    {
        const QLocale before;
        installTranslations(u"nb"_s);
        QCOMPARE(QLocale().language(), QLocale::NorwegianBokmal);
        QCOMPARE(QLocale().decimalPoint(), u","_s);
        QLocale::setDefault(before);
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
