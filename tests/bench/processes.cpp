// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/processes.h"

#include "tests/bench/context.h"

#include <QElapsedTimer>

#include <cstdlib>
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace roster::bench {

Outcome run(const QString &program, const QStringList &arguments)
{
    QList<QByteArray> words{program.toUtf8()};
    for (const QString &argument : arguments)
        words << argument.toUtf8();
    std::vector<char *> argv;
    for (QByteArray &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    QElapsedTimer clock;
    clock.start();
    pid_t child = 0;
    if (posix_spawnp(&child, argv.front(), &actions, nullptr, argv.data(), environ) != 0)
        giveUp(u"%1 did not start."_s.arg(program));
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    posix_spawn_file_actions_destroy(&actions);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        giveUp(u"%1 %2 failed."_s.arg(program, arguments.join(u' ')));
    return {double(clock.nsecsElapsed()) / 1e6, usage.ru_maxrss};
}

}  // namespace roster::bench
