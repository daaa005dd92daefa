// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMMON_EMPTYSTATE_H
#define ROSTER_COMMON_EMPTYSTATE_H

#include <QFont>
#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace roster {

/// What a page shows that has nothing to show: an icon, a sentence, what to do next and the buttons
/// that do it; or what it is busy with.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// Replaces everything, buttons too.
    void present(const QString &icon, const QString &title, const QString &text = {});
    /// The same with a progress bar that knows no end.
    void presentBusy(const QString &icon, const QString &title, const QString &text = {});
    void setText(const QString &text);
    /// The first one added is the default: it gets the focus when the page is shown.
    QPushButton *addButton(const QString &objectName, const QString &text,
                           std::function<void()> clicked);

    QString title() const;
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void fill(const QString &icon, const QString &title, const QString &text, QFont::Weight weight);
    void clearButtons();
    void drawIcon();

    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QProgressBar *m_progress;
    QHBoxLayout *m_buttons;
    QPushButton *m_first = nullptr;
};

}  // namespace roster

#endif
