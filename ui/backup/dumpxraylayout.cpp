// SPDX-License-Identifier: GPL-3.0-or-later
// DumpXray: its widgets.
#include "models/views/dumprowsmodel.h"
#include "ui/backup/dumpxray.h"
#include "ui/common/errorbar.h"
#include "ui/common/flowlayout.h"
#include "ui/common/icons.h"
#include "ui/common/pagekeys.h"
#include "ui/common/tablelist.h"
#include "ui/common/theme.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTableWidget>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr std::chrono::milliseconds findAfter(400);  // a search reads the dump anew

/// NULL is not the text NULL.
class NullDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (!index.data(DumpRowsModel::IsNullRole).toBool())
            return;
        option->font.setItalic(true);
        if (!(option->state & QStyle::State_Selected))
            option->palette.setColor(QPalette::Text, Theme::dimmed());
    }
};

}  // namespace

DumpXray::DumpXray(QWidget *parent)
    : QWidget(parent),
      m_reading(new DumpReading(this)),
      m_model(new DumpRowsModel(this)),
      m_errorBar(new ErrorBar(this)),
      m_databases(new QComboBox(this)),
      m_tables(new QTableWidget(this)),
      m_find(new QLineEdit(this)),
      m_grid(new QTableView(this)),
      m_state(new QLabel(this)),
      m_progress(new QProgressBar(this)),
      m_stop(new QPushButton(themedIcon(u"stop"_s), tr("&Stop"), this)),
      m_rescue(new QPushButton(themedIcon(u"undo"_s), tr("&Compare with the live rows…"), this))
{
    setObjectName(u"dumpXray"_s);
    m_errorBar->setObjectName(u"xrayError"_s);
    auto *splitter = new QSplitter(this);
    splitter->addWidget(buildTables());
    splitter->addWidget(buildRows());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 3);
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_errorBar);
    layout->addWidget(splitter, 1);
    layout->addWidget(buildFoot());
    connect(m_reading, &DumpReading::rowsRead, this, &DumpXray::onRows);
    connect(m_reading, &DumpReading::failed, this, &DumpXray::onFailed);
    connect(m_reading, &DumpReading::progressed, this, &DumpXray::showState);
    connect(m_reading, &DumpReading::readingChanged, this, &DumpXray::showState);
    connect(m_model, &DumpRowsModel::moreWanted, m_reading, &DumpReading::more);
    addPageKeys(
        *this, [this] { m_contents.file ? showRows() : readContents(); }, [this] { stop(); });
    setFocusProxy(m_tables);
    showState();
}

QWidget *DumpXray::buildTables()
{
    m_tables->setObjectName(u"xrayTables"_s);
    m_tables->setAccessibleName(tr("Tables of the backup"));
    m_tables->setColumnCount(2);
    m_tables->setHorizontalHeaderLabels({tr("Table"), tr("Rows")});
    m_tables->setEditTriggers(QAbstractItemView::NoEditTriggers);
    makeTableList(*m_tables);
    m_tables->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tables->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    connect(m_tables, &QTableWidget::currentCellChanged, this,
            [this](int row, int, int before, int) {
                if (row >= 0 && row != before)
                    showRows();
            });
    m_databases->setObjectName(u"xrayDatabases"_s);
    m_databases->setAccessibleName(tr("Database of the cluster dump"));
    m_databases->hide();
    connect(m_databases, &QComboBox::activated, this, [this] {
        m_database = m_databases->currentText();
        readContents();
    });
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_databases);
    layout->addWidget(m_tables, 1);
    return page;
}

QWidget *DumpXray::buildRows()
{
    m_find->setObjectName(u"xrayFind"_s);
    m_find->setAccessibleName(tr("Find rows of the backup"));
    m_find->setPlaceholderText(tr("Find in any column (=text: exactly)"));
    m_find->setClearButtonEnabled(true);
    m_find->addAction(themedIcon(u"search"_s), QLineEdit::LeadingPosition);
    m_findSoon.setSingleShot(true);
    m_findSoon.setInterval(findAfter);
    connect(&m_findSoon, &QTimer::timeout, this, &DumpXray::showRows);
    connect(m_find, &QLineEdit::textChanged, &m_findSoon, qOverload<>(&QTimer::start));
    connect(m_find, &QLineEdit::returnPressed, this, &DumpXray::showRows);
    m_grid->setObjectName(u"xrayRows"_s);
    m_grid->setAccessibleName(tr("Rows of the backup"));
    m_grid->setModel(m_model);
    m_grid->setItemDelegate(new NullDelegate(m_grid));
    m_grid->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_grid->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_grid->setWordWrap(false);
    m_grid->setTabKeyNavigation(false);
    m_grid->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_grid->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() * 3 / 2);
    m_grid->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_grid->horizontalHeader()->setSectionsMovable(true);
    connect(m_grid->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &DumpXray::showState);
    connect(m_model, &QAbstractItemModel::modelReset, this, &DumpXray::showState);
    auto *copying = new QAction(tr("Copy"), m_grid);
    copying->setObjectName(u"xrayCopy"_s);
    copying->setShortcut(QKeySequence::Copy);
    copying->setShortcutContext(Qt::WidgetShortcut);
    connect(copying, &QAction::triggered, this, &DumpXray::copy);
    m_grid->addAction(copying);
    m_grid->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *finding = new QAction(this);
    finding->setShortcut(QKeySequence::Find);
    finding->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(finding, &QAction::triggered, m_find, [this] { m_find->setFocus(); });
    addAction(finding);
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 4, 4, 0);
    layout->setSpacing(4);
    layout->addWidget(m_find);
    layout->addWidget(m_grid, 1);
    return page;
}

QWidget *DumpXray::buildFoot()
{
    m_state->setObjectName(u"xrayState"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_progress->setObjectName(u"xrayProgress"_s);
    m_progress->setAccessibleName(tr("How far it is"));
    m_progress->setTextVisible(false);
    m_stop->setObjectName(u"xrayStop"_s);
    connect(m_stop, &QPushButton::clicked, this, &DumpXray::stop);
    m_rescue->setObjectName(u"xrayRescue"_s);
    m_rescue->setToolTip(tr("What the selected rows hold that the open database does not"));
    connect(m_rescue, &QPushButton::clicked, this, &DumpXray::rescue);
    auto *foot = new QWidget(this);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->addWidget(m_state, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_stop);
    layout->addWidget(m_rescue);
    return foot;
}

}  // namespace roster
