// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/revisionlanes.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

Revision revision(const QString &id, const QStringList &parents)
{
    Revision one;
    one.id = id;
    one.parents = parents;
    return one;
}

QString lines(const QList<RevisionLanes::Line> &lines)
{
    QStringList texts;
    for (const RevisionLanes::Line &line : lines)
        texts << u"%1-%2"_s.arg(line.from).arg(line.to);
    return texts.join(u' ');
}

/// `lane of the dot: lines above / lines below`, a row each.
QString drawn(const QList<Revision> &revisions)
{
    QStringList rows;
    for (const RevisionLanes &row : revisionLanes(RevisionGraph(revisions)))
        rows << u"%1: %2 / %3"_s.arg(QString::number(row.lane), lines(row.above), lines(row.below));
    return rows.join(u'\n');
}

}  // namespace

class RevisionLanesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draws_data()
    {
        QTest::addColumn<QList<Revision>>("revisions");
        QTest::addColumn<QString>("expected");
        QTest::newRow("one") << QList{revision(u"a"_s, {})} << u"0:  / "_s;
        QTest::newRow("a line") << QList{revision(u"a"_s, {}), revision(u"b"_s, {u"a"_s})}
                                << u"0:  / 0-0\n0: 0-0 / "_s;
        QTest::newRow("two heads on one")
            << QList{revision(u"a"_s, {}), revision(u"b"_s, {u"a"_s}), revision(u"c"_s, {u"a"_s})}
            << u"0:  / 0-0\n1: 0-0 / 0-0 1-0\n0: 0-0 / "_s;
        QTest::newRow("a merge") << QList{revision(u"a"_s, {}), revision(u"b"_s, {u"a"_s}),
                                          revision(u"c"_s, {u"a"_s}),
                                          revision(u"d"_s, {u"b"_s, u"c"_s})}
                                 << u"0:  / 0-0 0-1\n1: 0-0 1-1 / 0-0 1-1\n"
                                    "0: 0-0 1-1 / 1-1 0-1\n1: 1-1 / "_s;
        QTest::newRow("two histories")
            << QList{revision(u"a"_s, {}), revision(u"b"_s, {}), revision(u"c"_s, {u"a"_s})}
            << u"0:  / 0-0\n1: 0-0 / 0-0\n0: 0-0 / "_s;
    }

    void draws()
    {
        QFETCH(const QList<Revision>, revisions);
        QFETCH(const QString, expected);
        QCOMPARE(drawn(revisions), expected);
    }

    /// Hundreds of branches at once are not drawn beyond what fits, and none is lost.
    void bounds()
    {
        QList<Revision> revisions;
        for (int i = 0; i < 200; ++i) {
            revisions << revision(u"a%1"_s.arg(i), {});
            revisions << revision(u"b%1"_s.arg(i), {u"a%1"_s.arg(i)});
        }
        const auto rows = revisionLanes(RevisionGraph(revisions));
        QCOMPARE(rows.size(), 400);
        for (const RevisionLanes &row : rows)
            QVERIFY(row.width() <= RevisionLanes::most);
    }
};

QTEST_GUILESS_MAIN(RevisionLanesTest)
#include "tst_revisionlanes.moc"
