// SPDX-License-Identifier: GPL-3.0-or-later
// What Migrator asks before anything runs.
#include "models/migration/migrator.h"

#include "models/database/session.h"
#include "models/database/transaction.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Migrator)
};

/// The table that a plain CREATE TABLE makes, quoted; empty for all else.
QString createdTable(const RevisionStatement &statement)
{
    if (!statement.startsWith({"CREATE", "TABLE"}))
        return {};
    const auto tree = parseStatement(statement.sql);
    const QJsonObject create = tree.value_or(QJsonObject()).value(u"CreateStmt"_s).toObject();
    if (create.isEmpty() || create.value(u"if_not_exists"_s).toBool())
        return {};
    const QJsonObject relation = create.value(u"relation"_s).toObject();
    return quoted(relation.value(u"schemaname"_s).toString(),
                  relation.value(u"relname"_s).toString());
}

}  // namespace

Result<void> Migrator::checkGuards(const MigrationState &state) const
{
    if (state.environment() == Environment::Production
        && m_options.confirmedName != state.databaseName()) {
        return fail(Error::Kind::Refused,
                    m_options.confirmedName.isEmpty()
                        ? Text::tr("%1 is a production database.").arg(state.databaseName())
                        : Text::tr("%1 is a production database, and not called %2.")
                              .arg(state.databaseName(), m_options.confirmedName),
                    Text::tr("Say that you mean it: type its name."),
                    u"--yes "_s + state.databaseName());
    }
    const auto missing = VersionTable::missingRights(m_session);
    if (!missing)
        return fail(missing.error());
    if (!missing->isEmpty()) {
        return fail(Error::Kind::Permission,
                    Text::tr("This role may not migrate the database; nothing was run."),
                    Text::tr("What is missing: %1").arg(*missing));
    }
    return {};
}

Result<void> Migrator::checkBefore(const MigrationState &state, const QStringList &path,
                                   Direction direction) const
{
    for (const QString &id : state.changedFiles()) {
        const Revision &revision = *state.graph().find(id);
        const auto entry = state.lastEntry(id, true);
        const bool concerns = direction == Direction::Upgrade || path.contains(id);
        if (!concerns)
            continue;
        Error error;
        error.kind = Error::Kind::Refused;
        error.message = Text::tr("%1 was changed after it was applied.").arg(revision.path);
        error.detail = textDifference(entry->fileText, revision.text);
        error.hint = Text::tr("Put it back and write a new revision; or, if the change makes no "
                              "difference to the database, `roster migrate stamp current`.");
        return fail(error);
    }
    for (const QString &id : path) {
        const Revision &revision = *state.graph().find(id);
        ROSTER_TRY(checkGrammar(m_session, revision, direction));
    }
    return direction == Direction::Upgrade ? checkNothingInTheWay(state, path) : Result<void>();
}

/// A database whose tables are there, but no history: made before there were revisions, or by a
/// backend without Alembic.
Result<void> Migrator::checkNothingInTheWay(const MigrationState &state,
                                            const QStringList &path) const
{
    if (path.isEmpty() || !state.rows().isEmpty() || state.halfDone())
        return {};
    const auto statements = statementsOf(*state.graph().find(path.first()), Direction::Upgrade);
    if (!statements)
        return fail(statements.error());
    for (const RevisionStatement &statement : *statements) {
        const QString table = createdTable(statement);
        if (table.isEmpty())
            continue;
        const auto there =
            m_session.query(u"SELECT pg_catalog.to_regclass($1) IS NOT NULL"_s, {table.toUtf8()});
        if (!there)
            return fail(there.error());
        if (there->boolean(0, 0)) {
            return fail(Error::Kind::Refused,
                        Text::tr("The table %1 is there already, but no revision is noted in this "
                                 "database.")
                            .arg(table),
                        Text::tr("If it is what %1 makes, say so: `roster migrate stamp %1`.")
                            .arg(path.first()));
        }
    }
    return {};
}

/// Where rows and log disagree, the rows are right and the log hears of it.
Result<void> Migrator::reconcile(MigrationLog &log, const MigrationState &state) const
{
    auto transaction = Transaction::begin(m_session);
    if (!transaction)
        return fail(transaction.error());
    ROSTER_TRY(log.closeInterrupted());
    for (const Revision &revision : state.graph().revisions()) {
        if (!revision.isRunnable() || state.isCounted(revision.id))
            continue;
        const auto last = state.lastEntry(revision.id, true);
        const bool wasApplied = last && last->direction != "downgrade"_L1;
        if (state.isApplied(revision.id) && !wasApplied)
            ROSTER_TRY(log.note(revision, u"upgrade"_s, u"applied elsewhere"_s));
        else if (!state.isApplied(revision.id) && wasApplied)
            ROSTER_TRY(log.note(revision, u"downgrade"_s, u"undone elsewhere"_s));
    }
    return transaction->commit();
}

/// Whether a row that a squash replaces has to become the squash: before anything else runs, and
/// else when no file tells any more what the row was.
bool Migrator::mustSettle(const MigrationState &state, const QStringList &path,
                          Direction direction) const
{
    if (state.tableRows() == state.rows())
        return false;
    if (!path.isEmpty())
        return true;
    return direction == Direction::Upgrade
        && std::any_of(state.tableRows().cbegin(), state.tableRows().cend(),
                       [&](const QString &row) {
                           return !state.rows().contains(row) && !state.hasFile(row);
                       });
}

/// The row of what a squash replaces becomes the squash's own.
Result<void> Migrator::settle(MigrationLog &log, const MigrationState &state) const
{
    auto transaction = Transaction::begin(m_session);
    if (!transaction)
        return fail(transaction.error());
    const auto rows = VersionTable::lock(m_session);
    if (!rows)
        return fail(rows.error());
    if (*rows != state.tableRows()) {
        return fail(Error::Kind::Conflict,
                    Text::tr("Another program changed alembic_version in the meantime."),
                    Text::tr("Run it again: it starts from what is there now."));
    }
    ROSTER_TRY(VersionTable::apply(m_session, VersionChange::between(*rows, state.rows())));
    for (const SquashPlace &place : state.squashes()) {
        const Revision *revision = state.graph().find(place.revision);
        if (place.kind == SquashPlace::Kind::Counted && revision)
            ROSTER_TRY(log.note(*revision, u"stamp"_s, {}));
    }
    return transaction->commit();
}

QString textDifference(const QByteArray &before, const QByteArray &after)
{
    const QStringList a = QString::fromUtf8(before).split(u'\n');
    const QStringList b = QString::fromUtf8(after).split(u'\n');
    qsizetype start = 0;
    while (start < a.size() && start < b.size() && a.at(start) == b.at(start))
        ++start;
    qsizetype end = 0;
    while (end < a.size() - start && end < b.size() - start
           && a.at(a.size() - 1 - end) == b.at(b.size() - 1 - end))
        ++end;
    QStringList lines{u"@@ %1 @@"_s.arg(start + 1)};
    for (qsizetype i = start; i < a.size() - end; ++i)
        lines << u"- "_s + a.at(i);
    for (qsizetype i = start; i < b.size() - end; ++i)
        lines << u"+ "_s + b.at(i);
    return lines.join(u'\n');
}

}  // namespace roster
