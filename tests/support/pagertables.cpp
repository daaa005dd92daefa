// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pagertables.h"

using namespace Qt::StringLiterals;

namespace roster::test {

ColumnSchema column(const QString &name, const QString &type, TypeKind kind, bool nullable)
{
    ColumnSchema result;
    result.name = name;
    result.type = type;
    result.kind = kind;
    result.nullable = nullable;
    return result;
}

TableSchema mixedSchema()
{
    TableSchema schema;
    schema.name = {u"public"_s, u"mixed"_s};
    schema.columns = {
        column(u"i"_s, u"integer"_s, TypeKind::Integer, true),
        column(u"n"_s, u"integer"_s, TypeKind::Integer),
        column(u"f"_s, u"double precision"_s, TypeKind::Float, true),
        column(u"m"_s, u"numeric"_s, TypeKind::Numeric, true),
        column(u"t"_s, u"text"_s, TypeKind::Text, true),
        column(u"nd"_s, u"text"_s, TypeKind::Text, true),
        column(u"ts"_s, u"timestamp without time zone"_s, TypeKind::Timestamp, true),
        column(u"b"_s, u"bytea"_s, TypeKind::Bytes, true),
        column(u"c"_s, u"character(4)"_s, TypeKind::Text, true),
        column(u"k1"_s, u"character varying(20)"_s, TypeKind::Text),
        column(u"k 2"_s, u"integer"_s, TypeKind::Integer),
    };
    schema.columns[5].collation = u"nd"_s;
    schema.columns[9].maxLength = 20;
    schema.primaryKey = QStringList{u"k1"_s, u"k 2"_s};
    return schema;
}

TableSchema playersSchema()
{
    TableSchema schema;
    schema.name = {u"public"_s, u"players"_s};
    schema.columns = {column(u"id"_s, u"integer"_s, TypeKind::Integer),
                      column(u"name"_s, u"character varying(100)"_s, TypeKind::Text),
                      column(u"level"_s, u"integer"_s, TypeKind::Integer)};
    schema.columns[1].maxLength = 100;
    schema.primaryKey = QStringList{u"id"_s};
    schema.defaultOrder = {{.column = u"level"_s, .descending = true, .nullsFirst = true},
                           {.column = u"name"_s}};
    IndexSchema key;
    key.name = u"players_pkey"_s;
    key.columns = {{.column = u"id"_s}};
    key.unique = true;
    key.method = u"btree"_s;
    IndexSchema order;
    order.name = u"ix_players_order"_s;
    order.columns = {{.column = u"level"_s, .descending = true, .nullsFirst = true},
                     {.column = u"name"_s},
                     {.column = u"id"_s}};
    order.method = u"btree"_s;
    schema.indexes = {key, order};
    return schema;
}

QString mixedTable()
{
    return QString::fromUtf8(R"sql(
CREATE COLLATION nd (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE TABLE mixed (
    i integer, n integer NOT NULL, f double precision, m numeric, t text, nd text COLLATE nd,
    ts timestamp, b bytea, c character(4), k1 varchar(20), "k 2" integer,
    PRIMARY KEY (k1, "k 2"));
SELECT setseed(0.42);
INSERT INTO mixed
SELECT (ARRAY[NULL, -2147483648, 0, 1, 2147483647])[1 + floor(random() * 5)],
       floor(random() * 3),
       (ARRAY[NULL, 'NaN', 'Infinity', '-Infinity', 0.1, 1e-300, 0])[1 + floor(random() * 7)]::float8,
       (ARRAY[NULL, 'NaN', 'Infinity', 1.10, 1.1, 0])[1 + floor(random() * 6)]::numeric,
       (ARRAY[NULL, '', 'O''Neil', E'two\nlines', 'a"b', E'back\\slash', 'Ærlig', '%_'])
           [1 + floor(random() * 8)],
       (ARRAY[NULL, 'arne', 'ARNE', 'Arne', 'auby'])[1 + floor(random() * 5)],
       (ARRAY[NULL, 'infinity', '-infinity', '2026-01-02 03:04:05.000001', '0044-03-15 BC'])
           [1 + floor(random() * 5)]::timestamp,
       (ARRAY[NULL, '\x', '\x00ff', '\x27'])[1 + floor(random() * 4)]::bytea,
       (ARRAY[NULL, 'a', 'a  b', ''])[1 + floor(random() * 4)],
       'k''' || g % 17, g
FROM generate_series(1, 400) g;
)sql");
}

QString playersTable()
{
    return QString::fromUtf8(R"sql(
CREATE TABLE players (id integer PRIMARY KEY, name varchar(100) NOT NULL, level integer NOT NULL);
INSERT INTO players SELECT g, 'name' || g % 100, g % 7 FROM generate_series(1, 20000) g;
CREATE INDEX ix_players_order ON players (level DESC, name, id);
ANALYZE players;
)sql");
}

QStringList keysOf(const Pager &pager, const Page &page)
{
    QStringList result;
    for (int row = 0; row < page.rows.rows(); ++row) {
        QStringList parts;
        for (const SqlValue &value : pager.primaryKeyOf(page.rows, row))
            parts << QString::fromUtf8(*value);
        result << parts.join(u'|');
    }
    return result;
}

QString join(const QStringList &lines)
{
    return lines.join(u'\n');
}

QString planOf(Session &session, const std::function<void()> &work)
{
    QString plan;
    const auto keep = [](void *to, const char *text) {
        *static_cast<QString *>(to) += QString::fromUtf8(text);
    };
    PQsetNoticeProcessor(session.handle(), keep, &plan);
    const auto loaded =
        session.script(u"LOAD 'auto_explain'; SET auto_explain.log_min_duration = 0;"
                       "SET auto_explain.log_level = notice"_s);
    if (loaded)
        work();
    static_cast<void>(session.script(u"SET auto_explain.log_min_duration = -1"_s));
    PQsetNoticeProcessor(session.handle(), [](void *, const char *) {}, nullptr);
    return plan;
}

}  // namespace roster::test
