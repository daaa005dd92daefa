// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/rolechoices.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int shownLines = 4;
constexpr int nameRole = Qt::UserRole + 1;  ///< the role to map to

void addChoices(QComboBox &choices)
{
    choices.addItem(RoleChoices::tr("Stop"), int(MissingRoles::Stop));
    choices.addItem(RoleChoices::tr("Create it, without login"), int(MissingRoles::Create));
    choices.addItem(RoleChoices::tr("Leave it out: the owner gets what was its"),
                    int(MissingRoles::LeaveOut));
}

}  // namespace

RoleChoices::RoleChoices(QWidget *parent)
    : QWidget(parent), m_all(new QComboBox(this)), m_list(new QTreeWidget(this))
{
    m_all->setObjectName(u"missingRoles"_s);
    addChoices(*m_all);
    m_list->setObjectName(u"roleChoices"_s);
    m_list->setAccessibleName(tr("Roles that are not here"));
    m_list->setHeaderLabels({tr("Role in the dump"), tr("What becomes of it")});
    m_list->setRootIsDecorated(false);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setFocusPolicy(Qt::NoFocus);  // its boxes take it
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_list->setMaximumHeight(m_all->sizeHint().height() * (shownLines + 1));
    auto *label = new QLabel(tr("&Roles that are not here, all of them:"), this);
    label->setBuddy(m_all);
    auto *all = new QHBoxLayout;
    all->addWidget(label);
    all->addWidget(m_all, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(all);
    layout->addWidget(m_list);
    connect(m_all, &QComboBox::activated, this, &RoleChoices::chooseAll);
}

void RoleChoices::chooseAll()
{
    for (QComboBox *choices : std::as_const(m_choices))
        choices->setCurrentIndex(m_all->currentIndex());
    Q_EMIT changed();
}

void RoleChoices::addLine(const QString &role, const QStringList &known)
{
    auto *item = new QTreeWidgetItem(m_list, {role});
    auto *choices = new QComboBox(m_list);
    choices->setObjectName(u"roleChoice-"_s + role);
    choices->setAccessibleName(tr("What becomes of %1").arg(role));
    addChoices(*choices);
    choices->setCurrentIndex(m_all->currentIndex());
    for (const QString &name : known) {
        choices->addItem(tr("Give what was its to %1").arg(name), int(MissingRoles::Stop));
        choices->setItemData(choices->count() - 1, name, nameRole);
    }
    connect(choices, &QComboBox::activated, this, &RoleChoices::changed);
    m_list->setItemWidget(item, 1, choices);
    m_choices.insert(role, choices);
}

void RoleChoices::setRoles(const QStringList &absent, const QStringList &known)
{
    QStringList sorted = absent;
    sorted.sort();
    if (m_choices.keys() == sorted)
        return;
    m_list->clear();
    m_choices.clear();
    for (const QString &role : absent)
        addLine(role, known);
}

void RoleChoices::applyTo(RestoreRequest &request) const
{
    request.missingRoles = MissingRoles(m_all->currentData().toInt());
    request.roleChoices.clear();
    request.roleMap.clear();
    for (auto it = m_choices.cbegin(); it != m_choices.cend(); ++it) {
        const QString name = it.value()->currentData(nameRole).toString();
        if (name.isEmpty())
            request.roleChoices.insert(it.key(), MissingRoles(it.value()->currentData().toInt()));
        else
            request.roleMap.insert(it.key(), name);
    }
}

}  // namespace roster
