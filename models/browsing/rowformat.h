// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BROWSING_ROWFORMAT_H
#define ROSTER_BROWSING_ROWFORMAT_H

#include "models/database/session.h"
#include "models/schema/tableschema.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>
#include <span>

namespace roster {

/// Rows as text for the clipboard, for files and for the command line, in UTF-8: `begin`, the rows
/// with `between` between them, `end`. Row by row, so that any number streams in flat memory.
///
/// Tsv and Csv: NULL is an empty field, the empty string is `""` (as COPY … CSV writes them); a
/// field that holds the separator, a quote or a line end is quoted. Lines end in \n.
/// Json: an array of objects; numbers and booleans as such (NaN and infinities as strings), jsonb
/// as it stands, times as Python's isoformat writes them, everything else as strings.
/// Insert: one statement a row; generated columns are left out.
class RowFormat
{
public:
    enum class Kind { Tsv, TsvWithHeader, Csv, Json, Insert };
    /// A value as PostgreSQL writes it; nullopt is NULL.
    using Field = std::optional<QByteArrayView>;

    /// `columns`: indexes into the schema, in the order of the output; empty: all.
    RowFormat(Kind kind, const TableSchema &schema, const QList<int> &columns = {});

    QByteArray begin() const;
    QByteArray between() const;
    QByteArray end() const;

    /// `row` holds as many values as there are columns in the output.
    void append(QByteArray &out, const QList<SqlValue> &row) const;
    /// The result's first columns are those of the output; what follows them is ignored.
    void append(QByteArray &out, const ResultSet &rows, int row) const;
    void append(QByteArray &out, std::span<const Field> row) const;

    /// All at once. A single Tsv cell is its value verbatim, nothing quoted.
    QByteArray format(const QList<QList<SqlValue>> &rows) const;

    /// PostgreSQL's text of a date or time as Python's isoformat writes it:
    /// `2026-01-02 03:04:05.5` → `2026-01-02T03:04:05.500000`. What has no such form
    /// (infinity, years BC or beyond 9999) stays as it is.
    static QByteArray isoFormat(TypeKind kind, QByteArrayView value);
    /// As a JSON string, quotes included.
    static QByteArray jsonString(QByteArrayView value);

private:
    void prepareSeparated();
    void prepareJson();
    void prepareInsert(const TableName &table);
    template <class FieldAt>
    void appendRow(QByteArray &out, const FieldAt &fieldAt) const;
    void appendField(QByteArray &out, int column, const Field &field) const;
    void appendSeparated(QByteArray &out, const Field &field) const;
    void appendJson(QByteArray &out, int column, const Field &field) const;
    void appendSql(QByteArray &out, int column, const Field &field) const;

    Kind m_kind;
    QList<ColumnSchema> m_columns;
    QList<TypeKind> m_kinds;     ///< of m_columns
    QList<int> m_written;        ///< indexes into m_columns, those left out skipped
    QList<QByteArray> m_before;  ///< what stands before each field
    QByteArray m_begin;
    QByteArray m_after;  ///< what ends a row
};

}  // namespace roster

#endif
