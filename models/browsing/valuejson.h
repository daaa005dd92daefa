// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BROWSING_VALUEJSON_H
#define ROSTER_BROWSING_VALUEJSON_H

#include "models/browsing/pager.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>

namespace roster {

// Values in files of ours: strings, null, or {"base64": …} where they are no UTF-8.
QJsonValue toJson(const SqlValue &value);
SqlValue valueFrom(const QJsonValue &value);
QJsonArray toJson(const RowKey &key);
RowKey keyFrom(const QJsonValue &value);
QJsonObject toJson(const QMap<QString, SqlValue> &values);
QMap<QString, SqlValue> valuesFrom(const QJsonValue &value);
QStringList stringsFrom(const QJsonValue &array);

}  // namespace roster

#endif
