// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_TESTS_SMALLDISK_H
#define ROSTER_TESTS_SMALLDISK_H

#include "models/database/localpaths.h"

#include <QString>

namespace roster::test {

/// A disk of the private server's own, full from the start. A real one where this account may
/// mount; elsewhere a library before PostgreSQL's programs answers their writes as a full disk
/// would, so that the test runs for everybody.
class SmallDisk
{
public:
    /// Changes where `paths` finds PostgreSQL's programs if need be. `folder`: for what it needs.
    SmallDisk(LocalPaths &paths, const QString &folder);
    ~SmallDisk();
    Q_DISABLE_COPY_MOVE(SmallDisk)

    bool fill();
    bool free();

private:
    bool putBefore(const QString &program, const QString &original) const;

    QString m_folder;
    QString m_flag;     ///< while this file exists, there is no space
    QString m_library;  ///< beside the programs that are started instead
    bool m_isMounted = false;
};

}  // namespace roster::test

#endif
