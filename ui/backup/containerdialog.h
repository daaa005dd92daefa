// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_CONTAINERDIALOG_H
#define ROSTER_BACKUP_CONTAINERDIALOG_H

#include "models/core/result.h"

#include <QDialog>
#include <QStringList>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace roster {

/// Which container, and which folder in it.
class ContainerDialog : public QDialog
{
    Q_OBJECT

public:
    /// `before`: what was shown until now, to begin with where it is in a container.
    ContainerDialog(const QString &before, QWidget *parent);

    /// `docker:CONTAINER:/path`
    QString path() const;

private:
    void look();
    void onLooked(const Result<QStringList> &running);
    void check();
    void fit();

    QComboBox *m_container;
    QLineEdit *m_folder;
    QLabel *m_said;
    QPushButton *m_goOn = nullptr;
};

}  // namespace roster

#endif
