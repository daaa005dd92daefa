// SPDX-License-Identifier: GPL-3.0-or-later
// TablePage: what was committed before.
#include "ui/common/errorbar.h"
#include "ui/common/pagememory.h"
#include "ui/players/historydialog.h"
#include "ui/players/tablepageprivate.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int usualDays = 90;

/// Of the receipts on this computer; 0: for ever.
int daysKept(const PageMemory &memory)
{
    return memory.load(u"history"_s).value(u"days"_s, usualDays).toInt();
}

}  // namespace

void TablePage::Private::keepHistory()
{
    model.keepHistoryIn(memory.folder(u"history"_s), daysKept(memory));
}

void TablePage::Private::showHistory(const RowKey &row)
{
    if (!m_view->finishEditing())
        return;
    auto *dialog = new HistoryDialog(model, row, daysKept(memory), &page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &HistoryDialog::daysChosen, &page, [this](int days) {
        memory.save(u"history"_s, {{u"days"_s, days}});
        keepHistory();
    });
    connect(dialog, &HistoryDialog::undone, &page,
            [this](const TableModel::TakenBack &staged) { onUndone(staged); });
    dialog->open();
}

void TablePage::Private::onUndone(const TableModel::TakenBack &staged)
{
    QStringList more = takenBackNotes(staged);
    if (staged.staged > 0)
        more << TablePage::tr("Nothing is written before you commit.");
    const bool isSmooth = staged.contested == 0 && staged.lostCount == 0;
    m_errors->showMessage(
        isSmooth ? Theme::Meaning::Info : Theme::Meaning::Warning,
        TablePage::tr("%n change(s) are staged that undo the commit.", nullptr, staged.staged),
        more.join(u' '));
    if (staged.lostCount > 0) {
        m_errors->setAction(TablePage::tr("Copy what was staged"), [values = staged.lost] {
            QGuiApplication::clipboard()->setText(values);
        });
    }
}

}  // namespace roster
