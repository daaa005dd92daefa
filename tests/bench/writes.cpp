// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/tablechanges.h"
#include "models/schema/catalogue.h"
#include "tests/bench/context.h"
#include "tests/bench/measure.h"

using namespace Qt::StringLiterals;

namespace roster::bench {

namespace {

constexpr int edits = 1000;

ResultSet someRows(Session &session, int round)
{
    return must(session,
                u"SELECT id, total_exp, xmin FROM players WHERE id > $1::int ORDER BY id "
                "LIMIT 1000"_s,
                {QByteArray::number(round * edits)});
}

TableChanges changesOf(const ResultSet &rows, int column)
{
    TableChanges changes;
    for (int row = 0; row < rows.rows(); ++row) {
        RowChange change;
        change.primaryKey = {rows.bytes(row, 0).toByteArray()};
        change.xmin = rows.text(row, 2);
        change.before.insert(column, rows.bytes(row, 1).toByteArray());
        change.after.insert(column, QByteArray::number(rows.integer(row, 1) + 1));
        changes.rows << change;
    }
    return changes;
}

/// The same by hand: one guarded UPDATE … FROM unnest in a transaction.
void updateFromUnnest(Session &session, const ResultSet &rows)
{
    QByteArray ids = "{", values = "{", guards = "{";
    for (int row = 0; row < rows.rows(); ++row) {
        const QByteArray comma = row ? "," : "";
        ids += comma + rows.bytes(row, 0).toByteArray();
        values += comma + QByteArray::number(rows.integer(row, 1) + 1);
        guards += comma + rows.bytes(row, 2).toByteArray();
    }
    must(session, u"BEGIN"_s);
    const auto done = must(session, uR"(
        UPDATE players AS p SET total_exp = v.total_exp
          FROM unnest($1::int[], $2::int[], $3::xid[]) AS v(id, total_exp, guard)
         WHERE p.id = v.id AND p.xmin = v.guard)"_s,
                           {ids + '}', values + '}', guards + '}'});
    must(session, u"COMMIT"_s);
    if (done.affected() != edits)
        giveUp(u"The floor updated %1 rows."_s.arg(done.affected()));
}

}  // namespace

void benchWrites(const Context &context)
{
    // A table of its own size: edits leave dead rows behind.
    const auto session = context.open(context.players(1000000));
    const auto schema = readTable(*session, {u"public"_s, u"players"_s});
    if (!schema)
        giveUp(schema.error().toText());
    const int column = schema->indexOf(u"total_exp"_s);
    ResultSet mine;
    ResultSet theirs;
    Samples ours;
    Samples floor;
    for (int round = 0; round < 15; ++round) {
        mine = someRows(*session, 2 * round);
        theirs = someRows(*session, 2 * round + 1);
        const TableChanges changes = changesOf(mine, column);
        ours.add(timed([&] {
            const auto report = commit(*session, *schema, changes);
            if (!report || report->updated != edits)
                giveUp(report ? u"Too few rows committed."_s : report.error().error.toText());
        }));
        floor.add(timed([&] { updateFromUnnest(*session, theirs); }));
    }
    report(u"1,000 guarded edits committed: to UPDATE … FROM unnest"_s,
           ours.median() / floor.median(), 2);
}

}  // namespace roster::bench
