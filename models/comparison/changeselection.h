// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMPARISON_CHANGESELECTION_H
#define ROSTER_COMPARISON_CHANGESELECTION_H

#include "models/comparison/schemadiff.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

namespace roster {

/// What differs between two schemas, piece by piece, and which of the pieces are wanted. What one
/// piece needs comes along with it; what needs a piece goes with it.
class ChangeSelection
{
public:
    struct Item
    {
        SchemaChange change;
        QString text;            ///< one line for people
        QString group;           ///< the table it is about, `public.players`; else its own name
        bool loses = false;      ///< rows or values are gone afterwards
        QSet<int> needs;         ///< items without which it cannot be
        bool isCompany = false;  ///< belongs to another item, which stands for it
        bool isWanted = true;
    };

    ChangeSelection() = default;
    /// All is wanted.
    ChangeSelection(SchemaSnapshot from, SchemaSnapshot to);

    const SchemaSnapshot &from() const { return m_from; }
    const SchemaSnapshot &to() const { return m_to; }
    const QList<Item> &items() const { return m_items; }
    /// Returns the other items that had to change with it, their company left out.
    QList<int> setWanted(int item, bool wanted);
    bool isWhole() const;

    /// The first schema with what is wanted of the second.
    SchemaSnapshot wantedSchema() const;

private:
    void addItems();
    void addCompany();
    void addNeeds();
    void addNeedsOfNew(int to, int item);
    void addNeedsOfOld(int from, int item);
    void addNamesGivenUp();
    void addKeysAndTypes();
    void need(int item, int other);
    int itemOf(const SchemaSnapshot &schema, const QHash<int, int> &items, int object) const;

    SchemaSnapshot m_from;
    SchemaSnapshot m_to;
    QList<Item> m_items;
    QHash<int, int> m_itemOfFrom;  ///< by object that goes or changes
    QHash<int, int> m_itemOfTo;    ///< by object that comes or changes
};

}  // namespace roster

#endif
