// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLAYERS_PREVIEWDIALOG_H
#define ROSTER_PLAYERS_PREVIEWDIALOG_H

#include <QDialog>

namespace roster {

/// The statements that a commit would run, to read and to copy.
class PreviewDialog : public QDialog
{
    Q_OBJECT

public:
    PreviewDialog(const QString &sql, int changes, QWidget *parent);
};

}  // namespace roster

#endif
