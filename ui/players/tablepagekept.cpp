// SPDX-License-Identifier: GPL-3.0-or-later
// TablePage: edits that are kept on the disk, and those that a killed program left there.
#include "ui/common/errorbar.h"
#include "ui/players/tablepageprivate.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace roster {

void TablePage::Private::connectKept()
{
    connect(&model, &TableModel::editsLeft, &page,
            [this](int changes, const QDateTime &when) { offerEdits(changes, when); });
    connect(&model, &TableModel::keepingFailed, &page, [this](const Error &error) {
        keptBar().showMessage(Theme::Meaning::Warning, error.message, error.hint);
    });
    connect(&model, &TableModel::keepingRecovered, &page, [this] { keptBar().clear(); });
}

/// A bar of its own: what else is to be said about the page does not take it away.
ErrorBar &TablePage::Private::keptBar()
{
    if (!m_kept) {
        m_kept = new ErrorBar(&page);
        m_kept->setObjectName(u"keptEdits"_s);
        static_cast<QBoxLayout *>(page.layout())->insertWidget(0, m_kept);
    }
    return *m_kept;
}

void TablePage::Private::offerEdits(int changes, const QDateTime &when)
{
    keptBar().showMessage(
        Theme::Meaning::Warning,
        TablePage::tr("%n change(s) to %1 were staged on %2 and not committed.", nullptr, changes)
            .arg(model.schema().name.name,
                 QLocale().toString(when.toLocalTime(), QLocale::ShortFormat)),
        TablePage::tr("They are compared with the rows as they are now, and staged again; nothing "
                      "is written."));
    m_kept->setAction(TablePage::tr("Bring them back"), [this] { takeBackEdits(); });
}

void TablePage::Private::takeBackEdits()
{
    if (!m_view->finishEditing())
        return;
    model.takeBackEdits(&page, [this](const auto &taken) { onTakenBack(taken); });
}

QStringList TablePage::Private::takenBackNotes(const TableModel::TakenBack &taken)
{
    QStringList more;
    if (taken.contested > 0) {
        more << TablePage::tr("%n of the rows were changed by somebody else since; the commit will "
                              "say which.",
                              nullptr, taken.contested);
    }
    if (taken.present > 0) {
        more << TablePage::tr("%n change(s) stand in the table already.", nullptr, taken.present);
    }
    if (taken.lostCount > 0) {
        more << TablePage::tr("%n value(s) have no place any more: their row or column is gone.",
                              nullptr, taken.lostCount);
    }
    return more;
}

void TablePage::Private::onTakenBack(const Result<TableModel::TakenBack> &taken)
{
    if (!taken) {
        m_kept->showError(taken.error());
        m_kept->setAction(TablePage::tr("Try again"), [this] { takeBackEdits(); });
        return;
    }
    if (taken->wasCommitted) {
        m_kept->showMessage(Theme::Meaning::Info,
                            TablePage::tr("These changes had been committed: nothing is left to "
                                          "do."));
        return;
    }
    const QStringList more = takenBackNotes(*taken);
    m_takenBack = TablePage::tr("%n change(s) are staged again.", nullptr, taken->staged);
    const bool isSmooth = taken->contested == 0 && taken->lostCount == 0;
    m_kept->showMessage(isSmooth ? Theme::Meaning::Info : Theme::Meaning::Warning, m_takenBack,
                        more.join(u' '));
    if (taken->lostCount > 0) {
        m_kept->setAction(TablePage::tr("Copy what was staged"), [values = taken->lost] {
            QGuiApplication::clipboard()->setText(values);
        });
    }
}

}  // namespace roster
