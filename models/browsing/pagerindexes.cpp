// SPDX-License-Identifier: GPL-3.0-or-later
// Whether an index serves an order.
#include "models/browsing/pager.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// How many of `parts`, from the first, the index gives in this order or wholly reversed.
qsizetype servedParts(const IndexSchema &index, const QList<KeyPart> &parts)
{
    qsizetype served = 0;
    bool reversed = false;
    for (; served < parts.size() && served < index.columns.size(); ++served) {
        const IndexColumn &have = index.columns.at(served);
        const KeyPart &want = parts.at(served);
        if (have.column != want.column || !have.operatorClass.isEmpty())
            break;
        const bool opposite = have.descending != want.descending;
        if (served > 0 && opposite != reversed)
            break;
        reversed = opposite;
        if (want.nullable && have.nullsFirst != have.descending)
            break;
    }
    return served;
}

bool isUsable(const IndexSchema &index)
{
    return index.valid && index.predicate.isEmpty()
        && (index.method.isEmpty() || index.method == "btree"_L1);
}

/// The live indexes, and those that the constraints of a declared table will have.
QList<IndexSchema> usableIndexes(const TableSchema &schema)
{
    QList<IndexSchema> indexes;
    std::copy_if(schema.indexes.cbegin(), schema.indexes.cend(), std::back_inserter(indexes),
                 isUsable);
    const auto addUnique = [&](const QStringList &columns) {
        IndexSchema index;
        index.unique = true;
        for (const QString &column : columns)
            index.columns.append({.column = column});
        indexes.append(index);
    };
    if (!schema.primaryKey.isEmpty())
        addUnique(schema.primaryKey);
    for (const UniqueSchema &constraint : schema.uniques)
        addUnique(constraint.columns);
    return indexes;
}

}  // namespace

bool Pager::isOrderIndexed() const
{
    if (m_parts.isEmpty())
        return m_schema.kind != RelationKind::View;  // as the rows come
    const auto serves = [this](const IndexSchema &index) {
        const qsizetype served = servedParts(index, m_parts);
        if (served == m_parts.size())
            return true;
        // Unique without NULLs: what follows in the order never decides.
        const auto mayRepeat = [](const KeyPart &part) { return part.nullable; };
        return served > 0 && index.unique && served == index.columns.size()
            && std::none_of(m_parts.cbegin(), m_parts.cbegin() + served, mayRepeat);
    };
    const QList<IndexSchema> indexes = usableIndexes(m_schema);
    return std::any_of(indexes.cbegin(), indexes.cend(), serves);
}

QStringList Pager::ranges(const RowKey &key, KeyDirection direction, bool including,
                          Bindings &bindings) const
{
    QStringList all = rangesBehind(m_parts, key, direction, including, bindings);
    const auto begins = [this](const IndexSchema &index) {
        return servedParts(index, m_parts) > 0;
    };
    const QList<IndexSchema> indexes = usableIndexes(m_schema);
    if (all.size() < 2 || std::any_of(indexes.cbegin(), indexes.cend(), begins))
        return all;
    // Each range would read the whole table, so read it once.
    return {u"(("_s + all.join(") OR ("_L1) + u"))"_s};
}

}  // namespace roster
