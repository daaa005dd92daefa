// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/openedpage.h"

#include "models/schema/catalogue.h"
#include "models/schema/declaredtables.h"
#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QRandomGenerator>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace roster::bench {

namespace {
constexpr int patienceMs = 120000;
}

OpenedPage::OpenedPage(const ConnectionProfile &profile)
    : m_connections(profile), m_page(m_connections, schemaOf(profile), m_memory)
{
    m_page.resize(1280, 800);
    m_page.show();
    await(u"the first rows"_s, [this] { return !model().isLoading() && model().rowCount() > 0; });
    rest();
}

TableSchema OpenedPage::schemaOf(const ConnectionProfile &profile)
{
    const auto session = Session::open(profile);
    const auto schema = session ? readTable(**session, {u"public"_s, u"players"_s})
                                : Result<TableSchema>(fail(session.error()));
    if (!schema)
        giveUp(schema.error().toText());
    return mergeDeclared(*schema);
}

void OpenedPage::await(const QString &what, const std::function<bool()> &isSo)
{
    QElapsedTimer clock;
    clock.start();
    QTimer ticks;  // for what sends no event of its own
    ticks.start(20);
    while (!isSo()) {
        if (clock.elapsed() > patienceMs)
            giveUp(u"Waited in vain: "_s + what);
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

void OpenedPage::rest()
{
    // Rows that came are painted, and what follows from them is asked for.
    constexpr int quietTurns = 4;
    for (int quiet = 0; quiet < quietTurns; ++quiet) {
        await(u"rest"_s, [&] {
            const bool moves = model().isLoading() || view().isWaiting();
            quiet = moves ? 0 : quiet;
            return !moves;
        });
        QCoreApplication::processEvents();
    }
}

qint64 OpenedPage::anyPosition()
{
    return QRandomGenerator::global()->bounded(model().totalRows() - 2 * view().visibleRows());
}

OpenedPage::Jump OpenedPage::jump(qint64 position)
{
    if (model().totalRows() >= qint64(1) << 30)
        giveUp(u"The scroll bar has no step a row."_s);
    Jump jump;
    QElapsedTimer clock;
    QEventLoop loop;
    const auto milliseconds = [&clock] { return double(clock.nsecsElapsed()) / 1e6; };
    QObject::connect(&view(), &TableView::topChanged, &loop, [&] {
        if (!view().isWaiting() && jump.rowsThere == 0) {
            jump.rowsThere = milliseconds();
            // Behind the update that was asked for just now.
            QCoreApplication::postEvent(&loop, new QEvent(QEvent::Quit), Qt::LowEventPriority - 1);
        }
    });
    clock.start();
    bar().setValue(int(position));
    loop.exec();
    jump.painted = milliseconds();
    return jump;
}

}  // namespace roster::bench
