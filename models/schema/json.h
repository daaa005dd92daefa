// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_JSON_H
#define ROSTER_SCHEMA_JSON_H

#include <QByteArray>

namespace roster {

/// PostgreSQL's `jsonb`, as its text: numbers keep their digits.
struct Json
{
    QByteArray text = "null";
    bool operator==(const Json &) const = default;
};

}  // namespace roster

#endif
