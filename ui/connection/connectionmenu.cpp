// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection/connectionmenu.h"

#include "models/database/profilestore.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int recentShown = 6;
}

ConnectionMenu::ConnectionMenu(QWidget *parent) : QMenu(parent)
{
    setObjectName(u"connectionMenu"_s);
    setToolTipsVisible(true);
}

void ConnectionMenu::fill(const ProfileStore &store, const QList<ConnectionProfile> &recent,
                          const ConnectionTarget &current, QAction *dialog)
{
    clear();
    add({}, u"local"_s, current);
    const auto profiles = store.profiles();
    if (profiles && !profiles->isEmpty()) {
        addSection(tr("Saved"));
        for (const ConnectionProfile &profile : *profiles)
            add({false, profile}, u"database"_s, current);
    }
    QList<ConnectionProfile> unnamed;
    for (const ConnectionProfile &profile : recent) {
        if (profile.name.isEmpty() && unnamed.size() < recentShown)
            unnamed << profile;
    }
    if (!unnamed.isEmpty()) {
        addSection(tr("Recent"));
        for (const ConnectionProfile &profile : std::as_const(unnamed))
            add({false, profile}, u"waiting"_s, current);
    }
    addSeparator();
    addAction(dialog);
}

void ConnectionMenu::add(const ConnectionTarget &target, const QString &icon,
                         const ConnectionTarget &current)
{
    QString text = target.title();
    text.replace(u'&', u"&&"_s);
    if (target.profile.environment != Environment::Unknown)
        text = tr("%1 (%2)").arg(text, Theme::word(target.profile.environment));
    QAction *action = addAction(themedIcon(icon), text);
    action->setCheckable(true);
    action->setChecked(target.key() == current.key());
    connect(action, &QAction::triggered, this, [this, target] { Q_EMIT chosen(target); });
}

}  // namespace roster
