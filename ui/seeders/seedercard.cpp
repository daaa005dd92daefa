// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seeders/seedercard.h"

#include "ui/common/flowlayout.h"
#include "ui/common/icons.h"
#include "ui/seeders/seedform.h"
#include "ui/seeders/seedprogress.h"
#include "ui/seeders/seedtext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr double titleScale = 1.15;

QLabel *textLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

}  // namespace

SeederCard::SeederCard(const SeederState &state, QWidget *parent)
    : QFrame(parent), m_state(state), m_form(new SeedForm(state, this))
{
    setObjectName(u"card_"_s + (state.seeder.isEmpty() ? u"table"_s : state.seeder));
    build();
    showState();
}

SeederCard::SeederCard(const QList<SeederState> &all, QWidget *parent)
    : QFrame(parent), m_isAll(true), m_form(new SeedForm(this))
{
    setObjectName(u"card_all"_s);
    m_state.title = tr("All seeders");
    build();
    setAll(all);
}

void SeederCard::build()
{
    setFrameShape(QFrame::StyledPanel);
    m_title = textLabel(u"cardTitle"_s, this);
    m_rows = textLabel(u"cardRows"_s, this);
    m_description = textLabel(u"cardDescription"_s, this);
    m_lastRun = textLabel(u"cardLastRun"_s, this);
    m_obstacle = textLabel(u"cardObstacle"_s, this);
    m_outcome = textLabel(u"cardOutcome"_s, this);
    m_progress = new SeedProgress(this);
    QFont bold = font();
    bold.setBold(true);
    m_obstacle->setFont(bold);
    bold.setPointSizeF(bold.pointSizeF() * titleScale);
    m_title->setFont(bold);
    m_title->setWordWrap(false);
    m_rows->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_outcome->hide();

    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(m_rows, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(head);
    layout->addWidget(m_description);
    layout->addWidget(m_lastRun);
    layout->addWidget(m_form);
    layout->addWidget(m_obstacle);
    addButtons(layout);
    layout->addWidget(m_progress);
    layout->addWidget(m_outcome);
    connect(m_form, &SeedForm::changed, this, &SeederCard::updateButtons);
}

void SeederCard::addButtons(QVBoxLayout *layout)
{
    auto *row = new QWidget(this);
    auto *flow = new FlowLayout(row);
    flow->setSpacing(fontMetrics().height() / 3);
    const auto add = [&](const QString &name, const QString &icon, const QString &text,
                         const QString &spoken, void (SeederCard::*signal)()) {
        auto *button = new QPushButton(themedIcon(icon), text, row);
        button->setObjectName(name);
        button->setAccessibleName(spoken.arg(m_state.title));
        flow->addWidget(button);
        connect(button, &QPushButton::clicked, this, signal);
        return button;
    };
    m_run = add(u"run"_s, u"seed"_s, m_isAll ? tr("&Run all") : tr("Run"), tr("Run: %1"),
                &SeederCard::runRequested);
    if (!m_isAll) {
        m_preview = add(u"preview"_s, u"view"_s, tr("Preview…"), tr("Preview: %1"),
                        &SeederCard::previewRequested);
    }
    m_rehearse = add(u"rehearse"_s, u"undo"_s, tr("Dry run"), tr("Dry run: %1"),
                     &SeederCard::rehearsalRequested);
    m_rehearse->setToolTip(tr("Writes up to a thousand rows and takes them back, so that the "
                              "table's checks and triggers have had their say"));
    m_copy = add(u"copyCommand"_s, u"copy"_s, tr("Copy as command"), tr("Copy as command: %1"),
                 &SeederCard::copyRequested);
    m_create = add(u"createTable"_s, u"table"_s, tr("Create the table"),
                   tr("Create the table of: %1"), &SeederCard::createRequested);
    m_create->hide();
    layout->addWidget(row);
}

void SeederCard::setState(const SeederState &state)
{
    m_state = state;
    showState();
}

void SeederCard::setAll(const QList<SeederState> &all)
{
    QStringList order;
    m_state.obstacle.reset();
    for (const SeederState &each : all) {
        if (!each.obstacle)
            order << plainName(each.table);
    }
    if (order.isEmpty()) {
        Error none;
        none.kind = Error::Kind::NotFound;
        none.message = tr("No seeder can run here.");
        m_state.obstacle = none;
    }
    m_state.description =
        order.isEmpty()
            ? tr("Each with its own number of rows, as one transaction.")
            : tr("Each with its own number of rows, as one transaction, in the order that the "
                 "foreign keys ask for: %1.")
                  .arg(order.join(u" → "_s));
    showState();
}

void SeederCard::showState()
{
    setAccessibleName(m_state.title);
    m_title->setText(m_state.title);
    m_description->setText(m_state.description);
    const QString rows = rowsText(m_state);
    m_rows->setText(rows.isEmpty() ? plainName(m_state.table)
                                   : tr("%1: %2 now").arg(plainName(m_state.table), rows));
    m_rows->setVisible(!m_isAll);
    m_lastRun->setText(lastRunText(m_state.lastRun));
    m_lastRun->setVisible(!m_isAll && !m_state.obstacle);
    m_create->setVisible(!m_isAll && m_state.obstacle
                         && m_state.obstacle->kind == Error::Kind::NotFound);
    updateButtons();
}

void SeederCard::setBlocked(const QString &reason, bool isBusy)
{
    m_blocked = reason;
    m_isBusy = isBusy;
    updateButtons();
}

void SeederCard::updateButtons()
{
    QString why = m_blocked;
    if (why.isEmpty() && m_state.obstacle)
        why = m_state.obstacle->message + u' ' + m_state.obstacle->hint;
    else if (why.isEmpty() && !m_form->isComplete())
        why = tr("The random seed is a whole number from 0 to 18446744073709551615.");
    const bool isRunning = m_progress->isFollowing();
    m_obstacle->setText(why.trimmed());
    m_obstacle->setVisible(!why.isEmpty() && !isRunning);
    for (QPushButton *button : {m_run, m_rehearse}) {
        button->setEnabled(why.isEmpty() && !isRunning);
        button->setAccessibleDescription(why);
    }
    if (m_preview)
        m_preview->setEnabled(!m_isBusy && !m_state.obstacle && m_form->isComplete());
    m_create->setEnabled(m_blocked.isEmpty());
    m_copy->setEnabled(m_form->isComplete());
}

SeedTask SeederCard::task() const
{
    SeedTask task;
    task.target = m_isAll                  ? SeedTask::Target::All
                : m_state.seeder.isEmpty() ? SeedTask::Target::Table
                                           : SeedTask::Target::Seeder;
    task.seeder = m_state.seeder;
    task.table = m_state.table;
    task.title = m_state.title;
    task.request = m_form->request();
    return task;
}

void SeederCard::follow(const JobPointer &job)
{
    m_outcome->hide();
    m_progress->follow(job);
    connect(job.get(), &Job::finished, this, &SeederCard::updateButtons);
    updateButtons();
}

void SeederCard::focusOption(const QString &name)
{
    auto *field = m_form->findChild<QWidget *>(u"option_"_s + name);
    if (field && !name.isEmpty())
        field->setFocus();
}

void SeederCard::showOutcome(const QString &text)
{
    m_outcome->setText(text);
    m_outcome->setVisible(!text.isEmpty());
    updateButtons();
}

}  // namespace roster
