// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/tableloader.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr auto quiet = Job::Visibility::Quiet;
/// How far past the last surveyed place its rows may still be read from there.
constexpr qint64 placeReach = 2000;

void stop(JobPointer &job)
{
    if (const JobPointer stopped = std::exchange(job, nullptr))
        stopped->cancel();
}

}  // namespace

TableLoader::TableLoader(Connections &connections, QObject *parent)
    : QObject(parent), m_connections(&connections)
{
}

TableLoader::~TableLoader()
{
    for (JobPointer *job :
         {&m_page, &m_sample, &m_survey, &m_count, &m_estimate, &m_locate, &m_weigh})
        stop(*job);
}

void TableLoader::setPageJob(const JobPointer &job)
{
    const bool wasBusy = isBusy();
    m_page = job;
    if (isBusy() != wasBusy)
        Q_EMIT busyChanged();
}

void TableLoader::request(const PagerPointer &pager, const PageRequest &request)
{
    if (m_page)
        m_page->cancel();
    if (!m_connections)
        return;
    auto running = m_connections->page().run(
        tr("Read rows of %1").arg(pager->schema().name.name),
        [pager, request](Session &session, Progress &) {
            return readPage(session, *pager, request);
        },
        quiet);
    setPageJob(running.job);
    running.future.then(this, [this, job = running.job](const Result<PageAnswer> &answer) {
        if (job != m_page)
            return;  // another request took its place
        setPageJob(nullptr);
        if (answer)
            Q_EMIT pageRead(*answer);
        else
            Q_EMIT pageFailed(answer.error());
    });
}

void TableLoader::cancel()
{
    for (JobPointer *job : {&m_sample, &m_survey, &m_count, &m_estimate, &m_locate, &m_weigh})
        stop(*job);
    if (m_page) {
        m_page->cancel();
        setPageJob(nullptr);
    }
}

void TableLoader::setPager(const PagerPointer &pager)
{
    for (JobPointer *job : {&m_sample, &m_survey, &m_count, &m_estimate, &m_locate, &m_weigh})
        stop(*job);
    m_pager = pager;
    m_sampled.reset();
    m_surveyed.reset();
    m_surveyTried = false;
}

std::shared_ptr<const Milestones> TableLoader::milestonesFor(qint64 position) const
{
    if (m_surveyed && !m_surveyed->places.isEmpty()
        && (m_surveyed->complete || position < m_surveyed->places.constLast().row + placeReach)) {
        return m_surveyed;
    }
    return m_sampled;
}

void TableLoader::doubtMilestones()
{
    stop(m_survey);
    if (isSurveyed()) {
        Milestones guess = *m_surveyed;
        guess.exact = false;
        m_sampled = std::make_shared<const Milestones>(std::move(guess));
    }
    m_surveyed.reset();
    m_surveyTried = false;
}

void TableLoader::weighFilter(const PagerPointer &pager)
{
    stop(m_weigh);
    if (!m_connections || !pager->query().isFiltered())
        return;
    // Beside the page, which may take long: it is then that one wants to know.
    auto running = m_connections->background().run(
        tr("Weigh the filter of %1").arg(pager->schema().name.name),
        [pager](Session &session, Progress &) { return pager->isFilterIndexed(session); }, quiet);
    m_weigh = running.job;
    running.future.then(this, [this, job = running.job](const Result<bool> &isIndexed) {
        if (job != m_weigh)
            return;
        m_weigh.reset();
        if (isIndexed)
            Q_EMIT filterWeighed(*isIndexed);
    });
}

void TableLoader::estimate()
{
    if (!m_connections || !m_pager)
        return;
    using Answer = std::pair<qint64, bool>;
    auto running = m_connections->page().run(
        tr("Estimate the rows of %1").arg(m_pager->schema().name.name),
        [pager = m_pager](Session &session, Progress &) -> Result<Answer> {
            const auto readOnly = session.query(u"SHOW transaction_read_only"_s);
            if (!readOnly)
                return fail(readOnly.error());
            return pager->estimate(session).map(
                [&](qint64 rows) { return Answer(rows, readOnly->bytes(0, 0) == "on"); });
        },
        quiet);
    m_estimate = running.job;
    running.future.then(this, [this, job = running.job](const Result<Answer> &answer) {
        if (job != m_estimate)
            return;
        m_estimate.reset();
        if (!answer)
            return;
        Q_EMIT serverIsReadOnly(answer->second);
        Q_EMIT estimated(answer->first);
    });
}

void TableLoader::sample()
{
    if (!m_connections || !m_pager || !m_pager->isKeyed() || m_sample || m_sampled)
        return;
    auto running = m_connections->background().run(
        tr("Sample %1").arg(m_pager->schema().name.name),
        [pager = m_pager](Session &session, Progress &) { return pager->sample(session); }, quiet);
    m_sample = running.job;
    running.future.then(this, [this, job = running.job](const Result<Milestones> &sampled) {
        if (job != m_sample)
            return;
        m_sample.reset();
        if (sampled && !m_sampled)
            m_sampled = std::make_shared<const Milestones>(*sampled);
    });
}

void TableLoader::count()
{
    if (!m_connections || !m_pager)
        return;
    stop(m_count);
    auto running = m_connections->background().run(
        tr("Count the rows of %1").arg(m_pager->schema().name.name),
        [pager = m_pager](Session &session, Progress &) { return pager->count(session); }, quiet);
    m_count = running.job;
    running.future.then(this, [this, job = running.job](const Result<qint64> &rows) {
        if (job != m_count)
            return;
        m_count.reset();
        if (rows)
            Q_EMIT counted(*rows);
        else
            Q_EMIT countFailed(rows.error());
    });
}

void TableLoader::survey()
{
    if (!m_connections || !m_pager || m_surveyTried)
        return;
    m_surveyTried = true;
    const QPointer<TableLoader> self(this);
    auto running = m_connections->background().run(
        tr("Survey %1").arg(m_pager->schema().name.name),
        [this, self, pager = m_pager, owner = m_connections.data()](Session &session,
                                                                    Progress &progress) {
            // By way of the connections object, which outlives its workers' threads; whether this
            // loader still lives is looked up on its own thread only.
            const auto grown = [&](const Milestones &milestones) {
                QMetaObject::invokeMethod(
                    owner,
                    [this, self, pager, milestones] {
                        if (self)
                            onSurveyGrown(pager, milestones);
                    },
                    Qt::QueuedConnection);
            };
            return pager->survey(session, progress, grown);
        },
        quiet);
    m_survey = running.job;
    running.future.then(this, [this, job = running.job](const Result<Milestones> &milestones) {
        if (job != m_survey)
            return;
        m_survey.reset();
        if (milestones) {
            m_surveyed = std::make_shared<const Milestones>(*milestones);
            Q_EMIT surveyed(milestones->total);
        }
        Q_EMIT surveyEnded();
    });
}

void TableLoader::onSurveyGrown(const PagerPointer &pager, const Milestones &milestones)
{
    if (pager == m_pager && m_survey)
        m_surveyed = std::make_shared<const Milestones>(milestones);
}

void TableLoader::locate(const RowKey &key, const QByteArray &identity)
{
    if (!m_connections || !m_pager || m_locate)
        return;
    auto running = m_connections->background().run(
        tr("Find the place in %1").arg(m_pager->schema().name.name),
        [pager = m_pager, key](Session &session, Progress &) {
            return pager->position(session, key);
        },
        quiet);
    m_locate = running.job;
    running.future.then(this, [this, job = running.job, identity](const Result<qint64> &position) {
        if (job != m_locate)
            return;
        m_locate.reset();
        Q_EMIT located(identity, position.value_or(-1));
    });
}

}  // namespace roster
