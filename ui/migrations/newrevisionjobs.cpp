// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/migrations/newrevisionjobs.h"

#include "models/database/connections.h"
#include "models/database/localserver.h"

#include <QCoreApplication>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NewRevisionJobs)
};

}  // namespace

Running<Result<RevisionPlan>> NewRevisionJobs::compare(Connections &connections,
                                                       const QStringList &renames)
{
    return connections.background().run(
        Text::tr("Compare the declared tables with the database"),
        [renames](Session &session, Progress &progress) {
            // Only where the role may not make a database for the declared tables.
            LocalServer local;
            return RevisionPlan::read(
                session, progress, [&] { return local.acquire(progress); }, renames);
        },
        Job::Visibility::Quiet);
}

Running<Result<bool>> NewRevisionJobs::checkFills(Connections &connections,
                                                  const RevisionPlan &plan)
{
    return connections.background().run(
        Text::tr("Check the values"),
        [plan](Session &session, Progress &) -> Result<bool> {
            const auto checked = plan.checkFills(session);
            if (!checked)
                return fail(checked.error());
            return true;
        },
        Job::Visibility::Quiet);
}

Running<Result<RevisionDraft::Check>> NewRevisionJobs::check(Connections &connections,
                                                             const QString &text,
                                                             const NewRevisionTarget &target)
{
    return connections.background().run(
        Text::tr("Look through the new revision"),
        [text = text.toUtf8(), history = target.history](Session &session, Progress &) {
            return RevisionDraft::check(session, text, history->state);
        },
        Job::Visibility::Quiet);
}

JobFuture<Result<RevisionDraft::Saved>> NewRevisionJobs::save(const QString &text,
                                                              const NewRevisionTarget &target)
{
    return JobFuture<Result<RevisionDraft::Saved>>(
        QtConcurrent::run([text = text.toUtf8(), target] {
            return RevisionDraft::save(text, target.history->files, target.folder, target.alembic);
        }));
}

}  // namespace roster
