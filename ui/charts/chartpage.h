// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_CHARTS_CHARTPAGE_H
#define ROSTER_CHARTS_CHARTPAGE_H

#include "models/charts/chartcounts.h"
#include "models/charts/chartdata.h"
#include "models/core/job.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QAction;
class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace roster {

class ChartCanvas;
class ChartControls;
class ChartTableModel;
class Connections;
class EmptyState;

/// Charts of any table, counted on the server: the drawing, the same numbers as a table, and what
/// of the rows they are about. Bars that are chosen are asked for as a filter of the table's page.
class ChartPage : public QWidget
{
    Q_OBJECT

public:
    /// What the page of a table shows now; an empty query where none is open.
    using GridQuery = std::function<TableQuery(const TableName &)>;

    ChartPage(Connections &connections, GridQuery gridQuery, QWidget *parent = nullptr);
    ~ChartPage() override;

    void setTables(const QList<TableName> &tables, const QStringList &titles);
    /// Charts this table from now on.
    void open(const TableName &table);
    const ChartData &chart() const { return m_chart; }

public Q_SLOTS:
    void refresh();
    void stop();

Q_SIGNALS:
    /// Somebody wants to see the rows behind some bars.
    void rowsRequested(const roster::TableName &table, const roster::TableQuery &query);
    void statusMessage(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void ensureCanvas();
    QWidget *toolRow();
    void fillSaveMenu();
    void readSchema();
    void onControls();
    ChartRequest wanted() const;
    void load();
    void onCounts(const Result<ChartCounts> &counts);
    void rebuild();
    void showChart();
    void fitTable();
    void showNotes();
    void showError(const Error &error);
    void showState(const QString &icon, const QString &title, const QString &text);
    void brush(ChartRange bins, ChartRange rows);
    void askFile(const QString &suffix);
    void save(const QString &path, const QString &suffix);
    QString commandLine() const;

    Connections &m_connections;
    GridQuery m_gridQuery;
    ChartControls *m_controls;
    QToolButton *m_refresh;
    QToolButton *m_stop;
    QToolButton *m_save;
    QLabel *m_applied;
    QLabel *m_notes;
    QStackedWidget *m_stack;
    EmptyState *m_state;
    QSplitter *m_splitter;
    ChartCanvas *m_canvas = nullptr;    ///< null before it is needed, or without the plugin
    QList<QAction *> m_pictureActions;  ///< need the canvas
    QTableView *m_table;
    ChartTableModel *m_model;
    std::optional<TableSchema> m_schema;
    ChartRequest m_request;  ///< of m_counts
    std::optional<ChartCounts> m_counts;
    ChartData m_chart;
    std::optional<TableQuery> m_brushed;  ///< what our own brush made of the grid's filter
    JobPointer m_job;
    QTimer m_slow;
    int m_asked = 0;  ///< the latest question; answers to others are dropped
};

}  // namespace roster

#endif
