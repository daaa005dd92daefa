// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_DECIMAL_H
#define ROSTER_SCHEMA_DECIMAL_H

#include <QByteArray>

namespace roster {

/// PostgreSQL's `numeric`, as its text: nothing in C++ holds it exactly.
struct Decimal
{
    QByteArray text = "0";
    bool operator==(const Decimal &) const = default;
};

}  // namespace roster

#endif
