// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/texttable.h"

#include <QString>

#include <algorithm>
#include <cwchar>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

bool isPlain(QByteArrayView value)
{
    return std::all_of(value.begin(), value.end(),
                       [](char c) { return uchar(c) >= 0x20 && uchar(c) < 0x7f; });
}

/// Would steer the terminal, or hide where a text begins and ends.
bool isDangerous(char32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x061c || c == 0x200e || c == 0x200f
        || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

QString escape(char32_t c)
{
    switch (c) {
    case '\n':
        return u"\\n"_s;
    case '\r':
        return u"\\r"_s;
    case '\t':
        return u"\\t"_s;
    default:
        break;
    }
    const bool isShort = c <= 0xff;
    return (isShort ? u"\\x"_s : u"\\u"_s)
         + QString::number(c, 16).rightJustified(isShort ? 2 : 4, u'0');
}

QByteArray shown(const RowFormat::Field &field)
{
    if (!field)
        return "\u2205"_qba;
    if (isPlain(*field))
        return field->toByteArray();
    QString text;
    for (const char32_t c : QString::fromUtf8(*field).toUcs4())
        text += isDangerous(c) ? escape(c) : QString::fromUcs4(&c, 1);
    return text.toUtf8();
}

/// Columns on a terminal.
int widthOf(QByteArrayView text)
{
    if (isPlain(text))
        return int(text.size());
    int width = 0;
    for (const char32_t c : QString::fromUtf8(text).toUcs4())
        width += std::max(0, ::wcwidth(wchar_t(c)));
    return width;
}

}  // namespace

TextTable::TextTable(const TableSchema &schema)
{
    for (const ColumnSchema &column : schema.columns) {
        m_header.push_back(shown(QByteArrayView(column.name.toUtf8())));
        m_isNumber.push_back(column.kind == TypeKind::Integer || column.kind == TypeKind::Float
                             || column.kind == TypeKind::Numeric);
        m_widths.push_back(widthOf(m_header.back()));
    }
}

void TextTable::append(QByteArray &out, std::span<const RowFormat::Field> row)
{
    std::vector<QByteArray> cells;
    cells.reserve(row.size());
    for (const RowFormat::Field &field : row)
        cells.push_back(shown(field));
    if (m_isMeasured) {
        writeRow(out, cells);
        return;
    }
    for (size_t i = 0; i < cells.size(); ++i)
        m_widths[i] = std::max(m_widths[i], std::min(widest, widthOf(cells[i])));
    m_waiting.push_back(std::move(cells));
    if (m_waiting.size() >= rowsMeasured)
        writeAll(out);
}

void TextTable::finish(QByteArray &out)
{
    if (!m_isMeasured)
        writeAll(out);
}

void TextTable::writeAll(QByteArray &out)
{
    m_isMeasured = true;
    writeRow(out, m_header);
    std::vector<QByteArray> rule;
    rule.reserve(m_widths.size());
    for (const int width : m_widths)
        rule.emplace_back(width, '-');
    writeRow(out, rule);
    for (const auto &cells : m_waiting)
        writeRow(out, cells);
    m_waiting.clear();
}

void TextTable::writeRow(QByteArray &out, const std::vector<QByteArray> &cells) const
{
    for (size_t i = 0; i < cells.size(); ++i) {
        const int padding = std::max(0, m_widths[i] - widthOf(cells[i]));
        if (m_isNumber[i])
            out.append(padding, ' ');
        out += cells[i];
        const bool isLast = i + 1 == cells.size();
        if (!m_isNumber[i] && !isLast)
            out.append(padding, ' ');
        if (!isLast)
            out += "  ";
    }
    out += '\n';
}

}  // namespace roster
