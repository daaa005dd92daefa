// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/migrator.h"

#include "models/database/session.h"
#include "models/database/transaction.h"
#include "models/migration/lockwatch.h"
#include "models/migration/migrationlock.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Migrator)
};

constexpr int mostReplans = 5;

/// What the rows of another program made of the way.
QStringList stillToDo(const MigrationState &state, QStringList path, Direction direction)
{
    path.removeIf([&](const QString &id) {
        return state.isApplied(id) == (direction == Direction::Upgrade);
    });
    return path;
}

QStringList countedSquashes(const MigrationState &state)
{
    QSet<QString> ids;
    for (const SquashPlace &place : state.squashes()) {
        if (state.isCounted(place.revision) && state.graph().find(place.revision))
            ids.insert(place.revision);
    }
    return state.graph().ordered(ids);
}

QStringList statementTexts(const Revision &revision, Direction direction)
{
    QStringList texts;
    if (const auto statements = statementsOf(revision, direction)) {
        for (const RevisionStatement &statement : *statements)
            texts << QString::fromUtf8(statement.sql);
    }
    return texts;
}

}  // namespace

Migrator::Migrator(Session &session, RevisionFiles files, Options options)
    : m_session(session), m_files(std::move(files)), m_options(std::move(options))
{
}

Result<MigrationReport> Migrator::upgrade(const QString &target, Progress &progress)
{
    return migrate(target, Direction::Upgrade, progress);
}

Result<MigrationReport> Migrator::downgrade(const QString &target, Progress &progress)
{
    return migrate(target, Direction::Downgrade, progress);
}

Result<MigrationReport> Migrator::migrate(const QString &target, Direction direction,
                                          Progress &progress)
{
    std::unique_ptr<MigrationLock> lock;
    if (!m_options.dryRun) {
        auto acquired = MigrationLock::acquire(m_session, m_options.times.otherRunnerMs, progress);
        if (!acquired)
            return fail(acquired.error());
        lock = std::move(*acquired);
    }
    auto state = MigrationState::read(m_session, m_files);
    if (!state)
        return fail(state.error());
    const auto path = pathTo(*state, target, direction);
    if (!path)
        return fail(path.error());
    ROSTER_TRY(checkBefore(*state, *path, direction));
    if (m_options.dryRun)
        return plan(*state, *path, direction);
    const bool settles = mustSettle(*state, *path, direction);
    if (path->isEmpty() && !settles)
        return MigrationReport{.rows = state->rows()};
    ROSTER_TRY(checkGuards(*state));
    if (m_options.beforeUpgrade && direction == Direction::Upgrade)
        ROSTER_TRY(m_options.beforeUpgrade(state->graph(), countedSquashes(*state) + *path));
    auto log = MigrationLog::open(m_session);
    if (!log)
        return fail(log.error());
    if (settles)
        ROSTER_TRY(settle(*log, *state));
    ROSTER_TRY(reconcile(*log, *state));
    return watched([&] { return runPath(std::move(*state), *path, direction, *log, progress); });
}

/// A lock that was not free in time has somebody behind it.
Result<MigrationReport> Migrator::watched(const std::function<Result<MigrationReport>()> &run)
{
    // Not libpq's: a pooler has numbers of its own.
    const auto pid = m_session.query(u"SELECT pg_catalog.pg_backend_pid()"_s);
    if (!pid)
        return fail(pid.error());
    const LockWatch watch(m_session.profile(), int(pid->integer(0, 0)), m_options.onWaiting);
    auto report = run();
    if (report || report.error().sqlState != "55P03"_L1)
        return report;
    m_holders = watch.holders();
    Error error = report.error();
    QStringList lines;
    for (const LockHolder &holder : std::as_const(m_holders)) {
        lines << (holder.relation.isEmpty()
                      ? holder.toText()
                      : Text::tr("%1 (%2): %3").arg(holder.relation, holder.mode, holder.toText()));
    }
    if (!lines.isEmpty()) {
        lines.prepend(Text::tr("Who held the lock:"));
        error.detail = (QStringList{error.detail} + lines).join(u'\n').trimmed();
        error.hint = Text::tr("Run it again when they have ended their transactions, or end these "
                              "by pg_terminate_backend(%1).")
                         .arg(m_holders.first().pid);
    }
    return fail(error);
}

/// The way, and before it what an earlier run left half done.
Result<QStringList> Migrator::pathTo(const MigrationState &state, const QString &target,
                                     Direction direction) const
{
    const bool isUp = direction == Direction::Upgrade;
    if (!state.faults().isEmpty())
        return fail(state.faults().first());
    const auto half = state.halfDone();
    const bool undoesHalf = half && !isUp && half->direction == "upgrade"_L1;
    if (undoesHalf && target == "-1"_L1)
        return QStringList{half->revision};
    auto path = isUp ? state.upgradePath(target) : state.downgradePath(target);
    if (path && undoesHalf)
        path->prepend(half->revision);
    if (!path || !half || path->value(0) == half->revision)
        return path;
    return fail(Error::Kind::Refused,
                Text::tr("%1 stopped half way: %2 of %3 statements of its %4 stand.")
                    .arg(half->revision)
                    .arg(half->statementsDone)
                    .arg(half->statementsTotal)
                    .arg(half->direction),
                Text::tr("Go on by `roster migrate %1`, or write `roster migrate stamp` when you "
                         "have finished it by hand.")
                    .arg(half->direction == "upgrade"_L1 ? u"upgrade head"_s : u"downgrade -1"_s));
}

Result<MigrationReport> Migrator::plan(const MigrationState &state, const QStringList &path,
                                       Direction direction) const
{
    MigrationReport report;
    QStringList lines;
    QStringList rows = state.rows();
    if (!state.hasVersionTable() && !path.isEmpty())
        lines << VersionTable::createStatement() + u';' << QString();
    if (mustSettle(state, path, direction)) {
        for (const QString &sql : VersionChange::between(state.tableRows(), rows).toSql())
            lines << sql + u';' << QString();
    }
    for (const QString &id : path) {
        const Revision &revision = *state.graph().find(id);
        const QStringList statements = statementTexts(revision, direction);
        const VersionChange change = VersionChange::of(state.graph(), rows, revision, direction);
        lines << u"-- %1 %2"_s.arg(direction == Direction::Upgrade ? u"upgrade"_s : u"downgrade"_s,
                                   revision.title());
        if (revision.transactional)
            lines << u"BEGIN;"_s;
        for (const QString &statement : statements + change.toSql())
            lines << statement + u';';
        if (revision.transactional)
            lines << u"COMMIT;"_s;
        lines << QString();
        rows = change.applied(rows);
        report.steps.append({.revision = id,
                             .title = revision.title(),
                             .direction = direction,
                             .statements = int(statements.size())});
    }
    report.sql = lines.join(u'\n');
    report.rows = rows;
    return report;
}

Result<MigrationReport> Migrator::runPath(MigrationState state, QStringList path,
                                          Direction direction, MigrationLog &log,
                                          Progress &progress)
{
    MigrationReport report;
    if (!log.isKept()) {
        report.warnings << Text::tr("No history is kept in this database: %1.").arg(log.obstacle());
    }
    progress.setTotal(path.size());
    // Only the rows are carried along: all else that the state knows takes time for each step.
    QStringList current = state.rows();
    auto half = state.halfDone();
    for (int replans = 0; !path.isEmpty();) {
        const Revision revision = *state.graph().find(path.first());
        progress.setText(revision.title());
        progress.setDone(report.steps.size());
        RevisionRunner runner(m_session, log, state.graph(), m_options.times);
        runner.fingerprint = m_options.fingerprint;
        if (half && half->revision != revision.id)
            half.reset();
        const bool resumes =
            half && (half->direction == "upgrade"_L1) == (direction == Direction::Upgrade);
        QElapsedTimer time;
        time.start();
        const auto rows = runner.run(revision, direction, current, half);
        report.warnings += runner.warnings();
        if (!rows && rows.error().kind == Error::Kind::Conflict && replans++ < mostReplans) {
            auto again = MigrationState::read(m_session, m_files);
            if (!again)
                return fail(again.error());
            state = std::move(*again);
            current = state.rows();
            half = state.halfDone();
            path = stillToDo(state, path, direction);
            if (mustSettle(state, path, direction))
                ROSTER_TRY(settle(log, state));
            continue;
        }
        if (!rows)
            return fail(rows.error());
        report.steps.append({.revision = revision.id,
                             .title = revision.title(),
                             .direction = direction,
                             .statements = int(statementTexts(revision, direction).size()),
                             .milliseconds = time.elapsed(),
                             .resumed = resumes});
        current = *rows;
        half.reset();
        path.removeFirst();
    }
    report.rows = current;
    return report;
}

Result<MigrationReport> Migrator::stamp(const QString &target, Progress &progress)
{
    const auto lock = MigrationLock::acquire(m_session, m_options.times.otherRunnerMs, progress);
    if (!lock)
        return fail(lock.error());
    auto state = MigrationState::read(m_session, m_files);
    if (!state)
        return fail(state.error());
    if (!state->faults().isEmpty())
        return fail(state->faults().first());
    auto wanted = state->resolve(target);
    if (!wanted)
        return fail(wanted.error());
    wanted->sort();
    const QSet<QString> before = state->applied();
    const VersionChange change = VersionChange::between(state->tableRows(), *wanted);
    MigrationReport report;
    report.rows = *wanted;
    if (m_options.dryRun) {
        report.sql = (change.toSql() + QStringList{QString()}).join(u";\n"_s);
        return report;
    }
    ROSTER_TRY(checkGuards(*state));
    auto log = MigrationLog::open(m_session);
    if (!log)
        return fail(log.error());
    ROSTER_TRY(log->closeInterrupted());
    auto transaction = Transaction::begin(m_session);
    if (!transaction)
        return fail(transaction.error());
    const auto rows = VersionTable::lock(m_session);
    if (!rows)
        return fail(rows.error());
    ROSTER_TRY(VersionTable::apply(m_session, VersionChange::between(*rows, *wanted)));
    if (const auto half = state->halfDone())
        ROSTER_TRY(log->finish(half->id, half->statementsDone));
    state->setRows(*wanted);
    for (const Revision &revision : state->graph().revisions()) {
        if (!revision.isRunnable())
            continue;
        const bool isNow = state->isApplied(revision.id);
        const bool isNews = !before.contains(revision.id) || state->isCounted(revision.id);
        if (isNow && (isNews || state->changedFiles().contains(revision.id)))
            ROSTER_TRY(log->note(revision, u"stamp"_s, {}));
        else if (!isNow && before.contains(revision.id))
            ROSTER_TRY(log->note(revision, u"downgrade"_s, u"stamp"_s));
    }
    ROSTER_TRY(transaction->commit());
    return report;
}

}  // namespace roster
