// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/gridselection.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

/// `0-4 7-7`
static QString text(const QList<QPair<qint64, qint64>> &ranges)
{
    QStringList parts;
    for (const auto &[first, last] : ranges)
        parts << u"%1-%2"_s.arg(first).arg(last);
    return parts.join(u' ');
}

class GridSelectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsMillionsAsOneBlock()
    {
        GridSelection selection;
        selection.set({0, 9'999'999, 0, 4});
        QCOMPARE(selection.rowCount(), 10'000'000);
        QVERIFY(selection.contains(9'999'999, 4));
        QVERIFY(!selection.contains(10'000'000, 4));
        QVERIFY(!selection.contains(5, 5));
        QVERIFY(selection.isWholeRows(5));
    }

    void mergesRows()
    {
        GridSelection selection;
        selection.add({10, 12, 0, 4});
        selection.add({0, 4, 0, 4});
        selection.add({5, 6, 0, 0});
        selection.add({11, 20, 0, 4});
        QCOMPARE(text(selection.rows()), u"0-6 10-20"_s);
        QCOMPARE(selection.rowCount(), 18);
        QVERIFY(!selection.isWholeRows(5));
    }

    void removesFromTheMiddle()
    {
        GridSelection selection;
        selection.set({0, 9, 0, 4});
        selection.remove({3, 3, 0, 4});
        QCOMPARE(text(selection.rows()), u"0-2 4-9"_s);
        QVERIFY(selection.isWholeRows(5));
        selection.remove({5, 5, 1, 2});
        QVERIFY(!selection.contains(5, 2));
        QVERIFY(selection.contains(5, 0));
        QVERIFY(selection.contains(5, 3));
        QCOMPARE(text(selection.rows()), u"0-2 4-9"_s);
        QVERIFY(!selection.isWholeRows(5));
    }

    void clipsAndCutsOut()
    {
        GridSelection selection;
        selection.set({0, 99, 1, 2});
        GridSelection inside = selection;
        inside.clip(10, 19);
        QCOMPARE(text(inside.rows()), u"10-19"_s);
        selection.cutOut(10, 19);
        QCOMPARE(text(selection.rows()), u"0-9 20-99"_s);
        selection.shift(5);
        QCOMPARE(text(selection.rows()), u"5-14 25-104"_s);
        QCOMPARE(selection.columns(), QList<int>({1, 2}));
    }

    void knowsABlock()
    {
        GridSelection selection;
        selection.set({0, 9, 1, 2});
        QVERIFY(selection.isGrid({1, 2}));
        selection.add({20, GridSelection::toEnd, 1, 2});
        QVERIFY(selection.isGrid({1, 2}));
        selection.add({30, 30, 4, 4});
        QVERIFY(!selection.isGrid({1, 2, 4}));
        selection.set({0, 9, 1, 2});
        selection.remove({5, 5, 2, 2});
        QVERIFY(!selection.isGrid({1, 2}));
        QVERIFY(selection.isGrid({1}));  // the other column is hidden
    }

    void knowsASingleCell()
    {
        GridSelection selection;
        QVERIFY(!selection.isSingleCell());
        selection.set({7, 7, 3, 3});
        QVERIFY(selection.isSingleCell());
        selection.add({8, 8, 3, 3});
        QVERIFY(!selection.isSingleCell());
        QCOMPARE(selection.blocks().size(), 1);
        selection.set({3, 2, 0, 0});
        QVERIFY(selection.isEmpty());
    }
};

QTEST_APPLESS_MAIN(GridSelectionTest)
#include "tst_gridselection.moc"
