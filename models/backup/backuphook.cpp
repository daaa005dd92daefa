// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backuphook.h"

#include "models/backup/programinput.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

Result<void> run(const QString &command, const QList<QByteArray> &variables)
{
    QStringList words = QProcess::splitCommand(command);
    if (words.isEmpty())
        return fail(Error::Kind::Usage, Text::tr("The command is empty."),
                    Text::tr("Leave it out, or name a program."));
    const QString name = words.takeFirst();
    const QString program = name.contains(u'/') ? QFileInfo(name).absoluteFilePath()
                                                : QStandardPaths::findExecutable(name);
    if (program.isEmpty() || !QFileInfo(program).isExecutable()) {
        return fail(Error::Kind::NotFound, Text::tr("There is no program %1.").arg(name),
                    Text::tr("Name its path. For a line of a shell write sh -c '…'."));
    }
    ProgramInput process;
    ROSTER_TRY(process.start(program, words, variables, STDERR_FILENO));
    return process.finish(Text::tr("The command after the backup failed: %1.").arg(name),
                          Text::tr("The backup itself is as it was said to be."));
}

}  // namespace

Result<void> BackupHook::afterSuccess(const QString &command, const BackupReceipt &receipt)
{
    return run(command, {"ROSTER_BACKUP_STATUS=done",
                         "ROSTER_BACKUP_DATABASE=" + receipt.manifest.database.toUtf8(),
                         "ROSTER_BACKUP_FILE=" + receipt.path.toUtf8()});
}

Result<void> BackupHook::afterFailure(const QString &command, const QString &database,
                                      const Error &error)
{
    return run(command,
               {"ROSTER_BACKUP_STATUS=failed", "ROSTER_BACKUP_DATABASE=" + database.toUtf8(),
                "ROSTER_BACKUP_ERROR=" + error.message.toUtf8()});
}

}  // namespace roster
