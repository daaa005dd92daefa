// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/players/gridediting.h"

#include "models/browsing/pastedblock.h"
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

/// As the column has it: an empty cell is an empty text only where the column holds texts.
SqlValue GridEditing::valueOf(const QString &cell, int column) const
{
    const bool isText = m_model.schema().columns.at(column).kind == TypeKind::Text;
    return cell.isEmpty() && !isText ? SqlValue() : SqlValue(cell.toUtf8());
}

std::optional<QList<QStringList>> GridEditing::clipboardBlock()
{
    const QString text = QGuiApplication::clipboard()->text();
    if (text.isEmpty() || !m_view.finishEditing())
        return std::nullopt;
    Result<QList<QStringList>> block = pastedBlock(text);
    if (!block) {
        Q_EMIT failed(block.error());
        return std::nullopt;
    }
    return *std::move(block);
}

/// So many shown columns, from the current one on; nullopt, and said, where there are fewer.
std::optional<QList<int>> GridEditing::columnsFor(qsizetype count, int from)
{
    const QList<int> shown = m_view.shownColumns();
    const QList<int> rest = shown.mid(qMax<qsizetype>(0, shown.indexOf(from)));
    if (rest.size() >= count)
        return rest.first(count);
    Error error;
    error.kind = Error::Kind::Refused;
    error.message = tr("The clipboard holds %n column(s), and there are fewer from here on.",
                       nullptr, int(count));
    error.hint = tr("Nothing was pasted. Choose the cell that the first value goes to.");
    Q_EMIT failed(error);
    return std::nullopt;
}

QList<QList<SqlValue>> GridEditing::valuesOf(const QList<QStringList> &block,
                                             const QList<int> &columns) const
{
    QList<QList<SqlValue>> rows;
    for (const QStringList &line : block) {
        QList<SqlValue> values;
        for (qsizetype i = 0; i < columns.size(); ++i)
            values << valueOf(line.at(i), columns.at(i));
        rows << values;
    }
    return rows;
}

void GridEditing::paste()
{
    const auto block = clipboardBlock();
    if (!block || block->isEmpty())
        return;
    if (block->size() == 1 && block->constFirst().size() == 1) {
        setSelected([value = block->constFirst().constFirst().toUtf8()](const ColumnSchema &) {
            return SqlValue(value);
        });
        return;
    }
    const QList<QPair<qint64, qint64>> rows = m_view.selection().rows();
    const QList<int> selected = m_view.selection().columns();
    if (rows.isEmpty() || selected.isEmpty())
        return;
    const QList<int> shown = m_view.shownColumns();
    const auto first = std::find_if(shown.cbegin(), shown.cend(),
                                    [&](int column) { return selected.contains(column); });
    const auto columns = columnsFor(block->constFirst().size(), first == shown.cend() ? 0 : *first);
    if (!columns)
        return;
    m_model.setBlock(rows.constFirst().first, *columns, valuesOf(*block, *columns), this,
                     [this](const Result<int> &pasted) {
                         if (!pasted)
                             Q_EMIT failed(pasted.error());
                         else
                             Q_EMIT message(tr("%n row(s) edited; nothing is sent before you "
                                               "commit",
                                               nullptr, *pasted));
                     });
}

void GridEditing::pasteAsRows()
{
    const auto block = clipboardBlock();
    if (!block || block->isEmpty())
        return;
    const QList<int> shown = m_view.shownColumns();
    const bool isWhole = block->constFirst().size() == shown.size();
    const QModelIndex current = m_view.currentCell();
    const int from = isWhole || !current.isValid() ? shown.value(0) : current.column();
    const auto columns = columnsFor(block->constFirst().size(), from);
    if (!columns)
        return;
    atStart([this, columns = *columns, values = valuesOf(*block, *columns)] {
        const Result<int> added = m_model.addRows(columns, values);
        if (!added) {
            Q_EMIT failed(added.error());
            return;
        }
        m_view.goTo(0, columns.value(0));
        Q_EMIT message(tr("%n row(s) added; nothing is sent before you commit", nullptr, *added));
    });
}

/// The first selected row's values into all other selected cells of their columns.
void GridEditing::fillDown()
{
    if (!m_view.finishEditing() || m_view.selection().rows().isEmpty())
        return;
    const qint64 first = m_view.selection().rows().constFirst().first;
    m_model.readRows({{first, first}}, this, [this](const Result<QList<QList<SqlValue>>> &rows) {
        if (!rows) {
            Q_EMIT failed(rows.error());
            return;
        }
        if (!rows->isEmpty())
            setSelected([this, row = rows->constFirst()](const ColumnSchema &column) {
                return row.value(m_model.schema().indexOf(column.name));
            });
    });
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
