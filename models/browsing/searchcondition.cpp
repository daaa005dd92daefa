// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/searchcondition.h"

#include "models/browsing/filterlanguage.h"
#include "models/browsing/filterperiod.h"
#include "models/browsing/filtervalue.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// What of `text` one column can hold; empty: it cannot.
QString searchColumn(const ColumnSchema &column, const QString &text, const QString &pattern,
                     Bindings &bindings)
{
    const QString name = quoted(column.name);
    static const QRegularExpression hexadecimal(u"^[0-9a-fA-F-]+$"_s);
    switch (column.kind) {
    case TypeKind::Text:
        return likable(name, column) + u" ILIKE "_s + pattern;
    case TypeKind::Integer:
    case TypeKind::Float:
    case TypeKind::Numeric:
        if (const auto value = numberValue(column.kind, text))
            return name + u" = "_s + bindings.add(value, comparedType(column));
        return {};
    case TypeKind::Boolean:
    case TypeKind::Bytes:
        return {};
    case TypeKind::Timestamp:
    case TypeKind::TimestampTz:
    case TypeKind::Date:
    case TypeKind::Time: {
        // A year alone would be found in every row of that year by a search for a number.
        static const QRegularExpression onlyDigits(u"^\\d*$"_s);
        if (onlyDigits.match(text).hasMatch() || !parsePeriod(column.kind, text))
            return {};
        return filterCondition({}, column, text, bindings).value_or(QString());
    }
    case TypeKind::Uuid:
        return hexadecimal.match(text).hasMatch() ? name + u"::text ILIKE "_s + pattern : QString();
    case TypeKind::Enum: {
        QStringList labels;
        for (const QString &label : column.enumLabels) {
            if (label.contains(text, Qt::CaseInsensitive))
                labels << bindings.add(label.toUtf8(), column.type);
        }
        return labels.isEmpty() ? QString() : u"%1 IN (%2)"_s.arg(name, labels.join(", "_L1));
    }
    default:
        return asWritten(name, column) + u" ILIKE "_s + pattern;
    }
}

}  // namespace

QString searchCondition(const TableSchema &schema, const QString &text, Bindings &bindings)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return u"true"_s;
    const QString pattern = bindings.add((u'%' + likeEscaped(trimmed) + u'%').toUtf8(), u"text"_s);
    QStringList parts;
    for (const ColumnSchema &column : schema.columns) {
        const QString part = searchColumn(column, trimmed, pattern, bindings);
        if (!part.isEmpty())
            parts << part;
    }
    return parts.isEmpty() ? u"false"_s : u'(' + parts.join(" OR "_L1) + u')';
}

}  // namespace roster
