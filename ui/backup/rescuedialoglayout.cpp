// SPDX-License-Identifier: GPL-3.0-or-later
// RescueDialog: its widgets.
#include "ui/backup/rescuedialog.h"
#include "ui/common/errorbar.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr std::chrono::milliseconds compareAfter(300);  // several fields are ticked in a row
}

RescueDialog::RescueDialog(Connections &connections, const QString &database,
                           const DumpExcerpt &excerpt, QWidget *parent)
    : QDialog(parent),
      m_connections(connections),
      m_excerpt(excerpt),
      m_errorBar(new ErrorBar(this)),
      m_text(new QLabel(this)),
      m_fields(new QListWidget(this)),
      m_filter(new QLineEdit(this)),
      m_onlyDifferent(new QCheckBox(tr("Only &different rows"), this)),
      m_rows(new QTreeWidget(this)),
      m_busy(new QProgressBar(this)),
      m_state(new QLabel(this)),
      m_stage(new QPushButton(this))
{
    setObjectName(u"rescueDialog"_s);
    setWindowTitle(tr("Rows of the backup and the live ones"));
    m_errorBar->setObjectName(u"rescueError"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setText(
        tr("%n row(s) of %1 in the backup, beside those of %2 by primary key. Nothing is "
           "written here: what you choose is staged on the table's page, to be reviewed "
           "and committed there.",
           nullptr, int(excerpt.rows.size()))
            .arg(excerpt.table.second, database));
    auto *splitter = new QSplitter(this);
    splitter->addWidget(buildFields());
    splitter->addWidget(buildRows());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 3);
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_errorBar);
    layout->addWidget(m_text);
    layout->addWidget(splitter, 1);
    layout->addWidget(buildFoot());
    resize(760, 520);
    readSchema();
}

QWidget *RescueDialog::buildFields()
{
    m_fields->setObjectName(u"rescueFields"_s);
    m_fields->setAccessibleName(tr("Fields to take back"));
    m_fields->setWordWrap(true);
    m_fields->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_compareSoon.setSingleShot(true);
    m_compareSoon.setInterval(compareAfter);
    connect(&m_compareSoon, &QTimer::timeout, this, &RescueDialog::compare);
    connect(m_fields, &QListWidget::itemChanged, this, [this] {
        if (!m_isFilling)
            m_compareSoon.start();
    });
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(tr("&Fields"), page);
    label->setBuddy(m_fields);
    layout->addWidget(label);
    layout->addWidget(m_fields, 1);
    return page;
}

QWidget *RescueDialog::buildRows()
{
    m_filter->setObjectName(u"rescueFilter"_s);
    m_filter->setAccessibleName(tr("Filter the rows"));
    m_filter->setPlaceholderText(tr("Filter: only rows that hold this are staged"));
    m_filter->setClearButtonEnabled(true);
    connect(m_filter, &QLineEdit::textChanged, this, &RescueDialog::filter);
    m_onlyDifferent->setObjectName(u"rescueOnlyDifferent"_s);
    m_onlyDifferent->setChecked(true);
    connect(m_onlyDifferent, &QCheckBox::toggled, this, &RescueDialog::filter);
    m_rows->setObjectName(u"rescueRows"_s);
    m_rows->setAccessibleName(tr("Differences"));
    m_rows->setHeaderLabels({tr("Row, field"), tr("Live"), tr("In the backup")});
    m_rows->setUniformRowHeights(true);
    m_rows->setTabKeyNavigation(false);
    m_rows->header()->setStretchLastSection(true);
    const int em = fontMetrics().horizontalAdvance(u'm');
    m_rows->header()->resizeSection(0, em * 11);
    m_rows->header()->resizeSection(1, em * 15);
    connect(m_rows, &QTreeWidget::itemChanged, this, [this] {
        if (!m_isFilling)
            showState();
    });
    auto *page = new QWidget(this);
    auto *head = new QHBoxLayout;
    head->addWidget(m_filter, 1);
    head->addWidget(m_onlyDifferent);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_rows, 1);
    return page;
}

QWidget *RescueDialog::buildFoot()
{
    m_state->setObjectName(u"rescueState"_s);
    m_state->setWordWrap(true);
    m_busy->setRange(0, 0);
    m_busy->setAccessibleName(tr("Comparing"));
    m_stage->setObjectName(u"rescueStage"_s);
    m_stage->setDefault(true);
    connect(m_stage, &QPushButton::clicked, this, &RescueDialog::stage);
    auto *close = new QPushButton(tr("&Close"), this);
    close->setObjectName(u"rescueClose"_s);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto *foot = new QWidget(this);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_state, 1);
    layout->addWidget(m_busy);
    layout->addWidget(close);
    layout->addWidget(m_stage);
    return foot;
}

}  // namespace roster
