// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/rowdifference.h"

#include "models/browsing/changestatements.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RowDifference)
};

constexpr int valuesOfField = 3;  // wanted, live, whether they differ

SqlValue valueAt(const ResultSet &found, int row, int column)
{
    return found.isNull(row, column) ? SqlValue()
                                     : SqlValue(found.bytes(row, column).toByteArray());
}

bool isGenerated(const ColumnSchema &column)
{
    return !column.generated.isEmpty();
}

std::optional<Error> refused(const QString &message, const QString &hint = {})
{
    return Error{.kind = Error::Kind::Refused, .message = message, .hint = hint};
}

}  // namespace

QStringList RowDifference::goneColumns(const TableSchema &schema, const QStringList &columns)
{
    QStringList gone;
    for (const QString &name : columns) {
        if (!schema.column(name))
            gone << name;
    }
    return gone;
}

QStringList RowDifference::generatedColumns(const TableSchema &schema, const QStringList &columns)
{
    QStringList generated;
    for (const QString &name : columns) {
        if (const ColumnSchema *column = schema.column(name); column && isGenerated(*column))
            generated << name;
    }
    return generated;
}

std::optional<Error> RowDifference::obstacle(const TableSchema &schema, const QStringList &columns,
                                             const QList<QList<SqlValue>> &rows)
{
    const QString &name = schema.name.name;
    if (schema.kind != RelationKind::Table && schema.kind != RelationKind::PartitionedTable)
        return refused(Text::tr("%1 is no table in the open database.").arg(name));
    if (schema.primaryKey.isEmpty()) {
        return refused(
            Text::tr("%1 has no primary key: nothing says which row is which.").arg(name),
            Text::tr("Restore the backup as a new database and compare there."));
    }
    for (const QString &key : schema.primaryKey) {
        if (!columns.contains(key)) {
            return refused(
                Text::tr(
                    "The backup's %1 has no column %2, which is in the live one's primary key.")
                    .arg(name, key));
        }
    }
    if (rows.size() > mostRows) {
        return refused(
            Text::tr("%n rows are too many to compare at once.", nullptr, int(rows.size())),
            Text::tr("Choose at most %1.").arg(QLocale().toString(mostRows)));
    }
    qint64 bytes = 0;
    for (const QList<SqlValue> &row : rows) {
        for (const SqlValue &value : row)
            bytes += value ? value->size() : 0;
    }
    if (bytes > mostBytes) {
        return refused(
            Text::tr("These rows hold %1, which is too much to compare at once.")
                .arg(QLocale().formattedDataSize(bytes)),
            Text::tr("Choose fewer rows: at most %1.").arg(QLocale().formattedDataSize(mostBytes)));
    }
    return {};
}

QString RowDifference::statement(const TableSchema &schema, const QStringList &columns)
{
    QStringList arrays;
    QStringList names;
    QStringList shown{u"v.n"_s, u"t.%1 IS NOT NULL"_s.arg(quoted(schema.primaryKey.first())),
                      schema.hasXmin ? u"t.xmin::text"_s : u"NULL"_s};
    QStringList fields;
    QStringList joins;
    for (qsizetype at = 0; at < columns.size(); ++at) {
        const ColumnSchema &column = *schema.column(columns.at(at));
        const QString name = u'c' + QString::number(at);
        const QString live = u"t."_s + quoted(column.name);
        const QString wanted = u"v."_s + name + u"::"_s + castType(column);
        arrays << u'$' + QString::number(at + 1) + u"::text[]"_s;
        names << name;
        // As text: json, point and their like know no equality.
        fields << u"("_s + wanted + u')' << live
               << u"("_s + wanted + u")::text IS DISTINCT FROM "_s + live + u"::text"_s;
    }
    for (const QString &key : schema.primaryKey) {
        const ColumnSchema &column = *schema.column(key);
        const QString wanted =
            u"v.c"_s + QString::number(columns.indexOf(key)) + u"::"_s + castType(column);
        const QString live = u"t."_s + quoted(key);
        shown << u"coalesce("_s + live + u"::text, ("_s + wanted + u")::text)"_s;
        joins << live + u" = "_s + wanted;
    }
    return u"SELECT "_s + (shown + fields).join(", "_L1) + u" FROM unnest("_s + arrays.join(", "_L1)
         + u") WITH ORDINALITY AS v("_s + (names + QStringList{u"n"_s}).join(", "_L1)
         + u") LEFT JOIN "_s + quoted(schema) + u" AS t ON "_s + joins.join(" AND "_L1)
         + u" ORDER BY v.n"_s;
}

Result<RowDifference> RowDifference::read(Session &session, const TableSchema &schema,
                                          const QStringList &columns,
                                          const QList<QList<SqlValue>> &rows,
                                          const QStringList &fields)
{
    if (const auto why = obstacle(schema, columns, rows))
        return fail(*why);
    RowDifference difference;
    difference.table = schema.name;
    difference.primaryKey = schema.primaryKey;
    QList<SqlValue> arrays;
    for (qsizetype at = 0; at < columns.size(); ++at) {
        const QString &name = columns.at(at);
        const ColumnSchema *column = schema.column(name);
        const bool isWanted = schema.primaryKey.contains(name) || fields.contains(name);
        if (!column || isGenerated(*column) || !isWanted)
            continue;
        difference.columns << name;
        QList<SqlValue> values;
        values.reserve(rows.size());
        for (const QList<SqlValue> &row : rows)
            values << row.at(at);
        arrays << arrayLiteral(values);
    }
    const auto found = session.query(statement(schema, difference.columns), arrays);
    if (!found)
        return fail(found.error());
    const int keys = int(schema.primaryKey.size());
    for (int at = 0; at < found->rows(); ++at) {
        Row row;
        const bool isThere = found->boolean(at, 1);
        row.xmin = isThere ? found->text(at, 2) : QString();
        for (int key = 0; key < keys; ++key)
            row.key << valueAt(*found, at, 3 + key);
        for (int field = 0; field < difference.columns.size(); ++field) {
            const int first = 3 + keys + field * valuesOfField;
            if (!isThere || found->boolean(at, first + 2))
                row.fields << Row::Field{field, valueAt(*found, at, first + 1),
                                         valueAt(*found, at, first)};
        }
        row.kind = !isThere             ? Row::Kind::Missing
                 : row.fields.isEmpty() ? Row::Kind::Same
                                        : Row::Kind::Differs;
        difference.rows << row;
    }
    return difference;
}

}  // namespace roster
