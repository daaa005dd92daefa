// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_TESTS_TESTSERVER_H
#define ROSTER_TESTS_TESTSERVER_H

#include "models/database/session.h"

#include <QString>

#include <memory>

namespace roster::test {

/// A fresh database on the tests' private PostgreSQL, dropped at the end of scope. Starts the
/// server where ctest has not (a test run by hand). A server that will not start ends the test
/// program with an error: nothing is skipped.
class TestDatabase
{
public:
    TestDatabase();
    ~TestDatabase();
    Q_DISABLE_COPY_MOVE(TestDatabase)

    const ConnectionProfile &profile() const { return m_profile; }
    /// As `--url` takes it.
    QString url() const;
    /// The same database as another role.
    ConnectionProfile profileAs(const QString &role) const;
    std::unique_ptr<Session> open() const;
    /// Runs statements; a failure ends the test program.
    void run(const QString &sql) const;
    /// The rows of a query as text: cells parted by `|`, rows by line ends, NULL as `∅`.
    QString rows(const QString &sql) const;

private:
    ConnectionProfile m_profile;
};

/// The folder of the server's socket.
QString serverHost();

}  // namespace roster::test

#endif
