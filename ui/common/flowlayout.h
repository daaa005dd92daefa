// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMMON_FLOWLAYOUT_H
#define ROSTER_COMMON_FLOWLAYOUT_H

#include <QLayout>
#include <QList>

namespace roster {

/// Puts its widgets side by side, in their preferred size, and begins another line where the width
/// ends: as words do.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int place(const QRect &rect, bool really) const;

    QList<QLayoutItem *> m_items;
};

}  // namespace roster

#endif
