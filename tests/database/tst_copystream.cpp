// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/copystream.h"
#include "models/database/databaseworker.h"
#include "models/database/transaction.h"
#include "tests/support/testserver.h"

#include <QTest>
#include <QtEndian>

#include <atomic>
#include <limits>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

template <typename Number>
QByteArray field(Number value)
{
    QByteArray bytes(4 + sizeof(Number), Qt::Uninitialized);
    qToBigEndian(qint32(sizeof(Number)), bytes.data());
    qToBigEndian(value, bytes.data() + 4);
    return bytes;
}

QByteArray field(const QByteArray &value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(qint32(value.size()), bytes.data());
    return bytes + value;
}

const QByteArray nullField("\xff\xff\xff\xff", 4);

QByteArray row(const QList<QByteArray> &fields)
{
    QByteArray bytes(2, Qt::Uninitialized);
    qToBigEndian(qint16(fields.size()), bytes.data());
    return bytes + fields.join();
}

CopyStream::Options binary()
{
    return {.format = CopyStream::Format::Binary, .freeze = false};
}

/// Sends numbers without end; how that stopped.
Result<void> sendForEver(Session &session, std::atomic_bool &sent)
{
    auto stream = CopyStream::begin(session, {}, u"numbers"_s, {u"n"_s}, {});
    if (!stream)
        return fail(stream.error());
    for (qint32 i = 0;; ++i) {
        ROSTER_TRY(stream->send(QByteArray::number(i) + '\n'));
        if (i == 100'000)
            sent = true;
    }
}

}  // namespace

class CopyStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database.run(u"DROP TABLE IF EXISTS kinds, numbers, \"odd \"\"name\";"
                       "CREATE TABLE numbers (n int)"_s);
    }

    void binaryRows()
    {
        m_database.run(u"CREATE TABLE kinds (b bool, s smallint, i int, l bigint, t text, y bytea, "
                       "at timestamp)"_s);
        const auto session = m_database.open();
        auto stream =
            CopyStream::begin(*session, u"public"_s, u"kinds"_s,
                              {u"b"_s, u"s"_s, u"i"_s, u"l"_s, u"t"_s, u"y"_s, u"at"_s}, binary());
        QVERIFY(stream);
        QVERIFY(stream->send(
            row({field(qint8(1)), field(qint16(-2)), field(qint32(2'147'483'647)),
                 field(std::numeric_limits<qint64>::min()), field(QByteArray("Bjørn \"\\ 🐉\n")),
                 field(QByteArray("\0\xff", 2)), field(qint64(1))})));
        QVERIFY(stream->send(row(QList<QByteArray>(7, nullField))));
        const auto rows = stream->finish();
        QVERIFY(rows);
        QCOMPARE(*rows, 2);
        QCOMPARE(m_database.rows(u"SELECT * FROM kinds"_s),
                 u"t|-2|2147483647|-9223372036854775808|Bjørn \"\\ 🐉\n|\\x00ff|"
                 "2000-01-01 00:00:00.000001\n∅|∅|∅|∅|∅|∅|∅"_s);
    }

    void textRowsIntoOddNames()
    {
        m_database.run(u"CREATE TABLE \"odd \"\"name\" (\"a;b\" text, c int)"_s);
        const auto session = m_database.open();
        auto stream =
            CopyStream::begin(*session, u"public"_s, u"odd \"name"_s, {u"c"_s, u"a;b"_s}, {});
        QVERIFY(stream);
        QVERIFY(stream->send("1\ttab\\there\n2\t\\N\n"));
        QCOMPARE(*stream->finish(), 2);
        QCOMPARE(m_database.rows(u"SELECT * FROM \"odd \"\"name\" ORDER BY c"_s),
                 u"tab\there|1\n∅|2"_s);
    }

    void largerThanAPiece()
    {
        const auto session = m_database.open();
        auto stream = CopyStream::begin(*session, {}, u"numbers"_s, {u"n"_s}, {});
        QVERIFY(stream);
        QByteArray rows;
        for (qint32 i = 1; i <= 123'456; ++i)
            rows += QByteArray::number(i) + '\n';
        QVERIFY(rows.size() > 500'000);
        QVERIFY(stream->send(rows));
        QCOMPARE(*stream->finish(), 123'456);
        QCOMPARE(m_database.rows(u"SELECT count(*), sum(n) FROM numbers"_s),
                 u"123456|7620753696"_s);
    }

    void noRows()
    {
        const auto session = m_database.open();
        for (const CopyStream::Options &options : {CopyStream::Options(), binary()}) {
            auto stream = CopyStream::begin(*session, {}, u"numbers"_s, {u"n"_s}, options);
            QVERIFY(stream);
            QCOMPARE(*stream->finish(), 0);
        }
    }

    void saysWhatTheServerRefused()
    {
        m_database.run(u"ALTER TABLE numbers ADD CHECK (n < 100)"_s);
        const auto session = m_database.open();
        auto stream = CopyStream::begin(*session, {}, u"numbers"_s, {u"n"_s}, {});
        QVERIFY(stream);
        QVERIFY(stream->send("99\n100\n"));
        const auto rows = stream->finish();
        QVERIFY(!rows);
        QCOMPARE(rows.error().kind, Error::Kind::Constraint);
        QCOMPARE(rows.error().table, u"numbers"_s);
        QCOMPARE(session->query(u"SELECT count(*) FROM numbers"_s)->integer(0, 0), 0);
    }

    void missingTableAndWrongType()
    {
        const auto session = m_database.open();
        QCOMPARE(CopyStream::begin(*session, {}, u"none"_s, {u"n"_s}, {}).error().sqlState,
                 u"42P01"_s);
        auto stream = CopyStream::begin(*session, {}, u"numbers"_s, {u"n"_s}, binary());
        QVERIFY(stream);
        QVERIFY(stream->send(row({field(qint64(1))})));
        QCOMPARE(stream->finish().error().sqlState, u"22P03"_s);
        QVERIFY(session->query(u"SELECT 1"_s));
    }

    void droppedTakesItsRowsBack()
    {
        const auto session = m_database.open();
        {
            auto stream = CopyStream::begin(*session, {}, u"numbers"_s, {u"n"_s}, {});
            QVERIFY(stream);
            QVERIFY(stream->send("1\n"));
            const CopyStream moved = std::move(*stream);
        }
        QCOMPARE(session->query(u"SELECT count(*) FROM numbers"_s)->integer(0, 0), 0);
    }

    void cancelled()
    {
        DatabaseWorker worker(m_database.profile());
        std::atomic_bool sent = false;
        const auto running = worker.run(
            u"copy"_s, [&](Session &session, Progress &) { return sendForEver(session, sent); });
        QTRY_VERIFY(sent);
        running.job->cancel();
        QTRY_COMPARE_WITH_TIMEOUT(running.job->status(), Job::Status::Cancelled, 20'000);
        const auto count = worker.run(u"count"_s, [](Session &session, Progress &) {
            return session.query(u"SELECT count(*) FROM numbers"_s);
        });
        QTRY_COMPARE(count.job->status(), Job::Status::Done);
        QCOMPARE(count.future.result()->integer(0, 0), 0);
    }

    void lostConnection()
    {
        const auto session = m_database.open();
        const QString pid = session->query(u"SELECT pg_backend_pid()"_s)->text(0, 0);
        auto stream = CopyStream::begin(*session, {}, u"numbers"_s, {u"n"_s}, {});
        QVERIFY(stream);
        m_database.run(u"SELECT pg_terminate_backend(%1, 5000)"_s.arg(pid));
        const QByteArray rows = QByteArray("1\n").repeated(100'000);
        Result<void> result;
        for (int i = 0; result && i < 100; ++i)
            result = stream->send(rows);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::Connection);
    }

private:
    test::TestDatabase m_database;
};

QTEST_GUILESS_MAIN(CopyStreamTest)
#include "tst_copystream.moc"
