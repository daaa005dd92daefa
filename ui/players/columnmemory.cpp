// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/players/columnmemory.h"

#include "ui/players/columnheader.h"
#include "ui/players/filterrow.h"
#include "ui/players/tableview.h"

#include <QMenu>
#include <QScopedValueRollback>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int restMs = 400;
constexpr int widestInCharacters = 42;
constexpr int rowsMeasured = 200;
/// So many of the longest: laying out every text takes longer than all else a first page needs.
constexpr qsizetype textsMeasured = 6;
}  // namespace

ColumnMemory::ColumnMemory(TableView &view)
    : QObject(&view), m_view(view), m_header(view.columnHeader())
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, &ColumnMemory::changed);
    connect(&m_header, &QHeaderView::sectionResized, this, [this](int column, int before, int now) {
        if (m_applying || before == 0 || now == 0 || column >= m_schema.columns.size())
            return;
        const QString name = m_schema.columns.at(column).name;
        if (!m_sized.contains(name))
            m_sized << name;
        m_rest.start();
    });
    connect(&m_header, &QHeaderView::sectionMoved, this, [this] {
        if (!m_applying)
            m_rest.start();
    });
}

void ColumnMemory::apply(const TableSchema &schema, const QVariantMap &saved)
{
    const QScopedValueRollback applying(m_applying, true);
    m_schema = schema;
    m_sized.clear();
    const QVariantMap widths = saved.value(u"widths"_s).toMap();
    const QStringList hidden = saved.value(u"hidden"_s).toStringList();
    const int count = std::min(int(schema.columns.size()), m_header.count());
    bool anyShown = false;
    for (int column = 0; column < count; ++column) {
        const QString name = schema.columns.at(column).name;
        const int savedWidth = widths.value(name).toInt();
        if (savedWidth > 0)
            m_sized << name;
        const bool isHidden = hidden.contains(name);
        anyShown = anyShown || !isHidden;
        m_header.setSectionHidden(column, isHidden);
        if (!isHidden)
            m_header.resizeSection(column, savedWidth > 0 ? savedWidth : width(column));
    }
    if (!anyShown && count > 0)
        m_header.setSectionHidden(0, false);
    for (int column = 0; column < count; ++column)
        m_header.moveSection(m_header.visualIndex(column), column);
    int place = 0;
    const QStringList order = saved.value(u"order"_s).toStringList();
    for (const QString &name : order) {
        const int column = schema.indexOf(name);
        if (column >= 0 && column < count)
            m_header.moveSection(m_header.visualIndex(column), place++);
    }
    m_header.filterRow().align();
}

QVariantMap ColumnMemory::state() const
{
    QVariantMap widths;
    QStringList hidden;
    QStringList order;
    const int count = std::min(int(m_schema.columns.size()), m_header.count());
    for (int visual = 0; visual < count; ++visual) {
        const int column = m_header.logicalIndex(visual);
        const QString name = m_schema.columns.at(column).name;
        order << name;
        if (m_header.isSectionHidden(column))
            hidden << name;
        else if (m_sized.contains(name))
            widths.insert(name, m_header.sectionSize(column));
    }
    return {{u"widths"_s, widths}, {u"hidden"_s, hidden}, {u"order"_s, order}};
}

void ColumnMemory::reset()
{
    apply(m_schema, {});
    fitToRows();
    Q_EMIT changed();
}

int ColumnMemory::width(int column) const
{
    const int most = m_header.fontMetrics().horizontalAdvance(u'0') * widestInCharacters;
    return std::min(m_header.naturalWidth(column), most);
}

int ColumnMemory::textWidth(int column) const
{
    const QAbstractItemModel &model = *m_view.model();
    QList<std::pair<qsizetype, int>> lengths;
    for (int row = 0; row < std::min(model.rowCount(), rowsMeasured); ++row)
        lengths << std::pair(model.index(row, column).data().toString().size(), row);
    const auto measured = std::min<qsizetype>(textsMeasured, lengths.size());
    std::partial_sort(lengths.begin(), lengths.begin() + measured, lengths.end(), std::greater<>());
    int widest = 0;
    const QAbstractItemView &view = m_view;
    for (auto it = lengths.cbegin(); it != lengths.cbegin() + measured; ++it)
        widest = std::max(widest, view.sizeHintForIndex(model.index(it->second, column)).width());
    return widest + 1;  // the line of the grid
}

void ColumnMemory::fitToRows()
{
    const QScopedValueRollback applying(m_applying, true);
    const int most = m_header.fontMetrics().horizontalAdvance(u'0') * widestInCharacters;
    // A page that was never shown has no width yet: its window has.
    const int seen = std::max(m_header.viewport()->width(), m_view.window()->width());
    const QList<int> shown = m_view.shownColumns();
    for (const int column : shown) {
        if (column >= m_schema.columns.size() || m_sized.contains(m_schema.columns.at(column).name))
            continue;
        // Of a wide table only what is seen at first is worth measuring.
        if (m_header.sectionViewportPosition(column) > seen * 2)
            break;
        const int air = m_header.fontMetrics().averageCharWidth();
        m_header.resizeSection(column, std::clamp(textWidth(column) + air, width(column), most));
    }
}

void ColumnMemory::setHidden(int column, bool hidden)
{
    if (hidden && m_view.shownColumns().size() <= 1)
        return;  // a table without columns could not be brought back by its header
    m_header.setSectionHidden(column, hidden);
    if (!hidden && m_header.sectionSize(column) == 0)
        m_header.resizeSection(column, width(column));
    m_header.filterRow().align();
    m_rest.start();
}

void ColumnMemory::fillMenu(QMenu &menu, int column)
{
    if (column >= 0 && column < m_schema.columns.size()) {
        const QString name = QString(m_schema.columns.at(column).name).replace(u'&', u"&&"_s);
        menu.addAction(tr("&Hide %1").arg(name), this, [this, column] { setHidden(column, true); });
        menu.addSeparator();
    }
    for (int i = 0; i < m_schema.columns.size(); ++i) {
        QAction *action =
            menu.addAction(QString(m_schema.columns.at(i).name).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(!m_header.isSectionHidden(i));
        connect(action, &QAction::triggered, this, [this, i](bool shown) { setHidden(i, !shown); });
    }
}

}  // namespace roster
