// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/errorbar.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMetaEnum>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

constexpr double readable = 4.5;  // WCAG 2.1, 1.4.3

void addPalettes()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

/// Number of pixels of `icon` that are of about this colour.
int pixelsOf(const QIcon &icon, const QColor &colour)
{
    const QImage image = icon.pixmap(64).toImage().convertToFormat(QImage::Format_ARGB32);
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            found += image.pixelColor(x, y) == colour ? 1 : 0;
    }
    return found;
}

}  // namespace

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsTheStandards()
    {
        QCOMPARE(qRound(Theme::contrast(Qt::black, Qt::white) * 100), 2100);
        QCOMPARE(qRound(Theme::contrast(Qt::white, Qt::white) * 100), 100);
        QCOMPARE(qRound(Theme::contrast(QColor(0xff767676), Qt::white) * 100), 454);
    }

    void fieldsHaveAnOutline_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("dark");
        for (const bool dark : {false, true}) {
            const char *ground = dark ? "dark" : "light";
            QTest::addRow("line, %s", ground) << 0 << dark;
            QTest::addRow("number, %s", ground) << 1 << dark;
            QTest::addRow("tick, %s", ground) << 2 << dark;
            QTest::addRow("one of, %s", ground) << 3 << dark;
        }
    }
    void fieldsHaveAnOutline()
    {
        QFETCH(const int, kind);
        QFETCH(const bool, dark);
        constexpr double seen = 3;  // WCAG 2.1, 1.4.11
        Theme theme;
        theme.setAppearance(dark ? Theme::Appearance::Dark : Theme::Appearance::Light);
        std::unique_ptr<QWidget> field;
        if (kind == 0)
            field = std::make_unique<QLineEdit>();
        else if (kind == 1)
            field = std::make_unique<QSpinBox>();
        else if (kind == 2)
            field = std::make_unique<QCheckBox>();
        else
            field = std::make_unique<QRadioButton>();
        field->resize(field->sizeHint());
        const QImage image = field->grab().toImage();
        const QColor window = field->palette().color(QPalette::Window);
        // Into the middle of the box, or of the field, from the left: the outline is crossed.
        double best = 1;
        for (int x = 0; x < std::min(12, image.width()); ++x) {
            const QColor pixel = image.pixelColor(x, image.height() / 2);
            best = std::max(best, Theme::contrast(pixel, window));
        }
        QVERIFY2(best >= seen, qPrintable(QString::number(best)));
        theme.setAppearance(Theme::Appearance::Light);
    }

    void textIsReadable_data() { addPalettes(); }
    void textIsReadable()
    {
        QFETCH(const bool, dark);
        const QPalette palette = Theme::palette(dark);
        const auto check = [&palette](QPalette::ColorRole text, QPalette::ColorRole ground) {
            const double ratio = Theme::contrast(palette.color(text), palette.color(ground));
            QVERIFY2(ratio >= readable,
                     qPrintable(u"%1 on %2: %3"_s.arg(text).arg(ground).arg(ratio)));
        };
        check(QPalette::WindowText, QPalette::Window);
        check(QPalette::ButtonText, QPalette::Button);
        check(QPalette::HighlightedText, QPalette::Highlight);
        check(QPalette::ToolTipText, QPalette::ToolTipBase);
        for (const auto ground : {QPalette::Base, QPalette::AlternateBase, QPalette::Window}) {
            check(QPalette::Text, ground);
            check(QPalette::PlaceholderText, ground);
            check(QPalette::Link, ground);
        }
    }

    void meaningsAreReadable_data() { addPalettes(); }
    void meaningsAreReadable()
    {
        QFETCH(const bool, dark);
        const QColor text = Theme::palette(dark).color(QPalette::Text);
        const auto meanings = QMetaEnum::fromType<Theme::Meaning>();
        for (int i = 0; i < meanings.keyCount(); ++i) {
            const Tone tone = Theme::tone(Theme::Meaning(meanings.value(i)), dark);
            QVERIFY2(Theme::contrast(tone.foreground, tone.background) >= readable,
                     meanings.key(i));
            QVERIFY2(Theme::contrast(text, tone.background) >= readable, meanings.key(i));
        }
    }

    void environmentsAreReadableAndNamed()
    {
        QStringList words;
        for (const auto environment : {Environment::Unknown, Environment::Development,
                                       Environment::Staging, Environment::Production}) {
            const Tone tone = Theme::tone(environment);
            QVERIFY(Theme::contrast(tone.foreground, tone.background) >= readable);
            words << Theme::word(environment);
        }
        QCOMPARE(words.removeDuplicates(), 0);
    }

    void appearanceSetsThePalette()
    {
        qunsetenv("ROSTER_THEME");
        Theme theme;
        theme.setAppearance(Theme::Appearance::Dark);
        QVERIFY(Theme::isDark());
        theme.setAppearance(Theme::Appearance::Light);
        QVERIFY(!Theme::isDark());
        qputenv("ROSTER_THEME", "dark");
        theme.setAppearance(Theme::Appearance::Light);
        QVERIFY(Theme::isDark());
        qunsetenv("ROSTER_THEME");
        theme.setAppearance(Theme::Appearance::System);
        QVERIFY(!Theme::isDark());  // the offscreen platform is light
    }

    void iconsFollowThePalette()
    {
        Theme theme;
        const QIcon icon = themedIcon(u"error"_s);
        for (const auto appearance : {Theme::Appearance::Light, Theme::Appearance::Dark}) {
            theme.setAppearance(appearance);
            QVERIFY(pixelsOf(icon, QGuiApplication::palette().color(QPalette::ButtonText)) > 100);
        }
    }

    void everyIconDraws()
    {
        const QDir drawn(QStringLiteral(ROSTER_SOURCE_DIR "/resources/icons"));
        const QStringList names = drawn.entryList({u"*.svg"_s});
        QVERIFY(!names.isEmpty());
        for (const QString &name : names) {
            const QIcon icon = themedIcon(QString(name).chopped(4));
            QVERIFY2(!icon.isNull(), qPrintable(name + u" is not in roster.qrc"_s));
            QVERIFY2(pixelsOf(icon, Qt::transparent) < 64 * 64 - 50,
                     qPrintable(name + u" draws nothing"_s));
        }
        QVERIFY(themedIcon(u"no such icon"_s).isNull());
        QVERIFY(!applicationIcon().pixmap(64).isNull());
    }

    void errorBarShowsAndHides()
    {
        ErrorBar bar;
        QVERIFY(bar.isHidden());
        Error error;
        error.message = u"<b>players.name</b>: too long"_s;
        error.hint = u"Shorten it."_s;
        error.sqlState = u"22001"_s;
        error.statement = u"UPDATE players …"_s;
        bar.showError(error);
        QVERIFY(!bar.isHidden());
        QCOMPARE(bar.findChild<QLabel *>(u"errorMessage"_s)->textFormat(), Qt::PlainText);
        auto *details = bar.findChild<QPlainTextEdit *>(u"errorDetails"_s);
        QVERIFY(details->isHidden());
        bar.findChild<QPushButton *>(u"errorDetailsButton"_s)->click();
        QVERIFY(!details->isHidden());
        bar.findChild<QPushButton *>(u"errorCopy"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 u"<b>players.name</b>: too long\nShorten it.\nSQLSTATE: 22001\n"
                 "Statement: UPDATE players …"_s);
        QTest::keyClick(&bar, Qt::Key_Escape);
        QVERIFY(bar.isHidden());
    }

    void errorBarOffersAnAction()
    {
        ErrorBar bar;
        auto *action = bar.findChild<QPushButton *>(u"errorAction"_s);
        bar.showMessage(Theme::Meaning::Warning, u"Lost"_s);
        QVERIFY(action->isHidden());
        int done = 0;
        bar.setAction(u"Retry"_s, [&] {
            ++done;
            bar.showMessage(Theme::Meaning::Info, u"Back"_s);  // takes the action away meanwhile
        });
        QVERIFY(!action->isHidden());
        action->click();
        QCOMPARE(done, 1);
        QVERIFY(action->isHidden());
    }
};

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
