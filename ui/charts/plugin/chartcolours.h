// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLUGIN_CHARTCOLOURS_H
#define ROSTER_PLUGIN_CHARTCOLOURS_H

#include <QColor>
#include <QPalette>

namespace roster {

/// The colours of a chart on some palette. Told apart by lightness too, so that they hold for every
/// kind of colour vision.
struct ChartColours
{
    explicit ChartColours(const QPalette &palette);

    QColor background;
    QColor text;
    QColor grid;
    QColor bar;
    QColor apart;      ///< NULL and other bars beside the scale
    QColor selection;  ///< outline; its ground is the same, thin
    bool isDark;

    /// Of a density, 0 (few) to 1 (most): viridis, begun where it stands out from the ground.
    QColor heat(double share) const;
};

}  // namespace roster

#endif
