// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/copywriter.h"
#include "models/seeding/playernames.h"
#include "models/seeding/seeder.h"
#include "models/tables/player.h"

#include <QCoreApplication>

#include <QtEndian>

#include <algorithm>
#include <array>
#include <functional>
#include <future>
#include <limits>
#include <numeric>
#include <vector>

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

// Rows made and sent at a time: some ten megabytes.
constexpr qint64 batchRows = 200'000;

/// Consecutive players, by number, sent in the order of the list's index: neighbours in the index
/// are then written together, which takes the server a third less time than at random. What row has
/// which id does not depend on it.
class PlayerBatch
{
public:
    /// Players `first` … `first + count - 1`; those below `known` are the known ones.
    PlayerBatch(const RandomSource &random, qint64 first, qint64 count, qint64 known);

    qint64 size() const { return qint64(m_players.size()); }
    /// `ids` by number; empty: the server numbers them.
    Result<qint64> write(CopyWriter &writer, const std::vector<qint32> &ids,
                         const std::function<void(qint64)> &written) const;

private:
    struct Player
    {
        quint64 order = 0;  ///< level descending, then the beginning of the name
        qint64 createdAt = 0;
        qint32 number = 0;  ///< within the batch
        qint32 nameStart = 0;
        qint32 nameSize = 0;
        qint32 level = 1;
        qint32 totalExp = 0;
    };

    static Player made(RandomSource random, QByteArray &name);
    static Player known(const KnownPlayer &known, qint64 number, QByteArray &name);
    static quint64 orderOf(qint32 level, const QByteArray &name);
    QByteArrayView nameOf(const Player &player) const
    {
        return {m_names.constData() + player.nameStart, player.nameSize};
    }

    std::vector<Player> m_players;
    QByteArray m_names;
};

PlayerBatch::PlayerBatch(const RandomSource &random, qint64 first, qint64 count, qint64 knownRows)
{
    constexpr qsizetype usualName = 16;
    m_players.reserve(std::size_t(count));
    m_names.reserve(count * usualName);
    QByteArray name;
    for (qint64 number = first; number < first + count; ++number) {
        Player player = number < knownRows ? known(knownPlayers[std::size_t(number)], number, name)
                                           : made(random.row(number), name);
        player.order = orderOf(player.level, name);
        player.number = qint32(number - first);
        player.nameStart = qint32(m_names.size());
        player.nameSize = qint32(name.size());
        m_names.append(name);
        m_players.push_back(player);
    }
    std::sort(m_players.begin(), m_players.end(), [this](const Player &a, const Player &b) {
        if (a.order != b.order)
            return a.order < b.order;
        const int names = nameOf(a).compare(nameOf(b));
        return names != 0 ? names < 0 : a.number < b.number;
    });
}

PlayerBatch::Player PlayerBatch::made(RandomSource random, QByteArray &name)
{
    makePlayerName(random, name);
    Player player;
    // The product of two draws: many beginners, few at the top.
    const qint64 luck = random.below(1000);
    const qint64 zeal = random.below(1000);
    player.level = qint32(1 + luck * zeal * highestLevel / 1'000'000);
    const qint32 least = experienceFor(player.level);
    player.totalExp = least + qint32(random.below(experienceFor(player.level + 1) - least));
    const qint64 second = firstDay * secondsPerDay + random.below(days * secondsPerDay);
    player.createdAt = second * microsecondsPerSecond + random.below(microsecondsPerSecond);
    return player;
}

PlayerBatch::Player PlayerBatch::known(const KnownPlayer &known, qint64 number, QByteArray &name)
{
    name = known.name;
    Player player;
    player.level = known.level;
    player.totalExp = known.totalExp;
    player.createdAt = (firstDay + number) * secondsPerDay * microsecondsPerSecond;
    return player;
}

quint64 PlayerBatch::orderOf(qint32 level, const QByteArray &name)
{
    std::array<char, sizeof(quint64)> bytes{};
    bytes[0] = char(highestLevel - level);
    std::copy_n(name.cbegin(), std::min<qsizetype>(name.size(), qsizetype(bytes.size()) - 1),
                bytes.begin() + 1);
    return qFromBigEndian<quint64>(bytes.data());
}

Result<qint64> PlayerBatch::write(CopyWriter &writer, const std::vector<qint32> &ids,
                                  const std::function<void(qint64)> &written) const
{
    for (const Player &player : m_players) {
        ROSTER_TRY(writer.beginRow());
        if (!ids.empty())
            writer.append(ids[std::size_t(player.number)]);
        writer.append(nameOf(player));
        writer.append(player.level);
        writer.append(player.totalExp);
        writer.append(player.createdAt);
        if (writer.rows() % reportEvery == 0)
            written(writer.rows());
    }
    return writer.finish();
}

/// Ids for new players, one from the sequence each; nothing where the table has no sequence.
Result<std::vector<qint32>> drawIds(Session &session, const QString &sequence, qint64 count)
{
    std::vector<qint32> ids;
    if (sequence.isEmpty())
        return ids;
    const auto rows =
        session.query(u"SELECT nextval($1::regclass) FROM generate_series(1, $2::int)"_s,
                      {sequence.toUtf8(), QByteArray::number(count)});
    if (!rows)
        return fail(rows.error());
    ids.reserve(std::size_t(count));
    for (int row = 0; row < rows->rows(); ++row)
        ids.push_back(qint32(rows->integer(row, 0)));
    return ids;
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
                       const SeedRequest &request, bool frozen) const override;

private:
    Result<QString> sequence(Session &session) const;
};

Result<qint64> PlayerSeeder::run(Session &session, Progress &progress, const RandomSource &random,
                                 const SeedRequest &request, bool frozen) const
{
    const TableName table = tables().constFirst();
    const auto idSequence = request.append ? sequence(session) : Result<QString>();
    if (!idSequence)
        return fail(idSequence.error());
    const bool serverNumbers = request.append && idSequence->isEmpty();
    QStringList columns{players.name.name(), players.level.name(), players.totalExp.name(),
                        players.createdAt.name()};
    if (!serverNumbers)
        columns.prepend(players.id.name());
    CopyWriter::Options options;
    options.freeze = frozen;

    const auto make = [random, request, known = request.fixture ? fixtureRows() : 0](qint64 first) {
        return PlayerBatch(random, first, std::min(batchRows, request.rows - first), known);
    };
    // The next rows are made while the server takes these.
    auto next = std::async(std::launch::async, make, 0);
    for (qint64 first = 0; first < request.rows;) {
        const PlayerBatch batch = next.get();
        if (first + batch.size() < request.rows)
            next = std::async(std::launch::async, make, first + batch.size());
        auto ids = request.append ? drawIds(session, *idSequence, batch.size())
                                  : Result<std::vector<qint32>>(std::size_t(batch.size()));
        if (!ids)
            return fail(ids.error());
        if (!request.append)
            std::iota(ids->begin(), ids->end(), qint32(first + 1));
        auto writer = CopyWriter::begin(session, table.schema, table.name, columns, options);
        if (!writer)
            return fail(writer.error());
        const auto written =
            batch.write(*writer, *ids, [&](qint64 rows) { progress.setDone(first + rows); });
        if (!written)
            return fail(written.error());
        first += *written;
    }
    return request.rows;
}

Result<QString> PlayerSeeder::sequence(Session &session) const
{
    const TableName table = tables().constFirst();
    const auto found =
        session.query(u"SELECT pg_get_serial_sequence($1, $2)"_s,
                      {quoted(table.schema, table.name).toUtf8(), players.id.name().toUtf8()});
    if (!found)
        return fail(found.error());
    return found->text(0, 0);
}

REGISTER_SEEDER(PlayerSeeder)

}  // namespace

}  // namespace roster
