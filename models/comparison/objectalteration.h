// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMPARISON_OBJECTALTERATION_H
#define ROSTER_COMPARISON_OBJECTALTERATION_H

#include "models/comparison/objectsql.h"

#include <QStringList>

namespace roster {

/// How one object that is in both schemas gets from the one state to the other.
class ObjectAlteration
{
public:
    enum class Way {
        InPlace,   ///< by ALTER, CREATE OR REPLACE or COMMENT
        Recreate,  ///< only by dropping it and making it anew
        Rebuild,   ///< a type: made anew beside the old one, columns converted by their text
    };

    ObjectAlteration(const SchemaSnapshot &from, const SchemaSnapshot &to, const ObjectSql &sql)
        : m_from(from), m_to(to), m_sql(sql)
    {
    }

    Way way(const SchemaChange &change) const;
    /// What depends on it has to go first and come back afterwards.
    bool isBlocked(const SchemaChange &change) const;
    /// For Way::InPlace. Of tables without what PARTITION OF and INHERITS say.
    QStringList statements(const SchemaChange &change) const;

    /// ` USING …` of ALTER COLUMN TYPE; empty where the server converts by itself.
    QString conversion(const QString &column, const QString &from, const QString &to) const;

    /// What the object's drop leaves behind on its table: a replica identity that no index has.
    QStringList beforeDrop(const SchemaObject &object) const;

private:
    bool isSetBySome(const QString &relation, Property property) const;
    bool isAlterable(const SchemaChange &change) const;
    QStringList ofColumn(const SchemaChange &change) const;
    QStringList ofColumnProperty(const SchemaObject &from, const SchemaObject &to,
                                 Property property) const;
    QStringList ofIdentity(const SchemaObject &from, const SchemaObject &to) const;
    QStringList ofTable(const SchemaChange &change) const;
    QStringList ofDomain(const SchemaChange &change) const;
    QStringList ofComposite(const SchemaObject &from, const SchemaObject &to) const;
    QStringList ofIndexSettings(const SchemaChange &change) const;
    QStringList ofForeignOptions(const SchemaObject &from, const SchemaObject &to) const;
    QStringList ofColumnComments(const SchemaChange &change) const;
    QStringList ofColumnSettings(const SchemaChange &change) const;
    QStringList ofView(const SchemaChange &change) const;
    QStringList addedLabels(const SchemaObject &from, const SchemaObject &to) const;
    bool areLabelsUsed(const SchemaChange &change) const;
    bool isViewReplaceable(const SchemaObject &from, const SchemaObject &to) const;

    const SchemaSnapshot &m_from;
    const SchemaSnapshot &m_to;
    const ObjectSql &m_sql;
};

}  // namespace roster

#endif
