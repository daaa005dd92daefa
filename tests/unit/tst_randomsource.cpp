// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seeding/playernames.h"
#include "models/seeding/randomsource.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

class RandomSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSplitMix64()
    {
        // The first numbers of the reference implementation for seed 1234567.
        RandomSource random(1234567);
        QCOMPARE(random.next(), 6457827717110365317U);
        QCOMPARE(random.next(), 3203168211198807973U);
        QCOMPARE(random.next(), 9817491932198370423U);
        QCOMPARE(random.next(), 4593380528125082431U);
    }

    void rowsDependOnSeedAndNumberOnly()
    {
        const RandomSource random(7);
        RandomSource row = random.row(123'456);
        static_cast<void>(random.row(5).next());
        RandomSource again = RandomSource(7).row(123'456);
        QCOMPARE(row.next(), again.next());
        QVERIFY(RandomSource(8).row(123'456).next() != RandomSource(7).row(123'456).next());
        QSet<quint64> firsts;
        for (qint64 number = 0; number < 100'000; ++number)
            firsts.insert(random.row(number).next());
        QCOMPARE(firsts.size(), 100'000);
    }

    void numbersAreEven()
    {
        RandomSource random(1);
        QList<int> counts(10, 0);
        for (int i = 0; i < 100'000; ++i)
            ++counts[random.below(10)];
        for (const int count : counts)  // 10,000 each; six standard deviations are 570
            QVERIFY2(count > 9430 && count < 10'570, qPrintable(QString::number(count)));
        QCOMPARE(random.below(1), 0);
        for (int i = 0; i < 1000; ++i) {
            const qint64 number = random.below(qint64(1) << 32);
            QVERIFY(number >= 0 && number < qint64(1) << 32);
        }
    }

    void namesArePlausible()
    {
        const RandomSource random(3);
        QSet<QByteArray> names;
        QByteArray name;
        constexpr int rows = 100'000;
        for (int number = 0; number < rows; ++number) {
            RandomSource row = random.row(number);
            makePlayerName(row, name);
            const QString text = QString::fromUtf8(name);
            QVERIFY(!text.isEmpty() && text.size() <= 60);
            QCOMPARE(text.toUtf8(), name);
            QCOMPARE(text.trimmed(), text);
            names.insert(name);
        }
        // Some names are seen several times, most are not.
        QVERIFY2(names.size() > rows / 3 && names.size() < rows - rows / 20,
                 qPrintable(QString::number(names.size())));
    }
};

QTEST_GUILESS_MAIN(RandomSourceTest)
#include "tst_randomsource.moc"
