// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMPARISON_CHANGESCRIPT_H
#define ROSTER_COMPARISON_CHANGESCRIPT_H

#include "models/comparison/schemadiff.h"

#include <QList>
#include <QString>

namespace roster {

/// One statement of a script, without its semicolon.
struct ScriptStatement
{
    QString sql;
    QString note;                ///< what a person should know before it runs; usually empty
    bool isDestructive = false;  ///< rows or values are gone afterwards
};

/// What makes one schema into the other.
struct ChangeScript
{
    QList<ScriptStatement> statements;

    /// Each statement ended by `;`, notes as comments above it.
    QString toSql() const;
    bool isDestructive() const;
};

/// The statements that make `from` into `to`, in an order in which they run as one transaction, on
/// tables with rows too where the rows allow it. A name that is only on one side is added or
/// removed, never renamed; constraints and indexes with the same definition are.
ChangeScript changeScript(const SchemaSnapshot &from, const SchemaSnapshot &to);

}  // namespace roster

#endif
