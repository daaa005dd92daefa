// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/restoreleftovers.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Restore)
};

constexpr auto listSql = R"(
SELECT d.datname, d.oid, pg_catalog.shobj_description(d.oid, 'pg_database'),
       pg_catalog.pg_get_userbyid(d.datdba), pg_catalog.pg_has_role(d.datdba, 'USAGE'),
       CASE WHEN pg_catalog.has_database_privilege(d.oid, 'CONNECT')
            THEN pg_catalog.pg_database_size(d.oid) ELSE -1 END,
       (SELECT count(*) FROM pg_catalog.pg_stat_activity a WHERE a.datid = d.oid),
       extract(epoch FROM pg_catalog.now())::bigint
FROM pg_catalog.pg_database d
WHERE d.datname ~ '__(restore|before)_[0-9]{8}T[0-9]{6}Z'
   OR pg_catalog.shobj_description(d.oid, 'pg_database') LIKE 'roster restore: %'
ORDER BY substring(d.datname FROM '[0-9]{8}T[0-9]{6}Z.*$') DESC, length(d.datname) DESC,
         d.datname)";

std::optional<RestoreLeftover> leftoverAt(const ResultSet &rows, int row)
{
    RestoreLeftover leftover;
    leftover.name = rows.text(row, 0);
    const auto byName = RestoreNames::parse(leftover.name);
    const auto byMark = RestoreMark::parse(rows.text(row, 2));
    // A mark on another name was copied there by somebody, or the database was renamed to be kept.
    if (!byName)
        return {};
    leftover.mark = byMark.value_or(*byName);
    leftover.isMarked = byMark.has_value() && byMark->kind == byName->kind;
    leftover.oid = rows.integer(row, 1);
    leftover.owner = rows.text(row, 3);
    leftover.isOurs = rows.boolean(row, 4);
    leftover.bytes = rows.integer(row, 5);
    leftover.sessions = int(rows.integer(row, 6));
    const QDateTime made = RestoreNames::timeOf(leftover.mark.made);
    if (made.isValid())
        leftover.seconds = rows.integer(row, 7) - made.toSecsSinceEpoch();
    return leftover;
}

}  // namespace

Result<QList<RestoreLeftover>> RestoreLeftovers::list(RestoreServer &server,
                                                      const QString &database)
{
    const auto rows = server.session().query(QString::fromUtf8(listSql));
    if (!rows)
        return fail(rows.error());
    QList<RestoreLeftover> leftovers;
    for (int row = 0; row < rows->rows(); ++row) {
        auto leftover = leftoverAt(*rows, row);
        if (!leftover || (!database.isEmpty() && leftover->mark.of != database))
            continue;
        if (!leftover->isBefore()) {
            const auto busy = server.whoRestores(leftover->mark.of);
            if (!busy)
                return fail(busy.error());
            leftover->busy = *busy;
        }
        leftovers << *leftover;
    }
    return leftovers;
}

Result<RestoreLeftover> RestoreLeftovers::newestBefore(RestoreServer &server,
                                                       const QString &database)
{
    const auto all = list(server, database);
    if (!all)
        return fail(all.error());
    for (const RestoreLeftover &leftover : *all) {
        if (leftover.isBefore() && leftover.isMarked)
            return leftover;
    }
    return fail(Error::Kind::NotFound,
                Text::tr("There is nothing to undo for %1: no database on this server says that "
                         "it was %1 before a restore.")
                    .arg(database),
                Text::tr("`roster restore cleanup --dry-run` lists what restores left."));
}

Result<void> RestoreLeftovers::drop(RestoreServer &server, const RestoreLeftover &leftover)
{
    const auto oid = server.oidOf(leftover.name);
    if (!oid)
        return fail(oid.error());
    if (*oid != leftover.oid) {
        return fail(Error::Kind::Refused,
                    Text::tr("%1 is gone, or another database by now.").arg(leftover.name),
                    Text::tr("List what is there again."));
    }
    const auto busy =
        leftover.isBefore() ? Result<QString>(QString()) : server.whoRestores(leftover.mark.of);
    if (!busy)
        return fail(busy.error());
    if (!busy->isEmpty()) {
        return fail(Error::Kind::Refused,
                    Text::tr("A restore of %1 is at work: %2.").arg(leftover.mark.of, *busy),
                    Text::tr("Wait until it is done."));
    }
    // Without FORCE: who is in it has a reason.
    const auto dropped = server.session().query(u"DROP DATABASE "_s + quoted(leftover.name));
    if (dropped)
        return {};
    Error error = dropped.error();
    if (error.sqlState == "55006"_L1) {
        error.kind = Error::Kind::Refused;
        error.detail = error.message;
        error.message = Text::tr("Somebody is connected to %1.").arg(leftover.name);
        error.hint = Text::tr("It is dropped when nobody is in it.");
    }
    return fail(error);
}

}  // namespace roster
