// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/migrationlog.h"

#include "models/database/session.h"
#include "models/database/transaction.h"
#include "models/schema/rosterschema.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

const RosterPart &logPart()
{
    static const RosterPart part{u"migration_log"_s,
                                 {{QString::fromUtf8(R"(CREATE TABLE roster.migration_log (
    id bigserial PRIMARY KEY,
    revision text NOT NULL,
    down_revision text NOT NULL,
    message text NOT NULL,
    direction text NOT NULL CHECK (direction IN ('upgrade', 'downgrade', 'stamp')),
    file_text text NOT NULL,
    checksum text NOT NULL,
    transactional boolean NOT NULL,
    started timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished timestamptz,
    role text NOT NULL DEFAULT session_user,
    tool text NOT NULL,
    statements_done integer NOT NULL DEFAULT 0,
    statements_total integer NOT NULL DEFAULT 0,
    error text
))")}}};
    return part;
}

QString tool()
{
    const QString version = QCoreApplication::applicationVersion();
    return version.isEmpty() ? u"roster"_s : u"roster "_s + version;
}

constexpr auto insertSql = R"(
INSERT INTO roster.migration_log (revision, down_revision, message, direction, file_text, checksum,
                                  transactional, tool, statements_total, finished)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, CASE WHEN $10::boolean THEN clock_timestamp() END)
RETURNING id
)";

QList<SqlValue> insertValues(const Revision &revision, const QString &direction, const QString &by,
                             int statements, bool isOver)
{
    const QString parents = revision.parents.isEmpty() ? u"none"_s : revision.parents.join(", "_L1);
    return {revision.id.toUtf8(),
            parents.toUtf8(),
            revision.message.toUtf8(),
            direction.toUtf8(),
            revision.text,
            revision.checksum.toUtf8(),
            QByteArray(revision.transactional ? "t" : "f"),
            by.toUtf8(),
            QByteArray::number(statements),
            QByteArray(isOver ? "t" : "f")};
}

MigrationLogEntry entryOf(const ResultSet &rows, int row)
{
    MigrationLogEntry entry;
    entry.id = rows.integer(row, 0);
    entry.revision = rows.text(row, 1);
    entry.downRevision = rows.text(row, 2);
    entry.message = rows.text(row, 3);
    entry.direction = rows.text(row, 4);
    entry.fileText = rows.bytes(row, 5).toByteArray();
    entry.checksum = rows.text(row, 6);
    entry.transactional = rows.boolean(row, 7);
    entry.started = rows.text(row, 8);
    entry.finished = rows.text(row, 9);
    entry.role = rows.text(row, 10);
    entry.tool = rows.text(row, 11);
    entry.statementsDone = int(rows.integer(row, 12));
    entry.statementsTotal = int(rows.integer(row, 13));
    entry.error = rows.text(row, 14);
    return entry;
}

}  // namespace

Result<QList<MigrationLogEntry>> MigrationLog::read(Session &session)
{
    QList<MigrationLogEntry> entries;
    const auto state = rosterPartState(session, logPart());
    if (!state)
        return tl::unexpected(state.error());
    if (!state->isThere || !state->canRead)
        return entries;
    const auto rows = session.query(QString::fromUtf8(
        "SELECT id, revision, down_revision, message, direction, file_text, checksum, "
        "transactional, started, finished, role, tool, statements_done, statements_total, error "
        "FROM roster.migration_log ORDER BY id"));
    if (!rows)
        return tl::unexpected(rows.error());
    for (int row = 0; row < rows->rows(); ++row)
        entries.append(entryOf(*rows, row));
    return entries;
}

Result<MigrationLog> MigrationLog::open(Session &session)
{
    MigrationLog log(session);
    const auto state = rosterPartState(session, logPart());
    if (!state)
        return tl::unexpected(state.error());
    log.m_obstacle = state->obstacle;
    if (!log.isKept())
        return log;
    auto transaction = Transaction::begin(session);
    if (!transaction)
        return tl::unexpected(transaction.error());
    ROSTER_TRY(ensureRosterPart(session, logPart()));
    ROSTER_TRY(transaction->commit());
    return log;
}

Result<qint64> MigrationLog::begin(const Revision &revision, Direction direction, int statements)
{
    if (!isKept())
        return 0;
    const QString word = direction == Direction::Upgrade ? u"upgrade"_s : u"downgrade"_s;
    const auto row = m_session->query(QString::fromUtf8(insertSql),
                                      insertValues(revision, word, tool(), statements, false));
    if (!row)
        return tl::unexpected(row.error());
    return row->integer(0, 0);
}

Result<void> MigrationLog::setDone(qint64 id, int statements)
{
    if (isKept()) {
        ROSTER_TRY(m_session->query(
            u"UPDATE roster.migration_log SET statements_done = $2 WHERE id = $1"_s,
            {QByteArray::number(id), QByteArray::number(statements)}));
    }
    return {};
}

Result<void> MigrationLog::finish(qint64 id, int statements)
{
    if (isKept()) {
        ROSTER_TRY(m_session->query(
            u"UPDATE roster.migration_log SET statements_done = $2, finished = clock_timestamp(), "
            "error = NULL WHERE id = $1"_s,
            {QByteArray::number(id), QByteArray::number(statements)}));
    }
    return {};
}

Result<void> MigrationLog::fail(qint64 id, const QString &error)
{
    if (isKept()) {
        ROSTER_TRY(m_session->query(u"UPDATE roster.migration_log SET error = $2 WHERE id = $1"_s,
                                    {QByteArray::number(id), error.toUtf8()}));
    }
    return {};
}

Result<void> MigrationLog::resume(qint64 id, int statements)
{
    if (isKept()) {
        ROSTER_TRY(m_session->query(u"UPDATE roster.migration_log SET error = NULL, "
                                    "statements_total = $2 WHERE id = $1"_s,
                                    {QByteArray::number(id), QByteArray::number(statements)}));
    }
    return {};
}

Result<void> MigrationLog::note(const Revision &revision, const QString &direction,
                                const QString &by)
{
    if (isKept()) {
        ROSTER_TRY(m_session->query(
            QString::fromUtf8(insertSql),
            insertValues(revision, direction, by.isEmpty() ? tool() : by, 0, true)));
    }
    return {};
}

Result<void> MigrationLog::closeInterrupted()
{
    if (isKept()) {
        ROSTER_TRY(m_session->query(u"UPDATE roster.migration_log SET error = 'interrupted' "
                                    "WHERE finished IS NULL AND error IS NULL"_s));
    }
    return {};
}

}  // namespace roster
