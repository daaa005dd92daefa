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
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>

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
    // As wide as its lines, as far as the window goes.
    const QSize room = parent ? parent->window()->size() : QSize(800, 600);
    const int wanted = text->document()->idealWidth() > 0 ? int(text->document()->idealWidth()) : 0;
    resize(std::clamp(wanted + fontMetrics().averageCharWidth() * 10,
                      fontMetrics().averageCharWidth() * 60,
                      std::max(room.width() * 9 / 10, fontMetrics().averageCharWidth() * 60)),
           std::max(fontMetrics().height() * 16, room.height() * 3 / 4));
}

}  // namespace roster
