// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_JOBS_JOBPROGRESSDELEGATE_H
#define ROSTER_JOBS_JOBPROGRESSDELEGATE_H

#include <QStyledItemDelegate>

namespace roster {

/// A job's progress as a bar with its words in it; only the words where no end is known.
class JobProgressDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

}  // namespace roster

#endif
