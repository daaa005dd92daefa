// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/safefile.h"

#include "models/database/privatefolder.h"
#include "models/database/systemaccount.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

bool writeAll(int descriptor, const QByteArray &content)
{
    qsizetype done = 0;
    while (done < content.size()) {
        const ssize_t got =
            ::write(descriptor, content.constData() + done, size_t(content.size() - done));
        if (got < 0 && errno != EINTR)
            return false;
        done += qMax<ssize_t>(got, 0);
    }
    return true;
}

}  // namespace

Error backupFileError(const QString &path, int reason)
{
    Error error;
    error.kind = Error::Kind::System;
    const QString why = QString::fromLocal8Bit(::strerror(reason));
    if (reason == ENOSPC || reason == EDQUOT) {
        error.message = Text::tr("The disk is full: no space left for %1.").arg(path);
        error.hint = Text::tr("Free some space, or choose a folder on another disk.");
    } else if (reason == ENOENT) {
        error.kind = Error::Kind::NotFound;
        error.message = Text::tr("%1 is not there.").arg(path);
        error.hint = Text::tr("Check the name, and whether its disk is mounted.");
    } else if (reason == EACCES || reason == EPERM || reason == EROFS) {
        error.kind = Error::Kind::Permission;
        error.message = Text::tr("%1: %2.").arg(path, why);
        error.hint = Text::tr("Give %1 the right to it, or choose another folder.")
                         .arg(accountName(::geteuid()));
    } else {
        error.message = Text::tr("%1: %2.").arg(path, why);
        error.hint = Text::tr("Check the folder and its disk.");
    }
    return error;
}

Result<void> writeDurably(const QString &path, const QByteArray &content)
{
    const QFileInfo target(path);
    const QString part = target.path() + u'/' + partName(target.fileName());
    const QByteArray partBytes = QFile::encodeName(part);
    FileDescriptor file(
        ::open(partBytes.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (!file.isOpen())
        return fail(backupFileError(path, errno));
    if (!writeAll(file.get(), content) || ::fsync(file.get()) != 0
        || ::rename(partBytes.constData(), QFile::encodeName(path).constData()) != 0) {
        const int reason = errno;
        ::unlink(partBytes.constData());
        return fail(backupFileError(path, reason));
    }
    syncFolder(target.path());
    return {};
}

QString partName(const QString &name)
{
    constexpr int base = 36;
    return u".%1.part-%2"_s.arg(name,
                                QString::number(QRandomGenerator::system()->generate64(), base));
}

bool isPartName(const QString &fileName, QString *name)
{
    static const QRegularExpression form(u"^\\.(.+)\\.part-[0-9a-z]+$"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    const auto found = form.match(fileName);
    if (found.hasMatch() && name)
        *name = found.captured(1);
    return found.hasMatch();
}

}  // namespace roster
