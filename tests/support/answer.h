// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_TESTS_ANSWER_H
#define ROSTER_TESTS_ANSWER_H

#include "models/core/result.h"

#include <QTest>

#include <memory>
#include <optional>

namespace roster::test {

/// What a function answers later: `call` gets the callback.
template <class T, class Call>
Result<T> answer(const Call &call)
{
    constexpr int patience = 20000;
    const auto got = std::make_shared<std::optional<Result<T>>>();
    call([got](const Result<T> &result) { *got = result; });
    if (!QTest::qWaitFor([&got] { return got->has_value(); }, patience))
        qFatal("no answer");
    return **got;
}

}  // namespace roster::test

#endif
