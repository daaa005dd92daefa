// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/keyset.h"

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// A part with its key value bound; `value` is empty for NULL.
struct Bound
{
    QString column;
    QString value;
    bool descending;
    bool canBeNull;
};

QList<Bound> bound(const QList<KeyPart> &parts, const QList<SqlValue> &key, KeyDirection direction,
                   Bindings &bindings)
{
    QList<Bound> result;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const KeyPart &part = parts.at(i);
        const SqlValue value = key.value(i);
        result.append({quoted(part.column),
                       value ? bindings.add(value, withoutModifier(part.type)) : QString(),
                       part.descending != (direction == KeyDirection::Backward),
                       part.nullable || !value});
    }
    return result;
}

QString equal(const Bound &part)
{
    return part.value.isEmpty() ? part.column + u" IS NULL"_s : part.column + u" = "_s + part.value;
}

/// Where the columns of one direction that follow one another end, so that one comparison of rows
/// does for all of them; a column that may be NULL stands alone.
qsizetype endOfGroup(const QList<Bound> &parts, qsizetype first)
{
    qsizetype end = first + 1;
    if (parts.at(first).canBeNull)
        return end;
    while (end < parts.size() && !parts.at(end).canBeNull
           && parts.at(end).descending == parts.at(first).descending) {
        ++end;
    }
    return end;
}

QString compareRows(const QList<Bound> &parts, qsizetype first, qsizetype end, bool including)
{
    QStringList columns;
    QStringList values;
    for (qsizetype i = first; i < end; ++i) {
        columns << parts.at(i).column;
        values << parts.at(i).value;
    }
    const QString sign =
        (parts.at(first).descending ? u"<"_s : u">"_s) + (including ? u"="_s : QString());
    if (columns.size() == 1)
        return columns.first() + u' ' + sign + u' ' + values.first();
    return u"(%1) %2 (%3)"_s.arg(columns.join(", "_L1), sign, values.join(", "_L1));
}

/// NULL counts as greater than all values, as in PostgreSQL's default order.
QStringList compareNullable(const Bound &part, bool including)
{
    const QString isNull = part.column + u" IS NULL"_s;
    QStringList result;
    if (part.value.isEmpty()) {
        if (including)
            result << isNull;
        if (part.descending)
            result << part.column + u" IS NOT NULL"_s;
        return result;
    }
    result << part.column + (part.descending ? u" <"_s : u" >"_s) + (including ? u"= "_s : u" "_s)
                  + part.value;
    if (!part.descending)
        result << isNull;
    return result;
}

}  // namespace

QString orderBy(const QList<KeyPart> &parts, KeyDirection direction, const QString &prefix)
{
    QStringList terms;
    for (const KeyPart &part : parts) {
        const bool descending = part.descending != (direction == KeyDirection::Backward);
        terms << prefix + quoted(part.column) + (descending ? u" DESC"_s : QString());
    }
    return terms.join(", "_L1);
}

QStringList rangesBehind(const QList<KeyPart> &parts, const QList<SqlValue> &key,
                         KeyDirection direction, bool including, Bindings &bindings)
{
    const QList<Bound> columns = bound(parts, key, direction, bindings);
    QStringList ranges;
    QStringList equals;
    for (qsizetype first = 0; first < columns.size();) {
        const qsizetype end = endOfGroup(columns, first);
        const bool last = end == columns.size();
        const QStringList conditions =
            columns.at(first).canBeNull
                ? compareNullable(columns.at(first), including && last)
                : QStringList{compareRows(columns, first, end, including && last)};
        // Later groups lie nearer to the key.
        QStringList nearer;
        for (const QString &condition : conditions)
            nearer << (equals + QStringList{condition}).join(" AND "_L1);
        ranges = nearer + ranges;
        for (; first < end; ++first)
            equals << equal(columns.at(first));
    }
    return ranges;
}

}  // namespace roster
