// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/jobspage.h"

#include "models/views/joblistmodel.h"
#include "ui/common/emptystate.h"
#include "ui/common/icons.h"
#include "ui/common/tablelist.h"
#include "ui/jobs/jobprogressdelegate.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int logLines = 5;
}

JobsPage::JobsPage(JobListModel &jobs, QWidget *parent)
    : QWidget(parent),
      m_jobs(jobs),
      m_stack(new QStackedWidget(this)),
      m_table(new QTableView(this)),
      m_log(new QPlainTextEdit(this)),
      m_stop(new QPushButton(themedIcon(u"stop"_s), tr("&Stop"), this)),
      m_clear(new QPushButton(tr("&Remove finished"), this))
{
    setObjectName(u"jobsPage"_s);
    auto *empty = new EmptyState(m_stack);
    empty->present(u"jobs"_s, tr("No jobs yet"),
                   tr("Work that takes time is listed here while it runs and afterwards: seeding, "
                      "creating tables, exports."));
    m_stack->addWidget(empty);
    m_stack->addWidget(list());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    setFocusProxy(m_table);

    connect(&m_jobs, &JobListModel::activityChanged, this, &JobsPage::refresh);
    connect(&m_jobs, &JobListModel::rowsRemoved, this, &JobsPage::refresh);
    connect(&m_jobs, &JobListModel::jobFinished, this, &JobsPage::refresh);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &JobsPage::refresh);
    connect(m_stop, &QPushButton::clicked, this, &JobsPage::stop);
    connect(m_clear, &QPushButton::clicked, &m_jobs, &JobListModel::removeFinished);
    refresh();
}

QWidget *JobsPage::list()
{
    m_table->setObjectName(u"jobsTable"_s);
    m_table->setAccessibleName(tr("Jobs"));
    m_table->setModel(&m_jobs);
    m_table->setItemDelegateForColumn(JobListModel::ProgressColumn,
                                      new JobProgressDelegate(m_table));
    makeTableList(*m_table);
    m_table->setAlternatingRowColors(true);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(true);
    const int em = fontMetrics().horizontalAdvance(u'm');
    header->resizeSection(JobListModel::TitleColumn, em * 16);
    header->resizeSection(JobListModel::StatusColumn, em * 7);
    header->resizeSection(JobListModel::ProgressColumn, em * 14);
    header->resizeSection(JobListModel::ElapsedColumn, em * 6);

    m_log->setObjectName(u"jobLog"_s);
    m_log->setAccessibleName(tr("What the selected job said"));
    m_log->setReadOnly(true);
    m_log->setTabChangesFocus(true);
    m_log->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_log->setMaximumHeight(fontMetrics().lineSpacing() * (logLines + 1));
    m_stop->setObjectName(u"stopJob"_s);
    m_clear->setObjectName(u"removeFinishedJobs"_s);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_clear);
    buttons->addWidget(m_stop);
    auto *page = new QWidget(m_stack);
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_log);
    layout->addLayout(buttons);
    return page;
}

void JobsPage::refresh()
{
    m_stack->setCurrentIndex(m_jobs.rowCount() > 0 ? 1 : 0);
    const int row = currentRow();
    m_stop->setEnabled(row >= 0 && m_jobs.index(row, 0).data(JobListModel::CanCancelRole).toBool());
    m_clear->setEnabled(m_jobs.unfinishedCount() < m_jobs.rowCount());
    showLog();
}

void JobsPage::stop()
{
    if (const int row = currentRow(); row >= 0)
        m_jobs.cancel(row);
}

void JobsPage::showLog()
{
    const int row = currentRow();
    QString text =
        row < 0 ? QString() : m_jobs.index(row, 0).data(JobListModel::ErrorRole).toString();
    if (const JobPointer job = m_jobs.job(row); text.isEmpty() && job)
        text = job->state().text;
    if (m_log->toPlainText() != text)
        m_log->setPlainText(text);
    m_log->setVisible(!text.isEmpty());
}

int JobsPage::currentRow() const
{
    if (const QModelIndex current = m_table->currentIndex(); current.isValid())
        return current.row();
    return m_jobs.rowCount() == 1 ? 0 : -1;
}

}  // namespace roster
