// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/pagereader.h"

#include "models/views/tablewindow.h"

#include <QCoreApplication>

#include <algorithm>

namespace roster {

namespace {

/// Rows read in front of a place whose own row number is only a guess.
constexpr int nearMilestone = 400;
/// So few rows in front of the wanted ones are read with them; more are skipped on the server,
/// which takes a round trip.
constexpr int readThrough = 40;

PageAnswer answer(const Pager &pager, const PageRequest &request, const Page &page)
{
    PageAnswer result;
    result.kind = request.kind;
    result.rows = loadedRows(pager, page.rows);
    result.reachesStart = page.reachesStart;
    result.reachesEnd = page.reachesEnd;
    return result;
}

Result<PageAnswer> readFirst(Session &session, const Pager &pager, const PageRequest &request)
{
    const Result<Page> page = pager.first(session, request.rows);
    if (!page)
        return fail(page.error());
    PageAnswer result = answer(pager, request, *page);
    result.reachesStart = true;
    result.first = 0;
    return result;
}

Result<PageAnswer> readLast(Session &session, const Pager &pager, const PageRequest &request)
{
    const Result<Page> page = pager.last(session, request.rows);
    if (!page)
        return fail(page.error());
    PageAnswer result = answer(pager, request, *page);
    result.reachesEnd = true;
    result.reachesStart = page->reachesStart || result.rows.size() < request.rows;
    result.isExact = false;
    if (result.reachesStart) {
        result.first = 0;
        result.isExact = true;
    }
    return result;
}

/// What has no key goes by OFFSET; its positions are exact.
Result<PageAnswer> readForward(Session &session, const Pager &pager, const PageRequest &request)
{
    qint64 offset = request.kind == PageRequest::Kind::First ? 0 : request.position;
    qint64 total = -1;
    if (request.kind == PageRequest::Kind::Find) {
        return fail(Error::Kind::NotFound,
                    QCoreApplication::translate("TableModel", "%1 has no primary key to look a row "
                                                              "up by.")
                        .arg(pager.schema().name.name));
    }
    if (request.kind == PageRequest::Kind::Last) {
        const Result<qint64> counted = pager.count(session);
        if (!counted)
            return fail(counted.error());
        total = *counted;
        offset = std::max<qint64>(0, total - request.rows);
    }
    const Result<Page> page = pager.forward(session, offset, request.rows);
    if (!page)
        return fail(page.error());
    PageAnswer result = answer(pager, request, *page);
    if (result.rows.isEmpty() && offset > 0 && request.kind != PageRequest::Kind::After) {
        PageRequest last = request;
        last.kind = PageRequest::Kind::Last;
        return readForward(session, pager, last);
    }
    result.reachesStart = offset == 0;
    result.first = offset;
    result.total = total;
    return result;
}

/// The rows from a place before the wanted ones on.
Result<PageAnswer> readFromPlace(Session &session, const Pager &pager, const PageRequest &request,
                                 const Milestone &place, bool exact)
{
    Milestone start = place;
    qint64 ahead = request.position - place.row;
    const bool reaches = exact || ahead <= nearMilestone;
    if (!reaches) {
        start.row = request.position;  // the rows of the place stand for those asked for
        ahead = 0;
    } else if (ahead > readThrough && pager.isOrderIndexed()) {
        const auto behind = pager.keyBehind(session, place.key, int(ahead));
        if (!behind)
            return fail(behind.error());
        if (!*behind)  // the table got shorter meanwhile
            return readLast(session, pager, request);
        start = {request.position, **behind};
        ahead = 0;
    }
    const Result<Page> page = pager.after(session, start.key, request.rows + int(ahead), true);
    if (!page)
        return fail(page.error());
    PageAnswer result = answer(pager, request, *page);
    if (result.rows.isEmpty())
        return readLast(session, pager, request);
    result.reachesStart = false;
    result.first = start.row;
    result.isExact = exact;
    if (const qsizetype excess = result.rows.size() - TableWindow::capacity; excess > 0) {
        result.rows.remove(0, excess);
        result.first += excess;
    }
    return result;
}

Result<PageAnswer> readJump(Session &session, const Pager &pager, const PageRequest &request)
{
    std::shared_ptr<const Milestones> milestones = request.milestones;
    if (!milestones) {
        Result<Milestones> sampled = pager.sample(session);
        if (!sampled)
            return fail(sampled.error());
        milestones = std::make_shared<const Milestones>(std::move(*sampled));
    }
    const QList<Milestone> &places = milestones->places;
    const auto after = std::upper_bound(
        places.cbegin(), places.cend(), request.position,
        [](qint64 position, const Milestone &place) { return position < place.row; });
    Result<PageAnswer> result =
        after == places.cbegin()
            ? readFirst(session, pager, request)
            : readFromPlace(session, pager, request, *std::prev(after), milestones->exact);
    if (result && after == places.cbegin() && request.position > nearMilestone) {
        // Before the first place that is known: these rows stand for the ones asked for.
        result->first = request.position;
        result->isExact = false;
        result->reachesStart = false;
    }
    if (result && !request.milestones)
        result->sampled = milestones;
    return result;
}

Result<PageAnswer> readFind(Session &session, const Pager &pager, const PageRequest &request)
{
    const Result<std::optional<RowKey>> key = pager.find(session, request.key);
    if (!key)
        return fail(key.error());
    if (!*key && !pager.query().isFiltered()) {
        return fail(
            Error::Kind::NotFound,
            QCoreApplication::translate("TableModel", "%1: there is no such row.")
                .arg(pager.schema().name.name),
            QCoreApplication::translate("TableModel", "Check the key; the row may be deleted."));
    }
    if (!*key) {
        return fail(Error::Kind::NotFound,
                    QCoreApplication::translate("TableModel", "%1: no such row among those shown.")
                        .arg(pager.schema().name.name),
                    QCoreApplication::translate("TableModel", "Clear the filter and try again."));
    }
    const Result<Page> before = pager.before(session, **key, request.rows / 2);
    if (!before)
        return fail(before.error());
    const Result<Page> after = pager.after(session, **key, request.rows, true);
    if (!after)
        return fail(after.error());
    PageAnswer result = answer(pager, request, *before);
    result.found = int(result.rows.size());
    result.rows += loadedRows(pager, after->rows);
    result.reachesEnd = after->reachesEnd;
    result.isExact = result.reachesStart;
    if (result.reachesStart)
        return result;
    // Where an index gives the order, its rows are counted afterwards.
    qint64 position = request.position;
    if (!pager.isOrderIndexed()) {
        const auto guess = pager.guessPosition(session, **key);
        if (!guess)
            return fail(guess.error());
        position = *guess < 0 ? position : *guess;
    }
    result.first = std::max<qint64>(1, position - result.found);
    return result;
}

Result<PageAnswer> readBeside(Session &session, const Pager &pager, const PageRequest &request)
{
    using Kind = PageRequest::Kind;
    const Result<Page> page =
        request.kind == Kind::Before
            ? pager.before(session, request.key, request.rows)
            : pager.after(session, request.key, request.rows, request.kind == Kind::Reload);
    if (!page)
        return fail(page.error());
    PageAnswer result = answer(pager, request, *page);
    if (request.kind == Kind::Reload && result.rows.isEmpty()) {
        PageRequest last = request;
        last.kind = Kind::Last;
        return readLast(session, pager, last);
    }
    if (request.kind == Kind::Before)
        result.reachesEnd = false;
    else
        result.reachesStart = false;
    return result;
}

}  // namespace

Result<PageAnswer> readPage(Session &session, const Pager &pager, const PageRequest &request)
{
    using Kind = PageRequest::Kind;
    if (!pager.isKeyed())
        return readForward(session, pager, request);
    switch (request.kind) {
    case Kind::First:
        return readFirst(session, pager, request);
    case Kind::Last:
        return readLast(session, pager, request);
    case Kind::Jump:
        return readJump(session, pager, request);
    case Kind::Find:
        return readFind(session, pager, request);
    case Kind::After:
    case Kind::Before:
    case Kind::Reload:
        return readBeside(session, pager, request);
    }
    return fail(Error::Kind::System, QStringLiteral("unknown page request"));
}

}  // namespace roster
