// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDERS_SEEDNEWS_H
#define ROSTER_SEEDERS_SEEDNEWS_H

#include "models/schema/tableschema.h"

#include <QList>
#include <QObject>

namespace roster {

/// Tells what seeding did, also after the page that began it was closed: the run goes on, and those
/// who show its tables shall hear of its end.
class SeedNews : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    /// Rows came or went in these.
    void tablesChanged(const QList<roster::TableName> &tables);
};

}  // namespace roster

#endif
