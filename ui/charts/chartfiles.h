// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_CHARTS_CHARTFILES_H
#define ROSTER_CHARTS_CHARTFILES_H

#include "models/core/result.h"

#include <QByteArray>
#include <QImage>
#include <QString>

namespace roster {

class ChartCanvas;

/// A chart as it is seen, twice as fine as the screen.
QImage chartImage(ChartCanvas &canvas);
QByteArray chartPng(ChartCanvas &canvas);
QByteArray chartSvg(ChartCanvas &canvas, const QString &title);

/// Written beside its place and renamed: what was there before stays until all of it is. System,
/// with the system's reason.
Result<void> writeWhole(const QString &path, const QByteArray &bytes);

}  // namespace roster

#endif
