// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/context.h"
#include "app/commands/findrelation.h"
#include "app/commands/tableoutput.h"
#include "models/charts/chartbuilder.h"
#include "models/charts/charttable.h"
#include "models/schema/catalogue.h"
#include "models/schema/declaredtables.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// `roster chart TABLE COLUMN [COLUMN]`: how the values of a column are distributed.
class ChartCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(ChartCommand)

public:
    QString name() const override { return u"chart"_s; }
    QString summary() const override
    {
        return tr("count how the values of a column, or of two, are distributed");
    }
    QStringList usage() const override { return {u"[SCHEMA.]TABLE COLUMN [COLUMN-OVER-IT]"_s}; }
    QString details() const override
    {
        return tr("Examples:\n"
                  "  roster chart players level\n"
                  "  roster chart players created_at --by month --where 'level > 10' --csv\n"
                  "  roster chart players level total_exp --json");
    }
    QList<Option> options() const override;
    std::pair<int, int> words() const override { return {2, 3}; }
    Result<ExitCode> run(Context &context) override;

private:
    static Result<ChartRequest> requestOf(const Context &context);
    static Result<void> checkUnit(const TableSchema &schema, const ChartRequest &request,
                                  const QString &unit);
    static QByteArray text(const ChartData &chart);
};

QList<Option> ChartCommand::options() const
{
    QList<Option> options{
        {u"bins"_s, u"N"_s, tr("no more than so many bars")},
        {u"by"_s, u"UNIT"_s,
         tr("times by hour, day, week, month or year; texts by letter or value")},
        {u"whole-range"_s, {}, tr("also what lies so far out that it flattens the rest")},
        {u"sql"_s, {}, tr("also write the statement that counts, to standard error")},
        {u"csv"_s, {}, tr("the same as --format csv")},
    };
    for (const Option &option : TableOutput::options()) {
        if (option.name != "order"_L1 && option.name != "limit"_L1)
            options << option;
    }
    return options;
}

Result<ChartRequest> ChartCommand::requestOf(const Context &context)
{
    ChartRequest request;
    request.column = context.arguments().word(1);
    request.other = context.arguments().word(2);
    request.wholeRange = context.has(u"whole-range"_s);
    if (context.has(u"bins"_s)) {
        bool isNumber = false;
        request.bins = context.value(u"bins"_s).toInt(&isNumber);
        if (!isNumber || request.bins < 1 || request.bins > 400) {
            return fail(Error::Kind::Usage,
                        tr("--bins: %1 is no number of bars.").arg(context.value(u"bins"_s)),
                        tr("Write a number from 1 to 400."));
        }
    }
    const QString unit = context.value(u"by"_s);
    const QStringList periods{u"hour"_s, u"day"_s, u"week"_s, u"month"_s, u"year"_s};
    if (periods.contains(unit)) {
        request.period =
            ChartRequest::Period(int(ChartRequest::Period::Hour) + int(periods.indexOf(unit)));
    } else if (unit == "value"_L1) {
        request.textBy = ChartRequest::TextBy::Value;
    } else if (!unit.isEmpty() && unit != "letter"_L1) {
        return fail(Error::Kind::Usage, tr("--by: there is no unit %1.").arg(unit),
                    tr("Write hour, day, week, month, year, letter or value."));
    }
    // What is written are numbers: points would only be some of them.
    request.form = ChartRequest::Form::Density;
    return request;
}

/// A unit that the column does not have would be passed over without a word.
Result<void> ChartCommand::checkUnit(const TableSchema &schema, const ChartRequest &request,
                                     const QString &unit)
{
    const ColumnSchema *column = schema.column(request.column);
    if (unit.isEmpty() || !column)
        return {};
    const bool isTime = column->kind == TypeKind::Timestamp || column->kind == TypeKind::TimestampTz
                     || column->kind == TypeKind::Date;
    const bool isText = column->kind == TypeKind::Text;
    if (request.period != ChartRequest().period && !isTime) {
        return fail(Error::Kind::Usage,
                    tr("--by %1: %2 is of type %3 and has no such unit.")
                        .arg(unit, column->name, column->type),
                    tr("Hours, days, weeks, months and years are units of times."));
    }
    if ((unit == "letter"_L1 || unit == "value"_L1) && !isText) {
        return fail(Error::Kind::Usage,
                    tr("--by %1: %2 is of type %3 and has no such unit.")
                        .arg(unit, column->name, column->type),
                    tr("Letters and values are units of texts."));
    }
    return {};
}

/// Bars of characters, for a terminal.
QByteArray ChartCommand::text(const ChartData &chart)
{
    const ChartTable table(chart);
    qsizetype widest = 0;
    qsizetype digits = 0;
    qint64 most = 1;
    const auto label = [&](const ChartTable::Row &row) {
        QString shown = (table.hasY ? row.x + u"  "_s + row.y : row.x).left(40);
        for (QChar &c : shown) {
            if (!c.isPrint() && !c.isSurrogate())
                c = QChar::ReplacementCharacter;
        }
        return shown;
    };
    for (const ChartTable::Row &row : table.rows) {
        widest = std::max(widest, label(row).size());
        digits = std::max(digits, QString::number(row.count).size());
        most = std::max(most, row.count);
    }
    constexpr double width = 50;
    QString out;
    for (const ChartTable::Row &row : table.rows) {
        const qsizetype length = qRound64(width * double(row.count) / double(most));
        const QString bar =
            row.count > 0 ? QString(std::max<qsizetype>(length, 1), u'█') : QString();
        out += label(row).leftJustified(widest) + u"  "_s
             + QString::number(row.count).rightJustified(digits)
             + (bar.isEmpty() ? bar : u' ' + bar) + u'\n';
    }
    return out.toUtf8();
}

Result<ExitCode> ChartCommand::run(Context &context)
{
    auto request = requestOf(context);
    const auto output = TableOutput::from(context);
    if (!request || !output)
        return fail(request ? output.error() : request.error());
    request->query = output->query();
    const auto work = [&](Session &session, Progress &progress) -> Result<ChartData> {
        const auto relation = findRelation(session, context.arguments().word(0));
        if (!relation)
            return fail(relation.error());
        auto live = readTable(session, *relation);
        if (!live)
            return fail(live.error());
        const TableSchema schema = mergeDeclared(*live).readablePart();
        ROSTER_TRY(checkUnit(schema, *request, context.value(u"by"_s)));
        const auto counts = readChartCounts(session, progress, schema, *request);
        if (!counts)
            return fail(counts.error());
        if (context.has(u"sql"_s))
            context.say(counts->statement);
        return buildChart(schema, *request, *counts);
    };
    const auto chart = context.onSession(work);
    if (!chart)
        return fail(chart.error());
    context.clearProgress();
    if (output->form() == TableOutput::Form::Json)
        context.out().write(chartJson(*chart));
    else if (output->form() == TableOutput::Form::Csv || context.has(u"csv"_s))
        context.out().write(ChartTable(*chart).csv());
    else
        context.out().write(text(*chart));
    if (ChartTable(*chart).rows.isEmpty())
        context.say(tr("No rows: there is nothing to count."));
    for (const QString &note : chart->notes)
        context.say(note);
    return ExitCode::Done;
}

}  // namespace

std::unique_ptr<Command> makeChartCommand()
{
    return std::make_unique<ChartCommand>();
}

}  // namespace roster
