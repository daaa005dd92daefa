// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_VIEWS_CONFLICTMODEL_H
#define ROSTER_VIEWS_CONFLICTMODEL_H

#include "models/views/tablemodel.h"

#include <QAbstractTableModel>

namespace roster {

/// The values that somebody else changed where they were edited, a line each: before, theirs, mine,
/// and what a person decides. A row that is gone, or was to be deleted, is one line.
class ConflictModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Row, Field, Before, Theirs, Mine, Outcome, Columns };
    enum class Choice { Open, Mine, Theirs, Other };

    ConflictModel(TableSchema schema, QList<RowConflict> conflicts, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// A third value, into the outcome of a field.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    Choice choice(int line) const { return m_lines.at(line).choice; }
    /// Of these lines, as far as it is possible: a row that is gone cannot be changed.
    void choose(const QList<int> &lines, Choice choice);
    int openCount() const;
    /// What was decided so far, of rows that are decided wholly.
    QList<TableModel::Decision> decisions() const;

Q_SIGNALS:
    void decided();
    void rejected(const roster::Error &error);

private:
    struct Line
    {
        int conflict = 0;
        int field = -1;  ///< -1: the row as a whole
        Choice choice = Choice::Open;
        SqlValue other;
    };
    const RowConflict &conflictOf(const Line &line) const { return m_conflicts.at(line.conflict); }
    const RowConflict::Field &fieldOf(const Line &line) const
    {
        return conflictOf(line).fields.at(line.field);
    }
    QString text(const Line &line, int column) const;
    QString wholeText(const Line &line, int column) const;
    QString outcome(const Line &line) const;
    bool isNull(const Line &line, int column) const;

    TableSchema m_schema;
    QList<RowConflict> m_conflicts;
    QList<Line> m_lines;
};

}  // namespace roster

#endif
