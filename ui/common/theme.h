// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMMON_THEME_H
#define ROSTER_COMMON_THEME_H

#include "models/database/connectionprofile.h"

#include <QColor>
#include <QObject>
#include <QPalette>

namespace roster {

/// A pair of colours to be used together: text on its ground, at least 4.5:1 apart.
struct Tone
{
    QColor background;
    QColor foreground;
};

/// The two palettes, light and dark, and what colours mean. The style is Fusion everywhere, so that
/// the window looks the same on every desktop.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Appearance { System, Light, Dark };
    Q_ENUM(Appearance)
    /// Never the only sign: each goes with a word or a glyph.
    enum class Meaning { New, Edited, Deleted, Failed, Error, Warning, Info };
    Q_ENUM(Meaning)

    explicit Theme(QObject *parent = nullptr);

    Appearance appearance() const { return m_appearance; }
    /// Sets the style once and the palette of the whole application.
    /// `ROSTER_THEME=light|dark|system` in the process's environment wins over the setting.
    void setAppearance(Appearance appearance);

    static QPalette palette(bool dark);
    static bool isDark(const QPalette &palette);
    /// Of the palette in use.
    static bool isDark();

    static Tone tone(Meaning meaning, bool dark = isDark());
    /// The badge of an environment, the same in both palettes.
    static Tone tone(Environment environment);
    /// For NULL and hints: quieter than text, and still readable.
    static QColor dimmed(bool dark = isDark());
    /// Round what takes input: 3 to 1 against its surroundings on dark ground.
    static QColor outline(bool dark = isDark());
    /// The environment's word: colour is never the only sign.
    static QString word(Environment environment);
    /// WCAG contrast ratio, 1 to 21.
    static double contrast(const QColor &one, const QColor &other);

    /// "light", "dark" or "system", as settings hold it; anything else is System.
    static Appearance appearanceOf(const QString &text);
    static QString nameOf(Appearance appearance);

private:
    Appearance m_appearance = Appearance::System;
};

}  // namespace roster

#endif
