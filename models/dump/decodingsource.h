// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DUMP_DECODINGSOURCE_H
#define ROSTER_DUMP_DECODINGSOURCE_H

#include "models/dump/decoder.h"

#include <QByteArray>

#include <optional>

namespace roster {

/// What is packed, any number of members; zeros after the last one are padding, anything else is
/// warned of and ignored, as gzip does.
class DecodingSource : public ByteSource
{
public:
    DecodingSource(DumpCompression compression, std::unique_ptr<ByteSource> packed, QString name);

    Result<qsizetype> read(std::span<char> buffer) override;
    qint64 consumed() const override { return m_packed->consumed(); }
    qint64 total() const override { return m_packed->total(); }
    QStringList warnings() const override { return m_packed->warnings() + m_warnings; }

private:
    enum class Place { InMember, BetweenMembers, End };

    Result<qsizetype> decode(std::span<char> buffer);
    Result<void> refill();
    Result<void> betweenMembers();
    Result<void> passJunk();
    std::span<const char> pending() const;

    std::unique_ptr<ByteSource> m_packed;
    QString m_compression;
    QString m_name;
    std::unique_ptr<Decoder> m_decoder;
    QByteArray m_input;  ///< read, and from m_at to m_end not yet unpacked
    qsizetype m_at = 0;
    qsizetype m_end = 0;
    bool m_inputEnded = false;
    Place m_place = Place::InMember;
    std::optional<Error> m_error;
    QStringList m_warnings;
};

}  // namespace roster

#endif
