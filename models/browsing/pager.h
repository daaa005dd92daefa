// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BROWSING_PAGER_H
#define ROSTER_BROWSING_PAGER_H

#include "models/browsing/keyset.h"
#include "models/browsing/rowsearch.h"
#include "models/browsing/tablequery.h"
#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/database/session.h"
#include "models/schema/tableschema.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

class QJsonObject;

namespace roster {

/// What stands in the order of one row: its values of Pager::order(), one each, as text (the sort
/// columns, then those key columns that are not among them). Of a primary key: its columns' values.
using RowKey = QList<SqlValue>;

/// Some rows that follow one another in the order. Columns: those of the schema in its order (long
/// values cut, see Pager::cutAt), then the hidden ones.
struct Page
{
    ResultSet rows;
    bool reachesStart = false;  ///< no row comes before the first one here
    bool reachesEnd = false;    ///< no row comes after the last one here
};

/// A place in the order: the key of the row at (about) this position.
struct Milestone
{
    qint64 row = 0;  ///< from 0
    RowKey key;
};

/// Places spread over the whole order, ascending by row; `exact` when counted, else sampled.
struct Milestones
{
    QList<Milestone> places;
    qint64 total = 0;  ///< rows in the query
    bool exact = false;
    bool complete = true;  ///< false: still being counted, places reach as far as the last one
};

/// Reads a table in pages: keyset pages by key, places by milestones, counts, searches. Knows the
/// SQL and nothing of the window. Immutable once made; functions run on a worker with its Session.
class Pager
{
public:
    /// InvalidInput when a filter cannot be parsed (names the column), NotFound for an unknown
    /// sort column. The raw WHERE is judged by the server when it runs.
    static Result<Pager> make(const TableSchema &schema, const TableQuery &query);

    const TableSchema &schema() const { return m_schema; }
    const TableQuery &query() const { return m_query; }
    /// The order in effect: as asked, then the missing key columns.
    const QList<SortColumn> &order() const { return m_order; }
    /// False where there is no key to page by (views, no primary key): only `forward` works.
    bool isKeyed() const;
    /// False: an index gives neither this order nor its reverse; the page should say so.
    bool isOrderIndexed() const;
    /// Why not to sort by a column (its type has no order); empty: it can be sorted by.
    static QString whyUnsortable(const ColumnSchema &column);

    // Hidden columns of a Page, counted from 0, after the schema's own.
    int xminColumn() const;  ///< -1 where the relation has none
    RowKey keyOf(const ResultSet &rows, int row) const;
    /// Values of TableSchema::primaryKey, never cut; empty without a primary key.
    RowKey primaryKeyOf(const ResultSet &rows, int row) const;
    RowKey primaryKeyOf(const RowKey &key) const;
    /// Where in a page these values stand, one column each.
    QList<int> primaryKeySources() const;
    bool isCut(const ResultSet &rows, int row, int column) const;
    /// Characters of a long value that a page brings; the rest on demand by `cell`.
    static constexpr int cutAt = 1024;
    /// Characters of a sort column's value that a page brings for keyOf(); a longer one is read
    /// when the key is used.
    static constexpr int wholeKeyAt = 65536;

    Result<Page> first(Session &session, int rows) const;
    Result<Page> last(Session &session, int rows) const;
    Result<Page> after(Session &session, const RowKey &key, int rows, bool inclusive = false) const;
    Result<Page> before(Session &session, const RowKey &key, int rows) const;
    /// Key of the row so many rows behind `key`; nullopt: the order ends before. Where an index
    /// gives the order, by that index alone: no row is brought or even looked at.
    Result<std::optional<RowKey>> keyBehind(Session &session, const RowKey &key, int rows) const;
    /// Rows by OFFSET, for what cannot be paged by key.
    Result<Page> forward(Session &session, qint64 offset, int rows) const;
    /// These rows by their primary keys, wherever they stand now (refresh, conflicts).
    Result<ResultSet> byPrimaryKey(Session &session, const QList<RowKey> &primaryKeys) const;
    /// A whole value that a page cut.
    Result<SqlValue> cell(Session &session, const RowKey &primaryKey, int column) const;
    /// Key of the first row whose key column(s) equal `primaryKey`; nullopt: no such row in the
    /// query.
    Result<std::optional<RowKey>> find(Session &session, const RowKey &primaryKey) const;

    /// Key of the next row behind `from` (before it where the search goes backward; null: from the
    /// start, or the end) that holds what is looked for; nullopt: none does.
    Result<std::optional<RowKey>> search(Session &session, const RowSearch &search,
                                         const std::optional<RowKey> &from) const;
    /// An index leads straight to it; else row after row is looked at.
    bool isSearchIndexed(const RowSearch &search) const;

    /// False where few rows pass the filter and the server finds them only by looking at each row
    /// of a table that is not small; by the planner's word.
    Result<bool> isFilterIndexed(Session &session) const;

    /// reltuples, or the planner's guess for a filtered query: at once.
    Result<qint64> estimate(Session &session) const;
    Result<qint64> count(Session &session) const;
    /// About how many rows stand before `key`, from a sample, at once; -1 where there is none.
    Result<qint64> guessPosition(Session &session, const RowKey &key) const;
    /// Milestones from a sample, at once (TABLESAMPLE, or the planner's histogram).
    Result<Milestones> sample(Session &session) const;
    /// Every 1,000th key, counted; `grown` gets what is there so far, on the calling thread.
    Result<Milestones> survey(Session &session, Progress &progress,
                              const std::function<void(const Milestones &)> &grown) const;
    /// Number of rows that come before `key` in the order.
    Result<qint64> position(Session &session, const RowKey &key) const;

    /// The statement of a page as a person would read it, values filled in (Copy as SQL).
    QString describePage(int rows) const;
    /// SELECT of all rows in the query's order (export), with its values.
    std::pair<QString, QList<SqlValue>> selectAll() const;
    /// The same with the values as literals, for COPY, which takes no parameters.
    QString selectAllAsText() const;
    /// The query's condition, for other statements about the relation's own rows; empty: all rows.
    QString condition(Bindings &bindings) const;
    /// An error of such a statement, with the place in the raw WHERE that it is about.
    Error explained(Error error) const;

private:
    /// A statement with its values.
    using Statement = std::pair<QString, QList<SqlValue>>;

    Result<void> makeOrder();
    Result<void> checkFilters() const;
    void makeHiddenColumns();
    bool isCuttable(const ColumnSchema &column) const;
    QString selectAll(Bindings &bindings) const;
    QString from() const;  ///< the relation, quoted
    QString where(Bindings &bindings, const QStringList &more = {}) const;  ///< with WHERE
    QStringList ranges(const RowKey &key, KeyDirection direction, bool including,
                       Bindings &bindings) const;
    QString matches(const RowSearch &search, Bindings &bindings) const;
    QStringList tieBreakers() const;
    QString bareColumns() const;
    bool isXminLate() const;
    QString lateXmin() const;
    QString shownColumns() const;
    QString keyColumns() const;
    QString primaryKeyIs(const RowKey &primaryKey, Bindings &bindings) const;
    QString shown(const QString &rows) const;  ///< a page of the bare columns `rows`
    Statement pageStatement(const RowKey *key, KeyDirection direction, bool including,
                            int rows) const;
    QStringList limitedRanges(const QString &columns, const RowKey *key, KeyDirection direction,
                              bool including, int rows, Bindings &bindings) const;
    Statement keyStatement(const RowKey &key, int behind) const;
    Result<ResultSet> run(Session &session, const Statement &statement) const;
    bool isFetchedLater(int column) const;
    Result<RowKey> whole(Session &session, RowKey key) const;
    RowKey keyFrom(const ResultSet &rows, int row, int firstColumn) const;
    Result<QJsonObject> plan(Session &session) const;
    Result<qint64> plannerRows(Session &session) const;
    Result<void> openSurvey(Session &session) const;
    Result<qint64> pages(Session &session) const;  ///< size on disk, partitions too; 0: no storage
    Result<Milestones> milestones(Session &session, const QString &rows, Bindings &bindings,
                                  qint64 total) const;

    TableSchema m_schema;
    TableQuery m_query;
    QList<SortColumn> m_order;
    QList<KeyPart> m_parts;   ///< m_order with types, as far as it decides
    QStringList m_key;        ///< primary key, else a unique one without NULLs
    QList<int> m_hidden;      ///< schema columns that a page brings once more, whole
    QList<int> m_keySources;  ///< of m_order: where in a page its value stands
    QString m_xmin;           ///< names that no column of the schema has
    QString m_rowName;
    QString m_rowsName;
};

}  // namespace roster

#endif
