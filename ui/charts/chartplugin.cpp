// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartplugin.h"

#include "ui/charts/chartcanvas.h"

#include <QCoreApplication>
#include <QDir>
#include <QPluginLoader>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChartPlugin)
};

constexpr auto fileName = "roster_charts.so"_L1;

/// Beside the program as it is built, or where it is installed; the last two are where the tests
/// and the benchmarks of a build find it.
QStringList usualFolders()
{
    const QString program = QCoreApplication::applicationDirPath();
    return {program, program + u"/../lib/roster"_s, program + u"/../app"_s,
            program + u"/../../app"_s};
}

}  // namespace

Result<ChartCanvas *> makeChartCanvas(QWidget *parent)
{
    return makeChartCanvas(parent, usualFolders());
}

Result<ChartCanvas *> makeChartCanvas(QWidget *parent, const QStringList &folders)
{
    for (const QString &folder : folders) {
        const QString path = QDir::cleanPath(folder + u'/' + fileName);
        if (!QFile::exists(path))
            continue;
        QPluginLoader loader(path);  // Qt keeps a plugin that was loaded before
        if (auto *factory = qobject_cast<ChartCanvasFactory *>(loader.instance()))
            return factory->create(parent);
        Error error;
        error.kind = Error::Kind::System;
        error.message = Text::tr("Charts cannot be drawn: %1 does not fit this Roster.").arg(path);
        error.detail = loader.errorString();
        error.hint = Text::tr("Install or build Roster again, all of it.");
        return fail(std::move(error));
    }
    return fail(
        Error::Kind::NotFound,
        Text::tr("Charts cannot be drawn: %1 is not installed.").arg(fileName),
        Text::tr("Install or build Roster again, all of it. The numbers are in the table."));
}

}  // namespace roster
