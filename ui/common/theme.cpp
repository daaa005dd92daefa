// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

#include "ui/common/style.h"

#include <QApplication>
#include <QStyle>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// Window, text and so on, in the order of `fill`.
struct Shades
{
    QRgb window, base, alternate, button, text, placeholder, highlight, highlightedText, link,
        toolTip, disabled, light, mid, dark;
};

constexpr Shades lightShades{0xfff3f4f6, 0xffffffff, 0xfff8f9fa, 0xffe9ebee, 0xff1b1f24,
                             0xff646b78, 0xff1a64b8, 0xffffffff, 0xff0b57a4, 0xffffffff,
                             0xff8b919c, 0xffffffff, 0xffc3c8cf, 0xff9aa1ab};
constexpr Shades darkShades{0xff262a30, 0xff1d2025, 0xff22262c, 0xff323841, 0xffe4e7eb,
                            0xff9aa3b0, 0xff2f6fb8, 0xffffffff, 0xff7db7f5, 0xff323841,
                            0xff747c88, 0xff414852, 0xff3b424c, 0xff15181c};

QPalette filled(const Shades &shades)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb colour) {
        palette.setColor(role, QColor(colour));
    };
    set(QPalette::Window, shades.window);
    set(QPalette::WindowText, shades.text);
    set(QPalette::Base, shades.base);
    set(QPalette::AlternateBase, shades.alternate);
    set(QPalette::Button, shades.button);
    set(QPalette::ButtonText, shades.text);
    set(QPalette::Text, shades.text);
    set(QPalette::PlaceholderText, shades.placeholder);
    set(QPalette::BrightText, shades.highlightedText);
    set(QPalette::Highlight, shades.highlight);
    set(QPalette::HighlightedText, shades.highlightedText);
    set(QPalette::Link, shades.link);
    set(QPalette::LinkVisited, shades.link);
    set(QPalette::ToolTipBase, shades.toolTip);
    set(QPalette::ToolTipText, shades.text);
    set(QPalette::Light, shades.light);
    set(QPalette::Midlight, shades.button);
    set(QPalette::Mid, shades.mid);
    set(QPalette::Dark, shades.dark);
    set(QPalette::Shadow, shades.dark);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(shades.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(shades.mid));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, QColor(shades.disabled));
    return palette;
}

double luminance(const QColor &colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
         + 0.0722 * linear(colour.blueF());
}

}  // namespace

Theme::Theme(QObject *parent) : QObject(parent) {}

void Theme::setAppearance(Appearance appearance)
{
    m_appearance = appearance;
    const QString forced = qEnvironmentVariable("ROSTER_THEME");
    const Appearance used = forced.isEmpty() ? appearance : appearanceOf(forced);
    // An empty palette brings back the desktop's own, the only sign of a dark desktop in Qt 6.4.
    QApplication::setPalette(QPalette());
    const bool dark = used == Appearance::Dark || (used == Appearance::System && isDark());
    if (!qobject_cast<Style *>(QApplication::style()))
        QApplication::setStyle(new Style);
    QApplication::setPalette(palette(dark));
}

QPalette Theme::palette(bool dark)
{
    return filled(dark ? darkShades : lightShades);
}

bool Theme::isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Active, QPalette::Window))
         < luminance(palette.color(QPalette::Active, QPalette::WindowText));
}

bool Theme::isDark()
{
    // Asked for each row of a frame.
    static qint64 key = 0;
    static bool dark = false;
    const QPalette palette = QGuiApplication::palette();
    if (palette.cacheKey() != key) {
        key = palette.cacheKey();
        dark = isDark(palette);
    }
    return dark;
}

Tone Theme::tone(Meaning meaning, bool dark)
{
    switch (meaning) {
    case Meaning::New:
        return dark ? Tone{QColor(0xff1c3a29), QColor(0xff8fe0ae)}
                    : Tone{QColor(0xffdcf3e1), QColor(0xff14532d)};
    case Meaning::Edited:
        return dark ? Tone{QColor(0xff4a3413), QColor(0xffffc978)}
                    : Tone{QColor(0xffffe6c2), QColor(0xff7a3e00)};
    case Meaning::Deleted:
        return dark ? Tone{QColor(0xff452327), QColor(0xffffa9a9)}
                    : Tone{QColor(0xfffbdcdc), QColor(0xff8b1a1a)};
    case Meaning::Failed:
        return dark ? Tone{QColor(0xff6b1f26), QColor(0xffffd0d0)}
                    : Tone{QColor(0xfff7bcbc), QColor(0xff6b0a0a)};
    case Meaning::Error:
        return dark ? Tone{QColor(0xff41232a), QColor(0xffffb3b3)}
                    : Tone{QColor(0xfffde7e7), QColor(0xff8b1a1a)};
    case Meaning::Warning:
        return dark ? Tone{QColor(0xff3f3414), QColor(0xffffd979)}
                    : Tone{QColor(0xfffff2c9), QColor(0xff664600)};
    case Meaning::Info:
        return dark ? Tone{QColor(0xff1d3349), QColor(0xffa9d3ff)}
                    : Tone{QColor(0xffe3eefb), QColor(0xff17497f)};
    }
    return {};
}

Tone Theme::tone(Environment environment)
{
    switch (environment) {
    case Environment::Development:
        return {QColor(0xff1d6f46), QColor(0xffffffff)};
    case Environment::Staging:
        return {QColor(0xfff0b429), QColor(0xff1b1f24)};
    case Environment::Production:
        return {QColor(0xffb3261e), QColor(0xffffffff)};
    case Environment::Unknown:
        break;
    }
    return {QColor(0xff59616d), QColor(0xffffffff)};
}

QColor Theme::dimmed(bool dark)
{
    return {(dark ? darkShades : lightShades).placeholder};
}

QColor Theme::outline(bool dark)
{
    return {dark ? 0xff858d9a : 0xff6b717c};
}

QString Theme::word(Environment environment)
{
    switch (environment) {
    case Environment::Development:
        return tr("Development");
    case Environment::Staging:
        return tr("Staging");
    case Environment::Production:
        return tr("Production");
    case Environment::Unknown:
        break;
    }
    return tr("Not marked");
}

double Theme::contrast(const QColor &one, const QColor &other)
{
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Theme::Appearance Theme::appearanceOf(const QString &text)
{
    if (text == "light"_L1)
        return Appearance::Light;
    return text == "dark"_L1 ? Appearance::Dark : Appearance::System;
}

QString Theme::nameOf(Appearance appearance)
{
    switch (appearance) {
    case Appearance::Light:
        return u"light"_s;
    case Appearance::Dark:
        return u"dark"_s;
    case Appearance::System:
        break;
    }
    return u"system"_s;
}

}  // namespace roster
