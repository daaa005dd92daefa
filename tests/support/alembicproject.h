// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_TESTS_ALEMBICPROJECT_H
#define ROSTER_TESTS_ALEMBICPROJECT_H

#include "tests/support/testserver.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace roster::test {

/// A backend's folder with alembic.ini and versions, and the real Alembic to run in it.
class AlembicProject
{
public:
    AlembicProject();

    QString path() const { return m_folder.path(); }
    /// The backend's first revision, as its developers wrote it: creates players.
    void addFirst();
    /// Its id.
    static QString firstId() { return QStringLiteral("43d6668d0b1f"); }

    /// Output of `alembic WORDS`, errors behind it; the exit code before it unless it is 0.
    QString run(const QStringList &words, const TestDatabase &database) const;
    std::unique_ptr<QProcess> start(const QStringList &words, const TestDatabase &database) const;

private:
    QTemporaryDir m_folder;
};

/// What autogenerate would change, by tests/support/backend_models.py.
QString alembicDifferences(const TestDatabase &database, bool withIndex);

/// The schema as `pg_dump -s` has it, without what differs from run to run.
QString dumpedSchema(const TestDatabase &database, const QStringList &options = {});

}  // namespace roster::test

#endif
