// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_PACKER_H
#define ROSTER_BACKUP_PACKER_H

#include "models/core/result.h"

#include <QByteArrayView>
#include <QString>

#include <functional>
#include <memory>

namespace roster {

/// Packs a stream of bytes as it comes, by zstd or gzip, memory flat. The packed stream carries a
/// checksum of what went in.
class Packer
{
public:
    enum class Kind { Zstd, Gzip };
    /// Takes packed bytes; 0 or an errno.
    using Sink = std::function<int(QByteArrayView)>;

    static std::unique_ptr<Packer> make(Kind kind, Sink sink);

    Packer() = default;
    virtual ~Packer() = default;
    Q_DISABLE_COPY_MOVE(Packer)

    /// 0, or the errno of the sink.
    virtual int write(QByteArrayView bytes) = 0;
    /// After the last write: what is still held back, and the end of the stream.
    virtual int finish() = 0;
};

}  // namespace roster

#endif
