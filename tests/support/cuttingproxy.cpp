// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cuttingproxy.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QTimer>

#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;

namespace roster::test {

namespace {

/// Longer than the server takes to answer a message of these tests.
constexpr std::chrono::milliseconds answered(150);

QString socketIn(const QString &folder, const ConnectionProfile &server)
{
    const QString port = server.value(u"port"_s);
    return u"%1/.s.PGSQL.%2"_s.arg(folder, port.isEmpty() ? u"5432"_s : port);
}

}  // namespace

CuttingProxy::CuttingProxy(const ConnectionProfile &server) : m_server(server)
{
    start();
    while (!m_isUp)
        msleep(1);
}

CuttingProxy::~CuttingProxy()
{
    quit();
    wait();
}

ConnectionProfile CuttingProxy::profile() const
{
    ConnectionProfile profile = m_server;
    profile.parameters.insert(u"host"_s, m_folder.path());
    return profile;
}

void CuttingProxy::cutAt(int message, bool afterAnswer)
{
    m_messages = 0;
    m_afterAnswer = afterAnswer;
    m_cutAt = message;
}

void CuttingProxy::cutAtCommit(bool afterAnswer)
{
    m_cutAt = -1;
    m_afterAnswer = afterAnswer;
    m_atCommit = true;
}

void CuttingProxy::run()
{
    QLocalServer server;
    QObject::connect(&server, &QLocalServer::newConnection, &server,
                     [this, &server] { accept(server); });
    if (!server.listen(socketIn(m_folder.path(), m_server)))
        qFatal("The proxy cannot listen: %s", qPrintable(server.errorString()));
    m_isUp = true;
    exec();
}

void CuttingProxy::accept(QLocalServer &server)
{
    QLocalSocket *client = server.nextPendingConnection();
    auto *behind = new QLocalSocket(client);
    const auto cut = [client, behind] {
        client->abort();
        behind->abort();
        client->deleteLater();
    };
    if (m_closed) {
        cut();
        return;
    }
    const auto isDeaf = std::make_shared<bool>(false);
    QObject::connect(client, &QLocalSocket::readyRead, behind, [this, client, behind, cut, isDeaf] {
        const QByteArray message = client->readAll();
        if (*isDeaf)
            return;
        const bool isCommit = message.contains("COMMIT") && m_atCommit.exchange(false);
        const bool isTheOne = m_messages++ == m_cutAt || isCommit;
        if (isCommit)
            m_closed = true;
        if (isTheOne && !m_afterAnswer) {
            cut();
            return;
        }
        if (isTheOne) {
            *isDeaf = true;  // the answer, too, gets lost
            QTimer::singleShot(answered, behind, cut);
        }
        behind->write(message);
        behind->flush();
    });
    QObject::connect(behind, &QLocalSocket::readyRead, client, [client, behind, isDeaf] {
        const QByteArray answer = behind->readAll();
        if (!*isDeaf) {
            client->write(answer);
            client->flush();
        }
    });
    QObject::connect(client, &QLocalSocket::disconnected, behind, cut);
    QObject::connect(behind, &QLocalSocket::disconnected, client, cut);
    behind->connectToServer(socketIn(m_server.value(u"host"_s), m_server));
    if (!behind->waitForConnected())
        cut();
}

}  // namespace roster::test
