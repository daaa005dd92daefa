// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDERS_SEEDPREVIEWDIALOG_H
#define ROSTER_SEEDERS_SEEDPREVIEWDIALOG_H

#include "models/seeding/seedpreview.h"

#include <QDialog>

class QPushButton;

namespace roster {

/// What a run would write, before anything is written: its first rows, and how the values of each
/// column spread.
class SeedPreviewDialog : public QDialog
{
    Q_OBJECT

public:
    SeedPreviewDialog(const QString &title, const SeedPreview &preview, QWidget *parent = nullptr);

    /// Whether the seeder may run from here.
    void setRunnable(bool runnable);

Q_SIGNALS:
    void runRequested();

private:
    QWidget *rows(const SeedPreview &preview);
    QWidget *histograms(const SeedPreview &preview);
    QWidget *histogram(const SeedHistogram &histogram);

    QPushButton *m_run;
};

}  // namespace roster

#endif
