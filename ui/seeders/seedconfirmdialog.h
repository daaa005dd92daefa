// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDERS_SEEDCONFIRMDIALOG_H
#define ROSTER_SEEDERS_SEEDCONFIRMDIALOG_H

#include "models/seeding/seedreport.h"

#include <QDialog>
#include <QList>
#include <QStringList>

class QLineEdit;
class QPushButton;

namespace roster {

/// Asks for a name before rows go that no seeder made. Cancel is the default button.
class SeedConfirmDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SeedConfirmDialog(const QList<SeedCheck> &checks, QWidget *parent = nullptr);

    /// What was typed: the name of the database, or of the table where it is one.
    QString typed() const;

private:
    bool isRight() const;

    QStringList m_names;
    QLineEdit *m_name;
    QPushButton *m_replace;
};

}  // namespace roster

#endif
