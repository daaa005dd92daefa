// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/restoreinplace.h"

#include "models/database/cancellable.h"
#include "models/database/transaction.h"
#include "models/restore/restoreserver.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Restore)
};

constexpr int decideMs = 30000;
constexpr int decidePauseMs = 200;

// `public` itself stays, with its rights: no dump of 15 makes it anew. What belongs to an extension
// stays, too.
constexpr auto dropsSql = R"(
WITH ours AS (SELECT oid, nspname FROM pg_catalog.pg_namespace WHERE nspname = ANY ($1::text[])),
members AS (SELECT objid FROM pg_catalog.pg_depend WHERE deptype = 'e')
SELECT pg_catalog.format('DROP SCHEMA IF EXISTS %I CASCADE', nspname) FROM ours
WHERE nspname <> 'public'
UNION ALL
SELECT pg_catalog.format('DROP %s IF EXISTS %I.%I CASCADE',
           CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN
           'SEQUENCE' WHEN 'f' THEN 'FOREIGN TABLE' WHEN 'c' THEN 'TYPE' ELSE 'TABLE' END,
           'public', c.relname)
FROM pg_catalog.pg_class c JOIN ours n ON n.oid = c.relnamespace
WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f', 'c')
  AND c.oid NOT IN (SELECT objid FROM members)
UNION ALL
SELECT pg_catalog.format('DROP ROUTINE IF EXISTS %s CASCADE', p.oid::pg_catalog.regprocedure)
FROM pg_catalog.pg_proc p JOIN ours n ON n.oid = p.pronamespace
WHERE n.nspname = 'public' AND p.oid NOT IN (SELECT objid FROM members)
UNION ALL
SELECT pg_catalog.format('DROP TYPE IF EXISTS %s CASCADE', t.oid::pg_catalog.regtype)
FROM pg_catalog.pg_type t JOIN ours n ON n.oid = t.typnamespace
WHERE n.nspname = 'public' AND t.typtype IN ('e', 'd', 'r')
  AND t.oid NOT IN (SELECT objid FROM members))";

QByteArray arrayOf(const QStringList &texts)
{
    QStringList elements;
    for (QString text : texts) {
        text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
        elements << u'"' + text + u'"';
    }
    return (u'{' + elements.join(u',') + u'}').toUtf8();
}

Result<void> dropAll(Session &session, const QStringList &schemas)
{
    // Fully qualified names, whatever the search_path is.
    ROSTER_TRY(session.query(u"SET LOCAL search_path = ''"_s));
    const auto drops = session.query(QString::fromUtf8(dropsSql), {arrayOf(schemas)});
    if (!drops)
        return fail(drops.error());
    for (int row = 0; row < drops->rows(); ++row)
        ROSTER_TRY(session.query(drops->text(row, 0)));
    return {};
}

/// The connection broke under COMMIT.
Result<void> decide(const ConnectionProfile &profile, const QByteArray &transaction,
                    const Error &lost)
{
    QElapsedTimer waited;
    waited.start();
    QString state;
    while (waited.elapsed() < decideMs) {
        if (const auto session = Session::open(profile)) {
            const auto row =
                (*session)->query(u"SELECT pg_catalog.pg_xact_status($1::xid8)"_s, {transaction});
            state = row ? row->text(0, 0) : QString();
            if (state == "committed"_L1)
                return {};
            if (state == "aborted"_L1)
                return fail(lost);
        }
        QThread::msleep(decidePauseMs);
    }
    Error error = lost;
    error.message = Text::tr("The connection broke while the restore was committed, and the server "
                             "does not answer: whether it counts is not known.");
    error.hint = Text::tr("When it is back: SELECT pg_xact_status('%1').")
                     .arg(QString::fromLatin1(transaction));
    return fail(error);
}

Result<void> commit(Session &session, Transaction &transaction)
{
    const auto id = session.query(u"SELECT pg_catalog.pg_current_xact_id()"_s);
    if (!id)
        return fail(id.error());
    auto done = transaction.commit();
    if (done || session.isAlive())
        return done;
    return decide(session.profile(), id->bytes(0, 0).toByteArray(), done.error());
}

Result<RestorePreflight> preflight(RestoreServer &server, const RestoreRequest &request)
{
    const auto traits = DatabaseTraits::read(server.session(), request.database);
    if (!traits)
        return fail(traits.error());
    auto found = RestorePreflight::read(server, {.replaces = true,
                                                 .traits = *traits,
                                                 .needs = request.needs,
                                                 .missing = request.missingRoles,
                                                 .roleMap = request.roleMap,
                                                 .roleChoices = request.roleChoices,
                                                 .isInPlace = true});
    if (found && !found->obstacles.isEmpty())
        return fail(found->obstacles.first());
    return found;
}

Result<RestoreReceipt> inTransaction(Session &session, const RestoreRequest &request,
                                     const QStringList &schemas, const RestorePreflight &found,
                                     Progress &progress)
{
    auto transaction = Transaction::begin(session);
    if (!transaction)
        return fail(transaction.error());
    progress.setText(Text::tr("Dropping what is there, in a transaction"));
    ROSTER_TRY(dropAll(session, schemas));
    for (const QString &role : found.newRoles)
        ROSTER_TRY(session.query(u"CREATE ROLE %1 NOLOGIN"_s.arg(quoted(role))));
    FillTarget target{session, session, {.roleMap = request.roleMap, .isOneTransaction = true}};
    for (const QString &role : found.leftOutRoles)
        target.options.leftOutRoles.insert(role);
    target.options.runAs = QString::fromUtf8(PQuser(session.handle()));
    const auto loaded = request.fill(target, progress);
    if (!loaded)
        return fail(loaded.error());
    const auto checks = RestoreChecks::run(session, *loaded, request.checks, progress);
    if (!checks)
        return fail(checks.error());
    if (!checks->isSound()) {
        return fail(Error::Kind::InvalidInput,
                    Text::tr("What was restored is not what %1 says: %2")
                        .arg(request.from, checks->failures.join(u' ')),
                    Text::tr("Nothing was changed. Take another backup, or look into this one."));
    }
    ROSTER_TRY(commit(session, *transaction));
    RestoreReceipt receipt;
    receipt.database = request.database;
    receipt.from = request.from;
    receipt.tables = checks->tables.size();
    receipt.rows = checks->allRows();
    receipt.revisions = checks->revisions;
    receipt.passed = checks->passed;
    receipt.notes = found.notes + loaded->notes + checks->warnings;
    return receipt;
}

}  // namespace

QStringList RestoreInPlace::limits()
{
    return {Text::tr("There is no undo but another restore."),
            Text::tr("Whoever uses the tables waits until it is done."),
            Text::tr("Thousands of tables do not fit into one transaction (out of shared memory)."),
            Text::tr("The dump runs as the connected role.")};
}

Result<RestoreReceipt> RestoreInPlace::run(const RestoreRequest &request,
                                           const QStringList &schemas, const QString &typedName,
                                           Progress &progress)
{
    if (typedName != request.database) {
        return fail(Error::Kind::Refused, Text::tr("The name of the database was not typed."),
                    Text::tr("Type the name of the database that is to be replaced: %1.")
                        .arg(request.database),
                    u"--yes-replace "_s + request.database);
    }
    QElapsedTimer since;
    since.start();
    const auto server = RestoreServer::connect(request.server, request.database, &progress);
    if (!server)
        return fail(server.error());
    ROSTER_TRY((*server)->lock());
    const auto found = preflight(**server, request);
    if (!found)
        return fail(found.error());
    const auto session = Session::open((*server)->profileOf(request.database), &progress);
    if (!session)
        return fail(session.error());
    ROSTER_TRY((*session)->script(u"SET statement_timeout = 0; SET lock_timeout = '10s'; "
                                  "SET idle_in_transaction_session_timeout = 0"_s));
    const auto oid = (*server)->oidOf(request.database);
    auto receipt = [&] {
        const Cancellable cancellable(**session, progress);
        return inTransaction(**session, request, schemas, *found, progress);
    }();
    if (!receipt)
        return receipt;
    receipt->oid = oid && *oid ? **oid : 0;
    receipt->milliseconds = since.elapsed();
    return receipt;
}

}  // namespace roster
