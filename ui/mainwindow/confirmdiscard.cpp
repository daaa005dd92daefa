// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/confirmdiscard.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ConfirmDiscard)
};

}  // namespace

void confirmDiscard(QWidget *window, const QStringList &pages, const std::function<void()> &discard)
{
    if (window->findChild<QMessageBox *>(u"confirmDiscard"_s))
        return;  // it is being asked already
    auto *box = new QMessageBox(window);
    box->setObjectName(u"confirmDiscard"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setWindowTitle(Text::tr("Edits not committed"));
    box->setTextFormat(Qt::PlainText);
    box->setText(
        Text::tr("%n page(s) hold edits that were not committed: %1", nullptr, int(pages.size()))
            .arg(pages.join(u", "_s)));
    box->setInformativeText(Text::tr("Discarded edits cannot be brought back."));
    QPushButton *throwAway =
        box->addButton(Text::tr("&Discard edits"), QMessageBox::DestructiveRole);
    throwAway->setObjectName(u"discardEdits"_s);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    box->setEscapeButton(QMessageBox::Cancel);
    QObject::connect(throwAway, &QPushButton::clicked, window, discard, Qt::QueuedConnection);
    box->open();
}

}  // namespace roster
