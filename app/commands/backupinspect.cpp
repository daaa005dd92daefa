// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/backupactions.h"
#include "app/commands/context.h"
#include "models/database/localpaths.h"
#include "models/dump/dumpfile.h"
#include "models/dump/dumpsummary.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BackupCommand)
};

QStringList packings(const DumpFile &file)
{
    QStringList names;
    for (const DumpCompression compression : file.compressions())
        names << compressionName(compression);
    return names;
}

QStringList sorted(const QSet<QString> &names)
{
    QStringList list(names.cbegin(), names.cend());
    list.sort();
    return list;
}

/// A cluster's, of which no database is picked.
bool isOverview(const DumpFile &file)
{
    return file.format() == DumpFile::Format::Cluster && file.database().isEmpty();
}

QJsonObject toJson(const DumpFile &file, const DumpSummary &summary)
{
    QJsonArray tables;
    for (auto table = summary.tables.cbegin(); table != summary.tables.cend(); ++table) {
        tables << QJsonObject{
            {u"schema"_s, table.key().first},
            {u"table"_s, table.key().second},
            {u"rows"_s, table.value() < 0 ? QJsonValue() : QJsonValue(table.value())}};
    }
    QJsonArray databases;
    for (const DumpSummary::Database &one : summary.databases) {
        QJsonObject database{
            {u"name"_s, one.name}, {u"encoding"_s, one.encoding}, {u"locale"_s, one.locale}};
        if (isOverview(file)) {
            database.insert(u"tables"_s, one.tables);
            database.insert(u"rows"_s, one.rows);
        }
        databases << database;
    }
    QJsonObject sequences;
    for (auto value = summary.sequences.cbegin(); value != summary.sequences.cend(); ++value)
        sequences.insert(value.key(), value.value());
    QJsonObject json{{u"path"_s, file.path()},
                     {u"bytes"_s, summary.bytes},
                     {u"format"_s, file.formatName()},
                     {u"compressions"_s, QJsonArray::fromStringList(packings(file))},
                     {u"complete"_s, !summary.problem},
                     {u"serverVersion"_s, summary.serverVersion},
                     {u"toolVersion"_s, summary.toolVersion},
                     {u"encoding"_s, summary.encoding},
                     {u"database"_s, file.database()},
                     {u"databases"_s, databases},
                     {u"revisions"_s, QJsonArray::fromStringList(summary.revisions)},
                     {u"rows"_s, summary.rows()},
                     {u"tables"_s, tables},
                     {u"roles"_s, QJsonArray::fromStringList(sorted(summary.roles))},
                     {u"extensions"_s, QJsonArray::fromStringList(summary.extensions)},
                     {u"sequences"_s, sequences},
                     {u"warnings"_s, QJsonArray::fromStringList(summary.warnings)}};
    if (summary.problem)
        json.insert(u"error"_s, summary.problem->toText());
    return json;
}

/// A dump names things as it likes: none of it may steer the terminal.
QString harmless(QString text)
{
    for (QChar &c : text) {
        const bool isSteering =
            c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
        if (isSteering)
            c = QChar::ReplacementCharacter;
    }
    return text;
}

void writeList(Output &out, const QString &label, const QStringList &values)
{
    if (!values.isEmpty())
        out.line(harmless(u"%1: %2"_s.arg(label, values.join(u", "_s))));
}

void writeDatabases(Output &out, const DumpSummary &summary)
{
    out.line(Text::tr("databases: %1 (look into one by --database NAME)")
                 .arg(QLocale().toString(summary.databases.size())));
    for (const DumpSummary::Database &one : summary.databases) {
        QStringList facts{Text::tr("rows: %1 in tables: %2")
                              .arg(QLocale().toString(one.rows), QLocale().toString(one.tables))};
        if (!one.encoding.isEmpty())
            facts << (one.locale.isEmpty() ? one.encoding : one.encoding + u", "_s + one.locale);
        if (one.isServers)
            facts << Text::tr("the server's own");
        out.line(u"  "_s + harmless(one.name + u"  "_s + facts.join(u"; "_s)));
    }
}

void writeText(Output &out, const DumpFile &file, const DumpSummary &summary)
{
    out.line(harmless(
        summary.problem
            ? Text::tr("%1 is NOT usable as it is. What comes before the fault:").arg(file.path())
            : Text::tr("%1 is complete: it was read to its end.").arg(file.path())));
    QStringList format = packings(file);
    format << file.formatName();
    writeList(out, Text::tr("format"),
              {format.join(u", "_s), QLocale().formattedDataSize(summary.bytes)});
    writeList(out, Text::tr("server"),
              {summary.serverVersion.isEmpty() ? Text::tr("not said") : summary.serverVersion});
    writeList(out, u"pg_dump"_s,
              {summary.toolVersion.isEmpty() ? Text::tr("not said") : summary.toolVersion});
    if (isOverview(file)) {
        writeList(out, Text::tr("roles"), sorted(summary.roles));
        writeDatabases(out, summary);
        return;
    }
    if (!file.database().isEmpty())
        writeList(out, Text::tr("database"), {file.database()});
    for (const DumpSummary::Database &one : summary.databases) {
        if (file.database().isEmpty() || file.database() == one.name)
            writeList(out, Text::tr("made as"), {one.name, one.encoding, one.locale});
    }
    writeList(out, Text::tr("encoding"),
              {summary.encoding.isEmpty() ? Text::tr("not said") : summary.encoding});
    writeList(out, Text::tr("revision"), summary.revisions);
    writeList(out, Text::tr("roles"), sorted(summary.roles));
    writeList(out, Text::tr("extensions"), summary.extensions);
    out.line(
        Text::tr("rows: %1 in tables: %2")
            .arg(QLocale().toString(summary.rows()), QLocale().toString(summary.tables.size())));
    for (auto table = summary.tables.cbegin(); table != summary.tables.cend(); ++table) {
        const auto &[schema, name] = table.key();
        const QString rows =
            table.value() < 0 ? Text::tr("not whole") : QLocale().toString(table.value());
        out.line(u"%1  %2"_s.arg(rows, 15).arg(
            harmless(schema.isEmpty() ? name : schema + u'.' + name)));
    }
}

}  // namespace

Result<ExitCode> BackupActions::inspect(Context &context)
{
    auto file = DumpFile::open(context.arguments().word(1), &context.progress());
    if (!file) {
        context.warn(file.error().toText());
        return ExitCode::Failed;
    }
    file->setDatabase(context.value(u"database"_s));
    if (context.has(u"table"_s))
        return inspectRows(context, *file);
    const auto summary =
        DumpSummary::read(*file, LocalPaths::standard().binaries, context.progress());
    if (!summary && summary.error().kind == Error::Kind::Cancelled)
        return fail(summary.error());
    context.clearProgress();
    if (!summary) {
        context.warn(summary.error().toText());
        return ExitCode::Failed;
    }
    if (context.wantsJson())
        context.out().write(QJsonDocument(toJson(*file, *summary)).toJson());
    else
        writeText(context.out(), *file, *summary);
    for (const QString &warning : summary->warnings)
        context.warn(warning);
    if (!summary->problem)
        return ExitCode::Done;
    context.warn(summary->problem->toText());
    return ExitCode::Failed;
}

}  // namespace roster
