// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/drift.h"

#include "models/database/cancellable.h"
#include "models/migration/autogenerate.h"
#include "models/migration/migrationstate.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Drift)
};

/// What the last revision that says it (`to_schema`) wanted the declared tables to be.
QString fingerprintText(Session &session, const MigrationState &state)
{
    const Revision *last = nullptr;
    for (const Revision &revision : state.graph().revisions()) {
        if (state.isApplied(revision.id) && !revision.toSchema.isEmpty())
            last = &revision;
    }
    if (!last || last->toSchema.section(u':', 0, 0).toInt() != session.serverVersion() / 10000)
        return {};
    const auto found = declaredFingerprint(session);
    if (!found)
        return {};
    return *found == last->toSchema
             ? Text::tr("The tables are as %1 left them.").arg(last->title())
             : Text::tr("The tables are no longer as %1 left them.").arg(last->title());
}

SchemaSide sideOf(DriftAgainst against, const MigrationState &state)
{
    if (against == DriftAgainst::Declared)
        return {.kind = SchemaSide::Kind::Declared, .text = u"declared"_s, .profile = {}};
    const QStringList ids = against == DriftAgainst::Head ? state.heads() : state.rows();
    return {.kind = SchemaSide::Kind::Revision,
            .text = ids.isEmpty() ? u"base"_s : ids.join(u','),
            .profile = {}};
}

}  // namespace

Result<Drift> readDrift(const ConnectionProfile &profile, const RevisionSources &sources,
                        DriftAgainst against, const SchemaSideReader::Local &local,
                        Progress &progress)
{
    progress.setText(Text::tr("Reading the database"));
    SchemaSideReader reader(local, sources, progress);
    const auto session = reader.open(profile);
    if (!session)
        return fail(session.error());
    const Cancellable cancellable(**session, progress);
    const auto files = RevisionFiles::load(sources);
    if (!files)
        return fail(files.error());
    const auto state = MigrationState::read(**session, *files);
    if (!state)
        return fail(state.error());
    progress.setText(Text::tr("Building what it is compared with"));
    auto sides =
        reader.read({.kind = SchemaSide::Kind::Database, .text = u"live"_s, .profile = profile},
                    sideOf(against, *state), {});
    if (!sides)
        return fail(sides.error());
    progress.setText(Text::tr("Comparing"));
    if (against == DriftAgainst::Declared) {
        sides->from = sides->from.filtered([&](const SchemaObject &object) {
            return sides->to.find(object.identity()) != nullptr;
        });
    }
    Drift drift;
    const QList<SchemaChange> changes = compareSchemas(sides->from, sides->to);
    drift.objects = int(changes.size());
    drift.lines = sideBySide(sides->from, sides->to);
    if (const QString text = fingerprintText(**session, *state); !text.isEmpty())
        drift.notes << text;
    const auto isMissingIndex = [&](const SchemaChange &change) {
        return change.type == SchemaChange::Type::Added
            && sides->to.at(change.to).kind == ObjectKind::Index;
    };
    const bool misses = against == DriftAgainst::Declared && state->isForeign()
                     && std::any_of(changes.cbegin(), changes.cend(), isMissingIndex);
    if (misses) {
        drift.notes << Text::tr("Alembic manages it: an index that only Roster declares is for "
                                "speed alone, and may be missing.");
    }
    return drift;
}

}  // namespace roster
