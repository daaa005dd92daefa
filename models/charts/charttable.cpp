// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/charttable.h"

#include "models/browsing/rowformat.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

QJsonArray toJson(const QList<ChartBin> &bins)
{
    QJsonArray array;
    for (const ChartBin &bin : bins) {
        QJsonObject object{{u"label"_s, bin.label}, {u"rows"_s, bin.count}};
        if (!bin.filter.isEmpty())
            object.insert(u"filter"_s, bin.filter);
        array.append(object);
    }
    return array;
}

}  // namespace

ChartTable::ChartTable(const ChartData &chart)
    : hasY(chart.kind != ChartData::Kind::Bars), xTitle(chart.x.title), yTitle(chart.y.title)
{
    if (!hasY) {
        const QList<ChartBin> all = chart.bins + chart.apart;
        for (int i = 0; i < all.size(); ++i)
            rows << Row{all.at(i).label, {}, all.at(i).filter, all.at(i).count, {i, i}, {}};
        return;
    }
    const auto columns = int(chart.bins.size());
    for (int column = 0; column < columns; ++column) {
        for (int row = 0; row < chart.rows.size(); ++row) {
            const qint64 count = chart.cells.value(qsizetype(row) * columns + column);
            if (count > 0) {
                rows << Row{chart.bins.at(column).label,
                            chart.rows.at(row).label,
                            {},
                            count,
                            {column, column},
                            {row, row}};
            }
        }
    }
}

QByteArray ChartTable::csv() const
{
    TableSchema schema;
    const auto column = [&schema](const QString &name, TypeKind kind) {
        ColumnSchema result;
        result.name = name;
        result.kind = kind;
        result.type = kind == TypeKind::Integer ? u"bigint"_s : u"text"_s;
        schema.columns << result;
    };
    column(xTitle.isEmpty() ? u"value"_s : xTitle, TypeKind::Text);
    column(hasY ? yTitle : u"filter"_s, TypeKind::Text);
    column(u"rows"_s, TypeKind::Integer);
    QList<QList<SqlValue>> values;
    for (const Row &row : rows) {
        const QString second = hasY ? row.y : row.filter;
        values << QList<SqlValue>{row.x.toUtf8(),
                                  second.isEmpty() ? SqlValue() : SqlValue(second.toUtf8()),
                                  QByteArray::number(row.count)};
    }
    return RowFormat(RowFormat::Kind::Csv, schema).format(values);
}

QByteArray chartJson(const ChartData &chart)
{
    QJsonObject object{
        {u"title"_s, chart.title},         {u"rows"_s, chart.total},
        {u"x"_s, chart.x.title},           {u"bins"_s, toJson(chart.bins)},
        {u"apart"_s, toJson(chart.apart)}, {u"notes"_s, QJsonArray::fromStringList(chart.notes)}};
    if (chart.kind != ChartData::Kind::Bars) {
        object.insert(u"y"_s, chart.y.title);
        object.insert(u"rowBins"_s, toJson(chart.rows));
        QJsonArray cells;
        const auto columns = chart.bins.size();
        for (qsizetype row = 0; row < chart.rows.size(); ++row) {
            QJsonArray line;
            for (qsizetype column = 0; column < columns; ++column)
                line.append(chart.cells.value(row * columns + column));
            cells.append(line);
        }
        object.insert(u"cells"_s, cells);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

}  // namespace roster
