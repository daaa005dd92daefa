// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMPARISON_CHANGEPLAN_H
#define ROSTER_COMPARISON_CHANGEPLAN_H

#include "models/comparison/changescript.h"
#include "models/comparison/columnfill.h"
#include "models/comparison/objectalteration.h"
#include "models/comparison/typerebuild.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <utility>

namespace roster {

/// Decides what is dropped, altered, made, and in which order. A dependency graph over steps: an
/// object goes after those that need it, and comes after those it needs.
class ChangePlan
{
public:
    ChangePlan(const SchemaSnapshot &from, const SchemaSnapshot &to);

    ChangeScript script();

private:
    /// Statements that stay together.
    struct Step
    {
        int rank = 0;  ///< where several could be next, the lowest is
        QList<ScriptStatement> statements;
        QSet<int> before;  ///< the steps that must come earlier
    };
    /// Of rows that are put aside.
    struct CopiedColumns
    {
        QStringList names;
        QStringList saved;  ///< expressions over the old table
        QStringList taken;  ///< expressions over what was saved
    };
    using Way = ObjectAlteration::Way;

    void pair();
    void pairRenamed();
    void chooseRecreated();
    void dragDependants(int from, bool isGoing);
    void dragHeir(int from, int heir);
    void rebuild(int type);
    void recreateIfPartitionedBy(int column);
    void recreateKeysOf(int column);
    void recreateHeirsOfSeveral();
    void reattachDefaults();
    void freeReferencedPartitions();
    int partitionRoot(const SchemaSnapshot &schema, int table) const;
    void recreate(int from);
    void foldParts();
    void foldSerial(int column);
    bool isFoldable(int part) const;
    bool followsType(int from, int to) const;
    void foldInherited(int column);
    bool isReattached(int to) const { return m_reattached.contains(m_from_of.at(to)); }

    void makeDrops();
    bool goesWithAnother(int from) const;
    void makeRowCopies();
    void makeCreations();
    void makeAlterations();
    void makeRebuilds();
    void makeAttachments();
    QStringList attachWithChecks(int from, int to) const;
    QString fillColumn(int column, QStringList &statements);
    QString filledByReference(const SchemaObject &column, const ColumnFill::Value &value,
                              const ColumnFill::Reference &reference) const;
    QString fillExpression(int column) const;
    void makeRowMoves();
    QStringList lostColumns(int table) const;
    bool hasHeirs(const SchemaObject &table) const;
    CopiedColumns copiedColumns(int from, int to) const;
    QList<TypeRebuild::Column> columnsOf(const QList<int> &types) const;
    int addStep(int rank, const QStringList &statements);
    void note(int step, const QString &text, bool isDestructive);

    void order();
    void orderDrops();
    void orderCreations();
    void orderNames();
    void orderAttachments();
    void orderRowMoves();
    void orderFills();
    void orderPersistence();
    void precede(int earlier, int later);
    QList<int> sorted() const;

    bool isGoing(int from) const { return m_to_of.at(from) < 0 || m_recreated.contains(from); }
    bool isComing(int to) const
    {
        return m_from_of.at(to) < 0 || m_recreated.contains(m_from_of.at(to));
    }

    const SchemaSnapshot &m_from;
    const SchemaSnapshot &m_to;
    QList<SchemaChange> m_changes;
    QList<int> m_to_of;         ///< by object of the first schema: the same one in the second; -1
    QList<int> m_from_of;       ///< the other way round
    QSet<int> m_recreated;      ///< objects of the first schema that go and come back
    QSet<int> m_rebuilt;        ///< types and collations (first schema) that are made anew
    QSet<int> m_reattached;     ///< tables (first schema) whose parents change
    QSet<int> m_foldedFrom;     ///< nothing folds there; drops are said one by one
    QSet<int> m_folded;         ///< objects of the second schema that another's statement makes
    QHash<int, int> m_wholeOf;  ///< of a folded object: the one whose statement it is in
    QHash<int, QString> m_renames;  ///< object of the first schema → statement
    ObjectSql m_sqlFrom;
    ObjectSql m_sqlTo;
    ObjectAlteration m_alteration;
    ColumnFill m_fill;

    QList<Step> m_steps;
    QHash<int, int> m_drops;       ///< by object of the first schema
    QHash<int, int> m_ends;        ///< columns (first schema) that are generated no longer
    QHash<int, int> m_creates;     ///< by object of the second schema
    QHash<int, int> m_alters;      ///< by object of the second schema
    QHash<int, int> m_detaches;    ///< by object of the first schema
    QHash<int, int> m_attaches;    ///< by object of the second schema
    QHash<int, int> m_copies;      ///< by table of the second schema: its rows come back
    QHash<int, int> m_moves;       ///< by partition of the first schema: its rows come back
    QHash<int, QString> m_filled;  ///< by column of the second schema: the table that fills it
    QHash<int, int> m_saves;       ///< by table of the first schema: its rows are put aside
};

}  // namespace roster

#endif
