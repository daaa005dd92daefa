// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_CORE_ERROR_H
#define ROSTER_CORE_ERROR_H

#include <QByteArray>
#include <QMetaType>
#include <QString>

namespace roster {

/// Why something failed, as a value: what happened, to what, and what to do next.
struct Error
{
    /// What a caller may decide by; people read `message` and `hint`.
    enum class Kind {
        Usage,           ///< the command line is wrong
        InvalidInput,    ///< a value was refused before anything was sent
        NotFound,        ///< a file, table, row or profile is not there
        Refused,         ///< a guard said no (production, read-only)
        Cancelled,       ///< a person stopped it
        Connection,      ///< no connection, or it broke
        Authentication,  ///< wrong or missing password, role unknown
        Permission,      ///< SQLSTATE 42501 and its like
        Constraint,      ///< class 23: unique, not null, foreign key, check
        Conflict,        ///< a guarded row was changed or deleted by somebody else
        Timeout,         ///< statement_timeout or lock_timeout
        Sql,             ///< any other error of the server
        System,          ///< files, processes, disk
    };

    Kind kind = Kind::Sql;
    QString message;    ///< one sentence for people, never empty
    QString detail;     ///< the server's DETAIL, or a program's output
    QString hint;       ///< what to do next, here and in a window alike
    QString command;    ///< the same as words of a command line; shown there only
    QString sqlState;   ///< five characters, empty where the server did not speak
    QString statement;  ///< the SQL that failed, values not filled in
    int position = 0;   ///< character of `statement`, from 1, where the server saw it; 0: none
    QString schema;     ///< where the server names them (constraint errors)
    QString table;
    QString column;
    QString constraint;

    /// The message, then detail and hint (with `command`) on lines of their own: for stderr and
    /// logs.
    QString toText() const;
};

}  // namespace roster

Q_DECLARE_METATYPE(roster::Error)

#endif
