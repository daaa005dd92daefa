// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seeding/playernames.h"
#include "models/seeding/rowseeder.h"
#include "models/seeding/signups.h"
#include "models/tables/player.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int highestLevel = 100;

/// The experience that reaches a level: four fifths of its cube, as whole numbers. Level 1 costs
/// nothing, 67 takes 240,610, 69 takes 262,807, 100 takes 800,000.
constexpr int experienceFor(int level)
{
    return int(qint64(4) * level * level * level / 5);
}
static_assert(experienceFor(67) <= 243'201 && 243'201 < experienceFor(68));
static_assert(experienceFor(69) <= 270'420 && 270'420 < experienceFor(70));

/// A day at the beginning of 2000: before all that are made up.
Timestamp day(qint64 number)
{
    constexpr qint64 firstDay = 7305;  // 2020-01-01
    return Timestamp::fromMicroseconds((firstDay + number) * 86'400 * 1'000'000);
}

class PlayerSeeder final : public RowSeeder<Player>
{
    Q_DECLARE_TR_FUNCTIONS(PlayerSeeder)

public:
    QStringList aliases() const override { return {u"player_seed"_s}; }
    QString title() const override { return tr("Players"); }
    QString description() const override
    {
        return tr("Players with names from many languages; the level follows from the experience, "
                  "and more join from day to day.");
    }
    int version() const override { return 2; }
    QList<SeedOption> options() const override
    {
        return {SeedOption::choice(u"shape"_s, tr("Levels"),
                                   {{u"beginners"_s, tr("many beginners, few at the top")},
                                    {u"even"_s, tr("as many on each level")},
                                    {u"bell"_s, tr("most in the middle")},
                                    {u"veterans"_s, tr("most near the top")}},
                                   tr("How the players spread over the levels")),
                SeedOption::integer(u"top-level"_s, tr("Highest level"), highestLevel, 1, 1000,
                                    tr("The level that nobody is above"))};
    }

    QList<Player> fixture() const override
    {
        return {{.name = u"Arne"_s, .level = 67, .totalExp = 243'201, .createdAt = day(0)},
                {.name = u"Auby"_s, .level = 69, .totalExp = 270'420, .createdAt = day(1)}};
    }

    Player row(RandomSource &random, const RowPlace &place) const override
    {
        QByteArray name;
        makePlayerName(random, name);
        const int level = levelOf(random, place.choice(0), place.integer(1));
        const int least = experienceFor(level);
        const int spread = experienceFor(level + 1) - least;
        return {.name = QString::fromUtf8(name),
                .level = level,
                .totalExp = least + int(random.below(spread)),
                .createdAt = signUpTime(random, place.number)};
    }

    /// As the index of the default order: level descending, then the beginning of the name.
    quint64 order(const Player &player) const override
    {
        constexpr int lettersKept = 3;
        auto key = quint64(0xffff - player.level);
        for (int i = 0; i < lettersKept; ++i)
            key = key << 16U | (i < player.name.size() ? player.name.at(i).unicode() : 0);
        return key;
    }

private:
    static int levelOf(RandomSource &random, int shape, qint64 top)
    {
        constexpr qint64 parts = 1'000;
        const qint64 a = random.below(parts);
        const qint64 b = random.below(parts);
        // The product of two draws is small mostly, their mean mostly in the middle.
        const qint64 share = shape == 1 ? a * parts + b
                           : shape == 2 ? (a + b) * parts / 2
                           : shape == 3 ? parts * parts - 1 - a * b
                                        : a * b;
        return int(1 + share * top / (parts * parts));
    }
};

REGISTER_SEEDER(PlayerSeeder)

}  // namespace

}  // namespace roster
