// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MAINWINDOW_TABLETAB_H
#define ROSTER_MAINWINDOW_TABLETAB_H

#include "models/browsing/rowdifference.h"
#include "models/browsing/tablequery.h"
#include "models/core/error.h"
#include "models/schema/tableschema.h"

#include <QStackedWidget>
#include <QTimer>

#include <optional>

namespace roster {

class Connections;
class EmptyState;
class PageMemory;
class TablePage;

/// The tab of one table: reads what the table is when it is first looked at, then shows its page;
/// where that fails, says why and offers to try again.
class TableTab : public QStackedWidget
{
    Q_OBJECT

public:
    TableTab(Connections &connections, TableName table, PageMemory &memory,
             QWidget *parent = nullptr);

    const TableName &table() const { return m_table; }
    /// Null until the table was read.
    TablePage *page() const { return m_page; }
    bool hasStagedEdits() const;
    /// Filters its rows, as soon as there is a page; the order stays.
    void showRows(const TableQuery &query);
    /// Stages what was compared with a backup, as soon as there is a page.
    void stage(const RowDifference &difference);
    /// After its contents or columns changed elsewhere.
    void reload();

Q_SIGNALS:
    void dirtyChanged(bool dirty);
    void statusMessage(const QString &text);
    void seedRequested(qint64 rows);
    /// The page is there: its actions, too.
    void pageCreated();

protected:
    void showEvent(QShowEvent *event) override;

private:
    EmptyState &state();
    void load();
    void showPage(const TableSchema &schema);
    void paintWithRows();
    void showError(const Error &error);

    Connections &m_connections;
    TableName m_table;
    PageMemory &m_memory;
    EmptyState *m_state = nullptr;  ///< from the first time that there is something to say
    QTimer *m_busy;  ///< says that the table is being read where that takes long enough to see
    TablePage *m_page = nullptr;
    TablePage *m_unopened = nullptr;  ///< the page before the table was read
    bool m_asked = false;
    std::optional<RowDifference> m_toStage;  ///< of stage(), likewise
    std::optional<TableQuery> m_wanted;      ///< of showRows(), until there is a page
};

}  // namespace roster

#endif
