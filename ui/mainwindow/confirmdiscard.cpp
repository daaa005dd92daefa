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

void confirmDiscard(QWidget *window, const StagedFate &edits, const std::function<void()> &go)
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
    name(edits.pages());
    auto *look = new QTimer(box);
    QObject::connect(look, &QTimer::timeout, box, [box, name, pages = edits.pages, go, window] {
        const QStringList staged = pages();
        if (!staged.isEmpty()) {
            name(staged);
            return;
        }
        QMetaObject::invokeMethod(window, go, Qt::QueuedConnection);
        box->close();
    });
    look->start(lookEvery);
    box->setInformativeText(
        edits.canKeep ? Text::tr("Kept edits are offered again when the table is opened next. "
                                 "Discarded edits cannot be brought back.")
                      : Text::tr("Discarded edits cannot be brought back."));
    if (edits.canKeep) {
        QPushButton *keep = box->addButton(Text::tr("&Keep for later"), QMessageBox::AcceptRole);
        keep->setObjectName(u"keepEdits"_s);
        QObject::connect(keep, &QPushButton::clicked, window, go, Qt::QueuedConnection);
    }
    QPushButton *throwAway =
        box->addButton(Text::tr("&Discard edits"), QMessageBox::DestructiveRole);
    throwAway->setObjectName(u"discardEdits"_s);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    box->setEscapeButton(QMessageBox::Cancel);
    QObject::connect(
        throwAway, &QPushButton::clicked, window,
        [discard = edits.discard, go] {
            discard();
            go();
        },
        Qt::QueuedConnection);
    box->open();
}

}  // namespace roster
