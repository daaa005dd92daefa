// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MAINWINDOW_PAGEID_H
#define ROSTER_MAINWINDOW_PAGEID_H

#include "models/schema/tableschema.h"

namespace roster {

/// One page, by what it shows.
struct PageId
{
    enum class Kind { Table, Jobs, Seeders, Charts, Migrations, Backups };
    Kind kind = Kind::Table;
    TableName table;  ///< of Kind::Table
    bool operator==(const PageId &) const = default;
};

}  // namespace roster

#endif
