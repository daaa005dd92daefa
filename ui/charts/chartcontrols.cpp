// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartcontrols.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int mostBars = 400;

/// What the rows of the unit's list mean.
enum class Unit { None, Period, TextBy, Form };

Unit unitOf(const ColumnSchema *column, bool hasOther)
{
    if (hasOther)
        return Unit::Form;
    if (!column)
        return Unit::None;
    switch (column->kind) {
    case TypeKind::Timestamp:
    case TypeKind::TimestampTz:
    case TypeKind::Date:
        return Unit::Period;
    case TypeKind::Text:
        return Unit::TextBy;
    default:
        return Unit::None;
    }
}

}  // namespace

ChartControls::ChartControls(QWidget *parent)
    : QWidget(parent),
      m_table(combo(u"chartTable"_s, tr("Table"))),
      m_column(combo(u"chartColumn"_s, tr("Column"))),
      m_other(combo(u"chartOther"_s, tr("A second column, along the vertical axis"))),
      m_unit(combo(u"chartUnit"_s, tr("Cut into"))),
      m_bins(new QSpinBox(this)),
      m_whole(new QCheckBox(tr("Whole range"), this)),
      m_follow(new QCheckBox(tr("Only the grid's rows"), this))
{
    m_bins->setObjectName(u"chartBins"_s);
    m_bins->setAccessibleName(tr("Greatest number of bars"));
    m_bins->setToolTip(m_bins->accessibleName());
    m_bins->setRange(0, mostBars);
    m_bins->setSpecialValueText(tr("as fits"));
    m_bins->setKeyboardTracking(false);
    m_whole->setObjectName(u"chartWhole"_s);
    m_whole->setToolTip(tr("From the least to the greatest value, also where a few of them lie so "
                           "far out that they flatten the rest"));
    m_follow->setObjectName(u"chartFollow"_s);
    m_follow->setToolTip(tr("Counts only what the filters of the table's own page let through"));
    m_follow->setChecked(true);

    // Not one grid: what the switches of the second line need would make the last list above them
    // wide, and the others narrow.
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto add = [this](QHBoxLayout *line, const QString &text, QWidget *widget, int stretch) {
        auto *label = new QLabel(text, this);
        label->setBuddy(widget);
        line->addWidget(label);
        line->addWidget(widget, stretch);
        return label;
    };
    auto *what = new QHBoxLayout;
    QLabel *first = add(what, tr("Table"), m_table, 1);
    add(what, tr("Column"), m_column, 1);
    add(what, tr("against"), m_other, 1);
    layout->addLayout(what);
    m_firstLine = what;
    auto *how = new QHBoxLayout;
    QLabel *second = add(how, tr("Cut into"), m_unit, 0);
    add(how, tr("Bars"), m_bins, 0);
    how->addWidget(m_whole);
    how->addWidget(m_follow);
    how->addStretch(1);
    layout->addLayout(how);
    const int widest = std::max(first->sizeHint().width(), second->sizeHint().width());
    first->setMinimumWidth(widest);
    second->setMinimumWidth(widest);
    m_unit->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    m_unit->setSizeAdjustPolicy(QComboBox::AdjustToContents);

    connect(m_table, &QComboBox::activated, this, [this] { Q_EMIT tableChosen(table()); });
    connect(m_column, &QComboBox::currentIndexChanged, this, &ChartControls::onColumnChosen);
    connect(m_other, &QComboBox::currentIndexChanged, this, &ChartControls::onColumnChosen);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &ChartControls::changed);
    connect(m_bins, &QSpinBox::valueChanged, this, &ChartControls::changed);
    connect(m_whole, &QCheckBox::toggled, this, &ChartControls::changed);
    connect(m_follow, &QCheckBox::toggled, this, &ChartControls::changed);
}

void ChartControls::addButton(QWidget *button)
{
    m_firstLine->addWidget(button);
}

QComboBox *ChartControls::combo(const QString &objectName, const QString &label)
{
    auto *result = new QComboBox(this);
    result->setObjectName(objectName);
    result->setAccessibleName(label);
    result->setToolTip(label);
    result->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    result->setMinimumWidth(fontMetrics().horizontalAdvance(u'm') * 6);
    return result;
}

void ChartControls::setTables(const QList<TableName> &tables, const QStringList &titles)
{
    const TableName before = table();
    const QSignalBlocker blocker(m_table);
    m_tables = tables;
    m_table->clear();
    m_table->addItems(titles);
    m_table->setCurrentIndex(int(m_tables.indexOf(before)));
}

bool ChartControls::setTable(const TableName &table)
{
    const QSignalBlocker blocker(m_table);
    m_table->setCurrentIndex(int(m_tables.indexOf(table)));
    return m_table->currentIndex() >= 0;
}

TableName ChartControls::table() const
{
    return m_tables.value(m_table->currentIndex());
}

void ChartControls::setSchema(const TableSchema &schema)
{
    m_schema = schema;
    fillColumns(m_column, false);
    fillColumns(m_other, true);
    fillUnits();
}

/// What cannot be charted is listed, too, so that nobody looks for it, and says why.
void ChartControls::fillColumns(QComboBox *combo, bool other)
{
    const QString before = combo->currentData().toString();
    const QSignalBlocker blocker(combo);
    combo->clear();
    if (other)
        combo->addItem(tr("(nothing)"), QString());
    int usual = -1;
    bool isUsualScale = false;
    for (const ColumnSchema &column : std::as_const(m_schema.columns)) {
        QString why = whyUnchartable(column);
        if (why.isEmpty() && other && !hasScale(column))
            why = tr("Only numbers and times can be charted against each other.");
        combo->addItem(column.name, column.name);
        const int index = combo->count() - 1;
        combo->setItemData(index, why.isEmpty() ? column.type : why, Qt::ToolTipRole);
        if (!why.isEmpty()) {
            auto *items = qobject_cast<QStandardItemModel *>(combo->model());
            items->item(index)->setEnabled(false);
            continue;
        }
        // A key says little: numbers that mean something come first.
        const bool isScale = hasScale(column) && !m_schema.primaryKey.contains(column.name);
        if (!other && (usual < 0 || (isScale && !isUsualScale))) {
            usual = index;
            isUsualScale = isScale;
        }
    }
    const int found = before.isEmpty() ? -1 : combo->findData(before);
    combo->setCurrentIndex(found >= 0 ? found : other ? 0 : usual);
}

void ChartControls::fillUnits()
{
    const QSignalBlocker blocker(m_unit);
    const ColumnSchema *column = m_schema.column(m_column->currentData().toString());
    const bool hasOther = !m_other->currentData().toString().isEmpty();
    const QVariant before = m_unit->currentData();
    m_unit->clear();
    switch (unitOf(column, hasOther)) {
    case Unit::Period:
        for (const auto &[text, period] : {std::pair(tr("as fits"), ChartRequest::Period::Auto),
                                           std::pair(tr("hours"), ChartRequest::Period::Hour),
                                           std::pair(tr("days"), ChartRequest::Period::Day),
                                           std::pair(tr("weeks"), ChartRequest::Period::Week),
                                           std::pair(tr("months"), ChartRequest::Period::Month),
                                           std::pair(tr("years"), ChartRequest::Period::Year)})
            m_unit->addItem(text, int(period));
        break;
    case Unit::TextBy:
        m_unit->addItem(tr("first letters"), int(ChartRequest::TextBy::FirstLetter));
        m_unit->addItem(tr("values"), int(ChartRequest::TextBy::Value));
        break;
    case Unit::Form:
        m_unit->addItem(tr("as fits"), int(ChartRequest::Form::Auto));
        m_unit->addItem(tr("density of all rows"), int(ChartRequest::Form::Density));
        m_unit->addItem(tr("points of a sample"), int(ChartRequest::Form::Points));
        break;
    case Unit::None:
        m_unit->addItem(tr("as fits"), 0);
        break;
    }
    m_unit->setEnabled(m_unit->count() > 1);
    m_unit->setCurrentIndex(std::max(0, m_unit->findData(before)));
    m_bins->setEnabled(!hasOther);
}

void ChartControls::onColumnChosen()
{
    fillUnits();
    Q_EMIT changed();
}

ChartRequest ChartControls::request() const
{
    ChartRequest request;
    request.column = m_column->currentData().toString();
    request.other = m_other->currentData().toString();
    request.bins = m_bins->value();
    request.wholeRange = m_whole->isChecked();
    const int unit = m_unit->currentData().toInt();
    switch (unitOf(m_schema.column(request.column), !request.other.isEmpty())) {
    case Unit::Period:
        request.period = ChartRequest::Period(unit);
        break;
    case Unit::TextBy:
        request.textBy = ChartRequest::TextBy(unit);
        break;
    case Unit::Form:
        request.form = ChartRequest::Form(unit);
        break;
    case Unit::None:
        break;
    }
    return request;
}

bool ChartControls::followsGrid() const
{
    return m_follow->isChecked();
}

}  // namespace roster
