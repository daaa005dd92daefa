// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace roster::test {

namespace {

ProgramRun run(const QString &program, const QStringList &words,
               const QMap<QString, QString> &variables)
{
    QProcessEnvironment environment = bareEnvironment();
    for (auto it = variables.cbegin(); it != variables.cend(); ++it)
        environment.insert(it.key(), it.value());
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, words);
    ProgramRun result;
    if (process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit)
        result.exitCode = process.exitCode();
    result.out = process.readAllStandardOutput();
    result.error = process.readAllStandardError();
    return result;
}

}  // namespace

QProcessEnvironment bareEnvironment()
{
    static const QTemporaryDir folder;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith("PG"_L1) || name.startsWith("LC_"_L1) || name.startsWith("LANG"_L1))
            environment.remove(name);
    }
    for (const QString &name :
         {u"DATABASE_URL"_s, u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
        environment.remove(name);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"HOME"_s, folder.path());
    environment.insert(u"XDG_CONFIG_HOME"_s, folder.filePath(u"config"_s));
    environment.insert(u"XDG_DATA_HOME"_s, folder.filePath(u"data"_s));
    environment.insert(u"ROSTER"_s, QString::fromUtf8(ROSTER_BINARY));
    return environment;
}

ProgramRun runProgram(const QStringList &words, const QMap<QString, QString> &variables)
{
    return run(QString::fromUtf8(ROSTER_BINARY), words, variables);
}

ProgramRun runShell(const QString &line, const QMap<QString, QString> &variables)
{
    return run(u"bash"_s, {u"-c"_s, line}, variables);
}

}  // namespace roster::test
