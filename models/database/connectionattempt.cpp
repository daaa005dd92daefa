// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/connectionattempt.h"

#include "models/database/connectionerror.h"
#include "models/database/refusalstate.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QStringList>
#include <QThread>
#include <QUuid>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roster {

namespace {

constexpr auto lookForCancelEvery = 50ms;
std::atomic_int abandonedThreads = 0;

/// QPSQL quotes host, dbname, user and password itself, the connect options not.
QString optionQuoted(QString value)
{
    value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return u'\'' + value + u'\'';
}

Result<QString> connectOptions(const ConnectionProfile &profile)
{
    static const QStringList setters{u"host"_s, u"dbname"_s, u"user"_s, u"password"_s};
    QMap<QString, QString> parameters = profile.parameters;
    parameters.insert(u"fallback_application_name"_s, u"roster"_s);
    if (!parameters.contains(u"connect_timeout"_s))
        parameters.insert(u"connect_timeout"_s, u"10"_s);
    QStringList options;
    for (auto it = parameters.cbegin(); it != parameters.cend(); ++it) {
        if (setters.contains(it.key()))
            continue;
        if (it.value().contains(u';')) {  // QPSQL makes a blank of it
            return fail(Error::Kind::Usage,
                        QCoreApplication::translate("Session",
                                                    "Connection parameter %1: a semicolon cannot "
                                                    "be passed on.")
                            .arg(it.key()),
                        QCoreApplication::translate("Session", "Use a path without a semicolon."));
        }
        options << it.key() + u'=' + optionQuoted(it.value());
    }
    return options.join(u' ');
}

/// What the two threads share.
struct Attempt
{
    ConnectionProfile profile;
    QString options;
    QString name;
    QThread *caller = nullptr;

    std::mutex mutex;
    std::condition_variable changed;
    bool done = false;
    bool abandoned = false;
    bool opened = false;
    QString text;      ///< libpq's, where it was not opened
    QString sqlState;  ///< where the text alone does not tell
};

/// Hands the open connection to the caller's thread; false where the caller has gone.
bool handOver(Attempt &attempt, const QSqlDatabase &database, const QString &sqlState)
{
    const std::scoped_lock lock(attempt.mutex);
    attempt.done = true;
    attempt.opened = database.isOpen();
    attempt.text = database.lastError().databaseText();
    attempt.sqlState = sqlState;
    if (attempt.abandoned || !attempt.opened)
        return false;
    database.driver()->moveToThread(attempt.caller);
    return true;
}

void run(Attempt &attempt)
{
    const ConnectionProfile &profile = attempt.profile;
    bool taken = false;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QPSQL"_s, attempt.name);
        database.setHostName(profile.value(u"host"_s));
        database.setDatabaseName(profile.value(u"dbname"_s));
        database.setUserName(profile.value(u"user"_s));
        database.setPassword(profile.password);
        database.setConnectOptions(attempt.options);
        QString sqlState;
        if (!database.open() && !isKnownConnectionText(database.lastError().databaseText()))
            sqlState = askRefusalState(profile);
        taken = handOver(attempt, database, sqlState);
        attempt.changed.notify_all();
        if (!taken)
            database.close();
    }
    if (!taken)
        QSqlDatabase::removeDatabase(attempt.name);
}

/// False: cancelled, and the thread goes on alone.
bool runAside(const std::shared_ptr<Attempt> &attempt, const Progress &progress)
{
    std::thread thread([attempt] {
        run(*attempt);
        const std::scoped_lock lock(attempt->mutex);
        if (attempt->abandoned)
            --abandonedThreads;
    });
    std::unique_lock lock(attempt->mutex);
    while (!attempt->done && !progress.isCancelled())
        attempt->changed.wait_for(lock, lookForCancelEvery);
    const bool done = attempt->done;
    if (!done) {
        attempt->abandoned = true;
        ++abandonedThreads;
    }
    lock.unlock();
    if (done)
        thread.join();
    else
        thread.detach();
    return done;
}

}  // namespace

Result<QString> ConnectionAttempt::open(const ConnectionProfile &profile, const Progress *progress)
{
    const Result<QString> options = connectOptions(profile);
    if (!options)
        return fail(options.error());
    const auto attempt = std::make_shared<Attempt>();
    attempt->profile = profile;
    attempt->options = *options;
    attempt->name = u"roster-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    attempt->caller = QThread::currentThread();
    if (!progress)
        run(*attempt);
    else if (!runAside(attempt, *progress))
        return fail(Error::Kind::Cancelled, QCoreApplication::translate("Session", "Cancelled."));
    if (!attempt->opened)
        return fail(connectionError(attempt->text, profile, attempt->sqlState));
    return attempt->name;
}

bool ConnectionAttempt::anyAbandoned()
{
    return abandonedThreads.load() > 0;
}

}  // namespace roster
