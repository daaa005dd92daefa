// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/databaseopener.h"

#include "models/database/connections.h"
#include "ui/common/retire.h"
#include "ui/connection/localdatabase.h"

using namespace Qt::StringLiterals;

namespace roster {

DatabaseOpener::DatabaseOpener(LocalDatabase &local, QObject *parent)
    : QObject(parent), m_local(local)
{
    connect(&m_local, &LocalDatabase::progressed, this, [this](const QString &text) {
        if (m_target.local && !m_connections)
            Q_EMIT progressed(text);
    });
}

DatabaseOpener::~DatabaseOpener() = default;

void DatabaseOpener::open(const ConnectionTarget &target)
{
    cancel();
    m_target = target;
    if (!target.local) {
        Q_EMIT progressed(tr("Connecting to %1…").arg(target.title()));
        connectTo(target.profile);
        return;
    }
    Q_EMIT progressed(tr("Starting the private database…"));
    m_local.acquire().then(this,
                           [this, attempt = m_attempt](const Result<ConnectionProfile> &profile) {
                               if (attempt != m_attempt)
                                   return;
                               if (profile)
                                   connectTo(*profile);
                               else
                                   Q_EMIT failed(profile.error());
                           });
}

void DatabaseOpener::cancel()
{
    ++m_attempt;
    m_local.cancel();
    retire(std::move(m_connections), parent());
}

OpenedDatabase DatabaseOpener::take()
{
    return {m_target, std::move(m_connections), m_overview};
}

void DatabaseOpener::connectTo(const ConnectionProfile &profile)
{
    m_connections = std::make_unique<Connections>(profile);
    readOverview(*m_connections)
        .future.then(this, [this, attempt = m_attempt](const Result<DatabaseOverview> &overview) {
            if (attempt == m_attempt)
                onOverview(overview);
        });
}

void DatabaseOpener::onOverview(const Result<DatabaseOverview> &overview)
{
    if (overview) {
        m_overview = *overview;
        Q_EMIT opened();
        return;
    }
    retire(std::move(m_connections), parent());
    Q_EMIT failed(overview.error());
}

}  // namespace roster
