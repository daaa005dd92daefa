// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLAYERS_TABLEPAGEPRIVATE_H
#define ROSTER_PLAYERS_TABLEPAGEPRIVATE_H

#include "models/views/tablemodel.h"
#include "ui/players/columnmemory.h"
#include "ui/players/filterbar.h"
#include "ui/players/gridclipboard.h"
#include "ui/players/gridediting.h"
#include "ui/players/norowspanel.h"
#include "ui/players/pageactions.h"
#include "ui/players/pagefooter.h"
#include "ui/players/stagedundo.h"
#include "ui/players/tablepage.h"
#include "ui/players/tableview.h"

#include <QTimer>

class QLabel;
class QToolBar;

namespace roster {

class ErrorBar;
class FindBar;
class PageMemory;

/// The parts of a TablePage and how they are wired.
class TablePage::Private
{
public:
    Private(TablePage &owner, Connections &connections, PageMemory &storage);

    void openTable(const TableSchema &schema);
    void showRows(const TableQuery &asked);
    void stage(const RowDifference &difference);
    void remember();
    /// Another palette: what has colours of its own gets its new ones.
    void recolour();
    /// False: there was nothing to leave.
    bool escape();

    TableView &view() { return *m_view; }

    TablePage &page;
    PageMemory &memory;
    TableModel model;
    PageActions actions;

private:
    // The widgets and their places.
    void layOut();
    void layOutColumns();
    TableQuery remembered(const TableQuery &order, const TableSchema &schema) const;
    QToolBar *toolBar();
    QWidget *grid();

    /// Whether anything runs that Stop would stop.
    bool isBusy() const;
    /// Stop stays offered only while there is something to stop.
    void keepStop();

    // Signals to slots, by topic.
    void connectModel();
    void connectQuery();
    void connectEditing();
    void connectTools();
    void connectMenus();
    void connectFind();

    // What the rows are limited to, and in which order.
    void applyFilters();
    void ask(const TableQuery &query);
    void sortBy(int column, bool add);
    void clearFilters();
    void removeFilter(const QString &what);
    void showQuery();
    void showIndexes();
    QList<SortColumn> shownOrder() const;

    // Looking for a text in all of them.
    void findNext(bool backward);
    void typeAhead(const QString &text);
    void look(const RowSearch &search);
    void noteSearch(const QString &note, bool isWarning);
    int foundColumn(qint64 position) const;

    // How it went.
    void onFailed(const Error &error);
    void onCommitFailed(const CommitFailure &failure, const QModelIndex &cell);
    void showConflicts(const QList<RowConflict> &conflicts);
    void onCommitted(const CommitReport &report);
    void onLoaded();
    void fitToFirstRows();
    void showFooter();
    void showEmptyState();
    void updateActions();
    void onStaged(int count);
    void complain(const Error &error, QString &complaint);
    void withdraw(QString &complaint);
    void showLost();
    void connectKept();
    void offerEdits(int changes, const QDateTime &when);
    void takeBackEdits();
    static QStringList takenBackNotes(const TableModel::TakenBack &taken);
    void onTakenBack(const Result<TableModel::TakenBack> &taken);
    ErrorBar &keptBar();
    void say(const QString &text);

    void commit();
    void askDiscard();
    void showPreview();
    void setValues();
    void keepHistory();
    void showHistory(const RowKey &row);
    void onUndone(const TableModel::TakenBack &staged);
    void askKey();
    void popUpHeaderMenu(const QPoint &at);
    void popUpCellMenu(const QPoint &at);
    QString memoryKey() const;
    QString command(const QStringList &more) const;

    ConnectionProfile m_profile;
    ErrorBar *m_errors;
    ErrorBar *m_kept = nullptr;  ///< about edits on the disk; from its first message on
    QLabel *m_readOnly;
    FilterBar *m_filterBar;
    TableView *m_view;
    NoRowsPanel *m_empty;
    FindBar *m_find;
    PageFooter *m_footer;
    ColumnMemory *m_columns;
    GridClipboard *m_clipboard;
    GridEditing *m_editing;
    StagedUndo *m_undo;
    QTimer m_slow;                  ///< shows Stop once loading takes long enough to want it
    QList<ColumnSchema> m_laidOut;  ///< the columns that headers and delegates know
    QVariantMap m_remembered;
    TableQuery m_asked;      ///< what was asked for last; the model's once it works
    bool m_hasRows = false;  ///< a query has been answered since the table was opened
    bool m_hasFailed = false;
    bool m_isCounting = false;
    bool m_isFitted = false;
    // What the bar said last about each; gone with its cause.
    QString m_editComplaint, m_readComplaint, m_copyComplaint;
    QPair<QString, QString> m_lost;  ///< what happened to staged values without a place; they
    QString m_lostSaid;   ///< the error of a lost connection, which takes it back when it returns
    QString m_takenBack;  ///< said about edits that are staged again; gone with them
    int m_staged = 0;
    QTimer m_typing;  ///< runs while letters typed in the grid make one word
    QString m_typed;
    RowSearch m_lookedFor;      ///< last
    bool m_keepsFocus = false;  ///< the find line keeps it while it goes from row to row
};

}  // namespace roster

#endif
