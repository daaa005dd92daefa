// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/connections.h"
#include "models/schema/catalogue.h"
#include "models/schema/declaredtables.h"
#include "models/views/tablemodel.h"
#include "tests/bench/context.h"
#include "tests/bench/measure.h"
#include "tests/bench/watchedapplication.h"
#include "ui/common/pagememory.h"
#include "ui/players/tablepage.h"

#include <QAbstractTableModel>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace roster::bench {

namespace {

constexpr int patienceMs = 120000;

class NoMemory : public PageMemory
{
public:
    QVariantMap load(const QString &) const override { return {}; }
    void save(const QString &, const QVariantMap &) override {}
};

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

/// The slowest event of a plain view over the fake model, scrolled the same way.
double fakeBlock()
{
    FakeModel model;
    QTableView view;
    view.setModel(&model);
    view.resize(1280, 800);
    view.show();
    static_cast<void>(QTest::qWaitForWindowExposed(&view));
    application().takeLongestBlock();
    for (int step = 0; step < 200; ++step) {
        view.verticalScrollBar()->setValue((step * 37) % 960);
        QTest::qWait(1);
    }
    return application().takeLongestBlock();
}

/// A page over the large table, with its rows there.
struct Opened
{
    explicit Opened(const ConnectionProfile &profile)
        : connections(profile), page(connections, schemaOf(profile), memory)
    {
        page.resize(1280, 800);
        page.show();
        if (!QTest::qWaitFor(
                [this] { return !page.model().isLoading() && page.model().rowCount() > 0; },
                patienceMs))
            giveUp(u"The page did not load."_s);
    }

    static TableSchema schemaOf(const ConnectionProfile &profile)
    {
        const auto session = Session::open(profile);
        const auto schema = session ? readTable(**session, {u"public"_s, u"players"_s})
                                    : Result<TableSchema>(fail(session.error()));
        if (!schema)
            giveUp(schema.error().toText());
        return mergeDeclared(*schema);
    }

    bool shows(qint64 position) const
    {
        TableModel &model = const_cast<Opened *>(this)->page.model();
        return position >= model.firstPosition()
            && position < model.firstPosition() + model.rowCount();
    }

    NoMemory memory;
    Connections connections;
    TablePage page;
};

void await(const QString &what, const std::function<bool()> &isThere)
{
    if (!QTest::qWaitFor(isThere, patienceMs))
        giveUp(u"Waited in vain: "_s + what);
}

/// Milliseconds from asking for a random place until its rows are in the window.
Samples jumps(Opened &opened, int count)
{
    Samples samples;
    TableModel &model = opened.page.model();
    for (int i = 0; i < count; ++i) {
        const qint64 position = QRandomGenerator::global()->bounded(model.totalRows() - 100);
        samples.add(timed([&] {
            // Not qWaitFor: it looks every ten milliseconds only.
            QEventLoop loop;
            const auto look = [&] {
                if (opened.shows(position))
                    loop.quit();
            };
            QObject::connect(&model, &TableModel::windowChanged, &loop, look);
            model.require(position, 40);
            if (!opened.shows(position))
                loop.exec();
        }));
    }
    return samples;
}

double pageMedian(const Context &context)
{
    const auto session = context.open(context.players(context.rows()));
    const auto pager = Pager::make(Opened::schemaOf(context.players(context.rows())), {});
    if (!pager)
        giveUp(pager.error().toText());
    // Anywhere in the table, as the jumps go.
    Samples samples;
    for (const RowKey &key : randomKeys(*session, 220))
        samples.add(timed([&] { static_cast<void>(pager->after(*session, key, 200)); }));
    return samples.median();
}

}  // namespace

void benchWindow(const Context &context)
{
    const double page = pageMedian(context);
    const double fake = fakeBlock();
    application().takeLongestBlock();

    Opened opened(context.players(context.rows()));
    double longest = application().takeLongestBlock();
    jumps(opened, 1);  // the first jump samples and starts the survey
    const Samples near = jumps(opened, 100);
    TableModel &model = opened.page.model();
    await(u"the survey"_s, [&] { return model.positionIsExact(); });
    const Samples exact = jumps(opened, 200);
    longest = std::max(longest, application().takeLongestBlock());

    report(u"jump by sample: p50 to page p50"_s, near.median() / page, 3);
    report(u"jump by survey: p50 to page p50"_s, exact.median() / page, 5);
    report(u"jump by survey: p99 to page p50"_s, exact.quantile(0.99) / page, 30);

    // Every way of moving through the table.
    model.goToStart();
    await(u"the start"_s, [&] { return opened.shows(0); });
    model.goToEnd();
    await(u"the end"_s, [&] { return opened.shows(model.totalRows() - 1); });
    model.sort(1, Qt::DescendingOrder);
    await(u"another order"_s, [&] { return !model.isLoading(); });
    longest = std::max(longest, application().takeLongestBlock());
    report(u"longest block of the GUI thread: to a fake model's frame"_s, longest / fake, 1.5);
    report(u"longest block of the GUI thread: to 50 ms"_s, longest / 50, 1);
}

namespace {

qint64 residentKilobytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        giveUp(u"No /proc here."_s);
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmRSS:");
    return text.mid(at + 6, 20).trimmed().split(' ').first().toLongLong();
}

}  // namespace

void measureMemory(const Context &context)
{
    Opened opened(context.players(context.rows()));
    jumps(opened, 1);
    await(u"the survey"_s, [&] { return opened.page.model().positionIsExact(); });
    jumps(opened, 100);
    QTextStream(stdout) << residentKilobytes() << Qt::endl;
}

void benchMemory(const Context &context)
{
    const auto memoryAt = [&](qint64 rows) {
        context.players(rows);
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QStringList arguments = QApplication::arguments().mid(1);
        arguments << u"--memory-of"_s << QString::number(rows);
        child.start(QApplication::applicationFilePath(), arguments);
        if (!child.waitForFinished(5 * patienceMs) || child.exitCode() != 0)
            giveUp(u"The memory run failed."_s);
        return child.readAllStandardOutput().trimmed().toDouble();
    };
    const double small = memoryAt(100000);
    report(u"memory after 100 jumps: to that at 100,000 rows"_s, memoryAt(context.rows()) / small,
           1.2);
}

}  // namespace roster::bench
