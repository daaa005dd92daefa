// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_DUMPXRAY_H
#define ROSTER_BACKUP_DUMPXRAY_H

#include "models/backup/backupfile.h"
#include "models/core/job.h"
#include "models/dump/dumpsummary.h"
#include "ui/backup/dumpreading.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableView;
class QTableWidget;

namespace roster {

class DumpRowsModel;
class ErrorBar;

/// Rows of a backup that somebody wants back.
struct DumpExcerpt
{
    DumpRows::TableKey table;
    QStringList columns;
    QList<DumpRows::Row> rows;
};

/// A look into a backup without a server: its tables, and the rows of the one that is chosen, found
/// by text.
class DumpXray : public QWidget
{
    Q_OBJECT

public:
    explicit DumpXray(QWidget *parent = nullptr);
    ~DumpXray() override;

    void open(const BackupFile &file);

Q_SIGNALS:
    void statusMessage(const QString &text);
    /// To be listed with the others.
    void jobStarted(const roster::JobPointer &job);
    /// These are to be compared with the live ones.
    void rescueRequested(const roster::DumpExcerpt &excerpt);

private:
    /// What is in the file, as far as it needed to be read.
    struct Contents
    {
        std::optional<DumpFile> file;
        QMap<DumpSummary::TableKey, qint64> tables;  ///< rows
        QStringList databases;                       ///< of a cluster's: one is to be chosen
        std::optional<Error> problem;
    };

    QWidget *buildTables();
    QWidget *buildRows();
    QWidget *buildFoot();
    void readContents();
    static Result<Contents> contents(const BackupFile &file, const QString &database,
                                     Progress &progress);
    void onContents(const Result<Contents> &found);
    void showTables();
    void showRows();
    void onRows(const QStringList &columns, const QList<DumpRows::Row> &rows);
    void onFailed(const Error &error);
    void showState();
    void stop();
    void copy();
    void rescue();

    BackupFile m_backup;
    QString m_database;  ///< of a cluster's dump
    Contents m_contents;
    DumpRows::TableKey m_table;
    DumpReading *m_reading;
    DumpRowsModel *m_model;
    JobPointer m_opening;
    ErrorBar *m_errorBar;
    QComboBox *m_databases;
    QTableWidget *m_tables;
    QLineEdit *m_find;
    QTimer m_findSoon;
    QString m_searched;  ///< what the rows that are shown were found by
    QTableView *m_grid;
    QLabel *m_state;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    QPushButton *m_rescue;
    bool m_isFresh = true;  ///< no row of this search came yet
};

}  // namespace roster

Q_DECLARE_METATYPE(roster::DumpExcerpt)

#endif
