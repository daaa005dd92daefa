// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/players/tablepageprivate.h"

#include "ui/common/commandtext.h"
#include "ui/common/errorbar.h"
#include "ui/common/icons.h"
#include "ui/common/pagememory.h"
#include "ui/common/theme.h"
#include "ui/players/columnheader.h"
#include "ui/players/filterrow.h"
#include "ui/players/findbar.h"
#include "ui/players/positionbar.h"

#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QStyle>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int slowAfterMs = 300;
}

TablePage::Private::Private(TablePage &owner, Connections &connections, PageMemory &storage)
    : page(owner),
      memory(storage),
      model(connections),
      actions(&owner),
      m_profile(connections.profile()),
      m_errors(new ErrorBar(&owner)),
      m_readOnly(new QLabel(&owner)),
      m_filterBar(new FilterBar(&owner)),
      m_view(new TableView(model, &owner)),
      m_empty(new NoRowsPanel(m_view->viewport())),
      m_find(new FindBar(actions.findNext, actions.findPrevious, &owner)),
      m_footer(new PageFooter(actions, &owner)),
      m_columns(new ColumnMemory(*m_view)),
      m_clipboard(new GridClipboard(model, *m_view)),
      m_editing(new GridEditing(model, *m_view)),
      m_undo(new StagedUndo(model, &owner))
{
    m_slow.setSingleShot(true);
    m_slow.setInterval(slowAfterMs);
    layOut();
    connectModel();
    connectQuery();
    connectEditing();
    connectKept();
    connectTools();
    connectMenus();
    connectFind();
    connect(&connections, &Connections::connected, &owner, [this] {
        if (!m_lostSaid.isEmpty() && m_errors->message() == m_lostSaid)
            m_errors->clear();
        m_lostSaid.clear();
    });
    updateActions();
}

void TablePage::Private::layOut()
{
    m_readOnly->setObjectName(u"readOnlyBadge"_s);
    m_readOnly->setTextFormat(Qt::PlainText);
    m_readOnly->setWordWrap(true);
    m_readOnly->setAutoFillBackground(true);
    m_readOnly->setMargin(m_readOnly->fontMetrics().height() / 4);
    m_readOnly->hide();

    auto *layout = new QVBoxLayout(&page);
    layout->setSpacing(page.style()->pixelMetric(QStyle::PM_LayoutVerticalSpacing) / 2 + 1);
    const int air = page.fontMetrics().averageCharWidth();
    layout->setContentsMargins(air, air / 2, air, air / 2);
    layout->addWidget(m_errors);
    layout->addWidget(m_readOnly);
    layout->addWidget(toolBar());
    layout->addWidget(m_filterBar);
    layout->addWidget(grid(), 1);
    layout->addWidget(m_find);
    layout->addWidget(m_footer);
    page.setFocusProxy(m_view);
}

QWidget *TablePage::Private::grid()
{
    auto *frame = new QFrame(&page);
    frame->setFrameShape(QFrame::StyledPanel);
    auto *layout = new QHBoxLayout(frame);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_view->positionBar());
    return frame;
}

QToolBar *TablePage::Private::toolBar()
{
    auto *bar = new QToolBar(&page);
    bar->setObjectName(u"tableToolBar"_s);
    bar->setAccessibleName(TablePage::tr("Table"));
    bar->setMovable(false);
    const int side = page.style()->pixelMetric(QStyle::PM_SmallIconSize);
    bar->setIconSize({side, side});
    bar->addActions({actions.refresh, actions.stop});
    bar->addSeparator();
    bar->addActions({actions.add, actions.duplicate, actions.remove});
    bar->addSeparator();
    bar->addActions({actions.setNull, actions.largeEditor});
    bar->addSeparator();
    bar->addActions({actions.undo, actions.redo, actions.revert});
    bar->addSeparator();
    bar->addActions({actions.filter, actions.goToRow});
    const auto menuButton = [this, bar](const QString &name, const QString &text,
                                        const QString &icon) {
        auto *button = new QToolButton(bar);
        button->setObjectName(name);
        button->setText(text);
        button->setToolTip(text);
        button->setAccessibleName(text);
        button->setIcon(themedIcon(icon));
        button->setPopupMode(QToolButton::InstantPopup);
        button->setMenu(new QMenu(button));
        bar->addWidget(button);
        return button->menu();
    };
    QMenu *columns = menuButton(u"columnsButton"_s, TablePage::tr("Columns"), u"columns"_s);
    connect(columns, &QMenu::aboutToShow, &page, [this, columns] {
        columns->clear();
        m_columns->fillMenu(*columns);
        columns->addSeparator();
        columns->addAction(actions.resetColumns);
    });
    QMenu *copy = menuButton(u"copyButton"_s, TablePage::tr("Copy"), u"copy"_s);
    copy->addActions({actions.copy, actions.copyWithHeader, actions.copyCsv, actions.copyJson,
                      actions.copyInsert});
    copy->addSeparator();
    copy->addAction(actions.copyCommand);
    actions.stop->setVisible(false);
    return bar;
}

QString TablePage::Private::memoryKey() const
{
    const TableName &name = model.schema().name;
    return u"table/%1.%2"_s.arg(name.schema, name.name);
}

void TablePage::Private::openTable(const TableSchema &schema)
{
    if (!m_remembered.isEmpty() || m_hasRows)
        remember();
    m_hasRows = false;
    m_hasFailed = false;
    m_isFitted = false;
    m_errors->clear();
    m_asked = {};
    m_remembered = memory.load(u"table/%1.%2"_s.arg(schema.name.schema, schema.name.name));
    const QVariantList sort = m_remembered.value(u"sort"_s).toList();
    for (const QVariant &entry : sort) {
        const QVariantMap map = entry.toMap();
        const QString column = map.value(u"column"_s).toString();
        if (schema.indexOf(column) >= 0)
            m_asked.order << SortColumn{column, map.value(u"descending"_s).toBool()
                                                    ? Qt::DescendingOrder
                                                    : Qt::AscendingOrder};
    }
    m_asked = remembered(m_asked, schema);
    m_filterBar->setSaved(m_remembered.value(u"filters"_s).toMap());
    m_laidOut = schema.columns;
    model.keepEditsIn(memory.folder(u"edits"_s));
    keepHistory();
    model.open(schema, m_asked);
    m_view->restart();
    layOutColumns();
    m_filterBar->setTexts(m_asked.anyColumn, m_asked.where);
    m_view->columnHeader().filterRow().setFilters(m_asked.filters);
    m_view->setAccessibleName(TablePage::tr("Rows of %1").arg(schema.name.name));
    page.setAccessibleName(schema.name.name);
    showQuery();
    updateActions();
    showFooter();
    showEmptyState();
}

/// What the rows were limited to when the table was last open, as far as its columns still are.
TableQuery TablePage::Private::remembered(const TableQuery &order, const TableSchema &schema) const
{
    TableQuery query = FilterBar::fromMap(m_remembered.value(u"query"_s).toMap());
    query.filters.removeIf([&schema](const std::pair<const QString &, QString &> &filter) {
        return schema.indexOf(filter.first) < 0;
    });
    query.order = order.order;
    return query;
}

void TablePage::Private::layOutColumns()
{
    m_laidOut = model.schema().columns;
    m_view->setSchema(model.schema());
    m_columns->apply(model.schema(), m_remembered.value(u"columns"_s).toMap());
}

void TablePage::Private::remember()
{
    if (model.schema().name.name.isEmpty())
        return;
    QVariantList sort;
    for (const SortColumn &column : std::as_const(m_asked.order))
        sort << QVariantMap{{u"column"_s, column.column},
                            {u"descending"_s, column.order == Qt::DescendingOrder}};
    const QVariantMap now{{u"columns"_s, m_columns->state()},
                          {u"filters"_s, m_filterBar->saved()},
                          {u"query"_s, FilterBar::toMap(m_asked)},
                          {u"sort"_s, sort}};
    if (now == m_remembered)
        return;
    m_remembered = now;
    memory.save(memoryKey(), now);
}

void TablePage::Private::recolour()
{
    updateActions();
    showQuery();
    m_find->setNote({}, false);
}

/// What writes the rows of the page on the command line.
QString TablePage::Private::command(const QStringList &more) const
{
    return rowsCommand(m_profile, model.schema().name, m_asked, more);
}

void TablePage::Private::say(const QString &text)
{
    Q_EMIT page.statusMessage(text);
}

void TablePage::Private::connectTools()
{
    connect(actions.refresh, &QAction::triggered, &page, &TablePage::refresh);
    connect(actions.stop, &QAction::triggered, &page, [this] { model.cancel(); });
    connect(actions.goToRow, &QAction::triggered, &page, [this] { askKey(); });
    connect(actions.count, &QAction::triggered, &page, [this] {
        m_isCounting = true;
        model.countExactly();
        m_slow.start();
        showFooter();
    });
    connect(actions.resetColumns, &QAction::triggered, m_columns, &ColumnMemory::reset);
    connect(actions.selectAll, &QAction::triggered, m_view, &TableView::selectAll);
    using Kind = RowFormat::Kind;
    const QList<std::pair<QAction *, Kind>> copies = {{actions.copy, Kind::Tsv},
                                                      {actions.copyWithHeader, Kind::TsvWithHeader},
                                                      {actions.copyCsv, Kind::Csv},
                                                      {actions.copyJson, Kind::Json},
                                                      {actions.copyInsert, Kind::Insert}};
    for (const auto &[action, kind] : copies)
        connect(action, &QAction::triggered, m_clipboard,
                [this, kind = kind] { m_clipboard->copy(kind); });
    connect(m_clipboard, &GridClipboard::copied, &page, [this](qint64 rows) {
        withdraw(m_copyComplaint);
        say(TablePage::tr("%n row(s) copied", nullptr, int(rows)));
    });
    connect(m_clipboard, &GridClipboard::failed, &page, [this](const Error &error) {
        Error shown = error;
        if (error.kind == Error::Kind::Refused)
            shown.detail = command({u"--format"_s, u"csv"_s}) + u" > rows.csv"_s;
        complain(shown, m_copyComplaint);
    });
    connect(actions.copyCommand, &QAction::triggered, &page, [this] {
        const QString line = command({});
        QGuiApplication::clipboard()->setText(line);
        say(TablePage::tr("Copied: %1").arg(line));
    });
    connect(m_columns, &ColumnMemory::changed, &page, [this] { remember(); });
    connect(m_filterBar, &FilterBar::savedChanged, &page, [this] { remember(); });
}

void TablePage::Private::connectMenus()
{
    connect(&m_view->columnHeader(), &QWidget::customContextMenuRequested, &page,
            [this](const QPoint &at) { popUpHeaderMenu(at); });
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, &page,
            [this](const QPoint &at) { popUpCellMenu(at); });
}

void TablePage::Private::popUpHeaderMenu(const QPoint &at)
{
    ColumnHeader &header = m_view->columnHeader();
    const int column = header.logicalIndexAt(at);
    auto *menu = new QMenu(&page);
    menu->setObjectName(u"headerMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (column >= 0) {
        const QString name = model.schema().columns.at(column).name;
        const auto sort = [this, name](Qt::SortOrder order) {
            TableQuery query = m_asked;
            query.order = {{name, order}};
            ask(query);
        };
        menu->addAction(TablePage::tr("Sort &ascending"), &page,
                        [sort] { sort(Qt::AscendingOrder); });
        menu->addAction(TablePage::tr("Sort &descending"), &page,
                        [sort] { sort(Qt::DescendingOrder); });
        menu->addAction(TablePage::tr("&Filter this column"), &page,
                        [this, column] { m_view->columnHeader().filterRow().focusColumn(column); });
        menu->addSeparator();
    }
    QAction *standard = menu->addAction(TablePage::tr("Default &order"), &page, [this] {
        TableQuery query = m_asked;
        query.order.clear();
        ask(query);
    });
    standard->setEnabled(!m_asked.order.isEmpty());
    menu->addSeparator();
    m_columns->fillMenu(*menu, column);
    menu->addSeparator();
    menu->addAction(actions.resetColumns);
    menu->popup(header.mapToGlobal(at));
}

void TablePage::Private::popUpCellMenu(const QPoint &at)
{
    auto *menu = new QMenu(&page);
    menu->setObjectName(u"cellMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({actions.copy, actions.copyWithHeader, actions.copyCsv, actions.copyJson,
                      actions.copyInsert, actions.paste, actions.pasteAsRows, actions.fillDown});
    menu->addSeparator();
    menu->addActions({actions.largeEditor, actions.setNull, actions.setValues, actions.revert});
    menu->addSeparator();
    menu->addActions({actions.add, actions.duplicate, actions.remove});
    menu->addSeparator();
    menu->addActions({actions.undo, actions.redo, actions.rowHistory});
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

}  // namespace roster
