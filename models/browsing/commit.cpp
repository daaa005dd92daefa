// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/blockerwatch.h"
#include "models/browsing/commitdiagnosis.h"
#include "models/browsing/commitoutcome.h"
#include "models/browsing/commitrebase.h"
#include "models/browsing/commitrecorder.h"
#include "models/browsing/lockwait.h"
#include "models/browsing/valuetext.h"

#include "models/database/transaction.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// Gives tr() the context that lupdate files the text under.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TableChanges)
};

constexpr int maxRetries = 3;
/// Somebody may change the rows between each look at them and the next.
constexpr int maxRebases = 5;

CommitFailure failureOf(const Error &error)
{
    CommitFailure failure;
    failure.error = error;
    return failure;
}

/// One try at writing everything, in one transaction.
class Attempt
{
public:
    Attempt(Session &session, const TableSchema &schema, const TableChanges &changes,
            const QList<ChangeGroup> &groups, const BeforeCommit &beforeCommit)
        : m_session(session),
          m_schema(schema),
          m_changes(changes),
          m_groups(groups),
          m_beforeCommit(beforeCommit),
          m_recorder(schema, changes)
    {
    }

    Result<CommitReport> run();
    /// Which group's statement failed; groups.size(): the COMMIT.
    qsizetype failedGroup() const { return m_failed; }
    /// Rows whose guard let nothing through, as indexes into TableChanges::rows. Not empty:
    /// nothing was written.
    const QList<int> &missed() const { return m_missed; }
    /// Not empty: COMMIT was sent in this transaction, and no answer came.
    const QString &unanswered() const { return m_unanswered; }
    /// What it wrote, if it was committed.
    const CommitReport &report() const { return m_report; }

private:
    Result<CommitReport> writeAll(Transaction &transaction);
    Result<void> write(const ChangeGroup &group);
    Result<void> takeOrdinals(const ChangeGroup &group, const ResultSet &rows);
    Result<QList<int>> stillThere(const QList<int> &members);
    Result<void> takeKeys(const ChangeGroup &group, const ResultSet &rows);
    Result<void> checkForTriggers();
    Result<void> end(Transaction &transaction);

    Session &m_session;
    const TableSchema &m_schema;
    const TableChanges &m_changes;
    const QList<ChangeGroup> &m_groups;
    const BeforeCommit &m_beforeCommit;
    CommitRecorder m_recorder;
    QString m_unanswered;
    CommitReport m_report;
    QList<int> m_missed;
    qsizetype m_failed = 0;
};

Result<CommitReport> Attempt::run()
{
    auto transaction = Transaction::begin(m_session);
    if (!transaction)
        return fail(transaction.error());
    const Result<int> backend = limitLockWait(m_session);
    if (!backend)
        return fail(backend.error());
    const BlockerWatch watch(m_session.profile(), *backend);
    Result<CommitReport> report = writeAll(*transaction);
    if (!report && report.error().sqlState == lockNotAvailable)
        return fail(lockedError(report.error(), m_schema.name.name, watch.blockers()));
    return report;
}

Result<CommitReport> Attempt::writeAll(Transaction &transaction)
{
    for (const ChangeGroup &group : m_groups) {
        // With a conflict nothing will be written: look for the others only.
        if (m_missed.isEmpty() || group.kind != ChangeGroup::Kind::Insert)
            ROSTER_TRY(write(group));
        ++m_failed;
    }
    if (m_missed.isEmpty()) {
        ROSTER_TRY(end(transaction));
        return m_report;
    }
    ROSTER_TRY(checkForTriggers());
    return fail(Error::Kind::Conflict, Text::tr("Rows were changed by somebody else."));
}

Result<void> Attempt::end(Transaction &transaction)
{
    const Result<CommitReceipt> receipt = m_recorder.finish(m_session);
    if (!receipt)
        return fail(receipt.error());
    if (m_beforeCommit)
        ROSTER_TRY(m_beforeCommit(m_session, *receipt));
    Result<void> done = transaction.commit();
    if (!done && done.error().kind == Error::Kind::Connection)
        m_unanswered = receipt->transaction;
    return done;
}

Result<void> Attempt::write(const ChangeGroup &group)
{
    const Statement statement = statementOf(m_schema, m_changes, group);
    const Result<ResultSet> rows = m_session.query(statement.sql, statement.values);
    if (!rows)
        return fail(rows.error());
    m_recorder.add(group, statement.sql, *rows);
    if (group.kind == ChangeGroup::Kind::Insert)
        return takeKeys(group, *rows);
    return takeOrdinals(group, *rows);
}

Result<void> Attempt::takeOrdinals(const ChangeGroup &group, const ResultSet &rows)
{
    QList<bool> isWritten(group.members.size(), false);
    for (int row = 0; row < rows.rows(); ++row)
        isWritten[rows.integer(row, 0) - 1] = true;
    const qint64 written = std::count(isWritten.cbegin(), isWritten.cend(), true);
    (group.kind == ChangeGroup::Kind::Delete ? m_report.deleted : m_report.updated) += written;
    QList<int> missed;
    for (qsizetype i = 0; i < isWritten.size(); ++i) {
        if (!isWritten.at(i))
            missed << group.members.at(i);
    }
    // What was to go and is gone already is nobody's conflict; nothing could be done about it.
    if (group.kind == ChangeGroup::Kind::Delete && !missed.isEmpty()) {
        const Result<QList<int>> there = stillThere(missed);
        if (!there)
            return fail(there.error());
        missed = *there;
    }
    m_missed += missed;
    return {};
}

/// Those of them whose key a row still has, whatever became of the row.
Result<QList<int>> Attempt::stillThere(const QList<int> &members)
{
    TableChanges sought;
    for (const int member : members) {
        RowChange row;
        row.kind = RowChange::Kind::Delete;
        row.primaryKey = m_changes.rows.at(member).primaryKey;
        sought.rows << row;
    }
    QList<int> there;
    for (const ChangeGroup &group : grouped(m_schema, sought)) {
        const Statement look = unchangedOf(m_schema, sought, group);
        const Result<ResultSet> rows = m_session.query(look.sql, look.values);
        if (!rows)
            return fail(rows.error());
        for (int row = 0; row < rows->rows(); ++row)
            there << members.at(group.members.at(int(rows->integer(row, 0)) - 1));
    }
    return there;
}

Result<void> Attempt::takeKeys(const ChangeGroup &group, const ResultSet &rows)
{
    if (rows.affected() != group.members.size()) {
        return fail(Error::Kind::Refused,
                    Text::tr("%1 took only %2 of %3 new rows: a trigger, rule or policy of the "
                             "table left the others out. Nothing was saved.")
                        .arg(m_schema.name.name)
                        .arg(rows.affected())
                        .arg(group.members.size()));
    }
    m_report.inserted += rows.affected();
    for (int row = 0; row < rows.rows(); ++row) {
        RowKey key;
        for (int column = 0; column < m_schema.primaryKey.size(); ++column)
            key << rows.bytes(row, column).toByteArray();
        m_report.newKeys.insert(m_changes.inserts.at(group.members.at(row)).id, key);
    }
    return {};
}

/// A row that is still as it was read was not changed by somebody else: the table keeps it.
Result<void> Attempt::checkForTriggers()
{
    TableChanges missed;
    for (const int row : m_missed) {
        RowChange change = m_changes.rows.at(row);
        change.kind = RowChange::Kind::Delete;
        missed.rows << change;
    }
    qint64 unchanged = 0;
    for (const ChangeGroup &group : grouped(m_schema, missed)) {
        const Statement look = unchangedOf(m_schema, missed, group);
        const Result<ResultSet> rows = m_session.query(look.sql, look.values);
        if (!rows)
            return fail(rows.error());
        unchanged += rows->rows();
    }
    if (unchanged == 0)
        return {};
    m_missed.clear();
    return fail(Error::Kind::Refused,
                Text::tr("%1 did not take the change of %Ln row(s): a trigger, rule or policy of "
                         "the table left them out. Nothing was saved.",
                         nullptr, int(unchanged))
                    .arg(m_schema.name.name));
}

/// What must not even be sent.
std::optional<CommitFailure> refused(const TableSchema &schema, const TableChanges &changes)
{
    const auto check = [&](const QMap<int, SqlValue> &values,
                           const auto &judge) -> std::optional<CommitFailure> {
        for (auto it = values.cbegin(); it != values.cend(); ++it) {
            if (const auto valid = judge(schema, it.key(), it.value()); !valid) {
                CommitFailure failure = failureOf(valid.error());
                failure.column = it.key();
                return failure;
            }
        }
        return std::nullopt;
    };
    for (const RowChange &row : changes.rows) {
        std::optional<CommitFailure> failure = check(row.after, validate);
        if (schema.primaryKey.isEmpty() || row.primaryKey.size() != schema.primaryKey.size()) {
            failure = failureOf(
                fail(Error::Kind::Refused,
                     Text::tr("%1 has no primary key, so its rows cannot be changed here.")
                         .arg(schema.name.name),
                     Text::tr("Add a primary key to the table."))
                    .value());
        }
        if (failure) {
            failure->primaryKey = row.primaryKey;
            return failure;
        }
    }
    for (const NewRow &row : changes.inserts) {
        if (auto failure = check(row.values, validateAdded)) {
            failure->newRow = row.id;
            return failure;
        }
    }
    return std::nullopt;
}

Error restless(const TableSchema &schema)
{
    return fail(Error::Kind::Conflict,
                Text::tr("Rows of %1 are being changed all the time; nothing was saved.")
                    .arg(schema.name.name),
                Text::tr("Your edits are kept. Commit again in a moment."))
        .value();
}

CommitFailure failureOf(const TableSchema &schema, const QList<RowConflict> &conflicts)
{
    constexpr qsizetype named = 3;
    QStringList which;
    for (const RowConflict &one : conflicts.first(qMin(named, conflicts.size())))
        which << keyText(schema, one.primaryKey);
    if (conflicts.size() > named)
        which << u"…"_s;
    CommitFailure failure = failureOf(
        fail(
            Error::Kind::Conflict,
            Text::tr("%Ln row(s) of %1 were changed or deleted by somebody else (%2); nothing "
                     "was saved.",
                     nullptr, int(conflicts.size()))
                .arg(schema.name.name, which.join(u"; "_s)),
            Text::tr("Your edits are kept. Decide for each value which one shall stay, then commit "
                     "again."))
            .value());
    failure.conflicts = conflicts;
    failure.primaryKey = conflicts.constFirst().primaryKey;
    if (!conflicts.constFirst().fields.isEmpty())
        failure.column = conflicts.constFirst().fields.constFirst().column;
    return failure;
}

/// COMMIT was sent and never answered: what became of it is the server's to say.
tl::expected<CommitReport, CommitFailure> resolve(const ConnectionProfile &profile,
                                                  const Attempt &attempt, const Error &error)
{
    const Result<CommitOutcome> outcome = findOutcome(profile, attempt.unanswered());
    if (outcome && *outcome == CommitOutcome::Committed)
        return attempt.report();
    CommitFailure failure = failureOf(error);
    if (outcome && *outcome == CommitOutcome::RolledBack) {
        failure.error.message =
            Text::tr("The connection broke during the commit, and the server took all of it back: "
                     "nothing was saved.");
        failure.error.hint = Text::tr("Your edits are kept. Commit again.");
        return tl::unexpected(failure);
    }
    failure.unknownTransaction = attempt.unanswered();
    failure.report = attempt.report();
    failure.error.message = Text::tr("The connection broke during the commit, and the server "
                                     "cannot be asked yet whether it was saved.");
    failure.error.hint = Text::tr("Your edits are kept. As soon as the connection is back, the "
                                  "server is asked, before anything is committed again.");
    return tl::unexpected(failure);
}

}  // namespace

tl::expected<CommitReport, CommitFailure> commit(Session &session, const TableSchema &schema,
                                                 const TableChanges &changes,
                                                 const BeforeCommit &beforeCommit)
{
    if (const auto failure = refused(schema, changes))
        return tl::unexpected(*failure);
    TableChanges current = changes;
    int rebases = 0;
    for (int round = 0;;) {
        const QList<ChangeGroup> groups = grouped(schema, current);
        if (groups.isEmpty())
            return CommitReport{};
        Attempt attempt(session, schema, current, groups, beforeCommit);
        const Result<CommitReport> report = attempt.run();
        if (report)
            return *report;
        const Error &error = report.error();
        if (!attempt.unanswered().isEmpty())
            return resolve(session.profile(), attempt, error);
        if (!attempt.missed().isEmpty() && error.kind == Error::Kind::Conflict) {
            Result<RebasedChanges> rebased = rebase(session, schema, current, attempt.missed());
            if (!rebased)
                return tl::unexpected(failureOf(rebased.error()));
            if (!rebased->conflicts.isEmpty())
                return tl::unexpected(failureOf(schema, rebased->conflicts));
            if (++rebases > maxRebases)
                return tl::unexpected(failureOf(restless(schema)));
            current = std::move(rebased->changes);
            continue;
        }
        const bool isRace = error.sqlState == "40001"_L1 || error.sqlState == "40P01"_L1;
        if (isRace && round++ < maxRetries)
            continue;
        CommitDiagnosis diagnosis(session, schema, current);
        return tl::unexpected(diagnosis.explain(error, groups, attempt.failedGroup()));
    }
}

}  // namespace roster
