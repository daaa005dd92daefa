// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/migrationstate.h"

#include "models/database/serverinfo.h"
#include "models/database/session.h"
#include "models/migration/revisionfile.h"
#include "models/migration/versiontable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

Result<MigrationState> MigrationState::read(Session &session, const RevisionFiles &files)
{
    MigrationState state;
    const auto info = readServerInfo(session);
    if (!info)
        return fail(info.error());
    state.m_database = info->database;
    state.m_environment = info->environment;
    const auto rows = VersionTable::read(session);
    if (!rows)
        return fail(rows.error());
    auto log = MigrationLog::read(session);
    if (!log)
        return fail(log.error());
    state.readLog(std::move(*log));
    state.m_hasVersionTable = rows->has_value();
    state.m_tableRows = rows->value_or(QStringList());
    state.m_tableRows.sort();
    state.build(files);
    return state;
}

void MigrationState::readLog(QList<MigrationLogEntry> log)
{
    m_log = std::move(log);
    for (qsizetype i = 0; i < m_log.size(); ++i) {
        const MigrationLogEntry &entry = m_log.at(i);
        m_lastEntry.insert(entry.revision, i);
        if (entry.isFinished())
            m_lastFinished.insert(entry.revision, i);
    }
}

void MigrationState::build(const RevisionFiles &files)
{
    QList<Revision> revisions = files.revisions;
    for (const Revision &revision : revisions)
        m_known.insert(revision.id);
    addFromLog(revisions);
    QSet<QString> begun;
    for (const qsizetype index : std::as_const(m_lastEntry)) {
        if (m_log.at(index).isHalfDone())
            begun.insert(m_log.at(index).revision);
    }
    Replacements standing = Replacements::of(revisions, m_tableRows, begun);
    m_graph = RevisionGraph(standing.revisions);
    m_faults = files.faults + m_graph.faults() + standing.faults;
    m_squashes = std::move(standing.squashes);
    m_replacedBy = std::move(standing.replacedBy);
    for (const SquashPlace &place : std::as_const(m_squashes)) {
        if (place.kind == SquashPlace::Kind::Counted)
            m_counted.insert(place.revision);
    }
    setRows(standing.rows);
}

/// A database ahead of the files: what was applied by us can still be shown and undone.
void MigrationState::addFromLog(QList<Revision> &revisions) const
{
    for (const qsizetype index : m_lastFinished) {
        const MigrationLogEntry &entry = m_log.at(index);
        if (m_known.contains(entry.revision) || entry.fileText.isEmpty())
            continue;
        auto revision = RevisionFile::parse(entry.fileText, u"migration_log:"_s + entry.revision,
                                            Revision::Source::Log);
        if (revision)
            revisions.append(std::move(*revision));
    }
}

void MigrationState::setRows(const QStringList &rows)
{
    m_rows = rows;
    m_rows.sort();
    findApplied();
    findPending();
}

void MigrationState::findApplied()
{
    m_applied = m_graph.ancestors(m_rows);
    m_unknownRows.clear();
    for (const QString &row : std::as_const(m_rows)) {
        const Revision *revision = m_graph.find(row);
        if (!revision || revision->source == Revision::Source::Missing)
            m_unknownRows << row;
    }
    const QStringList tips = m_graph.tips(m_graph.ancestors(m_rows));
    m_redundantRows.clear();
    for (const QString &row : std::as_const(m_rows)) {
        if (!tips.contains(row))
            m_redundantRows << row;
    }
    bool hasEmbedded = false;
    m_isForeign = false;
    for (const QString &id : std::as_const(m_applied)) {
        const Revision *revision = m_graph.find(id);
        const bool isOurs = revision && revision->isRunnable();
        m_isForeign = m_isForeign || !isOurs;
        hasEmbedded = hasEmbedded || (revision && revision->source == Revision::Source::Embedded);
    }
    m_isForeign = m_isForeign && !hasEmbedded;
}

void MigrationState::findPending()
{
    QSet<QString> wanted = m_graph.ancestors(heads());
    wanted -= m_applied;
    m_pending.clear();
    for (const QString &id : m_graph.ordered(wanted)) {
        if (const Revision *revision = m_graph.find(id);
            revision && revision->source != Revision::Source::Log
            && revision->source != Revision::Source::Missing)
            m_pending << id;
    }
    m_changed.clear();
    for (auto it = m_lastFinished.cbegin(); it != m_lastFinished.cend(); ++it) {
        const Revision *revision = m_graph.find(it.key());
        const MigrationLogEntry &entry = m_log.at(it.value());
        if (revision && revision->isRunnable() && isApplied(it.key())
            && entry.direction != "downgrade"_L1 && revision->checksum != entry.checksum)
            m_changed << it.key();
    }
    m_changed.sort();
}

QStringList MigrationState::heads() const
{
    QStringList heads;
    for (const QString &id : m_graph.heads()) {
        const Revision *revision = m_graph.find(id);
        const bool isIdle = revision->source == Revision::Source::Log && !isApplied(id);
        const bool isOthers = m_isForeign && revision->source == Revision::Source::Embedded;
        if (!isIdle && !isOthers)
            heads << id;
    }
    return heads;
}

std::optional<MigrationLogEntry> MigrationState::lastEntry(const QString &revision,
                                                           bool finishedOnly) const
{
    const auto &index = finishedOnly ? m_lastFinished : m_lastEntry;
    const auto found = index.constFind(revision);
    if (found == index.cend())
        return {};
    return m_log.at(*found);
}

std::optional<MigrationLogEntry> MigrationState::halfDone() const
{
    for (const qsizetype index : m_lastEntry) {
        const MigrationLogEntry &entry = m_log.at(index);
        // Where the row already says that it is done, the row wins.
        if (entry.isHalfDone() && isApplied(entry.revision) == (entry.direction == "downgrade"_L1))
            return entry;
    }
    return {};
}

}  // namespace roster
