// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartfiles.h"

#include "ui/charts/chartcanvas.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChartFiles)
};

/// A preview in a corner makes no picture to keep.
QSize pictureSize(const ChartCanvas &canvas)
{
    return canvas.size().expandedTo(QSize(800, 500));
}

}  // namespace

QImage chartImage(ChartCanvas &canvas)
{
    constexpr double scale = 2;
    const QSize size = pictureSize(canvas);
    QImage image(size * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(canvas.palette().color(QPalette::Base));
    QPainter painter(&image);
    canvas.render(painter, QRectF(QPointF(0, 0), size));
    return image;
}

QByteArray chartPng(ChartCanvas &canvas)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    chartImage(canvas).save(&buffer, "PNG");
    return buffer.data();
}

QByteArray chartSvg(ChartCanvas &canvas, const QString &title)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    const QSize size = pictureSize(canvas);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    generator.setTitle(title.toHtmlEscaped());
    {
        QPainter painter(&generator);
        canvas.render(painter, QRectF(QPointF(0, 0), size));
    }
    return buffer.data();
}

Result<void> writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return fail(Error::Kind::System,
                Text::tr("%1 could not be written: %2.").arg(path, file.errorString()),
                Text::tr("Choose another folder, or make room there."));
}

}  // namespace roster
