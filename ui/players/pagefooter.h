// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLAYERS_PAGEFOOTER_H
#define ROSTER_PLAYERS_PAGEFOOTER_H

#include <QWidget>

class QLabel;
class QToolButton;

namespace roster {

class PageActions;

/// Under the grid: which rows of how many are seen, and what to do with what is staged.
class PageFooter : public QWidget
{
    Q_OBJECT

public:
    explicit PageFooter(PageActions &actions, QWidget *parent = nullptr);

    struct Rows
    {
        qint64 first = 0;  ///< positions on the screen, from 0
        qint64 last = -1;
        qint64 total = 0;
        bool placeIsExact = true;
        bool totalIsExact = true;
        bool isCounting = false;
        qint64 selected = 0;
    };
    void showRows(const Rows &rows);
    /// What the eye should know about order and filter; none: nothing. Where there is not room for
    /// all of it, a short word, or the sign alone.
    void setNotes(const QStringList &notes, const QString &explanation);
    void setStaged(int count);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitNote();

    PageActions &m_actions;
    QLabel *m_rows;
    QLabel *m_note;
    QStringList m_notes;  ///< of one meaning, from the longest to the shortest
    QToolButton *m_count;
    QToolButton *m_commit;
};

}  // namespace roster

#endif
