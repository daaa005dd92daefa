// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seeders/seedpreviewdialog.h"

#include "ui/charts/chartcanvas.h"
#include "ui/charts/chartplugin.h"
#include "ui/common/flowlayout.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/seeders/seedcharts.h"
#include "ui/seeders/seedtext.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int widthInEms = 62;
constexpr int heightInLines = 40;
constexpr int chartWidthInEms = 19;
constexpr int chartHeightInLines = 9;
constexpr int widestColumnInEms = 20;

QTableWidgetItem *itemOf(const SqlValue &value, const ColumnSchema &column, const QFont &font)
{
    auto *item = new QTableWidgetItem(value ? QString::fromUtf8(*value) : u"NULL"_s);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    if (!value) {
        QFont italic = font;
        italic.setItalic(true);
        item->setFont(italic);
        item->setForeground(Theme::dimmed());
    }
    const bool isNumber = column.kind == TypeKind::Integer || column.kind == TypeKind::Float
                       || column.kind == TypeKind::Numeric;
    item->setTextAlignment((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return item;
}

}  // namespace

SeedPreviewDialog::SeedPreviewDialog(const QString &title, const SeedPreview &preview,
                                     QWidget *parent)
    : QDialog(parent), m_run(new QPushButton(themedIcon(u"seed"_s), tr("&Run"), this))
{
    setObjectName(u"seedPreview"_s);
    setWindowTitle(tr("Preview: %1").arg(title));
    setSizeGripEnabled(true);
    auto *what = new QLabel(
        tr("The first %1 of %2 rows. Nothing has been written.")
            .arg(QLocale().toString(preview.rows.size()), QLocale().toString(preview.total)),
        this);
    what->setObjectName(u"previewSummary"_s);
    what->setWordWrap(true);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(rows(preview));
    splitter->addWidget(histograms(preview));
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_run->setObjectName(u"previewRun"_s);
    buttons->addButton(m_run, QDialogButtonBox::ActionRole);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_run, &QPushButton::clicked, this, [this] {
        Q_EMIT runRequested();
        accept();
    });
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(what);
    layout->addWidget(splitter, 1);
    layout->addWidget(buttons);
    const QSize wanted(fontMetrics().horizontalAdvance(u'm') * widthInEms,
                       fontMetrics().lineSpacing() * heightInLines);
    resize(parent ? wanted.boundedTo(parent->window()->size()) : wanted);
}

void SeedPreviewDialog::setRunnable(bool runnable)
{
    m_run->setEnabled(runnable);
}

QWidget *SeedPreviewDialog::rows(const SeedPreview &preview)
{
    auto *table = new QTableWidget(int(preview.rows.size()), int(preview.columns.size()), this);
    table->setObjectName(u"previewRows"_s);
    table->setAccessibleName(tr("The first rows"));
    table->setAlternatingRowColors(true);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() * 3 / 2);
    QStringList names;
    for (const ColumnSchema &column : preview.columns)
        names << column.name;
    table->setHorizontalHeaderLabels(names);
    for (int row = 0; row < table->rowCount(); ++row) {
        for (int column = 0; column < table->columnCount(); ++column) {
            table->setItem(
                row, column,
                itemOf(preview.rows.at(row).at(column), preview.columns.at(column), table->font()));
        }
    }
    const int widest = fontMetrics().horizontalAdvance(u'm') * widestColumnInEms;
    table->horizontalHeader()->setMaximumSectionSize(widest);
    table->resizeColumnsToContents();
    table->horizontalHeader()->setMaximumSectionSize(-1);
    return table;
}

QWidget *SeedPreviewDialog::histograms(const SeedPreview &preview)
{
    auto *area = new QScrollArea(this);
    area->setObjectName(u"previewCharts"_s);
    area->setAccessibleName(tr("How the values spread"));
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *inner = new QWidget(area);
    auto *column = new QVBoxLayout(inner);
    auto *note = new QLabel(tr("How the values spread, by %Ln row(s) from all over:", nullptr,
                               pluralOf(preview.sampled)),
                            inner);
    note->setWordWrap(true);
    column->addWidget(note);
    auto *charts = new QWidget(inner);
    auto *flow = new FlowLayout(charts);
    flow->setSpacing(fontMetrics().height() / 2);
    for (const SeedHistogram &each : preview.histograms) {
        if (!each.bars.isEmpty() || each.nulls > 0)
            flow->addWidget(histogram(each));
    }
    column->addWidget(charts);
    column->addStretch(1);
    area->setWidget(inner);
    return area;
}

QWidget *SeedPreviewDialog::histogram(const SeedHistogram &histogram)
{
    auto *box = new QWidget(this);
    box->setFixedWidth(fontMetrics().horizontalAdvance(u'm') * chartWidthInEms);
    auto *title = new QLabel(histogram.column, box);
    title->setTextFormat(Qt::PlainText);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(title);
    const Result<ChartCanvas *> canvas = makeChartCanvas(box);
    if (!canvas) {
        // The numbers tell the same.
        auto *text = new QLabel(chartText(histogram), box);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        layout->addWidget(text);
        return box;
    }
    (*canvas)->setObjectName(u"histogram_"_s + histogram.column);
    (*canvas)->setCompact(true);
    (*canvas)->setData(chartOf(histogram));
    (*canvas)->setFixedHeight(fontMetrics().lineSpacing() * chartHeightInLines);
    (*canvas)->setAccessibleName(tr("Histogram of %1").arg(histogram.column));
    (*canvas)->setAccessibleDescription(chartText(histogram));
    layout->addWidget(*canvas);
    return box;
}

}  // namespace roster
