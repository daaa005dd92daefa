// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MAINWINDOW_SIDEBAR_H
#define ROSTER_MAINWINDOW_SIDEBAR_H

#include "models/database/connectionprofile.h"
#include "ui/mainwindow/databaseoverview.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QMenu;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace roster {

class EnvironmentBadge;

/// Where one goes: the connection on top, then the declared tables, the other relations of the
/// database by schema, and the pages that are no tables.
class Sidebar : public QWidget
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent = nullptr);

    /// What the connection button opens.
    void setConnectionMenu(QMenu *menu);
    void setConnection(const QString &name, const QString &details);
    void setOverview(const DatabaseOverview &overview);
    /// No database: the lists are empty.
    void clear();
    /// Marks the page in front.
    void setCurrent(const PageId &page);

Q_SIGNALS:
    void tableRequested(const roster::TableName &table);
    /// One of the pages that are no tables.
    void pageRequested(const roster::PageId &page);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTreeWidgetItem *firstTable() const;
    void fill();
    void addRelations(QTreeWidgetItem *section, bool declared);
    void addPages();
    void fillSchemas();
    void open(const QTreeWidgetItem *item);
    bool isShown(const RelationEntry &relation) const;

    DatabaseOverview m_overview;
    bool m_open = false;  ///< without a database there is nowhere to go
    PageId m_current;
    QToolButton *m_connection;
    EnvironmentBadge *m_environment;
    QLineEdit *m_filter;
    QComboBox *m_schema;
    QTreeWidget *m_tree;
};

}  // namespace roster

#endif
