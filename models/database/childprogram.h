// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_CHILDPROGRAM_H
#define ROSTER_DATABASE_CHILDPROGRAM_H

#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/database/systemaccount.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace roster {

/// A program of PostgreSQL's, started without a shell and without QProcess (which wants an event
/// loop and cannot put a daemon under another account): its own process group or session, a clean
/// environment (no PG* variables, no secrets), default signals, no descriptors but its output.
class ChildProgram
{
public:
    struct Output
    {
        int exitCode = -1;  ///< -1: killed by a signal
        QString text;       ///< stdout and stderr, as they came
    };

    ChildProgram(QString program, QStringList arguments, SystemAccount account);

    /// Waits for its end. Cancelled: it is killed with all it started. It also dies with us.
    /// `variables` as start() has them.
    Result<Output> run(Progress &progress, const QList<QByteArray> &variables = {}) const;
    /// Where a program that runs beside us reads and writes; -1 is /dev/null.
    struct Streams
    {
        int input = -1;
        int output = -1;
        int errors = -1;
    };
    /// Starts it and returns its process id at once; it dies with the thread that started it. The
    /// caller asks for its end by finish(). `variables`: `NAME=value`, seen by the child alone.
    Result<qint64> start(const Streams &streams, const QList<QByteArray> &variables = {}) const;
    /// Waits for a program that start() started; its exit code, -1: killed by a signal.
    static int finish(qint64 pid);
    /// Kills it with all it started; finish() is still to be called.
    static void kill(qint64 pid);
    /// Leaves it behind as a daemon, writing to `log`; `held` stays open in it and in all that it
    /// starts. Returns its process id; whether it comes up is for the caller to see.
    Result<qint64> startDaemon(int log, int held) const;

private:
    Error notStarted(int reason) const;

    QString m_program;
    QStringList m_arguments;
    SystemAccount m_account;
};

}  // namespace roster

#endif
