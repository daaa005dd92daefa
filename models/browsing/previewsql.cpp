// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/changestatements.h"
#include "models/browsing/filtervalue.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

// A longer value is shown by its beginning, in a way that no server would run.
constexpr qsizetype shownBytes = 10'000;

QString shownValue(const ColumnSchema &column, const SqlValue &value)
{
    static const QRegularExpression plainNumber(u"^-?[0-9]+(\\.[0-9]+)?$"_s);
    if (!value)
        return u"NULL"_s;
    if (value->size() > shownBytes) {
        QString start = QString::fromUtf8(value->left(shownBytes));
        while (start.endsWith(QChar::ReplacementCharacter))
            start.chop(1);  // a character cut in two
        return literal(start) + u"… "_s
             + QCoreApplication::translate("TableChanges", "(%Ln byte(s) in all)", nullptr,
                                           int(value->size()));
    }
    const QString text = QString::fromUtf8(*value);
    const bool isNumber = column.kind == TypeKind::Integer || column.kind == TypeKind::Numeric;
    return isNumber && plainNumber.match(text).hasMatch() ? text : literal(text);
}

QString whereOf(const TableSchema &schema, const RowChange &row)
{
    QStringList conditions;
    for (int i = 0; i < schema.primaryKey.size() && i < row.primaryKey.size(); ++i) {
        const QString &key = schema.primaryKey.at(i);
        conditions << quoted(key) + u" = "_s
                          + shownValue(*schema.column(key), row.primaryKey.at(i));
    }
    if (schema.hasXmin && !row.xmin.isEmpty()) {
        conditions << u"xmin = "_s + literal(row.xmin);
    } else {
        for (auto it = row.before.cbegin(); it != row.before.cend(); ++it) {
            const ColumnSchema &column = schema.columns.at(it.key());
            const QString name = quoted(column.name);
            conditions << (it.value() ? asWritten(name, column) + u" = "_s
                                            + literal(QString::fromUtf8(*it.value()))
                                      : name + u" IS NULL"_s);
        }
    }
    return u" WHERE "_s + conditions.join(" AND "_L1);
}

QString shownChange(const TableSchema &schema, const RowChange &row)
{
    if (row.kind == RowChange::Kind::Delete)
        return u"DELETE FROM "_s + quoted(schema) + whereOf(schema, row) + u';';
    QStringList set;
    for (auto it = row.after.cbegin(); it != row.after.cend(); ++it) {
        const ColumnSchema &column = schema.columns.at(it.key());
        set << quoted(column.name) + u" = "_s + shownValue(column, it.value());
    }
    return u"UPDATE "_s + quoted(schema) + u" SET "_s + set.join(", "_L1) + whereOf(schema, row)
         + u';';
}

QString shownInsert(const TableSchema &schema, const NewRow &row)
{
    if (row.values.isEmpty())
        return u"INSERT INTO "_s + quoted(schema) + u" DEFAULT VALUES;"_s;
    QStringList names;
    QStringList values;
    bool isOverriding = false;
    for (auto it = row.values.cbegin(); it != row.values.cend(); ++it) {
        const ColumnSchema &column = schema.columns.at(it.key());
        isOverriding = isOverriding || column.identity == "ALWAYS"_L1;
        names << quoted(column.name);
        values << shownValue(column, it.value());
    }
    return u"INSERT INTO "_s + quoted(schema) + u" ("_s + names.join(", "_L1)
         + (isOverriding ? u") OVERRIDING SYSTEM VALUE VALUES ("_s : u") VALUES ("_s)
         + values.join(", "_L1) + u");"_s;
}

}  // namespace

QString previewSql(const TableSchema &schema, const TableChanges &changes)
{
    QStringList lines{u"BEGIN;"_s};
    for (const ChangeGroup &group : grouped(schema, changes)) {
        for (const int member : group.members) {
            lines << (group.kind == ChangeGroup::Kind::Insert
                          ? shownInsert(schema, changes.inserts.at(member))
                          : shownChange(schema, changes.rows.at(member)));
        }
    }
    if (lines.size() == 1)
        return {};
    lines << u"COMMIT;"_s;
    return lines.join(u'\n');
}

}  // namespace roster
