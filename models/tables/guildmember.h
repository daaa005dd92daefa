// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_TABLES_GUILDMEMBER_H
#define ROSTER_TABLES_GUILDMEMBER_H

#include "models/schema/declaration.h"

namespace roster {

enum class GuildRole { Member, Officer, Leader };

template <>
struct EnumType<GuildRole>
{
    static constexpr auto name = "guild_role";
    static constexpr const char *labels[] = {"member", "officer", "leader"};
};

/// Which player is in which guild; optional, with the guilds.
template <template <Name, class, class...> class As>
struct GuildMemberFields
{
    static constexpr auto table = "guild_members";
    static constexpr auto optional = "guilds";
    // clang-format off: read as a table
    As<"guild_id",  int, PrimaryKey, References<"guilds", "id", OnDelete::Cascade>>           guildId{};
    As<"player_id", int, PrimaryKey, References<"players", "id", OnDelete::Cascade>, Indexed> playerId{};
    As<"role",      GuildRole>                                                                role{GuildRole::Member};
    As<"joined_at", Timestamp>                                                                joinedAt{utcNow};
    // clang-format on

    static TableDetails details(const GuildMemberFields<Column> &t)
    {
        return TableDetails().orderBy(t.guildId.asc(), t.playerId.asc());
    }
};

using GuildMember = GuildMemberFields<Value>;
inline constexpr GuildMemberFields<Column> guildMembers{};

}  // namespace roster

#endif
