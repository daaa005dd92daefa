// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plugin/chartcanvasplugin.h"

#include "ui/charts/plugin/qtchartcanvas.h"

namespace roster {

ChartCanvas *ChartCanvasPlugin::create(QWidget *parent)
{
    return new QtChartCanvas(parent);
}

}  // namespace roster
