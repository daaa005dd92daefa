// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLAYERS_TABLEPAGE_H
#define ROSTER_PLAYERS_TABLEPAGE_H

#include "models/schema/tableschema.h"

#include <QList>
#include <QWidget>

#include <memory>

class QAction;

namespace roster {

class Connections;
class PageMemory;
class TableModel;
struct RowDifference;
struct TableQuery;

/// The page of one table: filter row, grid over the whole table, staged edits and their footer.
/// Brings its own toolbar and error bar; the shortcuts of its actions work while it has the focus.
class TablePage : public QWidget
{
    Q_OBJECT

public:
    /// With no table yet, see `open`: its widgets can be made while the table is still read.
    /// `connections` and `memory` must outlive the page.
    TablePage(Connections &connections, PageMemory &memory, QWidget *parent = nullptr);
    /// Opens the table at once.
    TablePage(Connections &connections, const TableSchema &schema, PageMemory &memory,
              QWidget *parent = nullptr);
    ~TablePage() override;

    TableModel &model();
    const TableSchema &schema() const;
    bool hasStagedEdits() const;

    /// For a Table menu of the window: the same actions as in the page's toolbar (own shortcuts,
    /// null for a separator).
    QList<QAction *> menuActions() const;

    /// Only these rows, in the order that is shown; the filters say so.
    void showRows(const TableQuery &query);

    /// Stages what was compared with a backup, and goes there.
    void stage(const RowDifference &difference);

    /// Also again, after the table's declaration or contents changed elsewhere (seeded, migrated,
    /// created).
    void open(const TableSchema &schema);

public Q_SLOTS:
    void refresh();

Q_SIGNALS:
    void dirtyChanged(bool dirty);
    /// A short line for the window's status bar ("3 rows copied").
    void statusMessage(const QString &text);
    /// The empty page's "Seed 1,000 players".
    void seedRequested(qint64 rows);

protected:
    /// Leaves the keys that edit a text to a field that has the focus.
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    /// Esc that nothing on the page wanted: closes the find line, else clears the filters.
    void keyPressEvent(QKeyEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace roster

#endif
