// SPDX-License-Identifier: GPL-3.0-or-later
// The actions of `roster migrate` that look at revisions before they run.
#include "app/commands/context.h"
#include "app/commands/migrateactions.h"
#include "models/migration/lint.h"
#include "models/migration/migrationlock.h"
#include "models/migration/rehearsal.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MigrateCommand)
};

QString severityWord(LintFinding::Severity severity)
{
    switch (severity) {
    case LintFinding::Severity::Note:
        return u"note"_s;
    case LintFinding::Severity::Warning:
        return u"warning"_s;
    case LintFinding::Severity::Danger:
        break;
    }
    return u"danger"_s;
}

/// What is meant: one revision, or what is pending.
Result<QStringList> meant(const Context &context, const MigrationState &state)
{
    if (!state.faults().isEmpty())
        return fail(state.faults().first());
    const QString word = context.arguments().word(1);
    return word.isEmpty() ? Result<QStringList>(state.pending()) : state.resolve(word);
}

QJsonObject toJson(const Revision &revision, const LintFinding &finding)
{
    return {{u"revision"_s, revision.id},
            {u"rule"_s, finding.rule},
            {u"object"_s, finding.object},
            {u"severity"_s, severityWord(finding.severity)},
            {u"file"_s, revision.path},
            {u"line"_s, finding.position.line},
            {u"column"_s, finding.position.column},
            {u"message"_s, finding.message},
            {u"rewrite"_s, finding.rewrite}};
}

void writeFinding(Context &context, const Revision &revision, const LintFinding &finding)
{
    context.out().line(u"%1:%2:%3: %4: %5 [%6]"_s.arg(revision.path)
                           .arg(finding.position.line)
                           .arg(finding.position.column)
                           .arg(severityWord(finding.severity), finding.message, finding.rule));
    for (const QString &line : finding.rewrite.split(u'\n', Qt::SkipEmptyParts))
        context.out().line(u"    "_s + line);
}

QJsonObject toJson(const RehearsedRevision &revision)
{
    QJsonArray statements;
    for (const RehearsedStatement &statement : revision.statements) {
        QJsonArray locks;
        for (const TakenLock &lock : statement.locks)
            locks << QJsonObject{{u"relation"_s, lock.relation}, {u"mode"_s, lock.mode}};
        statements << QJsonObject{
            {u"sql"_s, statement.sql},
            {u"line"_s, statement.position.line},
            {u"milliseconds"_s, statement.milliseconds},
            {u"locks"_s, locks},
            {u"rewritten"_s, QJsonArray::fromStringList(statement.rewritten)}};
    }
    return {{u"revision"_s, revision.revision},
            {u"milliseconds"_s, revision.milliseconds},
            {u"statements"_s, statements},
            {u"error"_s, revision.error ? revision.error->message : QString()}};
}

void writeRehearsal(Context &context, const RehearsedRevision &revision)
{
    context.out().line(revision.title);
    for (const RehearsedStatement &statement : revision.statements) {
        context.out().line(u"  %1 ms  %2"_s.arg(statement.milliseconds, 8, 'f', 1)
                               .arg(statement.sql.section(u'\n', 0, 0).left(70)));
        for (const TakenLock &lock : statement.locks)
            context.out().line(u"               %1 %2"_s.arg(lock.mode, lock.relation));
        for (const QString &table : statement.rewritten)
            context.out().line(u"               "_s + Text::tr("%1 is written anew").arg(table));
    }
    if (revision.error)
        context.out().line(u"  "_s + revision.error->toText());
}

Result<ExitCode> lintOn(Context &context, Session &session, const MigrationState &state)
{
    const auto ids = meant(context, state);
    if (!ids)
        return fail(ids.error());
    QJsonArray array;
    bool isGrave = false;
    for (const QString &id : *ids) {
        const Revision *revision = state.graph().find(id);
        if (!revision || !revision->isRunnable())
            continue;
        ROSTER_TRY(checkGrammar(session, *revision, Direction::Upgrade));
        ROSTER_TRY(checkGrammar(session, *revision, Direction::Downgrade));
        const auto findings = lint(session, *revision);
        if (!findings)
            return fail(findings.error());
        for (const LintFinding &finding : *findings) {
            isGrave = isGrave || finding.severity != LintFinding::Severity::Note;
            array << toJson(*revision, finding);
            if (!context.wantsJson())
                writeFinding(context, *revision, finding);
        }
    }
    if (context.wantsJson())
        context.out().write(QJsonDocument(QJsonObject{{u"findings"_s, array}}).toJson());
    else if (array.isEmpty())
        context.say(Text::tr("Nothing to remark."));
    return isGrave ? ExitCode::DifferencesFound : ExitCode::Done;
}

Result<QList<RehearsedRevision>> rehearsed(Context &context, Session &session, Progress &progress,
                                           const RevisionFiles &files)
{
    const MigrationTimes times;
    const auto lock = MigrationLock::acquire(session, times.otherRunnerMs, progress);
    if (!lock)
        return fail(lock.error());
    const auto state = MigrationState::read(session, files);
    if (!state)
        return fail(state.error());
    if (!state->faults().isEmpty())
        return fail(state->faults().first());
    const QString target = context.arguments().word(1);
    const auto path = state->upgradePath(target.isEmpty() ? u"head"_s : target);
    if (!path)
        return fail(path.error());
    return rehearse(session, state->graph(), *path, Direction::Upgrade, times, progress);
}

}  // namespace

Result<ExitCode> MigrateActions::lint(Context &context)
{
    const auto read = files(context);
    if (!read)
        return fail(read.error());
    return context.onSession([&](Session &session, Progress &) -> Result<ExitCode> {
        const auto state = MigrationState::read(session, *read);
        if (!state)
            return fail(state.error());
        return lintOn(context, session, *state);
    });
}

Result<ExitCode> MigrateActions::rehearse(Context &context)
{
    const auto read = files(context);
    if (!read)
        return fail(read.error());
    const auto before = state(context);
    if (!before)
        return fail(before.error());
    if (before->environment() == Environment::Production
        && confirmation(context, *before) != before->databaseName()) {
        return fail(Error::Kind::Refused,
                    Text::tr("A rehearsal takes the same locks as the run, and this is a "
                             "production database."),
                    Text::tr("Say that you mean it: --yes %1").arg(before->databaseName()));
    }
    const auto revisions = context.onSession([&](Session &session, Progress &progress) {
        return rehearsed(context, session, progress, *read);
    });
    context.clearProgress();
    if (!revisions)
        return fail(revisions.error());
    bool isSound = true;
    QJsonArray array;
    for (const RehearsedRevision &revision : *revisions) {
        isSound = isSound && !revision.error;
        array << toJson(revision);
        if (!context.wantsJson())
            writeRehearsal(context, revision);
    }
    if (context.wantsJson())
        context.out().write(QJsonDocument(QJsonObject{{u"revisions"_s, array}}).toJson());
    else if (array.isEmpty())
        context.say(Text::tr("Nothing is pending."));
    return isSound ? ExitCode::Done : ExitCode::Failed;
}

}  // namespace roster
