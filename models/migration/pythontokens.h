// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_PYTHONTOKENS_H
#define ROSTER_MIGRATION_PYTHONTOKENS_H

#include <QList>
#include <QString>

namespace roster {

/// One token of Python, as far as assignments of literals need it.
struct PythonToken
{
    enum class Kind { Name, String, Operator, Newline, Other };

    Kind kind = Kind::Other;
    QString text;  ///< of a string: its value
    int line = 1;
    bool isAtMargin = false;  ///< first on its line, not indented, in no brackets
};

/// The tokens of `source`, comments left out. A line end within brackets, or after a backslash, is
/// none. A string with an f or b before it is Other.
QList<PythonToken> tokenizePython(const QString &source);

}  // namespace roster

#endif
