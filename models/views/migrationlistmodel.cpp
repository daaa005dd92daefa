// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/migrationlistmodel.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace roster {

MigrationListModel::MigrationListModel(QObject *parent) : QAbstractTableModel(parent) {}

void MigrationListModel::setHistory(std::shared_ptr<const MigrationHistory> history)
{
    beginResetModel();
    m_history = std::move(history);
    endResetModel();
}

const MigrationHistory::Row *MigrationListModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_history->rows.at(row) : nullptr;
}

int MigrationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_history ? 0 : int(m_history->rows.size());
}

int MigrationListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MigrationListModel::stateText(RevisionMarks marks)
{
    QStringList words;
    if (marks.testFlag(RevisionMark::HalfDone))
        words << tr("stopped half way");
    if (marks.testFlag(RevisionMark::Changed))
        words << tr("file changed since");
    if (marks.testFlag(RevisionMark::Current))
        words << tr("current");
    if (marks.testFlag(RevisionMark::Pending))
        words << tr("pending");
    if (marks.testFlag(RevisionMark::Head))
        words << tr("head");
    if (marks.testFlag(RevisionMark::Elsewhere))
        words << tr("applied elsewhere");
    else if (marks.testFlag(RevisionMark::Applied) && !marks.testFlag(RevisionMark::Current))
        words << tr("applied");
    if (marks.testFlag(RevisionMark::Missing))
        words << tr("no file");
    else if (marks.testFlag(RevisionMark::Alembic))
        words << tr("Alembic's");
    else if (marks.testFlag(RevisionMark::LogOnly))
        words << tr("only in the log");
    if (marks.testFlag(RevisionMark::Unwanted))
        words << tr("not for this database");
    return words.join(u", "_s);
}

QString MigrationListModel::text(const MigrationHistory::Row &row, int column)
{
    const Revision &revision = *row.revision;
    switch (column) {
    case RevisionColumn:
        return revision.id;
    case MessageColumn:
        return revision.message.section(u'\n', 0, 0);
    case StateColumn:
        return stateText(row.marks);
    case CreatedColumn:
        // As the file has it, to the minute.
        return revision.created.left(16).replace(u'T', u' ');
    default:
        return {};
    }
}

QVariant MigrationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MigrationHistory::Row &row = m_history->rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::AccessibleTextRole:
        // The drawing has no words of its own; the state says what it shows.
        return index.column() == GraphColumn ? stateText(row.marks) : text(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == MessageColumn ? row.revision->message
             : index.column() == StateColumn   ? stateText(row.marks)
                                               : QVariant();
    case LanesRole:
        return QVariant::fromValue(row.lanes);
    case MarksRole:
        return int(row.marks);
    case IdRole:
        return row.revision->id;
    default:
        return {};
    }
}

QVariant MigrationListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case GraphColumn:
        return tr("Graph");
    case RevisionColumn:
        return tr("Revision");
    case MessageColumn:
        return tr("Message");
    case StateColumn:
        return tr("State");
    case CreatedColumn:
        return tr("Created");
    default:
        return {};
    }
}

}  // namespace roster
