// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/rowformat.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// A number that JSON and SQL read as one: not NaN, not an infinity.
bool isPlainNumber(QByteArrayView value)
{
    const auto allowed = [](char c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
    };
    return !value.isEmpty() && std::all_of(value.begin(), value.end(), allowed);
}

bool isNumber(TypeKind kind)
{
    return kind == TypeKind::Integer || kind == TypeKind::Float || kind == TypeKind::Numeric;
}

QByteArray doubled(QByteArrayView value)
{
    return '"' + value.toByteArray().replace('"', "\"\"") + '"';
}

/// `03:04:05.5+00` → `03:04:05.500000+00:00`; a fraction of zeros is left out.
void appendIsoTime(QByteArray &out, QByteArrayView value)
{
    const auto isZone = [](char c) { return c == '+' || c == '-'; };
    const auto *const zone = std::find_if(value.begin(), value.end(), isZone);
    const auto *const dot = std::find(value.begin(), zone, '.');
    out.append(value.begin(), dot - value.begin());
    if (std::any_of(dot, zone, [](char c) { return c >= '1' && c <= '9'; })) {
        out.append(dot, zone - dot);
        out.append(std::max<qsizetype>(0, 7 - (zone - dot)), '0');
    }
    out.append(zone, value.end() - zone);
    if (value.end() - zone == 3)
        out += ":00";
}

/// Whether isoformat has a form for it; Python has no years beyond 9999 and none before Christ.
bool hasIsoForm(TypeKind kind, QByteArrayView value)
{
    if (kind == TypeKind::Time)
        return value.size() >= 8;
    return (kind == TypeKind::Timestamp || kind == TypeKind::TimestampTz) && value.size() >= 19
        && value.at(4) == '-' && value.at(10) == ' ' && !value.endsWith(" BC");
}

void appendIso(QByteArray &out, TypeKind kind, QByteArrayView value)
{
    if (!hasIsoForm(kind, value)) {
        out += value;
        return;
    }
    if (kind == TypeKind::Time) {
        appendIsoTime(out, value);
        return;
    }
    out.append(value.data(), 10);
    out += 'T';
    appendIsoTime(out, value.sliced(11));
}

bool needsEscape(char c)
{
    return c == '"' || c == '\\' || uchar(c) < 0x20;
}

void appendEscaped(QByteArray &out, char c)
{
    switch (c) {
    case '"':
        out += "\\\"";
        break;
    case '\\':
        out += "\\\\";
        break;
    case '\n':
        out += "\\n";
        break;
    case '\r':
        out += "\\r";
        break;
    case '\t':
        out += "\\t";
        break;
    default:
        out += "\\u00" + QByteArray::number(uchar(c), 16).rightJustified(2, '0');
    }
}

void appendJsonString(QByteArray &out, QByteArrayView value)
{
    out += '"';
    const char *run = value.begin();  // what needs no escape goes out in one piece
    for (const char *c = run; c != value.end(); ++c) {
        if (!needsEscape(*c))
            continue;
        out.append(run, c - run);
        appendEscaped(out, *c);
        run = c + 1;
    }
    out.append(run, value.end() - run);
    out += '"';
}

}  // namespace

RowFormat::RowFormat(Kind kind, const TableSchema &schema, const QList<int> &columns) : m_kind(kind)
{
    const qsizetype count = columns.isEmpty() ? schema.columns.size() : columns.size();
    for (qsizetype i = 0; i < count; ++i) {
        m_columns << schema.columns.at(columns.isEmpty() ? i : columns.at(i));
        m_kinds << m_columns.last().kind;
        if (kind != Kind::Insert || m_columns.last().generated.isEmpty())
            m_written << int(i);
    }
    switch (kind) {
    case Kind::Json:
        m_begin = "[";
        m_after = m_written.isEmpty() ? "{}" : "}";
        prepareJson();
        break;
    case Kind::Insert:
        m_after = ");";
        prepareInsert(schema.name);
        break;
    default:
        prepareSeparated();
    }
}

void RowFormat::prepareSeparated()
{
    const QByteArray separator = m_kind == Kind::Csv ? "," : "\t";
    for (const int column : std::as_const(m_written)) {
        m_before << (m_before.isEmpty() ? QByteArray() : separator);
        m_begin += m_before.last();
        appendSeparated(m_begin, QByteArrayView(m_columns.at(column).name.toUtf8()));
    }
    if (m_kind == Kind::Tsv)
        m_begin.clear();
    else
        m_begin += '\n';
}

void RowFormat::prepareJson()
{
    for (const int column : std::as_const(m_written))
        m_before << (m_before.isEmpty() ? "{" : ",")
                        + jsonString(m_columns.at(column).name.toUtf8()) + ':';
}

void RowFormat::prepareInsert(const TableName &table)
{
    QByteArrayList names;
    bool overriding = false;
    for (const int column : std::as_const(m_written)) {
        names << quoted(m_columns.at(column).name).toUtf8();
        overriding = overriding || m_columns.at(column).identity == "ALWAYS"_L1;
        m_before << QByteArray(", ");
    }
    if (!m_before.isEmpty())
        m_before.first() = "INSERT INTO " + quoted(table.schema, table.name).toUtf8() + " ("
                         + names.join(", ") + ")" + (overriding ? " OVERRIDING SYSTEM VALUE" : "")
                         + " VALUES (";
}

QByteArray RowFormat::begin() const
{
    return m_begin;
}

QByteArray RowFormat::between() const
{
    return m_kind == Kind::Json ? ",\n"_qba : "\n"_qba;
}

QByteArray RowFormat::end() const
{
    switch (m_kind) {
    case Kind::Json:
        return "]\n"_qba;
    case Kind::Csv:
    case Kind::Insert:
        return "\n"_qba;
    default:
        return {};
    }
}

template <class FieldAt>
void RowFormat::appendRow(QByteArray &out, const FieldAt &fieldAt) const
{
    for (qsizetype i = 0; i < m_written.size(); ++i) {
        out += m_before.at(i);
        appendField(out, m_written.at(i), fieldAt(m_written.at(i)));
    }
    out += m_after;
}

void RowFormat::append(QByteArray &out, const QList<SqlValue> &row) const
{
    appendRow(out, [&row](int column) {
        const SqlValue &value = row.at(column);
        return value ? Field(*value) : Field();
    });
}

void RowFormat::append(QByteArray &out, const ResultSet &rows, int row) const
{
    appendRow(out, [&rows, row](int column) {
        return rows.isNull(row, column) ? Field() : Field(rows.bytes(row, column));
    });
}

void RowFormat::append(QByteArray &out, std::span<const Field> row) const
{
    appendRow(out, [row](int column) { return row[size_t(column)]; });
}

QByteArray RowFormat::format(const QList<QList<SqlValue>> &rows) const
{
    if (m_kind == Kind::Tsv && rows.size() == 1 && m_columns.size() == 1)
        return rows.first().first().value_or(QByteArray());
    QByteArray out = begin();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (i > 0)
            out += between();
        append(out, rows.at(i));
    }
    // A header alone ends its line by itself.
    if (!rows.isEmpty() || m_kind == Kind::Json)
        out += end();
    return out;
}

void RowFormat::appendField(QByteArray &out, int column, const Field &field) const
{
    switch (m_kind) {
    case Kind::Tsv:
    case Kind::TsvWithHeader:
    case Kind::Csv:
        appendSeparated(out, field);
        break;
    case Kind::Json:
        appendJson(out, column, field);
        break;
    case Kind::Insert:
        appendSql(out, column, field);
        break;
    }
}

void RowFormat::appendSeparated(QByteArray &out, const Field &field) const
{
    if (!field)
        return;
    const char separator = m_kind == Kind::Csv ? ',' : '\t';
    const auto needsQuotes = [separator](char c) {
        return c == separator || c == '"' || c == '\n' || c == '\r';
    };
    if (field->isEmpty() || std::any_of(field->begin(), field->end(), needsQuotes))
        out += doubled(*field);
    else
        out += *field;
}

void RowFormat::appendJson(QByteArray &out, int column, const Field &field) const
{
    if (!field) {
        out += "null";
        return;
    }
    const TypeKind kind = m_kinds.at(column);
    if (kind == TypeKind::Boolean) {
        out += *field == "t" ? "true" : "false";
    } else if (kind == TypeKind::Json || (isNumber(kind) && isPlainNumber(*field))) {
        out += *field;
    } else if (hasIsoForm(kind, *field)) {
        out += '"';
        appendIso(out, kind, *field);
        out += '"';
    } else {
        appendJsonString(out, *field);
    }
}

void RowFormat::appendSql(QByteArray &out, int column, const Field &field) const
{
    if (!field) {
        out += "NULL";
        return;
    }
    const TypeKind kind = m_columns.at(column).kind;
    if (kind == TypeKind::Boolean)
        out += *field == "t" ? "true" : "false";
    else if (isNumber(kind) && isPlainNumber(*field))
        out += *field;
    else
        out += literal(QString::fromUtf8(*field)).toUtf8();
}

QByteArray RowFormat::isoFormat(TypeKind kind, QByteArrayView value)
{
    QByteArray iso;
    appendIso(iso, kind, value);
    return iso;
}

QByteArray RowFormat::jsonString(QByteArrayView value)
{
    QByteArray json;
    appendJsonString(json, value);
    return json;
}

}  // namespace roster
