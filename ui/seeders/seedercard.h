// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDERS_SEEDERCARD_H
#define ROSTER_SEEDERS_SEEDERCARD_H

#include "models/core/job.h"
#include "models/seeding/seedoverview.h"
#include "ui/seeders/seedtask.h"

#include <QFrame>

#include <optional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace roster {

class SeedForm;
class SeedProgress;

/// One seeder: what it does, the table and what is in it, the options of a run, and the buttons.
/// Knows no connection: it asks its page.
class SeederCard : public QFrame
{
    Q_OBJECT

public:
    explicit SeederCard(const SeederState &state, QWidget *parent = nullptr);
    /// "Run all": what all the others do, as one transaction.
    explicit SeederCard(const QList<SeederState> &all, QWidget *parent = nullptr);

    /// News of the same seeder; what is typed stays.
    void setState(const SeederState &state);
    void setAll(const QList<SeederState> &all);
    /// Why nothing can run, the database's fault or, `isBusy`, because of other work; empty: it
    /// may.
    void setBlocked(const QString &reason, bool isBusy);
    const QString &seeder() const { return m_state.seeder; }
    const TableName &table() const { return m_state.table; }
    SeedTask task() const;

    void follow(const JobPointer &job);
    void showOutcome(const QString &text);
    /// Of the generic seeder: where the recipe of a column is typed; nothing where there is none.
    void focusOption(const QString &name);

Q_SIGNALS:
    void runRequested();
    void rehearsalRequested();
    void previewRequested();
    void copyRequested();
    void createRequested();

private:
    void build();
    void addButtons(QVBoxLayout *layout);
    void showState();
    void updateButtons();

    bool m_isAll = false;
    SeederState m_state;
    QString m_blocked;
    bool m_isBusy = false;
    QLabel *m_title;
    QLabel *m_rows;
    QLabel *m_description;
    QLabel *m_lastRun;
    QLabel *m_obstacle;
    QLabel *m_outcome;
    SeedForm *m_form;
    SeedProgress *m_progress;
    QPushButton *m_run = nullptr;
    QPushButton *m_preview = nullptr;
    QPushButton *m_rehearse = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_create = nullptr;
};

}  // namespace roster

#endif
