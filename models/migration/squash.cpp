// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/squash.h"

#include "models/comparison/schemadiff.h"
#include "models/comparison/scratchdatabase.h"
#include "models/database/cancellable.h"
#include "models/database/transaction.h"
#include "models/migration/replay.h"
#include "models/migration/revisionheader.h"
#include "models/migration/revisionrunner.h"

#include <QCoreApplication>

#include <ranges>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Squash)
};

/// From and to and all on the ways between them, parents first.
Result<QStringList> between(const RevisionGraph &graph, const QString &from, const QString &to)
{
    QSet<QString> wanted = graph.ancestors({to});
    if (!from.isEmpty()) {
        if (!wanted.contains(from)) {
            return fail(Error::Kind::Refused, Text::tr("%1 does not stand on %2.").arg(to, from),
                        Text::tr("Name the older one first."));
        }
        wanted &= graph.descendants({from});
    }
    return graph.ordered(wanted);
}

Result<void> checkMember(const RevisionGraph &graph, const Revision &revision,
                         const QStringList &members)
{
    const bool isOurs =
        revision.source == Revision::Source::Embedded || revision.source == Revision::Source::File;
    if (!isOurs) {
        return fail(Error::Kind::Refused,
                    revision.source == Revision::Source::Alembic
                        ? Text::tr("%1 is a revision of Alembic's: Roster has no SQL of it.")
                              .arg(revision.title())
                        : Text::tr("%1 has no file here.").arg(revision.title()),
                    Text::tr("Name a later one as the first: roster migrate squash FIRST LAST"));
    }
    if (revision.id == members.last())
        return {};
    for (const Revision &child : graph.revisions()) {
        if (!members.contains(child.id) && child.allParents().contains(revision.id)) {
            return fail(
                Error::Kind::Refused,
                Text::tr("%1 stands on %2, which would be gone.").arg(child.title(), revision.id),
                Text::tr("Squash up to %1 at most, or merge the branches first.").arg(revision.id));
        }
    }
    return {};
}

QString ended(const RevisionSection &section)
{
    const QString text = QString::fromUtf8(section.text).trimmed();
    const auto statements = statementsOf(section, {});
    const bool isEmpty = statements && statements->isEmpty();  // comments at most
    return isEmpty || text.endsWith(u';') ? text : text + u"\n;"_s;
}

QString headed(const Revision &revision, const QString &sql)
{
    return u"-- "_s + revision.title().simplified() + u'\n' + sql + u"\n\n"_s;
}

void take(NewRevision &squash, const Revision &revision)
{
    squash.replaces += revision.replaces;
    squash.replaces << revision.id;
    squash.transactional = squash.transactional && revision.transactional;
    squash.upgrade += headed(revision, ended(revision.upgrade));
    for (const LintAllowance &allowed : revision.allowances)
        squash.allow << allowed.rule + u' ' + allowed.object + u' ' + allowed.reason;
    squash.toSchema = revision.toSchema;
}

/// The last one first; one that has no way back leaves none at all.
QString downgradeOf(const QList<Revision> &members)
{
    QString sql;
    for (const Revision &revision : members | std::views::reverse) {
        if (!revision.irreversible.isEmpty()) {
            return u"-- irreversible: %1 (%2)"_s.arg(revision.irreversible.simplified(),
                                                     revision.id);
        }
        sql += headed(revision, ended(revision.downgrade));
    }
    return sql;
}

/// Runs one half, as the runner would.
Result<void> runHalf(Session &session, const Revision &revision, Direction direction)
{
    const auto statements = statementsOf(revision, direction);
    if (!statements)
        return fail(statements.error());
    std::optional<Transaction> transaction;
    if (revision.transactional) {
        auto begun = Transaction::begin(session);
        if (!begun)
            return fail(begun.error());
        transaction.emplace(std::move(*begun));
    }
    ROSTER_TRY(runScript(session, *statements, revision.fileName()));
    ROSTER_TRY(session.script(u"RESET SESSION AUTHORIZATION; RESET ROLE"_s));
    if (transaction)
        ROSTER_TRY(transaction->commit());
    return session.restoreSettings();
}

Result<SchemaSnapshot> builtBy(Session &server, const QList<Revision> &revisions,
                               const QString &target, Progress &progress)
{
    const auto scratch = ScratchDatabase::create(server, progress);
    if (!scratch)
        return fail(scratch.error());
    Session &session = (*scratch)->session();
    const Cancellable cancellable(session, progress);
    ROSTER_TRY(replay(session, revisions, target));
    return SchemaSnapshot::read(session);
}

QString differences(const SchemaSnapshot &from, const SchemaSnapshot &to)
{
    QStringList lines;
    for (const SchemaChange &change : compareSchemas(from, to))
        lines << changeText(from, to, change);
    return lines.join(u'\n');
}

Result<void> checkSame(const SchemaSnapshot &wanted, const SchemaSnapshot &found,
                       const QString &message)
{
    const QString text = differences(wanted, found);
    if (text.isEmpty())
        return {};
    Error error;
    error.kind = Error::Kind::Refused;
    error.message = message;
    error.detail = text;
    error.hint = Text::tr("Squash fewer of them, or write the file by hand.");
    return tl::unexpected(error);
}

/// On what the squash stands on: up, and where there is a way back, down again.
Result<void> tryOut(Session &server, const QList<Revision> &revisions, const NewRevision &squash,
                    const SchemaSnapshot &wanted, Progress &progress)
{
    const auto revision =
        RevisionFile::parse(RevisionFile::format(squash), u"squash"_s, Revision::Source::File);
    if (!revision)
        return fail(revision.error());
    const auto scratch = ScratchDatabase::create(server, progress);
    if (!scratch)
        return fail(scratch.error());
    Session &session = (*scratch)->session();
    const Cancellable cancellable(session, progress);
    const RevisionGraph graph(Replacements::of(revisions, {}).revisions);
    ROSTER_TRY(replay(session, graph, squash.parents + squash.dependsOn));
    const auto before = SchemaSnapshot::read(session);
    if (!before)
        return fail(before.error());
    ROSTER_TRY(runHalf(session, *revision, Direction::Upgrade));
    const auto after = SchemaSnapshot::read(session);
    if (!after)
        return fail(after.error());
    ROSTER_TRY(checkSame(wanted, *after,
                         Text::tr("The squash makes something else than what it replaces.")));
    if (!revision->irreversible.isEmpty())
        return {};
    ROSTER_TRY(runHalf(session, *revision, Direction::Downgrade));
    const auto back = SchemaSnapshot::read(session);
    if (!back)
        return fail(back.error());
    return checkSame(*before, *back, Text::tr("The way back of the squash leads elsewhere."));
}

}  // namespace

Result<NewRevision> Squash::of(const RevisionGraph &graph, const QString &from, const QString &to)
{
    const auto ids = between(graph, from, to);
    if (!ids)
        return fail(ids.error());
    if (ids->size() < 2) {
        return fail(Error::Kind::Usage,
                    Text::tr("%1 is one revision: there is nothing to squash.").arg(to));
    }
    NewRevision squash;
    QList<Revision> members;
    QSet<QString> parents;
    QSet<QString> needs;
    for (const QString &id : *ids) {
        const Revision &revision = *graph.find(id);
        ROSTER_TRY(checkMember(graph, revision, *ids));
        members.append(revision);
        take(squash, revision);
        parents += QSet<QString>(revision.parents.cbegin(), revision.parents.cend());
        needs += QSet<QString>(revision.dependsOn.cbegin(), revision.dependsOn.cend());
    }
    const QSet<QString> inside(ids->cbegin(), ids->cend());
    squash.parents = graph.tips(parents - inside);
    squash.dependsOn = graph.ordered(needs - inside - graph.ancestors(squash.parents));
    squash.downgrade = downgradeOf(members);
    squash.allow.removeDuplicates();
    return squash;
}

Result<void> Squash::prove(Session &server, const QList<Revision> &revisions, NewRevision &squash,
                           Progress &progress)
{
    completeNewRevision(squash);
    const RevisionGraph graph(Replacements::of(revisions, {}).revisions);
    for (const QString &id : graph.ancestors({squash.replaces.last()})) {
        if (const Revision *revision = graph.find(id); revision && !revision->isRunnable()) {
            return fail(Error::Kind::Refused,
                        Text::tr("It cannot be tried: below it is %1, which Roster cannot run.")
                            .arg(revision->title()),
                        Text::tr("Write it untried by --untried, and look at it closely."));
        }
    }
    progress.setText(Text::tr("Building what it replaces"));
    const auto wanted = builtBy(server, revisions, squash.replaces.last(), progress);
    if (!wanted)
        return fail(wanted.error());
    progress.setText(Text::tr("Trying the squash"));
    auto tried = tryOut(server, revisions, squash, *wanted, progress);
    if (tried || !squash.transactional || tried.error().sqlState.isEmpty())
        return tried;
    // Some statements need what an earlier transaction committed: a new label of an enum.
    squash.transactional = false;
    const auto again = tryOut(server, revisions, squash, *wanted, progress);
    return again ? again : tried;
}

}  // namespace roster
