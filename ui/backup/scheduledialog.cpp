// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/scheduledialog.h"

#include "models/backup/schedulecommand.h"
#include "ui/backup/filejob.h"
#include "ui/common/commandtext.h"
#include "ui/common/errorbar.h"
#include "ui/common/icons.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFontDatabase>
#include <QFormLayout>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTimeEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

using Every = BackupSchedule::Every;
using Keeper = BackupSchedule::Keeper;

constexpr int mostAge = 999;
constexpr int textLines = 9;

QPlainTextEdit *textView(const QString &name, QWidget *parent)
{
    auto *view = new QPlainTextEdit(parent);
    view->setObjectName(name);
    view->setReadOnly(true);
    view->setTabChangesFocus(true);
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    view->setMinimumHeight(view->fontMetrics().lineSpacing() * textLines);
    return view;
}

QString everyText(Every every)
{
    switch (every) {
    case Every::Hour:
        return ScheduleDialog::tr("each hour");
    case Every::Day:
        return ScheduleDialog::tr("each day");
    case Every::Week:
        return ScheduleDialog::tr("each Monday");
    case Every::Month:
        break;
    }
    return ScheduleDialog::tr("on the first of each month");
}

}  // namespace

ScheduleDialog::ScheduleDialog(ConnectionProfile server, const QString &database,
                               const QString &folder, QWidget *parent)
    : QDialog(parent),
      m_server(std::move(server)),
      m_tabs(new QTabWidget(this)),
      m_error(new ErrorBar(this)),
      m_every(new QComboBox(this)),
      m_at(new QTimeEdit(QTime(3, 15), this)),
      m_folder(new QLineEdit(QDir::toNativeSeparators(folder), this)),
      m_onSuccess(new QLineEdit(this)),
      m_onFailure(new QLineEdit(this)),
      m_where(new QLabel(this)),
      m_text(textView(u"scheduleText"_s, this)),
      m_installed(new QComboBox(this)),
      m_installedText(textView(u"installedScheduleText"_s, this)),
      m_remove(new QPushButton(tr("&Remove"), this))
{
    setObjectName(u"scheduleDialog"_s);
    setWindowTitle(tr("Back up %1 by the clock").arg(database));
    m_error->setObjectName(u"scheduleError"_s);
    m_tabs->addTab(buildNew(), tr("&New"));
    m_tabs->addTab(buildInstalled(), tr("&Installed"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_install = buttons->addButton(tr("In&stall"), QDialogButtonBox::ActionRole);
    m_install->setObjectName(u"installSchedule"_s);
    auto *copy = buttons->addButton(tr("&Copy as command"), QDialogButtonBox::ActionRole);
    copy->setIcon(themedIcon(u"copy"_s));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(command()); });
    connect(m_install, &QPushButton::clicked, this, &ScheduleDialog::install);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this, copy](int index) {
        m_install->setVisible(index == 0);
        copy->setVisible(index == 0);
    });
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_error);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(buttons);
    check();
    look();
}

QWidget *ScheduleDialog::buildNew()
{
    auto *page = new QWidget(m_tabs);
    auto *layout = new QVBoxLayout(page);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    addFields(form);
    layout->addLayout(form);
    m_where->setObjectName(u"scheduleWhere"_s);
    m_where->setTextFormat(Qt::PlainText);
    m_where->setWordWrap(true);
    layout->addWidget(m_where);
    m_text->setAccessibleName(tr("What will be written"));
    layout->addWidget(m_text, 1);
    return page;
}

void ScheduleDialog::addFields(QFormLayout *form)
{
    m_every->setObjectName(u"scheduleEvery"_s);
    for (const Every every : {Every::Hour, Every::Day, Every::Week, Every::Month})
        m_every->addItem(everyText(every), int(every));
    m_every->setCurrentIndex(m_every->findData(int(Every::Day)));
    m_at->setObjectName(u"scheduleAt"_s);
    m_at->setAccessibleName(tr("When"));
    m_at->setDisplayFormat(u"HH:mm"_s);
    auto *when = new QHBoxLayout;
    when->addWidget(m_every, 1);
    when->addWidget(m_at);
    auto *label = new QLabel(tr("&When:"), this);
    label->setBuddy(m_every);
    form->addRow(label, when);
    m_folder->setObjectName(u"scheduleFolder"_s);
    form->addRow(tr("&Folder:"), m_folder);
    form->addRow(tr("Keeps:"), buildAges());
    for (QLineEdit *command : {m_onSuccess, m_onFailure})
        command->setPlaceholderText(tr("nothing, or a program; it is started without a shell"));
    m_onSuccess->setObjectName(u"scheduleOnSuccess"_s);
    m_onFailure->setObjectName(u"scheduleOnFailure"_s);
    form->addRow(tr("After s&uccess:"), m_onSuccess);
    form->addRow(tr("After f&ailure:"), m_onFailure);
    for (QLineEdit *line : {m_folder, m_onSuccess, m_onFailure})
        connect(line, &QLineEdit::textChanged, this, &ScheduleDialog::check);
    connect(m_every, &QComboBox::currentIndexChanged, this, &ScheduleDialog::check);
    connect(m_at, &QTimeEdit::timeChanged, this, &ScheduleDialog::check);
}

QWidget *ScheduleDialog::buildAges()
{
    const Retention usual;
    const QList<std::pair<QString, int>> ages{{tr("days in “last”"), usual.lastDays},
                                              {tr("days in “daily”"), usual.dailyDays},
                                              {tr("weeks in “weekly”"), usual.weeklyWeeks},
                                              {tr("months in “monthly”"), usual.monthlyMonths},
                                              {tr("whatever their age"), usual.least}};
    auto *box = new QWidget(this);
    auto *layout = new QGridLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    constexpr int inLine = 3;
    for (const auto &[text, value] : ages) {
        auto *spin = new QSpinBox(box);
        spin->setAccessibleName(text);
        spin->setRange(m_ages.size() == 4 ? 1 : 0, mostAge);
        spin->setValue(value);
        connect(spin, &QSpinBox::valueChanged, this, &ScheduleDialog::check);
        const int row = int(m_ages.size()) / inLine;
        const int column = 2 * (int(m_ages.size()) % inLine);
        layout->addWidget(spin, row, column);
        layout->addWidget(new QLabel(text, box), row, column + 1);
        m_ages << spin;
    }
    layout->setColumnStretch(2 * inLine - 1, 1);
    return box;
}

QWidget *ScheduleDialog::buildInstalled()
{
    auto *page = new QWidget(m_tabs);
    m_installed->setObjectName(u"installedSchedules"_s);
    m_installed->setAccessibleName(tr("Schedules that are installed"));
    m_installed->setPlaceholderText(tr("No backup is made by itself."));
    m_installedText->setAccessibleName(tr("What was written"));
    m_remove->setObjectName(u"removeSchedule"_s);
    m_remove->setAutoDefault(false);
    connect(m_installed, &QComboBox::currentIndexChanged, this, &ScheduleDialog::showInstalled);
    connect(m_remove, &QPushButton::clicked, this, &ScheduleDialog::remove);
    auto *line = new QHBoxLayout;
    line->addWidget(m_installed, 1);
    line->addWidget(m_remove);
    auto *layout = new QVBoxLayout(page);
    layout->addLayout(line);
    layout->addWidget(m_installedText, 1);
    return page;
}

/// systemctl and crontab may take their time.
void ScheduleDialog::look()
{
    runFileJob(
        *QThreadPool::globalInstance(), QString(),
        [](Progress &) -> Result<State> {
            auto all = BackupSchedule::installed();
            if (!all)
                return fail(all.error());
            return State{BackupSchedule::keeper(), *all};
        },
        Job::Visibility::Quiet)
        .future.then(this, [this](const Result<State> &state) { onLooked(state); });
}

void ScheduleDialog::onLooked(const Result<State> &state)
{
    m_isBusy = false;
    if (!state) {
        m_error->showError(state.error());
        check();
        return;
    }
    m_state = *state;
    m_installed->clear();
    for (const BackupSchedule::Installed &one : state->installed) {
        m_installed->addItem(u"%1 · %2 · %3"_s.arg(everyText(one.every),
                                                   QDir::toNativeSeparators(one.folder), one.id),
                             one.id);
    }
    m_installed->setCurrentIndex(state->installed.isEmpty() ? -1 : 0);
    m_tabs->setTabText(1, state->installed.isEmpty()
                              ? tr("&Installed")
                              : tr("&Installed (%1)").arg(state->installed.size()));
    showInstalled();
    check();
}

void ScheduleDialog::showInstalled()
{
    const int index = m_installed->currentIndex();
    const bool isThere = m_state && index >= 0 && index < m_state->installed.size();
    m_installedText->setPlainText(isThere ? m_state->installed.at(index).text : QString());
    m_remove->setEnabled(isThere && !m_isBusy);
}

BackupSchedule::Plan ScheduleDialog::plan() const
{
    BackupSchedule::Plan plan;
    plan.every = Every(m_every->currentData().toInt());
    plan.at = m_at->time();
    plan.folder = QDir::cleanPath(QDir::fromNativeSeparators(m_folder->text().trimmed()));
    ScheduleCommand command{
        QCoreApplication::applicationFilePath(), plan.folder, databaseOptions(m_server), {}, {}};
    command.retention =
        Retention{m_ages.at(0)->value(), m_ages.at(1)->value(), m_ages.at(2)->value(),
                  m_ages.at(3)->value(), m_ages.at(4)->value()};
    if (const QString after = m_onSuccess->text().trimmed(); !after.isEmpty())
        command.more << u"--on-success"_s << after;
    if (const QString after = m_onFailure->text().trimmed(); !after.isEmpty())
        command.more << u"--on-failure"_s << after;
    plan.command = command.words();
    return plan;
}

QString ScheduleDialog::problem() const
{
    if (!QDir::isAbsolutePath(QDir::fromNativeSeparators(m_folder->text().trimmed())))
        return tr("Name the folder by its whole path.");
    const bool isByUrl = databaseOptions(m_server).value(0) == "--url"_L1;
    if (isByUrl && !m_server.password.isEmpty()) {
        return tr("A password would stand readable in the schedule: save the connection, or put "
                  "the password into ~/.pgpass.");
    }
    return {};
}

void ScheduleDialog::check()
{
    const BackupSchedule::Plan wanted = plan();
    const QString wrong = problem();
    const Keeper keeper = m_state ? m_state->keeper : Keeper::Nobody;
    m_text->setPlainText(keeper == Keeper::Systemd ? BackupSchedule::serviceText(wanted)
                                                         + BackupSchedule::timerText(wanted)
                                                   : BackupSchedule::cronText(wanted));
    const QString id = BackupSchedule::idOf(wanted);
    if (!wrong.isEmpty())
        m_where->setText(wrong);
    else if (!m_state)
        m_where->setText(tr("Looking at what runs things by the clock here…"));
    else if (keeper == Keeper::Systemd)
        m_where->setText(tr("Two files for systemd, %1.service and %1.timer. It runs while you are "
                            "logged in; `loginctl enable-linger` lets it run always:")
                             .arg(id));
    else if (keeper == Keeper::Cron)
        m_where->setText(tr("Two lines for your crontab:"));
    else
        m_where->setText(tr("There is neither systemd for this account nor cron on this computer. "
                            "Have whatever runs things by the clock here run this:"));
    if (m_install)
        m_install->setEnabled(wrong.isEmpty() && keeper != Keeper::Nobody && !m_isBusy);
}

QString ScheduleDialog::command() const
{
    const BackupSchedule::Plan wanted = plan();
    QStringList words{u"roster"_s,   u"backup"_s,
                      u"schedule"_s, u"install"_s,
                      u"--every"_s,  BackupSchedule::everyWord(wanted.every),
                      u"--at"_s,     wanted.at.toString(u"H:mm"_s)};
    QStringList more = wanted.command.mid(4);  // behind `roster backup create --quiet`
    more.removeOne(u"--prune"_s);              // which a schedule means anyway
    return shellLine(words + more);
}

void ScheduleDialog::install()
{
    m_isBusy = true;
    m_error->clear();
    check();
    runFileJob(
        *QThreadPool::globalInstance(), QString(),
        [plan = plan()](Progress &) { return BackupSchedule::install(plan); },
        Job::Visibility::Quiet)
        .future.then(this, [this](const Result<BackupSchedule::Installed> &done) {
            if (done)
                m_error->showMessage(Theme::Meaning::Info, tr("%1 is installed.").arg(done->id));
            else
                m_error->showError(done.error());
            look();
            Q_EMIT changed();
        });
}

void ScheduleDialog::remove()
{
    m_isBusy = true;
    m_error->clear();
    showInstalled();
    runFileJob(
        *QThreadPool::globalInstance(), QString(),
        [id = m_installed->currentData().toString()](Progress &) -> Result<QString> {
            ROSTER_TRY(BackupSchedule::remove(id));
            return id;
        },
        Job::Visibility::Quiet)
        .future.then(this, [this](const Result<QString> &id) {
            if (id)
                m_error->showMessage(
                    Theme::Meaning::Info,
                    tr("%1 is gone. The backups it made are still there.").arg(*id));
            else
                m_error->showError(id.error());
            look();
            Q_EMIT changed();
        });
}

}  // namespace roster
