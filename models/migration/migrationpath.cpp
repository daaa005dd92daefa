// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MigrationState that finds ways through the history.
#include "models/migration/migrationstate.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MigrationState)
};

struct RelativeTarget
{
    QString from;  ///< empty: the current revision
    int steps = 0;
};

/// `+2`, `-1`, `3f9c+1`; nullopt for anything else.
std::optional<RelativeTarget> relative(const QString &target)
{
    static const QRegularExpression pattern(u"^([\\w.]*)([+-]\\d{1,6})$"_s);
    const auto match = pattern.match(target);
    if (!match.hasMatch())
        return {};
    return RelativeTarget{match.captured(1), match.captured(2).toInt()};
}

}  // namespace

Result<QStringList> MigrationState::headTarget() const
{
    QStringList all = heads();
    if (all.size() <= 1)
        return all;
    // A head may only be one since its parent is missing.
    for (const QString &id : m_graph.ancestors(all) - m_applied) {
        const Revision *revision = m_graph.find(id);
        if (!revision || revision->source == Revision::Source::Missing)
            ROSTER_TRY(checkWay({id}, Direction::Upgrade));
    }
    return fail(Error::Kind::Usage, Text::tr("There are several heads: %1.").arg(all.join(", "_L1)),
                Text::tr("Join them by `roster migrate merge`, name one, or write heads for all of "
                         "them."));
}

/// Up (or down) from `id` as far as there is one way only.
Result<QStringList> MigrationState::stepsFrom(const QString &id, int steps) const
{
    QString at = id;
    for (int i = 0; i < std::abs(steps); ++i) {
        const Revision *revision = m_graph.find(at);
        QStringList next = steps > 0 ? m_graph.childrenOf(at)
                         : revision  ? revision->parents
                                     : QStringList();
        if (steps < 0 && next.isEmpty() && i + 1 == std::abs(steps))
            return QStringList();  // before the first one
        if (next.size() != 1) {
            return fail(
                Error::Kind::Usage,
                next.isEmpty()
                    ? Text::tr("There is no step further from %1.").arg(at)
                    : Text::tr("From %1 there are several ways: %2.").arg(at, next.join(", "_L1)),
                Text::tr("Name the revision."));
        }
        at = next.first();
    }
    return QStringList{at};
}

/// What a squash replaces is no place to stop at any more, but for its end: that is the squash.
Result<QString> MigrationState::resolveId(const QString &prefix) const
{
    auto id = m_graph.resolve(prefix);
    if (id || id.error().kind != Error::Kind::NotFound || prefix.isEmpty())
        return id;
    QStringList matches;
    for (auto it = m_replacedBy.cbegin(); it != m_replacedBy.cend(); ++it) {
        if (it.key().startsWith(prefix))
            matches << it.key();
    }
    if (matches.size() != 1)
        return id;
    QString squash = m_replacedBy.value(matches.first());
    while (m_replacedBy.contains(squash))
        squash = m_replacedBy.value(squash);
    const Revision *standing = m_graph.find(squash);
    if (standing && standing->replaces.last() == matches.first())
        return squash;
    return fail(Error::Kind::Refused,
                Text::tr("%1 is part of what %2 replaces.").arg(matches.first(), squash),
                Text::tr("Name %1, or what it stands on.").arg(squash));
}

Result<QStringList> MigrationState::resolve(const QString &target) const
{
    if (target == "head"_L1)
        return headTarget();
    if (target == "heads"_L1)
        return heads();
    if (target == "base"_L1)
        return QStringList();
    if (target == "current"_L1)
        return m_rows;
    if (const Revision *exact = m_graph.find(target))
        return QStringList{exact->id};
    if (const auto steps = relative(target); steps && !steps->from.isEmpty()) {
        const auto from = resolveId(steps->from);
        if (!from)
            return fail(from.error());
        return stepsFrom(*from, steps->steps);
    }
    const auto id = resolveId(target);
    if (!id)
        return fail(id.error());
    return QStringList{*id};
}

Result<void> MigrationState::checkWay(const QStringList &path, Direction direction) const
{
    const bool isUp = direction == Direction::Upgrade;
    for (const QString &id : path) {
        const Revision *revision = m_graph.find(id);
        if (!revision || revision->source == Revision::Source::Missing) {
            const QStringList children = m_graph.childrenOf(id);
            return fail(Error::Kind::Refused,
                        children.isEmpty() || !isUp
                            ? Text::tr("Nothing here knows the revision %1.").arg(id)
                            : Text::tr("%1 names %2 as its parent, which is neither among the "
                                       "files nor in the database.")
                                  .arg(m_graph.find(children.first())->path, id),
                        Text::tr("Choose the folder of revisions that holds it, or Alembic's "
                                 "folder."),
                        u"--migrations DIR, --alembic DIR"_s);
        }
        if (revision->source == Revision::Source::Alembic) {
            return fail(Error::Kind::Refused,
                        isUp ? Text::tr("%1 is a revision of Alembic's, which Roster does not run.")
                                   .arg(revision->title())
                             : Text::tr("%1 is a revision of Alembic's, which Roster does not "
                                        "undo.")
                                   .arg(revision->title()),
                        isUp ? Text::tr("Run `alembic upgrade %1` first.").arg(id)
                             : Text::tr("Run `alembic downgrade` for it."));
        }
        if (!isUp && !revision->irreversible.isEmpty()) {
            return fail(
                Error::Kind::Refused,
                Text::tr("%1 cannot be undone: %2.").arg(revision->title(), revision->irreversible),
                Text::tr("Restore a backup, or write a new revision."));
        }
    }
    return {};
}

Result<QStringList> MigrationState::upgradePath(const QString &target) const
{
    QStringList path;
    if (const auto steps = relative(target);
        steps && steps->from.isEmpty() && !m_graph.find(target)) {
        if (steps->steps < 0) {
            return fail(Error::Kind::Usage, Text::tr("%1 leads back, not up.").arg(target),
                        Text::tr("Use downgrade."));
        }
        if (steps->steps > m_pending.size() && !m_pending.isEmpty()) {
            return fail(Error::Kind::Usage,
                        Text::tr("%1 leads past the last revision.").arg(target),
                        Text::tr("`roster migrate upgrade head` goes as far as there is."));
        }
        path = m_pending.mid(0, steps->steps);
    } else {
        const auto wanted = resolve(target);
        if (!wanted)
            return wanted;
        path = m_graph.ordered(m_graph.ancestors(*wanted) - m_applied);
    }
    ROSTER_TRY(checkWay(path, Direction::Upgrade));
    return path;
}

Result<QStringList> MigrationState::downgradePath(const QString &target) const
{
    QSet<QString> undone;
    if (const auto steps = relative(target);
        steps && steps->from.isEmpty() && !m_graph.find(target)) {
        if (steps->steps > 0) {
            return fail(Error::Kind::Usage, Text::tr("%1 leads up, not back.").arg(target),
                        Text::tr("Use upgrade."));
        }
        const QStringList tips = m_graph.tips(m_applied);
        if (tips.size() > 1) {
            return fail(
                Error::Kind::Usage,
                Text::tr("The database stands on several revisions: %1.").arg(tips.join(", "_L1)),
                Text::tr("Name the revision to go back to."));
        }
        QStringList applied = m_graph.ordered(m_applied);
        if (-steps->steps > applied.size() && !applied.isEmpty()) {
            return fail(Error::Kind::Usage,
                        Text::tr("%1 leads back past the first revision.").arg(target),
                        Text::tr("`roster migrate downgrade base` undoes all."));
        }
        while (undone.size() < -steps->steps && !applied.isEmpty())
            undone.insert(applied.takeLast());
    } else {
        auto wanted = resolve(target);
        if (!wanted)
            return wanted;
        for (const QString &id : std::as_const(*wanted)) {
            if (!isApplied(id)) {
                return fail(Error::Kind::Usage, Text::tr("The database is not past %1.").arg(id),
                            Text::tr("`roster migrate history` shows where it stands."));
            }
        }
        undone = target == "base"_L1 || wanted->isEmpty()
                   ? m_applied
                   : m_graph.descendants(*wanted) - QSet<QString>(wanted->cbegin(), wanted->cend());
        undone &= m_applied;
    }
    QStringList path = m_graph.ordered(undone);
    std::reverse(path.begin(), path.end());
    ROSTER_TRY(checkWay(path, Direction::Downgrade));
    return path;
}

Result<QStringList> MigrationState::parentsOfNew() const
{
    if (!m_faults.isEmpty())
        return fail(m_faults.first());
    QStringList tips =
        m_graph.tips(m_graph.ancestors(heads()) + QSet<QString>(m_rows.cbegin(), m_rows.cend()));
    if (tips.size() <= 1)
        return tips;
    return fail(Error::Kind::Usage,
                Text::tr("There are several heads: %1.").arg(tips.join(", "_L1)),
                Text::tr("Join them first: `roster migrate merge`."));
}

}  // namespace roster
