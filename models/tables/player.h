// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_TABLES_PLAYER_H
#define ROSTER_TABLES_PLAYER_H

#include "models/schema/declaration.h"

namespace roster {

/// The players, exactly as the Python backend has them, and the index that the list's order needs.
template <template <Name, class, class...> class As>
struct PlayerFields
{
    static constexpr auto table = "players";
    // clang-format off: read as a table
    As<"id",         int, PrimaryKey, AutoIncrement> id{};
    As<"name",       QString, MaxLength<100>>        name{};
    As<"level",      int>                            level{1};
    As<"total_exp",  int>                            totalExp{0};
    As<"created_at", Timestamp>                      createdAt{utcNow};
    // clang-format on

    static TableDetails details(const PlayerFields<Column> &t)
    {
        return TableDetails()
            .orderBy(t.level.desc(), t.name.asc())
            .index(QStringLiteral("ix_players_level_name"),
                   {t.level.desc(), t.name.asc(), t.id.asc()});
    }
};

using Player = PlayerFields<Value>;
inline constexpr PlayerFields<Column> players{};

}  // namespace roster

#endif
