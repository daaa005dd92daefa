// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DUMP_DECODER_H
#define ROSTER_DUMP_DECODER_H

#include "models/dump/bytesource.h"

#include <QByteArrayView>

namespace roster {

/// Unpacks one member (stream, frame) after the other, checksums and length checked. By each
/// format's own library: libarchive checks neither in gzip, does not say where the last member of
/// bzip2 and lz4 ended, and loses what is whole before trailing junk in xz.
class Decoder
{
public:
    enum class State { Going, MemberEnded, Damaged };
    struct Step
    {
        State state = State::Going;
        qsizetype taken = 0;  ///< bytes of the input
        qsizetype made = 0;   ///< bytes of the output
    };
    /// What a member begins with is told apart by so many bytes.
    static constexpr qsizetype magicBytes = 5;

    static std::unique_ptr<Decoder> make(DumpCompression compression);

    Decoder() = default;
    virtual ~Decoder() = default;
    Q_DISABLE_COPY_MOVE(Decoder)

    virtual Step run(std::span<const char> input, std::span<char> output) = 0;
    virtual bool beginsMember(QByteArrayView bytes) const = 0;
    virtual void reset() = 0;
};

}  // namespace roster

#endif
