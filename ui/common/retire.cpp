// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/retire.h"

#include "models/database/connections.h"

namespace roster {

void retire(std::unique_ptr<Connections> connections, QObject *owner)
{
    if (!connections)
        return;
    Connections *leaving = connections.release();
    leaving->setParent(owner);
    QObject::connect(leaving, &Connections::closed, leaving, &QObject::deleteLater);
    leaving->close();
}

}  // namespace roster
