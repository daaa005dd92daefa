// SPDX-License-Identifier: GPL-3.0-or-later
// ChartDrawing: which labels have room at its axes.
#include "ui/charts/plugin/apartitem.h"
#include "ui/charts/plugin/chartdrawing.h"
#include "ui/charts/plugin/densityitem.h"

#include <QCategoryAxis>
#include <QChart>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int longestTick = 14;  ///< characters

/// Its beginning, or its end where another one begins so, too.
QString shortened(const QStringList &ticks, qsizetype at)
{
    const QString &text = ticks.at(at);
    if (text.size() <= longestTick)
        return text;
    const QString beginning = text.left(longestTick - 1);
    const auto alike = std::count_if(ticks.cbegin(), ticks.cend(),
                                     [&](const QString &one) { return one.startsWith(beginning); });
    if (alike < 2)
        return beginning + u'…';
    constexpr qsizetype shortest = 4;
    for (qsizetype length = shortest; length < longestTick - 1; ++length) {
        const QString end = text.right(length);
        const auto same = std::count_if(ticks.cbegin(), ticks.cend(),
                                        [&](const QString &one) { return one.endsWith(end); });
        if (same == 1)
            return u'…' + end;
    }
    return u'…' + text.right(longestTick - 1);
}

}  // namespace

QList<QPair<double, QString>> ChartDrawing::ticks(const ChartAxis &axis, double pixels,
                                                  bool upright) const
{
    const auto bins = std::max<qsizetype>(axis.ticks.size() - (axis.ticksAtEdges ? 1 : 0), 1);
    const QFontMetricsF metrics(m_x->labelsFont());
    double widest = metrics.height() * 1.5;
    if (!upright) {
        for (const QString &tick : axis.ticks)
            widest = std::max(widest, metrics.horizontalAdvance(tick.left(longestTick)));
        widest += metrics.averageCharWidth() * 2;
    }
    const double perBin = pixels / double(bins);
    int stride = axis.strides.isEmpty() ? 1 : axis.strides.last();
    for (const int each : axis.strides) {
        if (perBin * each >= widest * (m_isCompact ? 1.5 : 1)) {
            stride = each;
            break;
        }
    }
    const auto labelled = [&](qsizetype i) {
        return QPair<double, QString>{double(i) - (axis.ticksAtEdges ? 0.5 : 0),
                                      shortened(axis.ticks, i)};
    };
    QList<QPair<double, QString>> chosen;
    for (qsizetype i = 0; i < axis.ticks.size(); ++i) {
        if ((axis.origin + i) % stride != 0 || axis.ticks.at(i).isEmpty())
            continue;
        chosen << labelled(i);
    }
    if (chosen.size() > 1)
        return chosen;
    // One says nothing of a scale: the first and the last that has room.
    for (qsizetype i = axis.ticks.size() - 1; i > 0; --i) {
        const double at = perBin * (double(i) + (axis.ticksAtEdges ? 0 : 0.5));
        if (at + widest / 2 <= pixels && perBin * double(i) >= widest && !axis.ticks.at(i).isEmpty()
            && !axis.ticks.first().isEmpty())
            return {labelled(0), labelled(i)};
    }
    return chosen;
}

/// Pixels from the left edge of the plot to where the first label of what stands apart begins.
double ChartDrawing::roomBeforeApart() const
{
    const QFontMetricsF metrics(labelFont());
    const double centre =
        (apartStart() + apartWidth() / 2) * m_chart.plotArea().width() / columns();
    return centre - metrics.horizontalAdvance(m_data.apart.first().label) / 2
         - metrics.averageCharWidth();
}

void ChartDrawing::fitAxis(QCategoryAxis *axis, const ChartAxis &described, double pixels,
                           bool upright)
{
    const QStringList before = axis->categoriesLabels();
    for (const QString &label : before)
        axis->remove(label);
    // An axis refuses a second label of the same text: what is not seen makes them differ.
    QStringList used;
    const auto append = [&](QString text, double at) {
        while (used.contains(text))
            text += QChar(0x200b);
        used << text;
        axis->append(text.toHtmlEscaped(), at);
    };
    const bool hasApart = axis == m_x && !hasRows() && !m_data.apart.isEmpty();
    const double room = hasApart ? roomBeforeApart() : std::numeric_limits<double>::max();
    const QFontMetricsF metrics(labelFont());
    for (const auto &[at, text] : ticks(described, pixels, upright)) {
        const double centre = (at + 0.5) * m_chart.plotArea().width() / columns();
        if (!hasApart || at <= 0 || centre + metrics.horizontalAdvance(text) / 2 <= room)
            append(text, at);
    }
    if (hasApart) {
        for (int i = 0; i < m_data.apart.size(); ++i)
            append(m_data.apart.at(i).label, apartStart() + (i + 0.5) * apartWidth() - 0.5);
    }
}

void ChartDrawing::fit()
{
    if (!m_x)
        return;
    const QRectF plot = m_chart.plotArea();
    if (!hasRows() && !m_data.apart.isEmpty() && std::abs(plot.width() - m_width) > 1) {
        m_width = plot.width();
        m_x->setRange(-0.5, std::max(columns(), 1.0) - 0.5);
    }
    const double share = columns() > 0 ? double(m_data.bins.size()) / columns() : 1;
    fitAxis(m_x, m_data.x, plot.width() * share, false);
    if (m_y)
        fitAxis(m_y, m_data.y, plot.height(), true);
    if (m_density)
        m_density->moved();
    if (m_apart)
        m_apart->moved();
}

}  // namespace roster
