// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_CHARTS_CHARTPLUGIN_H
#define ROSTER_CHARTS_CHARTPLUGIN_H

#include "models/core/result.h"

#include <QStringList>

class QWidget;

namespace roster {

class ChartCanvas;

/// A canvas by the plugin, which is loaded by the first call (some ten milliseconds, once). The
/// parent owns it. NotFound where the plugin is not installed, System where it cannot be loaded.
Result<ChartCanvas *> makeChartCanvas(QWidget *parent);

/// The same from the first of `folders` that holds the plugin.
Result<ChartCanvas *> makeChartCanvas(QWidget *parent, const QStringList &folders);

}  // namespace roster

#endif
