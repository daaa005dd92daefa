// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_ARRAYTEXT_H
#define ROSTER_SCHEMA_ARRAYTEXT_H

#include "models/database/session.h"

#include <QByteArrayView>
#include <QList>

#include <optional>

namespace roster {

/// A one-dimensional array as PostgreSQL writes it: `{1,NULL,"a \"b\""}`.
QByteArray arrayText(const QList<SqlValue> &elements);

/// The elements of an array's text. An element of an array of arrays is the inner array's text, to
/// be read again. Nothing where the text is no array. Bounds (`[2:3]={…}`) are read and dropped.
std::optional<QList<SqlValue>> arrayElements(QByteArrayView text);

}  // namespace roster

#endif
