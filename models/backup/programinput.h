// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_PROGRAMINPUT_H
#define ROSTER_BACKUP_PROGRAMINPUT_H

#include "models/backup/safefile.h"

#include <QByteArrayView>
#include <QList>
#include <QStringList>

namespace roster {

/// A program that is fed through its standard input; what it says is kept for the error.
class ProgramInput
{
public:
    ProgramInput() = default;
    /// Kills it where it still runs.
    ~ProgramInput();
    Q_DISABLE_COPY_MOVE(ProgramInput)

    /// `output`: where it writes; -1: nowhere. `variables` as ChildProgram has them.
    Result<void> start(const QString &program, const QStringList &arguments,
                       const QList<QByteArray> &variables, int output);
    /// 0 or an errno: EPIPE where the program has ended.
    int write(QByteArrayView bytes);
    /// After the last write. Errors: System, with the program's own words as detail.
    Result<void> finish(const QString &messageWhenFailed, const QString &hint);

private:
    FileDescriptor m_input;
    FileDescriptor m_said;  ///< a file in memory
    qint64 m_pid = 0;
};

}  // namespace roster

#endif
