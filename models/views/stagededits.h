// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_VIEWS_STAGEDEDITS_H
#define ROSTER_VIEWS_STAGEDEDITS_H

#include "models/browsing/tablechanges.h"

#include <QHash>
#include <QList>
#include <QMap>

#include <functional>
#include <optional>

namespace roster {

struct StagedStep;

/// What a person changed and did not yet write: edits and deletions by primary key, new rows in
/// their own order. A plain value without a window, so it survives whatever is shown.
class StagedEdits
{
public:
    struct Errors
    {
        QMap<int, QString> cells;  ///< column → why it was refused
        QString row;
    };
    struct Row
    {
        RowChange change;  ///< of a deleted row, too, before and after keep what was edited
        Errors errors;
        qint64 order = 0;  ///< when it was first touched
    };
    struct Added
    {
        NewRow row;
        Errors errors;
    };
    /// An existing row as the edits need to know it.
    struct Target
    {
        QByteArray identity;
        RowKey primaryKey;
        QString xmin;
    };

    bool isEmpty() const { return m_rows.isEmpty() && m_added.isEmpty(); }
    int count() const { return int(m_rows.size() + m_added.size()); }
    /// Another one after each change; a copy keeps it until it is changed itself.
    quint64 version() const { return m_version; }
    /// In the order they were made; columns and values of deleted rows left out.
    TableChanges changes() const;
    void clear();

    // Rows that exist in the table.
    /// Null where nothing is staged.
    const Row *find(const QByteArray &identity) const;
    /// Back to `original` un-stages it.
    void set(const Target &target, int column, const SqlValue &original, const SqlValue &value);
    /// Once more: as the row is by then, which is how a person answers a conflict.
    void remove(const Target &target);
    void revertCell(const QByteArray &identity, int column);
    void revert(const QByteArray &identity);
    /// Keys of the rows edited or deleted.
    QList<QByteArray> identities() const { return m_rows.keys(); }
    /// A person decided about a value that somebody else changed, too: `target` and `theirs` are as
    /// the row is now. Theirs as the value un-stages it.
    void settle(const Target &target, int column, const SqlValue &theirs, const SqlValue &value);
    /// The row was read again: where it still holds what each edit started from, the guard moves on
    /// to its present version; else the commit shall find the conflict.
    void rebase(const QByteArray &identity, const QString &xmin,
                const std::function<SqlValue(int column)> &current);

    // New rows; `at` counts from 0.
    int addedCount() const { return int(m_added.size()); }
    const Added &added(int at) const { return m_added.at(at); }
    /// -1: no such mark.
    int addedIndex(qint64 id) const;
    void insert(int at, const QMap<int, SqlValue> &values);
    void removeAdded(int at);
    void setAdded(int at, int column, const SqlValue &value);
    void unsetAdded(int at, int column);

    void clearErrors();
    void markError(const QByteArray &identity, int column, const QString &message);
    void markAddedError(int at, int column, const QString &message);

    /// A staged value whose place is gone.
    struct Lost
    {
        RowKey primaryKey;  ///< empty: of a new row
        int column = 0;     ///< as it was numbered; -1: the row was to be deleted
        SqlValue value;
    };
    /// Follows the columns of a table that changed by name; what no longer exists is dropped and
    /// handed back.
    QList<Lost> renumber(const QMap<int, int> &newColumns);
    /// Only new rows are left.
    QList<Lost> forgetRows();

    // Undo: whatever is done above is noted until it is taken.
    /// What was changed since the last one was taken; errors are no part of it.
    StagedStep takeStep();
    /// As it was before the step, or is again after it. Of new rows only the values: their list
    /// has to have the same marks already, see replaceAdded().
    void replay(const StagedStep &step, bool undo);
    void replaceAdded(const QList<Added> &rows);
    const QList<Added> &allAdded() const { return m_added; }
    const QHash<QByteArray, Row> &rows() const { return m_rows; }

private:
    void touch(const QByteArray &identity);
    void touchAdded();

    QHash<QByteArray, Row> m_rows;
    QList<Added> m_added;
    qint64 m_next = 0;
    quint64 m_version = 0;
    QHash<QByteArray, std::optional<Row>> m_touched;  ///< as they were before
    std::optional<QHash<QByteArray, Row>> m_cleared;  ///< all of them, before clear()
    std::optional<QList<Added>> m_addedBefore;
};

}  // namespace roster

#endif
