// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/lockwaiting.h"

#include "app/commands/context.h"
#include "models/migration/revisionrunner.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MigrateCommand)
};

QJsonArray toJson(const QList<LockHolder> &holders)
{
    QJsonArray array;
    for (const LockHolder &holder : holders) {
        array << QJsonObject{{u"pid"_s, holder.pid},
                             {u"user"_s, holder.user},
                             {u"application"_s, holder.application},
                             {u"address"_s, holder.address},
                             {u"since"_s, holder.since},
                             {u"seconds"_s, holder.seconds},
                             {u"state"_s, holder.state},
                             {u"query"_s, holder.query},
                             {u"relation"_s, holder.relation},
                             {u"mode"_s, holder.mode}};
    }
    return array;
}

}  // namespace

/// A run that did not end well still tells a program why.
void LockWaiting::writeJson(Context &context, const Error &error, const QList<LockHolder> &holders)
{
    const QJsonObject object{{u"error"_s, QJsonObject{{u"message"_s, error.message},
                                                      {u"detail"_s, error.detail},
                                                      {u"hint"_s, error.hint},
                                                      {u"sqlstate"_s, error.sqlState}}},
                             {u"blocked_by"_s, toJson(holders)}};
    context.out().write(QJsonDocument(object).toJson());
}

/// Who holds a statement up, while it waits; on the thread that looks.
void LockWaiting::say(const QList<LockHolder> &holders)
{
    if (isatty(STDERR_FILENO) == 1)
        std::fputs("\r\033[K", stderr);
    for (const LockHolder &holder : holders) {
        writeMessage(
            Text::tr("Waiting for a lock on %1, held by %2").arg(holder.relation, holder.toText()));
    }
}

Result<int> LockWaiting::timeout(const Context &context)
{
    if (!context.has(u"lock-timeout"_s))
        return MigrationTimes().lockTimeoutMs;
    bool isNumber = false;
    const double seconds = context.value(u"lock-timeout"_s).toDouble(&isNumber);
    if (isNumber && seconds > 0 && seconds < 86400)
        return int(seconds * 1000);
    return fail(Error::Kind::Usage, Text::tr("--lock-timeout wants seconds, such as 5 or 0.5."));
}

}  // namespace roster
