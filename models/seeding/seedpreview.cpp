// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seeding/seedpreview.h"

#include "models/schema/date.h"
#include "models/schema/timestamp.h"
#include "models/schema/timestamptz.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace roster {

namespace {

constexpr qint64 sampleRows = 10'000;
constexpr int mostBars = 20;

bool isMeasured(TypeKind kind)
{
    switch (kind) {
    case TypeKind::Integer:
    case TypeKind::Float:
    case TypeKind::Numeric:
    case TypeKind::Timestamp:
    case TypeKind::TimestampTz:
    case TypeKind::Date:
        return true;
    default:
        return false;
    }
}

/// Where a value stands on its type's scale.
std::optional<double> measured(TypeKind kind, const QByteArray &text)
{
    if (kind == TypeKind::Timestamp) {
        const auto value = Timestamp::fromText(text);
        return value ? std::optional(double(value->microseconds())) : std::nullopt;
    }
    if (kind == TypeKind::TimestampTz) {
        const auto value = TimestampTz::fromText(text);
        return value ? std::optional(double(value->utc().microseconds())) : std::nullopt;
    }
    if (kind == TypeKind::Date) {
        const auto value = Date::fromText(text);
        return value ? std::optional(double(value->days())) : std::nullopt;
    }
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

QString labelOf(TypeKind kind, double value)
{
    constexpr qsizetype dayLength = 10;
    switch (kind) {
    case TypeKind::Timestamp:
    case TypeKind::TimestampTz:
        return QString::fromUtf8(
            Timestamp::fromMicroseconds(qint64(value)).toText().left(dayLength));
    case TypeKind::Date:
        return QString::fromUtf8(Date::fromDays(qint32(value)).toText());
    case TypeKind::Integer:
        return QString::number(qint64(value));
    default:
        return QString::number(value, 'g', 6);
    }
}

/// Bars of equal width between the least and the greatest value.
QList<SeedBar> ranges(TypeKind kind, const std::vector<double> &values)
{
    const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
    double width = (*greatest - *least) / mostBars;
    if (kind == TypeKind::Integer || kind == TypeKind::Date)
        width = std::max(1.0, std::ceil((*greatest - *least + 1) / mostBars));
    if (width <= 0)
        return {{labelOf(kind, *least), qint64(values.size())}};
    QList<SeedBar> bars;
    for (int bar = 0; bar < mostBars && *least + bar * width <= *greatest; ++bar)
        bars << SeedBar{labelOf(kind, *least + bar * width), 0};
    for (const double value : values) {
        const auto bar = qsizetype((value - *least) / width);
        ++bars[std::min(bar, bars.size() - 1)].rows;
    }
    return bars;
}

QString firstLetter(const QByteArray &text)
{
    QString whole = QString::fromUtf8(text.left(16));
    if (whole.isEmpty())
        return whole;
    return whole.left(whole.at(0).isHighSurrogate() ? 2 : 1).toUpper();
}

/// Counts what each text is mapped to; the most frequent get a bar.
QList<SeedBar> frequent(const QHash<QString, qint64> &counts, qint64 &others)
{
    QList<SeedBar> bars;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        bars << SeedBar{it.key(), it.value()};
    std::sort(bars.begin(), bars.end(), [](const SeedBar &a, const SeedBar &b) {
        return a.rows != b.rows ? a.rows > b.rows : a.label < b.label;
    });
    for (qsizetype bar = mostBars; bar < bars.size(); ++bar)
        others += bars.at(bar).rows;
    bars.resize(std::min<qsizetype>(bars.size(), mostBars));
    return bars;
}

SeedHistogram histogramOf(const ColumnSchema &column, const std::vector<SqlValue> &cells)
{
    SeedHistogram histogram;
    histogram.column = column.name;
    QHash<QString, qint64> values;
    std::vector<double> numbers;
    for (const SqlValue &cell : cells) {
        if (!cell) {
            ++histogram.nulls;
            continue;
        }
        ++values[QString::fromUtf8(*cell)];
        if (const auto number =
                isMeasured(column.kind) ? measured(column.kind, *cell) : std::nullopt)
            numbers.push_back(*number);
    }
    histogram.distinct = values.size();
    if (values.size() > mostBars && !numbers.empty()) {
        histogram.kind = SeedHistogram::Kind::Ranges;
        histogram.bars = ranges(column.kind, numbers);
        histogram.others = qint64(cells.size()) - histogram.nulls - qint64(numbers.size());
        return histogram;
    }
    if (values.size() > mostBars && column.kind == TypeKind::Text) {
        histogram.kind = SeedHistogram::Kind::FirstLetters;
        QHash<QString, qint64> letters;
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            letters[firstLetter(it.key().toUtf8())] += it.value();
        histogram.bars = frequent(letters, histogram.others);
        return histogram;
    }
    histogram.bars = frequent(values, histogram.others);
    return histogram;
}

}  // namespace

SeedPreview previewOf(const SeedRows &rows, const TableSchema &table, qint64 total, qint64 firstId,
                      int firstRows)
{
    SeedPreview preview;
    preview.total = total;
    for (const QString &name : rows.columns()) {
        const ColumnSchema *column = table.column(name);
        preview.columns << (column ? *column : ColumnSchema{.name = name});
    }
    for (qint64 place = 0; place < std::min<qint64>(firstRows, total); ++place)
        preview.rows << rows.cells(place, firstId + place);
    preview.sampled = std::min(total, sampleRows);
    std::vector<std::vector<SqlValue>> cells(std::size_t(preview.columns.size()));
    for (qint64 i = 0; i < preview.sampled; ++i) {
        // Evenly out of all: i * total / sampled without its overflow.
        const qint64 place =
            total / preview.sampled * i + total % preview.sampled * i / preview.sampled;
        const QList<SqlValue> row = rows.cells(place, firstId + place);
        for (qsizetype column = 0; column < row.size(); ++column)
            cells[std::size_t(column)].push_back(row.at(column));
    }
    for (qsizetype column = 0; column < preview.columns.size(); ++column) {
        if (preview.columns.at(column).name != rows.numbered())
            preview.histograms << histogramOf(preview.columns.at(column),
                                              cells[std::size_t(column)]);
    }
    return preview;
}

}  // namespace roster
