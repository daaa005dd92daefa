// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measure.h"
#include "tests/bench/openedpage.h"
#include "tests/bench/watchedapplication.h"
#include "ui/players/columnheader.h"

#include <QAbstractTableModel>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QWheelEvent>

#include <vector>

using namespace Qt::StringLiterals;

namespace roster::bench {

namespace {

/// Five columns of made-up text: what a grid costs when its data cost nothing.
class FakeModel : public QAbstractTableModel
{
public:
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : 1000;
    }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : 5;
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        return QString::number(index.row() * 7919 + index.column());
    }
};

WatchedApplication &application()
{
    return *static_cast<WatchedApplication *>(qApp);
}

/// A plain view over the fake model, scrolled.
class FakeView
{
public:
    FakeView()
    {
        m_view.setModel(&m_model);
        m_view.resize(1280, 800);
        m_view.show();
        static_cast<void>(QTest::qWaitForWindowExposed(&m_view));
    }

    void scroll(int steps)
    {
        for (int i = 0; i < steps; ++i) {
            m_view.verticalScrollBar()->setValue((++m_step * 37) % 960);
            QTest::qWait(1);
        }
    }

private:
    FakeModel m_model;
    QTableView m_view;
    int m_step = 0;
};

/// Page medians and jumps in turn, so that both see the same machine.
class Jumps
{
public:
    explicit Jumps(const Context &context)
        : m_opened(context.players(context.rows())),
          m_session(context.open(context.players(context.rows()))),
          m_pager(*Pager::make(OpenedPage::schemaOf(context.players(context.rows())), {})),
          m_keys(randomKeys(*m_session, 800))
    {
    }

    /// From rest, as a person jumps: so many times, or until positions become exact.
    Pair jump(int count, bool untilExact)
    {
        Pair pair;
        for (int i = 0; i < count; ++i) {
            m_opened.rest();
            static_cast<void>(readPage());  // brings back what painting drove from the caches
            const double page = readPage();
            const OpenedPage::Jump jump = m_opened.jump(m_opened.anyPosition());
            if (untilExact && m_opened.model().positionIsExact())
                break;
            pair.floor.add(page);
            pair.ours.add(jump.rowsThere);
            m_painted.add(jump.painted);
        }
        return pair;
    }

    OpenedPage &opened() { return m_opened; }
    const Samples &painted() const { return m_painted; }

private:
    double readPage()
    {
        const RowKey &key = m_keys.at(m_next++ % m_keys.size());
        return timed([&] { static_cast<void>(m_pager.after(*m_session, key, 200)); });
    }

    OpenedPage m_opened;
    std::unique_ptr<Session> m_session;
    Pager m_pager;
    QList<RowKey> m_keys;
    int m_next = 0;
    Samples m_painted;
};

void benchJumps(const Context &context)
{
    Jumps jumps(context);
    jumps.jump(1, false);  // takes the sample and starts the survey
    const Pair near = jumps.jump(100, true);
    OpenedPage &opened = jumps.opened();
    opened.await(u"the survey"_s, [&] { return opened.model().positionIsExact(); });
    const Pair exact = jumps.jump(200, false);
    report(u"jump by sample: p50 to page p50"_s, near.ours.median() / near.floor.median(), 3);
    const double page = exact.floor.median();
    report(u"jump by survey: p50 to page p50"_s, exact.ours.median() / page, 5);
    report(u"jump by survey: p99 to page p50"_s, exact.ours.quantile(0.99) / page, 30);
    note(u"with the frame that shows the rows: %1 pages"_s.arg(jumps.painted().median() / page, 0,
                                                               'f', 1));
}

void turnWheel(TableView &view, int notches)
{
    const QPointF at = view.viewport()->rect().center();
    QWheelEvent event(at, view.viewport()->mapToGlobal(at), {}, {0, -120 * notches}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(view.viewport(), &event);
}

struct Operation
{
    QString name;
    std::function<void()> run;
    Samples blocks{};
};

/// Every way of moving through the table.
std::vector<Operation> operations(OpenedPage &opened)
{
    TableView &view = opened.view();
    const auto sort = [&opened, &view](int column) {
        Q_EMIT view.columnHeader().sortRequested(column, false);
        opened.await(u"another order"_s, [&] { return !opened.model().isLoading(); });
    };
    return {{u"turning the wheel"_s,
             [&] {
                 for (int i = 0; i < 40; ++i) {
                     turnWheel(view, 3);
                     QTest::qWait(1);
                 }
             }},
            {u"jumping"_s,
             [&] {
                 for (int i = 0; i < 20; ++i) {
                     opened.rest();
                     opened.jump(opened.anyPosition());
                 }
             }},
            {u"dragging the scroll bar"_s,
             [&] {
                 opened.bar().setSliderDown(true);
                 for (int i = 0; i < 40; ++i) {
                     opened.bar().setSliderPosition(int(opened.anyPosition()));
                     QTest::qWait(4);
                 }
                 opened.bar().setSliderDown(false);
             }},
            {u"the end and the start"_s,
             [&] {
                 view.goToEnd();
                 opened.rest();
                 view.goTo(0, 0);
             }},
            {u"sorting"_s, [&, sort] {
                 sort(0);
                 sort(0);
                 sort(2);
             }}};
}

void benchBlocks(const Context &context)
{
    application().takeLongestBlock();
    OpenedPage opened(context.players(context.rows()));
    const double opening = application().takeLongestBlock();
    opened.jump(opened.anyPosition());
    opened.await(u"the survey"_s, [&] { return opened.model().positionIsExact(); });

    FakeView fake;
    Samples fakeBlocks;
    std::vector<Operation> ours = operations(opened);
    for (int round = -1; round < 9; ++round) {
        application().takeLongestBlock();
        fake.scroll(40);
        const double floor = application().takeLongestBlock();
        if (round >= 0)
            fakeBlocks.add(floor);
        for (Operation &operation : ours) {
            operation.run();
            opened.rest();
            const double block = application().takeLongestBlock();
            if (round >= 0)
                operation.blocks.add(block);
        }
    }
    const double frame = fakeBlocks.median();
    double longest = opening;
    for (const Operation &operation : ours) {
        report(u"longest block, %1: to a fake model's frame"_s.arg(operation.name),
               operation.blocks.median() / frame, 1.5);
        longest = std::max(longest, operation.blocks.worst());
    }
    report(u"longest block, opening the page: to a fake model's frame"_s, opening / frame, 1.5);
    report(u"longest block of all: to 50 ms"_s, longest / 50, 1);
}

}  // namespace

void benchWindow(const Context &context)
{
    benchJumps(context);
    benchBlocks(context);
}

}  // namespace roster::bench
