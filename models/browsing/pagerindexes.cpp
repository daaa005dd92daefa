// SPDX-License-Identifier: GPL-3.0-or-later
// Whether an index serves an order.
#include "models/browsing/pager.h"

#include <algorithm>

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

}  // namespace

bool Pager::isOrderIndexed() const
{
    if (m_parts.isEmpty())
        return m_schema.kind != RelationKind::View;  // as the rows come
    const auto serves = [this](const IndexSchema &index) {
        if (!index.valid || !index.predicate.isEmpty()
            || (!index.method.isEmpty() && index.method != QLatin1StringView("btree"))) {
            return false;
        }
        const qsizetype served = servedParts(index, m_parts);
        if (served == m_parts.size())
            return true;
        // Unique without NULLs: what follows in the order never decides.
        const auto mayRepeat = [](const KeyPart &part) { return part.nullable; };
        return served > 0 && index.unique && served == index.columns.size()
            && std::none_of(m_parts.cbegin(), m_parts.cbegin() + served, mayRepeat);
    };
    return std::any_of(m_schema.indexes.cbegin(), m_schema.indexes.cend(), serves);
}

}  // namespace roster
