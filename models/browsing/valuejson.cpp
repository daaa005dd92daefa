// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/valuejson.h"

using namespace Qt::StringLiterals;

namespace roster {

QJsonValue toJson(const SqlValue &value)
{
    if (!value)
        return QJsonValue::Null;
    const QString text = QString::fromUtf8(*value);
    if (text.toUtf8() == *value)
        return text;
    return QJsonObject{{u"base64"_s, QString::fromLatin1(value->toBase64())}};
}

SqlValue valueFrom(const QJsonValue &value)
{
    if (value.isNull())
        return {};
    if (value.isObject())
        return QByteArray::fromBase64(value[u"base64"_s].toString().toLatin1());
    return value.toString().toUtf8();
}

QJsonArray toJson(const RowKey &key)
{
    QJsonArray parts;
    for (const SqlValue &part : key)
        parts.append(toJson(part));
    return parts;
}

RowKey keyFrom(const QJsonValue &value)
{
    RowKey key;
    const QJsonArray parts = value.toArray();
    for (const auto &part : parts)
        key.append(valueFrom(part));
    return key;
}

QJsonObject toJson(const QMap<QString, SqlValue> &values)
{
    QJsonObject object;
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        object.insert(it.key(), toJson(it.value()));
    return object;
}

QStringList stringsFrom(const QJsonValue &array)
{
    QStringList strings;
    const QJsonArray all = array.toArray();
    for (const auto &one : all)
        strings << one.toString();
    return strings;
}

QMap<QString, SqlValue> valuesFrom(const QJsonValue &value)
{
    QMap<QString, SqlValue> values;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        values.insert(it.key(), valueFrom(it.value()));
    return values;
}

}  // namespace roster
