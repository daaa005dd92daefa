// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/postmaster.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringList>

#include <cerrno>
#include <csignal>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// The lines of postmaster.pid (miscadmin.h, LOCK_FILE_LINE_*), counted from 0.
enum Line {
    PidLine,
    FolderLine,
    StartLine,
    PortLine,
    SocketLine,
    AddressLine,
    KeyLine,
    StatusLine
};

QString fileOf(const QString &cluster)
{
    return cluster + u"/postmaster.pid"_s;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList linesOf(const QString &cluster)
{
    return QString::fromLocal8Bit(contentOf(fileOf(cluster))).split(u'\n');
}

pid_t pidIn(const QStringList &lines)
{
    return pid_t(lines.value(PidLine).trimmed().toLongLong());
}

/// A server process sits in its cluster's folder. Where that may not be seen (a container's root
/// without the right to trace), its command line or its title tells.
bool serves(pid_t pid, const QString &cluster)
{
    const QString process = u"/proc/%1"_s.arg(pid);
    const QByteArray command = contentOf(process + u"/cmdline"_s);
    if (command.startsWith("postgres: " + Postmaster::nameOf(cluster).toLatin1() + ": "))
        return true;
    const QList<QByteArray> words = command.split('\0');
    const QString program = QFileInfo(QString::fromLocal8Bit(words.first())).fileName();
    if (!program.startsWith("postgres"_L1) && program != "postmaster"_L1)
        return false;
    const QString folder = QFile::symLinkTarget(process + u"/cwd"_s);
    return folder.isEmpty()
             ? words.contains(QFile::encodeName(cluster))
             : QFileInfo(folder).canonicalFilePath() == QFileInfo(cluster).canonicalFilePath();
}

bool isTaken(pid_t pid)
{
    return pid > 0 && (::kill(pid, 0) == 0 || errno == EPERM);
}

Postmaster::Phase phaseOf(const QString &status)
{
    if (status == "ready"_L1 || status == "standby"_L1)
        return Postmaster::Phase::Ready;
    return status == "stopping"_L1 ? Postmaster::Phase::Stopping : Postmaster::Phase::Starting;
}

}  // namespace

std::optional<Postmaster> Postmaster::running(const QString &cluster)
{
    const QStringList lines = linesOf(cluster);
    const pid_t pid = pidIn(lines);
    if (pid <= 0 || !isAlive(pid) || !serves(pid, cluster))
        return std::nullopt;
    Postmaster found;
    found.pid = pid;
    found.since = QDateTime::fromSecsSinceEpoch(lines.value(StartLine).toLongLong());
    found.port = lines.value(PortLine).trimmed();
    found.sockets = lines.value(SocketLine).trimmed();
    found.phase = phaseOf(lines.value(StatusLine).trimmed());
    return found;
}

bool Postmaster::isLeftBehind(const QString &cluster)
{
    return QFile::exists(fileOf(cluster)) && !running(cluster);
}

bool Postmaster::isAlive(pid_t pid)
{
    if (!isTaken(pid))
        return false;
    // "15 (postgres) Z …": the name may hold anything, so look behind its last bracket.
    const QByteArray stat = contentOf(u"/proc/%1/stat"_s.arg(pid));
    const qsizetype state = stat.lastIndexOf(')') + 2;
    return state < 2 || state >= stat.size() || stat.at(state) != 'Z';
}

void Postmaster::removeStaleFile(const QString &cluster)
{
    const pid_t pid = pidIn(linesOf(cluster));
    if (!running(cluster) && (pid == 0 || isTaken(pid)))
        QFile::remove(fileOf(cluster));
}

QString Postmaster::nameOf(const QString &cluster)
{
    const QByteArray hash = QCryptographicHash::hash(cluster.toUtf8(), QCryptographicHash::Sha256);
    return u"roster-"_s + QString::fromLatin1(hash.toHex().first(10));
}

QList<pid_t> Postmaster::processes(const QString &cluster)
{
    QList<pid_t> found;
    const QStringList processes = QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs);
    for (const QString &process : processes) {
        const pid_t pid = process.toInt();
        if (serves(pid, cluster) && isAlive(pid))
            found << pid;
    }
    return found;
}

}  // namespace roster
