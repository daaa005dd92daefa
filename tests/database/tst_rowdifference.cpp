// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/rowdifference.h"
#include "models/schema/catalogue.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

using Rows = QList<QList<SqlValue>>;

/// `+key: column=value …` for a missing row, `~key: column=live>wanted …`, `=key`.
QString shown(const Result<RowDifference> &difference)
{
    if (!difference)
        return u"! "_s + difference.error().message;
    const auto text = [](const SqlValue &value) {
        return value ? QString::fromUtf8(*value) : u"NULL"_s;
    };
    QStringList lines;
    for (const RowDifference::Row &row : difference->rows) {
        using Kind = RowDifference::Row::Kind;
        QStringList words;
        for (const SqlValue &part : row.key)
            words << text(part);
        QString line = (row.kind == Kind::Missing ? u"+"_s
                        : row.kind == Kind::Same  ? u"="_s
                                                  : u"~"_s)
                     + words.join(u',');
        for (const RowDifference::Row::Field &field : row.fields) {
            line += u' ' + difference->columns.at(field.column) + u'='
                  + (row.kind == Kind::Missing ? QString() : text(field.live) + u'>')
                  + text(field.wanted);
        }
        lines << line;
    }
    return lines.join(u'\n');
}

}  // namespace

class RowDifferenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto opened = Session::open(m_database.profile());
        QVERIFY(opened);
        m_session = *std::move(opened);
        const auto made = m_session->script(
            u"CREATE TYPE mood AS ENUM ('sad', 'ok'); "
            "CREATE TABLE players (id int PRIMARY KEY, name varchar(5), score numeric(6,2), "
            "alive boolean, code char(3), data jsonb, tags text[], at timestamptz, m mood, "
            "twice int GENERATED ALWAYS AS (id * 2) STORED); "
            "INSERT INTO players VALUES (1, 'Arne', 1.50, true, 'a', '{\"a\": 1}', "
            "'{x,\"y z\",NULL}', '2026-01-02 03:04:05+00', 'ok'), (2, NULL, NULL, NULL, NULL, "
            "NULL, "
            "NULL, NULL, NULL); "
            "CREATE TABLE \"od\"\"d %1\" (\"a b\" text, \"c'\" int, v text, PRIMARY KEY (\"c'\", "
            "\"a b\")); "
            "INSERT INTO \"od\"\"d %1\" VALUES ('x', 1, 'live'); "
            "CREATE TABLE keyless (id int); CREATE VIEW seen AS SELECT * FROM players"_s);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    }

    /// Values as a dump writes them, another time zone included.
    void comparesByType()
    {
        const QStringList columns{u"id"_s,   u"name"_s, u"score"_s, u"alive"_s, u"code"_s,
                                  u"data"_s, u"tags"_s, u"at"_s,    u"m"_s};
        const QList<SqlValue> one{"1",
                                  "Arne",
                                  "1.5",
                                  "t",
                                  "a  ",
                                  "{\"a\":1}",
                                  "{x,\"y z\",NULL}",
                                  "2026-01-02 04:04:05+01",
                                  "ok"};
        const QList<SqlValue> nothing{"2", {}, {}, {}, {}, {}, {}, {}, {}};
        QCOMPARE(shown(read(u"players"_s, columns, {one, nothing})), u"=1\n=2"_s);
        QList<SqlValue> other = one;
        other[1].reset();
        other[3] = "f";
        other[8] = "sad";
        QCOMPARE(shown(read(u"players"_s, columns, {other})),
                 u"~1 name=Arne>NULL alive=t>f m=ok>sad"_s);
        QCOMPARE(shown(read(u"players"_s, columns, {other}, {u"m"_s})), u"~1 m=ok>sad"_s);
    }

    /// An explicit cast to varchar(5) would cut it, and call it the same.
    void cutsNothing()
    {
        QCOMPARE(shown(read(u"players"_s, {u"id"_s, u"name"_s}, {{"1", "Arnestad"}})),
                 u"~1 name=Arne>Arnestad"_s);
    }

    void addsWhatIsMissing()
    {
        QCOMPARE(shown(read(u"players"_s, {u"name"_s, u"id"_s, u"gone"_s, u"twice"_s},
                            {{"Bo", "007", "x", "14"}, {{}, "8", {}, {}}})),
                 u"+7 name=Bo id=7\n+8 name=NULL id=8"_s);
        const auto schema = readTable(*m_session, {u"public"_s, u"players"_s});
        QVERIFY(schema);
        QCOMPARE(RowDifference::goneColumns(*schema, {u"id"_s, u"gone"_s}), QStringList{u"gone"_s});
        QCOMPARE(RowDifference::generatedColumns(*schema, {u"id"_s, u"twice"_s}),
                 QStringList{u"twice"_s});
    }

    void knowsOddNamesAndWideKeys()
    {
        QCOMPARE(shown(read(u"od\"d %1"_s, {u"a b"_s, u"c'"_s, u"v"_s},
                            {{"x", "1", "'; DROP TABLE players; --"}, {"x", "2", "{\"\\"}})),
                 u"~1,x v=live>'; DROP TABLE players; --\n+2,x a b=x c'=2 v={\"\\"_s);
    }

    void refuses()
    {
        QVERIFY(shown(read(u"keyless"_s, {u"id"_s}, {{"1"}})).contains(u"no primary key"_s));
        QVERIFY(shown(read(u"seen"_s, {u"id"_s}, {{"1"}})).contains(u"is no table"_s));
        QVERIFY(shown(read(u"players"_s, {u"name"_s}, {{"1"}})).contains(u"no column id"_s));
        QVERIFY(shown(read(u"players"_s, {u"id"_s}, Rows(10'001, {"1"}))).contains(u"too many"_s));
        const SqlValue huge = QByteArray(RowDifference::mostBytes, 'x');
        QVERIFY(
            shown(read(u"players"_s, {u"id"_s, u"name"_s}, {{"1", huge}})).contains(u"too much"_s));
        const auto wrong = read(u"players"_s, {u"id"_s, u"m"_s}, {{"1", "merry"}});
        QVERIFY(!wrong);
        QVERIFY2(wrong.error().message.contains(u"merry"_s), qPrintable(wrong.error().message));
    }

private:
    Result<RowDifference> read(const QString &table, const QStringList &columns, const Rows &rows,
                               const QStringList &fields = {})
    {
        const auto schema = readTable(*m_session, {u"public"_s, table});
        if (!schema)
            return fail(schema.error());
        return RowDifference::read(*m_session, *schema, columns, rows,
                                   fields.isEmpty() ? columns : fields);
    }

    test::TestDatabase m_database;
    std::unique_ptr<Session> m_session;
};

QTEST_GUILESS_MAIN(RowDifferenceTest)
#include "tst_rowdifference.moc"
