// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/calendar.h"
#include "models/schema/date.h"
#include "models/schema/time.h"
#include "models/schema/timestamp.h"
#include "models/schema/timestamptz.h"

#include <QDateTime>
#include <QTest>

using namespace roster;

class TimestampTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAndWrites_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("microseconds");
        QTest::addColumn<QByteArray>("iso");

        constexpr qint64 day = calendar::microsecondsPerDay;
        const auto row = [](const char *text, qint64 microseconds, const char *iso) {
            QTest::newRow(text) << QByteArray(text) << microseconds << QByteArray(iso);
        };
        row("2000-01-01 00:00:00", 0, "2000-01-01T00:00:00");
        row("1999-12-31 23:59:59.999999", -1, "1999-12-31T23:59:59.999999");
        row("2000-01-01 00:00:00.000123", 123, "2000-01-01T00:00:00.000123");
        row("2000-01-01 00:00:00.5", 500'000, "2000-01-01T00:00:00.500000");
        row("2000-02-29 03:04:05", 59 * day + 11'045'000'000, "2000-02-29T03:04:05");
        row("2026-01-02 03:04:05", 820'638'245'000'000, "2026-01-02T03:04:05");
        row("10000-01-01 00:00:00", 2'921'940 * day, "10000-01-01T00:00:00");
        row("0001-01-01 00:00:00 BC", -730'485 * day, "0001-01-01T00:00:00 BC");
        row("0001-01-01 00:00:00", -730'119 * day, "0001-01-01T00:00:00");
        row("4714-11-24 00:00:00 BC", -211'813'488'000'000'000, "4714-11-24T00:00:00 BC");
        row("294276-12-31 23:59:59.999999", 9'223'371'331'199'999'999,
            "294276-12-31T23:59:59.999999");
        row("infinity", std::numeric_limits<qint64>::max(), "infinity");
        row("-infinity", std::numeric_limits<qint64>::min(), "-infinity");
    }

    void readsAndWrites()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, microseconds);
        QFETCH(QByteArray, iso);
        const auto timestamp = Timestamp::fromText(text);
        QVERIFY(timestamp);
        QCOMPARE(timestamp->microseconds(), microseconds);
        QCOMPARE(timestamp->toText(), text);
        QCOMPARE(timestamp->toIso(), iso);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"", "now", "2026-01-02", "2026-13-01 00:00:00", "2026-02-29 00:00:00",
              "2026-01-02 25:00:00", "2026-01-02 03:04:05+00", "2026-01-02 03:04:05 ",
              "2026-1-2 03:04:05", "294277-01-01 00:00:00", "4714-11-23 00:00:00 BC",
              "2026-01-02 03:04:05.", "2026-01-02 03:04:05.1234567", "0000-01-01 00:00:00 BC x"})
            QTest::newRow(text) << QByteArray(text);
    }

    void refuses()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!Timestamp::fromText(text));
    }

    void everyDayGoesBothWays()
    {
        qint64 days = calendar::daysOf({-4713, 11, 24});
        for (; days < calendar::daysOf({4000, 1, 1}); days += 37) {
            const calendar::Day day = calendar::dayOf(days);
            QCOMPARE(calendar::daysOf(day), days);
            QVERIFY(calendar::isValid(day));
        }
    }

    void utcNowIsNow()
    {
        const Timestamp now = utcNow;
        const auto wall = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toUtf8().first(16);
        const auto later =
            QDateTime::currentDateTimeUtc().addSecs(-5).toString(Qt::ISODate).toUtf8();
        QVERIFY(now.toIso().startsWith(wall) || now.toIso().startsWith(later.first(16)));
    }

    void zoned_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("utc");
        QTest::addColumn<QByteArray>("iso");
        const auto row = [](const char *text, const char *utc, const char *iso) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(utc) << QByteArray(iso);
        };
        row("2026-01-02 03:04:05+00", "2026-01-02 03:04:05+00", "2026-01-02T03:04:05+00:00");
        row("2026-01-02 03:04:05.5+02", "2026-01-02 01:04:05.5+00",
            "2026-01-02T01:04:05.500000+00:00");
        row("2026-01-01 22:00:00-05:30", "2026-01-02 03:30:00+00", "2026-01-02T03:30:00+00:00");
        row("1900-01-01 00:19:32+00:19:32", "1900-01-01 00:00:00+00", "1900-01-01T00:00:00+00:00");
        row("0044-03-15 12:00:00+00 BC", "0044-03-15 12:00:00+00 BC",
            "0044-03-15T12:00:00+00:00 BC");
        row("2026-01-02T03:04:05Z", "2026-01-02 03:04:05+00", "2026-01-02T03:04:05+00:00");
        row("-infinity", "-infinity", "-infinity");
    }

    void zoned()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, utc);
        QFETCH(QByteArray, iso);
        const auto instant = TimestampTz::fromText(text);
        QVERIFY(instant);
        QCOMPARE(instant->toText(), utc);
        QCOMPARE(instant->toIso(), iso);
    }

    void zoneMustBeThere()
    {
        QVERIFY(!TimestampTz::fromText("2026-01-02 03:04:05"));
        QVERIFY(!TimestampTz::fromText("2026-01-02 03:04:05+"));
        QVERIFY(!TimestampTz::fromText("infinity+00"));
        QVERIFY(!TimestampTz::fromText(""));
    }

    void dates()
    {
        QCOMPARE(Date::fromText("2026-01-02")->toText(), "2026-01-02");
        QCOMPARE(Date::fromText("5874897-12-31")->toText(), "5874897-12-31");
        QCOMPARE(Date::fromText("0044-03-15 BC")->toText(), "0044-03-15 BC");
        QCOMPARE(Date::fromText("infinity"), Date::infinity());
        QVERIFY(!Date::fromText("2026-02-30"));
    }

    void times()
    {
        QCOMPARE(Time::fromText("03:04:05.5")->toText(), "03:04:05.5");
        QCOMPARE(Time::fromText("03:04:05.5")->toIso(), "03:04:05.500000");
        QCOMPARE(Time::fromText("24:00:00")->toText(), "24:00:00");
        QVERIFY(!Time::fromText("24:00:01"));
    }
};

QTEST_GUILESS_MAIN(TimestampTest)
#include "tst_timestamp.moc"
