// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/statusline.h"

#include "models/database/connections.h"
#include "models/database/serverinfo.h"
#include "models/views/joblistmodel.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/environmentbadge.h"
#include "ui/common/icons.h"

#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int progressInEms = 6;
constexpr int jobInEms = 14;
}  // namespace

StatusLine::StatusLine(JobListModel &jobs, QWidget *parent)
    : QStatusBar(parent),
      m_jobs(jobs),
      m_environment(new EnvironmentBadge(this)),
      m_server(new ElidedLabel(this, Qt::ElideMiddle)),
      m_version(new QLabel(this)),
      m_readOnly(new QLabel(this)),
      m_time(new QLabel(this)),
      m_job(new QToolButton(this)),
      m_progress(new QProgressBar(this)),
      m_stop(new QToolButton(this))
{
    setObjectName(u"statusLine"_s);
    m_environment->setObjectName(u"statusEnvironment"_s);
    m_server->setObjectName(u"statusServer"_s);
    m_version->setObjectName(u"statusVersion"_s);
    m_readOnly->setObjectName(u"statusReadOnly"_s);
    m_readOnly->setText(tr("Read-only"));
    m_readOnly->setFrameShape(QFrame::StyledPanel);
    m_time->setObjectName(u"statusTime"_s);
    m_time->setToolTip(tr("How long the last statement took, waiting included"));
    m_job->setObjectName(u"statusJob"_s);
    m_job->setAutoRaise(true);
    m_job->setToolTip(tr("Show the jobs"));
    m_progress->setObjectName(u"statusProgress"_s);
    m_progress->setAccessibleName(tr("Progress of the running job"));
    m_progress->setTextVisible(false);
    const int em = fontMetrics().horizontalAdvance(u'm');
    m_progress->setFixedWidth(em * progressInEms);
    m_stop->setObjectName(u"statusStop"_s);
    m_stop->setAccessibleName(tr("Stop the running job"));
    m_stop->setToolTip(tr("Stop the running job"));
    m_stop->setIcon(themedIcon(u"stop"_s));
    m_stop->setAutoRaise(true);

    for (QWidget *each : std::initializer_list<QWidget *>{
             m_job, m_progress, m_stop, m_time, m_readOnly, m_version, m_server, m_environment})
        addPermanentWidget(each);
    connect(m_job, &QToolButton::clicked, this, &StatusLine::jobsRequested);
    connect(m_stop, &QToolButton::clicked, this, [this] {
        if (const JobPointer job = m_jobs.runningJob())
            job->cancel();
    });
    connect(&m_jobs, &JobListModel::activityChanged, this, &StatusLine::showJob);
    connect(&m_jobs, &JobListModel::jobFinished, this, &StatusLine::showJob);
    clearServer();
    showJob();
}

void StatusLine::showServer(const ServerInfo &server)
{
    m_environment->setEnvironment(server.environment);
    m_environment->show();
    m_server->setFullText(server.displayName());
    m_version->setText(tr("PostgreSQL %1").arg(server.version));
    m_readOnly->setToolTip(server.recovering
                               ? tr("This server is a standby: it follows another one.")
                               : tr("default_transaction_read_only is on here."));
    m_readOnly->setVisible(server.readOnly);
}

void StatusLine::clearServer()
{
    m_environment->hide();
    m_server->setFullText({});
    m_version->clear();
    m_readOnly->hide();
    m_time->clear();
}

void StatusLine::watch(Connections &connections)
{
    connect(&connections, &Connections::jobAdded, this, [this](const JobPointer &job) {
        connect(job.get(), &Job::finished, this, [this, one = job.get()] {
            m_time->setText(tr("%1 ms").arg(QLocale().toString(one->elapsedMs())));
        });
    });
}

void StatusLine::showJob()
{
    const JobPointer job = m_jobs.runningJob();
    for (QWidget *each : std::initializer_list<QWidget *>{m_job, m_progress, m_stop})
        each->setVisible(job != nullptr);
    if (!job)
        return;
    const int others = m_jobs.unfinishedCount() - 1;
    const QString title =
        others > 0 ? tr("%1 (and %n more)", nullptr, others).arg(job->title()) : job->title();
    const int width = fontMetrics().horizontalAdvance(u'm') * jobInEms;
    m_job->setText(fontMetrics().elidedText(title, Qt::ElideRight, width));
    m_job->setAccessibleName(tr("Running: %1").arg(title));
    const Progress::State state = job->state();
    m_progress->setMaximum(state.total > 0 ? 100 : 0);
    m_progress->setValue(state.total > 0 ? int(state.done * 100 / state.total) : 0);
    m_progress->setToolTip(state.text);
}

}  // namespace roster
