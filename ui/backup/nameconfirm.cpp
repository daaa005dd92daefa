// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/nameconfirm.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int widthInEms = 40;
constexpr int linesShown = 10;
}  // namespace

NameConfirm::NameConfirm(const Question &question, QWidget *parent)
    : QDialog(parent), m_name(new QLineEdit(this))
{
    setObjectName(u"nameConfirm"_s);
    setWindowTitle(question.title);
    auto *layout = new QVBoxLayout(this);
    auto *text = new QLabel(question.text, this);
    text->setObjectName(u"nameConfirmText"_s);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setMinimumWidth(fontMetrics().horizontalAdvance(u'm') * widthInEms);
    layout->addWidget(text);
    if (!question.lines.isEmpty()) {
        auto *lines = new QPlainTextEdit(question.lines, this);
        lines->setObjectName(u"nameConfirmLines"_s);
        lines->setAccessibleName(question.title);
        lines->setReadOnly(true);
        lines->setTabChangesFocus(true);
        lines->setLineWrapMode(QPlainTextEdit::NoWrap);
        lines->setMinimumHeight(fontMetrics().lineSpacing() * linesShown);
        layout->addWidget(lines, 1);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *cancel = buttons->button(QDialogButtonBox::Cancel);
    QPushButton *goOn = buttons->addButton(question.goOn, QDialogButtonBox::DestructiveRole);
    goOn->setObjectName(u"nameConfirmGoOn"_s);
    goOn->setAutoDefault(false);
    cancel->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(goOn, &QPushButton::clicked, this, &QDialog::accept);
    m_name->setObjectName(u"nameConfirmName"_s);
    m_name->setAccessibleName(tr("Name of the database"));
    m_name->setVisible(!question.name.isEmpty());
    if (!question.name.isEmpty()) {
        auto *ask =
            new QLabel(tr("To go on, type the database's name, %1:").arg(question.name), this);
        ask->setTextFormat(Qt::PlainText);
        ask->setWordWrap(true);
        ask->setBuddy(m_name);
        layout->addWidget(ask);
        goOn->setEnabled(false);
        connect(m_name, &QLineEdit::textChanged, this, [this, cancel, goOn, name = question.name] {
            const bool isRight = typed() == name;
            goOn->setEnabled(isRight);
            (isRight ? goOn : cancel)->setDefault(true);
        });
    }
    layout->addWidget(m_name);
    layout->addWidget(buttons);
    if (question.name.isEmpty())
        cancel->setFocus();
    else
        m_name->setFocus();
}

QString NameConfirm::typed() const
{
    return m_name->text().trimmed();
}

}  // namespace roster
