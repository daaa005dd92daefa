// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/createbackupdialog.h"

#include "models/database/connectionurl.h"
#include "ui/backup/backupjobs.h"
#include "ui/common/commandtext.h"
#include "ui/common/icons.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int fieldInEms = 28;
}

CreateBackupDialog::CreateBackupDialog(ConnectionProfile server, const QString &database,
                                       const QString &folder, QWidget *parent)
    : QDialog(parent),
      m_server(std::move(server)),
      m_folder(new QLineEdit(QDir::toNativeSeparators(folder), this)),
      m_format(new QComboBox(this)),
      m_roles(new QCheckBox(tr("also the server's &roles, without passwords, in a file beside it"),
                            this)),
      m_encryption(new QComboBox(this)),
      m_recipients(new QLineEdit(this)),
      m_problem(new QLabel(this))
{
    setObjectName(u"createBackupDialog"_s);
    setWindowTitle(tr("Back up %1").arg(database));
    auto *layout = new QVBoxLayout(this);
    auto *what = new QLabel(tr("The database stays in use meanwhile. The backup is read again to "
                               "its end before it gets its name."),
                            this);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    layout->addWidget(what);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    addFields(form);
    layout->addLayout(form);
    m_problem->setObjectName(u"createBackupProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_goOn = buttons->addButton(tr("&Back up"), QDialogButtonBox::AcceptRole);
    m_goOn->setObjectName(u"startBackup"_s);
    m_goOn->setDefault(true);
    auto *copy = buttons->addButton(tr("&Copy as command"), QDialogButtonBox::ActionRole);
    copy->setIcon(themedIcon(u"copy"_s));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(command()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    check();
}

void CreateBackupDialog::addFields(QFormLayout *form)
{
    m_folder->setObjectName(u"backupFolder"_s);
    m_folder->setMinimumWidth(fontMetrics().horizontalAdvance(u'm') * fieldInEms);
    auto *choose = new QToolButton(this);
    choose->setObjectName(u"chooseBackupFolder"_s);
    choose->setText(u"…"_s);
    choose->setAccessibleName(tr("Choose the folder"));
    choose->setFocusPolicy(Qt::StrongFocus);
    connect(choose, &QToolButton::clicked, this, &CreateBackupDialog::chooseFolder);
    auto *folder = new QHBoxLayout;
    folder->addWidget(m_folder, 1);
    folder->addWidget(choose);
    auto *folderLabel = new QLabel(tr("&Folder:"), this);
    folderLabel->setBuddy(m_folder);
    form->addRow(folderLabel, folder);
    m_format->setObjectName(u"backupFormat"_s);
    m_format->addItem(tr("Roster's own: small, fast, all kinds of objects (.dump.zst)"),
                      int(BackupRequest::Format::DumpZst));
    m_format->addItem(tr("plain SQL, for other tools (.sql.gz)"),
                      int(BackupRequest::Format::SqlGz));
    form->addRow(tr("F&ormat:"), m_format);
    m_roles->setObjectName(u"backupRoles"_s);
    form->addRow(QString(), m_roles);
    m_encryption->setObjectName(u"backupEncryption"_s);
    m_encryption->addItem(tr("not encrypted"), QString());
    for (const QString &tool : {u"age"_s, u"gpg"_s}) {
        if (!QStandardPaths::findExecutable(tool).isEmpty())
            m_encryption->addItem(tr("by %1, for").arg(tool), tool);
    }
    m_recipients->setObjectName(u"backupRecipients"_s);
    m_recipients->setAccessibleName(tr("For whom it is encrypted"));
    m_recipients->setPlaceholderText(tr("recipients or keys, with blanks between"));
    auto *encryption = new QHBoxLayout;
    encryption->addWidget(m_encryption);
    encryption->addWidget(m_recipients, 1);
    auto *encryptionLabel = new QLabel(tr("&Encryption:"), this);
    encryptionLabel->setBuddy(m_encryption);
    form->addRow(encryptionLabel, encryption);
    if (m_encryption->count() == 1) {
        m_encryption->setEnabled(false);
        m_encryption->setToolTip(tr("Neither age nor gpg is installed"));
    }
    connect(m_folder, &QLineEdit::textChanged, this, &CreateBackupDialog::check);
    connect(m_encryption, &QComboBox::currentIndexChanged, this, &CreateBackupDialog::check);
    connect(m_recipients, &QLineEdit::textChanged, this, &CreateBackupDialog::check);
}

void CreateBackupDialog::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder of backups"), m_folder->text());
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
    dialog->open();
}

void CreateBackupDialog::check()
{
    const bool isEncrypted = !m_encryption->currentData().toString().isEmpty();
    m_recipients->setVisible(isEncrypted);
    QString problem;
    const BackupRequest wanted = request();
    if (!QDir::isAbsolutePath(wanted.folder))
        problem = tr("Name the folder by its whole path.");
    else if (isEncrypted && wanted.recipients.isEmpty())
        problem = tr("Name at least one who can read it.");
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (m_goOn)
        m_goOn->setEnabled(problem.isEmpty());
}

BackupRequest CreateBackupDialog::request() const
{
    BackupRequest request = BackupJobs::usual(m_server);
    request.folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
    request.format = BackupRequest::Format(m_format->currentData().toInt());
    request.withRoles = m_roles->isChecked();
    const QString tool = m_encryption->currentData().toString();
    if (!tool.isEmpty()) {
        static const QRegularExpression blanks(u"[\\s,]+"_s);
        const QStringList names = m_recipients->text().split(blanks, Qt::SkipEmptyParts);
        for (const QString &name : names)
            request.recipients << tool + u':' + name;
    }
    return request;
}

QString CreateBackupDialog::command() const
{
    const BackupRequest wanted = request();
    QStringList words{u"roster"_s, u"backup"_s, u"create"_s};
    words += databaseOptions(m_server);
    words << u"--to"_s << wanted.folder;
    if (wanted.format == BackupRequest::Format::SqlGz)
        words << u"--format"_s << u"sql.gz"_s;
    if (wanted.withRoles)
        words << u"--roles"_s;
    for (const QString &recipient : wanted.recipients)
        words << u"--encrypt"_s << recipient;
    return shellLine(words);
}

}  // namespace roster
