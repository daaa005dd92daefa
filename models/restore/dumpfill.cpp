// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/dumpfill.h"

#include "models/dump/sqlwords.h"
#include "models/restore/dumploading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Restore)
};

constexpr int headWords = 4000;
constexpr int itemsBetweenReports = 64;

int versionNumber(const QString &text)
{
    const int major = text.section(u'.', 0, 0).toInt();
    return major >= 10 ? major * 10000 + text.section(u'.', 1, 1).toInt() : major * 10000;
}

void noteSchema(DumpScan &scan, const QString &schema)
{
    if (!schema.isEmpty() && !scan.schemas.contains(schema))
        scan.schemas << schema;
}

void note(DumpScan &scan, const SqlDumpItem &item)
{
    ++scan.statements;
    const auto words = sqlWords(item.sql, headWords);
    for (const SqlWord &role : roleWords(words)) {
        const QString name = QString::fromUtf8(role.text);
        if (!scan.needs.roles.contains(name))
            scan.needs.roles << name;
    }
    if (words.size() < 3 || !words[0].is("create"))
        return;
    if (words[1].is("schema"))
        noteSchema(scan, QString::fromUtf8((words[2].is("if") ? words.value(5) : words[2]).text));
    else if (words.value(3).is("."))
        noteSchema(scan, QString::fromUtf8(words[2].text));  // CREATE TABLE schema.name
    if (!words[1].is("extension"))
        return;
    // CREATE EXTENSION [IF NOT EXISTS] name
    const SqlWord name = words[2].is("if") ? words.value(5) : words[2];
    scan.needs.extensions << QString::fromUtf8(name.text);
}

Error cancelled()
{
    return {.kind = Error::Kind::Cancelled,
            .message = Text::tr("Cancelled."),
            .hint = Text::tr("Nothing was changed.")};
}

/// Calls `take` for each item up to the end.
Result<void> readAll(const DumpFile &file, const QStringList &binaries, Progress &progress,
                     DumpScan &scan, const std::function<Result<void>(const SqlDumpItem &)> &take)
{
    auto reader = SqlDumpReader::open(file, binaries, progress);
    if (!reader)
        return fail(reader.error());
    for (qint64 number = 0;; ++number) {
        if (progress.isCancelled())
            return fail(cancelled());
        const auto item = reader->next();
        if (!item)
            return fail(item.error());
        if (number % itemsBetweenReports == 0) {
            progress.setTotal(reader->total());
            progress.setDone(reader->consumed());
        }
        ROSTER_TRY(take(*item));
        if (item->kind == SqlDumpItem::Kind::End)
            break;
    }
    progress.setDone(0);
    progress.setTotal(-1);
    scan.warnings = reader->warnings() + reader->sections().notes();
    scan.needs.serverVersion = versionNumber(reader->serverVersion());
    scan.needs.serverRoles = reader->sections().roles();
    const DumpedDatabase made = reader->sections().database(
        reader->sections().isCluster() ? file.database() : reader->sections().current());
    scan.needs.encoding = made.encoding;
    scan.needs.locale = made.locale;
    return {};
}

}  // namespace

Result<DumpScan> scanDump(const DumpFile &file, Progress &progress, const QStringList &binaries)
{
    progress.setText(Text::tr("Reading %1 to its end").arg(file.path()));
    DumpScan scan;
    scan.needs.bytes = 0;
    LoadReport::TableKey table;
    const auto builds = std::make_shared<DumpBuilds>();
    const auto read =
        readAll(file, binaries, progress, scan, [&](const SqlDumpItem &item) -> Result<void> {
            builds->note(item);
            scan.needs.bytes += item.sql.size() + item.bytes.size();
            if (item.kind == SqlDumpItem::Kind::Statement)
                note(scan, item);
            else if (item.kind == SqlDumpItem::Kind::CopyStart)
                table = {item.schema, item.table};
            else if (item.kind == SqlDumpItem::Kind::CopyEnd)
                scan.rows[table] += item.rows;
            return {};
        });
    if (!read)
        return fail(read.error());
    scan.builds = builds;
    return scan;
}

DatabaseFill fillFromDump(const DumpFile &file, const QStringList &binaries,
                          const std::shared_ptr<const DumpBuilds> &builds)
{
    return [file, binaries, builds](FillTarget &target, Progress &progress) -> Result<LoadReport> {
        DumpLoader::Options options = target.options;
        options.ahead = builds;
        DumpLoader loader(target.session, target.elevated, std::move(options), progress);
        DumpScan scan;
        ROSTER_TRY(readAll(file, binaries, progress, scan,
                           [&](const SqlDumpItem &item) { return loadItem(loader, item); }));
        auto report = loader.finish();
        if (report)
            report->notes += scan.warnings;
        return report;
    };
}

}  // namespace roster
