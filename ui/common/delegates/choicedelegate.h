// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DELEGATES_CHOICEDELEGATE_H
#define ROSTER_DELEGATES_CHOICEDELEGATE_H

#include "ui/common/delegates/celldelegate.h"

namespace roster {

/// A value out of few: true and false, or the labels of an enum; and NULL where it may be.
class ChoiceDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    QString displayText(const QVariant &value, const QLocale &locale) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override;
};

}  // namespace roster

#endif
