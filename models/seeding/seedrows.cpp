// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seeding/seedrows.h"

namespace roster {

namespace {

/// As COPY's text format wants it.
/// https://www.postgresql.org/docs/15/sql-copy.html#id-1.9.3.55.9.2
void appendCell(QByteArray &out, const SqlValue &cell)
{
    if (!cell) {
        out.append("\\N");
        return;
    }
    for (const char c : *cell) {
        switch (c) {
        case '\\':
            out.append("\\\\");
            break;
        case '\n':
            out.append("\\n");
            break;
        case '\r':
            out.append("\\r");
            break;
        case '\t':
            out.append("\\t");
            break;
        default:
            out.append(c);
        }
    }
}

}  // namespace

void SeedRows::appendBinary(QByteArray &, qint64, std::span<const qint64>) const
{
    Q_ASSERT(false);  // never asked of a class without binaryTypes()
}

void SeedRows::appendText(QByteArray &out, qint64 first, std::span<const qint64> ids) const
{
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const QList<SqlValue> row = cells(first + qint64(i), ids[i]);
        for (qsizetype column = 0; column < row.size(); ++column) {
            if (column > 0)
                out.append('\t');
            appendCell(out, row.at(column));
        }
        out.append('\n');
    }
}

}  // namespace roster
