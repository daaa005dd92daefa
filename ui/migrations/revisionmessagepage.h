// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATIONS_REVISIONMESSAGEPAGE_H
#define ROSTER_MIGRATIONS_REVISIONMESSAGEPAGE_H

#include "ui/migrations/newrevisionjobs.h"

#include <QWizardPage>

class QCheckBox;
class QLabel;
class QLineEdit;
class QRadioButton;

namespace roster {

/// First of the wizard: what the revision does, what it begins with, and where its file goes.
class RevisionMessagePage : public QWizardPage
{
    Q_OBJECT

public:
    explicit RevisionMessagePage(const NewRevisionTarget &target, QWidget *parent = nullptr);

    QString message() const;
    QStringList parents() const { return m_parents; }
    bool compares() const;
    void setCompares(bool compares);
    /// Absolute; empty: none.
    QString folder() const;
    QString alembic() const;

    bool isComplete() const override;

private:
    QWidget *folderRow(QLineEdit *line, const QString &objectName, const QString &title);
    void addKind(const MigrationState &state);
    void addNotes(const MigrationHistory &history);
    void chooseFolder(QLineEdit *line, const QString &title);
    QString problem() const;
    void update();

    QLineEdit *m_message;
    QRadioButton *m_compare;
    QRadioButton *m_empty;
    QLineEdit *m_folder;
    QLineEdit *m_alembic;
    QCheckBox *m_anyway;
    QLabel *m_notes;
    QLabel *m_problem;
    QStringList m_parents;
    QString m_fault;  ///< why no revision can be made at all
};

}  // namespace roster

#endif
