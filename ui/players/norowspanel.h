// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLAYERS_NOROWSPANEL_H
#define ROSTER_PLAYERS_NOROWSPANEL_H

#include <QWidget>

class QLabel;
class QPushButton;

namespace roster {

/// In place of the rows where there are none: why, and the button that does something about it.
class NoRowsPanel : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Hidden, Loading, NoRows, NothingFound, Failed };

    /// Lies over `over` and follows its size.
    explicit NoRowsPanel(QWidget *over);

    /// `table` as people call it.
    void showState(Kind kind, const QString &table, bool canAdd, bool canSeed);
    Kind kind() const { return m_kind; }

Q_SIGNALS:
    void seedRequested();
    void addRequested();
    void clearFiltersRequested();
    void retryRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPushButton *button(const QString &name, const QString &text, const QString &icon);

    Kind m_kind = Kind::Hidden;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_seed;
    QPushButton *m_add;
    QPushButton *m_clear;
    QPushButton *m_retry;
};

}  // namespace roster

#endif
