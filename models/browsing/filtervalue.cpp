// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/filtervalue.h"

#include "models/browsing/bindings.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace roster {

std::optional<QByteArray> numberValue(TypeKind kind, const QString &text)
{
    static const QRegularExpression form(u"^[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?$"_s);
    if (kind == TypeKind::Integer) {
        bool ok = false;
        const qlonglong value = text.toLongLong(&ok);
        return ok ? std::optional(QByteArray::number(value)) : std::nullopt;
    }
    static const QRegularExpression special(u"^([+-]?inf(inity)?|nan)$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    if (form.match(text).hasMatch() || special.match(text).hasMatch())
        return text.toLatin1();
    return {};
}

QString comparedType(const ColumnSchema &column)
{
    return column.kind == TypeKind::Integer ? u"bigint"_s : withoutModifier(column.type);
}

std::optional<QByteArray> booleanValue(const QString &text)
{
    static const QStringList yes{u"true"_s, u"t"_s, u"yes"_s, u"y"_s, u"on"_s, u"1"_s};
    static const QStringList no{u"false"_s, u"f"_s, u"no"_s, u"n"_s, u"off"_s, u"0"_s};
    if (yes.contains(text, Qt::CaseInsensitive))
        return "true"_ba;
    return no.contains(text, Qt::CaseInsensitive) ? std::optional("false"_ba) : std::nullopt;
}

std::optional<QByteArray> uuidValue(const QString &text)
{
    static const QRegularExpression form(u"^\\{?([0-9a-f]{4}-?){7}[0-9a-f]{4}\\}?$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return form.match(text).hasMatch() ? std::optional(text.toLatin1()) : std::nullopt;
}

QString likable(const QString &name, const ColumnSchema &column)
{
    return column.collation.isEmpty() ? name : name + u" COLLATE pg_catalog.\"default\""_s;
}

QString asWritten(const QString &expression, const ColumnSchema &column)
{
    const bool isPadded = column.type.startsWith("character("_L1) || column.type == "bpchar"_L1;
    if (!isPadded && column.kind != TypeKind::Boolean && column.kind != TypeKind::Other)
        return expression + u"::text"_s;
    // Not IS NOT NULL, which a composite value with a NULL in it is not either.
    return u"CASE WHEN %1 IS DISTINCT FROM NULL THEN pg_catalog.format('%s', %1) END"_s.replace(
        "%1"_L1, expression);
}

QString likeEscaped(const QString &text)
{
    QString escaped = text;
    return escaped.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
}

}  // namespace roster
