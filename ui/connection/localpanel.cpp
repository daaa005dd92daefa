// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection/localpanel.h"

#include "ui/connection/localdatabase.h"

#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// What must be typed before all local data is deleted; the same in every language.
const auto resetWord = u"reset"_s;

QLabel *text(const QString &words, QWidget *parent)
{
    auto *label = new QLabel(words, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QPushButton *button(const QString &name, const QString &words, QWidget *parent)
{
    auto *made = new QPushButton(words, parent);
    made->setObjectName(name);
    made->setAutoDefault(false);
    return made;
}

}  // namespace

LocalPanel::LocalPanel(LocalDatabase &local, QWidget *parent)
    : QWidget(parent),
      m_local(local),
      m_status(text({}, this)),
      m_start(button(u"localStart"_s, tr("Start and &keep running"), this)),
      m_stop(button(u"localStop"_s, tr("St&op"), this)),
      m_reset(button(u"localReset"_s, tr("&Reset…"), this)),
      m_confirm(new QLineEdit(this))
{
    setObjectName(u"localPanel"_s);
    m_status->setObjectName(u"localStatus"_s);
    m_confirm->setObjectName(u"localResetWord"_s);
    m_confirm->setAccessibleName(tr("Type %1 to allow it").arg(resetWord));
    buildLayout();
    connect(m_start, &QPushButton::clicked, this, &LocalPanel::start);
    connect(m_stop, &QPushButton::clicked, this, &LocalPanel::stop);
    connect(m_reset, &QPushButton::clicked, this, &LocalPanel::reset);
    connect(m_confirm, &QLineEdit::textChanged, this,
            [this](const QString &typed) { m_reset->setEnabled(typed.trimmed() == resetWord); });
    m_reset->setEnabled(false);
}

void LocalPanel::buildLayout()
{
    auto *intro = text(tr("A PostgreSQL of your own, made and started when it is needed. Only "
                          "programs of your account on this computer can reach it."),
                       this);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_start);
    buttons->addWidget(m_stop);
    buttons->addStretch(1);

    auto *danger = new QGroupBox(tr("Delete all its data"), this);
    auto *row = new QHBoxLayout;
    row->addWidget(m_confirm, 1);
    row->addWidget(m_reset);
    auto *inside = new QVBoxLayout(danger);
    inside->addWidget(text(tr("The server is stopped and every database in it deleted. Type "
                              "“%1” to allow it.")
                               .arg(resetWord),
                           danger));
    inside->addLayout(row);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 0, 0, 0);
    layout->addWidget(intro);
    layout->addWidget(m_status);
    layout->addLayout(buttons);
    layout->addStretch(1);
    layout->addWidget(danger);
}

void LocalPanel::refresh()
{
    m_local.status().then(this, [this](const Result<LocalStatus> &status) {
        if (status)
            showStatus(*status);
        else
            Q_EMIT failed(status.error());
    });
}

void LocalPanel::showStatus(const LocalStatus &status)
{
    QStringList lines;
    lines << (!status.exists ? tr("Not made yet: connecting makes it.")
              : status.running
                  ? tr("Runs since %1, PostgreSQL %2.")
                        .arg(QLocale().toString(status.since, QLocale::ShortFormat), status.version)
                  : tr("Stopped: connecting starts it."));
    if (status.running && status.kept)
        lines << tr("It goes on when Roster is closed.");
    else if (status.running && status.users.isEmpty())
        lines << tr("Nobody uses it: a Roster was killed. Connecting takes it over.");
    if (status.exists)
        lines << tr("%1 in %2").arg(QLocale().formattedDataSize(status.bytes), status.folder);
    if (!status.users.isEmpty())
        lines << tr("Used by %n program(s).", nullptr, int(status.users.size()));
    m_status->setText(lines.join(u'\n'));
    m_start->setEnabled(!status.running || !status.kept);
    m_stop->setEnabled(status.running);
    m_confirm->setEnabled(status.exists);
}

void LocalPanel::setBusy(const QString &words)
{
    m_status->setText(words);
    for (QWidget *each : std::initializer_list<QWidget *>{m_start, m_stop, m_confirm})
        each->setEnabled(false);
}

void LocalPanel::start()
{
    setBusy(tr("Starting the private database…"));
    m_local.start(true).then(this, [this](const Result<void> &result) {
        onEnded(result, tr("The private database runs and goes on running."));
    });
}

void LocalPanel::stop()
{
    setBusy(tr("Stopping the private database…"));
    Q_EMIT stopping();
    m_local.stop().then(this, [this](const Result<void> &result) {
        onEnded(result, tr("The private database is stopped."));
    });
}

void LocalPanel::reset()
{
    m_confirm->clear();
    setBusy(tr("Deleting the private database…"));
    Q_EMIT stopping();
    m_local.reset().then(this, [this](const Result<void> &result) {
        onEnded(result, tr("The private database is deleted; connecting makes a new one."));
    });
}

void LocalPanel::onEnded(const Result<void> &result, const QString &words)
{
    if (result)
        Q_EMIT done(words);
    else
        Q_EMIT failed(result.error());
    refresh();
}

}  // namespace roster
