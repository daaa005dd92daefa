// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/changestatements.h"

#include "models/browsing/filtervalue.h"

#include <QRegularExpression>
#include <QStringList>

#include <map>
#include <numeric>
#include <tuple>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

// More rows a statement gain nothing; a parameter must stay far below the server's 1 GB.
constexpr qsizetype maxRows = 5000;
constexpr qsizetype maxBytes = 32 << 20;

/// The arrays that a statement unnests: each one a parameter and a column of `v`.
class Unnest
{
public:
    /// `name` in v; `type` as castType() gives it. Returns the expression of one value.
    QString add(const QString &name, const ColumnSchema &column, const QList<SqlValue> &values)
    {
        // unnest() takes arrays apart to the last element and composites into their fields, and box
        // parts elements by ';': these travel as text and are cast one by one.
        const bool asText = column.kind == TypeKind::Array || column.kind == TypeKind::Other
                         || column.type == "box"_L1;
        addArray(name, asText ? u"text"_s : castType(column), values);
        return asText ? u"v."_s + name + u"::"_s + castType(column) : u"v."_s + name;
    }

    QString addText(const QString &name, const QList<SqlValue> &values)
    {
        addArray(name, u"text"_s, values);
        return u"v."_s + name;
    }

    QString sql() const
    {
        return u"unnest("_s + m_arrays.join(", "_L1) + u") WITH ORDINALITY AS v("_s
             + (m_names + QStringList{u"n"_s}).join(", "_L1) + u')';
    }
    QList<SqlValue> values() const { return m_values; }

private:
    void addArray(const QString &name, const QString &type, const QList<SqlValue> &values)
    {
        m_values.append(arrayLiteral(values));
        m_arrays.append(u"$%1::%2[]"_s.arg(m_values.size()).arg(type));
        m_names.append(name);
    }

    QStringList m_arrays;
    QStringList m_names;
    QList<SqlValue> m_values;
};

template <class Value>
QList<SqlValue> ofMembers(const ChangeGroup &group, Value value)
{
    QList<SqlValue> values;
    values.reserve(group.members.size());
    for (const int member : group.members)
        values.append(value(member));
    return values;
}

/// `t."id" = v.k0 AND t.xmin::text = v.x`: which row, and that it is still as it was read.
QString addWhere(Unnest &unnest, const TableSchema &schema, const TableChanges &changes,
                 const ChangeGroup &group)
{
    QStringList conditions;
    for (int i = 0; i < schema.primaryKey.size(); ++i) {
        const QString value = unnest.add(
            u'k' + QString::number(i), *schema.column(schema.primaryKey.at(i)),
            ofMembers(group, [&](int m) { return changes.rows.at(m).primaryKey.at(i); }));
        conditions << u"t."_s + quoted(schema.primaryKey.at(i)) + u" = "_s + value;
    }
    if (group.byXmin) {
        conditions << u"t.xmin::text = "_s
                          + unnest.addText(u"x"_s, ofMembers(group, [&](int m) -> SqlValue {
                                               return changes.rows.at(m).xmin.toUtf8();
                                           }));
    }
    // As text: json, point and their like know no equality, and text is what was read.
    for (const int column : group.guards) {
        const QString value = unnest.addText(
            u'b' + QString::number(column),
            ofMembers(group, [&](int m) { return changes.rows.at(m).before.value(column); }));
        const ColumnSchema &guarded = schema.columns.at(column);
        conditions << asWritten(u"t."_s + quoted(guarded.name), guarded)
                          + u" IS NOT DISTINCT FROM "_s + value;
    }
    return conditions.join(" AND "_L1);
}

bool isReadable(const TableSchema &schema)
{
    return schema.privileges.select || !schema.privileges.unreadable.isEmpty();
}

/// `, t."name"::text` for each column that the statement tells of; long values cut.
QString alsoReturned(const TableSchema &schema, const ChangeGroup &group, const QString &prefix)
{
    QString sql;
    for (const int column : returnedColumns(schema, group)) {
        const ColumnSchema &described = schema.columns.at(column);
        const QString text = asWritten(prefix + quoted(described.name), described);
        static const QList<TypeKind> unlimited{TypeKind::Text, TypeKind::Json, TypeKind::Bytes,
                                               TypeKind::Array, TypeKind::Other};
        const bool isLong = unlimited.contains(described.kind) && !described.type.endsWith(u')');
        sql += isLong ? u", left("_s + text + u", "_s + QString::number(mostReturned + 1) + u')'
                      : u", "_s + text;
    }
    return sql;
}

Statement deleteOf(const TableSchema &schema, const TableChanges &changes, const ChangeGroup &group)
{
    Unnest unnest;
    const QString where = addWhere(unnest, schema, changes, group);
    return {u"DELETE FROM "_s + quoted(schema) + u" AS t USING "_s + unnest.sql() + u" WHERE "_s
                + where + u" RETURNING v.n"_s + alsoReturned(schema, group, u"t."_s),
            unnest.values()};
}

Statement updateOf(const TableSchema &schema, const TableChanges &changes, const ChangeGroup &group)
{
    Unnest unnest;
    QStringList set;
    for (const int column : group.columns) {
        const ColumnSchema &target = schema.columns.at(column);
        const QString value = unnest.add(
            u'c' + QString::number(column), target,
            ofMembers(group, [&](int m) { return changes.rows.at(m).after.value(column); }));
        set << quoted(target.name) + u" = "_s + value;
    }
    const QString where = addWhere(unnest, schema, changes, group);
    // Not by arg(): a column's name may hold %1.
    return {u"UPDATE "_s + quoted(schema) + u" AS t SET "_s + set.join(", "_L1) + u" FROM "_s
                + unnest.sql() + u" WHERE "_s + where + u" RETURNING v.n"_s
                + alsoReturned(schema, group, u"t."_s),
            unnest.values()};
}

Statement insertOf(const TableSchema &schema, const TableChanges &changes, const ChangeGroup &group)
{
    Unnest unnest;
    QStringList names;
    QStringList values;
    bool isOverriding = false;
    for (const int column : group.columns) {
        const ColumnSchema &target = schema.columns.at(column);
        isOverriding = isOverriding || target.identity == "ALWAYS"_L1;
        names << quoted(target.name);
        values << unnest.add(u'c' + QString::number(column), target, ofMembers(group, [&](int m) {
                                 return changes.inserts.at(m).values.value(column);
                             }));
    }
    QString sql = u"INSERT INTO "_s + quoted(schema);
    if (names.isEmpty()) {
        sql += u" SELECT FROM generate_series(1, "_s + QString::number(group.members.size()) + u')';
    } else {
        sql += u" ("_s + names.join(", "_L1)
             + (isOverriding ? u") OVERRIDING SYSTEM VALUE SELECT "_s : u") SELECT "_s)
             + values.join(", "_L1) + u" FROM "_s + unnest.sql() + u" ORDER BY v.n"_s;
    }
    if (!schema.primaryKey.isEmpty() && isReadable(schema)) {
        QStringList keys;
        for (const QString &key : schema.primaryKey)
            keys << quoted(key);
        sql += u" RETURNING "_s + keys.join(", "_L1) + alsoReturned(schema, group, {});
    }
    return {sql, unnest.values()};
}

qsizetype sizeOf(const QMap<int, SqlValue> &values)
{
    qsizetype size = 0;
    for (const SqlValue &value : values)
        size += value ? value->size() : 4;
    return size;
}

/// Collects changes by shape, and cuts what would make too large a statement.
class Groups
{
public:
    void add(const ChangeGroup &shape, int member, qsizetype bytes)
    {
        auto &open = m_open[{shape.kind, !shape.byXmin, shape.columns, shape.guards}];
        if (open.isEmpty() || open.constLast().group.members.size() >= maxRows
            || open.constLast().bytes + bytes > maxBytes) {
            open.append({shape, 0});
        }
        open.last().group.members.append(member);
        open.last().bytes += bytes;
    }

    QList<ChangeGroup> all() const
    {
        QList<ChangeGroup> groups;
        for (const auto &[shape, sized] : m_open) {
            for (const Sized &one : sized)
                groups.append(one.group);
        }
        return groups;
    }

private:
    struct Sized
    {
        ChangeGroup group;
        qsizetype bytes = 0;
    };
    std::map<std::tuple<ChangeGroup::Kind, bool, QList<int>, QList<int>>, QList<Sized>> m_open;
};

}  // namespace

QList<ChangeGroup> grouped(const TableSchema &schema, const TableChanges &changes)
{
    Groups groups;
    for (int i = 0; i < changes.rows.size(); ++i) {
        const RowChange &row = changes.rows.at(i);
        const bool isUpdate = row.kind == RowChange::Kind::Update;
        if (isUpdate && row.after.isEmpty())
            continue;
        ChangeGroup shape;
        shape.kind = isUpdate ? ChangeGroup::Kind::Update : ChangeGroup::Kind::Delete;
        shape.byXmin = schema.hasXmin && !row.xmin.isEmpty();
        if (isUpdate)
            shape.columns = row.after.keys();
        if (!shape.byXmin)
            shape.guards = row.before.keys();
        groups.add(shape, i, sizeOf(row.after) + (shape.byXmin ? 0 : sizeOf(row.before)));
    }
    for (int i = 0; i < changes.inserts.size(); ++i) {
        const QMap<int, SqlValue> &values = changes.inserts.at(i).values;
        groups.add({ChangeGroup::Kind::Insert, true, values.keys(), {}, {}}, i, sizeOf(values));
    }
    return groups.all();
}

Statement statementOf(const TableSchema &schema, const TableChanges &changes,
                      const ChangeGroup &group)
{
    switch (group.kind) {
    case ChangeGroup::Kind::Delete:
        return deleteOf(schema, changes, group);
    case ChangeGroup::Kind::Update:
        return updateOf(schema, changes, group);
    case ChangeGroup::Kind::Insert:
        break;
    }
    return insertOf(schema, changes, group);
}

QList<int> returnedColumns(const TableSchema &schema, const ChangeGroup &group)
{
    if (!isReadable(schema))
        return {};
    if (group.kind == ChangeGroup::Kind::Update)
        return group.columns;
    QList<int> all(schema.columns.size());
    std::iota(all.begin(), all.end(), 0);
    return all;
}

bool isTooLongToKeep(const SqlValue &value)
{
    return value && value->size() > mostReturned
        && (value->size() > 4 * mostReturned || QString::fromUtf8(*value).size() > mostReturned);
}

Statement unchangedOf(const TableSchema &schema, const TableChanges &changes,
                      const ChangeGroup &group)
{
    Unnest unnest;
    const QString where = addWhere(unnest, schema, changes, group);
    return {u"SELECT v.n FROM "_s + quoted(schema) + u" AS t, "_s + unnest.sql() + u" WHERE "_s
                + where,
            unnest.values()};
}

Statement currentOf(const TableSchema &schema, const TableChanges &changes,
                    const ChangeGroup &group)
{
    Unnest unnest;
    ChangeGroup keysOnly = group;
    keysOnly.byXmin = false;
    keysOnly.guards.clear();
    const QString where = addWhere(unnest, schema, changes, keysOnly);
    QStringList wanted{u"v.n"_s, schema.hasXmin ? u"t.xmin::text"_s : u"''"_s};
    for (const int column : group.columns) {
        const ColumnSchema &read = schema.columns.at(column);
        wanted << asWritten(u"t."_s + quoted(read.name), read);
    }
    return {u"SELECT "_s + wanted.join(", "_L1) + u" FROM "_s + quoted(schema) + u" AS t, "_s
                + unnest.sql() + u" WHERE "_s + where,
            unnest.values()};
}

QByteArray arrayLiteral(const QList<SqlValue> &values)
{
    qsizetype size = 2;
    for (const SqlValue &value : values)
        size += (value ? value->size() : 4) + 3;
    QByteArray text;
    text.reserve(size);
    text += '{';
    for (const SqlValue &value : values) {
        if (text.size() > 1)
            text += ',';
        if (!value) {
            text += "NULL";
            continue;
        }
        text += '"';
        for (const char c : *value) {
            if (c == '"' || c == '\\')
                text += '\\';
            text += c;
        }
        text += '"';
    }
    text += '}';
    return text;
}

QString castType(const ColumnSchema &column)
{
    static const QRegularExpression lengths(
        uR"(^(character varying|character|bit varying|bit)(?:\(\d+\))?((?:\[\])*)$)"_s);
    const QRegularExpressionMatch match = lengths.match(column.type);
    if (!match.hasMatch())
        return column.type;
    // Bare "character" and "bit" would mean a length of 1.
    const QString base = match.captured(1).startsWith("bit"_L1) ? u"bit varying"_s
                       : match.captured(1) == "character"_L1    ? u"bpchar"_s
                                                                : u"character varying"_s;
    return base + match.captured(2);
}

QString quoted(const TableSchema &schema)
{
    return quoted(schema.name.schema, schema.name.name);
}

}  // namespace roster
