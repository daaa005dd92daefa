// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMPARISON_OBJECTSQL_H
#define ROSTER_COMPARISON_OBJECTSQL_H

#include "models/comparison/schemadiff.h"

#include <QSet>
#include <QStringList>

namespace roster {

/// The SQL of single objects, written from a snapshot; who orders them is ChangePlan.
class ObjectSql
{
public:
    /// `folded`: objects of the snapshot that others' statements bring along (constraints within
    /// CREATE TABLE, a serial column's sequence).
    ObjectSql(const SchemaSnapshot &snapshot, const QSet<int> &folded)
        : m_snapshot(snapshot), m_folded(folded)
    {
    }

    /// All that makes the object with everything folded into it, comment included.
    QStringList create(int index) const;
    QString drop(int index) const;
    /// COMMENT ON; IS NULL where there is none.
    QString comment(const SchemaObject &object) const;

    /// `name type COLLATE … DEFAULT … NOT NULL …`, as CREATE TABLE and ADD COLUMN take it.
    QString columnDefinition(int index) const;
    /// ALTER TABLE statements for what no definition has a place for: storage, statistics …
    QStringList columnExtras(int index) const;
    QStringList tableExtras(const SchemaObject &table) const;
    QStringList indexExtras(const SchemaObject &index) const;
    QString sequenceOptions(const SchemaObject &sequence) const;
    /// `ALTER TABLE … DISABLE TRIGGER …` and its like, also of a trigger's partitions.
    QStringList enabling(const SchemaObject &object) const;
    /// `FOR VALUES …` of ATTACH PARTITION, INHERIT for each other parent.
    QStringList attach(const SchemaObject &table) const;
    QStringList detach(const SchemaObject &table) const;

    /// How the index of a column's default stands: -1, none.
    int defaultOf(int column) const;
    /// The sequence that a serial column makes by itself, where this column is one; else -1.
    int serialSequence(int column) const;

private:
    QString createTable(int index) const;
    QString createType(const SchemaObject &type) const;
    QString createView(const SchemaObject &view) const;
    QString tableConstraint(const SchemaObject &constraint) const;
    QString spelled(const SchemaObject &part, Property property) const;
    QStringList createFurther(const SchemaObject &object) const;
    QStringList viewExtras(const SchemaObject &view) const;

    const SchemaSnapshot &m_snapshot;
    const QSet<int> &m_folded;
};

/// A check that CREATE DOMAIN takes: no domain that arrays hold takes one afterwards.
bool isPartOfDomain(const SchemaObject &object);
/// The strings of a JSON array, or of its inner arrays at `place`.
QStringList jsonStrings(const QString &json, int place = -1);

/// `ALTER TABLE schema.table ` of what belongs to it.
QString alterTable(const SchemaObject &part);
/// ALTER SEQUENCE with `options`; it begins anew where it stands outside the bounds these set.
QString alterSequence(const QString &name, const QString &options, const QString &optionsBefore);
/// `alter` followed by RESET and SET, from one list of storage options to another.
QStringList optionChanges(const QString &alter, const QString &from, const QString &to);

}  // namespace roster

#endif
