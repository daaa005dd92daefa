// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/backupactions.h"
#include "app/commands/context.h"
#include "models/backup/retention.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BackupCommand)
};

}  // namespace

Result<Retention> BackupActions::retention(const Context &context)
{
    Retention ages;
    const QList<std::pair<QString, int *>> options{{u"keep-last"_s, &ages.lastDays},
                                                   {u"keep-daily"_s, &ages.dailyDays},
                                                   {u"keep-weekly"_s, &ages.weeklyWeeks},
                                                   {u"keep-monthly"_s, &ages.monthlyMonths},
                                                   {u"least"_s, &ages.least}};
    for (const auto &[option, target] : options) {
        if (!context.has(option))
            continue;
        bool isNumber = false;
        const int value = context.value(option).toInt(&isNumber);
        if (!isNumber || value < 0 || (value == 0 && option == "least"_L1)) {
            return fail(Error::Kind::Usage,
                        Text::tr("--%1 wants a number, not %2.").arg(option, context.value(option)),
                        Text::tr("See `roster help backup`."));
        }
        *target = value;
    }
    return ages;
}

Result<ExitCode> BackupActions::prune(Context &context)
{
    const auto ages = retention(context);
    if (!ages)
        return fail(ages.error());
    const QString named = context.arguments().word(1);
    const auto listing =
        BackupFolder::list(named.isEmpty() ? BackupFolder::standard() : named, context.progress());
    if (!listing)
        return fail(listing.error());
    const auto plan = ages->plan(*listing, QDateTime::currentDateTimeUtc());
    const bool dry = context.has(u"dry-run"_s);
    if (!dry)
        ROSTER_TRY(Retention::remove(*listing, plan, context.progress()));
    context.clearProgress();
    QJsonArray report;
    qint64 bytes = 0;
    for (const Retention::Removal &one : plan) {
        bytes += one.isLastName ? one.size : 0;
        report << QJsonObject{{u"path"_s, one.path},
                              {u"database"_s, one.database},
                              {u"last_name"_s, one.isLastName},
                              {u"size"_s, one.size}};
        if (!context.wantsJson())
            context.out().line(one.path);
    }
    if (context.wantsJson())
        context.out().write(QJsonDocument(report).toJson());
    const QString size = QLocale().formattedDataSize(bytes);
    const auto count = int(plan.size());
    context.say(dry ? Text::tr("%n names would go, %1 with them.", nullptr, count).arg(size)
                    : Text::tr("%n names went, %1 with them.", nullptr, count).arg(size));
    return ExitCode::Done;
}

}  // namespace roster
