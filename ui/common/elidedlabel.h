// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMMON_ELIDEDLABEL_H
#define ROSTER_COMMON_ELIDEDLABEL_H

#include <QLabel>

namespace roster {

/// One line of plain text that gives way: shortened in the middle or at the end where room is
/// short, whole in its tooltip then.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr, Qt::TextElideMode mode = Qt::ElideRight);

    void setFullText(const QString &text);
    const QString &fullText() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void elide();

    QString m_text;
    Qt::TextElideMode m_mode;
};

}  // namespace roster

#endif
