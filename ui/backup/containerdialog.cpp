// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/containerdialog.h"

#include "models/dump/dockerclient.h"
#include "ui/backup/filejob.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int fieldInEms = 24;
}

ContainerDialog::ContainerDialog(const QString &before, QWidget *parent)
    : QDialog(parent),
      m_container(new QComboBox(this)),
      m_folder(new QLineEdit(u"/backups"_s, this)),
      m_said(new QLabel(tr("Asking docker which containers run…"), this))
{
    setObjectName(u"containerDialog"_s);
    setWindowTitle(tr("Backups in a docker container"));
    m_container->setObjectName(u"containerName"_s);
    m_container->setEditable(true);
    m_container->setMinimumWidth(fontMetrics().horizontalAdvance(u'm') * fieldInEms);
    m_folder->setObjectName(u"containerFolder"_s);
    m_said->setObjectName(u"containerSaid"_s);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    if (const auto inside = DockerPath::parse(before)) {
        m_container->setEditText(inside->container);
        m_folder->setText(inside->path);
    }
    auto *text = new QLabel(tr("The folder is listed through the docker client. A backup that is "
                               "looked into, verified or restored is copied to a temporary file "
                               "first."),
                            this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto *form = new QFormLayout;
    form->addRow(tr("&Container:"), m_container);
    form->addRow(tr("&Folder in it:"), m_folder);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_goOn = buttons->addButton(tr("&Open"), QDialogButtonBox::AcceptRole);
    m_goOn->setObjectName(u"openContainerFolder"_s);
    m_goOn->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(text);
    layout->addLayout(form);
    layout->addWidget(m_said);
    layout->addWidget(buttons);
    connect(m_container, &QComboBox::editTextChanged, this, &ContainerDialog::check);
    connect(m_folder, &QLineEdit::textChanged, this, &ContainerDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
    resize(m_container->minimumWidth() * 3 / 2, 0);
    fit();
    look();
}

/// A wrapped text gets the height that it needs; the dialog was measured with another.
void ContainerDialog::fit()
{
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

QString ContainerDialog::path() const
{
    const DockerPath typed{m_container->currentText().trimmed(), m_folder->text().trimmed()};
    const auto inside = DockerPath::parse(typed.text());
    return inside ? inside->text() : QString();
}

void ContainerDialog::look()
{
    runFileJob(
        *QThreadPool::globalInstance(), QString(),
        [](Progress &progress) { return DockerClient::containers(progress); },
        Job::Visibility::Quiet)
        .future.then(this, [this](const Result<QStringList> &running) { onLooked(running); });
}

void ContainerDialog::onLooked(const Result<QStringList> &running)
{
    if (!running) {
        m_said->setText(running.error().toText());
        fit();
        return;
    }
    m_said->setText(running->isEmpty() ? tr("No container runs.") : QString());
    const QString typed = m_container->currentText();
    m_container->addItems(*running);
    if (!typed.isEmpty())
        m_container->setEditText(typed);
}

void ContainerDialog::check()
{
    m_goOn->setEnabled(!path().isEmpty());
}

}  // namespace roster
