// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATIONS_REVISIONLOCKSVIEW_H
#define ROSTER_MIGRATIONS_REVISIONLOCKSVIEW_H

#include "models/migration/neededlocks.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QTableWidget;

namespace roster {

/// What a revision will lock, how large that is, and who is in its way now. Asks for fresh facts
/// while it is looked at.
class RevisionLocksView : public QWidget
{
    Q_OBJECT

public:
    explicit RevisionLocksView(QWidget *parent = nullptr);

    /// Nothing is known of what is chosen now; `possible`: something can be.
    void reset(bool possible);
    void present(const Result<RevisionLocks> &locks);

Q_SIGNALS:
    void wanted();
    /// So many sessions are in the way.
    void counted(int holders);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void fill(const QList<LockHolder> &holders);

    QLabel *m_tables;
    QLabel *m_holdersText;
    QTableWidget *m_holders;
    QList<LockHolder> m_shown;
    QTimer m_again;
    bool m_possible = false;
};

}  // namespace roster

#endif
