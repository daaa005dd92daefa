// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/chartcounts.h"

#include "models/charts/chartsample.h"
#include "models/charts/chartstatements.h"
#include "models/database/transaction.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

using Unit = ChartScale::Unit;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChartCounts)
};

constexpr qint64 sampleRows = 5000;
constexpr int shownPoints = 2000;
constexpr qint64 smallTable = 5000;  ///< Auto draws its rows as points
constexpr int groupLimit = 100000;   ///< more need a coarser scale
constexpr int fewRows = 200;         ///< of a sample: too few to trust its range
constexpr int categoryLimit = 40;
/// Numbers of a scale between the bulk of the values: so many bars can be made of them.
constexpr double fineSteps = 5000;
constexpr double fineStepsOfTwo = 400;
constexpr double hoursRange = 4 * 86400.0;        ///< up to so many seconds: by hour
constexpr double daysRange = 60 * 366 * 86400.0;  ///< up to so many: by day

/// One chart being read.
class Reading
{
public:
    Reading(Session &session, Progress &progress, const Pager &pager, const ChartRequest &request)
        : m_session(session), m_progress(progress), m_pager(pager), m_request(request)
    {
    }

    Result<ChartCounts> run();

private:
    template <class Make>
    Result<ResultSet> query(Make make);
    Result<void> takeSample();
    Result<SampleRange> boundsOf(const ColumnSchema &column);
    Result<ChartScale> scaleFor(const ColumnSchema &column, const QList<double> &values,
                                double steps);
    Result<void> countScale();
    Result<void> countBoth();
    Result<void> countValues();
    void takePoints();
    bool coarsen(ChartScale *scale) const;
    void add(const ResultSet &rows);
    /// A number of a scale; nullopt: none, and counted as what it is.
    std::optional<qint64> number(const ResultSet &rows, int row, int column, qint64 count);

    Session &m_session;
    Progress &m_progress;
    const Pager &m_pager;
    const ChartRequest &m_request;
    const ColumnSchema *m_column = nullptr;
    const ColumnSchema *m_other = nullptr;
    QList<double> m_xSample;
    QList<double> m_ySample;
    bool m_isWhole = false;  ///< the sample holds all rows
    ChartCounts m_counts;
};

/// Makes the statement twice: with placeholders to be sent, with literals to be read.
template <class Make>
Result<ResultSet> Reading::query(Make make)
{
    Bindings bindings;
    const QString sql = make(ChartStatements(m_pager, bindings));
    Bindings literals(Bindings::Style::Literals);
    m_counts.statement = make(ChartStatements(m_pager, literals)) + u';';
    auto rows = m_session.query(sql, bindings.values());
    if (!rows)
        return fail(m_pager.explained(rows.error()));
    return rows;
}

Result<void> Reading::takeSample()
{
    m_progress.setText(Text::tr("Sampling %1").arg(m_pager.schema().name.name));
    double percent = 100;
    const RelationKind kind = m_pager.schema().kind;
    if (kind != RelationKind::View && kind != RelationKind::ForeignTable) {
        const auto whole = Pager::make(m_pager.schema(), {});
        const auto rows = whole ? whole->estimate(m_session) : Result<qint64>(0);
        if (!rows)
            return fail(rows.error());
        if (*rows > 5 * sampleRows)
            percent = 100.0 * sampleRows / double(*rows);
    }
    QList<const ColumnSchema *> columns{m_column};
    if (m_other)
        columns << m_other;
    const auto rows = query([&](ChartStatements statements) {
        return statements.sample(columns, percent, int(2 * sampleRows));
    });
    if (!rows)
        return fail(rows.error());
    m_isWhole = percent >= 100 && rows->rows() < 2 * sampleRows;
    for (int row = 0; row < rows->rows(); ++row) {
        const auto x = finiteNumber(*rows, row, 0);
        const auto y = m_other ? finiteNumber(*rows, row, 1) : x;
        if (m_other && (!x || !y))
            continue;
        if (x)
            m_xSample << *x;
        if (y && m_other)
            m_ySample << *y;
    }
    return {};
}

Result<SampleRange> Reading::boundsOf(const ColumnSchema &column)
{
    const auto rows = query([&](ChartStatements statements) { return statements.bounds(column); });
    if (!rows)
        return fail(rows.error());
    const auto low = rows->isEmpty() ? std::nullopt : finiteNumber(*rows, 0, 0);
    const auto high = rows->isEmpty() ? std::nullopt : finiteNumber(*rows, 0, 1);
    return SampleRange{low.value_or(0), high.value_or(0), fewRows};
}

Result<ChartScale> Reading::scaleFor(const ColumnSchema &column, const QList<double> &values,
                                     double steps)
{
    SampleRange range = rangeOf(values);
    const bool isSure = m_isWhole || range.rows >= fewRows;
    switch (column.kind) {
    case TypeKind::Time:
        return ChartScale{Unit::HourOfDay, 0};
    case TypeKind::Integer:
        if (range.span() <= steps)
            return ChartScale{Unit::Integer, 0};
        return ChartScale{Unit::Integer,
                          std::clamp(exponentFor(range.low, range.high, steps), 0, 18)};
    case TypeKind::Float:
    case TypeKind::Numeric:
        if (!isSure) {
            const auto bounds = boundsOf(column);
            if (!bounds)
                return fail(bounds.error());
            range = *bounds;
        }
        return ChartScale{Unit::Decimal, exponentFor(range.low, range.high, steps)};
    default:
        break;
    }
    using Period = ChartRequest::Period;
    const bool wantsHours = m_request.period == Period::Hour
                         || (m_request.period == Period::Auto && isSure && range.span() > 0
                             && range.span() <= hoursRange);
    if (wantsHours && column.kind != TypeKind::Date && range.span() < groupLimit * 3600.0)
        return ChartScale{Unit::Hour, 0};
    const double dayLimit = m_other ? steps * 86400 : daysRange;
    return ChartScale{range.span() <= dayLimit ? Unit::Day : Unit::Month, 0};
}

std::optional<qint64> Reading::number(const ResultSet &rows, int row, int column, qint64 count)
{
    ChartCounts::Special &special = m_counts.special;
    if (rows.isNull(row, column)) {
        special.nulls += count;
        return {};
    }
    const QByteArray text = rows.bytes(row, column).toByteArray();
    if (text.compare("NaN", Qt::CaseInsensitive) == 0) {
        special.notNumbers += count;
        return {};
    }
    if (text.compare("Infinity", Qt::CaseInsensitive) == 0) {
        special.above += count;
        return {};
    }
    if (text.compare("-Infinity", Qt::CaseInsensitive) == 0) {
        special.below += count;
        return {};
    }
    bool isWhole = false;
    const qint64 whole = text.toLongLong(&isWhole);
    if (isWhole)
        return whole;
    bool isNumber = false;
    const double real = text.toDouble(&isNumber);
    if (isNumber && std::abs(real) < 9e15)
        return qint64(real);
    (text.startsWith('-') ? special.tooSmall : special.tooLarge) += count;
    return {};
}

void Reading::add(const ResultSet &rows)
{
    m_counts.groups.clear();
    m_counts.special = {};
    m_counts.total = 0;
    m_counts.groups.reserve(rows.rows());
    const int last = m_other ? 2 : 1;
    for (int row = 0; row < rows.rows(); ++row) {
        const qint64 count = rows.integer(row, last);
        m_counts.total += count;
        const auto x = number(rows, row, 0, count);
        const auto y = m_other && x ? number(rows, row, 1, count) : std::optional<qint64>(0);
        if (x && y)
            m_counts.groups.append({*x, *y, count});
    }
}

/// The scale was too fine for how far the values are spread: the next coarser one.
bool Reading::coarsen(ChartScale *scale) const
{
    switch (scale->unit) {
    case Unit::Integer:
    case Unit::Decimal:
        if (scale->exponent >= (scale->unit == Unit::Integer ? 18 : 290))
            return false;
        scale->exponent += scale->exponent < 16 ? 2 : 20;
        scale->exponent = std::min(scale->exponent, scale->unit == Unit::Integer ? 18 : 290);
        return true;
    case Unit::Hour:
        scale->unit = Unit::Day;
        return true;
    case Unit::Day:
        scale->unit = Unit::Month;
        return true;
    default:
        return false;
    }
}

Result<void> Reading::countScale()
{
    ROSTER_TRY(takeSample());
    auto scale = scaleFor(*m_column, m_xSample, fineSteps);
    if (!scale)
        return fail(scale.error());
    m_progress.setText(Text::tr("Counting %1").arg(m_pager.schema().name.name));
    for (;;) {
        const auto rows = query([&](ChartStatements statements) {
            return statements.counted(*m_column, *scale, groupLimit + 1);
        });
        if (!rows)
            return fail(rows.error());
        if (rows->rows() <= groupLimit || !coarsen(&*scale)) {
            m_counts.x = *scale;
            add(*rows);
            return {};
        }
    }
}

void Reading::takePoints()
{
    m_counts.isSample = !m_isWhole || m_xSample.size() > shownPoints;
    const qsizetype step = std::max<qsizetype>(m_xSample.size() / shownPoints, 1);
    for (qsizetype i = 0; i < m_xSample.size() && m_counts.points.size() < shownPoints; i += step) {
        const QPointF point(m_counts.x.placeOf(m_xSample.at(i)),
                            m_counts.y.placeOf(m_ySample.at(i)));
        m_counts.points << point;
        m_counts.groups.append({qint64(std::floor(point.x())), qint64(std::floor(point.y())), 1});
    }
    m_counts.total = m_counts.points.size();
}

Result<void> Reading::countBoth()
{
    ROSTER_TRY(takeSample());
    auto x = scaleFor(*m_column, m_xSample, fineStepsOfTwo);
    auto y = scaleFor(*m_other, m_ySample, fineStepsOfTwo);
    if (!x || !y)
        return fail(x ? y.error() : x.error());
    m_counts.x = *x;
    m_counts.y = *y;
    using Form = ChartRequest::Form;
    const bool isSmall = m_isWhole && m_xSample.size() <= smallTable;
    if (m_request.form == Form::Points || (m_request.form == Form::Auto && isSmall)) {
        takePoints();
        return {};
    }
    m_progress.setText(Text::tr("Counting %1").arg(m_pager.schema().name.name));
    constexpr int cellLimit = 2 * groupLimit;
    for (;;) {
        const auto rows = query([&](ChartStatements statements) {
            return statements.counted(*m_column, m_counts.x, *m_other, m_counts.y, cellLimit + 1);
        });
        if (!rows)
            return fail(rows.error());
        const bool canGoOn =
            rows->rows() > cellLimit && (coarsen(&m_counts.x) | coarsen(&m_counts.y));
        if (!canGoOn) {
            add(*rows);
            return {};
        }
    }
}

Result<void> Reading::countValues()
{
    m_progress.setText(Text::tr("Counting %1").arg(m_pager.schema().name.name));
    const bool byLetter =
        m_column->kind == TypeKind::Text && m_request.textBy == ChartRequest::TextBy::FirstLetter;
    const auto rows = query([&](ChartStatements statements) {
        return byLetter ? statements.letters(*m_column)
                        : statements.values(*m_column, std::max(m_request.bins, categoryLimit) + 1);
    });
    if (!rows)
        return fail(rows.error());
    for (int row = 0; row < rows->rows(); ++row) {
        m_counts.values.append(
            {rows->isNull(row, 0) ? std::nullopt : std::optional(rows->text(row, 0)),
             rows->integer(row, 1)});
    }
    m_counts.total = rows->isEmpty() ? 0 : rows->integer(0, 2);
    m_counts.distinct = rows->isEmpty() ? 0 : rows->integer(0, 3);
    return {};
}

Result<ChartCounts> Reading::run()
{
    m_column = m_pager.schema().column(m_request.column);
    m_other = m_request.other.isEmpty() ? nullptr : m_pager.schema().column(m_request.other);
    // A person's condition may call any function; none of them shall write.
    const auto transaction = Transaction::begin(m_session, Transaction::Mode::ReadOnly);
    if (!transaction)
        return fail(transaction.error());
    ROSTER_TRY(m_other ? countBoth() : hasScale(*m_column) ? countScale() : countValues());
    return m_counts;
}

Result<void> check(const TableSchema &schema, const ChartRequest &request)
{
    for (const QString &name : {request.column, request.other}) {
        if (name.isEmpty() && name != request.column)
            continue;
        const ColumnSchema *column = schema.column(name);
        if (!column) {
            return fail(Error::Kind::NotFound,
                        Text::tr("%1 has no column %2.").arg(schema.name.name, name),
                        Text::tr("Choose another column."));
        }
        QString why = whyUnchartable(*column);
        if (why.isEmpty() && !request.other.isEmpty() && !hasScale(*column))
            why = Text::tr("a chart of two columns needs numbers or times.");
        if (!why.isEmpty()) {
            return fail(Error::Kind::InvalidInput,
                        u"%1.%2: %3"_s.arg(schema.name.name, column->name, why),
                        Text::tr("Choose another column."));
        }
    }
    return {};
}

}  // namespace

Result<ChartCounts> readChartCounts(Session &session, Progress &progress, const TableSchema &schema,
                                    const ChartRequest &request)
{
    ROSTER_TRY(check(schema, request));
    TableQuery query = request.query;
    query.order.clear();
    TableSchema unordered = schema;
    unordered.defaultOrder.clear();
    const auto pager = Pager::make(unordered, query);
    if (!pager)
        return fail(pager.error());
    return Reading(session, progress, *pager, request).run();
}

}  // namespace roster
