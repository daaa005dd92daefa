// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/revisiondraft.h"

#include "models/database/session.h"
#include "models/migration/alembicwriter.h"
#include "models/migration/revisionfile.h"
#include "models/migration/revisionrunner.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RevisionDraft)
};

const auto draftName = u"draft"_s;

RevisionDraft::Check faulty(Error error)
{
    RevisionDraft::Check check;
    static const QRegularExpression place(u"^%1:(\\d+):(\\d+): "_s.arg(draftName));
    if (const auto match = place.match(error.message); match.hasMatch()) {
        check.place = {match.captured(1).toInt(), match.captured(2).toInt()};
        error.message.remove(0, match.capturedLength());
    }
    check.fault = std::move(error);
    return check;
}

/// The place of a header key's value.
int lineOf(const QByteArray &text, const QByteArray &key)
{
    const qsizetype at = text.indexOf("-- " + key + ':');
    return at < 0 ? 1 : int(text.first(at).count('\n')) + 1;
}

std::optional<Error> graphFault(const Revision &draft, const MigrationState &state)
{
    const RevisionGraph &graph = state.graph();
    const Revision *same = graph.find(draft.id);
    if (same && same->source != Revision::Source::Missing) {
        return fileError(draftName, {lineOf(draft.text, "revision"), 1},
                         Text::tr("There is a revision %1 already.").arg(same->title()));
    }
    for (const QString &parent : draft.allParents()) {
        if (!graph.find(parent) && !state.rows().contains(parent)) {
            return fileError(draftName, {lineOf(draft.text, "down_revision"), 1},
                             Text::tr("It stands on %1, which is not there.").arg(parent));
        }
    }
    return {};
}

}  // namespace

Result<RevisionDraft::Check> RevisionDraft::check(Session &session, const QByteArray &text,
                                                  const MigrationState &state)
{
    const auto draft = RevisionFile::parse(text, draftName, Revision::Source::File);
    if (!draft)
        return faulty(draft.error());
    if (const auto fault = graphFault(*draft, state))
        return faulty(*fault);
    for (const Direction direction : {Direction::Upgrade, Direction::Downgrade}) {
        const auto grammar = checkGrammar(session, *draft, direction);
        if (!grammar)
            return faulty(grammar.error());
    }
    const auto findings = lint(session, *draft);
    if (!findings)
        return fail(findings.error());
    Check check;
    check.findings = *findings;
    return check;
}

Result<RevisionDraft::Saved> RevisionDraft::save(const QByteArray &text, const RevisionFiles &files,
                                                 const QString &folder, const QString &alembic)
{
    auto draft = RevisionFile::parse(text, draftName, Revision::Source::File);
    if (!draft)
        return fail(faulty(draft.error()).fault.value());
    Saved saved;
    draft->path = QDir(folder).absoluteFilePath(RevisionFile::fileNameOf(*draft));
    if (!alembic.isEmpty()) {
        const RevisionGraph graph(files.revisions + QList<Revision>{*draft});
        const auto ids = AlembicWriter::exportable(alembic, graph);
        if (!ids)
            return fail(ids.error());
        const auto twins = AlembicWriter::exportTo(alembic, graph, *ids);
        if (!twins)
            return fail(twins.error());
        saved.twins = *twins;
    }
    auto revision = RevisionFile::writeText(text, folder);
    if (!revision) {
        // Only its own twin is new for sure: others may have been there, of an older text.
        for (const QString &twin : std::as_const(saved.twins)) {
            if (twin.contains(draft->id))
                QFile::remove(twin);
        }
        return fail(revision.error());
    }
    saved.revision = std::move(*revision);
    return saved;
}

}  // namespace roster
