// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_HISTORY_RECEIPTSTORE_H
#define ROSTER_HISTORY_RECEIPTSTORE_H

#include "models/browsing/commitreceipt.h"

#include <QList>

namespace roster {

/// What is shown of a commit before it is opened.
struct ReceiptSummary
{
    QString id;
    QDateTime when;  ///< UTC
    QString role;
    QString person;
    qint64 updated = 0;
    qint64 inserted = 0;
    qint64 deleted = 0;
};

/// The receipts of one database's commits on this computer: a file each, for the owner's eyes only,
/// in a folder for each table. Written before COMMIT and confirmed after it, so that neither a
/// crash nor a broken connection makes one lie: what was not confirmed is looked up by its
/// transaction. Functions read and write files; any thread.
class ReceiptStore
{
public:
    /// `folder`: that of the database; empty: nothing is kept.
    explicit ReceiptStore(QString folder) : m_folder(std::move(folder)) {}
    bool keeps() const { return !m_folder.isEmpty(); }

    /// Before COMMIT. Errors: System, with the file.
    Result<void> prepare(const CommitReceipt &receipt) const;
    /// It was committed.
    Result<void> confirm(const CommitReceipt &receipt) const;
    /// It was taken back.
    void drop(const CommitReceipt &receipt) const;
    /// Asks the server what became of those that nobody confirmed; what it does not know any more
    /// stays out of sight.
    void settle(Session &session, const TableName &table) const;

    /// The newest first, at most so many.
    QList<ReceiptSummary> list(const TableName &table, int most) const;
    /// The same of commits that changed the row with this key, before or after: reads all of them.
    QList<ReceiptSummary> listOfRow(const TableName &table, const RowKey &row, int most) const;
    /// NotFound; InvalidInput where the file is damaged.
    Result<CommitReceipt> read(const TableName &table, const QString &id) const;
    /// Deletes what is older than so many days, of all tables; 0: nothing.
    void prune(int days) const;

private:
    QString folderOf(const TableName &table) const;
    QString fileOf(const CommitReceipt &receipt) const;

    QString m_folder;
};

/// JSON, a line for the whole and one for each row.
namespace ReceiptText {

QByteArray write(const CommitReceipt &receipt);
/// The first line alone is enough.
Result<ReceiptSummary> summary(const QByteArray &text);
Result<CommitReceipt> read(const QByteArray &text);

}  // namespace ReceiptText

}  // namespace roster

#endif
