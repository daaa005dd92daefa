// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_TESTS_PROGRAM_H
#define ROSTER_TESTS_PROGRAM_H

#include <QByteArray>
#include <QMap>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace roster::test {

/// How a run of the real program ended.
struct ProgramRun
{
    int exitCode = -1;  ///< -1: it crashed or did not end
    QByteArray out;
    QByteArray error;
};

/// An environment that names no database and no display, with settings in a folder of its own
/// (removed at the end of the test program).
QProcessEnvironment bareEnvironment();

/// Runs `roster` with these words; `variables` are added to the bare environment.
ProgramRun runProgram(const QStringList &words, const QMap<QString, QString> &variables = {});

/// Runs a shell line in which $ROSTER is the program.
ProgramRun runShell(const QString &line, const QMap<QString, QString> &variables = {});

}  // namespace roster::test

#endif
