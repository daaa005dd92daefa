// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_RESTOREFILEPAGE_H
#define ROSTER_BACKUP_RESTOREFILEPAGE_H

#include "ui/backup/restoreseat.h"

#include <QWizardPage>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QTreeWidget;

namespace roster {

class ErrorBar;
class RestoreWizard;

/// First of the wizard: which file, and what is in it. It is read to its end before anything else:
/// a file that breaks off there never gets as far as a server.
class RestoreFilePage : public QWizardPage
{
    Q_OBJECT

public:
    explicit RestoreFilePage(RestoreWizard &wizard);

    void initializePage() override;
    bool isComplete() const override;

private:
    void chooseFile();
    void open(const QString &path);
    void read(const QString &database);
    void offer(const QList<DumpSummary::Database> &databases);
    void onRead(const Result<ReadDump> &dump);
    void showDump(const ReadDump &dump);
    void updateProgress();

    RestoreWizard &m_wizard;
    QLineEdit *m_path;
    ErrorBar *m_error;
    QWidget *m_databaseLine;
    QComboBox *m_databases;
    QProgressBar *m_bar;
    QLabel *m_summary;
    QTreeWidget *m_tables;
    JobPointer m_job;
};

}  // namespace roster

#endif
