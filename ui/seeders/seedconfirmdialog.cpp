// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seeders/seedconfirmdialog.h"

#include "ui/seeders/seedtext.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int widthInEms = 34;

/// A line for each table.
QString victimsText(const QList<SeedCheck> &checks)
{
    QStringList lines;
    for (const SeedCheck &check : checks) {
        for (const SeedVictim &victim : check.victims) {
            if (!victim.holdsOthers)
                continue;
            const QString line =
                SeedConfirmDialog::tr("%1: %Ln row(s) go, and not all of them were made by a "
                                      "seeder, or somebody edited them since.",
                                      nullptr, pluralOf(victim.rows))
                    .arg(plainName(victim.table));
            if (!lines.contains(line))
                lines << line;
        }
    }
    return lines.join(u'\n');
}

}  // namespace

SeedConfirmDialog::SeedConfirmDialog(const QList<SeedCheck> &checks, QWidget *parent)
    : QDialog(parent), m_name(new QLineEdit(this))
{
    setObjectName(u"seedConfirm"_s);
    setWindowTitle(tr("Replace rows"));
    m_names << checks.constFirst().database;
    if (checks.size() == 1)
        m_names << checks.constFirst().table.name;
    auto *what = new QLabel(victimsText(checks), this);
    what->setObjectName(u"confirmWhat"_s);
    auto *ask = new QLabel(
        checks.size() == 1
            ? tr("They cannot be brought back. If they may go, type the name of the database (%1) "
                 "or of the table (%2):")
                  .arg(m_names.first(), m_names.last())
            : tr("They cannot be brought back. If they may go, type the name of the database "
                 "(%1):")
                  .arg(m_names.first()),
        this);
    for (QLabel *label : {what, ask}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setMinimumWidth(fontMetrics().horizontalAdvance(u'm') * widthInEms);
    }
    ask->setBuddy(m_name);
    m_name->setObjectName(u"confirmName"_s);
    m_name->setAccessibleName(tr("Name of the database"));
    m_name->setAccessibleDescription(what->text() + u' ' + ask->text());

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_replace = buttons->addButton(tr("&Replace rows"), QDialogButtonBox::DestructiveRole);
    m_replace->setObjectName(u"confirmReplace"_s);
    m_replace->setEnabled(false);
    m_replace->setAutoDefault(false);
    QPushButton *cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_replace, &QPushButton::clicked, this, &QDialog::accept);
    // Enter after the right name means it; after any other it changes nothing.
    connect(m_name, &QLineEdit::textChanged, this, [this, cancel] {
        m_replace->setEnabled(isRight());
        (isRight() ? m_replace : cancel)->setDefault(true);
    });
    auto *layout = new QVBoxLayout(this);
    for (QWidget *each : std::initializer_list<QWidget *>{what, ask, m_name, buttons})
        layout->addWidget(each);
    m_name->setFocus();
}

QString SeedConfirmDialog::typed() const
{
    return m_name->text().trimmed();
}

bool SeedConfirmDialog::isRight() const
{
    return m_names.contains(typed());
}

}  // namespace roster
