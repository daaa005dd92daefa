// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DELEGATES_CELLDELEGATE_H
#define ROSTER_DELEGATES_CELLDELEGATE_H

#include "models/schema/tableschema.h"

#include <QFont>
#include <QStyledItemDelegate>

#include <optional>

namespace roster {

/// How every cell of a table looks: one line, NULL unlike the empty string, staged edits coloured.
/// Subclasses say what their type does differently. Knows nothing of where the table comes from.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    CellDelegate(TableSchema schema, int column, QObject *parent = nullptr);

    /// The delegate that fits the column's type.
    static CellDelegate *make(const TableSchema &schema, int column, QObject *parent = nullptr);

    QString displayText(const QVariant &value, const QLocale &locale) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
    bool eventFilter(QObject *editor, QEvent *event) override;

Q_SIGNALS:
    /// The value is too long, or has too many lines, for an editor of one line.
    void largeEditorNeeded(const QModelIndex &index) const;

protected:
    const ColumnSchema &column() const { return m_schema.columns.at(m_column); }
    const TableSchema &schema() const { return m_schema; }
    int columnIndex() const { return m_column; }
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    /// Beyond the value itself, in the tooltip; empty for nothing.
    virtual QString explanation(const QString &value) const;

private:
    static void paintText(QPainter &painter, const QStyleOptionViewItem &cell);
    void colour(QStyleOptionViewItem *option, const QModelIndex &index) const;
    void useQuickFont(QStyleOptionViewItem *option) const;
    QString toolTip(const QModelIndex &index) const;

    TableSchema m_schema;
    int m_column;
    mutable QFont m_font;                      ///< of the last cell
    mutable std::optional<QFont> m_quickFont;  ///< the same, unshaped
};

}  // namespace roster

#endif
