// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/packedcheck.h"

#include "models/backup/packer.h"
#include "models/backup/safefile.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <cerrno>

#include <unistd.h>

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

constexpr qsizetype blockBytes = qsizetype(1024) * 1024;

Error broken(const QString &name, Unpacker::State state)
{
    Error error;
    error.kind = Error::Kind::InvalidInput;
    error.message = state == Unpacker::State::Damaged
                      ? Text::tr("%1 is damaged: what it is packed by does not add up.").arg(name)
                      : Text::tr("%1 is truncated: it ends before its end.").arg(name);
    error.hint = Text::tr("Use another backup; this one is not to be relied on.");
    return error;
}

void keepTail(PackedCheck &check, QByteArrayView bytes)
{
    check.unpackedSize += bytes.size();
    check.tail.append(bytes.last(qMin(bytes.size(), PackedCheck::tailBytes)));
    check.tail = check.tail.last(qMin(check.tail.size(), PackedCheck::tailBytes));
}

}  // namespace

Result<PackedCheck> PackedCheck::read(int descriptor, const QString &packing, const QString &name,
                                      Progress &progress, const Consumer &consumer)
{
    PackedCheck check;
    int reason = 0;
    const auto unpacker = Unpacker::make(packing);
    if (unpacker)
        unpacker->onBytes = [&](QByteArrayView bytes) {
            keepTail(check, bytes);
            if (consumer && reason == 0)
                reason = consumer(bytes);
        };
    else
        check.unpackedSize = -1;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray buffer(blockBytes, Qt::Uninitialized);
    auto state = Unpacker::State::Going;
    while (true) {
        if (progress.isCancelled())
            return fail(Error::Kind::Cancelled, Text::tr("Cancelled."));
        const ssize_t got = ::pread(descriptor, buffer.data(), size_t(buffer.size()), check.size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(backupFileError(name, errno));
        if (got == 0)
            break;
        check.size += got;
        const auto bytes = QByteArrayView(buffer).first(got);
        hash.addData(bytes);
        if (unpacker)
            state = unpacker->read(bytes);
        if (state == Unpacker::State::Damaged)
            return fail(broken(name, state));
        if (reason != 0)
            return fail(backupFileError(name, reason));
        progress.setDone(check.size);
    }
    if (unpacker && state != Unpacker::State::Ended)
        return fail(broken(name, state));
    check.sha256 = hash.result().toHex();
    return check;
}

}  // namespace roster
