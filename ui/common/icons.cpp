// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// Draws one SVG in the palette's colours; they are looked up at each painting, so a change of
/// theme needs no new icons.
class ThemedIconEngine : public QIconEngine
{
public:
    ThemedIconEngine(QString name, QByteArray svg) : m_name(std::move(name)), m_svg(std::move(svg))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QSvgRenderer renderer(coloured(mode));
        renderer.render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        const QString key = u"roster-icon/%1/%2x%3/%4/%5"_s.arg(
            m_name, QString::number(size.width()), QString::number(size.height()),
            foreground(mode).name(), accent(mode).name());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect({}, size), mode, state);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QIconEngine *clone() const override { return new ThemedIconEngine(m_name, m_svg); }
    QString iconName() override { return m_name; }
    bool isNull() override { return m_svg.isEmpty(); }

private:
    static QColor foreground(QIcon::Mode mode)
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Selected)
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        return palette.color(mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active,
                             QPalette::ButtonText);
    }

    static QColor accent(QIcon::Mode mode)
    {
        return mode == QIcon::Normal || mode == QIcon::Active
                 ? QGuiApplication::palette().color(QPalette::Active, QPalette::Link)
                 : foreground(mode);
    }

    QByteArray coloured(QIcon::Mode mode) const
    {
        QByteArray svg = m_svg;
        svg.replace("\"#00f\"", '"' + accent(mode).name().toLatin1() + '"');
        svg.replace("\"#000\"", '"' + foreground(mode).name().toLatin1() + '"');
        return svg;
    }

    QString m_name;
    QByteArray m_svg;
};

}  // namespace

QIcon themedIcon(const QString &name)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new ThemedIconEngine(name, file.readAll()));
}

QIcon relationIcon(RelationKind kind)
{
    switch (kind) {
    case RelationKind::Table:
    case RelationKind::PartitionedTable:
        break;
    case RelationKind::View:
        return themedIcon(u"view"_s);
    case RelationKind::MaterializedView:
        return themedIcon(u"materialized-view"_s);
    case RelationKind::ForeignTable:
        return themedIcon(u"foreign-table"_s);
    }
    return themedIcon(u"table"_s);
}

QIcon applicationIcon()
{
    // Has colours of its own. Not QIcon's own way, which looks through all image plugins first.
    return themedIcon(u"roster"_s);
}

}  // namespace roster
