// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATIONS_REVISIONDETAILS_H
#define ROSTER_MIGRATIONS_REVISIONDETAILS_H

#include "models/migration/lint.h"
#include "models/migration/neededlocks.h"
#include "models/migration/rehearsal.h"
#include "models/views/migrationhistory.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;
class QTextBrowser;

namespace roster {

class RevisionLocksView;

/// One revision: what it is to the database, both halves, what lint says, what it would lock, and
/// how the file differs from what was applied.
class RevisionDetails : public QWidget
{
    Q_OBJECT

public:
    explicit RevisionDetails(QWidget *parent = nullptr);

    /// Null `row`: nothing is chosen. What was found of another revision goes.
    void present(const MigrationHistory *history, const MigrationHistory::Row *row);
    /// `upgrade` or `downgrade` is what a rehearsal would try.
    void setRehearsal(bool possible, Direction direction);
    void showFindings(const Result<QList<LintFinding>> &findings);
    void showRehearsing();
    void showRehearsed(const Result<QList<RehearsedRevision>> &revisions);
    void showLocks(const Result<RevisionLocks> &locks);
    /// Marks this line of the file in its half.
    void jumpTo(int line);

Q_SIGNALS:
    void rehearsalRequested();
    /// What the revision locks is looked at: fresh facts are wanted.
    void locksWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    QPlainTextEdit *addSql(const QString &objectName, const QString &name);
    QTextBrowser *addText(QWidget *parent, const QString &objectName, const QString &name);
    QWidget *locksTab();
    void showHalves(const Revision &revision);
    void showChange(const MigrationHistory &history, const MigrationHistory::Row &row);

    QLabel *m_title;
    QLabel *m_facts;
    QLabel *m_notes;
    QTabWidget *m_tabs;
    QPlainTextEdit *m_upgrade;
    QPlainTextEdit *m_downgrade;
    QTextBrowser *m_findings;
    QTextBrowser *m_locks;
    RevisionLocksView *m_holders;
    QPlainTextEdit *m_change;
    QPushButton *m_rehearse;
    int m_upgradeLine = 1;  ///< of the file, where the half begins
    int m_downgradeLine = 1;
};

}  // namespace roster

#endif
