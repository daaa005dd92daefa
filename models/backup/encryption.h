// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_ENCRYPTION_H
#define ROSTER_BACKUP_ENCRYPTION_H

#include "models/backup/programinput.h"

#include <QByteArrayView>
#include <QStringList>

namespace roster {

/// Pipes what is written to it through `age` or `gpg` into a file: nothing plain touches the disk.
class Encryption
{
public:
    /// Checks the recipients and looks for the tool. Errors: Usage, NotFound.
    static Result<void> check(const QStringList &recipients);

    /// `recipients` as BackupRequest has them; `file`: where the tool writes.
    Result<void> start(const QStringList &recipients, int file);
    /// 0 or an errno: EPIPE where the tool has ended.
    int write(QByteArrayView bytes) { return m_input.write(bytes); }
    /// After the last write. Errors: System, with the tool's own words.
    Result<void> finish();

private:
    QString m_program;
    ProgramInput m_input;
};

}  // namespace roster

#endif
