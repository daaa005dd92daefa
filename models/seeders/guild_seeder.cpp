// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seeding/rowseeder.h"
#include "models/seeding/signups.h"
#include "models/tables/guild.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr std::array adjectives{"Amber",    "Broken", "Crimson", "Distant", "Eternal", "Fallen",
                                "Gilded",   "Hidden", "Iron",    "Jade",    "Last",    "Midnight",
                                "Northern", "Old",    "Quiet",   "Silver"};
constexpr std::array nouns{"Anchor", "Banner",  "Company",  "Dawn", "Embers", "Foxes",
                           "Guard",  "Hearth",  "Lanterns", "Oath", "Ravens", "Shields",
                           "Tide",   "Wardens", "Wolves",   "Yew"};
constexpr std::array mottos{"We stay till the last.",
                            "Nothing without bread.",
                            "Slow, then sudden.",
                            "Ask the river.",
                            "Bring rope.",
                            "First in, last to bed."};

/// Two words are soon used up: the number keeps the name unique.
class GuildSeeder final : public RowSeeder<Guild>
{
    Q_DECLARE_TR_FUNCTIONS(GuildSeeder)

public:
    QString title() const override { return tr("Guilds"); }
    QString description() const override { return tr("Guilds with a name of their own"); }
    qint64 defaultRows() const override { return 100; }

    Guild row(RandomSource &random, const RowPlace &place) const override
    {
        const QString name = u"%1 %2 %3"_s.arg(QLatin1StringView(random.oneOf(adjectives)),
                                               QLatin1StringView(random.oneOf(nouns)),
                                               QString::number(place.number + 1));
        const bool hasMotto = random.chance(2, 3);
        const QString motto = QString::fromLatin1(random.oneOf(mottos));
        return {.name = name,
                .motto = hasMotto ? std::optional(motto) : std::nullopt,
                .createdAt = signUpTime(random, place.number)};
    }
};

REGISTER_SEEDER(GuildSeeder)

}  // namespace

}  // namespace roster
