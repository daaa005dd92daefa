// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/players/previewdialog.h"

#include "ui/common/icons.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

PreviewDialog::PreviewDialog(const QString &sql, int changes, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"previewDialog"_s);
    setWindowTitle(tr("Preview SQL"));
    setSizeGripEnabled(true);
    auto *text = new QPlainTextEdit(sql, this);
    text->setObjectName(u"previewText"_s);
    text->setAccessibleName(tr("SQL of the commit"));
    text->setReadOnly(true);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(u"previewCopy"_s);
    copy->setIcon(themedIcon(u"copy"_s));
    connect(copy, &QPushButton::clicked, this,
            [sql] { QGuiApplication::clipboard()->setText(sql); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(new QLabel(
        tr("%n change(s) in one transaction. Nothing has been sent yet.", nullptr, changes), this));
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 84, fontMetrics().height() * 22);
}

}  // namespace roster
