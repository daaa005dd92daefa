// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDERS_SEEDTASK_H
#define ROSTER_SEEDERS_SEEDTASK_H

#include "models/schema/tableschema.h"
#include "models/seeding/seedrequest.h"

#include <QString>

namespace roster {

/// What a card would do.
struct SeedTask
{
    enum class Target {
        Seeder,  ///< by its name
        Table,   ///< the generic one
        All,     ///< every seeder whose table is there
    };

    Target target = Target::Seeder;
    QString seeder;
    TableName table;  ///< not of All
    QString title;    ///< for people
    SeedRequest request;
};

}  // namespace roster

#endif
