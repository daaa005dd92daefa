// SPDX-License-Identifier: GPL-3.0-or-later
// Put before every test by tests/CMakeLists.txt: how long one waits for what is to come. Qt's five
// seconds are too few where all processors are busy; waiting longer costs nothing where it comes.
#ifndef ROSTER_TESTS_PATIENCE_H
#define ROSTER_TESTS_PATIENCE_H

#include <QTest>

#undef QTRY_VERIFY
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT(expression, 30'000)
#undef QTRY_VERIFY2
#define QTRY_VERIFY2(expression, text) QTRY_VERIFY2_WITH_TIMEOUT(expression, text, 30'000)
#undef QTRY_COMPARE
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, 30'000)

#endif
