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

void PendingBar::read(const RevisionSources &sources)
{
    MigrationJobs::readHistory(m_connections, sources)
        .future.then(this, [this](const Result<HistoryPointer> &history) {
            if (history)
                showHistory(*history);
        });
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
    QString hint = tr("Nothing runs by itself.");
    if (!state.hasVersionTable()) {
        hint = tr("The database has tables and no history yet. If they are what the revision "
                  "makes, mark it as applied.");
    }
    showMessage(Theme::Meaning::Info, RevisionText::pending(*history), hint);
    setAction(tr("Sh&ow"), [this] { Q_EMIT pageRequested(); });
}

}  // namespace roster
