// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/pager.h"
#include "models/database/transaction.h"
#include "tests/support/pagertables.h"
#include "tests/support/testserver.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

namespace {

QString orderText(const QList<SortColumn> &order)
{
    QStringList terms;
    for (const SortColumn &sort : order)
        terms << quoted(sort.column) + (sort.order == Qt::DescendingOrder ? u" DESC"_s : QString());
    return terms.join(u", "_s);
}

/// The page's primary keys, a line each.
QStringList keysOf(const Pager &pager, const Page &page)
{
    QStringList result;
    for (int row = 0; row < page.rows.rows(); ++row) {
        QStringList parts;
        for (const SqlValue &value : pager.primaryKeyOf(page.rows, row))
            parts << QString::fromUtf8(*value);
        result << parts.join(u'|');
    }
    return result;
}

QString join(const QStringList &lines)
{
    return lines.join(u'\n');
}

}  // namespace

class PagerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database.run(mixedTable());
        m_database.run(playersTable());
        m_session = m_database.open();
    }

    void pagesFollowTheServersOrder_data()
    {
        QTest::addColumn<QList<SortColumn>>("order");
        const TableSchema schema = mixedSchema();
        for (const ColumnSchema &one : schema.columns) {
            for (const auto direction : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                QTest::addRow("%s %d", qPrintable(one.name), int(direction))
                    << QList<SortColumn>{{one.name, direction}};
            }
        }
        QRandomGenerator random(7);
        for (int i = 0; i < 60; ++i) {
            QList<SortColumn> order;
            for (int n = random.bounded(2, 5); n > 0; --n) {
                order.append({schema.columns.at(random.bounded(int(schema.columns.size()))).name,
                              random.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder});
            }
            QTest::addRow("%d: %s", i, qPrintable(orderText(order))) << order;
        }
        QTest::addRow("key only") << QList<SortColumn>{};
    }

    void pagesFollowTheServersOrder()
    {
        QFETCH(QList<SortColumn>, order);
        const auto pager = Pager::make(mixedSchema(), {.order = order});
        QVERIFY2(pager, qPrintable(pager ? QString() : pager.error().toText()));
        const QString expected = m_database.rows(
            u"SELECT k1, \"k 2\" FROM mixed ORDER BY "_s + orderText(pager->order()));
        QCOMPARE(join(walkForward(*pager)), expected);
        QCOMPARE(join(walkBackward(*pager)), expected);
    }

    void inclusiveStartsAtTheKey()
    {
        const auto pager = Pager::make(
            mixedSchema(), {.order = {{u"f"_s, Qt::DescendingOrder}, {u"t"_s, Qt::AscendingOrder}}});
        const auto page = pager->first(*m_session, 400);
        QVERIFY(page);
        const QStringList all = keysOf(*pager, *page);
        for (const int row : {0, 57, 123, 399}) {
            const RowKey key = pager->keyOf(page->rows, row);
            const auto from = pager->after(*m_session, key, 3, true);
            QVERIFY(from);
            QCOMPARE(keysOf(*pager, *from), all.mid(row, 3));
            const auto position = pager->position(*m_session, key);
            QVERIFY(position);
            QCOMPARE(*position, row);
        }
    }

    void endsAreKnown()
    {
        const auto pager = Pager::make(playersSchema(), {.filters = {{u"id"_s, u"1..10"_s}}});
        QVERIFY(pager);
        const auto all = pager->first(*m_session, 10);
        QVERIFY(all->reachesStart && all->reachesEnd);
        const auto part = pager->first(*m_session, 9);
        QVERIFY(part->reachesStart && !part->reachesEnd);
        QCOMPARE(part->rows.rows(), 9);
        const auto end = pager->last(*m_session, 9);
        QVERIFY(!end->reachesStart && end->reachesEnd);
        const auto rest = pager->before(*m_session, pager->keyOf(end->rows, 0), 1);
        QVERIFY(rest->reachesStart && !rest->reachesEnd);
        QCOMPARE(keysOf(*pager, *rest) + keysOf(*pager, *end), keysOf(*pager, *all));
        const auto none = pager->after(*m_session, pager->keyOf(all->rows, 9), 5);
        QVERIFY(none->rows.isEmpty() && none->reachesEnd);
    }

    void indexServesThePages()
    {
        const auto pager = Pager::make(playersSchema(), {});
        QVERIFY(pager->isOrderIndexed());
        const auto page = pager->first(*m_session, 100);
        const RowKey key = pager->keyOf(page->rows, 99);
        for (const QString &sql : {statementOf([&] { return pager->after(*m_session, key, 50); }),
                                   statementOf([&] { return pager->before(*m_session, key, 50); }),
                                   statementOf([&] { return pager->last(*m_session, 50); })}) {
            QVERIFY2(sql.contains("ix_players_order"_L1), qPrintable(sql));
            QVERIFY2(!sql.contains("Seq Scan"_L1), qPrintable(sql));
        }
    }

private:
    QStringList walkForward(const Pager &pager)
    {
        QStringList keys;
        auto page = pager.first(*m_session, 37);
        while (page && !page->rows.isEmpty()) {
            keys += keysOf(pager, *page);
            if (page->reachesEnd)
                return keys;
            page = pager.after(*m_session, pager.keyOf(page->rows, page->rows.rows() - 1), 37);
        }
        return {page ? u"ended early"_s : page.error().toText()};
    }

    QStringList walkBackward(const Pager &pager)
    {
        QStringList keys;
        auto page = pager.last(*m_session, 41);
        while (page && !page->rows.isEmpty()) {
            keys = keysOf(pager, *page) + keys;
            if (page->reachesStart)
                return keys;
            page = pager.before(*m_session, pager.keyOf(page->rows, 0), 41);
        }
        return {page ? u"ended early"_s : page.error().toText()};
    }

    /// The plan of what `work` sends, read from auto_explain's notices.
    template <class Work>
    QString statementOf(Work work)
    {
        QString plan;
        PQsetNoticeProcessor(
            m_session->handle(),
            [](void *to, const char *text) { *static_cast<QString *>(to) += QString::fromUtf8(text); },
            &plan);
        const auto loaded = m_session->script(
            u"LOAD 'auto_explain'; SET auto_explain.log_min_duration = 0;"
            "SET auto_explain.log_level = notice"_s);
        if (loaded)
            static_cast<void>(work());
        static_cast<void>(m_session->script(u"SET auto_explain.log_min_duration = -1"_s));
        PQsetNoticeProcessor(m_session->handle(), [](void *, const char *) {}, nullptr);
        return plan;
    }

    test::TestDatabase m_database;
    std::unique_ptr<Session> m_session;
};

QTEST_GUILESS_MAIN(PagerTest)
#include "tst_pager.moc"
