// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/players/gridclipboard.h"

#include "ui/players/tableview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace roster {

GridClipboard::GridClipboard(TableModel &model, TableView &view)
    : QObject(&view), m_model(model), m_view(view)
{
}

QList<int> GridClipboard::columns() const
{
    const QList<int> selected = m_view.selection().columns();
    QList<int> shown;
    const QList<int> all = m_view.shownColumns();
    for (const int column : all) {
        if (selected.contains(column))
            shown << column;
    }
    return shown;
}

void GridClipboard::copy(RowFormat::Kind kind)
{
    const QList<int> wanted = columns();
    if (wanted.isEmpty())
        return;
    if (!m_view.selection().isGrid(wanted)) {
        Error error;
        error.kind = Error::Kind::InvalidInput;
        error.message =
            tr("The selected cells form no block: not every row is selected in the same "
               "columns.");
        error.hint = tr("Select a block, the same columns of several rows, or whole rows.");
        Q_EMIT failed(error);
        return;
    }
    const int asked = ++m_asked;
    m_model.readText(m_view.selection().rows(), wanted, kind, this,
                     [this, asked](const Result<TableModel::RowsText> &text) {
                         if (asked != m_asked)
                             return;
                         if (text)
                             place(*text);
                         else
                             Q_EMIT failed(text.error());
                     });
}

void GridClipboard::place(const TableModel::RowsText &text)
{
    auto *data = new QMimeData;
    data->setText(text.text);
    if (!text.csv.isEmpty())
        data->setData(u"text/csv"_s, text.csv);
    QGuiApplication::clipboard()->setMimeData(data);
    Q_EMIT copied(text.rows);
}

}  // namespace roster
