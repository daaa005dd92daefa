// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDERS_SEEDBATCHLIST_H
#define ROSTER_SEEDERS_SEEDBATCHLIST_H

#include "models/seeding/seedbatches.h"

#include <QList>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace roster {

class EmptyState;
class SeedProgress;
struct SeedOverview;

/// The recorded runs, newest first, and the way to take one back.
class SeedBatchList : public QWidget
{
    Q_OBJECT

public:
    explicit SeedBatchList(QWidget *parent = nullptr);

    void setOverview(const SeedOverview &overview);
    /// Why nothing can be removed now; null: it can.
    void setBlocked(const QString &reason);
    SeedProgress &progress() { return *m_progress; }

Q_SIGNALS:
    void removeRequested(qint64 batch);
    void copyRequested(qint64 batch);

private:
    QWidget *buildList();
    void fill();
    void updateButtons();
    const SeedBatch *current() const;

    QList<SeedBatch> m_batches;
    QString m_blocked;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QTableWidget *m_table;
    QLabel *m_why;
    QPushButton *m_remove;
    QPushButton *m_copy;
    SeedProgress *m_progress;
};

}  // namespace roster

#endif
