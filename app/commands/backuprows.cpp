// SPDX-License-Identifier: GPL-3.0-or-later
// `roster backup inspect FILE --table NAME`: its rows.
#include "app/commands/backupactions.h"
#include "app/commands/context.h"
#include "app/commands/texttable.h"
#include "models/browsing/rowformat.h"
#include "models/database/localpaths.h"
#include "models/dump/dumpfile.h"
#include "models/dump/dumprows.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BackupCommand)
};

constexpr int rowsAtOnce = 500;

enum class Form { Table, Csv, Json };

Result<Form> formOf(const Context &context)
{
    const QString format = context.has(u"format"_s) ? context.value(u"format"_s)
                         : context.wantsJson()      ? u"json"_s
                                                    : u"table"_s;
    if (format == "table"_L1)
        return Form::Table;
    if (format == "csv"_L1)
        return Form::Csv;
    if (format == "json"_L1)
        return Form::Json;
    return fail(Error::Kind::Usage, Text::tr("--format: there is no format %1.").arg(format),
                Text::tr("Write table, csv or json."));
}

Result<qint64> limitOf(const Context &context)
{
    bool isNumber = true;
    const qint64 limit = context.has(u"limit"_s) ? context.value(u"limit"_s).toLongLong(&isNumber)
                                                 : std::numeric_limits<qint64>::max();
    if (isNumber && limit >= 0)
        return limit;
    return fail(Error::Kind::Usage,
                Text::tr("--limit: %1 is no number of rows.").arg(context.value(u"limit"_s)));
}

/// A dump says nothing of types where its rows are: all are text.
TableSchema schemaOf(const DumpRows::TableKey &table, const QStringList &columns)
{
    TableSchema schema;
    schema.name = {table.first, table.second};
    for (const QString &name : columns)
        schema.columns << ColumnSchema{.name = name, .type = u"text"_s, .kind = TypeKind::Text};
    return schema;
}

/// Writes rows as they come.
class Writer
{
public:
    Writer(Output &out, Form form, const TableSchema &schema)
        : m_out(out),
          m_form(form),
          m_format(form == Form::Json ? RowFormat::Kind::Json : RowFormat::Kind::Csv, schema),
          m_table(schema),
          m_text(form == Form::Table ? QByteArray() : m_format.begin())
    {
    }

    void add(const DumpRows::Row &row)
    {
        if (m_form == Form::Table) {
            std::vector<RowFormat::Field> fields;
            for (const SqlValue &value : row.values)
                fields.push_back(value ? RowFormat::Field(*value) : RowFormat::Field());
            m_table.append(m_text, fields);
        } else if (m_form == Form::Csv) {
            m_format.append(m_text, row.values);
            m_text += '\n';
        } else {
            if (!m_isFirst)
                m_text += m_format.between();
            m_format.append(m_text, row.values);
        }
        m_isFirst = false;
    }
    void flush() { m_out.write(std::exchange(m_text, {})); }
    void end()
    {
        if (m_form == Form::Table)
            m_table.finish(m_text);
        else if (m_form == Form::Json)
            m_text += m_format.end();
        flush();
    }

private:
    Output &m_out;
    Form m_form;
    RowFormat m_format;
    TextTable m_table;
    QByteArray m_text;
    bool m_isFirst = true;
};

}  // namespace

Result<ExitCode> BackupActions::inspectRows(Context &context, const DumpFile &file)
{
    const auto form = formOf(context);
    if (!form)
        return fail(form.error());
    const auto limit = limitOf(context);
    if (!limit)
        return fail(limit.error());
    const QString name = context.value(u"table"_s);
    const qsizetype dot = name.indexOf(u'.');
    const DumpRows::TableKey table(dot < 0 ? u"public"_s : name.left(dot), name.sliced(dot + 1));
    auto rows = DumpRows::open(file, LocalPaths::standard().binaries, table,
                               context.value(u"find"_s), context.progress());
    if (!rows)
        return fail(rows.error());
    Writer writer(context.out(), *form, schemaOf(table, rows->columns()));
    qint64 left = *limit;
    std::optional<Error> problem;
    while (left > 0 && !problem && !context.out().isClosed()) {
        const auto piece = rows->read(int(std::min<qint64>(rowsAtOnce, left)));
        context.clearProgress();
        if (!piece) {
            problem = piece.error();
            break;
        }
        if (piece->isEmpty())
            break;
        for (const DumpRows::Row &row : *piece) {
            writer.add(row);
            if (row.isCut)
                context.warn(
                    Text::tr("Row %1 is too long: only its beginning is shown.").arg(row.number));
        }
        left -= piece->size();
        writer.flush();
    }
    writer.end();
    if (!problem)
        return ExitCode::Done;
    problem->hint = problem->hint.isEmpty()
                      ? Text::tr("What was written is what comes before the fault.")
                      : problem->hint;
    return fail(*problem);
}

}  // namespace roster
