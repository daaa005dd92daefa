// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/players/gridclipboard.h"

#include "models/views/tablemodel.h"
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
    const QList<QPair<qint64, qint64>> rows = m_view.selection().rows();
    if (wanted.isEmpty() || rows.isEmpty())
        return;
    const int asked = ++m_asked;
    const auto ready = [this, asked, wanted, kind](const Result<QList<QList<SqlValue>>> &values) {
        if (asked != m_asked)
            return;
        if (values)
            place(*values, wanted, kind);
        else
            Q_EMIT failed(values.error());
    };
    // One cell that was cut is fetched whole by itself.
    if (const QModelIndex cell = m_view.currentCell();
        m_view.selection().isSingleCell() && cell.isValid()) {
        m_model.readCell(cell, this,
                         [ready, count = m_model.columnCount(),
                          column = cell.column()](const Result<SqlValue> &value) {
                             if (!value)
                                 return ready(tl::unexpected(value.error()));
                             QList<SqlValue> row(count);
                             row[column] = *value;
                             ready(QList<QList<SqlValue>>{row});
                         });
        return;
    }
    m_model.readRows(rows, this, ready);
}

void GridClipboard::place(const QList<QList<SqlValue>> &rows, const QList<int> &columns,
                          RowFormat::Kind kind)
{
    QList<QList<SqlValue>> picked;
    picked.reserve(rows.size());
    for (const QList<SqlValue> &row : rows) {
        QList<SqlValue> fields;
        fields.reserve(columns.size());
        for (const int column : columns)
            fields << row.value(column);
        picked << fields;
    }
    const QByteArray text = RowFormat(kind, m_model.schema(), columns).format(picked);
    auto *data = new QMimeData;
    data->setText(QString::fromUtf8(text));
    if (kind == RowFormat::Kind::Csv)
        data->setData(u"text/csv"_s, text);
    QGuiApplication::clipboard()->setMimeData(data);
    Q_EMIT copied(rows.size());
}

}  // namespace roster
