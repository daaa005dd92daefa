// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_ROWJSON_H
#define ROSTER_SCHEMA_ROWJSON_H

#include "models/schema/declaration.h"
#include "models/schema/jsonvalue.h"

#include <QJsonObject>

namespace roster {

/// A declared row as JSON, keys in the columns' names: `toJson(players, player)`.
template <class Columns>
QJsonObject toJson(const Columns &columns, const RowOf<Columns> &row)
{
    QJsonObject object;
    forEachField(columns, row, [&object]<class C, class T>(const C &, const T &field) {
        QString elementType;
        if constexpr (IsList<typename C::Plain>::value)
            elementType = SqlType<typename IsList<typename C::Plain>::Element>::name();
        object.insert(C::name(),
                      jsonValue(SqlType<T>::kind, elementType, SqlType<T>::write(field)));
    });
    return object;
}

/// `toJson(player)`.
template <class Row>
    requires requires(const Row &row) { columnsOf(row); }
QJsonObject toJson(const Row &row)
{
    return toJson(decltype(columnsOf(row)){}, row);
}

}  // namespace roster

#endif
