// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/confirmdiscard.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ConfirmDiscard)
};

/// Commits end while the question stands.
constexpr std::chrono::milliseconds lookEvery(200);

}  // namespace

void confirmDiscard(QWidget *window, const std::function<QStringList()> &pages,
                    const std::function<void()> &discard)
{
    if (window->findChild<QMessageBox *>(u"confirmDiscard"_s))
        return;  // it is being asked already
    auto *box = new QMessageBox(window);
    box->setObjectName(u"confirmDiscard"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setWindowTitle(Text::tr("Edits not committed"));
    box->setTextFormat(Qt::PlainText);
    const auto name = [box](const QStringList &staged) {
        box->setText(Text::tr("%n page(s) hold edits that were not committed: %1", nullptr,
                              int(staged.size()))
                         .arg(staged.join(u", "_s)));
    };
    name(pages());
    auto *look = new QTimer(box);
    QObject::connect(look, &QTimer::timeout, box, [box, name, pages, discard, window] {
        const QStringList staged = pages();
        if (!staged.isEmpty()) {
            name(staged);
            return;
        }
        QMetaObject::invokeMethod(window, discard, Qt::QueuedConnection);
        box->close();
    });
    look->start(lookEvery);
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
