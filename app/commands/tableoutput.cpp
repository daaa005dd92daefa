// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/tableoutput.h"

#include "app/commands/context.h"
#include "app/commands/texttable.h"
#include "models/browsing/pager.h"
#include "models/browsing/rowformat.h"
#include "models/database/copyreader.h"
#include "models/database/transaction.h"

#include <QCoreApplication>

#include <functional>
#include <memory>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TableOutput)
};

constexpr qint64 reportEvery = 10000;
constexpr qsizetype chunk =
    qsizetype(128) * 1024;  // as large as Output's buffer: written without a copy

/// The frame around the rows in one of the forms.
class RowWriter
{
public:
    virtual ~RowWriter() = default;
    virtual void begin(QByteArray &out) = 0;
    virtual void row(QByteArray &out, std::span<const CopyField> fields) = 0;
    virtual void end(QByteArray &out, qint64 rows) = 0;
};

class JsonWriter : public RowWriter
{
public:
    explicit JsonWriter(const TableSchema &schema)
        : m_name(schema.name.name), m_format(RowFormat::Kind::Json, schema)
    {
    }
    void begin(QByteArray &out) override
    {
        out += '{' + RowFormat::jsonString(m_name.toUtf8()) + ": [";
    }
    void row(QByteArray &out, std::span<const CopyField> fields) override
    {
        out += m_isFirst ? "\n" : ",\n";
        m_isFirst = false;
        m_format.append(out, fields);
    }
    void end(QByteArray &out, qint64 rows) override
    {
        out +=
            (m_isFirst ? "], \"count\": " : "\n], \"count\": ") + QByteArray::number(rows) + "}\n";
    }

private:
    QString m_name;
    RowFormat m_format;
    bool m_isFirst = true;
};

class CsvWriter : public RowWriter
{
public:
    explicit CsvWriter(const TableSchema &schema) : m_format(RowFormat::Kind::Csv, schema) {}
    void begin(QByteArray &out) override { out += m_format.begin(); }
    void row(QByteArray &out, std::span<const CopyField> fields) override
    {
        m_format.append(out, fields);
        out += '\n';
    }
    void end(QByteArray &, qint64) override {}

private:
    RowFormat m_format;
};

class TableWriter : public RowWriter
{
public:
    explicit TableWriter(const TableSchema &schema) : m_table(schema) {}
    void begin(QByteArray &) override {}
    void row(QByteArray &out, std::span<const CopyField> fields) override
    {
        m_table.append(out, fields);
    }
    void end(QByteArray &out, qint64) override { m_table.finish(out); }

private:
    TextTable m_table;
};

std::unique_ptr<RowWriter> makeWriter(TableOutput::Form form, const TableSchema &schema)
{
    switch (form) {
    case TableOutput::Form::Csv:
        return std::make_unique<CsvWriter>(schema);
    case TableOutput::Form::Json:
        return std::make_unique<JsonWriter>(schema);
    case TableOutput::Form::Table:
        break;
    }
    return std::make_unique<TableWriter>(schema);
}

/// `level:desc,name`
Result<QList<SortColumn>> parseOrder(const QString &text)
{
    QList<SortColumn> order;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const qsizetype colon = part.lastIndexOf(u':');
        const QString direction = colon < 0 ? u"asc"_s : part.sliced(colon + 1).toLower();
        if (direction != "asc"_L1 && direction != "desc"_L1) {
            return fail(Error::Kind::Usage, Text::tr("--order: %1 is no direction.").arg(direction),
                        Text::tr("Write --order level:desc,name."));
        }
        order << SortColumn{part.left(colon).trimmed(),
                            direction == "desc"_L1 ? Qt::DescendingOrder : Qt::AscendingOrder};
    }
    return order;
}

/// `level=>10`: the column, then the filter row's language.
Result<QMap<QString, QString>> parseFilters(const QStringList &texts)
{
    QMap<QString, QString> filters;
    for (const QString &text : texts) {
        const qsizetype equals = text.indexOf(u'=');
        if (equals < 1) {
            return fail(Error::Kind::Usage, Text::tr("--filter: %1 names no column.").arg(text),
                        Text::tr("Write --filter 'level=>10' or --filter name=arne."));
        }
        if (filters.contains(text.left(equals))) {
            return fail(Error::Kind::Usage,
                        Text::tr("--filter: %1 was given twice.").arg(text.left(equals)),
                        Text::tr("Use --where for several conditions on one column."));
        }
        filters.insert(text.left(equals), text.sliced(equals + 1));
    }
    return filters;
}

Result<TableOutput::Form> parseForm(const Context &context)
{
    const QString format = context.has(u"format"_s) ? context.value(u"format"_s)
                         : context.wantsJson()      ? u"json"_s
                                                    : u"table"_s;
    if (format == "table"_L1)
        return TableOutput::Form::Table;
    if (format == "csv"_L1)
        return TableOutput::Form::Csv;
    if (format == "json"_L1)
        return TableOutput::Form::Json;
    return fail(Error::Kind::Usage, Text::tr("--format: there is no format %1.").arg(format),
                Text::tr("Write table, csv or json."));
}

}  // namespace

QList<Option> TableOutput::options()
{
    return {
        {u"where"_s, u"SQL"_s, Text::tr("only rows that meet this SQL condition")},
        {u"filter"_s, u"COLUMN=FILTER"_s,
         Text::tr("only rows of which the column fits: >10, 10..20, arne, =Arne, null"), true},
        {u"search"_s, u"TEXT"_s, Text::tr("only rows that hold the text in any column")},
        {u"order"_s, u"COLUMNS"_s, Text::tr("sort by these: level:desc,name")},
        {u"limit"_s, u"N"_s, Text::tr("no more than so many rows")},
        {u"format"_s, u"FORMAT"_s, Text::tr("table (default), csv or json")},
        {u"json"_s, {}, Text::tr("the same as --format json")},
    };
}

Result<TableOutput> TableOutput::from(const Context &context)
{
    TableOutput output;
    const auto form = parseForm(context);
    if (!form)
        return fail(form.error());
    output.m_form = *form;
    const auto order = parseOrder(context.value(u"order"_s));
    if (!order)
        return fail(order.error());
    output.m_query.order = *order;
    const auto filters = parseFilters(context.arguments().values(u"filter"_s));
    if (!filters)
        return fail(filters.error());
    output.m_query.filters = *filters;
    output.m_query.anyColumn = context.value(u"search"_s);
    output.m_query.where = context.value(u"where"_s);
    if (context.has(u"limit"_s)) {
        bool isNumber = false;
        output.m_limit = context.value(u"limit"_s).toLongLong(&isNumber);
        if (!isNumber || *output.m_limit < 0) {
            return fail(
                Error::Kind::Usage,
                Text::tr("--limit: %1 is no number of rows.").arg(context.value(u"limit"_s)));
        }
    }
    return output;
}

Result<void> TableOutput::write(Context &context, Session &session, const TableSchema &schema) const
{
    const auto pager = Pager::make(schema, m_query);
    if (!pager)
        return fail(pager.error());
    QString select = pager->selectAllAsText();
    if (m_limit)
        select += u"\nLIMIT "_s + QString::number(*m_limit);
    const auto transaction = Transaction::begin(session, Transaction::Mode::ReadOnly);
    if (!transaction)
        return fail(transaction.error());

    // A progress line would run through rows that go to the same terminal.
    const bool reports = isatty(STDOUT_FILENO) == 0;
    const auto writer = makeWriter(m_form, schema);
    QByteArray buffer;
    qint64 count = 0;
    writer->begin(buffer);
    const auto rows = readCopy(session, select, [&](std::span<const CopyField> fields) {
        writer->row(buffer, fields);
        ++count;
        if (buffer.size() >= chunk) {
            context.out().write(buffer);
            buffer.resize(0);
        }
        if (reports && count % reportEvery == 0)
            context.progress().setDone(count);
        return !context.out().isClosed();
    });
    if (!rows) {
        if (count > 0)
            context.out().write(buffer);  // a statement that was refused leaves no header behind
        return fail(pager->explained(rows.error()));
    }
    writer->end(buffer, *rows);
    context.out().write(buffer);
    if (const QStringList &hidden = schema.privileges.unreadable; !hidden.isEmpty()) {
        context.clearProgress();
        context.say(QCoreApplication::translate("TableOutput",
                                                "Left out, since your role may not read them: %1.")
                        .arg(hidden.join(u", "_s)));
    }
    return {};
}

}  // namespace roster
