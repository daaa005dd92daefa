// SPDX-License-Identifier: GPL-3.0-or-later
// ChartPage: its widgets, and what becomes of a chart outside of it.
#include "models/charts/charttable.h"
#include "models/database/connections.h"
#include "models/views/charttablemodel.h"
#include "ui/charts/chartcanvas.h"
#include "ui/charts/chartcontrols.h"
#include "ui/charts/chartfiles.h"
#include "ui/charts/chartpage.h"
#include "ui/charts/chartplugin.h"
#include "ui/common/commandtext.h"
#include "ui/common/emptystate.h"
#include "ui/common/icons.h"
#include "ui/common/pagekeys.h"
#include "ui/common/tablelist.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int busyAfterMs = 300;

QToolButton *button(QWidget *parent, const QString &name, const QString &icon, const QString &text,
                    const QString &tip)
{
    auto *result = new QToolButton(parent);
    result->setObjectName(name);
    result->setIcon(themedIcon(icon));
    result->setText(text);
    result->setAccessibleName(text);
    result->setToolTip(tip);
    result->setAutoRaise(true);
    result->setFocusPolicy(Qt::StrongFocus);
    return result;
}

}  // namespace

ChartPage::ChartPage(Connections &connections, GridQuery gridQuery, QWidget *parent)
    : QWidget(parent),
      m_connections(connections),
      m_gridQuery(std::move(gridQuery)),
      m_controls(new ChartControls(this)),
      m_refresh(
          button(this, u"chartRefresh"_s, u"refresh"_s, tr("Refresh"), tr("Count again (F5)"))),
      m_stop(button(this, u"chartStop"_s, u"stop"_s, tr("Stop"), tr("Stop counting (Ctrl+.)"))),
      m_save(button(this, u"chartSave"_s, u"save"_s, tr("Save"),
                    tr("Save the chart as a picture or its numbers, or copy them"))),
      m_applied(new QLabel(this)),
      m_notes(new QLabel(this)),
      m_stack(new QStackedWidget(this)),
      m_state(new EmptyState(this)),
      m_splitter(new QSplitter(this)),
      m_table(new QTableView(this)),
      m_model(new ChartTableModel(this))
{
    setObjectName(u"chartPage"_s);
    layOut();
    fillSaveMenu();
    setFocusProxy(m_controls->findChild<QWidget *>(u"chartColumn"_s));
    m_stop->setEnabled(false);
    m_save->setEnabled(false);
    m_slow.setSingleShot(true);
    m_slow.setInterval(busyAfterMs);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        m_state->presentBusy(u"count"_s, tr("Counting the rows…"));
        m_state->addButton(u"stopChart"_s, tr("&Stop"), [this] { stop(); });
        m_stack->setCurrentWidget(m_state);
    });
    connect(m_controls, &ChartControls::changed, this, &ChartPage::onControls);
    connect(m_controls, &ChartControls::tableChosen, this, &ChartPage::open);
    connect(m_refresh, &QToolButton::clicked, this, &ChartPage::refresh);
    connect(m_stop, &QToolButton::clicked, this, &ChartPage::stop);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        const ChartTable::Row &row = m_model->rowAt(index.row());
        brush(row.bins, row.rows);
    });
    addPageKeys(*this, [this] { refresh(); }, [this] { stop(); });
}

void ChartPage::layOut()
{
    for (QLabel *label : {m_applied, m_notes}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setMinimumWidth(1);
    }
    m_applied->setObjectName(u"chartApplied"_s);
    m_notes->setObjectName(u"chartNotes"_s);

    m_table->setObjectName(u"chartTableView"_s);
    m_table->setAccessibleName(tr("The numbers of the chart"));
    m_table->setModel(m_model);
    makeTableList(*m_table);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_table->setTextElideMode(Qt::ElideMiddle);  // long numbers differ at their ends
    m_table->horizontalHeader()->setTextElideMode(Qt::ElideRight);
    m_table->setToolTip(tr("Enter or a double click shows the rows"));

    m_splitter->addWidget(m_table);
    m_splitter->setChildrenCollapsible(true);
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_splitter);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(toolRow());
    layout->addWidget(m_applied);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_notes);
}

/// Only when there is something to draw: a start with this page in a tab behind loads no plugin.
void ChartPage::ensureCanvas()
{
    if (m_splitter->count() > 1)
        return;
    if (const auto canvas = makeChartCanvas(m_splitter)) {
        m_canvas = *canvas;
        m_canvas->brushed = [this](ChartRange bins, ChartRange rows) { brush(bins, rows); };
        m_canvas->setToolTip(tr("Click a bar, or drag over several, to see their rows"));
        m_splitter->insertWidget(0, m_canvas);
        QWidget::setTabOrder(m_canvas, m_table);
    } else {
        auto *missing = new EmptyState(m_splitter);
        missing->setObjectName(u"chartMissing"_s);
        missing->present(u"warning"_s, canvas.error().message, canvas.error().hint);
        m_splitter->insertWidget(0, missing);
    }
    for (QAction *action : std::as_const(m_pictureActions))
        action->setEnabled(m_canvas);
    m_splitter->setCollapsible(0, false);
    m_splitter->setSizes({600, 280});
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 1);
}

QWidget *ChartPage::toolRow()
{
    for (QToolButton *each : {m_refresh, m_stop, m_save})
        m_controls->addButton(each);
    return m_controls;
}

void ChartPage::fillSaveMenu()
{
    auto *menu = new QMenu(m_save);
    const auto add = [this, menu](const QString &name, const QString &text, auto slot) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    const auto copied = [this](const QString &text) {
        QGuiApplication::clipboard()->setText(text);
        Q_EMIT statusMessage(tr("Copied"));
    };
    m_pictureActions << add(u"chartSavePng"_s, tr("Save as &PNG…"), [this] { askFile(u"png"_s); })
                     << add(u"chartSaveSvg"_s, tr("Save as S&VG…"), [this] { askFile(u"svg"_s); });
    add(u"chartSaveCsv"_s, tr("Save the numbers as &CSV…"), [this] { askFile(u"csv"_s); });
    menu->addSeparator();
    m_pictureActions << add(u"chartCopyPicture"_s, tr("Copy the pict&ure"), [this] {
        QGuiApplication::clipboard()->setImage(chartImage(*m_canvas));
        Q_EMIT statusMessage(tr("Copied"));
    });
    for (QAction *action : std::as_const(m_pictureActions))
        action->setEnabled(false);
    add(u"chartCopyNumbers"_s, tr("Copy the &numbers"),
        [this, copied] { copied(QString::fromUtf8(ChartTable(m_chart).csv())); });
    add(u"chartCopySql"_s, tr("Copy the S&QL that counted"),
        [this, copied] { copied(m_counts ? m_counts->statement : QString()); });
    add(u"chartCopyCommand"_s, tr("Copy as co&mmand"), [this, copied] { copied(commandLine()); });
    m_save->setMenu(menu);
    m_save->setPopupMode(QToolButton::InstantPopup);
}

void ChartPage::askFile(const QString &suffix)
{
    auto *dialog = new QFileDialog(this, tr("Save the chart"));
    dialog->setObjectName(u"chartFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(u"*."_s + suffix);
    QString name = m_chart.title;
    name.replace(u'/', u'-');
    dialog->selectFile(name + u'.' + suffix);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, suffix](const QString &path) { save(path, suffix); });
    dialog->open();
}

void ChartPage::save(const QString &path, const QString &suffix)
{
    if (m_chart.isEmpty())
        return;
    QByteArray bytes;
    if (suffix == "csv"_L1)
        bytes = ChartTable(m_chart).csv();
    else if (m_canvas)
        bytes = suffix == "svg"_L1 ? chartSvg(*m_canvas, m_chart.title) : chartPng(*m_canvas);
    const auto written = writeWhole(path, bytes);
    Q_EMIT statusMessage(written ? tr("Saved as %1").arg(path) : written.error().toText());
}

QString ChartPage::commandLine() const
{
    if (!m_schema)
        return {};
    QStringList words{u"roster"_s, u"chart"_s, m_schema->name.schema + u'.' + m_schema->name.name,
                      m_request.column};
    if (!m_request.other.isEmpty())
        words << m_request.other;
    words << databaseOptions(m_connections.profile());
    const QStringList periods{QString(), u"hour"_s, u"day"_s, u"week"_s, u"month"_s, u"year"_s};
    if (m_request.period != ChartRequest::Period::Auto)
        words << u"--by"_s << periods.value(int(m_request.period));
    if (m_request.textBy == ChartRequest::TextBy::Value)
        words << u"--by"_s << u"value"_s;
    if (m_request.bins > 0)
        words << u"--bins"_s << QString::number(m_request.bins);
    if (m_request.wholeRange)
        words << u"--whole-range"_s;
    const TableQuery &query = m_request.query;
    for (auto it = query.filters.cbegin(); it != query.filters.cend(); ++it)
        words << u"--filter"_s << it.key() + u'=' + it.value();
    if (!query.anyColumn.isEmpty())
        words << u"--search"_s << query.anyColumn;
    if (!query.where.trimmed().isEmpty())
        words << u"--where"_s << query.where;
    return shellLine(words);
}

/// The first column takes what the numbers beside it leave: a long heading hides none of them.
void ChartPage::fitTable()
{
    m_table->resizeColumnsToContents();
    QHeaderView *header = m_table->horizontalHeader();
    if (header->count() > 0)
        header->setSectionResizeMode(0, QHeaderView::Stretch);
}

}  // namespace roster
