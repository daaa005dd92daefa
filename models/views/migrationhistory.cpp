// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/migrationhistory.h"

#include "models/database/serverinfo.h"
#include "models/database/session.h"
#include "models/migration/versiontable.h"

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace roster {

Result<std::shared_ptr<const MigrationHistory>> MigrationHistory::read(
    Session &session, const RevisionSources &sources)
{
    auto history = std::make_shared<MigrationHistory>();
    auto files = RevisionFiles::load(sources);
    if (!files)
        return fail(files.error());
    history->files = std::move(*files);
    auto state = MigrationState::read(session, history->files);
    if (!state)
        return fail(state.error());
    history->state = std::move(*state);
    const auto info = readServerInfo(session);
    if (!info)
        return fail(info.error());
    history->readOnly = info->readOnly || info->recovering;
    const auto rights = VersionTable::missingRights(session);
    if (!rights)
        return fail(rights.error());
    history->missingRights = *rights;
    const auto tables = session.query(
        u"SELECT EXISTS (SELECT FROM pg_catalog.pg_class WHERE relkind IN ('r', 'p') AND relname "
        "<> 'alembic_version' AND relnamespace = pg_catalog.to_regnamespace('public'))"_s);
    if (!tables)
        return fail(tables.error());
    history->hasTables = tables->boolean(0, 0);
    history->findRows();
    return history;
}

void MigrationHistory::findRows()
{
    const QStringList heads = state.heads();
    const QList<RevisionLanes> all = revisionLanes(state.graph());
    const QList<Revision> &revisions = state.graph().revisions();
    rows.reserve(revisions.size());
    for (const Revision &revision : std::views::reverse(revisions)) {
        rows.append({&revision, marksOf(revision, heads), all.at(rows.size())});
        lanes = std::max(lanes, rows.last().lanes.width());
    }
    if (const auto half = state.halfDone()) {
        if (const int row = rowOf(half->revision); row >= 0)
            rows[row].marks |= RevisionMark::HalfDone;
    }
    for (const QString &id : state.changedFiles()) {
        if (const int row = rowOf(id); row >= 0)
            rows[row].marks |= RevisionMark::Changed;
    }
    const QSet<QString> pending(state.pending().cbegin(), state.pending().cend());
    for (Row &row : rows)
        row.marks.setFlag(RevisionMark::Pending, pending.contains(row.revision->id));
}

RevisionMarks MigrationHistory::marksOf(const Revision &revision, const QStringList &heads) const
{
    RevisionMarks marks;
    marks.setFlag(RevisionMark::Head, heads.contains(revision.id));
    marks.setFlag(RevisionMark::Current, state.rows().contains(revision.id));
    marks.setFlag(RevisionMark::Applied, state.isApplied(revision.id));
    marks.setFlag(RevisionMark::Alembic, revision.source == Revision::Source::Alembic);
    marks.setFlag(RevisionMark::Missing, revision.source == Revision::Source::Missing);
    marks.setFlag(RevisionMark::LogOnly, revision.source == Revision::Source::Log);
    const bool isOthers = state.isForeign() && revision.source == Revision::Source::Embedded;
    marks.setFlag(RevisionMark::Unwanted, isOthers && !state.isApplied(revision.id));
    if (state.isApplied(revision.id) && revision.isRunnable() && !state.isCounted(revision.id)) {
        const auto entry = state.lastEntry(revision.id, true);
        marks.setFlag(RevisionMark::Elsewhere, !entry || entry->tool.endsWith("elsewhere"_L1));
    }
    return marks;
}

int MigrationHistory::rowOf(const QString &id) const
{
    const auto found = std::find_if(rows.cbegin(), rows.cend(),
                                    [&](const Row &row) { return row.revision->id == id; });
    return found == rows.cend() ? -1 : int(found - rows.cbegin());
}

}  // namespace roster
