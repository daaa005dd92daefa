// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/delegates/timestampdelegate.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace roster {

QString TimestampDelegate::explanation(const QString &value) const
{
    const bool hasZone = column().kind == TypeKind::TimestampTz;
    QString text = value;
    text.replace(u' ', u'T');
    // `+00` alone is no offset to Qt.
    const QChar sign = text.size() > 3 ? text.at(text.size() - 3) : QChar();
    if (hasZone && (sign == u'+' || sign == u'-'))
        text += u":00"_s;
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return value;
    if (!hasZone)
        time.setTimeSpec(Qt::UTC);
    const QString local = QLocale().toString(time.toLocalTime(), QLocale::LongFormat);
    return hasZone ? tr("%1\nHere: %2").arg(value, local)
                   : tr("%1\nStored without a time zone. If it is UTC, here: %2").arg(value, local);
}

}  // namespace roster
