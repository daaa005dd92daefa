// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_CONNECTION_CONNECTIONTARGET_H
#define ROSTER_CONNECTION_CONNECTIONTARGET_H

#include "models/database/connectionprofile.h"

#include <QMetaType>
#include <QString>

namespace roster {

/// Which database a person chose: the private local one, or the one that a profile names.
struct ConnectionTarget
{
    bool local = true;
    ConnectionProfile profile;  ///< where not local

    /// As the window calls it; no password in it.
    QString title() const;
    /// Under which its tabs are remembered.
    QString key() const;
    bool operator==(const ConnectionTarget &) const = default;
};

}  // namespace roster

Q_DECLARE_METATYPE(roster::ConnectionTarget)

#endif
