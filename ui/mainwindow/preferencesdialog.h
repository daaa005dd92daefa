// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MAINWINDOW_PREFERENCESDIALOG_H
#define ROSTER_MAINWINDOW_PREFERENCESDIALOG_H

#include <QDialog>

#include <memory>

namespace Ui {
class PreferencesDialog;
}

namespace roster {

class Theme;
class WindowSettings;

/// Colours and language. What is chosen holds at once; there is nothing to apply.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    PreferencesDialog(WindowSettings &settings, Theme &theme, QWidget *parent = nullptr);
    ~PreferencesDialog() override;

private:
    std::unique_ptr<Ui::PreferencesDialog> m_ui;
};

}  // namespace roster

#endif
