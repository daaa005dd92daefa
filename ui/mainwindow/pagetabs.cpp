// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/pagetabs.h"

#include "ui/common/environmentbadge.h"
#include "ui/common/icons.h"
#include "ui/common/oneline.h"

#include <QHBoxLayout>
#include <QStyle>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int longestTitle = 40;
}

PageTabs::PageTabs(QWidget *parent) : QTabWidget(parent), m_environment(new EnvironmentBadge(this))
{
    setObjectName(u"pageTabs"_s);
    setDocumentMode(true);
    setMovable(true);
    setElideMode(Qt::ElideNone);  // it would leave nothing but dots before it scrolls
    setUsesScrollButtons(true);
    tabBar()->setObjectName(u"pageTabBar"_s);
    tabBar()->setAccessibleName(tr("Open pages"));
    m_environment->setObjectName(u"tabEnvironment"_s);
    auto *corner = new QWidget(this);
    auto *layout = new QHBoxLayout(corner);
    layout->setContentsMargins(0, 0, 6, 4);
    layout->addWidget(m_environment);
    setCornerWidget(corner);
}

void PageTabs::add(const PageId &id, QWidget *page, const QIcon &icon, const QString &title)
{
    m_closed.removeAll(id);
    m_entries << Entry{page, id, title.left(longestTitle), false};
    page->setAccessibleName(m_entries.last().title);  // the window's title asks when it is added
    addTab(page, icon, QString());
    addCloseButton(page, m_entries.last().title);
    showTitle(m_entries.last());
}

void PageTabs::remove(QWidget *page)
{
    m_closed.removeAll(idOf(page));
    m_closed << idOf(page);
    m_entries.removeIf([page](const Entry &entry) { return entry.page == page; });
    removeTab(indexOf(page));
    page->hide();
    page->deleteLater();
}

void PageTabs::setDirty(QWidget *page, bool dirty)
{
    for (Entry &entry : m_entries) {
        if (entry.page == page) {
            entry.dirty = dirty;
            showTitle(entry);
        }
    }
}

QWidget *PageTabs::find(const PageId &id) const
{
    const auto at = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                 [&](const Entry &entry) { return entry.id == id; });
    return at == m_entries.cend() ? nullptr : at->page;
}

PageId PageTabs::idOf(const QWidget *page) const
{
    const auto at = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                 [&](const Entry &entry) { return entry.page == page; });
    return at == m_entries.cend() ? PageId() : at->id;
}

QList<PageId> PageTabs::ids() const
{
    QList<PageId> ids;
    for (int i = 0; i < count(); ++i)
        ids << idOf(widget(i));
    return ids;
}

bool PageTabs::takeClosed(PageId *id)
{
    if (m_closed.isEmpty())
        return false;
    *id = m_closed.takeLast();
    return true;
}

void PageTabs::step(int by)
{
    if (count() > 0)
        setCurrentIndex((currentIndex() + by + count()) % count());
}

void PageTabs::setEnvironment(Environment environment)
{
    m_environment->setEnvironment(environment);
}

void PageTabs::addCloseButton(QWidget *page, const QString &title)
{
    // The style's own button is red in both palettes, and has no name for a screen reader.
    auto *button = new QToolButton(tabBar());
    button->setIcon(themedIcon(u"close"_s));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus);
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize) * 3 / 4;
    button->setIconSize({side, side});
    button->setAccessibleName(tr("Close %1").arg(title));
    button->setToolTip(tr("Close this page (Ctrl+W)"));
    connect(button, &QToolButton::clicked, page, [this, page] { Q_EMIT closeRequested(page); });
    tabBar()->setTabButton(indexOf(page), QTabBar::RightSide, button);
}

void PageTabs::showTitle(const Entry &entry)
{
    const int index = indexOf(entry.page);
    constexpr int longest = 24;
    QString shown = fontMetrics().elidedText(oneLine(entry.title), Qt::ElideMiddle,
                                             fontMetrics().averageCharWidth() * longest);
    shown.replace(u'&', u"&&"_s);  // no mnemonic
    setTabText(index, entry.dirty ? u"● "_s + shown : shown);
    setTabToolTip(index, entry.dirty ? tr("%1: not committed yet").arg(entry.title) : entry.title);
    entry.page->setAccessibleName(entry.title);
}

}  // namespace roster
