// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/migrations/migrationconfirm.h"

#include "ui/common/icons.h"
#include "ui/migrations/sqlhighlighter.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int widthInEms = 44;
constexpr int linesAtMost = 18;
}  // namespace

MigrationConfirm::MigrationConfirm(const Question &question, QWidget *parent)
    : QDialog(parent), m_name(new QLineEdit(this)), m_backup(new QCheckBox(this))
{
    setObjectName(u"migrationConfirm"_s);
    setWindowTitle(question.title);
    setSizeGripEnabled(true);
    auto *layout = new QVBoxLayout(this);
    auto *text = new QLabel(question.text, this);
    text->setObjectName(u"confirmText"_s);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setMinimumWidth(fontMetrics().horizontalAdvance(u'm') * widthInEms);
    layout->addWidget(text);
    if (!question.sql.isEmpty())
        layout->addWidget(sqlView(question.sql), 1);
    m_backup->setObjectName(u"confirmBackup"_s);
    m_backup->setText(tr("Make a &backup of the database first"));
    m_backup->setVisible(question.backup != Backup::None);
    m_backup->setChecked(question.backup == Backup::Advised);
    layout->addWidget(m_backup);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_goOn = buttons->addButton(question.goOn, QDialogButtonBox::DestructiveRole);
    m_goOn->setObjectName(u"confirmGoOn"_s);
    m_goOn->setAutoDefault(false);
    if (!question.sql.isEmpty()) {
        auto *copy = buttons->addButton(tr("C&opy SQL"), QDialogButtonBox::ActionRole);
        copy->setIcon(themedIcon(u"copy"_s));
        copy->setAutoDefault(false);
        connect(copy, &QPushButton::clicked, this,
                [sql = question.sql] { QGuiApplication::clipboard()->setText(sql); });
    }
    QPushButton *cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_goOn, &QPushButton::clicked, this, &QDialog::accept);

    m_name->setObjectName(u"confirmName"_s);
    m_name->setAccessibleName(tr("Name of the database"));
    m_name->setVisible(!question.database.isEmpty());
    if (!question.database.isEmpty()) {
        auto *ask = new QLabel(tr("This is a production database. To go on, type its name, %1:")
                                   .arg(question.database),
                               this);
        ask->setTextFormat(Qt::PlainText);
        ask->setWordWrap(true);
        ask->setBuddy(m_name);
        layout->addWidget(ask);
        m_goOn->setEnabled(false);
        connect(m_name, &QLineEdit::textChanged, this, [this, cancel, name = question.database] {
            // Enter after the right name means it; after any other it changes nothing.
            const bool isRight = typed() == name;
            m_goOn->setEnabled(isRight);
            (isRight ? m_goOn : cancel)->setDefault(true);
        });
    }
    layout->addWidget(m_name);
    layout->addWidget(buttons);
    if (question.database.isEmpty())
        cancel->setFocus();
    else
        m_name->setFocus();
}

QWidget *MigrationConfirm::sqlView(const QString &sql)
{
    auto *view = new QPlainTextEdit(sql, this);
    view->setObjectName(u"confirmSql"_s);
    view->setAccessibleName(tr("SQL that is sent"));
    view->setReadOnly(true);
    view->setTabChangesFocus(true);
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    new SqlHighlighter(view->document());
    const int lines = std::clamp(int(sql.count(u'\n')) + 2, 4, linesAtMost);
    view->setMinimumHeight(QFontMetrics(view->font()).lineSpacing() * lines);
    return view;
}

bool MigrationConfirm::wantsBackup() const
{
    return m_backup->isChecked();
}

QString MigrationConfirm::typed() const
{
    return m_name->text().trimmed();
}

}  // namespace roster
