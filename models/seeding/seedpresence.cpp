// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seeding/seedpresence.h"

#include "models/database/session.h"
#include "models/database/transaction.h"
#include "models/schema/catalogue.h"
#include "models/seeding/seeder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// A select list of more is refused by the server (1,664).
constexpr qsizetype mostAtOnce = 1000;

/// Whether a row of the batch can be there, as a condition over a table of that many numbers.
QString mayBeThere(const SeedBatch &batch, const QString &table, const QString &numbered)
{
    if (numbered.isEmpty() || batch.keys.isEmpty() || !batch.keys.holdsNumbers())
        return u"EXISTS (SELECT FROM %1)"_s.arg(table);
    qint64 first = batch.keys.ranges().front().first;
    qint64 last = first;
    for (const KeyPool::Range &range : batch.keys.ranges()) {
        first = std::min(first, range.first);
        last = std::max(last, range.last);
    }
    return u"EXISTS (SELECT FROM %1 WHERE %2 BETWEEN %3 AND %4)"_s.arg(
        table, quoted(numbered), QString::number(first), QString::number(last));
}

Result<void> markGoneOf(Session &session, const TableName &name, const QList<SeedBatch *> &recorded)
{
    const auto transaction = Transaction::begin(session, Transaction::Mode::ReadOnly);
    if (!transaction)
        return fail(transaction.error());
    ROSTER_TRY(session.query(u"SET LOCAL lock_timeout = '200ms'"_s));
    const auto live = readTable(session, name);
    if (!live && live.error().kind != Error::Kind::NotFound)
        return fail(live.error());
    if (!live) {
        for (SeedBatch *batch : recorded)
            batch->gone = true;
        return {};
    }
    const qsizetype column = numberedColumn(*live);
    const bool isWhole = live->kind == RelationKind::PartitionedTable;
    const QString table = (isWhole ? QString() : u"ONLY "_s) + quoted(name.schema, name.name);
    for (qsizetype at = 0; at < recorded.size(); at += mostAtOnce) {
        const QList<SeedBatch *> some = recorded.mid(at, mostAtOnce);
        QStringList conditions;
        for (const SeedBatch *batch : some)
            conditions << mayBeThere(*batch, table,
                                     column < 0 ? QString() : live->columns.at(column).name);
        const auto there = session.query(u"SELECT "_s + conditions.join(", "_L1));
        if (!there)
            return fail(there.error());
        for (int i = 0; i < some.size(); ++i)
            some.at(i)->gone = !there->boolean(0, i);
    }
    return {};
}

}  // namespace

void markGone(Session &session, QList<SeedBatch> &batches)
{
    QMap<TableName, QList<SeedBatch *>> byTable;
    for (SeedBatch &batch : batches) {
        if (batch.state == SeedBatch::State::There && batch.written > batch.removedRows)
            byTable[batch.table] << &batch;
    }
    for (auto it = byTable.cbegin(); it != byTable.cend(); ++it)
        static_cast<void>(markGoneOf(session, it.key(), it.value()));
}

}  // namespace roster
