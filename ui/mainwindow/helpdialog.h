// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MAINWINDOW_HELPDIALOG_H
#define ROSTER_MAINWINDOW_HELPDIALOG_H

#include <QDialog>

namespace roster {

/// A page of text of our own: help, the keys, the versions.
class HelpDialog : public QDialog
{
    Q_OBJECT

public:
    /// `html`: ours, nothing that a person or a server wrote goes in unescaped.
    HelpDialog(const QString &title, const QString &html, QWidget *parent = nullptr);

    static QString helpText();
    /// Every action of `window` that has a key, and those of the pages open in it, by their words.
    static QString shortcutsText(const QWidget &window);
    static QString aboutText();
};

}  // namespace roster

#endif
