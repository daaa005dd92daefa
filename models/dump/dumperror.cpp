// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/dumperror.h"

#include <cerrno>
#include <climits>
#include <cstring>

namespace roster {

namespace {

Error::Kind kindOf(int reason)
{
    switch (reason) {
    case ENOENT:
    case ENOTDIR:
        return Error::Kind::NotFound;
    case EACCES:
    case EPERM:
        return Error::Kind::Permission;
    default:
        return Error::Kind::System;
    }
}

Error broken(const QString &message)
{
    Error error;
    error.kind = Error::Kind::InvalidInput;
    error.message = message;
    error.hint = DumpMessages::tr("Use another backup; this one is not to be relied on.");
    return error;
}

}  // namespace

Error dumpFileError(const QString &path, int reason)
{
    Error error;
    error.kind = kindOf(reason);
    error.message = DumpMessages::tr("%1 cannot be read: %2.")
                        .arg(path, QString::fromLocal8Bit(::strerror(reason)));
    error.hint = error.kind == Error::Kind::Permission
                   ? DumpMessages::tr("Let this account read it, or use a copy that it may read.")
                   : DumpMessages::tr("Check that the file is there and its disk is fine.");
    return error;
}

Error noDump(const QString &message, const QString &hint)
{
    return {.kind = Error::Kind::InvalidInput, .message = message, .hint = hint};
}

Error truncatedDump(const QString &name, const QString &packing)
{
    return broken(packing.isEmpty()
                      ? DumpMessages::tr("%1 is truncated: it ends before its end.").arg(name)
                      : DumpMessages::tr("%1 is truncated: its %2 stream ends before its end.")
                            .arg(name, packing));
}

Error damagedDump(const QString &name, const QString &packing)
{
    return broken(
        DumpMessages::tr("%1 is damaged: its %2 stream does not add up.").arg(name, packing));
}

Error dumpWrittenTo(const QString &path)
{
    Error error;
    error.kind = Error::Kind::Conflict;
    error.message = DumpMessages::tr("%1 was written to while it was read.").arg(path);
    error.hint = DumpMessages::tr("Wait until whoever writes it is done, then try again.");
    return error;
}

Error refusedLine(qint64 line, const QString &what)
{
    return {.kind = Error::Kind::Refused,
            .message = DumpMessages::tr("Line %1 of the dump: %2").arg(line).arg(what),
            .hint = DumpMessages::tr(
                "Nothing of it was run. If the file is not yours, do not restore it.")};
}

QString trailingJunk(const QString &name, const QString &packing, qint64 bytes)
{
    return DumpMessages::tr("%n byte(s) after the end of %1's %2 stream were ignored.", nullptr,
                            int(qMin<qint64>(bytes, INT_MAX)))
        .arg(name, packing);
}

}  // namespace roster
