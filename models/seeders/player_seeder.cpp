// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/copywriter.h"
#include "models/seeding/playernames.h"
#include "models/seeding/seeder.h"
#include "models/tables/player.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int highestLevel = 100;

/// The experience that reaches a level: four fifths of its cube, as whole numbers. Level 1 costs
/// nothing, 67 takes 240,610, 69 takes 262,807, 100 takes 800,000.
constexpr qint32 experienceFor(int level)
{
    return qint32(4 * level * level * level / 5);
}

/// The rows that the backend's own tests know.
struct KnownPlayer
{
    const char *name;
    qint32 level;
    qint32 totalExp;
};
constexpr std::array knownPlayers{KnownPlayer{"Arne", 67, 243'201},
                                  KnownPlayer{"Auby", 69, 270'420}};
static_assert(experienceFor(67) <= 243'201 && 243'201 < experienceFor(68));
static_assert(experienceFor(69) <= 270'420 && 270'420 < experienceFor(70));

// Counted in days from 2000-01-01: players came between 2020-01-01 and 2025-12-31.
constexpr qint64 firstDay = 7305;
constexpr qint64 days = 2192;
constexpr qint64 secondsPerDay = 86'400;
constexpr qint64 microsecondsPerSecond = 1'000'000;

constexpr qint64 reportEvery = 10'000;

/// One row, kept from player to player so that nothing is allocated for each.
struct PlayerRow
{
    QByteArray name;
    qint32 level = 1;
    qint32 totalExp = 0;
    Timestamp createdAt;
};

void makePlayer(RandomSource random, PlayerRow &row)
{
    makePlayerName(random, row.name);
    // The product of two draws: many beginners, few at the top.
    const qint64 luck = random.below(1000);
    const qint64 zeal = random.below(1000);
    row.level = qint32(1 + luck * zeal * highestLevel / 1'000'000);
    const qint32 least = experienceFor(row.level);
    row.totalExp = least + qint32(random.below(experienceFor(row.level + 1) - least));
    const qint64 second = firstDay * secondsPerDay + random.below(days * secondsPerDay);
    row.createdAt = Timestamp::fromMicroseconds(second * microsecondsPerSecond
                                                + random.below(microsecondsPerSecond));
}

void makeKnownPlayer(qint64 number, PlayerRow &row)
{
    const KnownPlayer &known = knownPlayers[std::size_t(number)];
    row.name = known.name;
    row.level = known.level;
    row.totalExp = known.totalExp;
    row.createdAt =
        Timestamp::fromMicroseconds((firstDay + number) * secondsPerDay * microsecondsPerSecond);
}

class PlayerSeeder : public Seeder
{
    Q_DECLARE_TR_FUNCTIONS(PlayerSeeder)

public:
    QString name() const override { return u"players"_s; }
    QStringList aliases() const override { return {u"player_seed"_s}; }
    QString title() const override { return tr("Players"); }
    QString description() const override
    {
        return tr("Players with names from many languages; the level follows from the experience, "
                  "and they joined between 2020 and 2025.");
    }
    QList<TableName> tables() const override
    {
        return {{u"public"_s, QString::fromLatin1(PlayerFields<Value>::table)}};
    }
    qint64 maxRows() const override { return std::numeric_limits<qint32>::max(); }
    qint64 fixtureRows() const override { return qint64(knownPlayers.size()); }

    Result<qint64> run(Session &session, Progress &progress, const RandomSource &random,
                       const SeedRequest &request, bool frozen) const override
    {
        // Ids in the rows spare the server a nextval() each; added rows need the sequence's.
        const bool withIds = !request.append;
        QStringList columns{players.name.name(), players.level.name(), players.totalExp.name(),
                            players.createdAt.name()};
        if (withIds)
            columns.prepend(players.id.name());
        CopyWriter::Options options;
        options.freeze = frozen;
        const TableName table = tables().constFirst();
        auto writer = CopyWriter::begin(session, table.schema, table.name, columns, options);
        if (!writer)
            return fail(writer.error());

        PlayerRow row;
        const qint64 known = request.fixture ? fixtureRows() : 0;
        for (qint64 number = 0; number < request.rows; ++number) {
            if (number < known)
                makeKnownPlayer(number, row);
            else
                makePlayer(random.row(number), row);
            ROSTER_TRY(writer->beginRow());
            if (withIds)
                writer->append(qint32(number + 1));
            writer->append(QByteArrayView(row.name));
            writer->append(row.level);
            writer->append(row.totalExp);
            writer->append(row.createdAt.microseconds());
            if (number % reportEvery == 0)
                progress.setDone(number);
        }
        return writer->finish();
    }
};

REGISTER_SEEDER(PlayerSeeder)

}  // namespace

}  // namespace roster
