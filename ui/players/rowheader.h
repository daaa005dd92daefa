// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLAYERS_ROWHEADER_H
#define ROSTER_PLAYERS_ROWHEADER_H

#include <QHeaderView>

namespace roster {

class TableModel;

/// Left of the rows: the place in the whole table, or a sign of what is staged for the row.
/// Rows are chosen here; the view decides what that means.
class RowHeader : public QHeaderView
{
    Q_OBJECT

public:
    RowHeader(const TableModel &model, QWidget *parent);

    /// ● new, ✎ edited, ✖ deleted; empty for unchanged.
    static QString glyph(int rowState);

    QSize sizeHint() const override;

Q_SIGNALS:
    void rowPressed(int row, Qt::KeyboardModifiers modifiers);
    void rowDragged(int row);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int row) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    const TableModel &m_model;
};

}  // namespace roster

#endif
