// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_VIEWS_TABLEMODELPRIVATE_H
#define ROSTER_VIEWS_TABLEMODELPRIVATE_H

#include "models/browsing/commitoutcome.h"
#include "models/views/editjournal.h"
#include "models/views/stagedstep.h"
#include "models/views/tableloader.h"
#include "models/views/tablemodel.h"
#include "models/views/tablewindow.h"

#include <optional>

namespace roster {

class RowsReader;
struct RecoveredEdits;

/// Refused where more bytes of values that are replaced would be kept than memory should hold.
Result<void> checkKept(qint64 bytes);

/// Moves the window of a TableModel: decides which page is needed next, places what arrives, and
/// tells the views row by row, so that a current index or an open editor survives.
class TableModel::Private
{
public:
    using PagerPointer = TableLoader::PagerPointer;
    struct View
    {
        qint64 position = 0;  ///< new rows not counted
        int count = 0;
        bool operator==(const View &) const = default;
    };

    Private(TableModel &model, Connections &connections);

    // Queries.
    void openTable(const TableSchema &newSchema, const TableQuery &newQuery);
    void clear();
    void checkSchema();
    void stopChecking();
    void adopt(const TableSchema &live);
    void tellLoading();
    void start(const TableQuery &newQuery);
    void setFilterIndexed(bool isIndexed);
    void send(const PageRequest &request);
    void reload();
    void onFirstPage(const PageAnswer &answer);
    void onPageRead(const PageAnswer &answer);
    void onPageFailed(const Error &error);
    void onConnected();
    void reportLater(const Error &error);

    // The window.
    void step();
    void stepLater();
    std::optional<PageRequest> nextRequest() const;
    PageRequest beside(PageRequest::Kind kind, int rows) const;
    void reset(const PageAnswer &answer);
    void append(const PageAnswer &answer);
    void prepend(const PageAnswer &answer);
    void dropFront();
    void dropBack();
    void merge(const PageAnswer &answer);
    void mergeByKey(const QList<LoadedRow> &fresh);
    void mergeByPlace(const QList<LoadedRow> &fresh);
    void reorder(const QHash<QByteArray, int> &places);
    void removeLoaded(int row, int count);
    void insertLoaded(int row, const QList<LoadedRow> &rows);
    void rebaseEdits(const QList<LoadedRow> &rows);
    void moveFirst(qint64 first);
    void keepWantedInside();
    void settle();

    // The total, without new rows.
    void updateTotal();
    void setTotal(qint64 rows, bool exact);
    void setCommitting(bool now);

    // Rows of the model.
    int addedShown() const { return window.atStart ? edits.addedCount() : 0; }
    int rowCount() const { return addedShown() + window.size(); }
    /// Not checkIndex(): views ask for invalid indexes all the time, and it logs each.
    bool has(const QModelIndex &index) const;
    bool isAdded(int row) const { return row < addedShown(); }
    const LoadedRow &loaded(int row) const { return window.at(row - addedShown()); }
    const StagedEdits::Row *staged(int row) const;
    const StagedEdits::Errors *errors(int row) const;
    SqlValue original(int row, int column) const;
    SqlValue value(int row, int column) const;
    bool isDefault(int row, int column) const;
    StagedEdits::Target target(int row) const;
    RowState rowState(int row) const;
    CellState cellState(int row, int column) const;
    QString errorText(int row, int column) const;
    QString rowLabel(int row) const;
    bool isCut(int row, int column) const;
    bool isEditable(int row, int column) const;
    QVariant cell(int row, int column, int role) const;
    RowsReader readerOf(const Runs &positions) const;
    bool isAtHand(const RowsReader &reader, const QList<int> &columns) const;
    void rowChanged(int row) const;
    void allChanged() const;

    // Edits.
    /// An act is done: tells what is staged now, and the step that undoes it.
    void told(const QString &text, StagedStep step = {});
    void forgetSteps();
    // What is kept of them on the disk.
    void openJournal();
    void lookForEdits();
    void noteAll() const;
    Result<TakenBack> adopt(const RecoveredEdits &recovered,
                            const QList<std::shared_ptr<EditJournal::Held>> &files,
                            const QString &name, quint64 basedOn);
    bool isCommitOpen() const { return commitJob || unresolved; }
    void resolveCommit();
    void onResolved(const Result<CommitOutcome> &outcome);
    void replaceAdded(const QList<StagedEdits::Added> &rows);
    void removeAdded(int row, int count);
    void dropEdits();
    void tellLost(const TableSchema &before, const QList<StagedEdits::Lost> &lost) const;
    /// What is done to one row: null: the new one at that position.
    using Stage = std::function<Result<void>(Session *, const RowsReader &, StagedEdits &,
                                             qint64 position, const LoadedRow *)>;
    /// What is staged, how the act is called, and the new rows that go with it.
    struct Act
    {
        QString title;  ///< of the job
        QString name;   ///< of the step
        QList<qint64> gone;
        /// When all rows were visited: what is left to do, whether all of it was there.
        std::function<Result<void>(Session *, const RowsReader &, StagedEdits &)> end = nullptr;
        bool asksServer = false;  ///< whatever is loaded
    };
    void stage(const Runs &positions, const QList<int> &columns, const Act &act, const Stage &stage,
               QObject *context, const Staged &ready);
    Result<void> checkDifference(const RowDifference &difference) const;
    Result<void> checkSelected(const QMap<int, SqlValue> &values) const;
    Result<void> checkChange(const ColumnChange &change) const;
    Result<void> checkBlock(const QList<int> &columns, const QList<QList<SqlValue>> &rows,
                            bool isNew) const;
    bool isEverything(const GridSelection &cells) const;
    QList<qint64> revertAdded(const GridSelection &cells);
    void dropAdded(const QList<qint64> &ids);
    void setWorking(const JobPointer &job);
    void stopWorking(const JobPointer &job);
    void stopSearching();
    void setWhole(const QByteArray &identity, int column, const SqlValue &value);
    void onCommitted(const CommitReport &report);
    void onCommitFailed(const CommitFailure &failure);
    static QString conflictText(const RowConflict &conflict, int column);

    TableModel *q;
    QPointer<Connections> connections;
    TableLoader loader;
    TableSchema schema;
    PagerPointer pager;         ///< of the rows in the window; null before the first ones came
    PagerPointer pendingPager;  ///< of a query whose first rows are on their way
    TableWindow window;
    StagedEdits edits;
    std::optional<View> wanted;           ///< what the view looks at; the last word
    std::optional<View> wantedAtRequest;  ///< what it was when the page under way was asked for
    std::optional<RowKey> keyWanted;      ///< asked for before there were rows
    TableQuery lastQuery;                 ///< as asked last, whether it worked or not
    bool queryWaits = false;              ///< it failed for want of a connection
    qint64 total = 0;
    bool totalExact = false;
    bool surveyWanted = false;  ///< somebody jumped
    bool cannotLocate = false;
    bool serverReadOnly = false;
    bool filterIndexed = true;
    bool lostConnection = false;
    bool reloading = false;
    bool toldLoading = false;
    JobPointer schemaJob;
    JobPointer commitJob;
    JobPointer workJob;  ///< reads many rows
    JobPointer searchJob;
    JobPointer trialJob;
    bool committing = false;
    std::optional<CommitFailure> unresolved;  ///< a commit whose outcome nobody knows yet
    QString historyFolder;
    int historyDays = 0;
    QString journalFolder;
    std::unique_ptr<EditJournal> journal;
    QList<EditJournal::Left> leftBehind;
    bool keepingFails = false;
    int openActs = 0;
    QString actName;
};

}  // namespace roster

#endif
