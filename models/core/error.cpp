// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/error.h"

#include <QStringList>

namespace roster {

QString Error::toText() const
{
    QStringList lines{message};
    if (!detail.isEmpty())
        lines << detail;
    QString next = hint;
    if (!command.isEmpty())
        next += (next.isEmpty() ? QString() : QStringLiteral(" ")) + u'(' + command + u')';
    if (!next.isEmpty())
        lines << next;
    return lines.join(u'\n');
}

}  // namespace roster
