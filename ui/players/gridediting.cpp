// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/players/gridediting.h"

#include "models/views/tablemodel.h"
#include "ui/players/largeeditor.h"
#include "ui/players/tableview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScopeGuard>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace roster {

GridEditing::GridEditing(TableModel &model, TableView &view)
    : QObject(&view), m_model(model), m_view(view)
{
    connect(
        &m_model, &TableModel::windowChanged, this,
        [this] {
            if (m_waiting && m_model.firstPosition() == 0)
                std::exchange(m_waiting, nullptr)();
        },
        Qt::QueuedConnection);
    connect(&m_model, &TableModel::failed, this, [this] { m_waiting = nullptr; });
}

void GridEditing::atStart(std::function<void()> work)
{
    if (m_model.firstPosition() == 0) {
        work();
        return;
    }
    m_waiting = std::move(work);
    m_view.goTo(0);
}

bool GridEditing::isOwnNumbered(int column) const
{
    const ColumnSchema &described = m_model.schema().columns.at(column);
    return described.autoIncrement || !described.identity.isEmpty()
        || !described.generated.isEmpty() || !described.updatable;
}

int GridEditing::firstEditableColumn(int row) const
{
    int fallback = 0;
    const QList<int> shown = m_view.shownColumns();
    for (const int column : shown) {
        if (!(m_model.flags(m_model.index(row, column)) & Qt::ItemIsEditable))
            continue;
        if (!isOwnNumbered(column))
            return column;
        fallback = column;
    }
    return fallback;
}

void GridEditing::addRow()
{
    if (!m_view.finishEditing())
        return;
    atStart([this] {
        if (!m_model.insertRows(0, 1))
            return;
        m_view.goTo(0, firstEditableColumn(0));
        m_view.setFocus();
        m_view.editCurrent();
    });
}

void GridEditing::duplicateRows()
{
    if (!m_view.finishEditing())
        return;
    constexpr qint64 most = 1000;
    if (m_view.selectedRows() > most) {
        Error error;
        error.kind = Error::Kind::Refused;
        error.message = tr("%n rows are too many to duplicate.", nullptr,
                           int(std::min<qint64>(m_view.selectedRows(), 2000000000)));
        error.hint = tr("Select at most %1 rows.").arg(most);
        Q_EMIT failed(error);
        return;
    }
    m_model.readRows(
        m_view.selection().rows(), this, [this](const Result<QList<QList<SqlValue>>> &rows) {
            if (!rows) {
                Q_EMIT failed(rows.error());
                return;
            }
            atStart([this, values = *rows] {
                m_model.beginAct(tr("duplication of %n row(s)", nullptr, int(values.size())));
                const auto end = qScopeGuard([this] { m_model.endAct(); });
                for (const QList<SqlValue> &row : std::views::reverse(values)) {
                    if (!m_model.insertRows(0, 1))
                        return;
                    QMap<int, QVariant> fields;
                    for (int column = 0; column < row.size(); ++column) {
                        const SqlValue &value = row.at(column);
                        if (!isOwnNumbered(column))
                            fields.insert(column,
                                          value ? QVariant(QString::fromUtf8(*value)) : QVariant());
                    }
                    copyInto(0, fields);
                }
                m_view.goTo(0, firstEditableColumn(0));
            });
        });
}

void GridEditing::copyInto(int row, const QMap<int, QVariant> &values)
{
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        const QModelIndex cell = m_model.index(row, it.key());
        if (it.value().isValid())
            m_model.setData(cell, it.value());
        else
            m_model.setNull(cell);
    }
}

void GridEditing::deleteRows()
{
    if (!m_view.finishEditing())
        return;
    m_model.removePositions(m_view.selection().rows(), this, [this](const Result<int> &removed) {
        if (!removed)
            Q_EMIT failed(removed.error());
        else if (*removed > 0)
            Q_EMIT message(tr("%n row(s) marked for deletion", nullptr, *removed));
    });
}

void GridEditing::setNull()
{
    setSelected([](const ColumnSchema &) { return SqlValue(); });
}

void GridEditing::clearCells()
{
    setSelected([](const ColumnSchema &column) {
        return column.kind == TypeKind::Text ? SqlValue(QByteArray("")) : SqlValue();
    });
}

/// All selected cells or none, whether their rows are loaded or not.
void GridEditing::setSelected(const std::function<SqlValue(const ColumnSchema &)> &valueFor)
{
    if (!m_view.finishEditing())
        return;
    QMap<int, SqlValue> values;
    const QList<int> selected = m_view.selection().columns();
    for (const int column : selected) {
        if (!m_view.isColumnHidden(column))
            values.insert(column, valueFor(m_model.schema().columns.at(column)));
    }
    if (values.isEmpty())
        return;
    m_model.setSelected(m_view.selection(), values, this, [this](const Result<int> &rows) {
        if (!rows)
            Q_EMIT failed(rows.error());
        else if (*rows > 1)
            Q_EMIT message(
                tr("%n row(s) edited; nothing is sent before you commit", nullptr, *rows));
    });
}

void GridEditing::paste()
{
    QString text = QGuiApplication::clipboard()->text();
    if (text.endsWith(u'\n'))  // as spreadsheets close each line
        text.chop(text.endsWith("\r\n"_L1) ? 2 : 1);
    if (text.isEmpty())
        return;
    if (text.contains(u'\t') || text.contains(u'\n') || text.contains(QChar())) {
        Error error;
        error.kind = Error::Kind::Refused;
        error.message = tr("The clipboard holds several values or lines; a single value can be "
                           "pasted into cells.");
        error.hint = tr("Lines of one text go into the large editor: Shift+Enter.");
        Q_EMIT failed(error);
        return;
    }
    setSelected([value = text.toUtf8()](const ColumnSchema &) { return SqlValue(value); });
}

void GridEditing::revertSelection()
{
    if (!m_view.finishEditing())
        return;
    m_model.revertSelected(m_view.selection(), this, [this](const Result<int> &rows) {
        if (!rows)
            Q_EMIT failed(rows.error());
    });
}

void GridEditing::openLargeEditor(const QModelIndex &index)
{
    if (!index.isValid() || !m_view.finishEditing())
        return;
    const ColumnSchema &column = m_model.schema().columns.at(index.column());
    const bool wasEditable = m_model.flags(index) & Qt::ItemIsEditable;
    const bool isCut = index.data(TableModel::IsCutRole).toBool();
    auto *editor = new LargeEditor(m_model.schema(), index.column(), &m_view);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    editor->setWindowTitle(u"%1.%2"_s.arg(m_model.schema().name.name, column.name));
    const QPersistentModelIndex cell(index);
    m_model.readCell(
        index, editor, [this, editor, cell, wasEditable, isCut](const Result<SqlValue> &value) {
            if (!value) {
                editor->showError(value.error());
                return;
            }
            // Once it is here whole, the model lets it be edited.
            const bool editable =
                isCut ? cell.isValid() && m_model.flags(cell) & Qt::ItemIsEditable : wasEditable;
            editor->setValue(*value, !editable);
        });
    connect(editor, &LargeEditor::saved, this, [this, editor, cell](const SqlValue &value) {
        if (!cell.isValid()) {
            Error gone;
            gone.kind = Error::Kind::NotFound;
            gone.message = tr("The row is no longer on the page.");
            gone.hint = tr("Copy the text, scroll back to the row and paste it there.");
            editor->showError(gone);
            return;
        }
        const bool done =
            value ? m_model.setData(cell, QString::fromUtf8(*value)) : m_model.setNull(cell);
        if (done)
            editor->accept();
    });
    connect(&m_model, &TableModel::rejected, editor,
            [editor](const QModelIndex &, const Error &error) { editor->showError(error); });
    editor->open();
}

}  // namespace roster
