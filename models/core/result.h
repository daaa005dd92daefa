// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_CORE_RESULT_H
#define ROSTER_CORE_RESULT_H

#include "models/core/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace roster {

/// A value or the Error that kept it from being made.
template <class T>
using Result = tl::expected<T, Error>;

/// `return fail(Error::Kind::NotFound, tr("…"), tr("what to do next"));`, and where a command line
/// has words for that, they are the last argument.
inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

inline tl::unexpected<Error> fail(Error::Kind kind, QString message, QString hint = {},
                                  QString command = {})
{
    Error error;
    error.kind = kind;
    error.message = std::move(message);
    error.hint = std::move(hint);
    error.command = std::move(command);
    return tl::unexpected<Error>(std::move(error));
}

}  // namespace roster

/// Hands a failed Result on: `ROSTER_TRY(session.exec(sql));`
#define ROSTER_TRY(...)                                                                            \
    do {                                                                                           \
        if (auto rosterTried = (__VA_ARGS__); !rosterTried)                                        \
            return tl::unexpected(std::move(rosterTried).error());                                 \
    } while (false)

#endif
