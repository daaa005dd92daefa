// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/sidebar.h"

#include "ui/common/environmentbadge.h"
#include "ui/common/icons.h"
#include "ui/common/oneline.h"
#include "ui/common/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

enum ItemRole { KindRole = Qt::UserRole + 1, SchemaRole, NameRole };
/// Schemas of PostgreSQL's own are listed only when chosen.
bool isSystemSchema(const QString &schema)
{
    return schema == "information_schema"_L1 || schema.startsWith("pg_"_L1);
}

QString kindWord(RelationKind kind)
{
    switch (kind) {
    case RelationKind::Table:
        return Sidebar::tr("Table");
    case RelationKind::PartitionedTable:
        return Sidebar::tr("Partitioned table");
    case RelationKind::View:
        return Sidebar::tr("View");
    case RelationKind::MaterializedView:
        return Sidebar::tr("Materialized view");
    case RelationKind::ForeignTable:
        return Sidebar::tr("Foreign table");
    }
    return {};
}

/// A row that is easy to hit.
QSize rowSize(const QWidget *widget)
{
    return {0, widget->fontMetrics().lineSpacing() * 3 / 2};
}

QTreeWidgetItem *addSection(QTreeWidget *tree, const QString &title)
{
    auto *section = new QTreeWidgetItem(tree, {title});
    section->setFlags(Qt::ItemIsEnabled);
    QFont font = tree->font();
    font.setBold(true);
    section->setFont(0, font);
    section->setForeground(0, Theme::dimmed());
    section->setSizeHint(0, rowSize(tree));
    section->setExpanded(true);
    return section;
}

}  // namespace

Sidebar::Sidebar(QWidget *parent)
    : QWidget(parent),
      m_connection(new QToolButton(this)),
      m_environment(new EnvironmentBadge(this)),
      m_filter(new QLineEdit(this)),
      m_schema(new QComboBox(this)),
      m_tree(new QTreeWidget(this))
{
    setObjectName(u"sidebar"_s);
    m_connection->setObjectName(u"connectionButton"_s);
    m_connection->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    // Not InstantPopup: its arrow is drawn over the text.
    m_connection->setPopupMode(QToolButton::MenuButtonPopup);
    connect(m_connection, &QToolButton::clicked, m_connection, &QToolButton::showMenu);
    m_connection->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_connection->setFocusPolicy(Qt::StrongFocus);
    m_connection->setIcon(themedIcon(u"database"_s));
    m_environment->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Maximum);

    m_filter->setObjectName(u"sidebarFilter"_s);
    m_filter->setAccessibleName(tr("Find a table"));
    m_filter->setPlaceholderText(tr("Find a table"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(themedIcon(u"search"_s), QLineEdit::LeadingPosition);
    m_schema->setObjectName(u"schemaChooser"_s);
    m_schema->setAccessibleName(tr("Schema of the other tables"));
    m_schema->setToolTip(tr("Which schema's tables are listed"));
    m_schema->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);

    m_tree->setObjectName(u"sidebarTree"_s);
    m_tree->setAccessibleName(tr("Tables and pages"));
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(fontMetrics().horizontalAdvance(u'm'));
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->setExpandsOnDoubleClick(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 0, 0);
    layout->setSpacing(4);
    for (QWidget *each :
         std::initializer_list<QWidget *>{m_connection, m_environment, m_filter, m_schema})
        layout->addWidget(each);
    layout->addWidget(m_tree, 1);

    connect(m_filter, &QLineEdit::textChanged, this, &Sidebar::fill);
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        if (const QTreeWidgetItem *found = firstTable())
            open(found);
    });
    m_filter->installEventFilter(this);
    connect(m_schema, &QComboBox::currentIndexChanged, this, &Sidebar::fill);
    connect(m_tree, &QTreeWidget::itemClicked, this, &Sidebar::open);
    connect(m_tree, &QTreeWidget::itemActivated, this, &Sidebar::open);
    clear();
}

void Sidebar::setConnectionMenu(QMenu *menu)
{
    m_connection->setMenu(menu);
}

void Sidebar::setConnection(const QString &name, const QString &details)
{
    m_connection->setText(name);
    m_connection->setAccessibleName(tr("Connection: %1").arg(name));
    m_connection->setToolTip(details);
}

void Sidebar::setOverview(const DatabaseOverview &overview)
{
    m_overview = overview;
    m_open = true;
    m_environment->setEnvironment(overview.server.environment);
    m_environment->show();
    fillSchemas();
    fill();
}

void Sidebar::clear()
{
    m_overview = {};
    m_open = false;
    m_environment->hide();
    fillSchemas();
    fill();
}

void Sidebar::setCurrent(const PageId &page)
{
    m_current = page;
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it) {
        const QVariant kind = (*it)->data(0, KindRole);
        if (!kind.isValid() || kind.toInt() != int(page.kind))
            continue;
        if (page.kind != PageId::Kind::Table
            || TableName{(*it)->data(0, SchemaRole).toString(), (*it)->data(0, NameRole).toString()}
                   == page.table) {
            m_tree->setCurrentItem(*it);
            return;
        }
    }
    m_tree->setCurrentItem(nullptr);
}

void Sidebar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_open)
        fill();  // the headings' colour is the item's own
}

/// Down goes from the field to what it found.
bool Sidebar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
        if (QTreeWidgetItem *found = firstTable())
            m_tree->setCurrentItem(found);
        m_tree->setFocus(Qt::TabFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

/// Null where no table is listed.
QTreeWidgetItem *Sidebar::firstTable() const
{
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it) {
        const QVariant kind = (*it)->data(0, KindRole);
        if (kind.isValid() && kind.toInt() == int(PageId::Kind::Table))
            return *it;
    }
    return nullptr;
}

void Sidebar::fill()
{
    m_tree->clear();
    addRelations(addSection(m_tree, tr("Tables")), true);
    addRelations(addSection(m_tree, tr("Other tables")), false);
    for (int i = m_tree->topLevelItemCount() - 1; i >= 0; --i) {
        if (m_tree->topLevelItem(i)->childCount() == 0)
            delete m_tree->takeTopLevelItem(i);
    }
    if (m_open)
        addPages();
    setCurrent(m_current);
}

void Sidebar::addRelations(QTreeWidgetItem *section, bool declared)
{
    for (const RelationEntry &relation : std::as_const(m_overview.relations)) {
        if (relation.declared != declared || !isShown(relation))
            continue;
        const QString plain = oneLine(relation.name.name);
        const bool qualified =
            !declared && m_schema->currentIndex() <= 0 && relation.name.schema != "public"_L1;
        const QString shown = declared  ? titleOf(relation)
                            : qualified ? oneLine(relation.name.schema) + u'.' + plain
                                        : plain;
        auto *item = new QTreeWidgetItem(section, {shown});
        item->setIcon(0, relationIcon(relation.kind));
        item->setSizeHint(0, rowSize(m_tree));
        item->setToolTip(
            0, tr("%1 %2.%3").arg(kindWord(relation.kind), oneLine(relation.name.schema), plain));
        item->setData(0, Qt::AccessibleDescriptionRole, kindWord(relation.kind));
        item->setData(0, KindRole, int(PageId::Kind::Table));
        item->setData(0, SchemaRole, relation.name.schema);
        item->setData(0, NameRole, relation.name.name);
    }
}

void Sidebar::addPages()
{
    QTreeWidgetItem *section = addSection(m_tree, tr("Work"));
    const auto add = [&](PageId::Kind kind, const QString &icon, const QString &title) {
        auto *item = new QTreeWidgetItem(section, {title});
        item->setIcon(0, themedIcon(icon));
        item->setSizeHint(0, rowSize(m_tree));
        item->setData(0, KindRole, int(kind));
    };
    add(PageId::Kind::Charts, u"chart"_s, tr("Charts"));
    add(PageId::Kind::Migrations, u"migrations"_s, tr("Migrations"));
    add(PageId::Kind::Seeders, u"seed"_s, tr("Seeders"));
    add(PageId::Kind::Backups, u"save"_s, tr("Backups"));
    add(PageId::Kind::Jobs, u"jobs"_s, tr("Jobs"));
}

void Sidebar::fillSchemas()
{
    const QSignalBlocker blocker(m_schema);
    const QString before = m_schema->currentData().toString();
    QStringList schemas;
    for (const RelationEntry &relation : std::as_const(m_overview.relations)) {
        if (!schemas.contains(relation.name.schema))
            schemas << relation.name.schema;
    }
    std::sort(schemas.begin(), schemas.end(), [](const QString &a, const QString &b) {
        return std::pair(isSystemSchema(a), a) < std::pair(isSystemSchema(b), b);
    });
    m_schema->clear();
    m_schema->addItem(tr("All schemas"));
    for (const QString &schema : std::as_const(schemas))
        m_schema->addItem(oneLine(schema), schema);
    m_schema->setCurrentIndex(before.isEmpty() ? 0 : std::max(0, m_schema->findData(before)));
    m_schema->setVisible(schemas.size() > 1);
    m_filter->setVisible(!m_overview.relations.isEmpty());
}

void Sidebar::open(const QTreeWidgetItem *item)
{
    const QVariant kind = item->data(0, KindRole);
    if (!kind.isValid())
        return;
    if (kind.toInt() != int(PageId::Kind::Table))
        Q_EMIT pageRequested({PageId::Kind(kind.toInt()), {}});
    else
        Q_EMIT tableRequested(
            {item->data(0, SchemaRole).toString(), item->data(0, NameRole).toString()});
}

bool Sidebar::isShown(const RelationEntry &relation) const
{
    const QString filter = m_filter->text().trimmed();
    const QString shown = relation.name.schema == "public"_L1
                            ? relation.name.name
                            : relation.name.schema + u'.' + relation.name.name;
    if (!filter.isEmpty() && !shown.contains(filter, Qt::CaseInsensitive)
        && !titleOf(relation).contains(filter, Qt::CaseInsensitive))
        return false;
    if (relation.declared)
        return true;
    const QString schema = m_schema->currentData().toString();
    return schema.isEmpty() ? !isSystemSchema(relation.name.schema)
                            : relation.name.schema == schema;
}

}  // namespace roster
