// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/objectname.h"

#include <QByteArray>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr qsizetype identifierBytes = 63;

/// At most so many bytes, never half a character.
QByteArray clipped(const QByteArray &utf8, qsizetype bytes)
{
    if (utf8.size() <= bytes)
        return utf8;
    while (bytes > 0 && (uchar(utf8[bytes]) & 0xC0) == 0x80)
        --bytes;
    return utf8.first(bytes);
}

}  // namespace

QString objectName(const QString &table, const QString &columns, const QString &label)
{
    const QByteArray first = table.toUtf8();
    const QByteArray second = columns.toUtf8();
    const QByteArray last = label.toUtf8();
    qsizetype firstBytes = first.size();
    qsizetype secondBytes = second.size();
    const qsizetype available = identifierBytes - (last.size() + 1) - (second.isEmpty() ? 0 : 1);
    while (firstBytes + secondBytes > available) {
        if (firstBytes > secondBytes)
            --firstBytes;
        else
            --secondBytes;
    }
    QByteArray name = clipped(first, firstBytes);
    if (!second.isEmpty())
        name += '_' + clipped(second, secondBytes);
    return QString::fromUtf8(name + '_' + last);
}

QString indexName(const QString &table, const QString &column)
{
    return QString::fromUtf8(clipped((u"ix_"_s + table + u'_' + column).toUtf8(), identifierBytes));
}

}  // namespace roster
