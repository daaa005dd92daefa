// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDING_SEEDBATCHES_H
#define ROSTER_SEEDING_SEEDBATCHES_H

#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/schema/tableschema.h"
#include "models/seeding/keypool.h"

#include <QList>
#include <QMap>
#include <QMetaType>
#include <QString>

#include <optional>

namespace roster {

class Session;

/// One recorded run: all that it takes to make its rows again.
struct SeedBatch
{
    enum class State {
        There,     ///< its rows are in the table, as far as nobody changed them
        Replaced,  ///< a later run replaced them
        Removed,   ///< they were taken back
    };

    qint64 number = 0;
    QString seeder;  ///< its name; empty: the generic one
    int version = 1;
    TableName table;
    quint64 randomSeed = 1;
    QMap<QString, QString> options;
    bool fixture = false;
    qint64 rows = 0;                    ///< that it made
    qint64 written = 0;                 ///< that arrived: a trigger may have left some out
    quint32 xid = 0;                    ///< of the rows' versions; 0: written on another server
    qint64 firstNumber = 0;             ///< see SeedInput
    KeyPool keys;                       ///< the ids that the run gave, where the rows are numbered
    QMap<QString, KeyPool> references;  ///< see SeedInput
    QString by;                         ///< the role
    QString at;                         ///< when, UTC, as PostgreSQL writes it
    qint64 milliseconds = 0;
    State state = State::There;
    qint64 removedRows = 0;
    bool gone = false;  ///< recorded as there, but no such row is; see markGone()
};

/// What taking back a batch did, or would do.
struct SeedRemoval
{
    struct Referrer
    {
        TableName table;
        qint64 rows = 0;  ///< rows of the batch that it refers to
        bool operator==(const Referrer &) const = default;
    };

    qint64 batch = 0;
    TableName table;
    qint64 removed = 0;
    qint64 edited = 0;  ///< left: another value than the run wrote, or another row with its key
    /// Left: nobody edited them, but they never were what was made: changed by a trigger, say.
    qint64 changed = 0;
    qint64 gone = 0;            ///< were not there any more
    qint64 referenced = 0;      ///< left: rows of other tables refer to them
    QList<Referrer> referrers;  ///< which tables
    bool rehearsed = false;     ///< only looked
};

/// The recorded runs of a database: `roster.seed_batch`.
class SeedBatches
{
public:
    /// Newest first; empty where nothing was ever recorded. Only those of `table` where one is
    /// given. What went by somebody else's hand is marked so. Errors: Permission where the role may
    /// not read them.
    static Result<QList<SeedBatch>> list(Session &session,
                                         const std::optional<TableName> &table = {});

    /// Takes a batch back: its rows are made again and deleted where they still equal what was
    /// written and no other table's row refers to them. What a person made or edited stays. One
    /// transaction. `really` false: only counts.
    /// Errors: NotFound for a number that is none, Refused on production, for a batch that was
    /// replaced or taken back and for one of another version of its seeder.
    static Result<SeedRemoval> remove(Session &session, Progress &progress, qint64 number,
                                      bool really = true);
};

}  // namespace roster

Q_DECLARE_METATYPE(roster::SeedBatch)
Q_DECLARE_METATYPE(roster::SeedRemoval)

#endif
