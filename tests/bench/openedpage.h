// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BENCH_OPENEDPAGE_H
#define ROSTER_BENCH_OPENEDPAGE_H

#include "models/database/connections.h"
#include "models/views/tablemodel.h"
#include "tests/bench/context.h"
#include "ui/common/pagememory.h"
#include "ui/players/positionbar.h"
#include "ui/players/tablepage.h"
#include "ui/players/tableview.h"

#include <functional>

namespace roster::bench {

/// A page that is as on its first day, each time.
class NoMemory : public PageMemory
{
public:
    QVariantMap load(const QString &) const override { return {}; }
    void save(const QString &, const QVariantMap &) override {}
};

/// The Players page over a table, shown, its first rows there; moved as a hand would move it.
class OpenedPage
{
public:
    explicit OpenedPage(const ConnectionProfile &profile);

    static TableSchema schemaOf(const ConnectionProfile &profile);

    TableModel &model() { return m_page.model(); }
    TableView &view() { return *m_page.findChild<TableView *>(); }
    PositionBar &bar() { return *view().positionBar(); }

    /// Milliseconds from a move of the scroll bar.
    struct Jump
    {
        double rowsThere = 0;  ///< the rows of that place are in the view
        double painted = 0;    ///< and on the screen
    };
    Jump jump(qint64 position);
    qint64 anyPosition();
    /// Until nothing is on its way and all is painted.
    void rest();
    /// Handles events until it is so; gives up after two minutes.
    void await(const QString &what, const std::function<bool()> &isSo);

private:
    NoMemory m_memory;
    Connections m_connections;
    TablePage m_page;
};

}  // namespace roster::bench

#endif
