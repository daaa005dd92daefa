// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/valuetext.h"

using namespace Qt::StringLiterals;

namespace roster {

namespace {

QString tabbed(const RowKey &key, const QStringList &more)
{
    QStringList fields;
    for (const SqlValue &part : key)
        fields << valueText(part);
    return (fields + more).join(u'\t') + u'\n';
}

}  // namespace

QString valueText(const SqlValue &value)
{
    return value ? QString::fromUtf8(*value) : u"NULL"_s;
}

QString valueExcerpt(const SqlValue &value)
{
    constexpr qsizetype length = 60;
    if (!value)
        return u"NULL"_s;
    const QString text = QString::fromUtf8(value->left(4 * length)).simplified();
    return text.size() > length ? text.left(length) + u'…' : text;
}

QString keyText(const TableSchema &schema, const RowKey &key)
{
    QStringList parts;
    for (int i = 0; i < key.size() && i < schema.primaryKey.size(); ++i)
        parts << schema.primaryKey.at(i) + u' ' + valueExcerpt(key.at(i));
    return parts.join(", "_L1);
}

QString fieldLine(const RowKey &key, const QString &column, const SqlValue &value)
{
    return tabbed(key, {column, valueText(value)});
}

QString deletionLine(const RowKey &key)
{
    return tabbed(key, {u"DELETE"_s});
}

}  // namespace roster
