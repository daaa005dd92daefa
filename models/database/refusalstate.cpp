// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/refusalstate.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QList>
#include <QRegularExpression>

#include <chrono>
#include <memory>
#include <vector>

#include <libpq-fe.h>
#include <poll.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roster {

namespace {

constexpr auto patience = 5s;

struct Finish
{
    void operator()(PGconn *connection) const { PQfinish(connection); }
};
using Connection = std::unique_ptr<PGconn, Finish>;

Connection start(const ConnectionProfile &profile)
{
    QMap<QString, QString> parameters = profile.parameters;
    if (!profile.password.isEmpty())
        parameters.insert(u"password"_s, profile.password);
    QList<QByteArray> texts;
    texts.reserve(2 * parameters.size());
    for (auto it = parameters.cbegin(); it != parameters.cend(); ++it)
        texts << it.key().toUtf8() << it.value().toUtf8();
    std::vector<const char *> words;
    std::vector<const char *> values;
    for (qsizetype i = 0; i < texts.size(); i += 2) {
        words.push_back(texts.at(i).constData());
        values.push_back(texts.at(i + 1).constData());
    }
    words.push_back(nullptr);
    values.push_back(nullptr);
    return Connection(PQconnectStartParams(words.data(), values.data(), 0));
}

/// Goes on until the server has said yes or no.
void finish(PGconn *connection)
{
    const QDeadlineTimer end(patience);
    PostgresPollingStatusType wanted = PGRES_POLLING_WRITING;
    while (wanted == PGRES_POLLING_READING || wanted == PGRES_POLLING_WRITING) {
        pollfd waiting{PQsocket(connection),
                       short(wanted == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
        if (::poll(&waiting, 1, int(end.remainingTime())) <= 0)
            return;
        wanted = PQconnectPoll(connection);
    }
}

}  // namespace

QString askRefusalState(const ConnectionProfile &profile)
{
    const Connection connection = start(profile);
    if (!connection || PQstatus(connection.get()) == CONNECTION_BAD)
        return {};
    // "connection to server … failed: FATAL:  28P01", with nothing in the server's language.
    PQsetErrorVerbosity(connection.get(), PQERRORS_SQLSTATE);
    finish(connection.get());
    static const QRegularExpression state(u":\\s+([0-9A-Z]{5})\\s*$"_s);
    return state.match(QString::fromUtf8(PQerrorMessage(connection.get()))).captured(1);
}

}  // namespace roster
