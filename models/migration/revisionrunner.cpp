// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/revisionrunner.h"

#include "models/database/session.h"
#include "models/database/transaction.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QScopeGuard>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Migrator)
};

bool isLockTimeout(const Error &error)
{
    return error.sqlState == "55P03"_L1;
}

/// A deadlock with us as its victim, or two that make alembic_version at once: look again.
bool isRace(const Error &error)
{
    return error.sqlState == "40P01"_L1 || error.kind == Error::Kind::Conflict;
}

/// Undoing what stands only in part: what is not there needs no undoing.
bool isAbsence(const Error &error)
{
    static const QStringList states{u"42P01"_s, u"42703"_s, u"42704"_s, u"42883"_s, u"3F000"_s};
    return states.contains(error.sqlState);
}

Error conflict()
{
    Error error;
    error.kind = Error::Kind::Conflict;
    error.message = Text::tr("Another program changed alembic_version in the meantime.");
    error.hint = Text::tr("Run it again: it starts from what is there now.");
    return error;
}

}  // namespace

struct RevisionRunner::Task
{
    const Revision &revision;
    Direction direction;
    QStringList rows;
    QList<RevisionStatement> statements;
    qint64 logId = 0;
    int first = 0;            ///< the statements before it stand already
    bool undoesHalf = false;  ///< of an upgrade that stopped half way: no row to change
};

RevisionRunner::RevisionRunner(Session &session, MigrationLog &log, const RevisionGraph &graph,
                               MigrationTimes times)
    : m_session(session), m_log(log), m_graph(graph), m_times(times)
{
}

Result<QStringList> RevisionRunner::run(const Revision &revision, Direction direction,
                                        const QStringList &rows,
                                        const std::optional<MigrationLogEntry> &halfDone)
{
    const auto statements = statementsOf(revision, direction);
    if (!statements)
        return fail(statements.error());
    Task task{
        .revision = revision, .direction = direction, .rows = rows, .statements = *statements};
    const int count = int(statements->size());
    if (halfDone && halfDone->direction == "upgrade"_L1 && direction == Direction::Downgrade) {
        task.undoesHalf = true;
    } else if (halfDone) {
        task.first = std::min(halfDone->statementsDone, count);
        task.logId = halfDone->id;
        ROSTER_TRY(m_log.resume(task.logId, count));
    }
    if (task.logId == 0) {
        const auto id = m_log.begin(revision, direction, count);
        if (!id)
            return fail(id.error());
        task.logId = *id;
    }
    auto result = attempt(task);
    if (!result) {
        // Also after a cancel, and what a broken connection cannot write stays unfinished: the next
        // run calls it interrupted.
        m_session.setProgress(nullptr);
        static_cast<void>(m_log.fail(task.logId, result.error().toText()));
    } else if (task.undoesHalf) {
        ROSTER_TRY(m_log.finish(halfDone->id, halfDone->statementsDone));
    }
    return result;
}

Result<QStringList> RevisionRunner::attempt(const Task &task)
{
    for (int tried = 0;; ++tried) {
        auto result = task.revision.transactional ? runInTransaction(task) : runOneByOne(task);
        if (result || !isLockTimeout(result.error()) || tried >= m_times.retries
            || !task.revision.transactional)
            return result;
        m_warnings << Text::tr("%1: a lock was not free, trying again.").arg(task.revision.id);
        if (!waitBeforeRetry(tried))
            return result;
    }
}

bool RevisionRunner::waitBeforeRetry(int attempt) const
{
    const int base = 300 << std::min(attempt, 4);
    int left = base + QRandomGenerator::global()->bounded(base);
    for (; left > 0 && !m_session.isCancelled(); left -= 50)
        QThread::msleep(50);
    return !m_session.isCancelled();
}

Result<QStringList> RevisionRunner::runInTransaction(const Task &task)
{
    auto transaction = Transaction::begin(m_session);
    if (!transaction)
        return fail(transaction.error());
    ROSTER_TRY(setMigrationTimes(m_session, m_times, true));
    const auto rows = VersionTable::lock(m_session);
    if (!rows) {
        // Two that make the table at once: one of them finds it there.
        const QString &state = rows.error().sqlState;
        return fail(isRace(rows.error()) || state == "42P07"_L1 || state == "23505"_L1
                        ? conflict()
                        : rows.error());
    }
    if (*rows != task.rows)
        return fail(conflict());
    for (const RevisionStatement &statement : task.statements) {
        if (auto result = m_session.query(QString::fromUtf8(statement.sql)); !result) {
            if (isRace(result.error()))
                return fail(conflict());
            return fail(statementError(task.revision.path, statement, result.error()));
        }
    }
    auto after = finish(task);
    if (!after)
        return after;
    ROSTER_TRY(transaction->commit());
    cleanUp(task);
    checkSchema(task);
    return after;
}

/// Version row and log row, in the open transaction.
Result<QStringList> RevisionRunner::finish(const Task &task)
{
    // A revision may act as another role; the rows are written as ourselves.
    ROSTER_TRY(m_session.script(u"RESET SESSION AUTHORIZATION; RESET ROLE"_s));
    QStringList after = task.rows;
    if (!task.undoesHalf) {
        const auto change = VersionChange::of(m_graph, task.rows, task.revision, task.direction);
        ROSTER_TRY(VersionTable::apply(m_session, change));
        after = change.applied(task.rows);
    }
    ROSTER_TRY(m_log.finish(task.logId, int(task.statements.size())));
    return after;
}

/// What a revision set for its session must not reach the next one.
void RevisionRunner::cleanUp(const Task &task)
{
    if (changesSettings(task.statements) || !task.revision.transactional)
        static_cast<void>(m_session.restoreSettings());
}

/// After the commit, since reading a schema is a transaction of its own; it only warns.
void RevisionRunner::checkSchema(const Task &task)
{
    const QString &wanted = task.revision.toSchema;
    if (!fingerprint || wanted.isEmpty() || task.direction != Direction::Upgrade
        || wanted.section(u':', 0, 0).toInt() != m_session.serverVersion() / 10000)
        return;
    const auto found = fingerprint(m_session);
    if (found && *found != wanted) {
        m_warnings << Text::tr("%1: the tables are now not what the revision was made for; see "
                               "`roster migrate check`.")
                          .arg(task.revision.id);
    }
}

Result<QStringList> RevisionRunner::runOneByOne(const Task &task)
{
    const auto restore = qScopeGuard([&] { cleanUp(task); });
    ROSTER_TRY(setMigrationTimes(m_session, m_times, false));
    for (int index = task.first; index < task.statements.size(); ++index) {
        for (int tried = 0;; ++tried) {
            const auto done = runAlone(task, index);
            if (done)
                break;
            if (!isLockTimeout(done.error()) || tried >= m_times.retries || !waitBeforeRetry(tried))
                return fail(
                    statementError(task.revision.path, task.statements.at(index), done.error()));
        }
    }
    auto transaction = Transaction::begin(m_session);
    if (!transaction)
        return fail(transaction.error());
    const auto rows = VersionTable::lock(m_session);
    if (!rows)
        return fail(rows.error());
    if (*rows != task.rows)
        return fail(conflict());
    auto after = finish(task);
    if (!after)
        return after;
    ROSTER_TRY(transaction->commit());
    return after;
}

/// One statement and the count of those done are one transaction wherever PostgreSQL allows it.
Result<void> RevisionRunner::runAlone(const Task &task, int index)
{
    const RevisionStatement &statement = task.statements.at(index);
    const QString sql = QString::fromUtf8(statement.sql);
    if (needsNoTransaction(statement)) {
        const auto stands = settleIndex(statement, index == task.first && index > 0);
        if (!stands)
            return fail(stands.error());
        if (!*stands) {
            const auto done = m_session.query(sql);
            if (!done && !(task.undoesHalf && isAbsence(done.error()))) {
                const Progress *progress = m_session.progress();
                m_session.setProgress(nullptr);  // also after a cancel
                static_cast<void>(settleIndex(statement, false));
                m_session.setProgress(progress);
                return fail(done.error());
            }
        }
        return m_log.setDone(task.logId, index + 1);
    }
    auto transaction = Transaction::begin(m_session);
    if (!transaction)
        return fail(transaction.error());
    if (const auto done = m_session.query(sql); !done) {
        if (!task.undoesHalf || !isAbsence(done.error()))
            return fail(done.error());
        transaction->rollback();
        return m_log.setDone(task.logId, index + 1);
    }
    ROSTER_TRY(m_log.setDone(task.logId, index + 1));
    return transaction->commit();
}

}  // namespace roster
