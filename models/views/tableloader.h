// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_VIEWS_TABLELOADER_H
#define ROSTER_VIEWS_TABLELOADER_H

#include "models/database/connections.h"
#include "models/views/pagereader.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace roster {

/// Brings pages, counts and milestones of one table from the workers. One page at a time; an answer
/// that nobody waits for any more is dropped.
class TableLoader : public QObject
{
    Q_OBJECT

public:
    using PagerPointer = std::shared_ptr<const Pager>;

    explicit TableLoader(Connections &connections, QObject *parent = nullptr);
    ~TableLoader() override;

    bool isBusy() const { return m_page != nullptr; }
    /// Reads a page; one under way is cancelled and forgotten.
    void request(const PagerPointer &pager, const PageRequest &request);
    /// Stops and forgets everything: the page, the survey, the counts.
    void cancel();

    /// Which query the milestones and counts below are about; forgets those of another one.
    void setPager(const PagerPointer &pager);
    /// The best places known for a jump to `position`: surveyed, else sampled, else null.
    std::shared_ptr<const Milestones> milestonesFor(qint64 position) const;
    void setSampled(const std::shared_ptr<const Milestones> &sampled) { m_sampled = sampled; }
    /// The table changed: what was counted becomes a guess.
    void doubtMilestones();
    bool isSurveyed() const { return m_surveyed && m_surveyed->complete; }
    bool isSurveying() const { return m_survey != nullptr; }
    bool isLocating() const { return m_locate != nullptr; }

    /// Asks whether an index serves the query's filter; answered by filterWeighed.
    void weighFilter(const PagerPointer &pager);
    void estimate();
    /// Takes a sample ahead of the first jump, in the background.
    void sample();
    void count();
    /// Once a query: one that failed or ran out of time would do so again.
    void survey();
    bool hasTriedSurvey() const { return m_surveyTried; }
    /// Counts the rows before `key`; answered by located(identity, position), -1 where that failed.
    void locate(const RowKey &key, const QByteArray &identity);

Q_SIGNALS:
    void busyChanged();
    void pageRead(const roster::PageAnswer &answer);
    void pageFailed(const roster::Error &error);
    void filterWeighed(bool isIndexed);
    void estimated(qint64 rows);
    void serverIsReadOnly(bool readOnly);
    void counted(qint64 rows);
    void countFailed(const roster::Error &error);
    void surveyed(qint64 rows);
    void surveyEnded();  ///< with or without success
    void located(const QByteArray &identity, qint64 position);

private:
    void setPageJob(const JobPointer &job);
    void onSurveyGrown(const PagerPointer &pager, const Milestones &milestones);

    QPointer<Connections> m_connections;
    PagerPointer m_pager;
    JobPointer m_page;
    JobPointer m_sample;
    JobPointer m_survey;
    bool m_surveyTried = false;
    JobPointer m_count;
    JobPointer m_estimate;
    JobPointer m_weigh;
    JobPointer m_locate;
    std::shared_ptr<const Milestones> m_sampled;
    std::shared_ptr<const Milestones> m_surveyed;
};

}  // namespace roster

#endif
