// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_VIEWS_REVISIONPLANMODEL_H
#define ROSTER_VIEWS_REVISIONPLANMODEL_H

#include "models/migration/revisionplan.h"

#include <QAbstractItemModel>

namespace roster {

/// What autogenerate found as a tree, tables with their changes: each can be unticked, and carries
/// the questions it raises.
class RevisionPlanModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { ChangeColumn, RenameColumn, FillColumn, ColumnCount };
    Q_ENUM(Column)
    enum Role {
        OptionsRole = Qt::UserRole + 1,  ///< QStringList: the answers to choose from
        AskedRole,                       ///< bool: the cell wants an answer
        LosesRole,                       ///< bool: values are gone afterwards
    };

    explicit RevisionPlanModel(QObject *parent = nullptr);

    /// Replaces all rows; answers that were given stay where they fit.
    void setPlan(const RevisionPlan &plan);
    const RevisionPlan &plan() const { return m_plan; }
    /// What was answered with a new name, as --rename takes it: the plan has to be made with these.
    QStringList renames() const;
    /// Unticks the indexes that only make it faster; returns their lines.
    QStringList leaveOutIndexes();
    bool isEmpty() const { return m_rows.isEmpty(); }
    /// Questions without an answer.
    int openQuestions() const;
    /// Whether any row has a question in RenameColumn or FillColumn.
    bool asks(Column column) const;
    /// What is wanted leaves something to write.
    bool hasWanted() const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// An answer makes another plan necessary; see renames().
    void renamesChanged();
    void fillsChanged();
    /// Ticks or answers.
    void answered();
    /// Other changes had to follow a tick; their lines.
    void followed(bool wanted, const QStringList &changes);

private:
    static constexpr int open = -1;
    static constexpr int isNew = 0;
    struct Answer
    {
        RenameQuestion question;
        int chosen = open;  ///< isNew, else the old one's place from 1
    };
    struct Row
    {
        int item = -1;    ///< of the selection; -1: a rename that is carried out
        int answer = -1;  ///< of m_answers; -1: nothing is asked
        int fill = -1;    ///< of the plan's questions
    };
    struct Group
    {
        QString table;
        QList<Row> rows;
    };

    void addRows();
    Group &groupOf(const QString &table);
    const Row *rowAt(const QModelIndex &index) const;
    QString text(const Row &row) const;
    QVariant groupData(const Group &group, int column, int role) const;
    QVariant rowData(const Row &row, int column, int role) const;
    QVariant renameData(const Row &row, int role) const;
    QVariant fillData(const Row &row, int role) const;
    QStringList options(const Answer &answer) const;
    bool isWanted(const Row &row) const;
    bool isFillAsked(const Row &row) const;
    void setWanted(const QList<Row> &rows, bool wanted);
    bool choose(const Row &row, int chosen);
    void everythingChanged();

    RevisionPlan m_plan;
    QList<Answer> m_answers;
    QList<Group> m_rows;
};

}  // namespace roster

#endif
