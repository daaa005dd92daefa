// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATIONS_PLANANSWERDELEGATE_H
#define ROSTER_MIGRATIONS_PLANANSWERDELEGATE_H

#include <QStyledItemDelegate>

namespace roster {

/// The answers beside a change, always open: a choice where RevisionPlanModel offers some, else a
/// line to write a value in.
class PlanAnswerDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Changes are coloured where they lose values.
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

}  // namespace roster

#endif
