// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDING_KEYPOOL_H
#define ROSTER_SEEDING_KEYPOOL_H

#include "models/core/result.h"
#include "models/schema/tableschema.h"

#include <QByteArray>
#include <QJsonValue>
#include <QList>

#include <vector>

namespace roster {

class Session;

/// Keys of rows: those a new row may refer to, or those that a run gave. Whole numbers are kept as
/// ranges, so that ten million of them are one; other keys one by one, and so as a sample.
class KeyPool
{
public:
    struct Range
    {
        qint64 first = 0;
        qint64 last = 0;  ///< included
        bool operator==(const Range &) const = default;
    };
    /// No more keys than this one by one, or ranges, are kept.
    static constexpr int mostParts = 10'000;

    KeyPool() = default;
    static KeyPool ofRange(qint64 first, qint64 count);
    /// The keys in `column` of a table as the session sees it now; NULL is no key. Whole numbers
    /// are read as ranges; of those in more pieces, and of other types, a sample in a fixed order.
    static Result<KeyPool> read(Session &session, const TableName &table,
                                const ColumnSchema &column);

    /// The same of several columns, whose keys at one place are of one row.
    static Result<QList<KeyPool>> readTogether(Session &session, const TableName &table,
                                               const QStringList &columns);

    qint64 size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    bool holdsNumbers() const { return m_values.isEmpty(); }
    const std::vector<Range> &ranges() const { return m_ranges; }
    /// The key at a place from 0 to size() - 1; of numbers, in the order they were added.
    qint64 number(qint64 place) const;
    /// The same as PostgreSQL's text.
    QByteArray text(qint64 place) const;

    void append(qint64 number);
    void append(const QByteArray &value);

    QJsonValue toJson() const;
    static KeyPool fromJson(const QJsonValue &json);

    bool operator==(const KeyPool &) const = default;

private:
    void appendRange(qint64 first, qint64 last);

    std::vector<Range> m_ranges;
    std::vector<qint64> m_before;  ///< how many keys stand before each range
    QList<QByteArray> m_values;
    qint64 m_size = 0;
};

}  // namespace roster

#endif
