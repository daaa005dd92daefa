// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BROWSING_TABLECHANGES_H
#define ROSTER_BROWSING_TABLECHANGES_H

#include "models/browsing/pager.h"
#include "models/core/result.h"
#include "models/database/session.h"
#include "models/schema/tableschema.h"

#include <QList>
#include <QMap>
#include <QString>

#include <functional>
#include <optional>

namespace roster {

/// What was staged for one row that exists in the table.
struct RowChange
{
    enum class Kind { Update, Delete };
    Kind kind = Kind::Update;
    RowKey primaryKey;           ///< values of TableSchema::primaryKey, in its order
    QString xmin;                ///< as read; empty where the relation has none
    QMap<int, SqlValue> before;  ///< column index → value as read, of the fields in `after`
    QMap<int, SqlValue> after;   ///< column index → staged value; empty for Delete

    bool operator==(const RowChange &) const = default;
};

/// A new row; columns left out get the server's default.
struct NewRow
{
    qint64 id = 0;  ///< the caller's own mark, handed back in errors and results
    QMap<int, SqlValue> values;
};

struct TableChanges
{
    QList<RowChange> rows;
    QList<NewRow> inserts;
    bool isEmpty() const { return rows.isEmpty() && inserts.isEmpty(); }
    qsizetype size() const { return rows.size() + inserts.size(); }
};

/// How a commit went, when it went through.
struct CommitReport
{
    qint64 updated = 0;
    qint64 deleted = 0;
    qint64 inserted = 0;
    QMap<qint64, RowKey> newKeys;  ///< NewRow::id → primary key the server gave
    /// Why the commit, which went through, cannot be looked up or undone later; empty: it can.
    QString notKept;
};

/// A row that somebody else changed or deleted where it was edited, as it is now.
struct RowConflict
{
    /// A value that both changed; of a row that is gone `theirs` means nothing.
    struct Field
    {
        int column = 0;
        SqlValue before;
        SqlValue theirs;
        SqlValue mine;
    };
    RowKey primaryKey;
    RowChange::Kind kind = RowChange::Kind::Update;  ///< what was to be done to it
    bool isGone = false;
    QString xmin;         ///< empty where the relation has none
    QList<Field> fields;  ///< none where it was to be deleted
};

/// A commit that failed and left nothing behind: why, and the cell it is about where known.
struct CommitFailure
{
    Error error;
    std::optional<RowKey> primaryKey;  ///< of the row that failed
    std::optional<qint64> newRow;      ///< or the id of the new row
    int column = -1;                   ///< index into the schema, -1: the row as a whole
    QList<RowConflict> conflicts;      ///< what a person has to decide (Error::Kind::Conflict)
    /// Not empty: the connection broke at COMMIT, and it could not be found out yet whether this
    /// transaction was committed; `report` is how it went if it was.
    QString unknownTransaction;
    CommitReport report;
};

struct CommitReceipt;

/// Called in the transaction when all is written and only COMMIT is left; an error rolls back.
using BeforeCommit = std::function<Result<void>(Session &session, const CommitReceipt &receipt)>;

/// Checks a value by the schema before anything is sent: length, NULL, number range, enum label,
/// date format where the client can tell. Message as style asks:
/// `players.name: 104 characters, at most 100 fit. Shorten it or press Esc.`
Result<void> validate(const TableSchema &schema, int column, const SqlValue &value);
/// The same for a row that is added: it may bring the number that the server once gave it.
Result<void> validateAdded(const TableSchema &schema, int column, const SqlValue &value);

/// The client default of the declaration for a new row's field, evaluated now; nullopt: leave out.
std::optional<SqlValue> clientDefaultValue(const ColumnSchema &column);

/// The statements that `commit` would run, values filled in, as a person reads them.
QString previewSql(const TableSchema &schema, const TableChanges &changes);

/// Writes all changes as ONE transaction in a few round trips; every update and delete is guarded
/// by xmin (old values where there is none). Where the connection breaks at COMMIT, the server is
/// asked over another one what became of it.
tl::expected<CommitReport, CommitFailure> commit(Session &session, const TableSchema &schema,
                                                 const TableChanges &changes,
                                                 const BeforeCommit &beforeCommit = {});

}  // namespace roster

#endif
