// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMMON_ERRORBAR_H
#define ROSTER_COMMON_ERRORBAR_H

#include "models/core/error.h"
#include "ui/common/theme.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace roster {

/// Why something failed, atop the page that asked: message and hint at once, the server's own words
/// on request. Hidden until there is something to show; what is below it stays as it was.
class ErrorBar : public QFrame
{
    Q_OBJECT

public:
    explicit ErrorBar(QWidget *parent = nullptr);

    void showError(const Error &error);
    /// Something to know that is no error: the connection comes back, a batch was undone.
    void showMessage(Theme::Meaning meaning, const QString &message, const QString &hint = {});
    /// Offers a way out ("Retry", "Jump to cell") beside what is shown now; the next showError()
    /// or showMessage() takes it away.
    void setAction(const QString &text, std::function<void()> action);
    void clear();

    QString message() const;
    QString hint() const;
    /// Only the hint changes: a countdown.
    void setHint(const QString &hint);

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void present(Theme::Meaning meaning, const QString &message, const QString &hint,
                 const QString &details);
    void makeDetails();
    void recolour();
    void showDetails(bool shown);
    void copy() const;

    Theme::Meaning m_meaning = Theme::Meaning::Error;
    std::function<void()> m_action;
    QLabel *m_icon;
    QLabel *m_message;
    QLabel *m_hint;
    QPlainTextEdit *m_details = nullptr;  ///< from the first message on: it takes longest to make
    QPushButton *m_actionButton;
    QPushButton *m_detailsButton;
    QPushButton *m_copyButton;
    QToolButton *m_closeButton;
};

}  // namespace roster

#endif
