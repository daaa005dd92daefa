// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/chartbuilder.h"
#include "models/schema/catalogue.h"
#include "tests/bench/context.h"
#include "tests/bench/measure.h"

using namespace Qt::StringLiterals;

namespace roster::bench {

namespace {

struct Chart
{
    QString name;
    ChartRequest request;
    QString byHand;  ///< what somebody would write who knows the table
};

QList<Chart> charts()
{
    ChartRequest months{.column = u"created_at"_s, .period = ChartRequest::Period::Month};
    ChartRequest filtered{.column = u"level"_s};
    filtered.query.where = u"total_exp > 100000"_s;
    return {
        {u"levels"_s, {.column = u"level"_s}, u"SELECT level, count(*) FROM players GROUP BY 1"_s},
        {u"total_exp"_s,
         {.column = u"total_exp"_s},
         u"SELECT width_bucket(total_exp, 0, 1000000, 50), count(*) FROM players GROUP BY 1"_s},
        {u"sign-ups a month"_s, months,
         u"SELECT date_trunc('month', created_at), count(*) FROM players GROUP BY 1"_s},
        {u"first letters"_s,
         {.column = u"name"_s},
         u"SELECT left(name, 1), count(*) FROM players GROUP BY 1"_s},
        {u"total_exp over level"_s,
         {.column = u"level"_s, .other = u"total_exp"_s, .form = ChartRequest::Form::Density},
         u"SELECT level, total_exp / 20000, count(*) FROM players GROUP BY 1, 2"_s},
        {u"levels, filtered"_s, filtered,
         u"SELECT level, count(*) FROM players WHERE total_exp > 100000 GROUP BY 1"_s},
    };
}

}  // namespace

void benchCharts(const Context &context)
{
    const auto session = context.open(context.players(context.rows()));
    const auto schema = readTable(*session, {u"public"_s, u"players"_s});
    if (!schema)
        giveUp(schema.error().toText());
    for (const Chart &chart : charts()) {
        QString statement;
        const auto ours = [&](int) {
            Progress progress;
            const auto counts = readChartCounts(*session, progress, *schema, chart.request);
            if (!counts)
                giveUp(counts.error().toText());
            statement = counts->statement;
            if (buildChart(*schema, chart.request, *counts).bins.isEmpty())
                giveUp(u"An empty chart: %1"_s.arg(chart.name));
        };
        ours(0);
        const Pair own = interleaved(5, ours, [&](int) { must(*session, statement); });
        report(u"chart of %1: to its own aggregate query"_s.arg(chart.name),
               own.ours.median() / own.floor.median(), 1.2);
        const Pair byHand = interleaved(3, ours, [&](int) { must(*session, chart.byHand); });
        note(u"  to the aggregate query by hand: %1"_s.arg(
            byHand.ours.median() / byHand.floor.median(), 0, 'f', 2));
    }
}

}  // namespace roster::bench
