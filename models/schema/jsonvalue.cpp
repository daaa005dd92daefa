// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/jsonvalue.h"

#include "models/schema/arraytext.h"
#include "models/schema/time.h"
#include "models/schema/timestamp.h"
#include "models/schema/timestamptz.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// Any JSON text as a value; QJsonDocument itself wants an array or an object.
QJsonValue parsedJson(const QByteArray &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson('[' + text + ']', &error);
    if (error.error != QJsonParseError::NoError || document.array().size() != 1)
        return QString::fromUtf8(text);
    return document.array().at(0);
}

/// The text as isoformat would write it; as it stands where it is no such time.
QByteArray isoText(TypeKind kind, const QByteArray &text)
{
    if (kind == TypeKind::Timestamp) {
        const auto timestamp = Timestamp::fromText(text);
        return timestamp ? timestamp->toIso() : text;
    }
    if (kind == TypeKind::TimestampTz) {
        const auto instant = TimestampTz::fromText(text);
        return instant ? instant->toIso() : text;
    }
    if (kind == TypeKind::Time) {
        const auto time = Time::fromText(text);
        return time ? time->toIso() : text;
    }
    return text;
}

QJsonValue numberValue(TypeKind kind, const QByteArray &text)
{
    bool ok = false;
    if (kind == TypeKind::Integer) {
        const qint64 number = text.toLongLong(&ok);
        return ok ? QJsonValue(number) : QJsonValue(QString::fromUtf8(text));
    }
    const double number = text.toDouble(&ok);
    return ok && std::isfinite(number) ? QJsonValue(number) : QJsonValue(QString::fromUtf8(text));
}

QJsonValue arrayValue(const QString &elementType, const QByteArray &text)
{
    const auto elements = arrayElements(text);
    if (!elements)
        return QString::fromUtf8(text);
    QJsonArray array;
    for (const SqlValue &element : *elements) {
        // Deeper arrays have the same type: only the text tells how many dimensions there are.
        const bool isArray =
            element && element->startsWith('{') && kindOfType(elementType) != TypeKind::Json;
        const TypeKind kind =
            isArray && arrayElements(*element) ? TypeKind::Array : kindOfType(elementType);
        array.append(jsonValue(kind, elementType, element));
    }
    return array;
}

/// A JSON string: quotes, backslashes and control characters escaped, all else as it is.
QByteArray quotedJson(const QByteArray &text)
{
    QByteArray json;
    json.reserve(text.size() + 2);
    json += '"';
    for (const char c : text) {
        switch (c) {
        case '"':
            json += "\\\"";
            break;
        case '\\':
            json += "\\\\";
            break;
        case '\n':
            json += "\\n";
            break;
        case '\r':
            json += "\\r";
            break;
        case '\t':
            json += "\\t";
            break;
        default:
            if (uchar(c) < 0x20)
                json += "\\u00" + QByteArray::number(uchar(c), 16).rightJustified(2, '0');
            else
                json += c;
        }
    }
    return json + '"';
}

}  // namespace

TypeKind kindOfType(const QString &typeName)
{
    static const QHash<QString, TypeKind> kinds = {
        {u"boolean"_s, TypeKind::Boolean},
        {u"smallint"_s, TypeKind::Integer},
        {u"integer"_s, TypeKind::Integer},
        {u"bigint"_s, TypeKind::Integer},
        {u"real"_s, TypeKind::Float},
        {u"double precision"_s, TypeKind::Float},
        {u"numeric"_s, TypeKind::Numeric},
        {u"text"_s, TypeKind::Text},
        {u"character varying"_s, TypeKind::Text},
        {u"character"_s, TypeKind::Text},
        {u"bpchar"_s, TypeKind::Text},
        {u"name"_s, TypeKind::Text},
        {u"\"char\""_s, TypeKind::Text},
        {u"timestamp without time zone"_s, TypeKind::Timestamp},
        {u"timestamp with time zone"_s, TypeKind::TimestampTz},
        {u"date"_s, TypeKind::Date},
        {u"time without time zone"_s, TypeKind::Time},
        {u"uuid"_s, TypeKind::Uuid},
        {u"json"_s, TypeKind::Json},
        {u"jsonb"_s, TypeKind::Json},
        {u"bytea"_s, TypeKind::Bytes},
    };
    if (typeName.endsWith(u"[]"))
        return TypeKind::Array;
    static const QRegularExpression modifier(u"\\(.*\\)"_s);
    const QString bare = typeName.contains(u'(') ? QString(typeName).remove(modifier) : typeName;
    return kinds.value(bare, TypeKind::Other);
}

QJsonValue jsonValue(TypeKind kind, const QString &elementType, const SqlValue &value)
{
    if (!value)
        return QJsonValue::Null;
    switch (kind) {
    case TypeKind::Boolean:
        return *value == "t";
    case TypeKind::Integer:
    case TypeKind::Float:
        return numberValue(kind, *value);
    case TypeKind::Json:
        return parsedJson(*value);
    case TypeKind::Array:
        return arrayValue(elementType, *value);
    default:
        return QString::fromUtf8(isoText(kind, *value));
    }
}

QJsonValue jsonValue(const ColumnSchema &column, const SqlValue &value)
{
    return jsonValue(column.kind, column.elementType, value);
}

QByteArray jsonText(const ColumnSchema &column, const SqlValue &value)
{
    if (!value)
        return "null";
    switch (column.kind) {
    case TypeKind::Boolean:
        return *value == "t" ? "true" : "false";
    case TypeKind::Integer:
    case TypeKind::Float:
        // NaN and Infinity are no JSON numbers; every other text of a number is one.
        return value->endsWith('y') || value->endsWith('N') ? quotedJson(*value) : *value;
    case TypeKind::Json:
        return *value;
    case TypeKind::Array: {
        const QJsonValue array = arrayValue(column.elementType, *value);
        return array.isArray() ? QJsonDocument(array.toArray()).toJson(QJsonDocument::Compact)
                               : quotedJson(*value);
    }
    default:
        return quotedJson(isoText(column.kind, *value));
    }
}

}  // namespace roster
