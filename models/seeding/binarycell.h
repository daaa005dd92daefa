// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDING_BINARYCELL_H
#define ROSTER_SEEDING_BINARYCELL_H

#include "models/schema/sqltype.h"

#include <QByteArray>
#include <QtEndian>

#include <bit>
#include <optional>

namespace roster {

// A value as a field of COPY's binary format: its length, then what the type's own _recv function
// takes. Types that have no function here go as text.

template <class T>
void appendBigEndian(QByteArray &out, T value)
{
    const T big = qToBigEndian(value);
    out.append(reinterpret_cast<const char *>(&big), qsizetype(sizeof big));
}

template <class T>
void appendNumberCell(QByteArray &out, T value)
{
    appendBigEndian(out, qint32(sizeof(T)));
    appendBigEndian(out, value);
}

inline void appendBytesCell(QByteArray &out, QByteArrayView bytes)
{
    appendBigEndian(out, qint32(bytes.size()));
    out.append(bytes);
}

inline void appendCell(QByteArray &out, qint16 value)
{
    appendNumberCell(out, value);
}
inline void appendCell(QByteArray &out, qint32 value)
{
    appendNumberCell(out, value);
}
inline void appendCell(QByteArray &out, qint64 value)
{
    appendNumberCell(out, value);
}
inline void appendCell(QByteArray &out, float value)
{
    appendNumberCell(out, std::bit_cast<qint32>(value));
}
inline void appendCell(QByteArray &out, double value)
{
    appendNumberCell(out, std::bit_cast<qint64>(value));
}
inline void appendCell(QByteArray &out, bool value)
{
    appendBytesCell(out, value ? QByteArrayView("\1", 1) : QByteArrayView("\0", 1));
}
inline void appendCell(QByteArray &out, const QString &value)
{
    appendBytesCell(out, value.toUtf8());
}
inline void appendCell(QByteArray &out, const QByteArray &value)
{
    appendBytesCell(out, value);
}
inline void appendCell(QByteArray &out, Timestamp value)
{
    appendNumberCell(out, value.microseconds());
}
inline void appendCell(QByteArray &out, TimestampTz value)
{
    appendNumberCell(out, value.utc().microseconds());
}
inline void appendCell(QByteArray &out, const QUuid &value)
{
    appendBytesCell(out, value.toRfc4122());
}
template <DeclaredEnum E>
void appendCell(QByteArray &out, E value)
{
    appendBytesCell(out, *SqlType<E>::write(value));
}
template <class T>
void appendCell(QByteArray &out, const std::optional<T> &value)
    requires requires(const T &inner) { appendCell(out, inner); }
{
    if (value)
        appendCell(out, *value);
    else
        appendBigEndian(out, qint32(-1));
}

/// Exactly this type goes as binary: no conversion to one that has a function here.
template <class T>
struct BinaryCell
    : std::bool_constant<
          std::same_as<T, qint16> || std::same_as<T, qint32> || std::same_as<T, qint64>
          || std::same_as<T, float> || std::same_as<T, double> || std::same_as<T, bool>
          || std::same_as<T, QString> || std::same_as<T, QByteArray> || std::same_as<T, Timestamp>
          || std::same_as<T, TimestampTz> || std::same_as<T, QUuid> || DeclaredEnum<T>>
{
};
template <class T>
struct BinaryCell<std::optional<T>> : BinaryCell<T>
{
};

}  // namespace roster

#endif
