// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BROWSING_KEYSET_H
#define ROSTER_BROWSING_KEYSET_H

#include "models/browsing/bindings.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace roster {

/// One column of a total order, NULLs where PostgreSQL puts them by default (as if greatest).
struct KeyPart
{
    QString column;
    QString type;
    bool descending = false;
    bool nullable = true;
};

/// Ways through an order.
enum class KeyDirection { Forward, Backward };

/// `"level" DESC, "name", "id"`, or its reverse; each column after `prefix` (`r.`).
QString orderBy(const QList<KeyPart> &parts, KeyDirection direction, const QString &prefix = {});

/// Conditions for the rows behind `key` (`including`: and its own row), one for each stretch of the
/// order that an index can walk by itself, the nearest first: together all rows, none twice. As one
/// condition with OR the server would read all rows up to the key.
QStringList rangesBehind(const QList<KeyPart> &parts, const QList<SqlValue> &key,
                         KeyDirection direction, bool including, Bindings &bindings);

}  // namespace roster

#endif
