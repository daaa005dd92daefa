// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/conflictmodel.h"

#include "models/browsing/valuetext.h"

#include <algorithm>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace roster {

ConflictModel::ConflictModel(TableSchema schema, QList<RowConflict> conflicts, QObject *parent)
    : QAbstractTableModel(parent), m_schema(std::move(schema)), m_conflicts(std::move(conflicts))
{
    for (int at = 0; at < m_conflicts.size(); ++at) {
        const RowConflict &one = m_conflicts.at(at);
        if (one.isGone || one.kind == RowChange::Kind::Delete) {
            m_lines << Line{at, -1, Choice::Open, {}};
            continue;
        }
        for (int field = 0; field < one.fields.size(); ++field)
            m_lines << Line{at, field, Choice::Open, {}};
    }
}

int ConflictModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int ConflictModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Columns);
}

QString ConflictModel::outcome(const Line &line) const
{
    switch (line.choice) {
    case Choice::Open:
        return tr("to be decided");
    case Choice::Mine:
        return line.field < 0 ? tr("delete the row") : text(line, Mine);
    case Choice::Theirs:
        return line.field >= 0         ? text(line, Theirs)
             : conflictOf(line).isGone ? tr("give up my edits")
                                       : tr("keep the row");
    case Choice::Other:
        break;
    }
    return valueText(line.other);
}

QString ConflictModel::wholeText(const Line &line, int column) const
{
    const RowConflict &conflict = conflictOf(line);
    switch (column) {
    case Theirs:
        return conflict.isGone ? tr("deleted") : tr("changed");
    case Mine: {
        if (!conflict.isGone)
            return tr("to be deleted");
        QStringList values;
        for (const RowConflict::Field &field : conflict.fields)
            values << m_schema.columns.at(field.column).name + u" = "_s + valueText(field.mine);
        return values.join(u", "_s);
    }
    default:
        return {};
    }
}

QString ConflictModel::text(const Line &line, int column) const
{
    if (column == Row)
        return keyText(m_schema, conflictOf(line).primaryKey);
    if (column == Outcome)
        return outcome(line);
    if (line.field < 0)
        return wholeText(line, column);
    const RowConflict::Field &field = fieldOf(line);
    switch (column) {
    case Field:
        return m_schema.columns.at(field.column).name;
    case Before:
        return valueText(field.before);
    case Theirs:
        return valueText(field.theirs);
    default:
        return valueText(field.mine);
    }
}

bool ConflictModel::isNull(const Line &line, int column) const
{
    if (line.field < 0)
        return false;
    const RowConflict::Field &field = fieldOf(line);
    switch (column) {
    case Before:
        return !field.before;
    case Theirs:
        return !field.theirs;
    case Mine:
        return !field.mine;
    case Outcome:
        return (line.choice == Choice::Mine && !field.mine)
            || (line.choice == Choice::Theirs && !field.theirs)
            || (line.choice == Choice::Other && !line.other);
    default:
        return false;
    }
}

QVariant ConflictModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(line, index.column());
    case Qt::EditRole:
        return line.choice == Choice::Open ? text(line, Mine) : text(line, index.column());
    case TableModel::IsNullRole:
        return isNull(line, index.column())
            || (index.column() == Outcome && line.choice == Choice::Open);
    default:
        return {};
    }
}

QVariant ConflictModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Row:
        return tr("Row");
    case Field:
        return tr("Column");
    case Before:
        return tr("Before");
    case Theirs:
        return tr("Theirs");
    case Mine:
        return tr("Mine");
    case Outcome:
        return tr("Outcome");
    default:
        return {};
    }
}

Qt::ItemFlags ConflictModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Outcome && m_lines.at(index.row()).field >= 0)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool ConflictModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    Line &line = m_lines[index.row()];
    const SqlValue wanted = value.isValid() ? SqlValue(value.toString().toUtf8()) : SqlValue();
    if (const auto valid = validate(m_schema, fieldOf(line).column, wanted); !valid) {
        Q_EMIT rejected(valid.error());
        return false;
    }
    line.choice = wanted == fieldOf(line).mine   ? Choice::Mine
                : wanted == fieldOf(line).theirs ? Choice::Theirs
                                                 : Choice::Other;
    line.other = wanted;
    Q_EMIT dataChanged(index, index);
    Q_EMIT decided();
    return true;
}

void ConflictModel::choose(const QList<int> &lines, Choice choice)
{
    for (const int at : lines) {
        Line &line = m_lines[at];
        if (choice != Choice::Mine || !conflictOf(line).isGone)
            line.choice = choice;
    }
    if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0, Outcome), index(rowCount() - 1, Outcome));
    Q_EMIT decided();
}

int ConflictModel::openCount() const
{
    return int(std::count_if(m_lines.cbegin(), m_lines.cend(),
                             [](const Line &line) { return line.choice == Choice::Open; }));
}

QList<TableModel::Decision> ConflictModel::decisions() const
{
    std::map<int, TableModel::Decision> rows;
    for (const Line &line : m_lines) {
        if (line.choice == Choice::Open)
            continue;
        TableModel::Decision &one = rows[line.conflict];
        if (one.conflict.primaryKey.isEmpty()) {
            one.conflict = conflictOf(line);
            one.conflict.fields.clear();
        }
        if (line.field < 0) {
            one.deletes = line.choice == Choice::Mine;
            continue;
        }
        const RowConflict::Field &field = fieldOf(line);
        one.conflict.fields << field;
        if (line.choice != Choice::Theirs)
            one.values.insert(field.column, line.choice == Choice::Mine ? field.mine : line.other);
    }
    // A row's guard moves on as a whole: none that is decided by half.
    for (const Line &line : m_lines) {
        if (line.choice == Choice::Open)
            rows.erase(line.conflict);
    }
    QList<TableModel::Decision> all;
    for (const auto &[conflict, decision] : rows)
        all << decision;
    return all;
}

}  // namespace roster
