// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/dockerclient.h"

#include "models/database/childprogram.h"
#include "models/dump/dumperror.h"

#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cerrno>

#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int hexBase = 16;

/// What it answers; its words are the error's where it fails.
Result<QString> ask(const QStringList &words, const QString &message, Progress &progress)
{
    const QString program = QStandardPaths::findExecutable(u"docker"_s);
    if (program.isEmpty()) {
        return fail(Error::Kind::NotFound,
                    DumpMessages::tr("There is no docker client on this computer."),
                    DumpMessages::tr("Install docker's client, or copy the file out of the "
                                     "container where there is one (docker cp)."));
    }
    QList<QByteArray> variables;
    for (const char *name : {"DOCKER_HOST", "DOCKER_CONTEXT", "DOCKER_CONFIG", "DOCKER_CERT_PATH",
                             "DOCKER_TLS_VERIFY", "XDG_RUNTIME_DIR", "SSH_AUTH_SOCK"}) {
        if (qEnvironmentVariableIsSet(name))
            variables << QByteArray(name) + '=' + qgetenv(name);
    }
    const auto answer = ChildProgram(program, words, {}).run(progress, variables);
    if (!answer)
        return fail(answer.error());
    if (answer->exitCode == 0)
        return answer->text;
    Error error{.kind = Error::Kind::System, .message = message};
    error.detail = answer->text.trimmed();
    error.hint = DumpMessages::tr("See what docker says: whether the container runs, and whether "
                                  "this account may ask (group docker).");
    return fail(error);
}

/// `device/inode/size/seconds/mode/path`, as stat -c writes it; the mode in hexadecimal digits.
std::optional<DockerClient::Entry> entryOf(const QString &line, const QString &container)
{
    static const QRegularExpression format(u"^(\\d+)/(\\d+)/(\\d+)/(-?\\d+)/([0-9a-f]+)/(/.*)$"_s);
    const auto found = format.match(line);
    if (!found.hasMatch())
        return {};
    DockerClient::Entry entry;
    entry.path = {container, found.captured(6)};
    entry.state.st_dev = found.captured(1).toULongLong();
    entry.state.st_ino = found.captured(2).toULongLong();
    entry.state.st_size = found.captured(3).toLongLong();
    entry.state.st_mtim.tv_sec = found.captured(4).toLongLong();
    entry.state.st_mode = found.captured(5).toUInt(nullptr, hexBase);
    return entry;
}

}  // namespace

std::optional<DockerPath> DockerPath::parse(const QString &text)
{
    // A name that begins with a dash would be an option of docker's.
    static const QRegularExpression format(
        u"^docker:([A-Za-z0-9][A-Za-z0-9_.-]*):(/[^\\x{0}-\\x{1f}]*)$"_s);
    const auto found = format.match(text);
    if (!found.hasMatch())
        return {};
    QString path = found.captured(2);
    while (path.size() > 1 && path.endsWith(u'/'))
        path.chop(1);
    return DockerPath{found.captured(1), path};
}

bool DockerClient::isThere()
{
    return !QStandardPaths::findExecutable(u"docker"_s).isEmpty();
}

Result<QStringList> DockerClient::containers(Progress &progress)
{
    const auto answer =
        ask({u"ps"_s, u"--format"_s, u"{{.Names}}"_s},
            DumpMessages::tr("docker does not say which containers run."), progress);
    if (!answer)
        return fail(answer.error());
    return answer->split(u'\n', Qt::SkipEmptyParts);
}

Result<QList<DockerClient::Entry>> DockerClient::list(const DockerPath &path, Progress &progress)
{
    // Both are in GNU's tools and in busybox's, which the backup image has; find's own -printf is
    // not.
    const auto answer =
        ask({u"exec"_s, path.container, u"find"_s, u"-H"_s, path.path, u"-maxdepth"_s, u"2"_s,
             u"-exec"_s, u"stat"_s, u"-c"_s, u"%d/%i/%s/%Y/%f/%n"_s, u"{}"_s, u"+"_s},
            DumpMessages::tr("%1 cannot be listed.").arg(path.text()), progress);
    if (!answer)
        return fail(answer.error());
    QList<Entry> entries;
    for (const QString &line : answer->split(u'\n', Qt::SkipEmptyParts)) {
        if (const auto entry = entryOf(line, path.container))
            entries << *entry;
    }
    return entries;
}

Result<FileDescriptor> DockerClient::copy(const DockerPath &path, Progress &progress)
{
    const QTemporaryDir folder;
    if (!folder.isValid()) {
        return fail(Error::Kind::System,
                    DumpMessages::tr("No temporary folder: %1.").arg(folder.errorString()),
                    DumpMessages::tr("Make room, or name another one by TMPDIR."));
    }
    progress.setText(DumpMessages::tr("Copying %1 out of the container").arg(path.text()));
    const QString file = folder.filePath(u"copy"_s);
    const auto copied = ask(
        {u"cp"_s, u"-L"_s, path.container + u':' + path.path, file},
        DumpMessages::tr("%1 cannot be copied to %2.").arg(path.text(), folder.path()), progress);
    if (!copied)
        return fail(copied.error());
    FileDescriptor opened(::open(QFile::encodeName(file).constData(),
                                 O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!opened.isOpen())
        return fail(dumpFileError(path.text(), errno));
    struct stat found = {};
    if (::fstat(opened.get(), &found) != 0)
        return fail(dumpFileError(path.text(), errno));
    if (S_ISDIR(found.st_mode)) {
        return fail(Error::Kind::InvalidInput,
                    DumpMessages::tr("%1 is a folder in a container.").arg(path.text()),
                    DumpMessages::tr("Copy it out first (docker cp), then open the copy."));
    }
    return opened;
}

}  // namespace roster
