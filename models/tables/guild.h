// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_TABLES_GUILD_H
#define ROSTER_TABLES_GUILD_H

#include "models/schema/declaration.h"

namespace roster {

/// Groups of players: development data to try relations with. Optional: no backend knows them, so
/// they are made only when somebody asks for `guilds`.
template <template <Name, class, class...> class As>
struct GuildFields
{
    static constexpr auto table = "guilds";
    static constexpr auto optional = "guilds";
    // clang-format off: read as a table
    As<"id",         int, PrimaryKey, AutoIncrement>  id{};
    As<"name",       QString, MaxLength<60>, Unique>  name{};
    As<"motto",      std::optional<QString>>          motto{};
    As<"created_at", Timestamp>                       createdAt{utcNow};
    // clang-format on

    static TableDetails details(const GuildFields<Column> &t)
    {
        return TableDetails().orderBy(t.name.asc());
    }
};

using Guild = GuildFields<Value>;
inline constexpr GuildFields<Column> guilds{};

}  // namespace roster

#endif
