// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection/connectiontarget.h"

#include "models/database/connectionurl.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roster {

QString ConnectionTarget::title() const
{
    if (local)
        return QCoreApplication::translate("ConnectionTarget", "Private local database");
    if (!profile.name.isEmpty())
        return profile.name;
    const QString name = displayName(profile);
    return name.isEmpty() ? QCoreApplication::translate("ConnectionTarget", "libpq's default")
                          : name;
}

QString ConnectionTarget::key() const
{
    return local ? u"local"_s : maskedUrl(profile);
}

}  // namespace roster
