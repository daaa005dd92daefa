// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/changescript.h"
#include "tests/support/testserver.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

struct SchemaPair
{
    QString name;
    QString before;
    QString rows;
    QString after;
};

/// The pairs of schemapairs.sql.
QList<SchemaPair> pairs()
{
    QFile file(QString::fromUtf8(ROSTER_SOURCE_DIR) + u"/tests/database/schemapairs.sql"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<SchemaPair> result;
    QString *section = nullptr;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        if (line.startsWith("-- pair: "_L1)) {
            result.append({.name = line.mid(9), .before = {}, .rows = {}, .after = {}});
            section = nullptr;
        } else if (line == "-- before"_L1) {
            section = &result.last().before;
        } else if (line == "-- rows"_L1) {
            section = &result.last().rows;
        } else if (line == "-- after"_L1) {
            section = &result.last().after;
        } else if (section) {
            *section += line + u'\n';
        }
    }
    return result;
}

/// What pg_dump says of the schema, line by line in alphabetical order: columns may stand in any.
QString dumped(const test::TestDatabase &database)
{
    QProcess dump;
    dump.start(u"pg_dump"_s, {u"-s"_s, u"--no-owner"_s, u"-d"_s, database.url()});
    if (!dump.waitForFinished() || dump.exitCode() != 0)
        return u"pg_dump: "_s + QString::fromUtf8(dump.readAllStandardError());
    QStringList lines = QString::fromUtf8(dump.readAllStandardOutput()).split(u'\n');
    for (QString &line : lines) {
        while (line.endsWith(u',') || line.endsWith(u' '))
            line.chop(1);
    }
    lines.removeIf([](const QString &line) {
        return line.isEmpty() || line.startsWith("--"_L1) || line.contains("restrict"_L1);
    });
    lines.sort();
    return lines.join(u'\n');
}

/// What one text has and the other has not; both are sorted lines.
QString lineDifferences(const QString &text, const QString &expected)
{
    const QStringList lines = text.split(u'\n');
    const QStringList wanted = expected.split(u'\n');
    QString result;
    for (const QString &line : lines) {
        if (!wanted.contains(line))
            result += u"\nunexpected: "_s + line;
    }
    for (const QString &line : wanted) {
        if (!lines.contains(line))
            result += u"\nmissing: "_s + line;
    }
    return result;
}

QString differences(const SchemaSnapshot &from, const SchemaSnapshot &to)
{
    QStringList lines;
    const auto changes = compareSchemas(from, to);
    for (const SchemaChange &change : changes)
        lines << changeText(from, to, change);
    return lines.join(u'\n');
}

/// Runs the script as one transaction, as somebody with psql would.
QString applied(Session &session, const ChangeScript &script)
{
    const auto done = session.script(u"BEGIN;\n"_s + script.toSql() + u"COMMIT;"_s);
    if (done)
        return {};
    static_cast<void>(session.script(u"ROLLBACK"_s));
    return done.error().toText() + u"\n\n"_s + script.toSql();
}

/// Of all tables together.
int rowCount(const test::TestDatabase &database)
{
    return database
        .rows(u"SELECT coalesce(sum((xpath('/row/c/text()', query_to_xml(format('SELECT count(*) "
              "AS c FROM ONLY %s', c.oid::regclass), false, true, '')))[1]::text::int), 0) FROM "
              "pg_class c WHERE c.relkind = 'r' AND c.oid >= 16384 AND c.relpersistence <> 't'"_s)
        .toInt();
}

bool losesTables(const ChangeScript &script)
{
    return script.toSql().contains("-- All rows of "_L1);
}

SchemaSnapshot snapshotOf(Session &session)
{
    auto snapshot = SchemaSnapshot::read(session);
    if (!snapshot)
        qFatal("%s", qPrintable(snapshot.error().toText()));
    return *snapshot;
}

}  // namespace

class ChangeScriptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesTheOneSchemaIntoTheOther_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("rows");
        QTest::addColumn<QString>("after");
        const auto all = pairs();
        QVERIFY(all.size() > 40);
        for (const SchemaPair &pair : all)
            QTest::newRow(qPrintable(pair.name)) << pair.before << pair.rows << pair.after;
    }

    void makesTheOneSchemaIntoTheOther()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, rows);
        QFETCH(const QString, after);
        const test::TestDatabase live;
        const test::TestDatabase fresh;
        live.run(before);
        fresh.run(after);
        const auto session = live.open();
        const auto other = fresh.open();
        const SchemaSnapshot first = snapshotOf(*session);
        const SchemaSnapshot second = snapshotOf(*other);
        const QString firstDump = dumped(live);
        live.run(rows);

        QVERIFY(!compareSchemas(first, second).isEmpty());
        QVERIFY(first.fingerprint() != second.fingerprint());
        const ChangeScript upgrade = changeScript(first, second);
        const int rowsBefore = rowCount(live);
        QCOMPARE(applied(*session, upgrade), QString());
        if (!losesTables(upgrade))
            QCOMPARE(rowCount(live), rowsBefore);
        const SchemaSnapshot reached = snapshotOf(*session);
        QVERIFY2(compareSchemas(reached, second).isEmpty(),
                 qPrintable(differences(reached, second) + u"\n\n"_s + upgrade.toSql()));
        QCOMPARE(reached.fingerprint(), second.fingerprint());
        // Whether an heir's column was also declared by itself cannot be changed, and shows there.
        const bool dumpsSame = !QByteArray(QTest::currentDataTag()).endsWith('*');
        if (dumpsSame)
            QCOMPARE(lineDifferences(dumped(live), dumped(fresh)), QString());

        const ChangeScript downgrade = changeScript(reached, first);
        const int rowsReached = rowCount(live);
        QCOMPARE(applied(*session, downgrade), QString());
        if (!losesTables(downgrade))
            QCOMPARE(rowCount(live), rowsReached);
        const SchemaSnapshot back = snapshotOf(*session);
        QVERIFY2(compareSchemas(back, first).isEmpty(),
                 qPrintable(differences(back, first) + u"\n\n"_s + downgrade.toSql()));
        if (dumpsSame)
            QCOMPARE(lineDifferences(dumped(live), firstDump), QString());
    }
};

QTEST_GUILESS_MAIN(ChangeScriptTest)
#include "tst_changescript.moc"
