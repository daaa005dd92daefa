// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/commitrecorder.h"

#include "models/browsing/commitoutcome.h"
#include "models/database/systemaccount.h"

#include <QUuid>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roster {

RowKey ReceiptRow::keyNow(const QStringList &keyColumns) const
{
    RowKey key = primaryKey;
    for (qsizetype i = 0; i < key.size() && kind == Kind::Update; ++i) {
        if (const auto changed = after.constFind(keyColumns.value(i)); changed != after.cend())
            key[i] = *changed;
    }
    return key;
}

const QStringList &receiptKinds()
{
    static const QStringList kinds{u"update"_s, u"delete"_s, u"insert"_s};
    return kinds;
}

CommitRecorder::CommitRecorder(const TableSchema &schema, const TableChanges &changes)
    : m_schema(schema), m_changes(changes)
{
    m_receipt.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_receipt.table = schema.name;
    m_receipt.primaryKey = schema.primaryKey;
}

void CommitRecorder::add(const ChangeGroup &group, const QString &sql, const ResultSet &rows)
{
    if (!m_receipt.statements.contains(sql))
        m_receipt.statements << sql;
    for (int row = 0; row < rows.rows(); ++row) {
        if (group.kind == ChangeGroup::Kind::Insert)
            addInsert(group, rows, row);
        else
            addChange(group, rows, row);
    }
}

void CommitRecorder::addReturned(ReceiptRow &row, QMap<QString, SqlValue> ReceiptRow::*values,
                                 const QList<int> &columns, const ResultSet &rows, int at,
                                 int first) const
{
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const int field = first + int(i);
        if (field >= rows.columns())
            return;
        SqlValue value;
        if (!rows.isNull(at, field))
            value = rows.bytes(at, field).toByteArray();
        if (isTooLongToKeep(value))
            row.isCut = true;
        else
            (row.*values).insert(m_schema.columns.at(columns.at(i)).name, value);
    }
}

void CommitRecorder::addInsert(const ChangeGroup &group, const ResultSet &rows, int at)
{
    ReceiptRow row;
    row.kind = ReceiptRow::Kind::Insert;
    const int keys = int(m_schema.primaryKey.size());
    for (int i = 0; i < keys && i < rows.columns(); ++i)
        row.primaryKey << rows.bytes(at, i).toByteArray();
    addReturned(row, &ReceiptRow::after, returnedColumns(m_schema, group), rows, at, keys);
    m_receipt.rows << row;
}

void CommitRecorder::addChange(const ChangeGroup &group, const ResultSet &rows, int at)
{
    const RowChange &change = m_changes.rows.at(group.members.at(int(rows.integer(at, 0)) - 1));
    ReceiptRow row;
    row.primaryKey = change.primaryKey;
    const bool isDelete = group.kind == ChangeGroup::Kind::Delete;
    if (isDelete)
        row.kind = ReceiptRow::Kind::Delete;
    addReturned(row, isDelete ? &ReceiptRow::before : &ReceiptRow::after,
                returnedColumns(m_schema, group), rows, at, 1);
    for (auto it = change.before.cbegin(); it != change.before.cend() && !isDelete; ++it) {
        if (isTooLongToKeep(*it))
            row.isCut = true;
        else
            row.before.insert(m_schema.columns.at(it.key()).name, *it);
    }
    m_receipt.rows << row;
}

Result<CommitReceipt> CommitRecorder::finish(Session &session) const
{
    CommitReceipt receipt = m_receipt;
    const Result<QString> transaction = currentTransaction(session);
    if (!transaction)
        return fail(transaction.error());
    receipt.transaction = *transaction;
    receipt.role = session.profile().parameters.value(u"user"_s);
    receipt.person = accountName(::getuid());
    receipt.when = QDateTime::currentDateTimeUtc();
    return receipt;
}

}  // namespace roster
