// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_TESTS_GUILD_H
#define ROSTER_TESTS_GUILD_H

#include "models/schema/declaration.h"

namespace roster::test {

enum class Rank { Recruit, Veteran, Leader };

}  // namespace roster::test

template <>
struct roster::EnumType<roster::test::Rank>
{
    static constexpr auto name = "guild_rank";
    static constexpr const char *labels[] = {"recruit", "veteran", "leader's"};
};

namespace roster::test {

/// A table with one of everything that a declaration can say.
template <template <Name, class, class...> class As>
struct GuildFields
{
    static constexpr auto table = "guilds";
    As<"id", qint64, PrimaryKey, AutoIncrement> id{};
    As<"name", QString, MaxLength<40>, Unique, Comment<"as the players call it's name">> name{};
    As<"motto", std::optional<QString>> motto{};
    As<"realm", QString, MaxLength<20>> realm{QLatin1StringView("north")};
    As<"rank", Rank> rank{Rank::Veteran};
    As<"size", qint16, Indexed, Check<"ck_guilds_size", "size >= 0">, ServerDefault<"0">> size{0};
    As<"score", double> score{0.5};
    As<"weight", std::optional<float>> weight{};
    As<"open", bool, ServerDefault<"true">> open{true};
    As<"gold", Decimal, Precision<12, 2>> gold{};
    As<"leader_id", std::optional<int>, References<"players", "id", OnDelete::SetNull>> leaderId{};
    As<"parent_id", std::optional<qint64>,
       References<"guilds", "id", OnDelete::Cascade, OnUpdate::Cascade>>
        parentId{};
    As<"token", std::optional<QUuid>> token{};
    As<"badge", std::optional<QByteArray>> badge{};
    As<"settings", Json> settings{};
    As<"tags", QList<QString>> tags{};
    As<"founded", std::optional<Date>> founded{};
    As<"raid_at", std::optional<Time>> raidAt{};
    As<"created_at", Timestamp> createdAt{utcNow};
    As<"seen_at", TimestampTz, ServerDefault<"now()">> seenAt{utcNow};

    static TableDetails details(const GuildFields<Column> &t)
    {
        return TableDetails()
            .comment(QStringLiteral("Guilds of a realm"))
            .orderBy(t.size.desc(), t.name.asc())
            .unique(t.realm, t.name)
            .check(QStringLiteral("ck_guilds_score"), t.score >= 0)
            .index(
                Index(QStringLiteral("ix_guilds_open"), {t.realm.asc(), nullsLast(t.weight.desc())})
                    .where(t.open == true)
                    .include(t.gold))
            .index(Index(QStringLiteral("ix_guilds_lower_name"),
                         {expression(QStringLiteral("lower(name)"))})
                       .unique())
            .index(Index(QStringLiteral("ix_guilds_tags"), {t.tags.asc()})
                       .method(QStringLiteral("gin")));
    }
};

using Guild = GuildFields<Value>;
inline constexpr GuildFields<Column> guilds{};

}  // namespace roster::test

#endif
