// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/editrecovery.h"

#include "models/browsing/commitoutcome.h"
#include "models/browsing/valuetext.h"
#include "models/views/loadedrow.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// Gives tr() the context that lupdate files the text under.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EditRecovery)
};

constexpr qsizetype rowsAtOnce = 500;

class Recovery
{
public:
    Recovery(Session &session, Progress &progress, const Pager &pager, const StagedEdits &edits,
             const JournalContents &journal)
        : m_session(session), m_progress(progress), m_pager(pager), m_journal(journal)
    {
        m_result.edits = std::make_shared<StagedEdits>(edits);
    }

    Result<RecoveredEdits> run();

private:
    Result<void> stageRows(qsizetype from, qsizetype count);
    Result<void> stage(const JournalledRow &row, const LoadedRow &live);
    Result<void> stageNew();
    RowKey ownKey(const JournalledNew &row) const;
    Result<QSet<QByteArray>> taken() const;
    void lose(const JournalledRow &row);
    void lose(const RowKey &key, const QString &column, const SqlValue &value);
    bool isAsBefore(const JournalledRow &row, const LoadedRow &live) const;
    Result<SqlValue> whole(const JournalledRow &row, const LoadedRow &live, int column);

    Session &m_session;
    Progress &m_progress;
    const Pager &m_pager;
    const JournalContents &m_journal;
    RecoveredEdits m_result;
};

Result<RecoveredEdits> Recovery::run()
{
    if (!m_journal.transaction.isEmpty()) {
        const Result<CommitOutcome> outcome = outcomeOf(m_session, m_journal.transaction);
        if (outcome && *outcome == CommitOutcome::InProgress) {
            return fail(Error::Kind::Conflict,
                        Text::tr("The server is still busy with the commit of these edits."),
                        Text::tr("Try again in a moment."));
        }
        if (outcome && *outcome == CommitOutcome::Committed) {
            m_result.wasCommitted = true;
            return m_result;
        }
    }
    const bool hasSameKey = m_pager.schema().primaryKey == m_journal.primaryKey;
    for (qsizetype from = 0; hasSameKey && from < m_journal.rows.size(); from += rowsAtOnce) {
        if (m_progress.isCancelled())
            return fail(Error::Kind::Cancelled, Text::tr("Cancelled."));
        ROSTER_TRY(stageRows(from, std::min(rowsAtOnce, m_journal.rows.size() - from)));
    }
    for (const JournalledRow &row : m_journal.rows) {
        if (!hasSameKey)
            lose(row);
    }
    ROSTER_TRY(stageNew());
    m_result.step = m_result.edits->takeStep();
    return m_result;
}

Result<void> Recovery::stageRows(qsizetype from, qsizetype count)
{
    QList<RowKey> keys;
    for (qsizetype at = from; at < from + count; ++at)
        keys << m_journal.rows.at(at).primaryKey;
    const Result<ResultSet> rows = m_pager.byPrimaryKey(m_session, keys);
    if (!rows)
        return fail(rows.error());
    QHash<QByteArray, LoadedRow> live;
    const QList<LoadedRow> loaded = loadedRows(m_pager, *rows);
    for (const LoadedRow &row : loaded)
        live.insert(row.identity, row);
    for (qsizetype at = from; at < from + count; ++at) {
        const JournalledRow &row = m_journal.rows.at(at);
        const auto found = live.constFind(identityOf(row.primaryKey));
        if (found == live.cend() && row.isDeletion)
            ++m_result.present;
        else if (found == live.cend())
            lose(row);
        else
            ROSTER_TRY(stage(row, *found));
    }
    return {};
}

Result<void> Recovery::stage(const JournalledRow &row, const LoadedRow &live)
{
    const QString xmin = live.xmin(m_pager);
    StagedEdits::Target target{live.identity, row.primaryKey, row.xmin};
    const TableSchema &schema = m_pager.schema();
    QMap<int, QPair<SqlValue, SqlValue>> values;
    bool isContested = false;
    for (auto it = row.after.cbegin(); it != row.after.cend(); ++it) {
        const int column = schema.indexOf(it.key());
        if (column < 0) {
            lose(row.primaryKey, it.key(), it.value());
            continue;
        }
        const Result<SqlValue> now = whole(row, live, column);
        if (!now)
            return fail(now.error());
        if (*now == it.value() && !row.isDeletion)
            continue;
        const SqlValue before = row.before.value(it.key());
        isContested = isContested || *now != before;
        values.insert(column, {before, it.value()});
    }
    if (values.isEmpty() && !row.isDeletion) {
        ++m_result.present;
        return {};
    }
    // The guard moves on to the row as it is where nobody touched what was edited.
    if (row.isDeletion)
        isContested = row.xmin.isEmpty() ? !isAsBefore(row, live) : xmin != row.xmin;
    if (!isContested)
        target.xmin = xmin;
    else if (row.isDeletion && row.xmin.isEmpty())
        target.xmin = u"0"_s;  // no row's: the commit shall ask
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        m_result.edits->set(target, it.key(), it->first, it->second);
    if (row.isDeletion)
        m_result.edits->remove(target);
    ++m_result.staged;
    m_result.contested += isContested ? 1 : 0;
    return {};
}

/// As far as the journal says how it was.
bool Recovery::isAsBefore(const JournalledRow &row, const LoadedRow &live) const
{
    for (auto it = row.before.cbegin(); it != row.before.cend(); ++it) {
        const int column = m_pager.schema().indexOf(it.key());
        if (column < 0 || live.isCut(m_pager, column))
            continue;
        if (live.value(column) != it.value())
            return false;
    }
    return true;
}

Result<SqlValue> Recovery::whole(const JournalledRow &row, const LoadedRow &live, int column)
{
    if (!live.isCut(m_pager, column))
        return live.value(column);
    return m_pager.cell(m_session, row.primaryKey, column);
}

/// The key that a new row brings along; empty where the server gives it one.
RowKey Recovery::ownKey(const JournalledNew &row) const
{
    RowKey key;
    for (const QString &column : m_pager.schema().primaryKey) {
        const auto value = row.values.constFind(column);
        if (value == row.values.cend() || !*value)
            return {};
        key << *value;
    }
    return key;
}

/// Those of the new rows' keys that rows have already.
Result<QSet<QByteArray>> Recovery::taken() const
{
    QList<RowKey> keys;
    for (const JournalledNew &row : m_journal.added) {
        if (const RowKey key = ownKey(row); !key.isEmpty())
            keys << key;
    }
    QSet<QByteArray> taken;
    for (qsizetype from = 0; from < keys.size(); from += rowsAtOnce) {
        const Result<ResultSet> rows = m_pager.byPrimaryKey(m_session, keys.mid(from, rowsAtOnce));
        if (!rows)
            return fail(rows.error());
        for (const LoadedRow &row : loadedRows(m_pager, *rows))
            taken.insert(row.identity);
    }
    return taken;
}

Result<void> Recovery::stageNew()
{
    const Result<QSet<QByteArray>> isTaken = taken();
    if (!isTaken)
        return fail(isTaken.error());
    for (const JournalledNew &row : m_journal.added) {
        if (const RowKey key = ownKey(row); !key.isEmpty() && isTaken->contains(identityOf(key))) {
            ++m_result.present;
            continue;
        }
        QMap<int, SqlValue> values;
        for (auto it = row.values.cbegin(); it != row.values.cend(); ++it) {
            if (const int column = m_pager.schema().indexOf(it.key()); column >= 0)
                values.insert(column, it.value());
            else
                lose({}, it.key(), it.value());
        }
        m_result.edits->insert(m_result.edits->addedCount(), values);
        ++m_result.staged;
    }
    return {};
}

void Recovery::lose(const JournalledRow &row)
{
    if (row.isDeletion) {
        m_result.lost += deletionLine(row.primaryKey);
        ++m_result.lostCount;
        return;
    }
    for (auto it = row.after.cbegin(); it != row.after.cend(); ++it)
        lose(row.primaryKey, it.key(), it.value());
}

void Recovery::lose(const RowKey &key, const QString &column, const SqlValue &value)
{
    m_result.lost += fieldLine(key, column, value);
    ++m_result.lostCount;
}

}  // namespace

Result<RecoveredEdits> recoverEdits(Session &session, Progress &progress, const Pager &pager,
                                    const StagedEdits &edits, const JournalContents &journal)
{
    return Recovery(session, progress, pager, edits, journal).run();
}

}  // namespace roster
