// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/jobprogressdelegate.h"

#include "models/views/joblistmodel.h"

#include <QApplication>
#include <QStyle>

namespace roster {

void JobProgressDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const int percent = index.data(JobListModel::PercentRole).toInt();
    const bool running = index.data(JobListModel::StatusRole).toInt() == int(Job::Status::Running);
    if (percent < 0 || !running) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString text = item.text;
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    QStyleOptionProgressBar bar;
    bar.rect = item.rect.adjusted(2, 2, -2, -2);
    bar.state = QStyle::State_Enabled | QStyle::State_Horizontal;
    bar.palette = item.palette;
    bar.fontMetrics = item.fontMetrics;
    bar.direction = item.direction;
    bar.minimum = 0;
    bar.maximum = 100;
    bar.progress = percent;
    bar.text = item.fontMetrics.elidedText(text, Qt::ElideRight, bar.rect.width() - 4);
    bar.textVisible = true;
    bar.textAlignment = Qt::AlignCenter;
    style->drawControl(QStyle::CE_ProgressBar, &bar, painter, item.widget);
}

}  // namespace roster
