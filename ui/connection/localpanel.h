// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_CONNECTION_LOCALPANEL_H
#define ROSTER_CONNECTION_LOCALPANEL_H

#include "models/core/result.h"
#include "models/database/localstatus.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace roster {

class LocalDatabase;

/// The private local server: how it is, and start, stop and reset. Reset deletes data and asks for
/// a typed word.
class LocalPanel : public QWidget
{
    Q_OBJECT

public:
    explicit LocalPanel(LocalDatabase &local, QWidget *parent = nullptr);

    void refresh();

Q_SIGNALS:
    /// It will be stopped or reset now.
    void stopping();
    void failed(const roster::Error &error);
    void done(const QString &text);

private:
    void buildLayout();
    void showStatus(const LocalStatus &status);
    void setBusy(const QString &words);
    void start();
    void stop();
    void reset();
    void onEnded(const Result<void> &result, const QString &words);

    LocalDatabase &m_local;
    QLabel *m_status;
    QPushButton *m_start;
    QPushButton *m_stop;
    QPushButton *m_reset;
    QLineEdit *m_confirm;
};

}  // namespace roster

#endif
