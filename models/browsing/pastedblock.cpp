// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/pastedblock.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// Gives tr() the context that lupdate files the text under.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PastedBlock)
};

/// Walks over the text cell by cell.
class Cells
{
public:
    explicit Cells(QStringView text) : m_text(text) {}

    bool atEnd() const { return m_at >= m_text.size(); }
    /// False: a quote is not closed.
    bool take(QString &cell);
    /// Behind a cell: whether the row ends there.
    bool takeEnd();

private:
    bool isAt(QChar c) const { return m_at < m_text.size() && m_text.at(m_at) == c; }

    QStringView m_text;
    qsizetype m_at = 0;
};

bool Cells::take(QString &cell)
{
    if (!isAt(u'"')) {
        const qsizetype from = m_at;
        while (!atEnd() && !isAt(u'\t') && !isAt(u'\n') && !isAt(u'\r'))
            ++m_at;
        cell = m_text.mid(from, m_at - from).toString();
        return true;
    }
    const qsizetype start = m_at;
    for (++m_at; !atEnd(); ++m_at) {
        if (!isAt(u'"')) {
            cell += m_text.at(m_at);
        } else if (m_at + 1 < m_text.size() && m_text.at(m_at + 1) == u'"') {
            cell += u'"';
            ++m_at;
        } else {
            ++m_at;
            if (atEnd() || isAt(u'\t') || isAt(u'\n') || isAt(u'\r'))
                return true;
            break;
        }
    }
    // A text that merely begins with a quote: as it stands, to the next tab or line end.
    const bool isOneLine = !cell.contains(u'\n') && !cell.contains(u'\t');
    m_at = start;
    cell.clear();
    while (isOneLine && !atEnd() && !isAt(u'\t') && !isAt(u'\n') && !isAt(u'\r'))
        cell += m_text.at(m_at++);
    return isOneLine;
}

bool Cells::takeEnd()
{
    if (isAt(u'\t')) {
        ++m_at;
        return false;
    }
    if (isAt(u'\r'))
        ++m_at;
    if (isAt(u'\n'))
        ++m_at;
    return true;
}

}  // namespace

Result<QList<QStringList>> pastedBlock(const QString &text)
{
    if (text.contains(QChar())) {
        return fail(Error::Kind::InvalidInput,
                    Text::tr("The clipboard holds a NUL character, which no text may hold."));
    }
    QList<QStringList> rows;
    Cells cells(text);
    while (!cells.atEnd()) {
        QStringList row;
        bool isDone = false;
        while (!isDone) {
            QString cell;
            if (!cells.take(cell)) {
                return fail(Error::Kind::InvalidInput,
                            Text::tr("Row %1 of the clipboard: a quote is not closed.")
                                .arg(rows.size() + 1));
            }
            row << std::move(cell);
            isDone = cells.takeEnd();
        }
        if (!rows.isEmpty() && row.size() != rows.constFirst().size()) {
            return fail(Error::Kind::InvalidInput,
                        Text::tr("Row %1 of the clipboard has %2 cells, the first one %3.")
                            .arg(rows.size() + 1)
                            .arg(row.size())
                            .arg(rows.constFirst().size()),
                        Text::tr("Nothing was pasted. Copy a whole block of cells."));
        }
        rows << row;
    }
    return rows;
}

}  // namespace roster
