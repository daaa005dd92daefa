// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/dumpencoding.h"

#include <QStringDecoder>

namespace roster {

namespace {

/// As others than PostgreSQL call it.
QByteArray standardName(QByteArray encoding)
{
    return encoding.replace("WIN", "windows-").replace("ISO_8859_", "ISO-8859-");
}

}  // namespace

bool DumpEncoding::isUtf8() const
{
    return m_name.isEmpty() || m_name == "UTF8" || m_name == "SQL_ASCII";
}

bool DumpEncoding::isKnown() const
{
    return isUtf8() || m_name == "LATIN1"
        || QStringDecoder(standardName(m_name).constData()).isValid();
}

QString DumpEncoding::decoded(const QByteArray &text) const
{
    if (isUtf8())
        return QString::fromUtf8(text);
    if (m_name == "LATIN1")
        return QString::fromLatin1(text);
    QStringDecoder decoder(standardName(m_name).constData());
    return decoder.isValid() ? decoder.decode(text) : QString::fromUtf8(text);
}

}  // namespace roster
