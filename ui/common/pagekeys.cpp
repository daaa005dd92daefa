// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/pagekeys.h"

#include <QAction>
#include <QKeySequence>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace roster {

void addPageKeys(QWidget &page, const std::function<void()> &refresh,
                 const std::function<void()> &stop)
{
    const auto add = [&page](const QString &name, const QList<QKeySequence> &keys,
                             const std::function<void()> &act) {
        auto *action = new QAction(&page);
        action->setObjectName(name);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        page.addAction(action);
        QObject::connect(action, &QAction::triggered, &page, act);
    };
    add(u"refreshPage"_s, {QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_R)}, refresh);
    add(u"stopPage"_s, {QKeySequence(Qt::CTRL | Qt::Key_Period)}, stop);
}

}  // namespace roster
