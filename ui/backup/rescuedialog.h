// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_RESCUEDIALOG_H
#define ROSTER_BACKUP_RESCUEDIALOG_H

#include "models/browsing/rowdifference.h"
#include "models/core/job.h"
#include "ui/backup/dumpxray.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace roster {

class Connections;
class ErrorBar;

/// Rows of a backup beside the live ones: which are missing, which fields differ; those that are
/// ticked are handed over to be staged. Nothing is written here.
class RescueDialog : public QDialog
{
    Q_OBJECT

public:
    /// `connections` must outlive it.
    RescueDialog(Connections &connections, const QString &database, const DumpExcerpt &excerpt,
                 QWidget *parent = nullptr);
    ~RescueDialog() override;

Q_SIGNALS:
    void stageRequested(const roster::RowDifference &difference);

private:
    QWidget *buildFields();
    QWidget *buildRows();
    QWidget *buildFoot();
    void readSchema();
    void onSchema(const Result<TableSchema> &schema);
    void showFields();
    QStringList chosenFields() const;
    void compare();
    void onCompared(const Result<RowDifference> &difference);
    void showDifference();
    QTreeWidgetItem *itemOf(int row) const;
    void filter();
    void showState();
    void stage();
    void showError(const Error &error);

    Connections &m_connections;
    DumpExcerpt m_excerpt;
    QList<QList<SqlValue>> m_values;
    TableSchema m_schema;
    RowDifference m_difference;
    JobPointer m_job;
    QTimer m_compareSoon;
    ErrorBar *m_errorBar;
    QLabel *m_text;
    QListWidget *m_fields;
    QLineEdit *m_filter;
    QCheckBox *m_onlyDifferent;
    QTreeWidget *m_rows;
    QProgressBar *m_busy;
    QLabel *m_state;
    QPushButton *m_stage;
    bool m_isFilling = false;
};

}  // namespace roster

#endif
