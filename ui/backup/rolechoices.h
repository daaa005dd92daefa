// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_ROLECHOICES_H
#define ROSTER_BACKUP_ROLECHOICES_H

#include "models/restore/restorerequest.h"

#include <QWidget>

class QComboBox;
class QTreeWidget;

namespace roster {

/// What becomes of each role that a dump names and the server has not.
class RoleChoices : public QWidget
{
    Q_OBJECT

public:
    explicit RoleChoices(QWidget *parent = nullptr);

    /// `absent`: of the dump, a line each; what was chosen for one before stays. `known`: of the
    /// server, to give what was theirs to.
    void setRoles(const QStringList &absent, const QStringList &known);
    /// Writes them into a request.
    void applyTo(RestoreRequest &request) const;

Q_SIGNALS:
    void changed();

private:
    void addLine(const QString &role, const QStringList &known);
    void chooseAll();

    QComboBox *m_all;
    QTreeWidget *m_list;
    QMap<QString, QComboBox *> m_choices;
};

}  // namespace roster

#endif
