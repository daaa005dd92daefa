// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BROWSING_COMMITRECEIPT_H
#define ROSTER_BROWSING_COMMITRECEIPT_H

#include "models/browsing/pager.h"

#include <QDateTime>
#include <QMap>
#include <QString>

namespace roster {

/// What a commit did to one row; columns by name, since the table may look different later.
struct ReceiptRow
{
    enum class Kind { Update, Delete, Insert };
    Kind kind = Kind::Update;
    RowKey primaryKey;               ///< of an insert as the server gave it, else as it was before
    QMap<QString, SqlValue> before;  ///< of an update the edited fields, of a delete all of them
    QMap<QString, SqlValue> after;   ///< as the server has them; of an insert all of them
    bool isCut = false;              ///< a value is too long to be kept, and is not among them

    /// Where the row is found now; that of a deleted one is the one it had.
    RowKey keyNow(const QStringList &keyColumns) const;
    bool operator==(const ReceiptRow &) const = default;
};

/// The kinds in files and tables of ours, by their numbers.
const QStringList &receiptKinds();

/// What one commit did: who, when, before and after of each field.
struct CommitReceipt
{
    QString id;           ///< a UUID
    QDateTime when;       ///< UTC
    QString role;         ///< of the server
    QString person;       ///< the account at the computer
    QString transaction;  ///< see currentTransaction()
    TableName table;
    QStringList primaryKey;  ///< its columns
    QStringList statements;  ///< that did it; their values are those of the rows
    QList<ReceiptRow> rows;
};

}  // namespace roster

#endif
