// SPDX-License-Identifier: GPL-3.0-or-later
// Every 1,000th key of the order, by a cursor on the server: MOVE reads on without sending rows.
#include "models/browsing/pager.h"
#include "models/database/transaction.h"

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr qint64 unindexedPages = 4000;  ///< a table of so many pages is sorted for it, too
constexpr int placesAtOnce = 10;         ///< a round trip
/// An open snapshot keeps vacuum from cleaning up, so a survey ends after that.
constexpr qint64 longestMs = 60000;
constexpr qint64 grownEveryMs = 200;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Pager)
};

/// Sends several statements of ours at once and hands over the result of each.
Result<void> runBatch(Session &session, const QByteArray &sql,
                      const std::function<void(const ResultSet &)> &each)
{
    if (session.isCancelled())
        return fail(Error::Kind::Cancelled, Text::tr("Cancelled."));
    if (!PQsendQuery(session.handle(), sql.constData()))
        return fail(session.errorFrom(nullptr, QString::fromUtf8(sql)));
    std::optional<Error> error;
    while (PGresult *result = PQgetResult(session.handle())) {
        const ExecStatusType status = PQresultStatus(result);
        if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK)
            each(ResultSet(result));
        else
            error = session.errorFrom(result, QString::fromUtf8(sql));
    }
    if (error)
        return fail(*error);
    return {};
}

QByteArray batch()
{
    return "FETCH 1 FROM roster_survey; MOVE 999 FROM roster_survey;"_ba.repeated(placesAtOnce);
}

}  // namespace

Result<void> Pager::openSurvey(Session &session) const
{
    const auto size = isOrderIndexed() || !isKeyed() ? Result<qint64>(0) : pages(session);
    if (!size)
        return fail(size.error());
    if (!isKeyed() || *size > unindexedPages) {
        return fail(Error::Kind::Refused,
                    Text::tr("No index of %1 gives this order.").arg(m_schema.name.name),
                    Text::tr("Sort by columns that have an index."));
    }
    if (isOrderIndexed())  // no sort of the whole table before the first row
        ROSTER_TRY(session.script(u"SET LOCAL enable_sort = off; SET LOCAL enable_seqscan = off;"
                                  "SET LOCAL enable_bitmapscan = off"_s));
    Bindings bindings;
    const QString asked = where(bindings);
    const auto opened = session.query(
        u"DECLARE roster_survey NO SCROLL CURSOR FOR SELECT "_s + keyColumns() + u" FROM "_s
            + from() + asked + u" ORDER BY "_s + orderBy(m_parts, KeyDirection::Forward),
        bindings.values());
    if (!opened)
        return fail(explained(opened.error()));
    return {};
}

Result<Milestones> Pager::survey(Session &session, Progress &progress,
                                 const std::function<void(const Milestones &)> &grown) const
{
    const auto transaction = Transaction::begin(session, Transaction::Mode::ReadOnly);
    if (!transaction)
        return fail(transaction.error());
    ROSTER_TRY(openSurvey(session));

    Milestones found;
    found.exact = true;
    found.complete = false;
    const QByteArray sql = batch();
    QElapsedTimer clock;
    clock.start();
    qint64 nextTold = 0;
    while (!found.complete && clock.elapsed() < longestMs) {
        const auto read = runBatch(session, sql, [&](const ResultSet &result) {
            if (result.rows() == 1)
                found.places.append({found.total, keyFrom(result, 0, 0)});
            else if (result.columns() > 0)
                found.complete = true;  // a FETCH that found no row
            found.total += result.affected();
        });
        if (!read)
            return fail(read.error());
        if (clock.elapsed() >= nextTold && !found.complete) {
            nextTold = clock.elapsed() + grownEveryMs;
            progress.setDone(found.total);
            if (grown)
                grown(found);
        }
    }
    return found;
}

}  // namespace roster
