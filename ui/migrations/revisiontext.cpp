// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/migrations/revisiontext.h"

#include "ui/common/theme.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RevisionText)
};

QString titleOf(const MigrationState &state, const QString &id)
{
    const Revision *revision = state.graph().find(id);
    return revision && revision->source != Revision::Source::Missing ? revision->title() : id;
}

QString titles(const MigrationState &state, const QStringList &ids)
{
    QStringList texts;
    for (const QString &id : ids)
        texts << titleOf(state, id);
    return texts.join(u", "_s);
}

QString pre(const QString &sql)
{
    return u"<pre style=\"white-space: pre-wrap; margin: 4px 0 10px 12px\">%1</pre>"_s.arg(
        sql.toHtmlEscaped());
}

QString paragraph(const QString &html)
{
    return u"<p style=\"margin: 4px 0\">%1</p>"_s.arg(html);
}

QString severityWord(LintFinding::Severity severity)
{
    switch (severity) {
    case LintFinding::Severity::Danger:
        return Text::tr("Danger");
    case LintFinding::Severity::Warning:
        return Text::tr("Warning");
    case LintFinding::Severity::Note:
        break;
    }
    return Text::tr("Note");
}

QString badge(LintFinding::Severity severity)
{
    const Tone tone =
        Theme::tone(severity == LintFinding::Severity::Danger    ? Theme::Meaning::Error
                    : severity == LintFinding::Severity::Warning ? Theme::Meaning::Warning
                                                                 : Theme::Meaning::Info);
    return u"<span style=\"background-color: %1; color: %2\">&nbsp;%3&nbsp;</span>"_s.arg(
        tone.background.name(), tone.foreground.name(), severityWord(severity).toHtmlEscaped());
}

QString durationText(double milliseconds)
{
    return Text::tr("%1 ms").arg(QLocale().toString(milliseconds, 'f', milliseconds < 10 ? 1 : 0));
}

QString statementRows(const RehearsedStatement &statement)
{
    QStringList lines{pre(statement.sql)};
    QStringList locks;
    for (const TakenLock &lock : statement.locks)
        locks << u"%1 (%2)"_s.arg(lock.relation, lock.mode);
    QString text = Text::tr("Line %1, %2.")
                       .arg(statement.position.line)
                       .arg(durationText(statement.milliseconds));
    text += u' '
          + (locks.isEmpty() ? Text::tr("No new lock on what was there before.")
                             : Text::tr("Locks: %1.").arg(locks.join(u", "_s)));
    if (!statement.rewritten.isEmpty()) {
        text += u' ' + Text::tr("Written anew: %1.").arg(statement.rewritten.join(u", "_s));
    }
    lines << paragraph(text.toHtmlEscaped());
    return lines.join(QString());
}

QString appliedText(const MigrationHistory::Row &row, const MigrationState &state)
{
    const auto entry = state.lastEntry(row.revision->id, true);
    if (!state.isApplied(row.revision->id))
        return {};
    if (state.isCounted(row.revision->id))
        return Text::tr("Counts as applied: the database has all that it replaces.");
    if (!entry || row.marks.testFlag(RevisionMark::Elsewhere))
        return Text::tr("Applied, not by Roster: its log does not tell when.");
    return entry->direction == "stamp"_L1
             ? Text::tr("Marked as applied on %1 by %2.").arg(entry->finished, entry->role)
             : Text::tr("Applied on %1 by %2.").arg(entry->finished, entry->role);
}

/// Those that stand for nothing here yet, or whose old files may go.
QStringList squashes(const MigrationState &state)
{
    QStringList texts;
    for (const SquashPlace &place : state.squashes()) {
        const QString what = place.replaces.join(u", "_s);
        const bool hasFiles = std::any_of(place.replaces.cbegin(), place.replaces.cend(),
                                          [&](const QString &id) { return state.hasFile(id); });
        if (place.kind == SquashPlace::Kind::Waiting) {
            texts << Text::tr("%1 waits until this database is past what it replaces: %2.")
                         .arg(place.revision, what);
        } else if (place.kind == SquashPlace::Kind::Held) {
            texts << Text::tr("%1 waits until Alembic's folder no longer has what it replaces: %2.")
                         .arg(place.revision, what);
        } else if (hasFiles) {
            texts << Text::tr("This database no longer needs the files that %1 replaces: %2.")
                         .arg(place.revision, what);
        }
    }
    return texts;
}

}  // namespace

QString RevisionText::summary(const MigrationHistory &history)
{
    const MigrationState &state = history.state;
    QStringList parts;
    if (state.isForeign()) {
        parts << (state.pending().isEmpty()
                      ? Text::tr("Alembic manages %1, which is at %2: nothing is pending, and "
                                 "Roster writes nothing unasked.")
                      : Text::tr("Alembic manages %1, which is at %2. Roster writes nothing "
                                 "unasked."))
                     .arg(state.databaseName(), titles(state, state.rows()));
    } else {
        parts << (state.rows().isEmpty()
                      ? Text::tr("%1 stands before the first revision.").arg(state.databaseName())
                      : Text::tr("%1 is at %2.")
                            .arg(state.databaseName(), titles(state, state.rows())));
        if (state.pending().isEmpty())
            parts << Text::tr("Nothing is pending.");
    }
    if (!state.pending().isEmpty())
        parts << pending(history);
    if (state.heads().size() > 1) {
        parts << Text::tr("There are several heads: %1. A merge revision joins them.")
                     .arg(state.heads().join(u", "_s));
    }
    parts += squashes(state);
    if (const auto half = state.halfDone()) {
        parts << Text::tr("The %1 of %2 stopped half way: %3 of %4 statements stand.")
                     .arg(half->direction, half->revision)
                     .arg(half->statementsDone)
                     .arg(half->statementsTotal);
    }
    for (const QString &row : state.redundantRows()) {
        parts << Text::tr("The row %1 of alembic_version is superfluous: another row stands on it.")
                     .arg(row);
    }
    for (const QString &path : state.graph().staleTwins()) {
        parts << Text::tr("%1 says something else than its revision; export it again.")
                     .arg(QFileInfo(path).fileName());
    }
    if (history.readOnly)
        parts << Text::tr("This connection may only read: nothing can be applied.");
    else if (!history.missingRights.isEmpty())
        parts << Text::tr("This role may not migrate. An owner can allow it by: %1")
                     .arg(history.missingRights);
    return parts.join(u' ');
}

QString RevisionText::pending(const MigrationHistory &history)
{
    const QStringList &pending = history.state.pending();
    if (pending.size() == 1) {
        return Text::tr("One revision is pending: %1.")
            .arg(titleOf(history.state, pending.first()));
    }
    return Text::tr("%n revision(s) are pending.", nullptr, int(pending.size()));
}

QString RevisionText::facts(const MigrationHistory &history, const MigrationHistory::Row &row)
{
    const Revision &revision = *row.revision;
    QStringList parts;
    parts << (revision.parents.isEmpty()
                  ? Text::tr("%1, the first one.").arg(revision.id)
                  : Text::tr("%1, stands on %2.").arg(revision.id, revision.parents.join(u", "_s)));
    if (!revision.dependsOn.isEmpty())
        parts << Text::tr("Needs %1.").arg(revision.dependsOn.join(u", "_s));
    if (!revision.replaces.isEmpty())
        parts << Text::tr("Replaces %1.").arg(revision.replaces.join(u", "_s));
    if (const QString applied = appliedText(row, history.state); !applied.isEmpty())
        parts << applied;
    if (!revision.transactional)
        parts << Text::tr("Runs statement by statement, outside a transaction.");
    if (revision.source == Revision::Source::Embedded)
        parts << Text::tr("Built into Roster.");
    else if (revision.source == Revision::Source::File
             || revision.source == Revision::Source::Alembic)
        parts << revision.path;
    return parts.join(u' ');
}

QStringList RevisionText::notes(const MigrationHistory &history, const MigrationHistory::Row &row)
{
    const Revision &revision = *row.revision;
    QStringList notes;
    if (row.marks.testFlag(RevisionMark::HalfDone)) {
        if (const auto half = history.state.halfDone()) {
            notes << Text::tr(
                         "Its %1 stopped half way (%2 of %3 statements): %4 Go on, undo it, or "
                         "mark it as done when you have finished it by hand.")
                         .arg(half->direction)
                         .arg(half->statementsDone)
                         .arg(half->statementsTotal)
                         .arg(half->error);
        }
    }
    if (row.marks.testFlag(RevisionMark::Changed)) {
        notes << Text::tr("Its file was changed after it was applied: nothing runs before the file "
                          "is as it was, or the database is marked as being at its present "
                          "revision.");
    }
    if (row.marks.testFlag(RevisionMark::Missing))
        notes << Text::tr(
            "Nothing here knows more of it than its id. Name the folder that has it.");
    else if (row.marks.testFlag(RevisionMark::Alembic))
        notes << Text::tr("A revision of Alembic's: Roster neither runs nor undoes it.");
    if (!revision.needsPython.isEmpty())
        notes << Text::tr("It needs Python to be read: %1.").arg(revision.needsPython);
    if (row.marks.testFlag(RevisionMark::LogOnly))
        notes << Text::tr("Its file is gone; what stands here is from the database's log.");
    if (row.marks.testFlag(RevisionMark::Unwanted)) {
        notes << Text::tr("Built into Roster and not meant for this database, which Alembic "
                          "manages.");
    }
    if (!revision.irreversible.isEmpty())
        notes << Text::tr("It cannot be undone: %1").arg(revision.irreversible);
    return notes;
}

QString RevisionText::findings(const QList<LintFinding> &findings)
{
    if (findings.isEmpty()) {
        return paragraph(Text::tr("Nothing to object to, as the tables are now.").toHtmlEscaped());
    }
    QStringList html;
    for (const LintFinding &finding : findings) {
        html << paragraph(
            badge(finding.severity)
            + u" <b>%1</b> %2"_s.arg(finding.object.toHtmlEscaped(), Text::tr("line %1, rule %2")
                                                                         .arg(finding.position.line)
                                                                         .arg(finding.rule)
                                                                         .toHtmlEscaped()));
        html << paragraph(finding.message.toHtmlEscaped());
        if (!finding.rewrite.isEmpty())
            html << paragraph(Text::tr("Better:").toHtmlEscaped()) << pre(finding.rewrite);
    }
    return html.join(QString());
}

QString RevisionText::rehearsed(const QList<RehearsedRevision> &revisions)
{
    QStringList html;
    if (revisions.isEmpty())
        html << paragraph(Text::tr("There is nothing to run.").toHtmlEscaped());
    else
        html << paragraph(Text::tr("Tried in a transaction that was rolled back. The locks were "
                                   "real, held to its end.")
                              .toHtmlEscaped());
    for (const RehearsedRevision &revision : revisions) {
        html << paragraph(u"<b>%1</b> %2"_s.arg(
            revision.title.toHtmlEscaped(), durationText(revision.milliseconds).toHtmlEscaped()));
        for (const RehearsedStatement &statement : revision.statements)
            html << statementRows(statement);
        if (revision.error)
            html << error(*revision.error);
    }
    return html.join(QString());
}

QString RevisionText::error(const Error &error)
{
    const Tone tone = Theme::tone(Theme::Meaning::Error);
    QString text = u"<span style=\"background-color: %1; color: %2\">&nbsp;%3&nbsp;</span>"_s.arg(
        tone.background.name(), tone.foreground.name(), error.message.toHtmlEscaped());
    for (const QString &more : {error.detail, error.hint}) {
        if (!more.isEmpty())
            text += u"<br>"_s + more.toHtmlEscaped();
    }
    return paragraph(text);
}

}  // namespace roster
