// SPDX-License-Identifier: GPL-3.0-or-later
// Looking for a text in the whole table.
#include "models/views/tablemodelprivate.h"

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// Where it was found: the row's primary key.
struct Hit
{
    std::optional<RowKey> primaryKey;
    bool wrapped = false;
};

Result<Hit> findRow(Session &session, const Pager &pager, const RowSearch &search,
                    const std::optional<RowKey> &from)
{
    Hit hit;
    auto key = pager.search(session, search, from);
    if (key && !*key && from) {
        hit.wrapped = true;
        key = pager.search(session, search, std::nullopt);
    }
    if (!key)
        return fail(key.error());
    if (*key)
        hit.primaryKey = pager.primaryKeyOf(**key);
    return hit;
}

}  // namespace

void TableModel::Private::stopSearching()
{
    if (const JobPointer job = std::exchange(searchJob, nullptr)) {
        job->cancel();
        Q_EMIT q->workingChanged(q->isWorking());
    }
}

bool TableModel::isSearchIndexed(const RowSearch &search) const
{
    return d->pager && d->pager->isSearchIndexed(search);
}

void TableModel::search(const RowSearch &search, qint64 position, QObject *context,
                        const std::function<void(const Result<SearchOutcome> &)> &ready)
{
    d->stopSearching();
    if (!d->pager || !d->connections)
        return;
    if (schema().primaryKey.isEmpty()) {
        Error error;
        error.kind = Error::Kind::Refused;
        error.message =
            tr("%1 has no primary key, so nothing leads to a row of it.").arg(schema().name.name);
        error.hint = tr("Search in any column (F3): it limits the rows to those that fit.");
        QMetaObject::invokeMethod(
            context, [ready, error] { ready(tl::unexpected(error)); }, Qt::QueuedConnection);
        return;
    }
    std::optional<RowKey> from;
    const qint64 row = position - firstPosition() - d->addedShown();
    if (position >= 0 && row >= 0 && row < d->window.size()) {
        const LoadedRow &loaded = d->window.at(int(row));
        from = d->pager->keyOf(loaded.rows, loaded.row);
    }
    auto running = d->connections->jobs().run(
        tr("Look for “%1” in %2").arg(search.text, schema().name.name),
        [pager = d->pager, search, from](Session &session, Progress &) {
            return findRow(session, *pager, search, from);
        },
        Job::Visibility::Quiet);
    d->searchJob = running.job;
    Q_EMIT workingChanged(true);
    running.future.then(this, [this, job = running.job, asker = QPointer<QObject>(context), ready,
                               asked = d->pager](const Result<Hit> &hit) {
        if (job != d->searchJob)
            return;  // another one took its place, or somebody stopped it
        d->searchJob.reset();
        Q_EMIT workingChanged(isWorking());
        if (!asker)
            return;
        if (!hit) {
            ready(tl::unexpected(hit.error()));
            return;
        }
        ready(SearchOutcome{hit->primaryKey.has_value(), hit->wrapped});
        if (hit->primaryKey && asked == d->pager)
            goToKey(*hit->primaryKey);
    });
}

}  // namespace roster
