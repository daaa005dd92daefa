// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDING_SEEDROWS_H
#define ROSTER_SEEDING_SEEDROWS_H

#include "models/database/session.h"
#include "models/schema/tableschema.h"
#include "models/seeding/keypool.h"
#include "models/seeding/randomsource.h"
#include "models/seeding/seedoption.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <span>

namespace roster {

/// All that a seeder's rows depend on: the same input gives the same rows, byte for byte. What a
/// run was given is recorded, so that its rows can be made again.
struct SeedInput
{
    quint64 randomSeed = 1;
    qint64 rows = 0;
    /// The number of the first row: 0 where rows are replaced, else where the rows that are there
    /// end. So a seeder goes on where it ended, instead of making the same rows twice.
    qint64 firstNumber = 0;
    bool fixture = false;  ///< the first rows are the known ones
    SeedOptions options;
    /// The keys that rows may refer to, by the column that refers.
    QMap<QString, KeyPool> references;
};

/// The rows of one run of a seeder, each made from its number alone: in any order, on any thread,
/// without a session.
class SeedRows
{
public:
    SeedRows() = default;
    virtual ~SeedRows() = default;
    Q_DISABLE_COPY_MOVE(SeedRows)

    /// The columns that are written, in the order of the cells.
    virtual QStringList columns() const = 0;
    /// The one of them that numbers the rows and gets its values from the run; empty: none does.
    virtual QString numbered() const = 0;
    /// The numbers that rows can be made for, from 0 on: SeedInput::firstNumber + rows at most.
    virtual qint64 mostNumbers() const = 0;
    /// The row at a place (0 to rows - 1) as PostgreSQL's text. `id` goes into numbered().
    virtual QList<SqlValue> cells(qint64 place, qint64 id) const = 0;

    /// The columns' types for binary COPY, as format_type() writes them; empty: text only.
    virtual QStringList binaryTypes() const { return {}; }
    /// Appends the rows from `first` on, one for each id, as COPY's binary format has them, in the
    /// order that suits the table's indexes best.
    virtual void appendBinary(QByteArray &out, qint64 first, std::span<const qint64> ids) const;
    /// The same as COPY's text format.
    void appendText(QByteArray &out, qint64 first, std::span<const qint64> ids) const;
};

}  // namespace roster

#endif
