// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plugin/chartcolours.h"

#include <algorithm>
#include <array>

namespace roster {

namespace {

/// Viridis by eight of its colours, from dark to light.
constexpr std::array<QRgb, 8> viridis{0xff440154, 0xff46327e, 0xff365c8d, 0xff277f8e,
                                      0xff1fa187, 0xff4ac16d, 0xffa0da39, 0xfffde725};

QColor between(const QColor &one, const QColor &other, double share)
{
    const auto mix = [share](float a, float b) { return float(a + (b - a) * share); };
    return QColor::fromRgbF(mix(one.redF(), other.redF()), mix(one.greenF(), other.greenF()),
                            mix(one.blueF(), other.blueF()));
}

}  // namespace

ChartColours::ChartColours(const QPalette &palette)
    : background(palette.color(QPalette::Base)),
      text(palette.color(QPalette::Text)),
      grid(between(background, text, 0.14)),
      isDark(background.lightnessF() < 0.5F)
{
    bar = isDark ? QColor(0xff6fb1f0) : QColor(0xff2a6fb5);
    apart = isDark ? QColor(0xff9aa3b0) : QColor(0xff7b8490);
    selection = isDark ? QColor(0xfff0a93b) : QColor(0xffb45f00);
}

QColor ChartColours::heat(double share) const
{
    // Most is what stands out: light on dark, dark on light.
    const double along = isDark ? 0.12 + 0.88 * share : 0.92 - 0.92 * share;
    const double place = std::clamp(along, 0.0, 1.0) * double(viridis.size() - 1);
    const auto below = std::min(size_t(place), viridis.size() - 2);
    return between(QColor(viridis.at(below)), QColor(viridis.at(below + 1)), place - double(below));
}

}  // namespace roster
