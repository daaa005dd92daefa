// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMPARISON_DEFINITIONTEXT_H
#define ROSTER_COMPARISON_DEFINITIONTEXT_H

#include <QString>
#include <QStringList>

namespace roster {

/// A definition in the one spelling that PostgreSQL's own comes to when it is read and written
/// again: `(ARRAY['a'::character varying])::text[]` becomes `ARRAY[('a'::character
/// varying)::text]`. For comparing.
QString normalized(const QString &definition);

/// A definition as it has to be written so that the server deparses it as `definition` again, where
/// a varchar column was compared with a list: `(name)::text = ANY ((ARRAY[…])::text[])` comes from
/// `name = ANY (ARRAY[…])`. `varchars` are the names of such columns.
QString respelled(const QString &definition, const QStringList &varchars);

/// True where two definitions mean the same.
bool isSameDefinition(const QString &a, const QString &b);

/// The place after the quoted string, identifier, dollar quote or comment that begins at `from`;
/// `from` itself where none begins there.
qsizetype skipQuoted(QStringView sql, qsizetype from);

/// The place after the bracket that closes the one at `from`; -1 where there is none.
qsizetype skipBrackets(QStringView sql, qsizetype from);

/// The parts of what stands between brackets.
QStringList commaParted(QStringView list);

}  // namespace roster

#endif
