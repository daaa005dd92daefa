// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_VIEWS_JOURNALTEXT_H
#define ROSTER_VIEWS_JOURNALTEXT_H

#include "models/views/stagedstep.h"

#include <QDateTime>
#include <QMap>
#include <QString>

namespace roster {

/// A change as a journal keeps it: columns by name, since their numbers may differ by then.
struct JournalledRow
{
    RowKey primaryKey;
    QString xmin;  ///< empty: not known; the row is as it was if it holds what is in `before`
    bool isDeletion = false;
    qint64 order = 0;
    QMap<QString, SqlValue> before;
    QMap<QString, SqlValue> after;
};

struct JournalledNew
{
    qint64 id = 0;
    QMap<QString, SqlValue> values;
};

/// What a journal says was staged.
struct JournalContents
{
    QString id;              ///< of whoever wrote it; no two writers have the same
    QStringList continued;   ///< ids of journals whose edits were taken over into this one
    QString table;           ///< schema.name
    QStringList primaryKey;  ///< its columns
    QList<JournalledRow> rows;
    QList<JournalledNew> added;
    QString transaction;  ///< of a commit whose outcome was not written down; empty: none
    QDateTime changed;    ///< when something was staged last, UTC
    bool isEmpty() const { return rows.isEmpty() && added.isEmpty(); }
    qsizetype count() const { return rows.size() + added.size(); }
};

/// The text of a journal of staged edits: one record a line, `CRC-32 JSON`, only ever appended, so
/// that whatever a crash cuts off is the end. The records of one act count only once its closing
/// line is there. Values are strings, null, or {"base64": …} where they are no UTF-8.
namespace JournalText {

QByteArray header(const TableSchema &schema, const QString &id, const QStringList &continued = {});
/// One act, or its undoing.
QByteArray step(const TableSchema &schema, const StagedStep &step, bool undo);
/// All that is staged, in place of whatever was noted before.
QByteArray all(const TableSchema &schema, const StagedEdits &edits);
/// A commit is about to end in this transaction; an empty one: it ended and wrote nothing.
QByteArray commit(const QString &transaction);
/// Reads as far as the text is whole. InvalidInput where it is no journal at all.
Result<JournalContents> read(const QByteArray &text);

}  // namespace JournalText

}  // namespace roster

#endif
