// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seeding/rowseeder.h"
#include "models/seeding/signups.h"
#include "models/tables/guildmember.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// Player after player joins one guild; a few guilds are large, most are small.
class GuildMemberSeeder final : public RowSeeder<GuildMember>
{
    Q_DECLARE_TR_FUNCTIONS(GuildMemberSeeder)

public:
    QString title() const override { return tr("Guild members"); }
    QString description() const override { return tr("Players in guilds, one guild each"); }
    qint64 defaultRows() const override { return 700; }
    qint64 mostNumbers(const SeedInput &input) const override
    {
        return input.references.value(u"player_id"_s).size();
    }

    GuildMember row(RandomSource &random, const RowPlace &place) const override
    {
        const KeyPool &guilds = place.keys(u"guild_id"_s);
        constexpr qint64 parts = 1'000;
        const qint64 share = random.below(parts) * random.below(parts);
        // Leaders come first: guild by guild, as long as there are guilds.
        const bool leads = place.number < guilds.size();
        const qint64 guild = leads ? place.number : share * guilds.size() / (parts * parts);
        const GuildRole role = leads                ? GuildRole::Leader
                             : random.chance(1, 12) ? GuildRole::Officer
                                                    : GuildRole::Member;
        return {.guildId = int(guilds.number(guild)),
                .playerId = int(place.keys(u"player_id"_s).number(place.number)),
                .role = role,
                .joinedAt = signUpTime(random, place.number)};
    }
};

REGISTER_SEEDER(GuildMemberSeeder)

}  // namespace

}  // namespace roster
