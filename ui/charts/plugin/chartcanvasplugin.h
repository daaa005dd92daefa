// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLUGIN_CHARTCANVASPLUGIN_H
#define ROSTER_PLUGIN_CHARTCANVASPLUGIN_H

#include "ui/charts/chartcanvas.h"

#include <QObject>

namespace roster {

/// The entry of the plugin.
class ChartCanvasPlugin final : public QObject, public ChartCanvasFactory
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "io.github.roster.ChartCanvasFactory/2")
    Q_INTERFACES(roster::ChartCanvasFactory)

public:
    ChartCanvas *create(QWidget *parent) override;
};

}  // namespace roster

#endif
