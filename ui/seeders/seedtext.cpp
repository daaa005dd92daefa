// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seeders/seedtext.h"

#include "ui/common/commandtext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SeedText)
};

constexpr qint64 secondsPerMinute = 60;
constexpr qint64 secondsPerHour = 3600;
constexpr qint64 msPerSecond = 1000;
constexpr int toTheSecond = 19;  ///< of `2026-01-02 03:04:05.678`

QString secondsText(qint64 milliseconds)
{
    const int digits = milliseconds < msPerSecond ? 2 : 1;
    return QLocale().toString(double(milliseconds) / double(msPerSecond), 'f', digits);
}

}  // namespace

int pluralOf(qint64 number)
{
    return int(std::min<qint64>(number, std::numeric_limits<int>::max()));
}

QString plainName(const TableName &table)
{
    return table.schema == "public"_L1 ? table.name : table.schema + u'.' + table.name;
}

QString durationText(qint64 milliseconds)
{
    const qint64 seconds = (milliseconds + msPerSecond - 1) / msPerSecond;
    if (seconds < secondsPerMinute)
        return Text::tr("%1 s").arg(seconds);
    const qint64 minutes = seconds / secondsPerMinute;
    if (seconds < secondsPerHour)
        return Text::tr("%1 min %2 s").arg(minutes).arg(seconds % secondsPerMinute);
    return Text::tr("%1 h %2 min").arg(minutes / secondsPerMinute).arg(minutes % secondsPerMinute);
}

QString rowsText(const SeederState &state)
{
    if (state.rows < 0)
        return {};
    if (state.rowsAreEstimated)
        return Text::tr("~%1 rows").arg(QLocale().toString(state.rows));
    return Text::tr("%Ln row(s)", nullptr, pluralOf(state.rows));
}

QString lastRunText(const std::optional<SeedBatch> &batch)
{
    if (!batch)
        return Text::tr("No run is recorded yet.");
    QString text =
        Text::tr("Last run: %1 UTC by %2, %Ln row(s), random seed %3",  //
                 nullptr, pluralOf(batch->written))
            .arg(batch->at.left(toTheSecond), batch->by, QString::number(batch->randomSeed));
    if (batch->state != SeedBatch::State::There || batch->gone || batch->removedRows > 0)
        text += u" ("_s + stateText(*batch) + u')';
    return text;
}

QString stateText(const SeedBatch &batch)
{
    switch (batch.state) {
    case SeedBatch::State::There:
        if (batch.gone)
            return Text::tr("no longer in the table");
        if (batch.removedRows > 0)
            return Text::tr("%1 of them removed").arg(QLocale().toString(batch.removedRows));
        return Text::tr("in the table");
    case SeedBatch::State::Replaced:
        return Text::tr("replaced since");
    case SeedBatch::State::Removed:
        return Text::tr("removed");
    }
    return {};
}

QString reportText(const SeedReport &report)
{
    const int rows = pluralOf(report.rows);
    const QString table = plainName(report.table);
    const bool replaced = report.mode == SeedRequest::Mode::Replace;
    if (report.rehearsed) {
        return (replaced ? Text::tr("Dry run: the rows of %1 would be replaced by %Ln new one(s). "
                                    "It was tried and taken back.",
                                    nullptr, rows)
                         : Text::tr("Dry run: %Ln row(s) would be added to %1. It was tried and "
                                    "taken back.",
                                    nullptr, rows))
            .arg(table);
    }
    const QString notice = report.notice.isEmpty() ? QString() : u' ' + report.notice;
    const QString seconds = secondsText(report.milliseconds);
    QString text = (replaced ? Text::tr("The rows of %1 were replaced by %Ln new one(s) in %2 s.",
                                        nullptr, rows)
                             : Text::tr("%Ln row(s) were added to %1 in %2 s.", nullptr, rows))
                       .arg(table, seconds);
    if (report.leftOut > 0) {
        text += u' '
              + Text::tr("%Ln row(s) more were made, and left out by a trigger of the table.",
                         nullptr, pluralOf(report.leftOut));
    }
    if (!report.noHistory.isEmpty()) {
        text += u' '
              + Text::tr("The run is not recorded, so it cannot be taken back later: %1.")
                    .arg(report.noHistory);
    }
    return text + notice;
}

QString removalText(const SeedRemoval &removal)
{
    const QString table = plainName(removal.table);
    const int removed = pluralOf(removal.removed);
    QStringList lines{(removal.rehearsed
                           ? Text::tr("%Ln row(s) will be removed from %1.", nullptr, removed)
                           : Text::tr("%Ln row(s) were removed from %1.", nullptr, removed))
                          .arg(table)};
    if (removal.edited > 0) {
        lines << Text::tr("Left: %Ln row(s) that somebody edited since, or that are other rows "
                          "with their keys.",
                          nullptr, pluralOf(removal.edited));
    }
    if (removal.changed > 0) {
        lines << Text::tr("Left: %Ln row(s) whose values were changed when they were written, by a "
                          "trigger, say, so that they do not equal what was made.",
                          nullptr, pluralOf(removal.changed));
    }
    if (removal.referenced > 0) {
        QStringList referrers;
        for (const SeedRemoval::Referrer &referrer : removal.referrers)
            referrers << plainName(referrer.table);
        lines << Text::tr("Left: %Ln row(s) that rows of other tables refer to (%1).", nullptr,
                          pluralOf(removal.referenced))
                     .arg(referrers.join(u", "_s));
    }
    if (removal.gone > 0)
        lines << Text::tr("Not there any more: %Ln row(s).", nullptr, pluralOf(removal.gone));
    return lines.join(u'\n');
}

QString optionsText(const QMap<QString, QString> &options)
{
    QStringList words;
    for (auto it = options.cbegin(); it != options.cend(); ++it)
        words << it.key() + u'=' + it.value();
    return words.join(u' ');
}

QString seedCommand(const ConnectionProfile &profile, const SeedTask &task)
{
    const SeedRequest &request = task.request;
    QStringList words{u"roster"_s, u"seed"_s, u"run"_s};
    switch (task.target) {
    case SeedTask::Target::Seeder:
        words << task.seeder;
        break;
    case SeedTask::Target::Table:
        words << u"--table"_s << task.table.schema + u'.' + task.table.name;
        break;
    case SeedTask::Target::All:
        words << u"--all"_s;
        break;
    }
    words << databaseOptions(profile);
    if (request.mode == SeedRequest::Mode::Append)
        words << u"--append"_s;
    if (request.rows >= 0) {
        words << (request.mode == SeedRequest::Mode::TopUp ? u"--top-up-to"_s : u"--rows"_s)
              << QString::number(request.rows);
    }
    words << u"--random-seed"_s << QString::number(request.randomSeed);
    if (request.fixture)
        words << u"--fixture"_s;
    const bool isTable = task.target == SeedTask::Target::Table;
    for (auto it = request.options.cbegin(); it != request.options.cend(); ++it)
        words << (isTable ? u"--column"_s : u"--option"_s) << it.key() + u'=' + it.value();
    return shellLine(words);
}

QString removeCommand(const ConnectionProfile &profile, qint64 batch)
{
    return shellLine(QStringList{u"roster"_s, u"seed"_s, u"remove"_s, QString::number(batch)}
                     + databaseOptions(profile));
}

}  // namespace roster
