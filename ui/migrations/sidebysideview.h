// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATIONS_SIDEBYSIDEVIEW_H
#define ROSTER_MIGRATIONS_SIDEBYSIDEVIEW_H

#include "models/comparison/sidebyside.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace roster {

/// Two texts line beside line, to be read only: they scroll together, and what differs has a sign
/// (− only left, + only right, ~ in other words) and a colour.
class SideBySideView : public QWidget
{
    Q_OBJECT

public:
    explicit SideBySideView(QWidget *parent = nullptr);

    void setTitles(const QString &left, const QString &right);
    void setLines(const QList<DiffLine> &lines);
    /// More of them, below; where one stands stays.
    void addLines(const QList<DiffLine> &lines);
    qsizetype lines() const { return m_lines.size(); }
    /// How many places differ: lines one below the other are one.
    int differences() const { return int(m_places.size()); }
    /// From 1; 0: none is chosen.
    int current() const { return m_current; }

    void next();
    void previous();

Q_SIGNALS:
    void currentChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    QPlainTextEdit *addPane(const QString &objectName);
    void follow(QPlainTextEdit *one, QPlainTextEdit *other);
    void goTo(int place);
    void colour();

    QLabel *m_leftTitle;
    QLabel *m_rightTitle;
    QPlainTextEdit *m_left;
    QPlainTextEdit *m_right;
    QList<DiffLine> m_lines;
    QList<int> m_places;  ///< the first line of each difference
    int m_current = 0;
};

}  // namespace roster

#endif
