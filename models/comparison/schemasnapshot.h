// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMPARISON_SCHEMASNAPSHOT_H
#define ROSTER_COMPARISON_SCHEMASNAPSHOT_H

#include "models/comparison/schemaobject.h"
#include "models/core/result.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <functional>
#include <utility>

namespace roster {

class Session;

/// Everything a database's schemas hold, as values: read in one snapshot, compared without a
/// server.
class SchemaSnapshot
{
public:
    /// Reads what people made: no system schemas, nothing that belongs to an extension, not
    /// `alembic_version` and not Roster's own schema. Expressions are spelled with every name
    /// qualified. Some thirty round trips, whatever the number of tables. Errors: the server's.
    static Result<SchemaSnapshot> read(Session &session);

    const QList<SchemaObject> &objects() const { return m_objects; }
    const SchemaObject &at(int index) const { return m_objects.at(index); }
    /// -1 where there is none.
    int indexOf(const QString &identity) const { return m_index.value(identity, -1); }
    const SchemaObject *find(const QString &identity) const;
    /// The parts of an object, in the order of columns where they are columns.
    QList<int> parts(int index) const { return m_parts.value(index); }
    /// Who depends on it, directly.
    QList<int> dependants(int index) const { return m_dependants.value(index); }
    /// The server converts a value of the one type to the other by itself when it is stored.
    bool isAssignable(const QString &from, const QString &to) const;
    /// The same when it is told to.
    bool isCastable(const QString &from, const QString &to) const;
    /// PostgreSQL's major version.
    int majorVersion() const { return m_majorVersion; }

    /// Objects that are not compared: the kind, as machines know it, and how many there are.
    const QList<std::pair<QString, int>> &leftOut() const { return m_leftOut; }

    /// Keeps only the objects that `wanted` says yes to, and the parts of these.
    SchemaSnapshot filtered(const std::function<bool(const SchemaObject &)> &wanted) const;
    /// This schema without the objects `left` (indexes of this one), and with the objects `taken`
    /// (indexes of `other`) in place of its own of the same identity, or besides.
    SchemaSnapshot changed(const SchemaSnapshot &other, const QSet<int> &left,
                           const QSet<int> &taken) const;
    /// What partitions and heirs have from their parents: constraints, indexes.
    const QList<SchemaObject> &clones() const { return m_clones; }
    /// This schema where what tables only have from their parents (constraints, indexes) counts as
    /// their own, if `wanted` says yes to it.
    SchemaSnapshot withClones(const std::function<bool(const SchemaObject &)> &wanted) const;
    void set(int index, Property property, const QString &value)
    {
        m_objects[index].set(property, value);
    }
    /// SHA-256 over all objects and their compared properties, in hex: the same for schemas without
    /// a difference. Dumped by the same major version only.
    QString fingerprint() const;

private:
    friend class SnapshotReader;
    void finish();

    QList<SchemaObject> m_objects;
    QList<SchemaObject> m_clones;
    QHash<QString, int> m_index;
    QHash<int, QList<int>> m_parts;
    QHash<int, QList<int>> m_dependants;
    QSet<QString> m_assignable;
    QSet<QString> m_explicit;
    QList<std::pair<QString, int>> m_leftOut;
    int m_majorVersion = 0;
};

}  // namespace roster

#endif
