// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MAINWINDOW_PAGETABS_H
#define ROSTER_MAINWINDOW_PAGETABS_H

#include "models/database/connectionprofile.h"
#include "ui/mainwindow/pageid.h"

#include <QIcon>
#include <QList>
#include <QTabWidget>

namespace roster {

class EnvironmentBadge;

/// The pages as tabs: one per PageId, with a dot where something is not committed, and the memory
/// of what was closed.
class PageTabs : public QTabWidget
{
    Q_OBJECT

public:
    explicit PageTabs(QWidget *parent = nullptr);

    void add(const PageId &id, QWidget *page, const QIcon &icon, const QString &title);
    /// Removes and deletes it; it can be reopened.
    void remove(QWidget *page);
    void setDirty(QWidget *page, bool dirty);

    QWidget *find(const PageId &id) const;
    PageId idOf(const QWidget *page) const;
    QList<PageId> ids() const;
    /// The word and colour beside the tabs.
    void setEnvironment(Environment environment);
    PageId currentId() const { return idOf(currentWidget()); }

    /// What was closed last and is not open; nothing: false.
    bool takeClosed(PageId *id);
    void step(int by);

Q_SIGNALS:
    void closeRequested(QWidget *page);

private:
    struct Entry
    {
        QWidget *page;
        PageId id;
        QString title;
        bool dirty;
    };
    void showTitle(const Entry &entry);

    void addCloseButton(QWidget *page, const QString &title);

    EnvironmentBadge *m_environment;
    QList<Entry> m_entries;
    QList<PageId> m_closed;
};

}  // namespace roster

#endif
