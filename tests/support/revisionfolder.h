// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_TESTS_REVISIONFOLDER_H
#define ROSTER_TESTS_REVISIONFOLDER_H

#include "models/migration/migrator.h"

#include <QString>
#include <QTemporaryDir>

namespace roster::test {

/// A folder of revisions, removed at the end of scope.
class RevisionFolder
{
public:
    /// Adds a file; `id` is filled up with zeros to 12 digits. Returns the id.
    QString add(const QString &id, const QStringList &parents, const QString &upgrade,
                const QString &downgrade = {}, bool transactional = true,
                const QStringList &replaces = {});
    void remove(const QString &id);

    QString path() const { return m_folder.path(); }
    QString pathOf(const QString &id) const;
    /// What is in it, without the embedded ones.
    RevisionFiles files() const;

private:
    QTemporaryDir m_folder;
};

/// `a1` as an id.
QString revisionId(const QString &digits);

/// `up a1…, up b2… -> rows`, or the error's text.
QString told(const Result<MigrationReport> &report);

}  // namespace roster::test

#endif
