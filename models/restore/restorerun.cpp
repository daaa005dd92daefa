// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/restorerun.h"

#include "models/database/cancellable.h"
#include "models/database/transaction.h"
#include "models/restore/loadingsession.h"
#include "models/restore/restoreleftovers.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Restore)
};

Result<void> checkTyped(const QString &typed, const QString &database)
{
    if (typed == database)
        return {};
    return fail(Error::Kind::Refused,
                typed.isEmpty()
                    ? Text::tr("The name of the database was not typed.")
                    : Text::tr("%1 was typed, and the database is %2.").arg(typed, database),
                Text::tr("Type the name of the database that is to be replaced: %1.").arg(database),
                u"--yes-replace "_s + database);
}

/// As many as there are likely to be cores at both ends.
int sessionsBeside()
{
    return std::clamp(QThread::idealThreadCount(), 2, 4);
}

/// What a new database is made like: the server's template, owned by who asks for it.
Result<DatabaseTraits> traitsOfNew(RestoreServer &server)
{
    auto traits = DatabaseTraits::read(server.session(), u"template1"_s);
    if (!traits)
        return traits;
    const auto role = server.session().query(u"SELECT rolname, rolsuper FROM pg_catalog.pg_roles "
                                             "WHERE rolname = current_user"_s);
    if (!role)
        return fail(role.error());
    traits->owner = role->text(0, 0);
    traits->ownerIsSuperuser = role->boolean(0, 1);
    traits->isOurs = true;
    traits->bytes = -1;
    return traits;
}

Result<DatabaseTraits> traitsFor(RestoreServer &server, const RestoreRequest &request)
{
    if (!RestoreNames::isPossible(request.database)) {
        return fail(Error::Kind::InvalidInput,
                    Text::tr("%1 cannot name a database: 1 to 63 bytes fit.").arg(request.database),
                    Text::tr("Choose a shorter name."));
    }
    if (request.target == RestoreRequest::Target::Replace)
        return DatabaseTraits::read(server.session(), request.database);
    const auto taken = server.oidOf(request.database);
    if (!taken)
        return fail(taken.error());
    if (*taken) {
        return fail(
            Error::Kind::Refused, Text::tr("There already is a database %1.").arg(request.database),
            Text::tr("Choose another name, or replace it (--replace %1).").arg(request.database));
    }
    return traitsOfNew(server);
}

}  // namespace

Result<std::unique_ptr<PreparedRestore>> RestoreRun::begin(const RestoreRequest &request,
                                                           Progress &progress)
{
    std::unique_ptr<PreparedRestore> restore(new PreparedRestore);
    restore->m_since.start();
    restore->m_request = request;
    progress.setText(Text::tr("Looking at the server"));
    auto server = RestoreServer::connect(request.server, request.database, &progress);
    if (!server)
        return fail(server.error());
    restore->m_server = std::move(*server);
    ROSTER_TRY(restore->m_server->lock());
    auto traits = traitsFor(*restore->m_server, request);
    if (!traits)
        return fail(traits.error());
    restore->m_traits = *traits;
    auto preflight = RestorePreflight::read(
        *restore->m_server, {.replaces = request.target == RestoreRequest::Target::Replace,
                             .traits = *traits,
                             .needs = request.needs,
                             .missing = request.missingRoles,
                             .roleMap = request.roleMap,
                             .roleChoices = request.roleChoices,
                             .isInPlace = request.isInPlace});
    if (!preflight)
        return fail(preflight.error());
    restore->m_preflight = *preflight;
    return restore;
}

Result<RestorePreflight> RestoreRun::preflight(const RestoreRequest &request, Progress &progress)
{
    const auto restore = begin(request, progress);
    if (!restore)
        return fail(restore.error());
    return (*restore)->m_preflight;
}

Result<void> RestoreRun::createRoles(PreparedRestore &restore)
{
    for (const QString &role : restore.m_preflight.newRoles)
        ROSTER_TRY(
            restore.m_server->session().query(u"CREATE ROLE %1 NOLOGIN"_s.arg(quoted(role))));
    return {};
}

Result<void> RestoreRun::fill(PreparedRestore &restore, Progress &progress)
{
    const RestoreRequest &request = restore.m_request;
    const auto loading =
        LoadingSession::open(*restore.m_server, *restore.m_side, restore.m_traits,
                             {.trusted = request.trusted, .isOwnSql = request.isOwnSql}, &progress);
    if (!loading)
        return fail(loading.error());
    restore.m_notes += (*loading)->notes();
    DumpLoader::Options options{.roleMap = request.roleMap, .runAs = (*loading)->runsAs()};
    for (const QString &role : restore.m_preflight.leftOutRoles)
        options.leftOutRoles.insert(role);
    options.builders = [&] { return (*loading)->openMore(sessionsBeside(), &progress); };
    FillTarget target{(*loading)->session(), restore.m_side->session(), options};
    // The inner one is what a cancel stops; the other refuses what comes after.
    restore.m_side->session().setProgress(&progress);
    const auto loaded = [&] {
        const Cancellable cancellable((*loading)->session(), progress);
        return request.fill(target, progress);
    }();
    restore.m_side->session().setProgress(nullptr);
    if (!loaded)
        return fail(loaded.error());
    restore.m_loaded = *loaded;
    restore.m_notes += loaded->notes;
    ROSTER_TRY(restore.m_side->session().restoreSettings());
    return {};
}

Result<void> RestoreRun::check(PreparedRestore &restore, Progress &progress)
{
    // Those that do not come to be are not missed, only waited for.
    std::vector<std::unique_ptr<Session>> sessions;
    QList<Session *> beside;
    for (int number = 1; number < sessionsBeside(); ++number) {
        auto session = restore.m_side->openSession(&progress);
        if (!session)
            break;
        beside << session->get();
        sessions.push_back(std::move(*session));
    }
    const auto checks = RestoreChecks::run(restore.m_side->session(), restore.m_loaded,
                                           restore.m_request.checks, progress, beside);
    sessions.clear();
    if (!checks)
        return fail(checks.error());
    restore.m_checks = *checks;
    restore.m_notes += checks->warnings;
    if (!checks->isSound()) {
        Error error;
        error.kind = Error::Kind::InvalidInput;
        error.message = Text::tr("What was restored is not what %1 says: %2")
                            .arg(restore.m_request.from, checks->failures.join(u' '));
        error.hint = Text::tr("Nothing was changed. Take another backup, or look into this one.");
        return fail(error);
    }
    if (restore.m_request.target == RestoreRequest::Target::NewDatabase)
        return {};
    const auto live =
        Session::open(restore.m_server->profileOf(restore.m_request.database), &progress);
    if (!live)
        return fail(live.error());
    const auto comparison =
        DatabaseComparison::read(**live, restore.m_side->session(), *checks, progress);
    if (!comparison)
        return fail(comparison.error());
    restore.m_comparison = *comparison;
    return {};
}

Result<std::unique_ptr<PreparedRestore>> RestoreRun::prepare(const RestoreRequest &request,
                                                             Progress &progress)
{
    auto restore = begin(request, progress);
    if (!restore)
        return restore;
    if (!(*restore)->m_preflight.obstacles.isEmpty())
        return fail((*restore)->m_preflight.obstacles.first());
    (*restore)->m_notes = (*restore)->m_preflight.notes;
    progress.setText(Text::tr("Making an empty database beside it"));
    auto side =
        SideDatabase::create(*(*restore)->m_server, (*restore)->m_traits, request.from, progress);
    if (!side)
        return fail(side.error());
    (*restore)->m_side = std::move(*side);
    auto done = createRoles(**restore);
    if (done)
        done = fill(**restore, progress);
    if (done)
        done = check(**restore, progress);
    if (done)
        return restore;
    Error error = done.error();
    if (const auto dropped = (*restore)->m_side->drop(); !dropped) {
        error.detail += (error.detail.isEmpty() ? QString() : u"\n"_s)
                      + Text::tr("%1 could not be dropped (%2); `roster restore cleanup` does it "
                                 "later.")
                            .arg((*restore)->m_side->name(), dropped.error().message);
    }
    return fail(error);
}

/// A new database comes into being under its name, open to all as any other.
Result<void> PreparedRestore::giveName()
{
    Session &session = m_server->session();
    auto transaction = Transaction::begin(session);
    if (!transaction)
        return fail(transaction.error());
    ROSTER_TRY(
        session.query(u"ALTER DATABASE %1 ALLOW_CONNECTIONS true"_s.arg(quoted(m_side->name()))));
    ROSTER_TRY(session.query(u"COMMENT ON DATABASE %1 IS NULL"_s.arg(quoted(m_side->name()))));
    ROSTER_TRY(session.query(u"ALTER DATABASE %1 RENAME TO %2"_s.arg(quoted(m_side->name()),
                                                                     quoted(m_request.database))));
    return transaction->commit();
}

Result<RestoreReceipt> PreparedRestore::finish(const QString &typedName, Progress &progress)
{
    ROSTER_TRY(checkTyped(typedName, m_request.database));
    if (progress.isCancelled())
        return fail(Error::Kind::Cancelled, Text::tr("Cancelled."),
                    Text::tr("Nothing was changed."));
    RestoreReceipt receipt;
    receipt.database = m_request.database;
    receipt.from = m_request.from;
    receipt.oid = m_side->oid();
    receipt.notes = m_notes;
    m_side->close();
    if (m_request.target == RestoreRequest::Target::NewDatabase) {
        ROSTER_TRY(giveName());
    } else {
        progress.setText(Text::tr("Putting it in the place of %1").arg(m_request.database));
        if (!m_request.logged.isEmpty()) {
            ROSTER_TRY(m_server->session().query(
                u"DO "_s
                + literal(
                    u"BEGIN RAISE LOG USING MESSAGE = %1; END"_s.arg(literal(m_request.logged)))));
        }
        const auto swapped =
            DatabaseSwap(*m_server).swapIn(m_traits, m_side->name(), m_side->oid(), m_request.from);
        if (!swapped)
            return fail(swapped.error());
        receipt.before = swapped->before;
        receipt.endedSessions = swapped->endedSessions;
        receipt.closedMilliseconds = swapped->milliseconds;
        receipt.notes += swapped->notes;
    }
    m_side->release();
    m_server->unlock();
    receipt.tables = m_checks.tables.size();
    receipt.rows = m_checks.allRows();
    receipt.revisions = m_checks.revisions;
    receipt.passed = m_checks.passed;
    receipt.milliseconds = m_since.elapsed();
    return receipt;
}

Result<SwapOutcome> undoRestore(const ConnectionProfile &server, const QString &database,
                                const QString &before, const QString &typedName, Progress &progress)
{
    ROSTER_TRY(checkTyped(typedName, database));
    auto connected = RestoreServer::connect(server, database, &progress);
    if (!connected)
        return fail(connected.error());
    ROSTER_TRY((*connected)->lock());
    QString name = before;
    if (name.isEmpty()) {
        const auto newest = RestoreLeftovers::newestBefore(**connected, database);
        if (!newest)
            return fail(newest.error());
        name = newest->name;
    }
    progress.setText(Text::tr("Bringing back what %1 was").arg(database));
    return DatabaseSwap(**connected).undo(name);
}

}  // namespace roster
