// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/error.h"

#include <QStringList>

namespace roster {

QString Error::toText() const
{
    QStringList lines{message};
    if (!detail.isEmpty())
        lines << detail;
    if (!hint.isEmpty())
        lines << hint;
    return lines.join(u'\n');
}

}  // namespace roster
