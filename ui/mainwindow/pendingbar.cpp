// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/pendingbar.h"

#include "models/database/connections.h"
#include "ui/migrations/revisiontext.h"

using namespace Qt::StringLiterals;

namespace roster {

PendingBar::PendingBar(Connections &connections, QWidget *parent)
    : ErrorBar(parent), m_connections(connections)
{
    setObjectName(u"pendingBar"_s);
    connect(this, &ErrorBar::closed, this, [this] { m_closed = m_pending; });
}

void PendingBar::read(const RevisionSources &sources, bool runs)
{
    MigrationJobs::readHistory(m_connections, sources)
        .future.then(this, [this, sources, runs](const Result<HistoryPointer> &history) {
            if (!history)
                return;
            showHistory(*history);
            const MigrationState &state = (*history)->state;
            if (runs && isVisibleTo(parentWidget()) && state.hasVersionTable()
                && state.environment() == Environment::Development)
                runReviewed(sources);
        });
}

void PendingBar::runReviewed(const RevisionSources &sources)
{
    MigrationJobs::runReviewed(m_connections, sources)
        .future.then(this, [this](const Result<MigrationJobs::UnaskedRun> &run) {
            if (run) {
                showRun(*run);
                return;
            }
            showError(run.error());
            setAction(tr("Sh&ow"), [this] { Q_EMIT pageRequested(); });
            Q_EMIT schemaChanged();  // what ran before the one that failed stays
        });
}

void PendingBar::showRun(const MigrationJobs::UnaskedRun &run)
{
    if (!run.review.isMarked)
        return;
    if (run.report.steps.isEmpty()) {
        if (run.review.obstacles.isEmpty())
            return;
        m_looked = m_pending;
        m_why = tr("They do not run by themselves: %1").arg(run.review.obstacles.first());
        setHint(m_why);
        return;
    }
    m_pending.clear();
    showMessage(
        Theme::Meaning::Info,
        tr("%n reviewed revision(s) were applied, since this is a development database.", nullptr,
           int(run.report.steps.size())),
        (run.report.warnings + QStringList{tr("The preferences can turn that off.")}).join(u' '));
    setAction(tr("Sh&ow"), [this] { Q_EMIT pageRequested(); });
    Q_EMIT schemaChanged();
}

void PendingBar::showHistory(const HistoryPointer &history)
{
    const MigrationState &state = history->state;
    m_pending = state.pending();
    // An empty database: its page offers to make the tables, which applies them.
    const bool isNew = !state.hasVersionTable() && !history->hasTables;
    if (state.pending().isEmpty() || isNew || state.pending() == m_closed) {
        clear();
        return;
    }
    QString hint =
        m_looked == m_pending && !m_why.isEmpty() ? m_why : tr("Nothing runs by itself.");
    if (!state.hasVersionTable()) {
        hint = tr("The database has tables and no history yet. If they are what the revision "
                  "makes, mark it as applied.");
    }
    showMessage(Theme::Meaning::Info, RevisionText::pending(*history), hint);
    setAction(tr("Sh&ow"), [this] { Q_EMIT pageRequested(); });
}

}  // namespace roster
