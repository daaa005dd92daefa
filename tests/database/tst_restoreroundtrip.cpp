// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dumptext.h"
#include "tests/support/livedatabase.h"
#include "tests/support/program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

namespace {

/// Without what differs from run to run.
QString essence(const QByteArray &dump)
{
    QStringList lines = QString::fromUtf8(dump).split(u'\n');
    lines.removeIf([](const QString &line) {
        return line.startsWith("--"_L1) || line.startsWith("\\restrict"_L1)
            || line.startsWith("\\unrestrict"_L1);
    });
    return lines.join(u'\n');
}

class TestRestoreRoundTrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void bringsBackAllThatASchemaHolds_data();
    void bringsBackAllThatASchemaHolds();
};

void TestRestoreRoundTrip::initTestCase()
{
    LiveDatabase::runIn(u"postgres"_s, u"CREATE ROLE trip_ro; CREATE ROLE \"trip \"\"R\""_s);
}

void TestRestoreRoundTrip::cleanupTestCase()
{
    LiveDatabase::runIn(u"postgres"_s, u"DROP ROLE trip_ro, \"trip \"\"R\""_s);
}

void TestRestoreRoundTrip::bringsBackAllThatASchemaHolds_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("copy") << QStringList{};
    QTest::newRow("inserts") << QStringList{u"--inserts"_s};
    QTest::newRow("archive") << QStringList{u"-Fc"_s};
    QTest::newRow("tar") << QStringList{u"-Ft"_s};
    QTest::newRow("several rows") << QStringList{u"--rows-per-insert=5"_s, u"--column-inserts"_s};
}

void TestRestoreRoundTrip::bringsBackAllThatASchemaHolds()
{
    QFETCH(QStringList, options);
    const LiveDatabase source(u"trip_source"_s);
    QFile sql(QStringLiteral(ROSTER_SOURCE_DIR "/tests/support/richschema.sql"));
    QVERIFY(sql.open(QIODevice::ReadOnly));
    source.run(QString::fromUtf8(sql.readAll()));
    const QByteArray dump = dumpOf(source.name(), options);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"trip.sql"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(dump);
    file.close();
    const LiveDatabase live(u"trip_live"_s);
    const ProgramRun run = runProgram({u"restore"_s, file.fileName(), u"--replace"_s, live.name(),
                                       u"--yes-replace"_s, live.name(), u"--url"_s, live.url()});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    const bool isArchive = options.value(0).startsWith("-F"_L1);
    const QStringList again = isArchive ? QStringList{} : options;
    QCOMPARE(essence(dumpOf(live.name(), again)),
             essence(isArchive ? dumpOf(source.name()) : dump));
}

}  // namespace

QTEST_GUILESS_MAIN(TestRestoreRoundTrip)
#include "tst_restoreroundtrip.moc"
