// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/copywriter.h"
#include "models/database/databaseworker.h"
#include "models/database/transaction.h"
#include "tests/support/testserver.h"

#include <QTest>

#include <atomic>
#include <limits>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

/// Writes numbers without end; how that stopped.
Result<qint64> writeForEver(Session &session, std::atomic_bool &written)
{
    auto writer = CopyWriter::begin(session, {}, u"numbers"_s, {u"n"_s});
    if (!writer)
        return fail(writer.error());
    for (qint32 i = 0;; ++i) {
        ROSTER_TRY(writer->beginRow());
        writer->append(i % 1'000'000);
        if (i == 100'000)
            written = true;
    }
}

}  // namespace

class CopyWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database.run(u"DROP TABLE IF EXISTS kinds, numbers, \"odd \"\"name\";"
                       "CREATE TABLE numbers (n int)"_s);
    }

    void writesEveryKind()
    {
        m_database.run(u"CREATE TABLE kinds (b bool, s smallint, i int, l bigint, d float8, "
                       "t text, y bytea, at timestamp)"_s);
        const auto session = m_database.open();
        auto writer =
            CopyWriter::begin(*session, u"public"_s, u"kinds"_s,
                              {u"b"_s, u"s"_s, u"i"_s, u"l"_s, u"d"_s, u"t"_s, u"y"_s, u"at"_s});
        QVERIFY(writer);
        QVERIFY(writer->beginRow());
        writer->append(true);
        writer->append(qint16(-2));
        writer->append(qint32(2'147'483'647));
        writer->append(std::numeric_limits<qint64>::min());
        writer->append(-0.1);
        writer->append(QByteArrayView("Bjørn \"\\ 🐉\n"));
        writer->append(QByteArrayView("\0\xff", 2));
        writer->append(qint64(1));
        QVERIFY(writer->beginRow());
        for (int i = 0; i < 8; ++i)
            writer->appendNull();
        const auto rows = writer->finish();
        QVERIFY(rows);
        QCOMPARE(*rows, 2);
        QCOMPARE(m_database.rows(u"SELECT * FROM kinds"_s),
                 u"t|-2|2147483647|-9223372036854775808|-0.1|Bjørn \"\\ 🐉\n|\\x00ff|"
                 "2000-01-01 00:00:00.000001\n∅|∅|∅|∅|∅|∅|∅|∅"_s);
    }

    void writesManyRowsInPieces()
    {
        const auto session = m_database.open();
        CopyWriter::Options options;
        options.rowsPerCopy = 1000;
        auto writer = CopyWriter::begin(*session, {}, u"numbers"_s, {u"n"_s}, options);
        QVERIFY(writer);
        for (qint32 i = 1; i <= 12'345; ++i) {
            QVERIFY(writer->beginRow());
            writer->append(i);
        }
        QCOMPARE(*writer->finish(), 12'345);
        QCOMPARE(m_database.rows(u"SELECT count(*), sum(n) FROM numbers"_s), u"12345|76205685"_s);
    }

    void noRows()
    {
        const auto session = m_database.open();
        auto writer = CopyWriter::begin(*session, {}, u"numbers"_s, {u"n"_s});
        QVERIFY(writer);
        QCOMPARE(*writer->finish(), 0);
    }

    void saysWhatTheServerRefused()
    {
        m_database.run(u"ALTER TABLE numbers ADD CHECK (n < 100)"_s);
        const auto session = m_database.open();
        CopyWriter::Options options;
        options.rowsPerCopy = 1000;
        auto writer = CopyWriter::begin(*session, {}, u"numbers"_s, {u"n"_s}, options);
        QVERIFY(writer);
        Result<void> result;
        qint32 n = 0;
        while (result && n < 100'000) {
            result = writer->beginRow();
            if (result)
                writer->append(n++);
        }
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::Constraint);
        QVERIFY2(n <= 1000, "noticed within one COPY");
        QCOMPARE(session->query(u"SELECT 1"_s)->integer(0, 0), 1);
    }

    void missingTableAndWrongType()
    {
        const auto session = m_database.open();
        QCOMPARE(CopyWriter::begin(*session, {}, u"none"_s, {u"n"_s}).error().sqlState, u"42P01"_s);
        auto writer = CopyWriter::begin(*session, {}, u"numbers"_s, {u"n"_s});
        QVERIFY(writer);
        QVERIFY(writer->beginRow());
        writer->append(qint64(1));
        QCOMPARE(writer->finish().error().sqlState, u"22P03"_s);
        QVERIFY(session->query(u"SELECT 1"_s));
    }

    void droppedWriterTakesItsRowsBack()
    {
        const auto session = m_database.open();
        {
            auto writer = CopyWriter::begin(*session, {}, u"numbers"_s, {u"n"_s});
            QVERIFY(writer);
            QVERIFY(writer->beginRow());
            writer->append(qint32(1));
        }
        QCOMPARE(session->query(u"SELECT count(*) FROM numbers"_s)->integer(0, 0), 0);
    }

    void cancelled()
    {
        DatabaseWorker worker(m_database.profile());
        std::atomic_bool written = false;
        const auto running = worker.run(u"copy"_s, [&](Session &session, Progress &) {
            return writeForEver(session, written);
        });
        QTRY_VERIFY(written);
        running.job->cancel();
        QTRY_COMPARE_WITH_TIMEOUT(running.job->status(), Job::Status::Cancelled, 2000);
        const auto count = worker.run(u"count"_s, [](Session &session, Progress &) {
            return session.query(u"SELECT count(*) FROM numbers"_s);
        });
        QTRY_COMPARE(count.job->status(), Job::Status::Done);
        // What was accepted before is kept where no transaction holds it: less than was written.
        QVERIFY(count.future.result()->integer(0, 0) % 500'000 == 0);
    }

    void lostConnection()
    {
        const auto session = m_database.open();
        const QString pid = session->query(u"SELECT pg_backend_pid()"_s)->text(0, 0);
        auto writer = CopyWriter::begin(*session, {}, u"numbers"_s, {u"n"_s});
        QVERIFY(writer);
        m_database.run(u"SELECT pg_terminate_backend(%1, 5000)"_s.arg(pid));
        Result<void> result;
        for (qint32 i = 0; result && i < 10'000'000; ++i) {
            result = writer->beginRow();
            if (result)
                writer->append(i);
        }
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::Connection);
    }

private:
    test::TestDatabase m_database;
};

QTEST_GUILESS_MAIN(CopyWriterTest)
#include "tst_copywriter.moc"
