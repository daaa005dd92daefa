// SPDX-License-Identifier: GPL-3.0-or-later
// Staging rows that were compared elsewhere.
#include "models/views/tablemodelprivate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

using Row = RowDifference::Row;

/// The new row that holds this key already; -1: none does.
int addedWith(const StagedEdits &edits, const TableSchema &schema, const RowKey &key)
{
    for (int at = 0; at < edits.addedCount(); ++at) {
        const QMap<int, SqlValue> &values = edits.added(at).row.values;
        bool isSame = true;
        for (qsizetype part = 0; part < key.size(); ++part)
            isSame =
                isSame && values.value(schema.indexOf(schema.primaryKey.at(part))) == key.at(part);
        if (isSame)
            return at;
    }
    return -1;
}

}  // namespace

/// Whether all of it can be staged: nothing is by half.
Result<void> TableModel::Private::checkDifference(const RowDifference &difference) const
{
    if (committing) {
        return fail(Error::Kind::Refused,
                    tr("Edits of %1 are being committed.").arg(schema.name.name),
                    tr("Wait until that is done."));
    }
    for (const Row &row : difference.rows) {
        if (row.kind == Row::Kind::Same)
            continue;
        if (const QString reason = q->readOnlyReason(); !reason.isEmpty())
            return fail(Error::Kind::Refused, reason);
        if (row.kind == Row::Kind::Missing && !q->canInsert()) {
            return fail(Error::Kind::Permission,
                        tr("No rows can be added to %1.").arg(schema.name.name));
        }
        const StagedEdits::Row *staged = edits.find(identityOf(row.key));
        if (staged && staged->change.kind == RowChange::Kind::Delete) {
            return fail(Error::Kind::Conflict,
                        tr("A row of %1 that is to get values back is staged to be deleted.")
                            .arg(schema.name.name),
                        tr("Revert that deletion, or leave the row out."));
        }
        for (const Row::Field &field : row.fields) {
            const int column = schema.indexOf(difference.columns.at(field.column));
            if (column < 0) {
                return fail(Error::Kind::NotFound,
                            tr("%1 has no column %2 any more.")
                                .arg(schema.name.name, difference.columns.at(field.column)),
                            tr("Compare once more."));
            }
            const bool isAdded = row.kind == Row::Kind::Missing;
            ROSTER_TRY(isAdded ? validateAdded(schema, column, field.wanted)
                               : validate(schema, column, field.wanted));
            if (row.kind == Row::Kind::Differs && !schema.columns.at(column).updatable) {
                return fail(Error::Kind::Permission,
                            tr("%1.%2: you may not change this column.")
                                .arg(schema.name.name, schema.columns.at(column).name),
                            tr("Leave the column out."));
            }
        }
    }
    return {};
}

Result<int> TableModel::stageDifference(const RowDifference &difference)
{
    ROSTER_TRY(d->checkDifference(difference));
    QList<QMap<int, SqlValue>> missing;
    int count = 0;
    for (const Row &row : difference.rows) {
        if (row.kind == Row::Kind::Same)
            continue;
        ++count;
        const StagedEdits::Target target{identityOf(row.key), row.key, row.xmin};
        const int known =
            row.kind == Row::Kind::Missing ? addedWith(d->edits, d->schema, row.key) : -1;
        QMap<int, SqlValue> values;
        for (const Row::Field &field : row.fields) {
            const int column = d->schema.indexOf(difference.columns.at(field.column));
            if (row.kind == Row::Kind::Differs)
                d->edits.set(target, column, field.live, field.wanted);
            else if (known >= 0)
                d->edits.setAdded(known, column, field.wanted);
            else
                values.insert(column, field.wanted);
        }
        if (!values.isEmpty())
            missing << values;
    }
    const bool isShown = d->window.atStart && !missing.isEmpty();
    const int at = d->edits.addedCount();
    if (isShown)
        beginInsertRows({}, at, at + int(missing.size()) - 1);
    for (const QMap<int, SqlValue> &values : missing)
        d->edits.insert(d->edits.addedCount(), values);
    if (isShown)
        endInsertRows();
    d->allChanged();
    Q_EMIT windowChanged();
    Q_EMIT totalChanged();
    d->told(tr("%n row(s) from the backup", nullptr, count));
    return count;
}

}  // namespace roster
