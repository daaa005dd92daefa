// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_VIEWS_TABLEMODEL_H
#define ROSTER_VIEWS_TABLEMODEL_H

#include "models/browsing/columnchange.h"
#include "models/browsing/pager.h"
#include "models/browsing/rowdifference.h"
#include "models/browsing/rowformat.h"
#include "models/browsing/tablechanges.h"
#include "models/database/connections.h"
#include "models/schema/tableschema.h"
#include "models/views/gridselection.h"

#include <QDateTime>
#include <QSqlTableModel>

#include <memory>

namespace roster {

struct CommitReceipt;
struct ReceiptSummary;
struct StagedStep;
using StagedStepPointer = std::shared_ptr<const StagedStep>;

/// A table of any size as a QSqlTableModel: it holds a bounded window of rows around what is looked
/// at and brings others by key, asynchronously. Rows of the whole table are called positions (from
/// 0; new staged rows come first), rows of the window are model rows: position = firstPosition() +
/// row. Edits are staged by primary key, survive refresh, sort and paging, and are written by
/// commit(). (submitAll, revertAll, isDirty, record of the base are not virtual: never use it
/// through one.)
class TableModel : public QSqlTableModel
{
    Q_OBJECT

public:
    enum Role {
        IsNullRole = Qt::UserRole + 1,  ///< bool
        RowStateRole,                   ///< RowState
        CellStateRole,                  ///< CellState
        OriginalRole,                   ///< QString: the value before the edit (tooltip)
        IsCutRole,                      ///< bool: a long value of which only the beginning is here
        ErrorRole,                      ///< QString: why the last commit or validation refused it
        TypeKindRole,                   ///< int(TypeKind)
        IsDefaultRole,                  ///< bool: a new row's field left to the server's default
    };
    enum RowState { Unchanged, Edited, New, Deleted };
    Q_ENUM(RowState)
    enum CellState { Clean, Changed, Failed };
    Q_ENUM(CellState)

    explicit TableModel(Connections &connections, QObject *parent = nullptr);
    ~TableModel() override;

    // What is shown. Both return at once; `reset` and then `loaded` follow.
    void open(const TableSchema &schema, const TableQuery &query = {});
    void setQuery(const TableQuery &query);
    const TableSchema &schema() const;
    const TableQuery &query() const;
    /// The order in effect, for the header's arrows.
    QList<SortColumn> order() const;
    bool isOrderIndexed() const;
    /// False as soon as the planner said that the server looks at each row for the filter asked
    /// last, of which few pass; filterWeighed() tells.
    bool isFilterIndexed() const;
    /// Empty: editable. Else why not: no primary key, a view, no right to UPDATE, read-only server.
    QString readOnlyReason() const;
    bool canInsert() const;
    bool canDelete() const;

    // The whole table.
    qint64 totalRows() const;  ///< new rows included; an estimate unless totalIsExact()
    bool totalIsExact() const;
    qint64 firstPosition() const;  ///< of model row 0
    bool positionIsExact() const;  ///< false after a jump by sample, until the survey knows
    bool isLoading() const;
    bool isWorking() const;
    /// Brings the rows [position, position + count) into the window, or their neighbourhood; the
    /// answer is windowChanged(). Repeated calls while one is under way: the last one counts.
    void require(qint64 position, int count);
    void goToStart();
    void goToEnd();  ///< once there, windowChanged(); totalRows() fits the last row then
    /// Looks the row up and moves the window there: `found` or failed(NotFound).
    void goToKey(const RowKey &primaryKey);
    /// Looks for the next row, from the one at `position` on (-1: from the first or last), beyond
    /// the end once around; moves the window there: `found`, and `ready` says so before. One at a
    /// time: a search under way is stopped.
    struct SearchOutcome
    {
        bool found = false;
        bool wrapped = false;
    };
    void search(const RowSearch &search, qint64 position, QObject *context,
                const std::function<void(const Result<SearchOutcome> &)> &ready);
    /// False: no index leads to it, so the server looks at row after row.
    bool isSearchIndexed(const RowSearch &search) const;
    void countExactly();
    /// Reads the table's definition and the rows in the window again.
    void refresh();
    /// Stops what runs for this page.
    void cancel();

    // QAbstractItemModel.
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool insertRows(int row, int count, const QModelIndex &parent = {}) override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;
    void sort(int column, Qt::SortOrder order) override;
    void clear() override;
    bool select() override;
    bool canFetchMore(const QModelIndex &parent = {}) const override;
    void fetchMore(const QModelIndex &parent = {}) override;

    // QSqlTableModel: what its own database would be asked for.
    void setTable(const QString &tableName) override;  ///< ignored: see open()
    void setFilter(const QString &filter) override;    ///< the query's raw WHERE
    void setSort(int column, Qt::SortOrder order) override;
    bool insertColumns(int column, int count, const QModelIndex &parent = {}) override;
    bool removeColumns(int column, int count, const QModelIndex &parent = {}) override;
    bool selectRow(int row) override;
    bool submit() override;  ///< true and nothing else: views call it when they leave a row
    void revert() override;  ///< likewise

    // Values as PostgreSQL writes them; nullopt is NULL.
    SqlValue value(int row, int column) const;
    RowKey primaryKey(int row) const;  ///< empty for a new row
    bool setNull(const QModelIndex &index);

    // Staged edits, of the whole table, loaded or not.
    int stagedCount() const;  ///< rows edited, new or deleted
    TableChanges changes() const;
    QString previewSql() const;
    /// The same on another thread, since a hundred thousand statements take a while; `ready` is
    /// called in the context's thread.
    void makePreview(QObject *context, const std::function<void(const QString &)> &ready) const;
    void revert(const QModelIndexList &cells);
    void revertRow(int row) override;
    void discard();
    /// Undoes a step that acted() told, or does it again: the last one undone or done only.
    /// False while a commit is under way.
    bool replay(const StagedStepPointer &step, bool undo);
    /// What is done until endAct() is one step; may be nested.
    void beginAct(const QString &text);
    void endAct();
    /// Writes all as one guarded transaction: `committed`, or `commitFailed` and all stays staged.
    void commit();
    bool isCommitting() const;

    // Many rows at once, by position, loaded or not: what is not loaded is read on a worker, and
    // cancel() stops that. `ready` is called later, unless `context` is gone. All or nothing.
    /// First and last of each run; the last may be GridSelection::toEnd.
    using Runs = QList<QPair<qint64, qint64>>;
    struct RowsText
    {
        QString text;
        QByteArray csv;  ///< the same in UTF-8 where it is CSV
        qint64 rows = 0;
    };
    /// The rows as text, as staged. Refused: more than mostText bytes of it.
    static constexpr qint64 mostText = qint64(256) << 20;
    void readText(const Runs &positions, const QList<int> &columns, RowFormat::Kind kind,
                  QObject *context, const std::function<void(const Result<RowsText> &)> &ready);
    /// Whole rows, as staged. Refused: more than mostRowsRead.
    static constexpr qint64 mostRowsRead = 100000;
    void readRows(const Runs &positions, QObject *context,
                  const std::function<void(const Result<QList<QList<SqlValue>>> &)> &ready);
    /// Up to so many rows one act may stage; Refused beyond that.
    static constexpr qint64 mostRowsStaged = 100000;
    /// `ready` gets the number of rows in all of these.
    using Staged = std::function<void(const Result<int> &)>;
    /// Gives the selected cells of these columns their value (column → value). Rows that are to be
    /// deleted stay as they are. InvalidInput where a column cannot hold it.
    void setSelected(const GridSelection &cells, const QMap<int, SqlValue> &values,
                     QObject *context, const Staged &ready);
    /// Gives the rows from this position on these values, one of each row for each of the columns.
    /// Refused where the table ends before; InvalidInput names the row and column.
    void setBlock(qint64 position, const QList<int> &columns, const QList<QList<SqlValue>> &rows,
                  QObject *context, const Staged &ready);
    /// Adds rows with these values before all others; what is not among the columns gets its
    /// default. All or none; the number of rows.
    Result<int> addRows(const QList<int> &columns, const QList<QList<SqlValue>> &rows);
    /// Un-stages what is staged in the cells; a deletion by any cell of its row, a new row where
    /// the whole row is selected.
    void revertSelected(const GridSelection &cells, QObject *context, const Staged &ready);
    /// Stages the deletion of the rows; new ones go away.
    void removePositions(const Runs &positions, QObject *context, const Staged &ready);

    // The same change of many rows.
    /// The rows of the query, wherever it ends; new rows left out.
    Runs tableRows() const;
    /// Gives the rows of these positions the value, or what the expression says of each as it is
    /// staged. Rows that are to be deleted stay as they are. InvalidInput where the column cannot
    /// hold one of the values, Refused for more than mostRowsStaged.
    void changeRows(const Runs &positions, const ColumnChange &change, QObject *context,
                    const Staged &ready);
    struct Trial
    {
        RowKey primaryKey;  ///< empty: a new row
        SqlValue before;
        SqlValue after;
    };
    /// What changeRows() would do to the first rows, at most so many; stages nothing. Stops what
    /// was tried before.
    void tryChange(const Runs &positions, const ColumnChange &change, int rows, QObject *context,
                   const std::function<void(const Result<QList<Trial>> &)> &ready);
    /// Writes the change to all rows of the query by one statement, at once; staged edits stay.
    /// Taken back unless so many rows are changed, see roster::changeAll().
    void changeOnServer(const ColumnChange &change, qint64 expectedRows, QObject *context,
                        const std::function<void(const Result<qint64> &)> &ready);

    /// What a person decided about a row that somebody else changed, too.
    struct Decision
    {
        RowConflict conflict;
        QMap<int, SqlValue> values;  ///< of its fields; one that is left out stays as theirs
        bool deletes = false;        ///< though it was changed
    };
    /// Stages the decisions; the next commit goes by them. One step.
    void settle(const QList<Decision> &decisions);

    /// Keeps what is staged in a file in this folder of the database until it is committed or
    /// discarded, and looks there for what a killed program left; call it before open().
    void keepEditsIn(const QString &folder);
    /// Keeps a receipt of each commit in this folder of the database, for so many days (0: for
    /// ever).
    void keepHistoryIn(const QString &folder, int days);
    /// What is staged would be there again at the next start.
    bool keepsEdits() const;
    struct TakenBack
    {
        int staged = 0;
        int contested = 0;  ///< of them: changed by somebody else since; the commit will ask
        int present = 0;    ///< the table holds these changes already
        bool wasCommitted = false;
        int lostCount = 0;
        QString lost;  ///< values without a place any more: key, column, value; tabs between
    };
    /// Stages what editsLeft() told of upon the rows as they are now. Errors: those of the server,
    /// Cancelled, Conflict; the files stay where it fails.
    void takeBackEdits(QObject *context,
                       const std::function<void(const Result<TakenBack> &)> &ready);

    /// Commits to this table by anybody, as far as they were kept here or in the database, the
    /// newest first, at most so many; of a row with this key, or of all (empty).
    void readHistory(const RowKey &row, int most, QObject *context,
                     const std::function<void(const Result<QList<ReceiptSummary>> &)> &ready);
    void readReceipt(const QString &id, QObject *context,
                     const std::function<void(const Result<CommitReceipt> &)> &ready);
    /// Stages what takes a commit back, upon the rows as they are now: what somebody changed since
    /// is contested, and the next commit asks. Errors as of takeBackEdits(), Refused where a value
    /// was too long to be kept.
    void stageUndoOf(const CommitReceipt &receipt, QObject *context,
                     const std::function<void(const Result<TakenBack> &)> &ready);

    /// Stages what was compared elsewhere: missing rows become new ones, fields that differ become
    /// edits of their rows, guarded by what was compared. All or nothing; the number of rows.
    /// Errors: Refused, Permission, Conflict; InvalidInput where a column cannot hold a value.
    Result<int> stageDifference(const RowDifference &difference);

    /// A cut value in full, for the large editor and for copying.
    void readCell(const QModelIndex &index, QObject *context,
                  const std::function<void(const Result<SqlValue> &)> &ready);

Q_SIGNALS:
    void windowChanged();  ///< rows or firstPosition moved
    void totalChanged();
    void loadingChanged(bool loading);
    void workingChanged(bool working);  ///< many rows are being read for one of the acts above
    void loaded();                      ///< first rows of a query are there
    void filterWeighed();               ///< isFilterIndexed() says otherwise
    void readOnlyChanged();  ///< readOnlyReason(), canInsert(), canDelete() may say otherwise
    void failed(const roster::Error &error);
    void found(qint64 position);
    void stagedChanged(int count);
    /// Something was staged or un-staged that can be undone; `text` names it: "edit of level".
    void acted(const roster::StagedStepPointer &step, const QString &text);
    /// A program that is gone left so many changes of this table, staged last at this time (UTC).
    void editsLeft(int changes, const QDateTime &when);
    /// What is staged is not kept on the disk (again: it is).
    void keepingFailed(const roster::Error &error);
    void keepingRecovered();
    /// No step told before can be replayed any more: committed, another table, other columns.
    void stepsForgotten();
    /// Somebody changed the table so that these staged values have no place any more: what
    /// happened, and a line for each value (key, column, value; tabs between) to keep elsewhere.
    void stagedLost(const QString &message, const QString &values);
    void rejected(const QModelIndex &index, const roster::Error &error);  ///< validation refused it
    void committed(const roster::CommitReport &report);
    void commitFailed(const roster::CommitFailure &failure, const QModelIndex &cell);

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace roster

#endif
