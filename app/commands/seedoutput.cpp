// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/seedoutput.h"

#include "app/commands/texttable.h"
#include "models/schema/jsonvalue.h"
#include "models/seeding/seeder.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SeedCommand)
};

/// For %n, which takes an int.
int plural(qint64 rows)
{
    return int(std::min<qint64>(rows, std::numeric_limits<int>::max()));
}

QString modeWord(SeedRequest::Mode mode)
{
    if (mode == SeedRequest::Mode::Replace)
        return u"replace"_s;
    return mode == SeedRequest::Mode::Append ? u"append"_s : u"top-up"_s;
}

QString stateWord(const SeedBatch &batch)
{
    if (batch.state == SeedBatch::State::There)
        return batch.gone ? u"gone"_s : batch.removedRows > 0 ? u"partly removed"_s : u"there"_s;
    return batch.state == SeedBatch::State::Replaced ? u"replaced"_s : u"removed"_s;
}

QJsonObject toJson(const QMap<QString, QString> &map)
{
    QJsonObject object;
    for (auto it = map.cbegin(); it != map.cend(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QJsonObject toJson(const SeedOption &option)
{
    QJsonObject object{{u"name"_s, option.name},
                       {u"title"_s, option.title},
                       {u"description"_s, option.description},
                       {u"default"_s, option.initial}};
    QJsonArray choices;
    for (const SeedChoice &choice : option.choices)
        choices << choice.value;
    switch (option.kind) {
    case SeedOption::Kind::Choice:
        object.insert(u"kind"_s, u"choice"_s);
        object.insert(u"choices"_s, choices);
        break;
    case SeedOption::Kind::Integer:
        object.insert(u"kind"_s, u"integer"_s);
        object.insert(u"minimum"_s, option.minimum);
        object.insert(u"maximum"_s, option.maximum);
        break;
    case SeedOption::Kind::Text:
        object.insert(u"kind"_s, u"text"_s);
        break;
    }
    return object;
}

QJsonArray toJson(const QList<SeedVictim> &victims)
{
    QJsonArray array;
    for (const SeedVictim &victim : victims) {
        array << QJsonObject{{u"table"_s, shortName(victim.table)},
                             {u"rows"_s, victim.rows},
                             {u"holds_others"_s, victim.holdsOthers}};
    }
    return array;
}

QJsonObject toJson(const SeedHistogram &histogram)
{
    QJsonArray bars;
    for (const SeedBar &bar : histogram.bars)
        bars << QJsonObject{{u"label"_s, bar.label}, {u"rows"_s, bar.rows}};
    const QString kind = histogram.kind == SeedHistogram::Kind::Ranges       ? u"ranges"_s
                       : histogram.kind == SeedHistogram::Kind::FirstLetters ? u"first_letters"_s
                                                                             : u"values"_s;
    return {{u"column"_s, histogram.column},
            {u"kind"_s, kind},
            {u"bars"_s, bars},
            {u"nulls"_s, histogram.nulls},
            {u"others"_s, histogram.others},
            {u"distinct"_s, histogram.distinct}};
}

}  // namespace

QString shortName(const TableName &table)
{
    return table.schema == "public"_L1 ? table.name : table.schema + u'.' + table.name;
}

QJsonObject toJson(const Seeder &seeder)
{
    QJsonArray options;
    for (const SeedOption &option : seeder.options())
        options << toJson(option);
    return {{u"name"_s, seeder.name()},
            {u"aliases"_s, QJsonArray::fromStringList(seeder.aliases())},
            {u"title"_s, seeder.title()},
            {u"description"_s, seeder.description()},
            {u"tables"_s, QJsonArray{shortName(seeder.table())}},
            {u"version"_s, seeder.version()},
            {u"default_rows"_s, seeder.defaultRows()},
            {u"fixture_rows"_s, seeder.fixtureRows()},
            {u"options"_s, options}};
}

QJsonObject toJson(const SeedReport &report)
{
    QJsonObject object{{u"seeder"_s, report.seeder},
                       {u"tables"_s, QJsonArray{shortName(report.table)}},
                       {u"mode"_s, modeWord(report.mode)},
                       {u"rows"_s, report.rows},
                       {u"left_out"_s, report.leftOut},
                       {u"first_number"_s, report.firstNumber},
                       // As text: JSON's numbers are exact to 2^53 only.
                       {u"random_seed"_s, QString::number(report.randomSeed)},
                       {u"options"_s, toJson(report.options)},
                       {u"replaced"_s, report.mode == SeedRequest::Mode::Replace},
                       {u"replaced_rows"_s, toJson(report.victims)},
                       {u"milliseconds"_s, report.milliseconds},
                       {u"dry_run"_s, report.rehearsed}};
    object.insert(u"batch"_s, report.batch > 0 ? QJsonValue(report.batch) : QJsonValue());
    if (!report.noHistory.isEmpty())
        object.insert(u"no_history"_s, report.noHistory);
    return object;
}

QJsonObject toJson(const SeedCheck &check)
{
    return {{u"table"_s, shortName(check.table)},
            {u"rows"_s, check.rows},
            {u"rows_now"_s, check.rowsNow},
            {u"replaced_rows"_s, toJson(check.victims)},
            {u"needs_confirmation"_s, check.needsConfirmation()}};
}

QJsonObject toJson(const SeedPreview &preview)
{
    QJsonArray rows;
    for (const QList<SqlValue> &row : preview.rows) {
        QJsonObject object;
        for (qsizetype i = 0; i < row.size(); ++i)
            object.insert(preview.columns.at(i).name, jsonValue(preview.columns.at(i), row.at(i)));
        rows << object;
    }
    QJsonArray histograms;
    for (const SeedHistogram &histogram : preview.histograms)
        histograms << toJson(histogram);
    return {{u"rows"_s, rows},
            {u"histograms"_s, histograms},
            {u"sampled"_s, preview.sampled},
            {u"total"_s, preview.total}};
}

namespace {

/// Interleaved runs leave keys in a hundred thousand pieces: megabytes that nobody reads.
QJsonValue keysJson(const KeyPool &keys)
{
    constexpr std::size_t mostPieces = 100;
    if (!keys.holdsNumbers() && keys.size() > qint64(mostPieces))
        return QJsonObject{{u"count"_s, keys.size()}};
    if (!keys.holdsNumbers() || keys.ranges().size() <= mostPieces)
        return keys.toJson();
    qint64 first = keys.ranges().front().first;
    qint64 last = first;
    for (const KeyPool::Range &range : keys.ranges()) {
        first = std::min(first, range.first);
        last = std::max(last, range.last);
    }
    return QJsonObject{{u"count"_s, keys.size()},
                       {u"pieces"_s, qint64(keys.ranges().size())},
                       {u"first"_s, first},
                       {u"last"_s, last}};
}

}  // namespace

QJsonObject toJson(const SeedBatch &batch)
{
    return {{u"batch"_s, batch.number},
            {u"seeder"_s, batch.seeder.isEmpty() ? QJsonValue() : QJsonValue(batch.seeder)},
            {u"version"_s, batch.version},
            {u"table"_s, shortName(batch.table)},
            {u"rows"_s, batch.rows},
            {u"written"_s, batch.written},
            {u"first_number"_s, batch.firstNumber},
            {u"random_seed"_s, QString::number(batch.randomSeed)},
            {u"options"_s, toJson(batch.options)},
            {u"fixture"_s, batch.fixture},
            {u"keys"_s, keysJson(batch.keys)},
            {u"by"_s, batch.by},
            {u"at"_s, QString(batch.at).replace(u' ', u'T')},
            {u"milliseconds"_s, batch.milliseconds},
            {u"state"_s, stateWord(batch)},
            {u"removed_rows"_s, batch.removedRows}};
}

QJsonObject toJson(const SeedRemoval &removal)
{
    QJsonArray referrers;
    for (const SeedRemoval::Referrer &referrer : removal.referrers) {
        referrers << QJsonObject{{u"table"_s, shortName(referrer.table)},
                                 {u"rows"_s, referrer.rows}};
    }
    return {{u"batch"_s, removal.batch},
            {u"table"_s, shortName(removal.table)},
            {u"removed"_s, removal.removed},
            {u"edited"_s, removal.edited},
            {u"changed_when_written"_s, removal.changed},
            {u"gone"_s, removal.gone},
            {u"referenced"_s, removal.referenced},
            {u"referenced_by"_s, referrers},
            {u"dry_run"_s, removal.rehearsed}};
}

namespace {

QString outcome(const SeedReport &report)
{
    const int rows = plural(report.rows);
    const QString table = shortName(report.table);
    const bool replaced = report.mode == SeedRequest::Mode::Replace;
    if (report.rehearsed) {
        return replaced
                 ? Text::tr(
                       "%1: the rows would be replaced by %Ln new one(s). Tried and taken back.",
                       nullptr, rows)
                       .arg(table)
                 : Text::tr("%1: %Ln row(s) would be added. Tried and taken back.", nullptr, rows)
                       .arg(table);
    }
    const QString seconds = QLocale().toString(double(report.milliseconds) / 1000, 'f', 1);
    return replaced ? Text::tr("%1: rows replaced by %Ln new one(s) in %2 s.", nullptr, rows)
                          .arg(table, seconds)
                    : Text::tr("%1: %Ln row(s) added in %2 s.", nullptr, rows).arg(table, seconds);
}

}  // namespace

QString sentence(const SeedReport &report)
{
    QStringList others;
    for (const SeedVictim &victim : report.victims) {
        if (victim.table != report.table && victim.rows > 0)
            others << shortName(victim.table) + u" ("_s + QLocale().toString(victim.rows) + u')';
    }
    QString result = outcome(report);
    if (report.leftOut > 0) {
        result += u' '
                + Text::tr("%Ln row(s) more were made, and left out by a trigger of the table.",
                           nullptr, plural(report.leftOut));
    }
    if (others.isEmpty())
        return result;
    const QString list = others.join(", "_L1);
    return result + u' '
         + (report.rehearsed ? Text::tr("Rows that would go or change with them: %1.").arg(list)
                             : Text::tr("Rows that went or changed with them: %1.").arg(list));
}

QString sentence(const SeedRemoval &removal)
{
    const QString table = shortName(removal.table);
    QStringList lines{
        removal.rehearsed
            ? Text::tr("%1: %Ln row(s) would be removed.", nullptr, plural(removal.removed))
                  .arg(table)
            : Text::tr("%1: %Ln row(s) removed.", nullptr, plural(removal.removed)).arg(table)};
    if (removal.edited > 0) {
        lines << Text::tr("Left: %Ln row(s) that were edited, or are other rows with their keys.",
                          nullptr, plural(removal.edited));
    }
    if (removal.changed > 0) {
        lines << Text::tr("Left: %Ln row(s) whose values were changed when they were written, by a "
                          "trigger, say, so that they do not equal what was made.",
                          nullptr, plural(removal.changed));
    }
    QStringList referrers;
    for (const SeedRemoval::Referrer &referrer : removal.referrers)
        referrers << u"%1 (%2)"_s.arg(shortName(referrer.table), QLocale().toString(referrer.rows));
    if (removal.referenced > 0) {
        lines << Text::tr("Left: %Ln row(s) that rows of other tables refer to: %1.", nullptr,
                          plural(removal.referenced))
                     .arg(referrers.join(", "_L1));
    }
    if (removal.gone > 0)
        lines << Text::tr("Not there any more: %Ln row(s).", nullptr, plural(removal.gone));
    return lines.join(u'\n');
}

QString line(const SeedBatch &batch)
{
    QString options;
    for (auto it = batch.options.cbegin(); it != batch.options.cend(); ++it)
        options += u' ' + it.key() + u'=' + it.value();
    return u"%1\t%2\t%3\t%4\t%5\t%6%7\t%8"_s.arg(
        QString::number(batch.number), batch.at, batch.by, shortName(batch.table),
        QString::number(batch.written), QString::number(batch.randomSeed), options,
        stateWord(batch));
}

QByteArray drawn(const SeedPreview &preview)
{
    TableSchema schema;
    schema.columns = preview.columns;
    TextTable table(schema);
    QByteArray out;
    for (const QList<SqlValue> &row : preview.rows) {
        std::vector<RowFormat::Field> fields;
        for (const SqlValue &cell : row)
            fields.push_back(cell ? RowFormat::Field(QByteArrayView(*cell)) : RowFormat::Field());
        table.append(out, fields);
    }
    table.finish(out);
    constexpr qint64 widest = 40;
    for (const SeedHistogram &histogram : preview.histograms) {
        out += '\n' + histogram.column.toUtf8() + '\n';
        qint64 most = 1;
        for (const SeedBar &bar : histogram.bars)
            most = std::max(most, bar.rows);
        for (const SeedBar &bar : histogram.bars) {
            const QString label = bar.label.left(24).leftJustified(24);
            out += u"  %1 %2 %3\n"_s
                       .arg(label, QString(qsizetype(bar.rows * widest / most), u'#'),
                            QString::number(bar.rows))
                       .toUtf8();
        }
        if (histogram.nulls > 0)
            out += u"  %1 %2\n"_s.arg(u"NULL"_s.leftJustified(24), QString::number(histogram.nulls))
                       .toUtf8();
    }
    return out;
}

}  // namespace roster
