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

/// Digits of the fraction filled up to microseconds; none where they are all zero.
QByteArray fraction(QByteArrayView digits)
{
    const QByteArray full = digits.toByteArray().leftJustified(6, '0');
    return full == "000000" ? QByteArray() : '.' + full;
}

/// `+02` → `+02:00`, as isoformat has it.
QByteArray offset(QByteArrayView zone)
{
    const QByteArray text = zone.toByteArray();
    return text.size() == 3 ? text + ":00" : text;
}

/// `03:04:05.5+00` → `03:04:05.500000+00:00`.
QByteArray isoTime(QByteArrayView value)
{
    const auto isZone = [](char c) { return c == '+' || c == '-'; };
    const auto zone = std::find_if(value.begin(), value.end(), isZone);
    const auto dot = std::find(value.begin(), zone, '.');
    QByteArray iso(value.begin(), dot - value.begin());
    if (dot != zone)
        iso += fraction({dot + 1, zone});
    if (zone != value.end())
        iso += offset({zone, value.end()});
    return iso;
}

}  // namespace

RowFormat::RowFormat(Kind kind, const TableSchema &schema, const QList<int> &columns)
    : m_kind(kind)
{
    const qsizetype count = columns.isEmpty() ? schema.columns.size() : columns.size();
    for (qsizetype i = 0; i < count; ++i) {
        m_columns << schema.columns.at(columns.isEmpty() ? i : columns.at(i));
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
        m_before << (m_before.isEmpty() ? "{" : ",") + jsonString(m_columns.at(column).name.toUtf8())
                        + ':';
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
                           + names.join(", ") + ")"
                           + (overriding ? " OVERRIDING SYSTEM VALUE" : "") + " VALUES (";
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
    const TypeKind kind = m_columns.at(column).kind;
    if (kind == TypeKind::Boolean)
        out += *field == "t" ? "true" : "false";
    else if (kind == TypeKind::Json || (isNumber(kind) && isPlainNumber(*field)))
        out += *field;
    else
        out += jsonString(isoFormat(kind, *field));
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
    const bool hasDate = kind == TypeKind::Timestamp || kind == TypeKind::TimestampTz;
    // Python has no years beyond 9999 and none before Christ, and neither has its format.
    if (hasDate && value.size() >= 19 && value.at(4) == '-' && value.at(10) == ' '
        && !value.endsWith(" BC"))
        return value.first(10).toByteArray() + 'T' + isoTime(value.sliced(11));
    if (kind == TypeKind::Time && value.size() >= 8)
        return isoTime(value);
    return value.toByteArray();
}

QByteArray RowFormat::jsonString(QByteArrayView value)
{
    QByteArray json = "\"";
    for (const char c : value) {
        switch (c) {
        case '"':
            json += "\\\"";
            break;
        case '\\':
            json += "\\\\";
            break;
        case '\n':
            json += "\\n";
            break;
        case '\r':
            json += "\\r";
            break;
        case '\t':
            json += "\\t";
            break;
        default:
            if (uchar(c) < 0x20)
                json += "\\u00" + QByteArray::number(uchar(c), 16).rightJustified(2, '0');
            else
                json += c;
        }
    }
    return json + '"';
}

}  // namespace roster
