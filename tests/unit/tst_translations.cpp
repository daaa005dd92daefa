// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translations.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

struct Message
{
    QString context;
    QString source;
    QString type;       // empty when finished, else unfinished, vanished or obsolete
    QStringList forms;  // one, or as many as the language has plural forms
    bool isPlural = false;

    [[nodiscard]] QString key() const { return context + u": "_s + source; }
};

/// Whatever stands in a .ts file; a file that cannot be read gives nothing.
QList<Message> messagesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Message> messages;
    QString context;
    for (QXmlStreamReader xml(&file); !xml.atEnd(); xml.readNext()) {
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            messages << Message{context, {}, {}, {}, xml.attributes().hasAttribute("numerus"_L1)};
        } else if (xml.name() == "source"_L1) {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            messages.last().type = xml.attributes().value("type"_L1).toString();
            if (!messages.last().isPlural)
                messages.last().forms << xml.readElementText();
        } else if (xml.name() == "numerusform"_L1) {
            messages.last().forms << xml.readElementText();
        }
    }
    return messages;
}

/// %1 and %L1, %n and %Ln take the same argument, so they count as the same.
QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%L?(\\d{1,2}|n)"_s);
    QSet<QString> found;
    for (auto match = pattern.globalMatch(text); match.hasNext();)
        found << match.next().captured(1);
    QStringList sorted(found.cbegin(), found.cend());
    sorted.sort();
    return sorted;
}

qsizetype mnemonics(const QString &text)
{
    static const QRegularExpression pattern(u"&\\w"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    return text.count(pattern);
}

QString inFolder(const QString &name)
{
    return QStringLiteral(ROSTER_SOURCE_DIR "/translations/") + name;
}

QStringList keys(const QString &path)
{
    QStringList keys;
    for (const Message &message : messagesOf(path))
        keys << message.key();
    keys.sort();
    return keys;
}

QStringList without(const QStringList &all, const QStringList &others)
{
    const QSet<QString> removed(others.cbegin(), others.cend());
    QStringList rest;
    std::copy_if(all.cbegin(), all.cend(), std::back_inserter(rest),
                 [&](const QString &one) { return !removed.contains(one); });
    return rest;
}

}  // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        // Not qApp, which is the windowed kind wherever widgets are known.
        const auto translators = QCoreApplication::instance()->findChildren<QTranslator *>();
        for (QTranslator *translator : translators)
            delete translator;
        QLocale::setDefault(m_before);
    }

    void areInTheProgram_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("Norwegian") << u"roster_nb"_s;
        QTest::newRow("English") << u"roster_en"_s;
        QTest::newRow("Qt in Norwegian") << u"qt_nb"_s;
    }

    void areInTheProgram()
    {
        QFETCH(const QString, file);
        const QString path = u":/i18n/%1.qm"_s.arg(file);
        QVERIFY2(QFile::exists(path), qPrintable(path));
        QTranslator translator;
        QVERIFY(translator.load(path));
    }

    void aLanguageSetsTheNumbersToo()
    {
        installTranslations(u"nb"_s);
        QCOMPARE(QLocale().language(), QLocale::NorwegianBokmal);
        QCOMPARE(QLocale().decimalPoint(), u","_s);
    }

    void textsOfOursAndOfQtAreFound()
    {
        installTranslations(u"nb"_s);
        QCOMPARE(QCoreApplication::translate("SqlError", "Check host and port."),
                 u"Kontroller vert og port."_s);
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Avbryt"_s);
    }

    void pluralsFollowTheNumber_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("rows");
        QTest::addColumn<QString>("text");
        QTest::newRow("nb 1") << u"nb"_s << 1 << u"1 rad kopiert"_s;
        QTest::newRow("nb 2") << u"nb"_s << 2 << u"2 rader kopiert"_s;
        QTest::newRow("en 1") << u"en"_s << 1 << u"1 row copied"_s;
        QTest::newRow("en 1200") << u"en"_s << 1200 << u"1,200 rows copied"_s;
        QTest::newRow("a language that is not there") << u"fr"_s << 2 << u"2 rows copied"_s;
    }

    void pluralsFollowTheNumber()
    {
        QFETCH(const QString, language);
        QFETCH(const int, rows);
        installTranslations(language);
        QTEST(QCoreApplication::translate("roster::TablePage", "%n row(s) copied", nullptr, rows),
              "text");
    }

    void areComplete_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("Norwegian") << u"roster_nb.ts"_s;
        QTest::newRow("English plurals") << u"roster_en.ts"_s;
        QTest::newRow("Qt in Norwegian") << u"qt_nb.ts"_s;
    }

    void areComplete()
    {
        QFETCH(const QString, file);
        const QList<Message> messages = messagesOf(inFolder(file));
        QVERIFY(!messages.isEmpty());
        QStringList wrong;
        for (const Message &message : messages) {
            const QString key = message.key();
            if (!message.type.isEmpty())
                wrong << message.type + u' ' + key;
            if (message.forms.size() != (message.isPlural ? 2 : 1))
                wrong << u"wrong number of forms "_s + key;
            for (const QString &form : message.forms) {
                if (form.trimmed().isEmpty())
                    wrong << u"empty "_s + key;
                if (placeholders(form) != placeholders(message.source))
                    wrong << u"other placeholders "_s + key;
                if (mnemonics(form) != mnemonics(message.source))
                    wrong << u"other mnemonics "_s + key;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void areUpToDate_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("Norwegian") << u"roster_nb.ts"_s << QStringList{};
        QTest::newRow("English plurals") << u"roster_en.ts"_s << QStringList{u"-pluralonly"_s};
    }

    /// Otherwise: `cmake --build build --target update_translations`, then translate what is new.
    void areUpToDate()
    {
        QFETCH(const QString, file);
        QFETCH(const QStringList, options);
        const QTemporaryDir folder;
        const QString fresh = folder.filePath(file);
        QProcess lupdate;
        lupdate.start(QStringLiteral(ROSTER_LUPDATE),
                      options
                          + QStringList{u"-silent"_s, u"-I"_s, QStringLiteral(ROSTER_SOURCE_DIR),
                                        QStringLiteral("@" ROSTER_LUPDATE_SOURCES), u"-ts"_s,
                                        fresh});
        QVERIFY(lupdate.waitForFinished());
        QVERIFY2(lupdate.exitStatus() == QProcess::NormalExit && lupdate.exitCode() == 0,
                 lupdate.readAllStandardError().constData());
        const QStringList needed = keys(fresh);
        const QStringList there = keys(inFolder(file));
        QVERIFY(!needed.isEmpty());
        QCOMPARE(without(needed, there).join(u'\n'), QString());
        QCOMPARE(without(there, needed).join(u'\n'), QString());
    }

private:
    const QLocale m_before;
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
