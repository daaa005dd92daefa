// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/revisionplanmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

RevisionPlanModel::RevisionPlanModel(QObject *parent) : QAbstractItemModel(parent) {}

void RevisionPlanModel::setPlan(const RevisionPlan &plan)
{
    beginResetModel();
    QHash<QString, bool> wanted;
    for (const ChangeSelection::Item &item : m_plan.selection().items())
        wanted.insert(item.text, item.isWanted);
    QHash<QString, QString> fills;
    for (const FillQuestion &question : m_plan.fillQuestions())
        fills.insert(question.column, m_plan.fillOf(question.column));
    m_plan = plan;
    for (auto it = fills.cbegin(); it != fills.cend(); ++it)
        m_plan.setFill(it.key(), it.value());
    for (int i = 0; i < m_plan.selection().items().size(); ++i) {
        if (!wanted.value(m_plan.selection().items().at(i).text, true))
            m_plan.selection().setWanted(i, false);
    }
    QList<Answer> answers;
    for (const Answer &answer : std::as_const(m_answers)) {
        if (answer.chosen > isNew) {
            answers << answer;
            answers.last().question.item = -1;
        }
    }
    for (const RenameQuestion &question : m_plan.renameQuestions()) {
        const bool wasNew =
            std::any_of(m_answers.cbegin(), m_answers.cend(), [&](const Answer &answer) {
                return answer.question.added == question.added && answer.chosen == isNew
                    && answer.question.olds == question.olds;
            });
        answers << Answer{question, wasNew ? isNew : open};
    }
    m_answers = answers;
    addRows();
    endResetModel();
}

RevisionPlanModel::Group &RevisionPlanModel::groupOf(const QString &table)
{
    for (Group &group : m_rows) {
        if (group.table == table)
            return group;
    }
    m_rows.append(Group{table, {}});
    return m_rows.last();
}

void RevisionPlanModel::addRows()
{
    m_rows.clear();
    QHash<int, int> answerOf;
    for (int i = 0; i < m_answers.size(); ++i) {
        const RenameQuestion &question = m_answers.at(i).question;
        if (question.item >= 0) {
            answerOf.insert(question.item, i);
            continue;
        }
        // A table's name has one dot, a column's two.
        const bool isColumn = question.added.count(u'.') > 1;
        groupOf(isColumn ? question.added.section(u'.', 0, -2) : question.added)
            .rows.append(Row{.answer = i});
    }
    QHash<int, int> fillOf;
    for (int i = 0; i < m_plan.fillQuestions().size(); ++i)
        fillOf.insert(m_plan.fillQuestions().at(i).item, i);
    for (int i = 0; i < m_plan.selection().items().size(); ++i) {
        const ChangeSelection::Item &item = m_plan.selection().items().at(i);
        if (!item.isCompany)
            groupOf(item.group)
                .rows.append(
                    Row{.item = i, .answer = answerOf.value(i, -1), .fill = fillOf.value(i, -1)});
    }
}

QStringList RevisionPlanModel::renames() const
{
    QStringList words;
    for (const Answer &answer : m_answers) {
        if (answer.chosen > isNew)
            words << answer.question.words.at(answer.chosen - 1);
    }
    return words;
}

bool RevisionPlanModel::isWanted(const Row &row) const
{
    return row.item < 0 || m_plan.selection().items().at(row.item).isWanted;
}

bool RevisionPlanModel::isFillAsked(const Row &row) const
{
    if (row.fill < 0 || !isWanted(row))
        return false;
    const FillQuestion &question = m_plan.fillQuestions().at(row.fill);
    return question.isNew && m_plan.fillOf(question.column).trimmed().isEmpty();
}

int RevisionPlanModel::openQuestions() const
{
    int count = 0;
    for (const Group &group : m_rows) {
        for (const Row &row : group.rows) {
            const bool isOpen = row.answer >= 0 && m_answers.at(row.answer).chosen == open;
            count += isOpen && isWanted(row) ? 1 : 0;
            count += isFillAsked(row) ? 1 : 0;
        }
    }
    return count;
}

bool RevisionPlanModel::asks(Column column) const
{
    return std::any_of(m_rows.cbegin(), m_rows.cend(), [column](const Group &group) {
        return std::any_of(group.rows.cbegin(), group.rows.cend(), [column](const Row &row) {
            return (column == RenameColumn ? row.answer : row.fill) >= 0;
        });
    });
}

bool RevisionPlanModel::hasWanted() const
{
    return std::any_of(m_rows.cbegin(), m_rows.cend(), [this](const Group &group) {
        return std::any_of(group.rows.cbegin(), group.rows.cend(),
                           [this](const Row &row) { return isWanted(row); });
    });
}

QModelIndex RevisionPlanModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex RevisionPlanModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, quintptr(0));
}

int RevisionPlanModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_rows.size());
    const bool isGroup = parent.internalId() == 0 && parent.column() == 0;
    return isGroup ? int(m_rows.at(parent.row()).rows.size()) : 0;
}

int RevisionPlanModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

const RevisionPlanModel::Row *RevisionPlanModel::rowAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return nullptr;
    return &m_rows.at(int(index.internalId()) - 1).rows.at(index.row());
}

QVariant RevisionPlanModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row *row = rowAt(index);
    return row ? rowData(*row, index.column(), role)
               : groupData(m_rows.at(index.row()), index.column(), role);
}

QVariant RevisionPlanModel::groupData(const Group &group, int column, int role) const
{
    if (column != ChangeColumn)
        return {};
    if (role == Qt::DisplayRole)
        return group.table;
    if (role != Qt::CheckStateRole)
        return {};
    const auto wanted = std::count_if(group.rows.cbegin(), group.rows.cend(),
                                      [this](const Row &row) { return isWanted(row); });
    return wanted == 0                 ? Qt::Unchecked
         : wanted == group.rows.size() ? Qt::Checked
                                       : Qt::PartiallyChecked;
}

QString RevisionPlanModel::text(const Row &row) const
{
    if (row.item >= 0) {
        const ChangeSelection::Item &item = m_plan.selection().items().at(row.item);
        // The table stands above it.
        QString line = item.text;
        line.remove(item.group + u'.');
        return item.loses ? tr("%1 (its values are lost)").arg(line) : line;
    }
    const Answer &answer = m_answers.at(row.answer);
    if (answer.chosen <= isNew)
        return answer.question.added;  // until it is compared again
    return tr("renamed %1 to %2")
        .arg(answer.question.olds.at(answer.chosen - 1).section(u'.', -1),
             answer.question.added.section(u'.', -1));
}

QVariant RevisionPlanModel::rowData(const Row &row, int column, int role) const
{
    if (column == RenameColumn)
        return renameData(row, role);
    if (column == FillColumn)
        return fillData(row, role);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(row);
    case Qt::CheckStateRole:
        return isWanted(row) ? Qt::Checked : Qt::Unchecked;
    case LosesRole:
        return row.item >= 0 && m_plan.selection().items().at(row.item).loses && isWanted(row);
    default:
        return {};
    }
}

QStringList RevisionPlanModel::options(const Answer &answer) const
{
    QStringList texts{tr("Choose…"), tr("No, it is new")};
    for (const QString &old : answer.question.olds)
        texts << tr("Yes, it was %1").arg(old.section(u'.', -1));
    return texts;
}

QVariant RevisionPlanModel::renameData(const Row &row, int role) const
{
    if (row.answer < 0)
        return role == AskedRole ? QVariant(false) : QVariant();
    const Answer &answer = m_answers.at(row.answer);
    switch (role) {
    case Qt::DisplayRole:
        return options(answer).at(answer.chosen + 1);
    case Qt::EditRole:
        return answer.chosen + 1;
    case OptionsRole:
        return options(answer);
    case AskedRole:
        return true;
    default:
        return {};
    }
}

QVariant RevisionPlanModel::fillData(const Row &row, int role) const
{
    if (row.fill < 0)
        return role == AskedRole ? QVariant(false) : QVariant();
    const FillQuestion &question = m_plan.fillQuestions().at(row.fill);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return m_plan.fillOf(question.column);
    case Qt::ToolTipRole:
        return question.isNew
                 ? tr("What the rows that exist get, as %1. An SQL expression stands in "
                      "parentheses: (now())")
                       .arg(question.type)
                 : tr("What rows get that hold NULL now, as %1. Left empty, such rows make the "
                      "upgrade fail.")
                       .arg(question.type);
    case AskedRole:
        return isWanted(row);
    default:
        return {};
    }
}

Qt::ItemFlags RevisionPlanModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    const Row *row = rowAt(index);
    if (index.column() == ChangeColumn && (!row || row->item >= 0))
        flags |= Qt::ItemIsUserCheckable;
    if (row && index.column() != ChangeColumn && index.data(AskedRole).toBool())
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant RevisionPlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ChangeColumn:
        return tr("Change");
    case RenameColumn:
        return tr("Only a new name?");
    default:
        return tr("Rows that exist get");
    }
}

void RevisionPlanModel::everythingChanged()
{
    for (int i = 0; i < m_rows.size(); ++i) {
        const QModelIndex group = index(i, 0);
        Q_EMIT dataChanged(group, index(i, ColumnCount - 1));
        const int last = int(m_rows.at(i).rows.size()) - 1;
        Q_EMIT dataChanged(index(0, 0, group), index(last, ColumnCount - 1, group));
    }
    Q_EMIT answered();
}

void RevisionPlanModel::setWanted(const QList<Row> &rows, bool wanted)
{
    QStringList lines;
    for (const Row &row : rows) {
        if (row.item < 0)
            continue;
        const QList<int> others = m_plan.selection().setWanted(row.item, wanted);
        for (const int other : others) {
            const bool isMeant = std::any_of(rows.cbegin(), rows.cend(),
                                             [other](const Row &one) { return one.item == other; });
            if (!isMeant)
                lines << m_plan.selection().items().at(other).text;
        }
    }
    everythingChanged();
    Q_EMIT followed(wanted, lines);
}

QStringList RevisionPlanModel::leaveOutIndexes()
{
    QStringList lines;
    ChangeSelection &selection = m_plan.selection();
    for (int i = 0; i < selection.items().size(); ++i) {
        if (m_plan.isOnlyForSpeed(selection.items().at(i)) && selection.items().at(i).isWanted) {
            selection.setWanted(i, false);
            lines << selection.items().at(i).text;
        }
    }
    if (!lines.isEmpty())
        everythingChanged();
    return lines;
}

bool RevisionPlanModel::choose(const Row &row, int chosen)
{
    Answer &answer = m_answers[row.answer];
    if (chosen < open || chosen > answer.question.olds.size())
        return false;
    if (chosen == answer.chosen)
        return true;
    const bool isOther = chosen > isNew || answer.chosen > isNew;
    answer.chosen = chosen;
    everythingChanged();
    if (isOther)
        Q_EMIT renamesChanged();
    return true;
}

bool RevisionPlanModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid())
        return false;
    const Row *row = rowAt(index);
    if (role == Qt::CheckStateRole && index.column() == ChangeColumn) {
        setWanted(row ? QList<Row>{*row} : m_rows.at(index.row()).rows,
                  value.toInt() != Qt::Unchecked);
        return true;
    }
    if (role != Qt::EditRole || !row)
        return false;
    if (index.column() == RenameColumn && row->answer >= 0)
        return choose(*row, value.toInt() - 1);
    if (index.column() != FillColumn || row->fill < 0)
        return false;
    const QString column = m_plan.fillQuestions().at(row->fill).column;
    if (m_plan.fillOf(column) == value.toString())
        return true;
    m_plan.setFill(column, value.toString());
    Q_EMIT dataChanged(index, index);
    Q_EMIT answered();
    Q_EMIT fillsChanged();
    return true;
}

}  // namespace roster
