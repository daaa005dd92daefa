// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATIONS_SQUASHDIALOG_H
#define ROSTER_MIGRATIONS_SQUASHDIALOG_H

#include "models/migration/revisiongraph.h"

#include <QDialog>

class QComboBox;
class QLineEdit;

namespace roster {

/// Which revisions one new revision is to replace: the first and the last of them, and its message.
class SquashDialog : public QDialog
{
    Q_OBJECT

public:
    /// `last` is what is proposed as the last one.
    SquashDialog(RevisionGraph graph, const QString &last, QWidget *parent);

    /// Empty: all that the last one stands on.
    QString first() const;
    QString last() const;
    QString message() const;

private:
    void fillFirst();

    const RevisionGraph m_graph;
    QComboBox *m_first;
    QComboBox *m_last;
    QLineEdit *m_message;
};

}  // namespace roster

#endif
