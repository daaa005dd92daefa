// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_APP_COMMANDS_TEXTTABLE_H
#define ROSTER_APP_COMMANDS_TEXTTABLE_H

#include "models/browsing/rowformat.h"
#include "models/schema/tableschema.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <span>
#include <vector>

namespace roster {

/// Rows aligned in columns for a terminal. The widths come from the first rows; those that follow
/// are written as they arrive and may stick out. NULL is `∅`; control characters and what would
/// turn the direction of the text are written as escapes.
class TextTable
{
public:
    explicit TextTable(const TableSchema &schema);

    void append(QByteArray &out, std::span<const RowFormat::Field> row);
    /// Writes what still waits for the widths; the header at least.
    void finish(QByteArray &out);

    static constexpr int rowsMeasured = 100;
    /// Longer values stick out, so that one of them does not push all others apart.
    static constexpr int widest = 60;

private:
    void writeAll(QByteArray &out);
    void writeRow(QByteArray &out, const std::vector<QByteArray> &cells) const;

    std::vector<QByteArray> m_header;
    std::vector<bool> m_isNumber;
    std::vector<int> m_widths;
    std::vector<std::vector<QByteArray>> m_waiting;
    bool m_isMeasured = false;
};

}  // namespace roster

#endif
