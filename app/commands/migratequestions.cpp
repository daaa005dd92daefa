// SPDX-License-Identifier: GPL-3.0-or-later
// What `roster migrate new --autogenerate` asks before it writes.
#include "app/commands/context.h"
#include "app/commands/migrateactions.h"
#include "app/commands/terminal.h"

#include <QCoreApplication>

#include <optional>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MigrateCommand)
};

struct OpenRename
{
    QString added;
    QString old;
    QString word;  ///< as --rename takes it
};

/// The first that nobody has said no to.
std::optional<OpenRename> openRename(const RevisionPlan &plan, const QStringList &refused)
{
    for (const RenameQuestion &question : plan.renameQuestions()) {
        for (int i = 0; i < question.olds.size(); ++i) {
            if (!refused.contains(question.words.at(i)))
                return OpenRename{question.added, question.olds.at(i), question.words.at(i)};
        }
    }
    return {};
}

Error unansweredRenames(const RevisionPlan &plan)
{
    QStringList words;
    for (const RenameQuestion &question : plan.renameQuestions())
        words += question.words;
    return Error{.kind = Error::Kind::Refused,
                 .message = Text::tr("This may be a new name: %1.").arg(words.join(", "_L1)),
                 .hint = Text::tr("Say so by --rename %1, or write --no-renames to drop and add.")
                             .arg(words.first())};
}

Result<RevisionPlan> askRenames(Context &context)
{
    QStringList renames = context.arguments().values(u"rename"_s);
    QStringList refused;
    while (true) {
        auto plan = MigrateActions::difference(context, renames);
        if (!plan || context.has(u"no-renames"_s))
            return plan;
        const int known = int(renames.size());
        for (auto open = openRename(*plan, refused); open && renames.size() == known;
             open = openRename(*plan, refused)) {
            if (!Terminal::isThere())
                return tl::unexpected(unansweredRenames(*plan));
            const auto isRename = Terminal::askYesNo(
                context,
                Text::tr("%1 goes and %2 comes. Is it a new name?").arg(open->old, open->added));
            if (!isRename)
                return fail(isRename.error());
            (*isRename ? renames : refused) << open->word;
        }
        if (renames.size() == known)
            return plan;
    }
}

Result<void> checkFills(Context &context, const RevisionPlan &plan)
{
    return context.onSession(
        [&](Session &session, Progress &) { return plan.checkFills(session); });
}

/// What a person writes that the server does not take is asked for again.
Result<void> askFill(Context &context, RevisionPlan &plan, const FillQuestion &question)
{
    while (true) {
        const QString asked =
            Text::tr("%1 (%2) is new and must not be NULL. What do the rows that exist get?")
                .arg(question.column, question.type);
        const auto answer = Terminal::ask(
            context,
            question.suggestion.isEmpty() ? asked : asked + u" ["_s + question.suggestion + u']');
        if (!answer)
            return fail(answer.error());
        const QString value = answer->isEmpty() ? question.suggestion : *answer;
        if (value.isEmpty())
            continue;
        plan.setFill(question.column, value);
        auto checked = checkFills(context, plan);
        if (checked)
            return {};
        if (checked.error().kind != Error::Kind::InvalidInput)
            return checked;
        context.warn(checked.error().toText());
    }
}

}  // namespace

Result<RevisionPlan> MigrateActions::difference(Context &context, const QStringList &renames)
{
    auto plan = context.onSession([&](Session &session, Progress &progress) {
        return RevisionPlan::read(
            session, progress, [&context] { return context.localProfile(); }, renames);
    });
    context.clearProgress();
    return plan;
}

Result<RevisionPlan> MigrateActions::answeredDifference(Context &context)
{
    auto plan = askRenames(context);
    if (!plan)
        return plan;
    QStringList given;
    for (const QString &option : context.arguments().values(u"fill"_s)) {
        const auto column = plan->setFillOption(option);
        if (!column)
            return fail(column.error());
        given << *column;
    }
    if (!given.isEmpty())
        ROSTER_TRY(checkFills(context, *plan));
    const QList<FillQuestion> questions = plan->fillQuestions();
    for (const FillQuestion &question : questions) {
        if (!question.isNew || given.contains(question.column))
            continue;
        if (Terminal::isThere())
            ROSTER_TRY(askFill(context, *plan, question));
        else if (question.suggestion.isEmpty())
            return fail(Error::Kind::Refused,
                        Text::tr("%1 (%2) is new and must not be NULL, and its table holds rows.")
                            .arg(question.column, question.type),
                        Text::tr("Say what these get: --fill %1=VALUE").arg(question.column));
    }
    return plan;
}

}  // namespace roster
