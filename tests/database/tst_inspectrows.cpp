// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

/// `roster backup inspect FILE --table NAME`.
class InspectRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QByteArray dump("--\n-- PostgreSQL database dump\n--\n\n"
                              "COPY public.players (id, name) FROM stdin;\n"
                              "1\tArne\n2\t\\N\n3\ta,\\tb\n12\t\n\\.\n\n");
        write(u"cut.sql"_s, dump);
        write(u"whole.sql"_s, dump + "--\n-- PostgreSQL database dump complete\n--\n\n");
    }

    void writesRows_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("out");
        QTest::newRow("csv") << QStringList{u"--format"_s, u"csv"_s}
                             << QByteArray("id,name\n1,Arne\n2,\n3,\"a,\tb\"\n12,\"\"\n");
        QTest::newRow("json") << QStringList{u"--json"_s, u"--limit"_s, u"2"_s}
                              << QByteArray("[{\"id\":\"1\",\"name\":\"Arne\"},\n"
                                            "{\"id\":\"2\",\"name\":null}]\n");
        QTest::newRow("table") << QStringList{u"--find"_s, u"ARN"_s}
                               << QByteArray("id  name\n--  ----\n1   Arne\n");
        QTest::newRow("exactly") << QStringList{u"--find"_s, u"=2"_s, u"--format"_s, u"csv"_s}
                                 << QByteArray("id,name\n2,\n");
        QTest::newRow("none as json")
            << QStringList{u"--limit"_s, u"0"_s, u"--json"_s} << QByteArray("[]\n");
        QTest::newRow("none") << QStringList{u"--limit"_s, u"0"_s, u"--format"_s, u"csv"_s}
                              << QByteArray("id,name\n");
    }

    void writesRows()
    {
        QFETCH(const QStringList, options);
        const auto run = inspect(u"whole.sql"_s, QStringList{u"--table"_s, u"players"_s} + options);
        QCOMPARE(run.exitCode, 0);
        QTEST(run.out, "out");
    }

    /// What comes before the fault is written, and the fault is said.
    void tellsOfFaults()
    {
        const auto cut =
            inspect(u"cut.sql"_s, {u"--table"_s, u"public.players"_s, u"--format"_s, u"csv"_s});
        QCOMPARE(cut.exitCode, 1);
        QVERIFY(cut.out.startsWith("id,name\n1,Arne\n"));
        QVERIFY2(cut.error.contains("cut off"), cut.error.constData());
        QCOMPARE(inspect(u"whole.sql"_s, {u"--table"_s, u"other"_s}).exitCode, 1);
        QCOMPARE(
            inspect(u"whole.sql"_s, {u"--table"_s, u"players"_s, u"--limit"_s, u"x"_s}).exitCode,
            2);
    }

private:
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    test::ProgramRun inspect(const QString &name, const QStringList &options) const
    {
        return test::runProgram(QStringList{u"backup"_s, u"inspect"_s, m_folder.filePath(name)}
                                + options);
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(InspectRowsTest)
#include "tst_inspectrows.moc"
