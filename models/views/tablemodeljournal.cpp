// SPDX-License-Identifier: GPL-3.0-or-later
// What is staged on the disk, and commits whose outcome nobody knows yet.
#include "models/database/jobfuture.h"
#include "models/views/editrecovery.h"
#include "models/views/tablemodelprivate.h"

#include <QPointer>
#include <QTimer>
#include <QtConcurrent>

#include <chrono>
#include <utility>

namespace roster {

namespace {

constexpr std::chrono::seconds askAgainAfter(1);

using Held = std::shared_ptr<EditJournal::Held>;

struct Recovered
{
    RecoveredEdits edits;
    QList<Held> files;
};

/// The files one after the other, each upon what the others staged.
Result<Recovered> recoverAll(Session &session, Progress &progress, const Pager &pager,
                             const StagedEdits &edits, const QList<EditJournal::Left> &left)
{
    Recovered all;
    all.edits.edits = std::make_shared<StagedEdits>(edits);
    all.edits.wasCommitted = true;
    for (const EditJournal::Left &one : left) {
        Result<Held> held = EditJournal::Held::take(one.file);
        if (!held)
            return fail(held.error());
        const Result<RecoveredEdits> got =
            recoverEdits(session, progress, pager, *all.edits.edits, (*held)->contents());
        if (!got)
            return fail(got.error());
        all.files << *held;
        if (got->wasCommitted)
            continue;
        all.edits.wasCommitted = false;
        all.edits.edits = got->edits;
        all.edits.step.join(got->step);
        all.edits.staged += got->staged;
        all.edits.contested += got->contested;
        all.edits.present += got->present;
        all.edits.lost += got->lost;
        all.edits.lostCount += got->lostCount;
    }
    return all;
}

}  // namespace

void TableModel::keepEditsIn(const QString &folder)
{
    d->journalFolder = folder;
}

bool TableModel::keepsEdits() const
{
    return d->journal && !d->keepingFails;
}

void TableModel::Private::openJournal()
{
    journal.reset();
    leftBehind.clear();
    keepingFails = false;
    if (journalFolder.isEmpty())
        return;
    journal = std::make_unique<EditJournal>(journalFolder, schema);
    QObject::connect(journal.get(), &EditJournal::failed, q, [this](const Error &error) {
        keepingFails = true;
        Q_EMIT q->keepingFailed(error);
    });
    QObject::connect(journal.get(), &EditJournal::recovered, q, [this] {
        keepingFails = false;
        Q_EMIT q->keepingRecovered();
    });
}

void TableModel::Private::noteAll() const
{
    if (journal)
        journal->noteAll(schema, edits);
}

/// When the rows are there to compare with; again with each reading, since another window may have
/// been killed meanwhile.
void TableModel::Private::lookForEdits()
{
    if (!journal || !leftBehind.isEmpty())
        return;
    JobFuture<QList<EditJournal::Left>> looking(
        QtConcurrent::run([folder = journalFolder, table = schema.name] {
            return EditJournal::left(folder, table);
        }));
    looking.then(q, [this, table = schema.name](const QList<EditJournal::Left> &left) {
        if (left.isEmpty() || table != schema.name || !q->readOnlyReason().isEmpty())
            return;
        leftBehind = left;
        int changes = 0;
        QDateTime when;
        for (const EditJournal::Left &one : left) {
            changes += int(one.contents.count());
            when = qMax(when, one.contents.changed);
        }
        Q_EMIT q->editsLeft(changes, when);
    });
}

void TableModel::takeBackEdits(QObject *context,
                               const std::function<void(const Result<TakenBack> &)> &ready)
{
    const QList<EditJournal::Left> left = std::exchange(d->leftBehind, {});
    if (left.isEmpty() || !d->pager || !d->connections)
        return;
    auto running = d->connections->background().run(
        TableModel::tr("Take back the edits of %1").arg(d->schema.name.name),
        [pager = d->pager, edits = d->edits, left](Session &session, Progress &progress) {
            return recoverAll(session, progress, *pager, edits, left);
        });
    d->setWorking(running.job);
    const auto finish = [this, left, asker = QPointer(context), ready, job = running.job,
                         basedOn = d->edits.version()](const Result<Recovered> &recovered) {
        d->stopWorking(job);
        const Result<TakenBack> answer =
            recovered
                ? d->adopt(recovered->edits, recovered->files, tr("edits taken back"), basedOn)
                : Result<TakenBack>(tl::unexpected(recovered.error()));
        if (!answer)
            d->leftBehind = left;
        if (asker)
            ready(answer);
    };
    running.future.then(this, finish);
}

/// Unless other edits were made since this version of them.
Result<TableModel::TakenBack> TableModel::Private::adopt(
    const RecoveredEdits &recovered, const QList<std::shared_ptr<EditJournal::Held>> &files,
    const QString &name, quint64 basedOn)
{
    if (edits.version() != basedOn || committing) {
        return fail(
            Error::Kind::Conflict,
            TableModel::tr("Other edits were made while the rows were being read, so nothing was "
                           "changed."),
            TableModel::tr("Do it once more."));
    }
    const QList<StagedEdits::Added> added = recovered.edits->allAdded();
    replaceAdded(added);
    edits = *recovered.edits;
    allChanged();
    Q_EMIT q->windowChanged();
    Q_EMIT q->totalChanged();
    if (journal && !files.isEmpty())
        journal->takeOver(files);
    told(name, recovered.step);
    if (journal && !files.isEmpty())
        journal->removeAfterwards(files, edits);
    return TakenBack{recovered.staged,       recovered.contested, recovered.present,
                     recovered.wasCommitted, recovered.lostCount, recovered.lost};
}

void TableModel::Private::resolveCommit()
{
    if (!unresolved || !connections)
        return;
    auto running = connections->jobs().run(
        TableModel::tr("Ask what became of the commit to %1").arg(schema.name.name),
        [transaction = unresolved->unknownTransaction](Session &session, Progress &) {
            return outcomeOf(session, transaction);
        },
        Job::Visibility::Quiet);
    running.future.then(q, [this, transaction = unresolved->unknownTransaction](
                               const Result<CommitOutcome> &outcome) {
        if (unresolved && unresolved->unknownTransaction == transaction)
            onResolved(outcome);
    });
}

void TableModel::Private::onResolved(const Result<CommitOutcome> &outcome)
{
    if (!outcome && outcome.error().kind == Error::Kind::Connection)
        return;  // asked again once it is back
    if (outcome && *outcome == CommitOutcome::InProgress) {
        QTimer::singleShot(askAgainAfter, q, [this] { resolveCommit(); });
        return;
    }
    if (outcome && *outcome == CommitOutcome::Committed) {
        onCommitted(std::exchange(unresolved, std::nullopt)->report);
        return;
    }
    CommitFailure failure = *std::exchange(unresolved, std::nullopt);
    failure.unknownTransaction.clear();
    failure.error.detail.clear();
    if (outcome && *outcome == CommitOutcome::RolledBack) {
        failure.error.message = TableModel::tr(
            "The server took the commit back when the connection broke: nothing was saved.");
        failure.error.hint = TableModel::tr("Your edits are kept. Commit again.");
    } else {
        failure.error.message =
            TableModel::tr("The server does not know any more whether the last commit was saved.");
        failure.error.hint = TableModel::tr(
            "Your edits are kept. Compare them with the rows (F5) before you commit again.");
    }
    failure.error.kind = Error::Kind::Conflict;
    setCommitting(commitJob != nullptr);
    onCommitFailed(failure);
}

}  // namespace roster
