// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection/connectiondialog.h"

#include "models/database/connections.h"
#include "models/database/connectionurl.h"
#include "ui/common/errorbar.h"
#include "ui/common/icons.h"
#include "ui/common/retire.h"
#include "ui/connection/localpanel.h"

#include "ui_connectiondialog.h"

#include <QFileDialog>
#include <QListWidget>
#include <QScreen>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int targetRole = Qt::UserRole;

constexpr int widthInEms = 56;
constexpr int heightInLines = 32;  // all fields at once, on a screen of 600 pixels, too

QString withEnvironment(const QString &text, Environment environment)
{
    return environment == Environment::Unknown
             ? text
             : ConnectionDialog::tr("%1 (%2)").arg(text, Theme::word(environment));
}

}  // namespace

ConnectionDialog::ConnectionDialog(LocalDatabase &local, ProfileStore store,
                                   QList<ConnectionProfile> recent, QWidget *parent)
    : QDialog(parent),
      m_ui(std::make_unique<Ui::ConnectionDialog>()),
      m_store(std::move(store)),
      m_recent(std::move(recent)),
      m_errorBar(new ErrorBar(this)),
      m_localPanel(new LocalPanel(local, this))
{
    m_ui->setupUi(this);
    setObjectName(u"connectionDialog"_s);
    m_ui->connectionList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_ui->outer->insertWidget(0, m_errorBar);
    m_ui->stack->addWidget(m_localPanel);
    resize(fontMetrics().horizontalAdvance(u'm') * widthInEms,
           fontMetrics().lineSpacing() * heightInLines);
    buildChoices();
    fitFields();
    connectSignals();
    fillList();
    setTarget({});
}

ConnectionDialog::~ConnectionDialog()
{
    stopTest();
}

void ConnectionDialog::buildChoices()
{
    m_ui->sslCombo->addItem(tr("As libpq decides"), QString());
    m_ui->sslCombo->addItem(tr("Never (disable)"), u"disable"_s);
    m_ui->sslCombo->addItem(tr("Where the server offers it (prefer)"), u"prefer"_s);
    m_ui->sslCombo->addItem(tr("Required (require)"), u"require"_s);
    m_ui->sslCombo->addItem(tr("Required, trusted issuer (verify-ca)"), u"verify-ca"_s);
    m_ui->sslCombo->addItem(tr("Required, trusted issuer and host (verify-full)"),
                            u"verify-full"_s);
    m_ui->environmentCombo->addItem(tr("By the rule: this computer is development"),
                                    int(Environment::Unknown));
    for (const auto environment :
         {Environment::Development, Environment::Staging, Environment::Production})
        m_ui->environmentCombo->addItem(Theme::word(environment), int(environment));
    for (QComboBox *combo : {m_ui->sslCombo, m_ui->environmentCombo}) {
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(12);
    }
}

/// All fields are seen at any size of the dialog; only where the screen is too small they scroll.
void ConnectionDialog::fitFields()
{
    constexpr double screenShare = 0.6;  // the rest is for the buttons, a message, the frame
    ensurePolished();
    const int em = fontMetrics().horizontalAdvance(u'm');
    m_ui->portEdit->setMinimumWidth(em * 5);
    const QSize needed(std::max(em * 32, m_ui->fields->minimumSizeHint().width()),
                       m_ui->fields->sizeHint().height());
    const QSize most = screen()->availableSize() * screenShare;
    m_ui->scroll->setMinimumSize(needed.boundedTo(most));
}

void ConnectionDialog::connectSignals()
{
    connect(m_ui->connectionList, &QListWidget::currentItemChanged, this,
            [this](const QListWidgetItem *item) { choose(item); });
    connect(m_ui->connectionList, &QListWidget::itemDoubleClicked, this,
            &ConnectionDialog::requestConnect);
    connect(m_ui->urlEdit, &QLineEdit::textChanged, this, &ConnectionDialog::takeUrl);
    connect(m_ui->newButton, &QPushButton::clicked, this, [this] {
        m_ui->connectionList->setCurrentItem(nullptr);
        m_errorBar->clear();
        clearForm();
        m_ui->stack->setCurrentWidget(m_ui->formPage);
        m_ui->removeButton->setEnabled(false);
        m_ui->testButton->setEnabled(true);
        m_ui->urlEdit->setFocus();
    });
    connect(m_ui->removeButton, &QPushButton::clicked, this, &ConnectionDialog::removeSelected);
    connect(m_ui->revisionsButton, &QPushButton::clicked, this, &ConnectionDialog::chooseRevisions);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &ConnectionDialog::save);
    connect(m_ui->testButton, &QPushButton::clicked, this, &ConnectionDialog::test);
    connect(m_ui->connectButton, &QPushButton::clicked, this, &ConnectionDialog::requestConnect);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_localPanel, &LocalPanel::stopping, this, &ConnectionDialog::localStopping);
    connect(m_localPanel, &LocalPanel::failed, m_errorBar, &ErrorBar::showError);
    connect(m_localPanel, &LocalPanel::done, m_errorBar,
            [this](const QString &text) { m_errorBar->showMessage(Theme::Meaning::New, text); });
}

void ConnectionDialog::fillList()
{
    const QSignalBlocker blocker(m_ui->connectionList);
    m_ui->connectionList->clear();
    addEntry({}, u"local"_s, ConnectionTarget().title());
    const auto profiles = m_store.profiles();
    if (!profiles)
        m_errorBar->showError(profiles.error());
    for (const ConnectionProfile &saved : profiles.value_or(QList<ConnectionProfile>()))
        addEntry({false, saved}, u"database"_s, withEnvironment(saved.name, saved.environment));
    for (const ConnectionProfile &recent : std::as_const(m_recent)) {
        if (recent.name.isEmpty())
            addEntry({false, recent}, u"waiting"_s,
                     withEnvironment(ConnectionTarget{false, recent}.title(), recent.environment));
    }
}

void ConnectionDialog::addEntry(const ConnectionTarget &target, const QString &icon,
                                const QString &text)
{
    auto *item = new QListWidgetItem(themedIcon(icon), text, m_ui->connectionList);
    item->setData(targetRole, QVariant::fromValue(target));
    item->setToolTip(target.local ? text : maskedUrl(target.profile));
}

void ConnectionDialog::setTarget(const ConnectionTarget &target)
{
    for (int row = 0; row < m_ui->connectionList->count(); ++row) {
        const auto listed =
            m_ui->connectionList->item(row)->data(targetRole).value<ConnectionTarget>();
        if (listed.local == target.local
            && (target.local || listed.profile.parameters == target.profile.parameters)) {
            m_ui->connectionList->setCurrentRow(row);
            break;
        }
    }
    if (!target.local) {
        showForm(target.profile);
        m_ui->connectButton->setFocus();
    }
}

void ConnectionDialog::showError(const Error &error)
{
    m_errorBar->showError(error);
    if (error.kind == Error::Kind::Authentication && !showsLocal())
        m_ui->passwordEdit->setFocus();
}

void ConnectionDialog::choose(const QListWidgetItem *item)
{
    if (!item)
        return;
    stopTest();
    m_errorBar->clear();
    const auto target = item->data(targetRole).value<ConnectionTarget>();
    m_ui->removeButton->setEnabled(!target.local && !target.profile.name.isEmpty());
    m_ui->testButton->setEnabled(!target.local);
    if (target.local) {
        m_ui->stack->setCurrentWidget(m_localPanel);
        m_localPanel->refresh();
    } else {
        showForm(target.profile);
    }
}

void ConnectionDialog::showForm(const ConnectionProfile &profile)
{
    clearForm();
    m_ui->stack->setCurrentWidget(m_ui->formPage);
    m_ui->testButton->setEnabled(true);
    QMap<QString, QString> rest = profile.parameters;
    m_ui->hostEdit->setText(rest.take(u"host"_s));
    m_ui->portEdit->setText(rest.take(u"port"_s));
    m_ui->databaseEdit->setText(rest.take(u"dbname"_s));
    m_ui->userEdit->setText(rest.take(u"user"_s));
    m_ui->serviceEdit->setText(rest.take(u"service"_s));
    const int ssl = m_ui->sslCombo->findData(rest.value(u"sslmode"_s));
    if (ssl >= 0) {
        m_ui->sslCombo->setCurrentIndex(ssl);
        rest.remove(u"sslmode"_s);
    }
    m_ui->passwordEdit->setText(profile.password);
    m_ui->environmentCombo->setCurrentIndex(
        m_ui->environmentCombo->findData(int(profile.environment)));
    m_ui->nameEdit->setText(profile.name);
    m_ui->revisionsEdit->setText(m_store.revisionFolder(profile.name));
    m_otherParameters = rest;
}

void ConnectionDialog::clearForm()
{
    for (QLineEdit *edit : m_ui->fields->findChildren<QLineEdit *>())
        edit->clear();
    m_ui->sslCombo->setCurrentIndex(0);
    m_ui->environmentCombo->setCurrentIndex(0);
    m_otherParameters.clear();
}

void ConnectionDialog::takeUrl(const QString &text)
{
    // While it is still being typed there is nothing to complain of.
    if (!text.contains("://"_L1) && !text.contains(u'='))
        return;
    auto parsed = parseConnectionUrl(text.trimmed());
    if (!parsed) {
        m_errorBar->showError(parsed.error());
        return;
    }
    m_errorBar->clear();
    parsed->name = m_ui->nameEdit->text();
    parsed->environment = Environment(m_ui->environmentCombo->currentData().toInt());
    const QSignalBlocker blocker(m_ui->urlEdit);
    const int cursor = m_ui->urlEdit->cursorPosition();
    const QString revisions = m_ui->revisionsEdit->text();
    showForm(*parsed);
    m_ui->revisionsEdit->setText(revisions);
    // The password has its own field, which shows dots: it does not stay readable here.
    m_ui->urlEdit->setText(parsed->password.isEmpty() ? text : maskedUrl(*parsed));
    m_ui->urlEdit->setCursorPosition(cursor);
}

ConnectionProfile ConnectionDialog::profile() const
{
    ConnectionProfile profile;
    profile.parameters = m_otherParameters;
    const auto add = [&profile](const QString &keyword, const QString &value) {
        if (!value.trimmed().isEmpty())
            profile.parameters.insert(keyword, value.trimmed());
    };
    add(u"host"_s, m_ui->hostEdit->text());
    add(u"port"_s, m_ui->portEdit->text());
    add(u"dbname"_s, m_ui->databaseEdit->text());
    add(u"user"_s, m_ui->userEdit->text());
    add(u"service"_s, m_ui->serviceEdit->text());
    add(u"sslmode"_s, m_ui->sslCombo->currentData().toString());
    profile.password = m_ui->passwordEdit->text();
    profile.environment = Environment(m_ui->environmentCombo->currentData().toInt());
    profile.name = m_ui->nameEdit->text().trimmed();
    return profile;
}

bool ConnectionDialog::showsLocal() const
{
    return m_ui->stack->currentWidget() == m_localPanel;
}

void ConnectionDialog::chooseRevisions()
{
    auto *dialog = new QFileDialog(this, tr("Folder of revisions"), m_ui->revisionsEdit->text());
    dialog->setObjectName(u"revisionsFolder"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_ui->revisionsEdit, &QLineEdit::setText);
    dialog->open();
}

void ConnectionDialog::test()
{
    stopTest();
    m_errorBar->showMessage(Theme::Meaning::Info, tr("Connecting…"));
    m_errorBar->setAction(tr("Stop"), [this] {
        stopTest();
        m_errorBar->clear();
    });
    m_tester = std::make_unique<Connections>(profile());
    auto testing = m_tester->page().run(
        tr("Test the connection"),
        [](Session &session, Progress &) { return readServerInfo(session); },
        Job::Visibility::Quiet);
    testing.future.then(this, [this, tester = m_tester.get()](const Result<ServerInfo> &info) {
        if (tester == m_tester.get())
            onTested(info);
    });
}

void ConnectionDialog::onTested(const Result<ServerInfo> &info)
{
    stopTest();
    if (!info) {
        showError(info.error());
        return;
    }
    m_errorBar->showMessage(
        Theme::Meaning::New,
        tr("It works: PostgreSQL %1, %2").arg(info->version, info->displayName()),
        tr("Counts as %1.").arg(Theme::word(info->environment)));
}

void ConnectionDialog::stopTest()
{
    retire(std::move(m_tester), parent());
}

void ConnectionDialog::save()
{
    auto saved = m_store.save(profile());
    // An empty field takes back what was said before; else the database's page may know one.
    const QString folder = m_ui->revisionsEdit->text().trimmed();
    if (saved && (!folder.isEmpty() || m_store.hasRevisionFolder(profile().name)))
        saved = m_store.setRevisionFolder(profile().name, folder);
    if (!saved) {
        m_errorBar->showError(saved.error());
        m_ui->nameEdit->setFocus();
        return;
    }
    m_errorBar->showMessage(Theme::Meaning::New, tr("Saved, without the password."));
    const QString password = m_ui->passwordEdit->text();
    fillList();
    const QSignalBlocker blocker(m_ui->connectionList);
    setTarget({false, profile()});
    m_ui->passwordEdit->setText(password);
    m_ui->removeButton->setEnabled(true);
    Q_EMIT profilesChanged();
}

void ConnectionDialog::removeSelected()
{
    const QListWidgetItem *item = m_ui->connectionList->currentItem();
    if (!item)
        return;
    const auto target = item->data(targetRole).value<ConnectionTarget>();
    if (const auto removed = m_store.remove(target.profile.name); !removed) {
        m_errorBar->showError(removed.error());
        return;
    }
    fillList();
    m_ui->connectionList->setCurrentRow(0);
    Q_EMIT profilesChanged();
}

void ConnectionDialog::requestConnect()
{
    stopTest();
    Q_EMIT connectRequested(showsLocal() ? ConnectionTarget() : ConnectionTarget{false, profile()});
}

}  // namespace roster
