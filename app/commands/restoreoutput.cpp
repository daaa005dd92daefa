// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/restoreoutput.h"

#include "app/commands/context.h"
#include "app/commands/terminal.h"

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
    Q_DECLARE_TR_FUNCTIONS(RestoreCommand)
};

QString count(qint64 rows)
{
    return rows < 0 ? Text::tr("none") : QLocale().toString(rows);
}

QString age(qint64 seconds)
{
    if (seconds < 0)
        return {};
    if (seconds < 3600)
        return Text::tr("%n minute(s) old", nullptr, int(seconds / 60));
    constexpr qint64 twoDays = 172800;
    if (seconds < twoDays)
        return Text::tr("%n hour(s) old", nullptr, int(seconds / 3600));
    return Text::tr("%n day(s) old", nullptr, int(seconds / 86400));
}

void write(Context &context, const QJsonObject &object)
{
    context.out().write(QJsonDocument(object).toJson());
}

QString leftoverLine(const RestoreLeftover &leftover, bool isDropped)
{
    QStringList facts;
    facts
        << (leftover.isBefore()
                ? Text::tr("%1 before a restore from %2").arg(leftover.mark.of, leftover.mark.from)
                : Text::tr("an unfinished restore of %1").arg(leftover.mark.of));
    if (leftover.bytes >= 0)
        facts << QLocale().formattedDataSize(leftover.bytes);
    if (const QString old = age(leftover.seconds); !old.isEmpty())
        facts << old;
    if (!leftover.busy.isEmpty())
        facts << Text::tr("at work: %1").arg(leftover.busy);
    else if (leftover.sessions > 0)
        facts << Text::tr("%n session(s) in it", nullptr, leftover.sessions);
    if (isDropped)
        facts << Text::tr("dropped");
    return leftover.name + u"  "_s + facts.join(", "_L1);
}

}  // namespace

void RestoreOutput::comparison(Context &context, const DatabaseComparison &comparison)
{
    context.clearProgress();
    for (const ComparedTable &table : comparison.tables) {
        QString line = Text::tr("%1.%2: live %3%4, restored %5")
                           .arg(table.schema, table.name, table.isEstimate ? u"~"_s : QString(),
                                count(table.live), count(table.restored));
        if (!table.liveNewest.isEmpty() || !table.restoredNewest.isEmpty()) {
            line += Text::tr("; newest %1: live %2, restored %3")
                        .arg(table.newestColumn, table.liveNewest, table.restoredNewest);
        }
        context.say(line);
    }
    if (comparison.liveRevisions != comparison.restoredRevisions) {
        context.say(Text::tr("Revision: live %1, restored %2")
                        .arg(comparison.liveRevisions.join(", "_L1),
                             comparison.restoredRevisions.join(", "_L1)));
    }
}

void RestoreOutput::preflight(Context &context, const RestoreRequest &request,
                              const RestorePreflight &found,
                              const QMap<LoadReport::TableKey, qint64> &rows)
{
    context.clearProgress();
    if (context.wantsJson()) {
        QJsonObject tables;
        for (auto it = rows.cbegin(); it != rows.cend(); ++it)
            tables.insert(it.key().first + u'.' + it.key().second, it.value());
        QJsonArray obstacles;
        for (const Error &obstacle : found.obstacles)
            obstacles << obstacle.message;
        QJsonArray users;
        for (const DatabaseUser &user : found.users)
            users << user.toText();
        write(context,
              {{u"file"_s, request.from},
               {u"database"_s, request.database},
               {u"rows"_s, tables},
               {u"obstacles"_s, obstacles},
               {u"sessions"_s, users},
               {u"missing_roles"_s, QJsonArray::fromStringList(found.missingRoles)},
               {u"missing_extensions"_s, QJsonArray::fromStringList(found.missingExtensions)},
               {u"notes"_s, QJsonArray::fromStringList(found.notes)}});
        return;
    }
    for (auto it = rows.cbegin(); it != rows.cend(); ++it)
        context.out().line(u"%1.%2: %3"_s.arg(it.key().first, it.key().second, count(it.value())));
    for (const DatabaseUser &user : found.users)
        context.out().line(Text::tr("would be ended: %1").arg(user.toText()));
    for (const QString &note : found.notes)
        context.out().line(note);
    for (const Error &obstacle : found.obstacles)
        context.out().line(Text::tr("in the way: %1").arg(obstacle.message));
}

void RestoreOutput::receipt(Context &context, const RestoreReceipt &receipt)
{
    context.clearProgress();
    if (context.wantsJson()) {
        write(context, {{u"database"_s, receipt.database},
                        {u"from"_s, receipt.from},
                        {u"oid"_s, receipt.oid},
                        {u"before"_s, receipt.before},
                        {u"tables"_s, receipt.tables},
                        {u"rows"_s, receipt.rows},
                        {u"revisions"_s, QJsonArray::fromStringList(receipt.revisions)},
                        {u"checks"_s, QJsonArray::fromStringList(receipt.passed)},
                        {u"notes"_s, QJsonArray::fromStringList(receipt.notes)},
                        {u"ended_sessions"_s, receipt.endedSessions},
                        {u"milliseconds"_s, receipt.milliseconds},
                        {u"closed_milliseconds"_s, receipt.closedMilliseconds}});
        return;
    }
    for (const QString &note : receipt.notes)
        context.warn(note);
    for (const QString &check : receipt.passed)
        context.out().line(Text::tr("checked: %1").arg(check));
    context.out().line(
        Text::tr("%1 is restored from %2: %3 rows in %n table(s).", nullptr, int(receipt.tables))
            .arg(receipt.database, receipt.from, count(receipt.rows)));
    if (!receipt.before.isEmpty()) {
        context.out().line(Text::tr("What it was until now is kept as %1; `roster restore undo %2` "
                                    "brings it back.")
                               .arg(receipt.before, receipt.database));
    }
}

void RestoreOutput::undone(Context &context, const SwapOutcome &outcome)
{
    context.clearProgress();
    if (context.wantsJson()) {
        write(context, {{u"database"_s, outcome.database},
                        {u"oid"_s, outcome.liveOid},
                        {u"before"_s, outcome.before},
                        {u"ended_sessions"_s, outcome.endedSessions}});
        return;
    }
    context.out().line(Text::tr("%1 is again what it was before. What was there until now is kept "
                                "as %2.")
                           .arg(outcome.database, outcome.before));
}

void RestoreOutput::leftovers(Context &context, const QList<RestoreLeftover> &leftovers,
                              const QStringList &dropped)
{
    if (!context.wantsJson()) {
        for (const RestoreLeftover &leftover : leftovers)
            context.out().line(leftoverLine(leftover, dropped.contains(leftover.name)));
        if (leftovers.isEmpty())
            context.say(Text::tr("Restores left nothing on this server."));
        return;
    }
    QJsonArray array;
    for (const RestoreLeftover &leftover : leftovers) {
        array << QJsonObject{{u"name"_s, leftover.name},
                             {u"kind"_s, leftover.isBefore() ? u"before"_s : u"restore"_s},
                             {u"of"_s, leftover.mark.of},
                             {u"made"_s, leftover.mark.made},
                             {u"from"_s, leftover.mark.from},
                             {u"bytes"_s, leftover.bytes},
                             {u"seconds"_s, leftover.seconds},
                             {u"sessions"_s, leftover.sessions},
                             {u"orphan"_s, leftover.isOrphan()},
                             {u"dropped"_s, dropped.contains(leftover.name)}};
    }
    write(context, {{u"leftovers"_s, array}});
}

Result<QString> RestoreOutput::typedName(Context &context, const QString &database,
                                         const QString &option)
{
    if (context.has(option) && context.value(option) == database)
        return database;
    if (!context.has(option) && Terminal::isThere())
        return QString();  // asked for when there is something to show
    return fail(Error::Kind::Refused,
                context.has(option)
                    ? Text::tr("--%1 says %2, and the database is %3.")
                          .arg(option, context.value(option), database)
                    : Text::tr("This puts another database in the place of %1.").arg(database),
                Text::tr("Say that you mean it: --%1 %2").arg(option, database));
}

Result<QString> RestoreOutput::askName(Context &context, const QString &database)
{
    return Terminal::ask(context,
                         Text::tr("Type the name of the database, %1, to go on:").arg(database));
}

}  // namespace roster
